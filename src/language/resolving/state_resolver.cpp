#include "language/resolving/state_resolver.h"

#include "language/codes/nearest.h"
#include "language/parsing/token_stream.h"

#include <algorithm>
#include <charconv>

namespace stasis::language {

using model::Choice;
using model::Pattern;
using model::State;
using model::StateRef;

void StateResolver::enterAll(const syntax::File& file) {
  listBroken_ = file.listBroken;
  for (const auto& s : file.listed)
    listed(s);
  if (!file.listBroken)
    checkOverlaps(file.listed);
  for (const auto& s : file.named)
    named(s);
  statusQuo(file.statusQuo);
}

// --- the list

void StateResolver::listed(const syntax::ListedState& written) {
  const std::size_t options = conflict_.options.size();
  auto pattern = Pattern::parse(written.letters);
  if (!written.letterWords.empty() && written.letters.size() != options) {
    auto& d = names_.error("S0406", written.letterWords,
                           std::to_string(written.letters.size()) +
                               (written.letters.size() == 1 ? " letter for " : " letters for ") +
                               std::to_string(options) + (options == 1 ? " option" : " options"));
    d.help = "write one `Y`, `N` or `-` for each option, in the order in which they are declared";
    pattern.reset();
  }
  conflict_.listed.push_back(
      {std::string(written.name), written.label, pattern.value_or(Pattern()), names_.rangeOf(written.name)});
}

void StateResolver::checkOverlaps(const std::vector<syntax::ListedState>& written) {
  const bool whole = std::ranges::all_of(
      conflict_.listed, [&](const auto& s) { return s.pattern.size() == conflict_.options.size(); });
  if (!whole)
    return;
  for (std::size_t i = 0; i < conflict_.listed.size(); ++i) {
    const Pattern& pattern = conflict_.listed[i].pattern;
    if (const auto earlier = tree_.meets(pattern))
      reportOverlap(written[*earlier], written[i], conflict_.listed[*earlier].pattern == pattern);
    tree_.insert(pattern, i);
  }
}

void StateResolver::reportOverlap(const syntax::ListedState& one, const syntax::ListedState& other,
                                  bool same) {
  const std::string names = inMarks(one.name);
  auto& d = names_.error("S0408", other.letterWords,
                         same ? "these are the same choices as those of " + names
                              : "some state belongs both to this one and to " + names);
  d.help = same ? "delete one of the two" : "a `-` stands for both Y and N: make the two differ in an option";
}

// --- options taken

void StateResolver::named(const syntax::NamedState& written) {
  const auto state = stateOf(written.options, written.name);
  conflict_.named.push_back(
      {std::string(written.name), written.label, state.value_or(State()), names_.rangeOf(written.name)});
}

void StateResolver::statusQuo(const std::vector<syntax::StatusQuo>& written) {
  for (const auto& s : written) {
    auto state = stateOf(s.options, s.words);
    if (&s == &written.front()) {
      conflict_.statusQuo = std::move(state);
      conflict_.statusQuoRange = names_.rangeOf(s.words);
    } else {
      auto& d = names_.error("S0204", s.words, "the status quo is given a second time");
      d.note = "the first is on line " + std::to_string(names_.lineOf(written.front().words));
      d.related.push_back({names_.rangeOf(written.front().words), "the first"});
      d.help = "keep one of the two";
    }
  }
}

std::optional<State> StateResolver::stateOf(const syntax::OptionList& list, syntax::Words words) {
  if (!expansion_.letters(conflict_.options.size(), words))
    return std::nullopt;
  State state(conflict_.options.size(), Choice::no);
  bool broken = list.broken;
  for (const auto& ref : list.taken)
    broken = !take(ref, state) || broken;
  if (broken)
    return std::nullopt;
  return state;
}

bool StateResolver::take(const syntax::Reference& ref, State& state) {
  const bool isOption = ref.kind != syntax::Reference::Kind::plain || names_.options.contains(ref.first);
  if (!isOption && names_.states.contains(ref.first)) {
    stateAmongOptions(ref, patternOf(names_.states.at(ref.first)));
    return false;
  }
  const bool letters = ref.first.size() == conflict_.options.size() &&
                       ref.first.find_first_not_of("YN") == std::string_view::npos;
  if (!isOption && letters && !names_.defines.contains(ref.first)) {
    stateAmongOptions(ref, *Pattern::parse(ref.first));
    return false;
  }
  const auto options = expressions_.optionsOf(ref);
  if (!options)
    return false;
  bool again = false;
  for (const auto id : *options) {
    again = again || state.taken(id);
    state.set(id, Choice::yes);
  }
  if (again)
    names_
        .warning("S0405", ref.words,
                 options->size() == 1 ? inMarks(ref.words) + " is named twice in this list"
                                      : "some of " + inMarks(ref.words) + " is in this list already")
        .help = "once is enough";
  return true;
}

// `status quo war` — the options of that state are what belongs here.
void StateResolver::stateAmongOptions(const syntax::Reference& ref, const Pattern& pattern) const {
  auto& d =
      names_.error("S0209", ref.first, inMarks(ref.first) + " is a state, and this is a list of options");
  std::string taken;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (pattern.taken(model::OptionId(i)))
      taken += (taken.empty() ? "" : ", ") + conflict_.nameOf(model::OptionId(i));
  taken = taken.empty() ? "none" : taken;
  if (pattern.size() > 0 && pattern.isState())
    d.propose(d.range, taken).help = "write its options: `" + taken + '`';
}

/// The options of a listed or named state; empty where it is broken.
Pattern StateResolver::patternOf(const StateRef& known) const {
  if (known.kind == StateRef::Kind::listed)
    return known.value < conflict_.listed.size() ? conflict_.listed[known.value].pattern : Pattern();
  return known.value < conflict_.named.size() ? conflict_.named[known.value].state : Pattern();
}

// --- references

std::optional<StateRef> StateResolver::resolve(const syntax::StateName& written) const {
  const syntax::Words words = written.words;
  if (words.empty())
    return std::nullopt;
  const auto known = names_.states.find(words);
  if (known != names_.states.end()) {
    StateRef ref = known->second;
    ref.range = names_.rangeOf(words);
    return ref;
  }
  if (const auto spelled = byLetters(words))
    return spelled->size() == conflict_.options.size() ? std::optional(lettered(words, *spelled))
                                                       : std::nullopt;
  const std::string_view digits = words.front() == 's' ? words.substr(1) : words;
  if (!digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos)
    return numbered(words, digits);
  auto& d = names_.error("S0212", words, "unknown state " + inMarks(words));
  if (names_.full())
    return std::nullopt;
  Nearest search(words);
  for (const auto& s : conflict_.listed)
    search.consider(s.name);
  for (const auto& s : conflict_.named)
    search.consider(s.name);
  if (search.found())
    d.propose(d.range, std::string(*search.found())).help =
        "did you mean `" + std::string(*search.found()) + "`?";
  else if (names_.options.contains(words))
    d.help = inMarks(words) + " is an option; give a state a name: `state NAME = OPTIONS TAKEN`";
  else if (conflict_.listed.empty())
    d.help =
        "give it a name, `state " + std::string(words) + " = OPTIONS TAKEN`, or use its number, as in `s3`";
  return std::nullopt;
}

/// The state that `YNY` spells; of another length than there are options (reported), an empty one.
std::optional<State> StateResolver::byLetters(syntax::Words words) const {
  if (words.find_first_not_of("YN") != std::string_view::npos)
    return std::nullopt;
  const std::size_t options = conflict_.options.size();
  if (words.size() == options)
    return Pattern::parse(words);
  const bool meant = words.size() > 1 || options == 1;
  if (!meant) // `Y` may as well be a name that is not known
    return std::nullopt;
  auto& d =
      names_.error("S0406", words,
                   std::to_string(words.size()) + (words.size() == 1 ? " letter for " : " letters for ") +
                       std::to_string(options) + (options == 1 ? " option" : " options"));
  d.help = "write one `Y` or `N` for each option, in the order in which they are declared";
  return State();
}

/// The listed or named state with these letters, else one more among the named ones (model/lettered.h).
StateRef StateResolver::lettered(syntax::Words words, const State& state) const {
  const model::Range range = names_.rangeOf(words);
  if (const auto listed = conflict_.listed.empty() ? std::nullopt : tree_.meets(state))
    return {StateRef::Kind::listed, *listed, range};
  const auto known = std::ranges::find(conflict_.named, state, &model::NamedState::state);
  const auto place = static_cast<std::size_t>(known - conflict_.named.begin());
  if (known == conflict_.named.end())
    conflict_.named.push_back({state.letters(), {}, state, range});
  return {StateRef::Kind::named, place, range};
}

std::optional<StateRef> StateResolver::numbered(syntax::Words words, std::string_view digits) const {
  std::size_t number = 0;
  const bool fits = std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc();
  const std::size_t count = conflict_.listed.size();
  if (fits && number >= 1 && (count == 0 || number <= count))
    return StateRef{StateRef::Kind::number, number, names_.rangeOf(words)};
  auto& d = names_.error("S0212", words, "there is no state " + inMarks(words));
  if (count > 0)
    d.help = "the listed states have the numbers 1 to " + std::to_string(count);
  else
    d.help = number == 0 && fits ? "states are numbered from 1" : "that is more than can be counted";
  return std::nullopt;
}

std::optional<std::size_t> StateResolver::listedIndex(const StateRef& ref) const {
  if (conflict_.listed.empty())
    return std::nullopt;
  switch (ref.kind) {
  case StateRef::Kind::listed: return ref.value;
  case StateRef::Kind::number: return ref.value - 1;
  case StateRef::Kind::named: break;
  }
  const State& state = conflict_.named[ref.value].state;
  if (state.size() != conflict_.options.size())
    return std::nullopt;
  return tree_.meets(state);
}

std::string StateResolver::keyOf(const StateRef& ref) const {
  if (const auto listed = listedIndex(ref))
    return 's' + std::to_string(*listed + 1);
  if (ref.kind != StateRef::Kind::named)
    return 's' + std::to_string(ref.value);
  const auto& named = conflict_.named[ref.value];
  return named.state.size() == 0 ? named.name : named.state.letters(); // one that could not be read is itself
}

} // namespace stasis::language
