#pragma once

// Gives a thing another name, everywhere it is called. The new text is read, and the change is made only if
// every name in it still means what it meant. A name that is taken, or that another one would hide, is
// refused with the reason.
//
// Two readings. Tested by tests/lsp/names_test.cpp on names of every model of the gallery, there and back.

#include "language/codes/diagnostic.h"
#include "lsp/reading.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::lsp {

/// The name that can be changed at this place; none if there is no name or if it means several things.
std::optional<model::Range> renamable(const Reading& reading, std::size_t offset);

struct Renamed {
  std::vector<language::Edit> edits; ///< by place
  std::string problem;               ///< why it cannot be changed; empty: it can
};

Renamed rename(const Reading& reading, std::size_t offset, std::string_view name);

} // namespace stasis::lsp
