#include "report/telling/outcome_name.h"

#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <optional>

namespace stasis::report {

using model::Choice;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::Pattern;

namespace {

std::size_t differences(const Pattern& a, const Pattern& b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    count += a[OptionId(i)] != b[OptionId(i)] ? 1 : 0;
  return count;
}

/// States with a title, in the order of the text, the status quo last.
std::vector<Pattern> titled(const Conflict& conflict) {
  std::vector<Pattern> all;
  for (const auto& named : conflict.named)
    all.push_back(named.state);
  for (const auto& listed : conflict.listed)
    if (!listed.label.empty() && listed.pattern.isState())
      all.push_back(listed.pattern);
  if (conflict.statusQuo)
    all.push_back(*conflict.statusQuo);
  return all;
}

std::optional<Pattern> nearest(const Conflict& conflict, const Pattern& state) {
  std::optional<Pattern> best;
  std::size_t least = mostDifferences + 1;
  for (const Pattern& one : titled(conflict))
    if (one.size() == state.size() && differences(one, state) < least) {
      least = differences(one, state);
      best = one;
    }
  return best;
}

/// `Ukraine: accept; all 26 Guarantors: ground`: the options of which the state has `choice` and the other
/// not.
std::string changes(const Conflict& conflict, const Pattern& from, const Pattern& to, Choice choice) {
  const auto changed = [&](PartyId id) {
    std::vector<std::string> names;
    const auto& party = conflict.party(id);
    for (std::size_t i = party.firstOption; i < party.firstOption + party.optionCount; ++i)
      if (to[OptionId(i)] == choice && from[OptionId(i)] != choice)
        names.push_back(conflict.option(OptionId(i)).name);
    return joined(names, ", ");
  };
  std::vector<std::string> parts;
  for (const auto& [parties, what] : toldTogether(conflict, changed))
    if (!what.empty())
      parts.push_back(joined(partiesWords(conflict, parties, Called::name), ", ") + ": " + what);
  return joined(parts, "; ");
}

} // namespace

std::string nameByDifference(const Conflict& conflict, const Pattern& state) {
  if (std::string title = stateTitle(conflict, state); !title.empty())
    return title;
  if (!state.isState())
    return {};
  const auto from = nearest(conflict, state);
  if (!from)
    return {};
  const std::string taken = changes(conflict, *from, state, Choice::yes);
  const std::string dropped = changes(conflict, *from, state, Choice::no);
  return stateTitle(conflict, *from) + (taken.empty() ? "" : " + " + taken) +
         (dropped.empty() ? "" : (taken.empty() ? " without " : ", without ") + dropped);
}

std::string outcomeName(const Conflict& conflict, const Pattern& state) {
  std::string name = nameByDifference(conflict, state);
  return name.empty() ? inWords(conflict, state) : name;
}

} // namespace stasis::report
