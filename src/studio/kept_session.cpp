#include "studio/kept_session.h"

#include "studio/descriptor.h"
#include "studio/file_exchange.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace stasis::studio {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostKept = 4096;

/// Empty if the user has none.
fs::path stateFolder() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && *state == '/')
    return fs::path(state) / "stasis" / "studio";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) / ".local" / "state" / "stasis" / "studio"
                                         : fs::path();
}

bool isSecret(const std::string& text) {
  return text.size() == 32 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// The text of a file that only this user can read.
std::optional<std::string> privateText(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_uid != ::geteuid() || (status.st_mode & 0077U) != 0)
    return std::nullopt;
  return readAll(file.get(), mostKept);
}

} // namespace

std::optional<KeptSession> keptSession(const std::string& folder) {
  const fs::path state = stateFolder();
  const auto text = state.empty() ? std::nullopt : privateText(state / revisionOf(folder));
  if (!text)
    return std::nullopt;
  std::istringstream in(*text);
  KeptSession kept;
  std::string path;
  in >> kept.port >> kept.session >> kept.key >> std::ws;
  std::getline(in, path);
  return in && kept.port > 0 && kept.port < 65536 && isSecret(kept.session) && isSecret(kept.key) &&
                 path == folder
             ? std::optional(kept)
             : std::nullopt;
}

bool keepSession(const std::string& folder, const KeptSession& session) {
  const fs::path state = stateFolder();
  std::error_code error;
  if (state.empty() || (fs::create_directories(state, error), error))
    return false;
  fs::permissions(state, fs::perms::owner_all, error);
  const fs::path path = state / revisionOf(folder);
  const fs::path beside = path.string() + "." + std::to_string(::getpid());
  const std::string text =
      std::to_string(session.port) + "\n" + session.session + "\n" + session.key + "\n" + folder + "\n";
  fs::remove(beside, error);
  const Descriptor file(
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
  const bool written =
      file && ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (written && ::rename(beside.c_str(), path.c_str()) == 0)
    return true;
  fs::remove(beside, error);
  return false;
}

} // namespace stasis::studio
