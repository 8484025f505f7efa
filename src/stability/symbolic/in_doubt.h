#pragma once

// The concepts of unknown preference (Li, Hipel, Kilgour & Fang 2004) on sets of states. What matters of s to
// a party is which of its lines hold there (comparisons.h), and under `rank` whether it is one of the states
// of an `unsure` pair, and which. The bits of this are a threshold v, and every relation to s is a set {(t,
// v)}:
//
//   s is unstable iff for v = what matters of s, i can move into { leaves for } − low
//   low           whatever the others can bring about a state from that deters and, for SMR, that i cannot
//                 leave for one that does not deter
//
// These sets do not grow with the threshold, so nothing that is found for one is known for another; all
// values of v that occur are searched at once. Answers of SEQ are improvements or moves to what the mover
// cannot compare. They are not transitive, and nobody moves twice in a row, so the search keeps who moved
// (GroupMoves::byTurns).
//
// s1 itself is no answer. That matters where it is left for and deters as well (attitude c): then a step must
// lead to another state that deters. If it takes more steps than one, that state differs from s1 in some
// option, and is searched for option by option.
//
// A party without doubts has the classical concepts, and so does everybody if no party has any.
//
// Cost: two searches for each of GMR, SMR and SEQ, each shared by the two attitudes that are deterred by the
// same, over as many cases as what matters to the party has values. Tested against the oracle in
// tests/stability.

#include "stability/symbolic/comparisons.h"
#include "stability/symbolic/group_moves.h"
#include "stability/symbolic/rank_bits.h"
#include "stability/symbolic/rank_thresholds.h"

#include <functional>
#include <map>
#include <optional>
#include <tuple>

namespace stasis::stability {

class InDoubt {
public:
  /// All must outlive this.
  InDoubt(const model::Conflict& conflict, const Levels& levels, DiagramTable& table, const Diagram& feasible,
          std::vector<OwnMoves>& moves, const std::vector<Ranked>& ranked, RankThresholds& thresholds)
      : conflict_(conflict), levels_(levels), table_(table), feasible_(feasible), moves_(moves),
        ranked_(ranked), thresholds_(thresholds) {}

  /// Call once ranks and moves are there.
  void begin(const Conditions& conditions, const StateOf& stateOf);

  /// The classical concept that this one is for the party; none if somebody's doubts matter.
  std::optional<model::Concept> withoutDoubt(const model::ConceptRow& concept_, model::PartyId party) const;
  /// Where the party does not stay. `others`: what the others can bring about. Throws LimitReached.
  Diagram unstable(const model::ConceptRow& concept_, model::PartyId party, GroupMoves& others);

  /// The states from which the party improves into the set, or moves to what it cannot compare.
  Diagram stepInto(model::PartyId party, const Diagram& set);
  /// What a set comes to at the state that is compared with.
  using ValueOf = std::function<Diagram(const Diagram& set)>;
  /// The states that stand in this relation to one state.
  Diagram standingTo(const ValueOf& state, model::PartyId party, model::Relation relation) const;

private:
  /// What matters of a state to a party.
  struct Told {
    std::vector<Diagram> bits;
    std::vector<std::size_t> levels;                        ///< of these bits as a threshold
    std::vector<Diagram> unsure;                            ///< the states of its pairs, each once
    std::vector<std::pair<std::size_t, std::size_t>> pairs; ///< of these
    bool inDoubt = false;
    Diagram occurring;                 ///< the thresholds of feasible states
    std::optional<Diagram> mayImprove; ///< {(s, o')}; made when first asked for
  };
  bool anybodyDoubts() const;
  Maybe compared(model::PartyId party, const std::vector<Diagram>& v,
                 const std::vector<Diagram>& there) const;
  Maybe comparedAtThreshold(model::PartyId party) const;
  const Diagram& mayImprove(model::PartyId party);
  Diagram answerInto(const model::ConceptRow& concept_, std::size_t j, const Diagram& set);
  Diagram search(const model::ConceptRow& concept_, model::PartyId party, GroupMoves& others,
                 const Diagram& deters);
  Diagram withoutComingBack(const model::ConceptRow& concept_, model::PartyId party, GroupMoves& others,
                            const Diagram& deters, const Diagram& low, Diagram both);

  const model::Conflict& conflict_;
  const Levels& levels_;
  DiagramTable& table_;
  const Diagram& feasible_;
  std::vector<OwnMoves>& moves_;
  const std::vector<Ranked>& ranked_;
  RankThresholds& thresholds_;
  std::vector<Told> told_; ///< by party
  /// What deters and from where the others can bring it about, by party and the relations of the concept.
  std::map<std::tuple<model::PartyId, model::Relation, model::Relation, model::Relation>,
           std::pair<Diagram, Diagram>>
      searched_;
};

} // namespace stasis::stability
