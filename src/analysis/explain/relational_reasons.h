#pragma once

// Why a state is stable or not for a party under a concept of any family: every move that the party leaves
// for, and a shortest sequence of the others that deters it and that the party cannot undo. If there is none:
// an answer that fails only by what the concept asks beyond the classical one. Relations are those of the
// concept's row (model/concept.h).
//
// Concepts that are no row of relations have a file each (simultaneous_reasons.h, foresight_reasons.h,
// tree_reasons.h).
//
// States are walked forward. Cost: the moves of every state the others can reach. If these are many and the
// engine works on sets of states, its sets are searched backwards instead. Tested against the oracle in
// tests/stability, and one way against the other in tests/explain.

#include "analysis/paths/comparison.h"

namespace stasis::analysis {

/// An answer that would deter if one point were different.
struct NearMiss {
  enum class Why : std::uint8_t {
    mild,      ///< it is worse for the party, but not much worse
    unknown,   ///< the party does not know whether it likes that better
    ofNeutral, ///< it is a loss to `whose`, to whom the party is neutral
    undone,    ///< the party would undo it by a move to `undone`
    unwilling, ///< `whose` would not make its step
  };
  Sequence steps;
  Why why = Why::mild;
  model::PartyId whose;
  model::Pattern undone;
};

/// What others do at the same time as a party, each from the state that it would leave.
struct Together {
  Sequence acts;
  model::Pattern end; ///< where all of it leads together
};

/// A move with which a party could go on after an answer, and the next answer.
struct AnsweredAgain {
  model::Pattern to;
  Sequence answer;
};

/// A move by which a party would leave its state, and what deters it.
struct DepartureReasons {
  model::Pattern to;
  std::optional<Sequence> sanction{}; ///< what deters; none: no answer does
  std::optional<Together> together{}; ///< what deters at the same time
  std::optional<NearMiss> nearMiss{}; ///< if nothing deters
  std::vector<AnsweredAgain> again{}; ///< trees: one of the ways in which it could go on after the sanction
  bool goesOn = false;                ///< trees: more would follow
};

/// Where a move leads if both parties foresee what follows.
struct ForeseenMove {
  model::Pattern to;
  Sequence after;     ///< the moves that follow; with ties, to the end that is worst for the party
  bool open = false;  ///< ties leave open where it ends
  bool gains = false; ///< that end is better for the party than its state
};

/// For how many moves ahead a party stays, if the verdict repeats from `from` on.
struct VerdictsAhead {
  std::size_t from = 1;
  std::size_t period = 1;
  std::vector<std::size_t> stays;  ///< of the first `period` numbers from there on
  std::vector<std::size_t> leaves; ///< both empty if the period is long
};

struct ConceptReasons {
  model::Concept id;
  model::PartyId party;
  bool stable = true;
  std::vector<DepartureReasons> departures{}; ///< in the order of state numbers
  std::size_t looks = 0;                      ///< limited moves and trees: how many moves ahead
  std::vector<ForeseenMove> foreseen{};       ///< limited moves: every move, in the order of state numbers
  std::optional<VerdictsAhead> ahead{};       ///< non-myopic
  std::vector<ConceptReasons> either{};       ///< stable if one of these is
};

class RelationalReasons {
public:
  /// Walks at most `visits` states for one departure, and `few` if the engine can search sets. Throws
  /// LimitReached if it cannot, and there are more.
  RelationalReasons(stability::Engine& engine, Exploration& exploration, std::size_t visits,
                    const stability::Errand& errand, std::size_t few = 2000);

  /// Throws LimitReached.
  ConceptReasons reasons(const model::Pattern& state, model::PartyId party, model::Concept id);

  using Place = Exploration::Place;
  struct Reach {
    std::vector<Exploration::Visit> visits; ///< breadth first, the start first
    bool complete = false;
  };
  /// What everybody but the party can reach from a state by steps of the relation, each compared with its own
  /// start for its mover. The last mover is kept. Not complete if there is more.
  const Reach& others(model::PartyId party, Place start, model::Relation answers);
  Sequence way(const Reach& reach, std::size_t visit) const;

private:
  ConceptReasons relational(Place s, model::PartyId party, model::Concept id);
  bool deters(const model::ConceptRow& concept_, model::PartyId party, Place end, Place s);
  std::optional<Place> undone(const model::ConceptRow& concept_, model::PartyId party, Place end, Place s);
  const Reach& others(model::PartyId party, Place start, model::Relation answers, std::size_t visits);
  std::optional<stability::StateSet> deterring(const model::ConceptRow& concept_, model::PartyId party,
                                               Place s);
  std::optional<Sequence> bySets(const model::ConceptRow& concept_, model::PartyId party, Place s1,
                                 stability::StateSet deterring);
  DepartureReasons departure(const model::ConceptRow& concept_, model::PartyId party, Place s, Place s1);
  std::optional<NearMiss> nearMiss(const model::ConceptRow& concept_, model::PartyId party, Place s,
                                   Place s1);
  std::optional<NearMiss> missedBy(const model::ConceptRow& concept_, model::PartyId party, Place s,
                                   Place end);

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  Exploration& exploration_;
  Comparison comparison_;
  std::size_t visits_;
  const stability::Errand& errand_;
  std::size_t few_;
  std::map<std::tuple<model::PartyId, Place, model::Relation, std::size_t>, Reach> reached_;
};

} // namespace stasis::analysis
