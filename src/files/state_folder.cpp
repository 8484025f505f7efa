#include "files/state_folder.h"

#include "files/descriptor.h"
#include "files/file_exchange.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <system_error>

namespace stasis::files {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostKept = 4096;

} // namespace

fs::path stateFolder() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && *state == '/')
    return fs::path(state) / "stasis";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) / ".local" / "state" / "stasis" : fs::path();
}

std::optional<std::string> privateText(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_uid != ::geteuid() || (status.st_mode & 0077U) != 0)
    return std::nullopt;
  auto text = readAll(file.get(), mostKept);
  return text && text->size() <= mostKept ? std::move(text) : std::nullopt;
}

bool writePrivateText(const fs::path& path, const std::string& text) {
  std::error_code error;
  const fs::path folder = path.parent_path();
  if (folder.empty() || (fs::create_directories(folder, error), error))
    return false;
  fs::permissions(folder, fs::perms::owner_all, error);
  const fs::path beside = path.string() + "." + std::to_string(::getpid());
  fs::remove(beside, error);
  const Descriptor file(
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file && writeAll(file.get(), text) && ::rename(beside.c_str(), path.c_str()) == 0)
    return true;
  fs::remove(beside, error);
  return false;
}

} // namespace stasis::files
