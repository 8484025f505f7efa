#pragma once

// What is said when a limit ends a run, in the words that all who may end it share.

namespace stasis::stability {

inline constexpr const char* timeLimitReached = "the time limit was reached; a larger --timeout allows more";

} // namespace stasis::stability
