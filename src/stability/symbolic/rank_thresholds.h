#pragma once

// How the ranks of states compare with the threshold of a party, as sets {(s, v)}. A rank that is a sum is
// compared value by value, if it has few enough: bit by bit, every two values of the less important bits
// would be a case. Tested by the engine's suite.

#include "stability/symbolic/levels.h"
#include "stability/symbolic/own_moves.h"

#include <map>

namespace stasis::stability {

class RankThresholds {
public:
  /// All must outlive this; the ranks may still be missing.
  RankThresholds(const Levels& levels, DiagramTable& table, const std::vector<Ranked>& ranked)
      : levels_(levels), table_(table), ranked_(ranked) {}

  /// The bits of the party's threshold.
  std::vector<Diagram> of(model::PartyId party) const { return variables(levels_.thresholds(party)); }
  std::vector<Diagram> variables(const std::vector<std::size_t>& levels) const;

  /// {(s, v) : rank(s) > v}; with the party's threshold for v, or any other bits.
  Diagram above(model::PartyId party) { return above(party, of(party)); }
  Diagram above(model::PartyId party, const std::vector<Diagram>& v);
  /// {(s, v) : rank(s) < v}.
  Diagram below(model::PartyId party) { return below(party, of(party)); }
  Diagram below(model::PartyId party, const std::vector<Diagram>& v);

private:
  /// values[v]: where the sum exceeds v; empty if the rank is no sum, or has too many values.
  const std::vector<Diagram>& sumAbove(model::PartyId party);

  const Levels& levels_;
  DiagramTable& table_;
  const std::vector<Ranked>& ranked_;
  std::map<model::PartyId, std::vector<Diagram>> sums_;
};

} // namespace stasis::stability
