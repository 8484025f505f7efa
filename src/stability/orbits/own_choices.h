#pragma once

// The choices of one party: which of its options it takes, as far as the constraints on it alone allow. A
// choice is a mask, bit k for the party's k-th option. Masks ascend in the order of the states' numbers. The
// directions of its options say from which choice it can change to which.
//
// O(2^options · size of those constraints).

#include "model/conflict.h"

#include <optional>
#include <vector>

namespace stasis::stability {

/// The most options of one party; more would make more choices than a row can have.
inline constexpr std::size_t mostOwnOptions = 12;

class OwnChoices {
public:
  /// `constraints`: the positions of those that mention this party only.
  OwnChoices(const model::Conflict& conflict, model::PartyId party,
             const std::vector<std::size_t>& constraints);

  std::size_t size() const { return masks_.size(); }
  std::uint32_t mask(std::size_t choice) const { return masks_[choice]; }
  std::optional<std::size_t> find(std::uint32_t mask) const;
  /// Whether one move leads from the first choice to the second.
  bool leads(std::size_t from, std::size_t to) const {
    const std::uint32_t a = masks_[from];
    const std::uint32_t b = masks_[to];
    return from != to && !fixed_ && (a & ~b & kept_) == 0 && (b & ~a & barred_) == 0;
  }
  /// Whether every choice can be changed to every other.
  bool free() const { return !fixed_ && kept_ == 0 && barred_ == 0; }

private:
  std::vector<std::uint32_t> masks_;
  std::uint32_t kept_ = 0;   ///< options that cannot be given up
  std::uint32_t barred_ = 0; ///< options that cannot be taken up
  bool fixed_ = false;       ///< the party has no moves
};

/// What a party does in a state, as a mask.
std::uint32_t ownMask(const model::Conflict& conflict, model::PartyId party, const model::Pattern& state);
/// Writes the party's choice into the state.
void setOwn(const model::Conflict& conflict, model::PartyId party, std::uint32_t mask, model::Pattern& state);

/// The constraints that mention more than one party, and for each party those that mention it alone. A
/// constraint that mentions no party counts as joint.
struct ConstraintsByParty {
  std::vector<std::size_t> joint;
  std::vector<std::vector<std::size_t>> alone;
  std::vector<model::PartyId> inJoint; ///< the parties that joint constraints mention, ascending
};
ConstraintsByParty constraintsByParty(const model::Conflict& conflict);

} // namespace stasis::stability
