#pragma once

// How far long work is, as one line: what is being done, the share done, and how long it may still take. The
// estimate supposes that what is left goes as fast as what is done. O(length).
//
// Tested by tests/telling/progress_words_test.cpp.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace stasis::report {

/// `total` 0: nobody knows how much there is. `since`: for how long work of this kind has gone on.
std::string progressWords(std::string_view phase, std::size_t done, std::size_t total,
                          std::chrono::milliseconds since);

/// `12 s`, `3 min`, `2 h`.
std::string shortTime(std::chrono::seconds time);

} // namespace stasis::report
