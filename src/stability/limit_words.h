#pragma once

// The words for a run that a limit ended, shared by all code that can end one.

namespace stasis::stability {

inline constexpr const char* timeLimitReached = "the time limit was reached; a larger --timeout allows more";

} // namespace stasis::stability
