#pragma once

// The choices one party has: which of its options it takes, as far as the constraints that speak of nobody
// else allow. A choice is a mask, bit k for the party's k-th option; masks ascend, which is the order of the
// states' numbers. From which choice it can change to which, its options' directions say.
//
// O(2^options · size of those constraints).

#include "model/conflict.h"

#include <optional>
#include <vector>

namespace stasis::stability {

/// More options of one party would make more choices than a row of them can have.
inline constexpr std::size_t mostOwnOptions = 12;

class OwnChoices {
public:
  /// `constraints`: positions of those that speak of this party only.
  OwnChoices(const model::Conflict& conflict, model::PartyId party,
             const std::vector<std::size_t>& constraints);

  std::size_t size() const { return masks_.size(); }
  std::uint32_t mask(std::size_t choice) const { return masks_[choice]; }
  std::optional<std::size_t> find(std::uint32_t mask) const;
  /// Whether one move leads from the one to the other.
  bool leads(std::size_t from, std::size_t to) const {
    const std::uint32_t a = masks_[from];
    const std::uint32_t b = masks_[to];
    return from != to && !fixed_ && (a & ~b & kept_) == 0 && (b & ~a & barred_) == 0;
  }
  /// Every choice can be changed to every other.
  bool free() const { return !fixed_ && kept_ == 0 && barred_ == 0; }

private:
  std::vector<std::uint32_t> masks_;
  std::uint32_t kept_ = 0;   ///< options that cannot be given up
  std::uint32_t barred_ = 0; ///< options that cannot be taken up
  bool fixed_ = false;       ///< the party has no moves
};

/// What a party does in a state, as a mask.
std::uint32_t ownMask(const model::Conflict& conflict, model::PartyId party, const model::Pattern& state);
/// Puts it into the state.
void setOwn(const model::Conflict& conflict, model::PartyId party, std::uint32_t mask, model::Pattern& state);

/// The constraints that speak of more than one party, and for each party those that speak of it alone. Those
/// of nobody count as of more than one.
struct ConstraintsByParty {
  std::vector<std::size_t> joint;
  std::vector<std::vector<std::size_t>> alone;
  std::vector<model::PartyId> inJoint; ///< the parties that joint constraints speak of, ascending
};
ConstraintsByParty constraintsByParty(const model::Conflict& conflict);

} // namespace stasis::stability
