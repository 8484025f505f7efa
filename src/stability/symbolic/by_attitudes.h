#pragma once

// The concepts of attitudes (Inohara, Hipel & Walker 2007) on sets of states. A state suits i from s iff for
// every j that i is not neutral towards, its rank for j is no lower than that of s (for) or no higher
// (against). That is no threshold in one rank but in several:
//
//   RNash        s is unstable iff one of i's moves suits it: a relation between s and i's options changed.
//   RGMR, RSEQ   what does not suit is a union over j, and what the others can bring about from a union is
//                the union of what they can bring about from each part. So there is one search for each j,
//                over that party's threshold alone: low_j(s, v) = whether they can come to a state below v
//                (for), or above it (against; searched with the bits of v negated, so that the set grows with
//                the threshold as the search expects). s is unstable iff i can move to some s1 of which no
//                low_j holds with j's rank of s put in place of v.
//   RSMR         some move of i must suit all of them at once, so the thresholds of all these parties are
//                variables side by side; what two parties want in common is one variable.
//
// s itself never suits, so the last move must change something. On options nothing else is needed for that:
// no sequence of the others comes back to s. Steps that suit their mover are transitive, so it does not
// matter who moved last.
//
// Cost: RGMR and RSEQ a search of the classical kind for each party that i is not neutral towards; RSMR one,
// of as many cases as these parties together tell apart. Tested against the oracle in tests/stability.

#include "stability/symbolic/group_moves.h"
#include "stability/symbolic/rank_thresholds.h"

#include <optional>

namespace stasis::stability {

class ByAttitudes {
public:
  /// All must outlive this.
  ByAttitudes(const model::Conflict& conflict, const Levels& levels, const Diagram& feasible,
              std::vector<OwnMoves>& moves, const std::vector<Ranked>& ranked, RankThresholds& thresholds)
      : conflict_(conflict), levels_(levels), feasible_(feasible), moves_(moves), ranked_(ranked),
        thresholds_(thresholds), suits_(conflict.parties.size()) {}

  /// Where the party does not stay. `others`: what the others can bring about. Throws LimitReached.
  Diagram unstable(const model::ConceptRow& concept_, model::PartyId party, GroupMoves& others);

  /// The states from which the party moves into the set by a step that suits it.
  Diagram stepInto(model::PartyId party, const Diagram& set);

private:
  /// A party that somebody is not neutral towards.
  struct Minded {
    model::PartyId party;
    bool isFor;
  };
  std::vector<Minded> minded(model::PartyId party) const;
  const Diagram& suits(model::PartyId party);
  Diagram isAnswered(const model::ConceptRow& concept_, model::PartyId party, GroupMoves& others,
                     const Minded& minded);
  Diagram suitsForGood(model::PartyId party, GroupMoves& others);

  const model::Conflict& conflict_;
  const Levels& levels_;
  const Diagram& feasible_;
  std::vector<OwnMoves>& moves_;
  const std::vector<Ranked>& ranked_;
  RankThresholds& thresholds_;
  std::vector<std::optional<Diagram>> suits_; ///< by mover: {(s, o')}; made when first asked for
};

} // namespace stasis::stability
