#include "stability/numbered_states.h"

#include <algorithm>

namespace stasis::stability {

using Kind = model::StateRef::Kind;

std::optional<StateNumber> NumberedStates::find(const model::StateRef& reference) const {
  if (reference.kind == Kind::named)
    return number(conflict().named[reference.value].state);
  if (reference.kind == Kind::listed)
    return reference.value + 1;
  if (reference.value < 1 || size() < static_cast<unsigned long>(reference.value))
    return std::nullopt;
  return reference.value;
}

std::string nameOf(const NumberedStates& states, StateNumber number) {
  const auto& conflict = states.conflict();
  if (!conflict.listed.empty())
    return inMarks(conflict.listed[number - 1].name);
  for (const auto& named : conflict.named)
    if (states.number(named.state) == number)
      return inMarks(named.name);
  const std::string name = "s" + std::to_string(number);
  const auto hides = [&](const model::NamedState& named) { return named.name == name; };
  if (std::ranges::any_of(conflict.named, hides))
    return "state number " + std::to_string(number) + " (" + inMarks(name) + " is the name of another)";
  return inMarks(name);
}

std::string nameOf(const model::Conflict& conflict, const model::StateRef& reference) {
  switch (reference.kind) {
  case Kind::listed: return inMarks(conflict.listed[reference.value].name);
  case Kind::named: return inMarks(conflict.named[reference.value].name);
  case Kind::number: break;
  }
  return inMarks("s" + std::to_string(reference.value));
}

std::string namesOf(const NumberedStates& states, const std::vector<StateNumber>& first, const Count& count) {
  constexpr std::size_t told = 5;
  std::string text;
  const std::size_t shown = count > told + 1 ? told : first.size();
  for (std::size_t k = 0; k < shown; ++k) {
    const bool last = k + 1 == count;
    text += (k == 0 ? "" : last ? " and " : ", ") + nameOf(states, first[k]);
  }
  if (shown < count)
    text += " and " + Count(count - shown).get_str() + " more";
  return text;
}

} // namespace stasis::stability
