#pragma once

// A state in words, and its verdict, for hover, lenses and hints. O(options). Tested by
// tests/lsp/server_test.cpp.

#include "lsp/findings.h"

#include <string>

namespace stasis::lsp {

/// `delay, insist`; `none` if no option is taken. Open options are marked as open.
std::string optionsTaken(const model::Conflict& conflict, const model::Pattern& state);

/// `Nash ✓ GMR ✓ SMR – SEQ ✓ SSEQ –`.
std::string marksOf(const Verdict& verdict);

} // namespace stasis::lsp
