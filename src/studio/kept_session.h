#pragma once

// What a studio on a folder keeps for its next start, so that a page that is open finds it again: the port
// and the two secrets of its session. One file a folder in the user's own state folder ($XDG_STATE_HOME, else
// ~/.local/state, then stasis/studio), readable by nobody else (0600); a file of anybody else, or one that
// others can read, is not believed.
//
// Tested by tests/studio/kept_session_test.cpp.

#include <optional>
#include <string>

namespace stasis::studio {

struct KeptSession {
  int port = 0;
  std::string session; ///< 32 hexadecimal digits, as the next
  std::string key;
};

/// None where nothing is kept, or what there is cannot be believed.
std::optional<KeptSession> keptSession(const std::string& folder);
/// Written whole or not at all; false where it cannot be kept.
bool keepSession(const std::string& folder, const KeptSession& session);

} // namespace stasis::studio
