#pragma once

// When a state s is stable for party i, as a condition on the preference of i alone (the inverse problem of
// the graph model: Kinsara, Kilgour & Hipel 2015; Wang, Hipel, Fang & Dang 2018). The definitions of
// model/concept.h depend on i's preference only through the states it likes no better than s. Written s ≽ q:
//
//   for every s1 ∈ R_i(s):  s ≽ s1, or for some s2 that the others can reach from s1
//                           (R_H(s1); for SEQ and SSEQ R+_H(s1), where their preferences count)
//                           s ≽ s2, and for SMR and SSEQ s ≽ s3 for every s3 ∈ R_i(s2)
//
// So a condition is an `and` of `or`s of `and`s of s ≽ q. To like one more state no better than s never
// breaks it. It applies to rankings with ties unchanged; among strict rankings ≽ is ≻.
//
// Cost: what the others reach from every move of i, searched by sets. Implied parts are left out (a term by a
// shorter one, a clause by another if there are few). Tested against tests/oracle/ over all rankings.

#include "analysis/paths/rules.h"
#include "stability/engine.h"
#include "stability/errand.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace stasis::analysis {

inline constexpr std::size_t mostOccurring = std::size_t{1} << 18U;

/// States by their places in a list, one bit each.
class PlaceSet {
public:
  explicit PlaceSet(std::size_t size) : words_((size + 63) / 64, 0) {}
  bool test(std::size_t place) const { return (words_[place / 64] >> place % 64 & 1U) != 0; }
  void set(std::size_t place) { words_[place / 64] |= std::uint64_t{1} << place % 64; }
  void reset(std::size_t place) { words_[place / 64] &= ~(std::uint64_t{1} << place % 64); }
  std::vector<std::uint64_t>& words() { return words_; }

private:
  std::vector<std::uint64_t> words_;
};

struct StabilityCondition {
  using Place = std::uint32_t; ///< position in `states`
  /// s ≽ each of these; ascending.
  using Term = std::vector<Place>;
  /// What answers one move of the party: one of the terms must hold. `{move}` itself is among them.
  struct Clause {
    Place move = 0;
    std::vector<Term> terms;
    std::vector<model::Pattern> alike; ///< the other moves with the same clause, in the order of moves
  };

  model::Pattern state;
  model::PartyId party;
  model::Concept id = model::Concept::nash;
  std::vector<model::Pattern> states; ///< those that occur, in the order of their numbers; s does not
  std::vector<Clause> clauses;        ///< all must hold; none: stable whatever the party prefers
  /// Clauses left out above because each follows from one of `clauses`. Their places are in `impliedStates`.
  std::vector<Clause> implied;
  std::vector<model::Pattern> impliedStates;

  /// Whether it holds if `noBetter` are the states that the party likes no better than s.
  bool holds(const PlaceSet& noBetter) const;
  static bool holds(const Clause& clause, const PlaceSet& noBetter);
  /// How many times a state occurs.
  std::size_t size() const;
};

/// None if more than `mostOccurring` states would occur in it. All arguments must outlive the call. Throws
/// LimitReached.
std::optional<StabilityCondition> stabilityCondition(stability::Engine& engine, const Rules& rules,
                                                     const model::Pattern& state, model::PartyId party,
                                                     model::Concept id, const stability::Errand& errand);

} // namespace stasis::analysis
