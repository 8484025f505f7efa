#pragma once

// Every reading of what a conflict leaves open, by definition, and what it would be worth to know: all 2^k
// answers to the open points are tried one after the other, and the definitions are evaluated for each.
// Shares no code with src/. Up to about 8 points.
//
// The points, in this order: lines marked `perhaps`, pairs of `unsure`, directions in doubt, neighbouring
// lines that may stand the other way round, statements and weights without a citation. Within a kind: by
// party, then as written. The answer yes: the line is held, the pair is as ranked, the direction holds, the
// neighbours stand as written, the statement is held.

#include "model/conflict.h"

#include <set>
#include <string>
#include <vector>

namespace stasis::oracle {

struct Reading {
  std::vector<bool> yes; ///< by point
  double odds = 0;       ///< of all readings together 1
  model::Conflict conflict;
  std::set<std::string> equilibria; ///< their letters
};

struct Readings {
  std::size_t points = 0;
  std::vector<Reading> all;
  std::size_t circles = 0; ///< answers left out because some party's states would be liked in a circle
};

Readings readingsOf(const model::Conflict& conflict, model::Concept concept_, bool orders, bool assumptions);

/// By reading, for one question: the answer.
using Verdicts = std::vector<bool>;

/// What is known: a point and its answer.
using Known = std::vector<std::pair<std::size_t, bool>>;

/// How likely it is, if this is known, that the verdict is true; nan where no reading agrees.
double share(const Readings& readings, const Verdicts& verdicts, const Known& known);
/// The expected fall of the entropy of the verdicts (summed), in bits, when this point is known besides.
double bits(const Readings& readings, const std::vector<Verdicts>& questions, const Known& known,
            std::size_t point);

} // namespace stasis::oracle
