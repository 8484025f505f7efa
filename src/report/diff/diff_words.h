#pragma once

// The sentences that text and Markdown of `diff` share.

#include "report/diff/diff.h"

namespace stasis::report {

/// `statement of Russia added, 2nd: strike if troops`.
std::string changeLine(const analysis::ModelChange& change);

/// What changed in the answer, one sentence each; none if nothing changed.
std::vector<std::string> answerLines(const DiffView& view);

/// `The answer is the same.`, `The answer changed.`, or that it could not be compared in full.
std::string verdictLine(const DiffView& view);

} // namespace stasis::report
