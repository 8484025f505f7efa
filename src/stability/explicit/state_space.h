#pragma once

// The feasible states one by one, in the order of their numbers: which options each takes and, if the model
// merges states, which it leaves open. Option o is bit o of a word.
//
// A state is found by its options in O(log n). The names that a text may give a state (a number, a listed
// name, a named choice) are looked up here as well.

#include "model/conflict.h"
#include "stability/engine.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace stasis::stability {

/// A position among the feasible states, from 0: the state's number less one.
using StateIndex = model::Id<struct StateTag>;

class StateSpace {
public:
  /// The states of a conflict without a list, ascending.
  StateSpace(const model::Conflict& conflict, std::vector<std::uint64_t> ascending);
  /// The states listed, in their order. Patterns must not overlap.
  static StateSpace listed(const model::Conflict& conflict);

  const model::Conflict& conflict() const { return *conflict_; }
  std::size_t size() const { return taken_.size(); }
  bool merged() const { return !open_.empty(); }

  /// Options taken in every member.
  std::uint64_t taken(StateIndex s) const { return taken_[s.index()]; }
  /// Options taken in some members only; 0 except for merged states.
  std::uint64_t open(StateIndex s) const { return open_.empty() ? 0 : open_[s.index()]; }
  std::span<const std::uint64_t> taken() const { return taken_; }
  std::span<const std::uint64_t> open() const { return open_; } ///< empty if no states are merged

  model::Pattern pattern(StateIndex s) const;
  /// The state whose members include this choice of all options.
  std::optional<StateIndex> find(std::uint64_t taken) const;
  /// The state that this pattern writes: a state, a merged state, or one member of a merged state.
  std::optional<StateIndex> find(const model::Pattern& pattern) const;
  std::optional<StateIndex> find(const model::StateRef& reference) const;

  /// The options a party owns, as bits.
  std::uint64_t own(model::PartyId party) const;

private:
  StateSpace() = default;
  void indexByValue();

  const model::Conflict* conflict_ = nullptr;
  std::vector<std::uint64_t> taken_;
  std::vector<std::uint64_t> open_;
  std::vector<std::uint32_t> byValue_; ///< by `taken`, if numbers have another order
  std::vector<std::uint32_t> merged_;  ///< states that leave some option open
};

/// One bit for each option at Y; at most 64 options.
std::uint64_t takenBits(const model::Pattern& pattern);
/// One bit for each option at `-`.
std::uint64_t openBits(const model::Pattern& pattern);

} // namespace stasis::stability
