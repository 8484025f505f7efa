#pragma once

// Whether the pictures and the hypergame meet their `expect in …` lines. In a picture a state that is not
// there meets no expectation; in the hypergame a party judges by its own picture.
//
// Cost: that of the engines, for the concepts named. Tested against tests/oracle/views.h in tests/views.

#include "analysis/states/expectations.h"
#include "analysis/views/hypergame.h"

namespace stasis::analysis {

/// One verdict per expectation, in order. The hypergame has no errors. Throws LimitReached.
std::vector<Verdict> checkExpectations(Hypergame& game);

} // namespace stasis::analysis
