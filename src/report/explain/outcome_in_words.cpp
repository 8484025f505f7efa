#include "report/explain/outcome_in_words.h"

#include "report/explain/deterrence_words.h"
#include "report/telling/nearest_outcome.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <vector>

namespace stasis::report {

using model::Conflict;
using model::Pattern;

namespace {

bool isToday(const Conflict& conflict, const Pattern& state) {
  return conflict.statusQuo && state.covers(*conflict.statusQuo);
}

} // namespace

std::string differenceInWords(const Conflict& conflict, const Pattern& other, const Pattern& state) {
  std::vector<std::string> changes;
  const auto act = [&](model::PartyId id) {
    const auto& party = conflict.party(id);
    Pattern there = other;
    for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
      there.set(model::OptionId(o), state[model::OptionId(o)]);
    return there == other ? std::string() : actWords(conflict, {id, other, there});
  };
  for (const auto& [group, words] : toldTogether(conflict, act))
    if (!words.empty())
      changes.push_back(partiesInside(conflict, group) + " would " + words);
  return joined(changes, "; ");
}

std::string outcomeInWords(const Conflict& conflict, const Pattern& state) {
  const std::string title = stateTitle(conflict, state);
  if (isToday(conflict, state))
    return title.empty() || title == "status quo" ? "Today" : "Today: " + title;
  if (const auto near = nearestNamed(conflict, state)) {
    const std::string like =
        isToday(conflict, *near) ? "As today" : outcomeName(conflict, *near, Called::label);
    return like + ", but " + differenceInWords(conflict, *near, state);
  }
  return outcomeName(conflict, state, Called::label);
}

} // namespace stasis::report
