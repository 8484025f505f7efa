#pragma once

// Stability under relations that are not thresholds in one rank: what is known of preferences, and attitudes.
// A party's classes of states that compare alike (alike_states.h) are taken 512 at a time (64 where memory is
// scarce), as the bits of a row:
//
//   deters      the classes that a state deters; for SMR, also, no move of the party from there undoes that
//   brought     the classes for which the others can bring about such a state from here (group_words.h)
//   stable      s, of class k: every state that k leaves s for has bit k in `brought`
//
// Concepts share what they have in common: rows by relation, what deters, and the search for answers.
//
// Cost: states × parties for each 512 classes, and classes² comparisons; once, every step of the others'
// answers. Tested against the oracle in tests/stability.

#include "stability/explicit/alike_states.h"
#include "stability/explicit/group_words.h"
#include "stability/explicit/state_sets.h"

#include <map>
#include <string>
#include <tuple>

namespace stasis::stability {

class RelationalStability {
public:
  /// Space and ranks must outlive this. What is written down takes at most `maxMemory` bytes.
  RelationalStability(const StateSpace& space, const std::vector<Ranks>& ranks, std::uint64_t maxMemory,
                      const Errand& errand);

  using Stable = std::vector<std::pair<model::Concept, Bits>>;
  /// Judges every concept of a family (`unknown` or `attitudes`) for one party. Throws LimitReached.
  Stable judge(model::ConceptFamily family, model::PartyId party);
  /// For each family that was judged: the most classes of states that a party compares alike, in words for
  /// the user. Time grows with them.
  std::string told() const;

private:
  struct ByClass;
  template <std::size_t W> class Pass;
  template <std::size_t W> void judge(model::ConceptFamily family, model::PartyId party, Stable& stable);

  const PartySteps& moves(model::PartyId party);
  const AlikeStates& alike(model::ConceptFamily family, model::PartyId party);
  const GroupAnswers& answers(model::ConceptFamily family, model::Relation relation, model::PartyId party);
  PartySteps stepsAlong(model::ConceptFamily family, model::Relation relation, model::PartyId party);
  bool freeBothWays(model::PartyId party) const;
  std::uint64_t rowsOfPass(model::ConceptFamily family, model::PartyId party);
  void take(std::uint64_t bytes);

  const StateSpace& space_;
  const std::vector<Ranks>& ranks_;
  std::uint64_t maxMemory_;
  std::uint64_t taken_ = 0;
  Errand errand_;
  std::map<model::PartyId, PartySteps> moves_;
  std::map<std::pair<model::ConceptFamily, model::PartyId>, std::unique_ptr<AlikeStates>> alike_;
  std::map<std::tuple<model::ConceptFamily, model::Relation, model::PartyId>, PartySteps> along_;
  std::map<std::tuple<model::ConceptFamily, model::Relation, model::PartyId>, GroupAnswers>
      answers_; ///< by the party that receives the answer
};

} // namespace stasis::stability
