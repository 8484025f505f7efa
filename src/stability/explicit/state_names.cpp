#include "stability/explicit/state_names.h"

namespace stasis::stability {

std::optional<StateNumber> NumbersInSpace::number(const model::Pattern& state) const {
  const auto s = space_.find(state);
  return s ? std::optional<StateNumber>(s->index() + 1) : std::nullopt;
}

std::string nameOf(const StateSpace& space, StateIndex s) {
  return nameOf(NumbersInSpace(space), s.index() + 1);
}

std::string namesOf(const StateSpace& space, const std::vector<StateIndex>& states) {
  std::vector<StateNumber> numbers;
  for (const StateIndex s : states)
    numbers.push_back(s.index() + 1);
  return namesOf(NumbersInSpace(space), numbers, static_cast<unsigned long>(numbers.size()));
}

} // namespace stasis::stability
