#pragma once

// Stability of a state for a coalition H, a group of parties that move together.
//
//   better_H(s)   the states all members like better than s (Pareto: none likes less, one likes better)
//   R++_H(s)      coalition improvements: the states of better_H(s) that the members reach by a legal
//   sequence
//                 of their moves, whatever each of them thinks of the steps on the way
//                 (Kilgour, Hipel, Peng & Fang 2001)
//
// s is stable for H under a concept when every s1 ∈ R++_H(s) is sanctioned: the others can bring about some
// s2 that is not in better_H(s) (so at least one member does not gain), and, where the concept judges by what
// can still be made of s2, no state of better_H(s) is left for H to reach from s2. CNash, CGMR, CSMR, CSEQ:
// Inohara & Hipel 2008. Those who sanction by improvements do so each alone, or in groups as one A coalition
// of one party is stable where the party is.
//
// Cost: a few searches by sets for each state and coalition; sanctions by groups as one are searched state by
// state. Tested against tests/oracle/coalitions.h and published results.

#include "analysis/paths/rules.h"
#include "stability/engine.h"
#include "stability/errand.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stasis::analysis {

/// Its members, ascending; at least one.
using Coalition = std::vector<model::PartyId>;

/// When a coalition gains.
enum class Gain : std::uint8_t {
  strict, ///< every member likes the new state better
  pareto, ///< no member likes it less, and one likes it better
};

/// The parties outside a coalition, in groups that improve as one when they sanction.
using Units = std::vector<Coalition>;

/// Everyone outside for himself.
Units eachAlone(const model::Conflict& conflict, const Coalition& coalition);
/// Every group of parties outside, down to single ones.
Units everyGroup(const model::Conflict& conflict, const Coalition& coalition);
/// The members of some of these units as one, for every choice of one unit or more: 2^n - 1 of n.
Units everyUnion(const Units& units);

/// What coalitions can gain, worked out once for each coalition and state.
class CoalitionGains {
public:
  /// All must outlive it.
  CoalitionGains(stability::Engine& engine, const Rules& rules, Gain gain, const stability::Errand& errand)
      : engine_(engine), rules_(rules), gain_(gain), errand_(errand) {}

  stability::Engine& engine() const { return engine_; }
  const Rules& rules() const { return rules_; }
  const stability::Errand& errand() const { return errand_; }

  bool isBetter(const Coalition& coalition, const model::Pattern& better, const model::Pattern& than) const;
  /// better_H(s).
  stability::StateSet better(const Coalition& coalition, const model::Pattern& than);
  /// R++_H(s). Throws LimitReached.
  stability::StateSet improvements(const Coalition& coalition, const model::Pattern& from);
  /// The same, one by one; no more than mostListed: LimitReached.
  static constexpr std::size_t mostListed = std::size_t{1} << 16U;
  const std::vector<model::Pattern>& listed(const Coalition& coalition, const model::Pattern& from);

private:
  stability::Engine& engine_;
  const Rules& rules_;
  Gain gain_;
  const stability::Errand& errand_;
  std::map<std::pair<Coalition, std::string>, std::vector<model::Pattern>> listed_;
};

/// One coalition in one state; what the concepts share is worked out once.
class CoalitionAt {
public:
  CoalitionAt(CoalitionGains& gains, Coalition coalition, Units others, model::Pattern state);

  stability::StateSet improvements();
  /// Those of the improvements that the others cannot deter under a concept. Throws LimitReached.
  stability::StateSet undeterred(model::Concept concept_);
  bool isStable(model::Concept concept_);

private:
  stability::StateSet better();
  stability::StateSet lasting();
  stability::StateSet ledInto(stability::StateSet target, model::Relation kind);
  stability::StateSet improvedInto(stability::StateSet target);
  bool unitsLead(const model::Pattern& start, stability::StateSet target);

  CoalitionGains& gains_;
  stability::Engine& engine_;
  Coalition coalition_;
  Units units_;
  Coalition outside_;
  model::Pattern state_;
  std::optional<stability::StateSet> better_;
  std::optional<stability::StateSet> improvements_;
  std::optional<stability::StateSet> lasting_;
};

} // namespace stasis::analysis
