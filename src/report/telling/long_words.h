#pragma once

// The words of a name or question that are long enough to mean something, to find which of them two texts
// share. Letters beyond ASCII belong to words; typographic marks and dashes do not.
//
// O(text). Tested through outcome_name_test.cpp and tests/brief/question_test.cpp.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

/// In lower case, those of at least `shortest` bytes.
std::vector<std::string> longWords(std::string_view text, std::size_t shortest);

} // namespace stasis::report
