#pragma once

// A state in words, and its verdict, as hover, lenses and hints show them. O(options).
// Tested by tests/lsp/server_test.cpp.

#include "lsp/findings.h"

#include <string>

namespace stasis::lsp {

/// `delay, insist`; `none` where nothing is taken; options left open are said so.
std::string optionsTaken(const model::Conflict& conflict, const model::Pattern& state);

/// `Nash ✓ GMR ✓ SMR – SEQ ✓ SSEQ –`.
std::string marksOf(const Verdict& verdict);

} // namespace stasis::lsp
