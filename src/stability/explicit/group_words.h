#pragma once

// For many targets at once: the states from which a group of parties can bring about a state of the target,
// by legal sequences of one step or more in which nobody moves twice in a row. One row a state, one bit a
// target (class_rows.h).
//
// If each step is any move by options that are free both ways, the group can lead everywhere in a component:
// O(states). Otherwise the graph of (state, who moved last) is divided, once, into strongly connected parts
// (Tarjan 1972, with the one array of Pearce 2016): O(steps × parties). What a part leads to is the same for
// all of it, so each further question costs O(states) and a visit for each pair of parts that a step ties.
// Tested against the oracle in tests/stability.

#include "stability/explicit/class_rows.h"
#include "stability/explicit/party_steps.h"

#include <functional>

namespace stasis::stability {

/// What a group can bring about from each state; rows by place (`GroupAnswers::placeOf`).
template <std::size_t W> struct Brought {
  std::vector<ClassRow<W>> once;
  std::vector<ClassRow<W>> twice; ///< by two states at least; only if the group's answers are `exact`
};

class GroupAnswers {
public:
  /// `steps`: those of each member; they must live as long as this.
  static GroupAnswers bySteps(std::size_t states, std::vector<const PartySteps*> steps, const Errand& errand);
  /// For cells, where two moves in a row by one party are one move of that party.
  static GroupAnswers inComponents(std::size_t states, const std::vector<const PartySteps*>& steps);

  template <std::size_t W> Brought<W> into(const StateRows<W>& targets, const Errand& errand) const;
  /// Whether the group can bring about, from s, a state other than s whose row has bit k. O(steps) at worst.
  template <std::size_t W>
  bool meets(const Brought<W>& brought, const StateRows<W>& targets, std::uint32_t s, std::uint32_t k) const {
    const std::uint32_t place = placeOf_[s];
    if (!brought.once[place].has(k))
      return false;
    if (!targets[s].has(k))
      return true;
    // The state is in the target itself: the sequence may only have come back to it.
    if (exact_)
      return brought.twice[place].has(k);
    return reachesAnother(s, [&](std::uint32_t to) { return targets[to].has(k); });
  }

  /// How many rows an answer takes.
  std::uint64_t rows() const { return exact_ ? 2 * places_ : partBegin_.size() + places_; }
  /// What this keeps, and what a search from one state may take.
  std::uint64_t bytes() const;

private:
  using State = std::uint32_t;
  using Target = std::function<bool(std::uint32_t)>;
  class Parts;

  bool reachesAnother(std::uint32_t start, const Target& isTarget) const;
  void addPlaces(const Parts& parts);

  std::size_t states_ = 0;
  bool exact_ = false;
  std::vector<const PartySteps*> steps_;
  std::uint64_t places_ = 0;
  std::vector<std::uint32_t> placeOf_; ///< by state: its component, or which parts its first steps lead into

  // By steps. A part comes after all that it leads to.
  std::vector<std::uint32_t> partBegin_, held_; ///< by part: the states that were stepped into
  std::vector<std::uint32_t> nextBegin_, next_; ///< by part: the parts that a step leads to
  std::vector<std::uint64_t> chain_; ///< by place: another place and one part more; place 0 has no part

  mutable std::vector<std::uint64_t> seen_; ///< a bit for each state and who moved into it
};

} // namespace stasis::stability
