#include "studio/kept_session.h"

#include "files/file_exchange.h"
#include "files/state_folder.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace stasis::studio {

namespace fs = std::filesystem;

namespace {

bool isSecret(const std::string& text) {
  return text.size() == 32 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Empty if the user has no place for it.
fs::path pathOf(const std::string& folder) {
  const fs::path state = files::stateFolder();
  return state.empty() ? state : state / "studio" / files::revisionOf(folder);
}

} // namespace

std::optional<KeptSession> keptSession(const std::string& folder) {
  const fs::path path = pathOf(folder);
  const auto text = path.empty() ? std::nullopt : files::privateText(path);
  if (!text)
    return std::nullopt;
  std::istringstream in(*text);
  KeptSession kept;
  std::string of;
  in >> kept.port >> kept.session >> kept.key >> std::ws;
  std::getline(in, of);
  return in && kept.port > 0 && kept.port < 65536 && isSecret(kept.session) && isSecret(kept.key) &&
                 of == folder
             ? std::optional(kept)
             : std::nullopt;
}

bool keepSession(const std::string& folder, const KeptSession& session) {
  return files::writePrivateText(pathOf(folder), std::to_string(session.port) + "\n" + session.session +
                                                     "\n" + session.key + "\n" + folder + "\n");
}

} // namespace stasis::studio
