#include "report/telling/outcome_name.h"

#include "model/lettered.h"
#include "report/telling/long_words.h"
#include "report/telling/nearest_outcome.h"
#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stasis::report {

using model::Choice;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::Pattern;

namespace {

/// The party's options as `YN-`, with `=` for each that does not differ.
std::string differing(const model::Party& party, const Pattern& a, const Pattern& b) {
  std::string letters;
  for (std::size_t i = party.firstOption; i < party.firstOption + party.optionCount; ++i)
    letters += a[OptionId(i)] != b[OptionId(i)] ? static_cast<char>(b[OptionId(i)]) : '=';
  return letters;
}

/// How many differences are worded: members of a family that differ alike count once.
std::size_t differences(const Conflict& conflict, const Pattern& a, const Pattern& b) {
  std::size_t count = 0;
  std::set<std::pair<std::size_t, std::string>> told; // by family
  for (const auto& party : conflict.parties) {
    std::string letters = differing(party, a, b);
    const auto options = letters.size() - static_cast<std::size_t>(std::ranges::count(letters, '='));
    if (!party.family || told.emplace(party.family->index(), std::move(letters)).second)
      count += options;
  }
  return count;
}

/// The states with a title, in the order of the text, the status quo last.
std::vector<Pattern> titled(const Conflict& conflict) {
  std::vector<Pattern> all;
  for (const auto& named : conflict.named)
    if (!model::isLettered(named))
      all.push_back(named.state);
  for (const auto& listed : conflict.listed)
    if (!listed.label.empty() && listed.pattern.isState())
      all.push_back(listed.pattern);
  if (conflict.statusQuo)
    all.push_back(*conflict.statusQuo);
  return all;
}

/// `training` and `trained`, `settlement` and `settle`: the first five letters are the same.
bool shareAWord(std::string_view one, std::string_view other) {
  constexpr std::size_t stem = 5;
  const auto words = longWords(other, stem);
  return std::ranges::any_of(longWords(one, stem), [&](const std::string& word) {
    return std::ranges::any_of(words,
                               [&](const std::string& o) { return o.compare(0, stem, word, 0, stem) == 0; });
  });
}

/// Whether an option that is taken in `named` and not in `state` is what the name of `named` speaks of: the
/// dog is not trained where it is not sent to training.
bool contradicts(const Conflict& conflict, const Pattern& named, const Pattern& state) {
  const std::string title = stateTitle(conflict, named);
  for (std::size_t i = 0; i < state.size(); ++i)
    if (const OptionId option(i); named[option] == Choice::yes && state[option] == Choice::no &&
                                  shareAWord(title, conflict.labelOf(option)))
      return true;
  return false;
}

std::optional<Pattern> nearest(const Conflict& conflict, const Pattern& state) {
  std::optional<Pattern> best;
  const std::size_t taken = differences(conflict, Pattern(state.size(), Choice::no), state);
  std::size_t least = std::min(mostDifferences, taken + 1) + 1;
  for (const Pattern& one : titled(conflict))
    if (one.size() == state.size())
      if (const std::size_t differ = differences(conflict, one, state);
          differ < least && !contradicts(conflict, one, state)) {
        least = differ;
        best = one;
      }
  return best;
}

/// `Ukraine: accept; all 26 Guarantors: ground`: the options that have `choice` in one state and not in the
/// other.
std::string changes(const Conflict& conflict, const Pattern& from, const Pattern& to, Choice choice,
                    Called called) {
  const auto changed = [&](PartyId id) {
    std::vector<std::string> names;
    const auto& party = conflict.party(id);
    for (std::size_t i = party.firstOption; i < party.firstOption + party.optionCount; ++i)
      if (to[OptionId(i)] == choice && from[OptionId(i)] != choice)
        names.push_back(called == Called::name ? conflict.option(OptionId(i)).name
                                               : conflict.labelOf(OptionId(i)));
    return joined(names, ", ");
  };
  std::vector<std::string> parts;
  for (const auto& [parties, what] : toldTogether(conflict, changed))
    if (!what.empty())
      parts.push_back(joined(partiesWords(conflict, parties, called), ", ") + ": " + what);
  return joined(parts, "; ");
}

} // namespace

namespace {

/// `s12` is a place in a list and says nothing in running text.
bool isNumberAlone(std::string_view title) {
  if (title.starts_with('s'))
    title.remove_prefix(1);
  return !title.empty() && title.find_first_not_of("0123456789") == std::string_view::npos;
}

/// In running text, today's state is called `today`.
std::string titleOf(const Conflict& conflict, const Pattern& state, Called called) {
  std::string title = stateTitle(conflict, state);
  return called == Called::label && title == "status quo" ? "today" : title;
}

} // namespace

std::optional<Pattern> nearestNamed(const Conflict& conflict, const Pattern& state) {
  const std::string title = stateTitle(conflict, state);
  if ((!title.empty() && !isNumberAlone(title)) || !state.isState())
    return std::nullopt;
  return nearest(conflict, state);
}

std::string nameByDifference(const Conflict& conflict, const Pattern& state, Called called) {
  std::string title = titleOf(conflict, state, called);
  if (!title.empty() && (called == Called::name || !isNumberAlone(title)))
    return title;
  if (!state.isState())
    return {};
  const auto from = nearest(conflict, state);
  if (!from)
    return {};
  const std::string taken = changes(conflict, *from, state, Choice::yes, called);
  const std::string dropped = changes(conflict, *from, state, Choice::no, called);
  return titleOf(conflict, *from, called) + (taken.empty() ? "" : " + " + taken) +
         (dropped.empty() ? "" : (taken.empty() ? " without " : ", without ") + dropped);
}

std::string outcomeName(const Conflict& conflict, const Pattern& state, Called called) {
  std::string name = nameByDifference(conflict, state, called);
  return name.empty() ? inWords(conflict, state) : name;
}

} // namespace stasis::report
