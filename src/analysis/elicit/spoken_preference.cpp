#include "analysis/elicit/spoken_preference.h"

#include "model/lettered.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <variant>

namespace stasis::analysis {

using model::Conflict;
using model::OptionId;

namespace {

/// Lower case, one space between words and at both ends, `_` as a space, no other signs.
std::string plainWords(std::string_view text) {
  std::string words = " ";
  for (const char raw : text) {
    const char c = model::lowerCase(raw);
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U);
    if (letter)
      words += c;
    else if (words.back() != ' ' && raw != '\'')
      words += ' ';
  }
  return words.back() == ' ' ? words : words + ' ';
}

/// What is preferred, and to what, as words.
struct Sides {
  std::string better;
  std::string worse;
};

// Between `opening` and `middle` stands what is preferred, after it what it is preferred to. Without an
// opening it stands before the middle.
struct Form {
  std::string_view opening;
  std::string_view middle;
};

constexpr std::array<Form, 13> forms{{{" rather ", " than "},
                                      {" sooner ", " than "},
                                      {" prefer ", " rather than "},
                                      {" prefers ", " rather than "},
                                      {" prefer ", " over "},
                                      {" prefers ", " over "},
                                      {" prefer ", " to "},
                                      {" prefers ", " to "},
                                      {" better ", " than "},
                                      {"", " rather than "},
                                      {"", " is better than "},
                                      {"", " are better than "},
                                      {"", " would be better than "}}};

std::optional<Sides> sidesOf(const std::string& words) {
  for (const Form& form : forms) {
    const std::size_t open = form.opening.empty() ? 0 : words.find(form.opening);
    if (open == std::string::npos)
      continue;
    const std::size_t begin = form.opening.empty() ? 0 : open + form.opening.size() - 1;
    const std::size_t middle = words.find(form.middle, begin);
    if (middle == std::string::npos || middle <= begin)
      continue;
    return Sides{words.substr(begin, middle + 1 - begin), words.substr(middle + form.middle.size() - 1)};
  }
  return std::nullopt;
}

using Thing = std::variant<Place, OptionId>;

class Names {
public:
  Names(const Conflict& conflict, const Stakes& stakes) : stakes_(stakes) {
    for (const auto& named : conflict.named)
      if (!model::isLettered(named))
        addState(named.state, {named.name, named.label});
    for (const auto& listed : conflict.listed)
      addState(listed.pattern, {listed.name, listed.label});
    if (conflict.statusQuo)
      addState(*conflict.statusQuo, {"status quo"});
    for (std::size_t i = 0; i < conflict.options.size(); ++i)
      for (const auto& name : {conflict.options[i].name, conflict.options[i].label})
        add(name, OptionId(i));
  }

  /// What the words name; none where nothing, or no one thing, is named by the longest name in them.
  std::optional<Thing> in(const std::string& words) const {
    std::optional<Thing> best;
    std::size_t length = 0;
    for (const auto& [name, thing] : names_) {
      if (name.size() < length || words.find(name) == std::string::npos)
        continue;
      const bool another = name.size() == length && best && *best != thing;
      best = another ? std::nullopt : std::optional(thing);
      length = name.size();
    }
    return best;
  }

private:
  void addState(const model::Pattern& state, const std::vector<std::string>& names) {
    const auto found = std::ranges::find_if(stakes_.states(), [&](const auto& s) { return s.covers(state); });
    if (found != stakes_.states().end())
      for (const auto& name : names)
        add(name, static_cast<Place>(found - stakes_.states().begin()));
  }
  void add(const std::string& name, Thing thing) {
    if (const std::string words = plainWords(name); words != " ")
      names_.emplace_back(words, thing);
  }

  const Stakes& stakes_;
  std::vector<std::pair<std::string, Thing>> names_;
};

bool speaksFor(const Conflict& conflict, model::PartyId party, const evidence::LedgerEntry& entry) {
  const std::string name = plainWords(conflict.party(party).name);
  const std::string label = plainWords(conflict.party(party).label);
  const auto isIt = [&](const std::optional<std::string>& who) {
    const std::string words = plainWords(who.value_or(""));
    return words != " " && (words == name || words == label);
  };
  return isIt(entry.speaker) || isIt(entry.principal) ||
         std::ranges::any_of(entry.speakers,
                             [&](const auto& s) { return isIt(s.name) || isIt(s.principal); });
}

/// `other`, where one takes `better` and not `worse`, and the other the contrary, and all else is the same.
std::optional<Place> exchanged(const Stakes& stakes, Place one, OptionId better, OptionId worse) {
  model::Pattern other = stakes.states()[one];
  if (other[better] != model::Choice::yes || other[worse] != model::Choice::no)
    return std::nullopt;
  other.set(better, model::Choice::no);
  other.set(worse, model::Choice::yes);
  const auto found = std::ranges::find(stakes.states(), other);
  return found == stakes.states().end() ? std::nullopt
                                        : std::optional(static_cast<Place>(found - stakes.states().begin()));
}

} // namespace

SpokenPreferences spokenPreferences(const Conflict& conflict, const Stakes& stakes,
                                    const std::vector<evidence::LedgerEntry>& entries) {
  const Names names(conflict, stakes);
  SpokenPreferences spoken;
  for (const auto& entry : entries) {
    if (entry.polarity == evidence::Polarity::negative || entry.reality != evidence::Reality::asserted ||
        !speaksFor(conflict, stakes.party(), entry))
      continue;
    const auto sides = sidesOf(plainWords(entry.said().read()));
    if (!sides)
      continue;
    const auto better = names.in(sides->better);
    const auto worse = names.in(sides->worse);
    const std::string from = entry.source + ", " + std::to_string(entry.id) + ": " + entry.said().read();
    const std::size_t before = spoken.answers.size();
    if (better && worse && better->index() == 0 && worse->index() == 0 && *better != *worse)
      spoken.answers.push_back(
          {PairAnswer::Kind::rather, std::get<Place>(*better), std::get<Place>(*worse), from});
    if (better && worse && better->index() == 1 && worse->index() == 1)
      for (Place one = 0; one < stakes.states().size(); ++one)
        if (const auto other =
                exchanged(stakes, one, std::get<OptionId>(*better), std::get<OptionId>(*worse)))
          spoken.answers.push_back({PairAnswer::Kind::rather, one, *other, from});
    if (spoken.answers.size() > before)
      ++spoken.statements;
    else
      spoken.notUsed.push_back(from);
  }
  return spoken;
}

} // namespace stasis::analysis
