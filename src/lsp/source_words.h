#pragma once

// Words of a source that go on from what has been typed, each to the end of its sentence: what may be quoted.
// With nothing typed, how its paragraphs begin.
//
// O(bytes of the source). Tested by tests/lsp/completion_test.cpp: every one is found in its source by the
// check of citations.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::lsp {

/// At most `most`, in the order of the source. Letter case and the amount of white space do not matter.
std::vector<std::string> wordsThatGoOn(const std::string& path, std::string_view typed, std::size_t most);

} // namespace stasis::lsp
