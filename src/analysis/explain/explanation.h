#pragma once

// Why a state is stable or not for a party: each improvement it has, what the others could do then, which of
// that deters it under which concept and why the rest does not. The definitions of model/concept.h taken
// apart into single replies:
//
//   a reply deters if the party likes its end no better than s; it lasts if no move of the party leads from
//   there to a better state; it is willing if every step is an improvement for its mover. GMR asks for a
//   reply that deters, SMR that also lasts, SEQ that is also willing, SSEQ for all three.
//
// Verdicts are worked out here and not taken from the engine; tests hold them to the oracle.

#include "analysis/explain/deterrence.h"
#include "analysis/explain/relational_reasons.h"
#include "stability/solution.h"

#include <functional>
#include <optional>
#include <vector>

namespace stasis::analysis {

struct Reply {
  Sequence steps;
  bool deters = false;
  model::Pattern best; ///< the best the party can have after it by one move; its end if no move betters that
  bool lasts = false;
  std::size_t counterMoves = 0;         ///< how many moves the party has at its end
  std::optional<std::size_t> unwilling; ///< the first step that is no improvement for its mover

  const model::Pattern& end() const { return steps.back().to; }
  /// Whether it is a sanction the concept admits.
  bool counts(model::Concept concept_) const;
};

struct ToldImprovement {
  model::Pattern to;
  std::vector<Reply> replies; ///< those told: shorter first
  std::size_t answers = 0;    ///< how many answers by one move there are
  std::size_t told = 0;       ///< of those, told

  /// What each concept asked rests on: a sanction; or, where none exists, the worst the others can do.
  struct Ground {
    model::Concept id = model::Concept::nash;
    bool deterred = false;
    std::optional<std::size_t> reply; ///< into `replies`; none where the others cannot move, and for Nash
    bool exact = true;                ///< the worst is known to be the worst
    /// Not deterred, and worse for the party than that reply is no reply at all: it then stays where it moved
    /// to.
    bool unansweredIsWorse = false;
  };
  std::vector<Ground> grounds; ///< by concept as asked
};

/// Moves that are named where they are counted.
inline constexpr std::size_t namedMoves = 4;

struct Stance {
  model::PartyId party;
  std::vector<bool> stable;          ///< by concept as asked
  std::size_t moves = 0;             ///< unilateral moves from the state
  std::vector<model::Pattern> named; ///< where the moves lead: the first `namedMoves` of them
  std::size_t improvements = 0;
  std::vector<std::size_t> undeterred; ///< by concept as asked: how many improvements nothing deters
  std::vector<ToldImprovement> told;   ///< not deterred first where not all are told
};

struct Explanation {
  model::Pattern state;
  std::vector<model::Concept> concepts;      ///< the classical ones of those asked
  std::vector<Stance> stances;               ///< none where no classical concept is asked
  std::vector<ConceptReasons> beyond;        ///< party by party, under the other concepts asked
  std::vector<model::PartyId> unfinished;    ///< asked about, and cut short by a limit
  std::optional<stability::Stopped> stopped; ///< that limit
};

struct ExplainLimits {
  std::size_t improvements = 6; ///< told for each party
  std::size_t answers = 6;      ///< if there are no more answers by one move, all are told
  Effort effort;
  std::size_t visits = 200000; ///< beyond the classical concepts: states walked for one move
  /// Parties that a limit on time or memory cuts short are told as unfinished. Without it such a limit is
  /// thrown.
  bool tellsUnfinished = false;
  std::function<void()> beforeEach; ///< called before each party: the caller may set how long it may take
};

/// For the parties given, in that order. Throws LimitReached.
Explanation explain(stability::Engine& engine, const model::Pattern& state,
                    const std::vector<model::PartyId>& parties, const std::vector<model::Concept>& concepts,
                    const ExplainLimits& limits, const stability::Errand& errand);

} // namespace stasis::analysis
