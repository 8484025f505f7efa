#pragma once

// Stability for a coalition by definition, as nested loops in the order of the quantifiers (Kilgour, Hipel,
// Peng & Fang 2001; Inohara & Hipel 2008). A coalition improvement from s is a state the members reach by a
// legal sequence of their moves and that is better than s for all of them (Pareto: worse for none, better for
// one). Shares no code with src/. Tested against published results in tests/coalitions.

#include "oracle/definitions.h"

#include <vector>

namespace stasis::oracle {

using Members = std::vector<std::size_t>;

/// The groups outside the coalition that improve as one when they sanction by improvements.
using Units = std::vector<Members>;

class Coalitions {
public:
  Coalitions(const Game& game, bool pareto) : game_(game), pareto_(pareto) {}

  bool isBetter(const Members& coalition, Place better, Place than) const;
  /// R++_H(s).
  Places improvements(const Members& coalition, Place s) const;
  /// Where legal sequences of unit improvements lead, no unit twice in a row.
  Places unitImprovements(const Units& units, Place s) const;

  bool isStable(model::Concept concept_, const Members& coalition, const Units& others, Place s) const;

  Members outside(const Members& coalition) const;
  /// Every party outside by itself; every non-empty group of them.
  Units alone(const Members& coalition) const;
  Units together(const Members& coalition) const;

private:
  bool isNash(const Members& h, Place s) const;
  bool isGmr(const Members& h, Place s) const;
  bool isSmr(const Members& h, Place s) const;
  bool isSeq(const Members& h, const Units& others, Place s) const;
  bool isSseq(const Members& h, const Units& others, Place s) const;

  const Game& game_;
  bool pareto_;
};

} // namespace stasis::oracle
