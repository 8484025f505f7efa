#pragma once

// Stability under relations that are not thresholds in one rank: what is known of preferences, and attitudes.
// A party's classes of states that compare alike (alike_states.h) are taken 64 at a time, as the bits of a
// word for each state:
//
//   deters      the classes that a state deters; for SMR, also, no move of the party from there undoes that
//   brought     the classes for which the others can bring about such a state from here (group_words.h)
//   stable      s, of class k: every state that k leaves s for has bit k in `brought`
//
// Cost: states × parties for each 64 classes, and classes² comparisons; the others' answers are written down
// arc by arc. Tested against the oracle in tests/stability.

#include "stability/explicit/alike_states.h"
#include "stability/explicit/group_words.h"
#include "stability/explicit/state_sets.h"

#include <map>
#include <tuple>

namespace stasis::stability {

class RelationalStability {
public:
  /// Space and ranks must outlive this. Moves written down take at most `maxMemory` bytes.
  RelationalStability(const StateSpace& space, const std::vector<Ranks>& ranks, std::uint64_t maxMemory,
                      const Errand& errand);

  /// Judges every concept of a family (`unknown` or `attitudes`) for one party. Throws LimitReached.
  std::vector<std::pair<model::Concept, Bits>> judge(model::ConceptFamily family, model::PartyId party);

private:
  using Word = std::uint64_t;
  using Words = std::vector<Word>;

  /// 64 classes of a party, and what several concepts ask of them.
  struct Pass {
    const AlikeStates& alike;
    model::PartyId party;
    std::uint32_t first; ///< the class of bit 0
    std::map<model::Relation, Words> byState{};
    std::map<std::pair<model::Relation, model::Relation>, Words>
        deterring{}; ///< by the relations that deter and undo
    std::map<std::tuple<model::Relation, model::Relation, model::Relation>, Words>
        into{}; ///< and by the answers
  };

  const Arcs& moves(model::PartyId party);
  const AlikeStates& alike(model::ConceptFamily family, model::PartyId party);
  const GroupWords& answers(model::ConceptFamily family, model::Relation relation, model::PartyId party);
  Arcs arcsAlong(model::ConceptFamily family, model::Relation relation, model::PartyId party);

  const Words& byState(Pass& pass, model::Relation relation) const;
  const Words& deterring(Pass& pass, const model::ConceptRow& concept_);
  const Words& into(Pass& pass, const model::ConceptRow& concept_);
  Words brought(Pass& pass, const model::ConceptRow& concept_, const Words& leaves);
  void addStable(const Pass& pass, const Words& leaves, const Words& brought, Bits& stable);

  const StateSpace& space_;
  const std::vector<Ranks>& ranks_;
  std::uint64_t maxMemory_;
  Errand errand_;
  std::map<model::PartyId, Arcs> moves_;
  std::map<std::pair<model::ConceptFamily, model::PartyId>, std::unique_ptr<AlikeStates>> alike_;
  std::map<std::tuple<model::ConceptFamily, model::Relation, model::PartyId>, Arcs> along_;
  std::map<std::tuple<model::ConceptFamily, model::Relation, model::PartyId>, std::unique_ptr<GroupWords>>
      answers_; ///< by the party that receives the answer
};

} // namespace stasis::stability
