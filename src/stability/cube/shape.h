#pragma once

// A conflict as a cube. A state's number is written in mixed radix, one digit a party, which counts the
// party's own choices. Constraints on one party alone make its digit smaller; numbers that the other
// constraints rule out are *holes*. Digits stand in the order of the options, the first party's least
// significant, so numbers and states ascend together.
//
// Cost: O(numbers × nodes of the joint constraints / 64). Tested in tests/stability.

#include "model/conflict.h"
#include "stability/errand.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace stasis::stability::cube {

/// A party with two choices or more.
struct Digit {
  model::PartyId party;
  std::uint64_t options = 0;          ///< the party's options, as bits of a state
  std::vector<std::uint64_t> choices; ///< of those options, ascending
  std::size_t stride = 1;             ///< numbers between one choice and the next
  std::uint64_t kept = 0;             ///< options that cannot be given up
  std::uint64_t barred = 0;           ///< options that cannot be taken up
  std::size_t radix() const { return choices.size(); }
};

class Shape {
public:
  /// None if a party has more choices than a cube takes, or none at all; if there would be more than
  /// `mostNumbers` numbers; or if moves or states are listed.
  static std::optional<Shape> of(const model::Conflict& conflict, std::uint64_t mostNumbers,
                                 const Errand& errand);

  const model::Conflict& conflict() const { return *conflict_; }
  const std::vector<Digit>& digits() const { return digits_; }
  std::size_t size() const { return size_; }

  /// The digit of a party; none if the party has only one choice.
  std::optional<std::size_t> digitOf(model::PartyId party) const;
  std::uint64_t taken(std::size_t number) const;
  std::optional<std::size_t> find(std::uint64_t taken) const;
  std::optional<std::size_t> find(const model::State& state) const;

  /// Constraints that mention several parties, or none.
  const std::vector<std::size_t>& joint() const { return joint_; }

private:
  const model::Conflict* conflict_ = nullptr;
  std::vector<Digit> digits_;
  std::uint64_t fixed_ = 0; ///< taken in every state
  std::size_t size_ = 1;
  std::vector<std::size_t> joint_;
};

} // namespace stasis::stability::cube
