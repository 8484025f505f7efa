#pragma once

// When a sanction counts. The five classical concepts for all states of a party at once, by one formula
// (docs/concepts.md): with
//
//   high_i(s) = max( rank_i(s), max over R_i(s) of rank_i )
//   low_X(s)  = min over what the others can bring about from s (by moves, or by improvements), s
//               included, of rank_i (GMR, SEQ) or high_i (SMR, SSEQ); +∞ for Nash
//
// s is stable for i iff  max over s1 ∈ R_i(s) of min( rank_i(s1), low_X(s1) ) ≤ rank_i(s).
//
// Concepts that differ only in what a sanction is judged by are computed together, and so are those of
// strength (strong_ranks.h). The same formula over a cube of states is in stability/cube/work.h, over
// diagrams in symbolic/symbolic_engine.cpp, over orbits in orbits/kind_stability.h.
//
// O(states) beyond what the moves cost. Tested through the engine against tests/oracle/definitions.cpp, in
// tests/stability.

#include "model/concept.h"
#include "stability/explicit/moves.h"

#include <map>
#include <utility>
#include <vector>

namespace stasis::stability {

class SanctionStability {
public:
  /// Space and ranks must outlive this.
  SanctionStability(const StateSpace& space, const std::vector<Ranks>& ranks, const Errand& errand)
      : space_(space), ranks_(ranks), errand_(errand) {}

  using Found = std::vector<std::pair<model::Concept, Bits>>;
  /// Judges every classical concept with these sanctions for one party, and with `strong` those of strength,
  /// too. Throws LimitReached.
  Found judge(model::Sanctions sanctions, model::PartyId party, Moves& moves, bool strong);

private:
  template <class Do> void each(Do action) const;
  void addStable(model::ConceptFamily family, model::Sanctions sanctions, model::PartyId party, Moves& moves,
                 std::vector<Lanes>& values, Found& found) const;
  const std::vector<Rank>& beyondOf(model::PartyId party);

  const StateSpace& space_;
  const std::vector<Ranks>& ranks_;
  Errand errand_;
  std::map<model::PartyId, std::vector<Rank>> beyond_;
};

} // namespace stasis::stability
