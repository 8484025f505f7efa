#pragma once

// The whole answer of `solve` for an open text: every state with its ranks and verdicts, as Markdown to read
// beside the text and as the JSON of `stasis solve --format json` (docs/json.md).
//
// Cost: that of `stasis solve`. Tested by tests/lsp/tables_test.cpp: on every file of the gallery, equal to
// what the program prints.

#include "lsp/reading.h"
#include "stability/errand.h"

#include <string>

namespace stasis::lsp {

/// The command with which an editor asks for them.
inline constexpr const char* tablesCommand = "stasis.tables";

struct Tables {
  std::string markdown; ///< the output of `stasis solve --all --format md`
  std::string json;     ///< schema `stasis/solution-2`
  std::string problem;  ///< why there are none; empty if there are
};

/// Opens an engine of its own. If a limit is reached in the middle, the result is the finished part, which
/// says so. Never throws.
Tables tables(const Reading& reading, const stability::Errand& errand);

} // namespace stasis::lsp
