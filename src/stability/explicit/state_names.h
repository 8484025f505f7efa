#pragma once

// The states of a space as messages call them.

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

/// In marks: `s3`, `war`.
std::string nameOf(const StateSpace& space, StateIndex s);
/// Several, at most five and then how many more.
std::string namesOf(const StateSpace& space, const std::vector<StateIndex>& states);

} // namespace stasis::stability
