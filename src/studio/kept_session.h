#pragma once

// What a studio on a folder keeps for its next start, so that an open page finds it again: the port and the
// two secrets of its session. One file for each folder in the user's own state folder ($XDG_STATE_HOME, else
// ~/.local/state, then stasis/studio), readable by nobody else (0600). A file that belongs to somebody else,
// or that others can read, is not trusted.
//
// Tested by tests/studio/kept_session_test.cpp.

#include <optional>
#include <string>

namespace stasis::studio {

struct KeptSession {
  int port = 0;
  std::string session; ///< 32 hexadecimal digits, like the next one
  std::string key;
};

/// None if nothing is kept, or if it cannot be trusted.
std::optional<KeptSession> keptSession(const std::string& folder);
/// Written as a whole or not at all; false if it cannot be kept.
bool keepSession(const std::string& folder, const KeptSession& session);

} // namespace stasis::studio
