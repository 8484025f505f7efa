#include "language/resolving/names.h"

#include "language/codes/concept_suggestion.h"
#include "language/codes/nearest.h"
#include "language/lexing/any_script.h"
#include "language/parsing/state_letters.h"
#include "language/parsing/token_stream.h"
#include "model/applies.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using model::OptionId;
using model::PartyId;

namespace {

template <class Id>
std::optional<Id> find(const std::unordered_map<std::string_view, Id>& table, std::string_view name) {
  const auto found = table.find(name);
  if (found == table.end())
    return std::nullopt;
  return found->second;
}

/// `a`, `b` and `c`; of many the first few.
std::string listed(const std::vector<std::string>& names, const char* last) {
  constexpr std::size_t most = 4;
  std::string all;
  const std::size_t shown = std::min(names.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0)
      all += i + 1 == names.size() ? std::string(" ") + last + ' ' : ", ";
    all += names[i];
  }
  return names.size() > most ? all + ", …" : all;
}

} // namespace

model::Range Names::rangeOf(Words words) const {
  const std::string_view text = source_.text();
  if (words.data() == nullptr || words.data() < text.data() || words.data() > text.data() + text.size())
    return placeOf(words, spellings_).value_or(model::Range());
  const auto begin = static_cast<std::size_t>(words.data() - text.data());
  return {begin, begin + words.size()};
}

std::string Names::describe(OptionId option) const {
  const auto& o = conflict_.option(option);
  const auto same = options.find(o.name);
  const bool unique = same != options.end() && same->second.size() == 1;
  const std::string& owner = conflict_.party(o.owner).name;
  return unique ? '`' + o.name + "`, an option of " + owner : '`' + owner + '.' + o.name + '`';
}

void Names::twiceAt(Words name, model::Range first, const std::string& what) const {
  auto& d = error("S0204", name,
                  std::string(what[0] == 'o' ? "there is an " : "there is a ") + what + ' ' + inMarks(name) +
                      " already");
  d.note = "the first is on line " + std::to_string(source_.lineAt(first.begin));
  d.related.push_back({first, "the first"});
  d.help = "give one of them another name, or delete one";
}

std::optional<OptionId> Names::optionOf(PartyId owner, Words name) const {
  const auto found = owned_.find({owner, name});
  if (found == owned_.end())
    return std::nullopt;
  return found->second;
}

/// Someone with a name like this, or with this very label.
namespace {

/// `Lower` begins `Lower_city`.
bool beginsWith(std::string_view name, std::string_view word) {
  return word.size() > 2 && name.size() > word.size() && name.starts_with(word) && name[word.size()] == '_';
}

/// `repayment` and `repay`, `offering` and `offer`: one begins the other.
bool sameStem(std::string_view one, std::string_view other) {
  constexpr std::size_t stem = 4;
  return std::min(one.size(), other.size()) >= stem && (one.starts_with(other) || other.starts_with(one));
}

} // namespace

std::optional<std::string> Names::nearestParty(Words name, bool orFamily) const {
  Nearest search(name);
  for (const auto& p : conflict_.parties)
    search.consider(p.name);
  if (orFamily)
    for (const auto& f : conflict_.families)
      search.consider(f.name);
  if (search.found())
    return '`' + std::string(*search.found()) + '`';
  const auto begun =
      std::ranges::count_if(conflict_.parties, [&](const auto& p) { return beginsWith(p.name, name); });
  for (const auto& p : conflict_.parties)
    if (begun == 1 && beginsWith(p.name, name)) // `Lower` of `Lower_city`
      return '`' + p.name + '`';
  for (const auto& p : conflict_.parties)
    if (p.label.size() > 2 && distance(p.label, name, 1) <= 1)
      return '`' + p.name + "`, which has this label";
  return std::nullopt;
}

/// A family called nearly so, where no party is.
std::optional<std::string> Names::nearestFamily(Words name) const {
  Nearest search(name);
  for (const auto& p : conflict_.parties)
    search.consider(p.name);
  const auto party = search.found();
  for (const auto& f : conflict_.families)
    search.consider(f.name);
  if (!search.found() || search.found() == party)
    return std::nullopt;
  return std::string(*search.found());
}

std::optional<PartyId> Names::party(Words name) const {
  if (name.empty())
    return std::nullopt;
  if (const auto known = find(parties, name))
    return known;
  if (families.contains(name)) {
    error("S0209", name, inMarks(name) + " is a family, not a party").help =
        "name one of its members; `prefer each " + std::string(name) + "` speaks of each";
    return std::nullopt;
  }
  auto& d = error("S0201", name, "unknown party " + inMarks(name));
  tellScripts(d, name);
  if (full())
    return std::nullopt;
  if (const auto family = nearestFamily(name))
    d.help = "did you mean the family " + inMarks(*family) + "? `prefer each " + *family +
             "` speaks of each of its members";
  else if (const auto meant = nearestParty(name, false))
    d.propose(d.range, meant->substr(1, meant->find('`', 1) - 1)).help = "did you mean " + *meant + '?';
  else if (options.contains(name))
    d.help = inMarks(name) + " is an option; the party is named with `party`";
  else
    d.help =
        "declare it: write `party " + std::string(name) + "`, with the options that it can take below it";
  return std::nullopt;
}

std::optional<model::FamilyId> Names::family(Words name) const {
  if (name.empty())
    return std::nullopt;
  if (const auto known = find(families, name))
    return known;
  if (parties.contains(name)) {
    error("S0209", name, inMarks(name) + " is one party, not a family").help =
        "leave out `each`, or declare a family: `parties " + std::string(name) + "s of …`";
    return std::nullopt;
  }
  auto& d = error("S0202", name, "unknown family " + inMarks(name));
  Nearest search(name);
  for (const auto& f : conflict_.families)
    search.consider(f.name);
  if (search.found())
    d.propose(d.range, std::string(*search.found())).help =
        "did you mean `" + std::string(*search.found()) + "`?";
  else if (conflict_.families.empty())
    d.help = "declare it: `parties " + std::string(name) + " of A, B, …`";
  else if (conflict_.families.size() == 1)
    d.propose(d.range, conflict_.families.front().name).help =
        "the only family is " + inMarks(conflict_.families.front().name);
  return std::nullopt;
}

std::optional<model::SourceId> Names::source(Words name) const {
  if (name.empty())
    return std::nullopt;
  if (const auto known = find(sources, name))
    return known;
  auto& d = error("S0503", name, "unknown source " + inMarks(name));
  if (full())
    return std::nullopt;
  Nearest search(name);
  for (const auto& s : conflict_.sources)
    search.consider(s.name);
  if (search.found())
    d.propose(d.range, std::string(*search.found()));
  d.help = search.found() ? "did you mean `" + std::string(*search.found()) + "`?"
                          : "declare it: `source " + std::string(name) + " \"path of its text\"`";
  return std::nullopt;
}

std::optional<model::Concept> Names::concept_(Words name) const {
  if (name.empty())
    return std::nullopt;
  if (const auto known = model::findConcept(name)) {
    if (const auto why = model::whyNot(conflict_, *known))
      return error("S0217", name, *why), std::nullopt;
    return known;
  }
  const ConceptSuggestion suggestion = suggestConcept(name);
  auto& d = error("S0214", name, "unknown solution concept " + inMarks(name));
  if (suggestion.nearest)
    d.propose(d.range, *suggestion.nearest);
  d.help = suggestion.help;
  return std::nullopt;
}

std::optional<std::vector<PartyId>> Names::partyOrFamily(Words name) const {
  if (const auto known = find(families, name))
    return conflict_.families[known->index()].members;
  const auto one = party(name);
  if (!one)
    return std::nullopt;
  return std::vector{*one};
}

std::optional<OptionId> Names::option(PartyId owner, Words party, Words name) const {
  if (name.empty())
    return std::nullopt;
  if (const auto known = optionOf(owner, name))
    return known;
  auto& d = error("S0203", name, "unknown option " + inMarks(name) + " of " + std::string(party));
  if (full())
    return std::nullopt;
  Nearest search(name);
  const auto& p = conflict_.party(owner);
  for (std::size_t i = 0; i < p.optionCount; ++i)
    search.consider(conflict_.options[p.firstOption + i].name);
  const auto elsewhere = options.find(name);
  if (search.found())
    d.propose(d.range, std::string(*search.found())).help =
        "did you mean `" + std::string(party) + '.' + std::string(*search.found()) + "`?";
  else if (elsewhere != options.end())
    d.help = "there is " + describe(elsewhere->second.front());
  else if (p.optionCount == 0)
    d.note = std::string(party) + " has no options";
  if (!d.help.empty() || p.optionCount == 0 || p.optionCount > 8)
    return std::nullopt;
  std::string own;
  for (std::size_t i = 0; i < p.optionCount; ++i)
    own += (i == 0 ? "" : ", ") + inMarks(conflict_.options[p.firstOption + i].name);
  const std::string only = std::string(party) + '.' + conflict_.options[p.firstOption].name;
  d.note = p.optionCount == 1 ? "the only option of " + std::string(party) + " is " + own
                              : "the options of " + std::string(party) + " are " + own;
  d.help = p.optionCount == 1
               ? "where " + std::string(party) + " does not take it, write " + inMarks("not " + only)
               : "that one of them is not taken is written " + inMarks("not " + only);
  return std::nullopt;
}

void Names::unknownOwner(Words name) const {
  const bool isOption = options.contains(name) || defines.contains(name);
  auto& d = error("S0201", name,
                  isOption ? inMarks(name) + " is no party, so nothing of it can follow the dot"
                           : "unknown party " + inMarks(name));
  if (full() || isOption)
    return;
  if (const auto meant = nearestParty(name, true))
    d.propose(d.range, meant->substr(1, meant->find('`', 1) - 1)).help = "did you mean " + *meant + '?';
}

std::optional<Names::OptionOrDefine> Names::bare(Words name, Use use, std::optional<PartyId> wisher) const {
  if (name.empty())
    return std::nullopt;
  if (const auto define = find(defines, name))
    return OptionOrDefine{std::nullopt, define};
  const auto found = options.find(name);
  const bool alsoOther = parties.contains(name) || families.contains(name);
  if (found == options.end()) {
    if (alsoOther || states.contains(name))
      notACondition(name, use);
    else
      unknownBare(name);
    return std::nullopt;
  }
  if (found->second.size() == 1 && !alsoOther)
    return OptionOrDefine{found->second.front(), std::nullopt};
  ambiguous(name, found->second, use, wisher);
  return std::nullopt;
}

/// `peаce` is not `peace`, and nobody sees why.
void Names::tellScripts(Diagnostic& d, Words name) {
  const bool plain = std::ranges::all_of(name, [](char c) { return (c & 0x80) == 0; });
  const std::string why = plain || !knowsAnyScript() ? std::string() : oddityOf(name);
  if (!why.empty())
    d.note = inMarks(name) + ' ' + why;
}

/// The option whose name looks like this one; files with plain names are not looked at.
std::optional<OptionId> Names::lookalikeOption(Words name) const {
  const auto isPlain = [](std::string_view words) {
    return std::ranges::all_of(words, [](char c) { return (c & 0x80) == 0; });
  };
  for (std::size_t i = 0; i < conflict_.options.size(); ++i) {
    const std::string& other = conflict_.options[i].name;
    if ((!isPlain(other) || !isPlain(name)) && knowsAnyScript() && skeletonOf(other) == skeletonOf(name))
      return OptionId(i);
  }
  return std::nullopt;
}

/// The only option whose name begins this word, or begins with it.
std::optional<OptionId> Names::optionOfStem(Words name) const {
  std::optional<OptionId> found;
  for (std::size_t i = 0; i < conflict_.options.size(); ++i)
    if (sameStem(conflict_.options[i].name, name)) {
      if (found)
        return std::nullopt;
      found = OptionId(i);
    }
  return found;
}

void Names::unknownBare(Words name) const {
  auto& d = error("S0203", name, "unknown option " + inMarks(name));
  tellScripts(d, name);
  if (full())
    return;
  constexpr std::array<std::string_view, 11> pronouns{"them", "these", "those",   "both",   "it",   "this",
                                                      "that", "they",  "neither", "either", "above"};
  if (std::ranges::find(pronouns, name) != pronouns.end()) {
    d.help = inMarks(name) + " stands for nothing here: name each option that is meant";
    return;
  }
  if (name == "stable" || name == "unstable" || name == "equilibrium" || model::findConcept(name)) {
    d.help = "of stability ask `equilibrium under nash` or `stable for PARTY under nash`";
    return;
  }
  const bool letters = name.size() == conflict_.options.size() && name.find_first_not_of("YN") == name.npos;
  if (const auto twin = lookalikeOption(name)) {
    d.propose(d.range, conflict_.nameOf(*twin)).help =
        "did you mean " + describe(*twin) + ", whose letters look the same and are others?";
    return;
  }
  if (isStateNumber(name) || letters) {
    d.note = inMarks(name) + " may be a state, and conditions are made of options: join those by `and`";
    if (letters)
      d.help = takenIn(*model::Pattern::parse(name));
    return;
  }
  Nearest search(name);
  OptionId nearest;
  bool isOption = false;
  for (std::size_t i = 0; i < conflict_.options.size(); ++i) {
    const auto before = search.found();
    search.consider(conflict_.options[i].name);
    if (search.found() != before) {
      nearest = OptionId(i);
      isOption = true;
    }
  }
  for (const auto& define : conflict_.defines) {
    const auto before = search.found();
    search.consider(define.name);
    isOption = isOption && search.found() == before;
  }
  if (search.found())
    d.propose(d.range, isOption ? conflict_.nameOf(nearest) : std::string(*search.found())).help =
        "did you mean " + (isOption ? describe(nearest) : '`' + std::string(*search.found()) + '`') + '?';
  else if (const auto stem = optionOfStem(name))
    d.propose(d.range, conflict_.nameOf(*stem)).help = "did you mean " + describe(*stem) + '?';
  else if (const auto party = std::ranges::find_if(conflict_.parties,
                                                   [&](const auto& p) { return beginsWith(p.name, name); });
           party != conflict_.parties.end() && party->optionCount > 0)
    d.help = "`" + party->name + "` is a party; its options are called " +
             inMarks(party->name + "." + conflict_.options[party->firstOption].name) +
             (party->optionCount > 1 ? " and so on" : "");
  else if (const auto family = nearestFamily(name))
    d.help = "did you mean the family `" + *family + "`? Of its members count an option: `any of " + *family +
             ".OPTION`";
  else if (!conflict_.options.empty() && conflict_.options.size() <= 8)
    d.note = (conflict_.options.size() == 1 ? "the only option is " : "the options are ") + allOptions();
}

std::string Names::allOptions() const {
  std::string all;
  for (std::size_t i = 0; i < conflict_.options.size(); ++i)
    all += (i > 0 ? ", `" : "`") + conflict_.nameOf(OptionId(i)) + '`';
  return all;
}

void Names::ambiguous(Words name, const std::vector<OptionId>& candidates, Use use,
                      std::optional<PartyId> wisher) const {
  std::vector<std::string> owners;
  std::vector<std::string> qualified;
  const auto& firstOwner = conflict_.party(conflict_.option(candidates.front()).owner);
  bool oneFamily = firstOwner.family.has_value();
  for (const OptionId id : candidates) {
    const auto& owner = conflict_.party(conflict_.option(id).owner);
    oneFamily = oneFamily && owner.family == firstOwner.family;
    if (owners.size() <= 4) {
      owners.push_back(owner.name);
      qualified.push_back('`' + owner.name + '.' + std::string(name) + '`');
    }
  }
  if (oneFamily && candidates.size() > 1) {
    const std::string& family = conflict_.families[firstOwner.family->index()].name;
    const std::string ofFamily = '`' + family + '.' + std::string(name) + '`';
    auto& d = error("S0207", name, inMarks(name) + " is an option of every member of " + family);
    if (use == Use::single)
      d.help = "write " + qualified.front() + " for one of them";
    else if (use == Use::list)
      d.help = "write " + ofFamily + " for all of them, or " + qualified.front() + " for one";
    else
      d.help =
          (use == Use::conditionOfEach ? "write `self." + std::string(name) + "` for the member's own, or"
                                       : std::string("write")) +
          " a count over " + ofFamily + ", or " + qualified.front() + " for one of them";
    if (use == Use::conditionOfEach)
      d.propose(d.range, "self." + std::string(name));
    return;
  }
  auto& d = error("S0207", name,
                  inMarks(name) + (candidates.size() > 1 ? " can be an option of " + listed(owners, "or")
                                                         : " is an option of " + owners.front() +
                                                               " and also the name of a party"));
  d.help = "write " + listed(qualified, "or");
  for (const OptionId id : candidates)
    if (wisher && conflict_.option(id).owner == *wisher)
      d.propose(d.range, conflict_.party(*wisher).name + '.' + std::string(name));
}

std::string Names::takenIn(const model::StateRef& state) const {
  using Called = model::StateRef::Kind;
  const bool listed = state.kind == Called::listed && state.value < conflict_.listed.size();
  const bool named = state.kind == Called::named && state.value < conflict_.named.size();
  return takenIn(listed  ? conflict_.listed[state.value].pattern
                 : named ? conflict_.named[state.value].state
                         : model::Pattern());
}

std::string Names::takenIn(const model::Pattern& pattern) const {
  constexpr std::size_t mostShown = 8;
  if (pattern.size() == 0 || pattern.size() != conflict_.options.size() || pattern.size() > mostShown)
    return "join its options by `and`";
  std::string all;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (const OptionId id(i); pattern[id] != model::Choice::either)
      all +=
          (all.empty() ? "" : " and ") + std::string(pattern.taken(id) ? "" : "not ") + conflict_.nameOf(id);
  return "write `" + all + '`';
}

void Names::notACondition(Words name, Use use) const {
  if (states.contains(name)) {
    error("S0209", name, inMarks(name) + " is a state, and conditions are made of options").help =
        takenIn(states.at(name));
    return;
  }
  const bool isParty = parties.contains(name);
  auto& d =
      error("S0209", name, inMarks(name) + (isParty ? " is a party" : " is a family") + ", not a condition");
  const auto id = isParty ? parties.at(name) : conflict_.families[families.at(name).index()].members.front();
  const auto& p = conflict_.party(id);
  const std::string start(name);
  if (p.optionCount == 0)
    d.note = start + " has no options";
  else if (isParty && p.optionCount == 1)
    d.propose(d.range, start + '.' + conflict_.options[p.firstOption].name).help =
        "name its option: write " + inMarks(start + '.' + conflict_.options[p.firstOption].name);
  else if (isParty)
    d.help = "name one of its options, `" + start + '.' + conflict_.options[p.firstOption].name +
             "`, or count over `" + start + ".*`";
  else if (use == Use::list)
    d.propose(d.range, start + '.' + conflict_.options[p.firstOption].name).help =
        "count over an option of its members: write " +
        inMarks(start + '.' + conflict_.options[p.firstOption].name);
  else
    d.help = "count over an option of its members, `any of " + start + '.' +
             conflict_.options[p.firstOption].name + '`';
}

} // namespace stasis::language
