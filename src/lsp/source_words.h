#pragma once

// Words of a source that continue what has been typed, each to the end of its sentence: candidates for a
// quotation. With nothing typed, the beginnings of its paragraphs.
//
// O(bytes of the source). Tested by tests/lsp/completion_test.cpp: the check of citations finds every one of
// them in its source.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::lsp {

/// At most `most`, in the order of the source. Letter case and the amount of white space do not matter.
std::vector<std::string> wordsThatGoOn(const std::string& path, std::string_view typed, std::size_t most);

} // namespace stasis::lsp
