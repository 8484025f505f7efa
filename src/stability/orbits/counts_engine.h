#pragma once

// The engine of orbits for questions that need no histograms. Where members are only counted, a condition
// such as `at least 30 of Guarantors.ground` divides all that 60 members can do into two classes; what they
// do exactly matters to nobody. So Nash, GMR and SMR take a few thousand cells (count_sets.h) where there are
// 10^8 orbits. SEQ and SSEQ do need orbits: who improves depends on who does what.
//
// Takes one family of members alike with at most eight choices each, which no constraint ties to others, and
// up to 65,536 states of everybody else; preferences that count those members and do nothing else with them.
// Numbers of states are exact. Tested against the oracle and the other engines in
// tests/stability/orbits/counts_test.cpp.

#include "stability/orbits/orbits_engine.h"

namespace stasis::stability {

/// Whether the engine takes the conflict.
bool takesCounts(const model::Conflict& conflict, const Errand& errand);

/// The conflict must outlive the engine. None, without diagnostics, if the engine does not take it. Throws
/// LimitReached.
OpenedOrbits openCounts(const model::Conflict& conflict, const Errand& errand);

} // namespace stasis::stability
