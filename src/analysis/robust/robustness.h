#pragma once

// How much the answer depends on what the analyst believes: the conflict is solved again in every variant
// that one change gives (variation.h), or two, and compared with the conflict as written. For each state
// asked about, under each concept, the variants in which it is an equilibrium; for each variant the
// equilibria as written that are lost, and those that appear. States are the same across variants by their
// options: a constraint left out adds states and numbers them anew.
//
// Cost: one solution a variant, on several threads. The same answer whatever their number. Tested against the
// definitions in every variant (tests/oracle/variants.h).

#include "analysis/robust/variation.h"
#include "stability/solution.h"

#include <limits>
#include <optional>
#include <vector>

namespace stasis::analysis {

/// Some of the variants, in their order: those from `first` (0 the first of all) up to `end`.
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

/// Beyond so many equilibria as written, what is lost and what appears is not compared.
inline constexpr std::size_t mostCompared = 200'000;
/// Beyond so many equilibria that appear in one variant they are counted and not listed; with pairs of
/// changes, of which there are many, fewer are kept.
constexpr std::size_t mostAppearing(std::size_t depth) { return depth == 1 ? 1000 : 100; }

/// What holds in one variant, under one concept.
struct Holding {
  std::vector<bool> states; ///< by state asked about: an equilibrium
  stability::Count equilibria;
  std::optional<stability::Count> lost, appeared; ///< against the conflict as written
  std::vector<model::Pattern> appearing;          ///< all of those, or none where they are too many
};

struct Outcome {
  std::vector<Holding> under; ///< by concept; empty: not solved
  std::string problem;        ///< why it could not be; empty: not reached before the work ended
  bool tooLarge = false;      ///< that was a limit on states or memory
  bool solved() const { return !under.empty(); }
  /// Whether anything is otherwise than as written.
  bool changesEquilibria() const;
};

/// A state that is no equilibrium as written and becomes one.
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
  std::size_t first = 0; ///< of all, the first of these
  std::vector<Variant> variants;
  std::vector<Outcome> outcomes;             ///< by variant
  std::optional<stability::Stopped> stopped; ///< present: some variants are not solved

  bool isAll() const { return variants.size() == variantsInAll; }
  std::size_t solved() const;
  /// Variants solved in which the state is an equilibrium.
  std::size_t heldIn(std::size_t state, std::size_t concept_) const;
  /// Variants solved in which that is otherwise than as written.
  std::vector<std::size_t> turnedIn(std::size_t state, std::size_t concept_) const;
  /// In most variants first, then by options.
  std::vector<Newcomer> newcomers() const;
};

/// `solution` is the whole answer for the concepts asked about. Never throws LimitReached.
Robustness vary(stability::Engine& engine, const stability::Solution& solution,
                const RobustnessQuestion& question, const stability::Errand& errand);

} // namespace stasis::analysis
