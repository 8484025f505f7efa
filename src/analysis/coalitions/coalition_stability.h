#pragma once

// Stability of a state s for a coalition H, a group of parties that move together.
//
//   better_H(s)   the states all members like better than s (Pareto: none likes less, one likes better)
//   R++_H(s)      coalition improvements: the states of better_H(s) that the members reach by legal
//                 sequences of their moves; the steps between need not be improvements
//                 (Kilgour, Hipel, Peng & Fang 2001)
//
// s is stable for H under a concept if every s1 ∈ R++_H(s) is sanctioned: the others can reach some s2 that
// is not in better_H(s), so at least one member does not gain. SMR and SSEQ also require that H cannot reach
// a state of better_H(s) from s2. CNash, CGMR, CSMR, CSEQ: Inohara & Hipel 2008. Sanctions by improvements
// come from single parties, or from groups that improve as one. A coalition of one party is stable where the
// party is.
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

/// The parties outside a coalition, in groups. Each group improves as one when it sanctions.
using Units = std::vector<Coalition>;

/// Each party outside by itself.
Units eachAlone(const model::Conflict& conflict, const Coalition& coalition);
/// Every group of parties outside, single parties included.
Units everyGroup(const model::Conflict& conflict, const Coalition& coalition);
/// The unions of one unit or more: 2^n - 1 of n units.
Units everyUnion(const Units& units);

/// What coalitions can gain. Computed once for each coalition and state.
class CoalitionGains {
public:
  /// All arguments must outlive it.
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
  /// The same as a list; throws LimitReached if there are more than mostListed.
  static constexpr std::size_t mostListed = std::size_t{1} << 16U;
  const std::vector<model::Pattern>& listed(const Coalition& coalition, const model::Pattern& from);

private:
  stability::Engine& engine_;
  const Rules& rules_;
  Gain gain_;
  const stability::Errand& errand_;
  std::map<std::pair<Coalition, std::string>, std::vector<model::Pattern>> listed_;
};

/// One coalition in one state; what the concepts share is computed once.
class CoalitionAt {
public:
  CoalitionAt(CoalitionGains& gains, Coalition coalition, Units others, model::Pattern state);

  stability::StateSet improvements();
  /// The improvements that the others cannot deter under a concept. Throws LimitReached.
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
