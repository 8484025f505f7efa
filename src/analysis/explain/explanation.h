#pragma once

// Why a state is stable or not for a party: each of its improvements, what the others can do then, which of
// these replies deter it under which concept, and why the rest do not. The definitions of model/concept.h in
// terms of single replies:
//
//   a reply deters if the party likes its end no better than s; it lasts if no move of the party leads from
//   there to a better state; it is willing if every step is an improvement for its mover. GMR asks for a
//   reply that deters, SMR one that also lasts, SEQ one that is also willing, SSEQ all three.
//
// Verdicts are computed here, not taken from the engine; tests compare them with the oracle.

#include "analysis/explain/deterring_sequence.h"
#include "analysis/explain/relational_reasons.h"
#include "stability/solution.h"

#include <functional>
#include <optional>
#include <vector>

namespace stasis::analysis {

struct Reply {
  Sequence steps;
  bool deters = false;
  model::Pattern best; ///< the best the party reaches from its end by one move; the end if none is better
  bool lasts = false;
  std::size_t counterMoves = 0;         ///< how many moves the party has from its end
  std::optional<std::size_t> unwilling; ///< the first step that is not an improvement for its mover

  const model::Pattern& end() const { return steps.back().to; }
  /// Whether the concept admits it as a sanction.
  bool counts(model::Concept concept_) const;
};

struct ToldImprovement {
  model::Pattern to;
  std::vector<Reply> replies; ///< the replies listed: shorter first
  std::size_t answers = 0;    ///< how many answers of one move there are
  std::size_t told = 0;       ///< how many of those are listed

  /// What the verdict of each concept rests on: a sanction; or, if none exists, the worst the others can do.
  struct Ground {
    model::Concept id = model::Concept::nash;
    bool deterred = false;
    std::optional<std::size_t> reply; ///< position in `replies`; none if the others cannot move, and for Nash
    bool exact = true;                ///< the worst is proven to be the worst
    /// The improvement is not deterred, and having no reply is worse for the party than that reply: it then
    /// stays where it moved to.
    bool unansweredIsWorse = false;
  };
  std::vector<Ground> grounds; ///< by concept as asked
};

/// How many moves are named; the others are only counted.
inline constexpr std::size_t namedMoves = 4;

struct Stance {
  model::PartyId party;
  std::vector<bool> stable;          ///< by concept as asked
  std::size_t moves = 0;             ///< unilateral moves from the state
  std::vector<model::Pattern> named; ///< where the moves lead: the first `namedMoves` of them
  std::size_t improvements = 0;
  std::vector<std::size_t> undeterred; ///< by concept as asked: how many improvements are not deterred
  std::vector<ToldImprovement> told;   ///< undeterred ones first if not all are listed
};

struct Explanation {
  model::Pattern state;
  std::vector<model::Concept> concepts;      ///< the classical ones of those asked
  std::vector<Stance> stances;               ///< none if no classical concept is asked
  std::vector<ConceptReasons> beyond;        ///< by party, under the other concepts asked
  std::vector<model::PartyId> unfinished;    ///< asked about, but a limit cut them short
  std::optional<stability::Stopped> stopped; ///< that limit
};

struct ExplainLimits {
  std::size_t improvements = 6; ///< listed for each party
  std::size_t answers = 6;      ///< if there are at most this many answers of one move, all are listed
  Effort effort;
  std::size_t visits = 200000; ///< beyond the classical concepts: states walked for one move
  /// Lists parties that a limit on time or memory cuts short as unfinished. If false, such a limit is thrown.
  bool tellsUnfinished = false;
  std::function<void()> beforeEach; ///< called before each party: the caller may set its time limit
};

/// For the parties given, in that order. Throws LimitReached.
Explanation explain(stability::Engine& engine, const model::Pattern& state,
                    const std::vector<model::PartyId>& parties, const std::vector<model::Concept>& concepts,
                    const ExplainLimits& limits, const stability::Errand& errand);

} // namespace stasis::analysis
