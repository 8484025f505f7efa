#pragma once

// The rules of a conflict at single states, read from the model: whether a state can be, what moves a party
// has from it, how a party likes one state against another. Walks that an engine's sets have narrowed down
// (a sanction to tell, a path to show) take their steps here, at any number of options: nothing is enumerated
// but a party's own choices, and the states where the model itself lists them.
//
// Definitions: R_i(s) and R+_i(s) of Fang, Hipel & Kilgour (1993); merged states and listed moves as in
// docs/concepts.md. Cost: `moves` visits the party's own choices, cut off where a constraint already fails
// (with merged states: every listed state once). Tested against tests/oracle/ on random conflicts of all
// forms.

#include "stability/engine.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace stasis::analysis {

/// What a state is worth to a party: compared lexicographically, larger is better. Worths of different
/// parties do not compare.
using Worth = std::vector<std::int64_t>;

class Rules {
public:
  /// More moves from one state than this are not listed: LimitReached.
  static constexpr std::size_t mostMoves = std::size_t{1} << 20U;

  /// The engine gives the conflict, and the states that numbers in its text mean.
  explicit Rules(stability::Engine& engine);
  ~Rules();
  Rules(Rules&&) noexcept;
  Rules& operator=(Rules&&) noexcept;

  const model::Conflict& conflict() const;

  /// A merged state is feasible as its listed pattern, not as one of its members.
  bool feasible(const model::Pattern& state) const;
  /// The feasible states the party can move to from this feasible state, in the order of their numbers.
  std::vector<model::Pattern> moves(model::PartyId party, const model::Pattern& from) const;
  /// Those of them it likes better.
  std::vector<model::Pattern> improvements(model::PartyId party, const model::Pattern& from) const;
  /// Whether `to` is among the moves.
  bool isMove(model::PartyId party, const model::Pattern& from, const model::Pattern& to) const;

  Worth worth(model::PartyId party, const model::Pattern& state) const;
  /// Of many states; 64 cost little more than one.
  std::vector<Worth> worths(model::PartyId party, std::span<const model::Pattern> states) const;
  /// For each statement of a party that prefers, in the order written, the states it holds in: bit k % 64 of
  /// word k / 64 for states[k].
  std::vector<std::vector<std::uint64_t>> statementsHeld(model::PartyId party,
                                                         std::span<const model::Pattern> states) const;
  /// greater: the party likes `a` better.
  std::strong_ordering compare(model::PartyId party, const model::Pattern& a, const model::Pattern& b) const;

  /// In the order of their numbers (listed order, else ascending binary value, first option least).
  bool before(const model::Pattern& a, const model::Pattern& b) const;

  /// Whether every party's moves (and so its improvements) are transitive: then nobody gains by moving
  /// twice, and the rule that nobody moves twice in a row changes no reachable set.
  bool transitive() const;

private:
  class Book;
  std::unique_ptr<const Book> book_;
};

} // namespace stasis::analysis
