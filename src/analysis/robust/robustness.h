#pragma once

// How much the answer depends on the analyst's assumptions. The conflict is solved again in every variant
// that one or two changes give (variation.h), and compared with the conflict as written. For each state asked
// about and each concept: the variants in which it is an equilibrium. For each variant: the equilibria that
// are lost and those that appear. States are matched across variants by their options, since a variant
// without a constraint has more states and other numbers.
//
// Cost: one solution for each variant, on several threads. The number of threads does not change the answer.
// Tested against the definitions in every variant (tests/oracle/variants.h).

#include "analysis/robust/variation.h"
#include "stability/solution.h"
#include "stability/standing.h"

#include <limits>
#include <optional>
#include <vector>

namespace stasis::analysis {

/// Some of the variants, in order: from `first` (counted from 0) up to, not including, `end`.
struct VariantRange {
  std::size_t first = 0;
  std::size_t end = std::numeric_limits<std::size_t>::max();
};

struct RobustnessQuestion {
  std::vector<model::Concept> concepts;
  std::vector<model::Pattern> states; ///< feasible as written
  std::size_t depth = 1;              ///< changes at a time: 1 or 2
  VariantRange only;                  ///< of all variants
  Varied varied;
  stability::EngineLimits limits; ///< of each variant's engine
  std::size_t threads = 1;
};

/// With more equilibria as written than this, lost and new ones are not compared.
inline constexpr std::size_t mostEquilibriaCompared = 200'000;
/// With more new equilibria in one variant than this, they are counted, not listed. Pairs of changes give
/// many variants, so fewer are kept.
constexpr std::size_t mostAppearing(std::size_t depth) { return depth == 1 ? 1000 : 100; }

/// What holds in one variant, under one concept.
struct Holding {
  std::vector<bool> states; ///< by state asked about: an equilibrium
  stability::Count equilibria;
  std::optional<stability::Count> lost, appeared; ///< against the conflict as written
  std::vector<model::Pattern> appearing;          ///< all new ones; empty if there are too many
};

struct Outcome {
  std::vector<Holding> under; ///< by concept; empty: not solved
  std::string problem;        ///< why it could not be solved; empty: not reached before the work ended
  bool tooLarge = false;      ///< the problem was a limit on states or memory
  bool solved() const { return !under.empty(); }
  /// Whether any equilibrium is lost or appears.
  bool changesEquilibria() const;
};

/// A state that becomes an equilibrium and is none as written.
struct Newcomer {
  model::Pattern state;
  std::vector<std::vector<std::size_t>> variants; ///< by concept
};

struct Robustness {
  std::vector<model::Concept> concepts;
  std::vector<model::Pattern> states;
  std::vector<WrittenPreference> preferences; ///< what changes of statements refer to
  Outcome asWritten;
  std::size_t variantsInAll = 0;
  std::size_t first = 0; ///< position of the first of these among all variants
  std::vector<Variant> variants;
  std::vector<Outcome> outcomes;             ///< by variant
  std::optional<stability::Stopped> stopped; ///< present: some variants are not solved

  bool isAll() const { return variants.size() == variantsInAll; }
  std::size_t solved() const;
  /// Variants solved in which the state is an equilibrium.
  std::size_t heldIn(std::size_t state, std::size_t concept_) const;
  /// Variants solved whose verdict on the state differs from the one as written.
  std::vector<std::size_t> turnedIn(std::size_t state, std::size_t concept_) const;
  /// How firmly the state holds in one of the outcomes; unknown if that was not solved, or if Nash, SEQ or
  /// GMR was not asked about and decides it.
  stability::Standing standingIn(const Outcome& outcome, std::size_t state) const;
  /// Those in most variants first, then by options.
  std::vector<Newcomer> newcomers() const;
};

/// `solution` must be the whole answer for the concepts asked about. Never throws LimitReached.
Robustness vary(stability::Engine& engine, const stability::Solution& solution,
                const RobustnessQuestion& question, const stability::Errand& errand);

} // namespace stasis::analysis
