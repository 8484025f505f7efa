#pragma once

// The progress of long work as one line: what is being done, the share that is done, and how long it may
// still take. The estimate assumes that the rest goes as fast as what is done, and counts down. O(length).
//
// Tested by tests/telling/progress_words_test.cpp.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace stasis::report {

/// `total` 0: nobody knows how much there is; 100: `done` is in hundredths. `since`: for how long work of
/// this kind has gone on; `still`: for how long `done` has been the same. Once the estimate is used up, the
/// time so far is shown instead.
std::string progressWords(std::string_view phase, std::size_t done, std::size_t total,
                          std::chrono::milliseconds since, std::chrono::milliseconds still = {});

/// `12 s`, `3 min`, `2 h`.
std::string shortTime(std::chrono::seconds time);

} // namespace stasis::report
