#pragma once

// The rules of a conflict at single states, read from the model: whether a state is feasible, what moves a
// party has from it, how a party compares two states. Walks through an engine's sets (to show a sanction or a
// path) take their steps here. It works with any number of options: it enumerates only a party's own choices,
// and the states that the model itself lists.
//
// Definitions: R_i(s) and R+_i(s) of Fang, Hipel & Kilgour (1993); merged states and listed moves as in
// docs/concepts.md. Cost: `moves` visits the party's own choices and abandons those that already fail a
// constraint (with merged states: every listed state once). Tested against tests/oracle/ on random conflicts
// of all forms.

#include "stability/engine.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace stasis::analysis {

/// The worth of a state to a party: compared lexicographically, larger is better. Worths of different parties
/// are not comparable.
using Worth = std::vector<std::int64_t>;

class Rules {
public:
  /// `moves` throws LimitReached if a state has more moves than this.
  static constexpr std::size_t mostMoves = std::size_t{1} << 20U;

  /// The engine provides the conflict, and the states that numbers in its text mean.
  explicit Rules(stability::Engine& engine);
  ~Rules();
  Rules(Rules&&) noexcept;
  Rules& operator=(Rules&&) noexcept;

  const model::Conflict& conflict() const;

  /// A merged state is feasible as its listed pattern, not as a single member.
  bool feasible(const model::Pattern& state) const;
  /// The feasible states the party can move to from this feasible state, in the order of their numbers.
  std::vector<model::Pattern> moves(model::PartyId party, const model::Pattern& from) const;
  /// The moves to states that the party likes better.
  std::vector<model::Pattern> improvements(model::PartyId party, const model::Pattern& from) const;
  /// Whether `to` is among the moves.
  bool isMove(model::PartyId party, const model::Pattern& from, const model::Pattern& to) const;

  Worth worth(model::PartyId party, const model::Pattern& state) const;
  /// For many states; 64 cost little more than one.
  std::vector<Worth> worths(model::PartyId party, std::span<const model::Pattern> states) const;
  /// For each statement of a party that prefers, in the order written, the states it holds in: bit k % 64 of
  /// word k / 64 for states[k].
  std::vector<std::vector<std::uint64_t>> statementsHeld(model::PartyId party,
                                                         std::span<const model::Pattern> states) const;
  /// greater: the party likes `a` better.
  std::strong_ordering compare(model::PartyId party, const model::Pattern& a, const model::Pattern& b) const;

  /// In order of number (listed order, else ascending binary value, first option least significant).
  bool before(const model::Pattern& a, const model::Pattern& b) const;

  /// Whether every party's moves (and so its improvements) are transitive. Then a party gains nothing by
  /// moving twice, and the rule that nobody moves twice in a row changes no reachable set.
  bool transitive() const;

private:
  class Book;
  std::unique_ptr<const Book> book_;
};

} // namespace stasis::analysis
