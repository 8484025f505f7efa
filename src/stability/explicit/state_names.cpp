#include "stability/explicit/state_names.h"

#include <algorithm>

namespace stasis::stability {

std::string nameOf(const StateSpace& space, StateIndex s) {
  const auto& conflict = space.conflict();
  if (!conflict.listed.empty())
    return inMarks(conflict.listed[s.index()].name);
  for (const auto& named : conflict.named)
    if (takenBits(named.state) == space.taken(s))
      return inMarks(named.name);
  return inMarks("s" + std::to_string(s.index() + 1));
}

std::string nameOf(const model::Conflict& conflict, const model::StateRef& reference) {
  switch (reference.kind) {
  case model::StateRef::Kind::listed: return inMarks(conflict.listed[reference.value].name);
  case model::StateRef::Kind::named: return inMarks(conflict.named[reference.value].name);
  case model::StateRef::Kind::number: break;
  }
  return inMarks("s" + std::to_string(reference.value));
}

std::string namesOf(const StateSpace& space, const std::vector<StateIndex>& states) {
  constexpr std::size_t told = 5;
  std::string text;
  const std::size_t shown = states.size() > told + 1 ? told : states.size();
  for (std::size_t k = 0; k < shown; ++k) {
    const bool last = k + 1 == states.size();
    text += (k == 0 ? "" : last ? " and " : ", ") + nameOf(space, states[k]);
  }
  if (shown < states.size())
    text += " and " + std::to_string(states.size() - shown) + " more";
  return text;
}

} // namespace stasis::stability
