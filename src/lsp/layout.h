#pragma once

// The changes that give a text the layout of `stasis fmt`, line by line, so that the cursor and the marks of
// an editor stay where they are. O(bytes). Tested by tests/lsp/server_test.cpp: made, they give what `fmt`
// gives.

#include "language/codes/diagnostic.h"
#include "lsp/reading.h"

#include <optional>
#include <vector>

namespace stasis::lsp {

/// None: signs of the text cannot be read, so its layout is left alone.
std::optional<std::vector<language::Edit>> layout(const Reading& reading);

} // namespace stasis::lsp
