#pragma once

// The names that messages use for the states of a space.

#include "stability/explicit/state_space.h"
#include "stability/numbered_states.h"

#include <string>

namespace stasis::stability {

class NumbersInSpace : public NumberedStates {
public:
  explicit NumbersInSpace(const StateSpace& space) : space_(space) {}
  const model::Conflict& conflict() const override { return space_.conflict(); }
  Count size() const override { return static_cast<unsigned long>(space_.size()); }
  std::optional<StateNumber> number(const model::Pattern& state) const override;

private:
  const StateSpace& space_;
};

/// The name in backquotes: `s3`, `war`.
std::string nameOf(const StateSpace& space, StateIndex s);
/// The names of at most five states, then how many more there are.
std::string namesOf(const StateSpace& space, const std::vector<StateIndex>& states);

} // namespace stasis::stability
