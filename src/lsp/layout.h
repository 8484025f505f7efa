#pragma once

// The changes that give a text the layout of `stasis fmt`, line by line, so that the cursor and the marks of
// an editor stay in place. O(bytes). Tested by tests/lsp/server_test.cpp: applied, they give what `fmt`
// gives.

#include "language/codes/diagnostic.h"
#include "lsp/reading.h"

#include <optional>
#include <vector>

namespace stasis::lsp {

/// None if some characters of the text cannot be read; its layout is then left alone.
std::optional<std::vector<language::Edit>> layout(const Reading& reading);

} // namespace stasis::lsp
