#pragma once

// A thing given another name, everywhere it is called. The new text is read, and the change is only made if
// every name in it still means what it meant: a name that is taken, or that would be hidden by another one,
// is refused with the reason.
//
// Two readings. Tested by tests/lsp/names_test.cpp on names of every model of the gallery, there and back.

#include "language/codes/diagnostic.h"
#include "lsp/reading.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::lsp {

/// The name that can be changed at this place; none where there is none, or where it means several things.
std::optional<model::Range> renamable(const Reading& reading, std::size_t offset);

struct Renamed {
  std::vector<language::Edit> edits; ///< by place
  std::string problem;               ///< why it cannot be; empty: it can
};

Renamed rename(const Reading& reading, std::size_t offset, std::string_view name);

} // namespace stasis::lsp
