#include "cli/written_file.h"

#include "cli/console.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

bool writeAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(descriptor, text.data(), text.size());
    if (n < 0 && errno != EINTR)
      return false;
    if (n > 0)
      text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// The permissions that open() would give a new file; mkstemp gives 0600.
fs::perms freshPermissions() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<fs::perms>(0666 & ~mask);
}

constexpr auto anyoneWrites = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;

} // namespace

WrittenFile::WrittenFile(const std::string& path, bool overwrite, Console& console)
    : path_(path), console_(console) {
  std::error_code error;
  target_ = path;
  if (fs::is_symlink(path, error)) {
    error.clear();
    target_ = fs::weakly_canonical(path, error);
    if (error) { // the links form a loop
      fail(error.message());
      return;
    }
  }
  const auto status = fs::status(target_, error);
  const bool exists = fs::exists(status);
  if (exists && !overwrite) {
    fail("it is there already", "`--force` overwrites it");
  } else if (exists && fs::is_directory(target_, error)) {
    fail("it is a folder");
  } else if (exists && fs::is_regular_file(status) &&
             (status.permissions() & anyoneWrites) == fs::perms::none) {
    fail("it is write-protected", "`chmod u+w` lets it be written");
  } else if (exists && fs::is_regular_file(status) && fs::hard_link_count(target_, error) > 1) {
    inPlace_ = true;
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0)
      fail(std::strerror(errno));
  } else if (exists && !fs::is_regular_file(target_, error)) {
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0)
      fail(std::strerror(errno));
  } else {
    permissions_ = exists ? fs::status(target_, error).permissions() : freshPermissions();
    temporary_ = target_.string() + ".XXXXXX";
    descriptor_ = ::mkstemp(temporary_.data());
    if (descriptor_ < 0)
      fail(std::strerror(errno));
  }
}

WrittenFile::~WrittenFile() {
  if (descriptor_ < 0)
    return;
  ::close(descriptor_);
  if (!temporary_.empty())
    ::unlink(temporary_.c_str());
}

bool WrittenFile::write(std::string_view text) {
  if (inPlace_) {
    text_ += text;
    return isOpen();
  }
  return isOpen() && (writeAll(descriptor_, text) || fail(std::strerror(errno)));
}

bool WrittenFile::replaceText() {
  return (writeAll(descriptor_, text_) && ::ftruncate(descriptor_, static_cast<off_t>(text_.size())) == 0 &&
          ::fsync(descriptor_) == 0) ||
         fail(std::strerror(errno));
}

bool WrittenFile::finish() {
  if (!isOpen() || (inPlace_ && !replaceText()))
    return false;
  if (!temporary_.empty()) {
    std::error_code error;
    const bool synced = ::fsync(descriptor_) == 0;
    const int problem = errno;
    fs::permissions(temporary_, permissions_, error);
    if (!synced || ::rename(temporary_.c_str(), target_.c_str()) != 0)
      return fail(std::strerror(synced ? errno : problem));
    temporary_.clear();
  }
  ::close(descriptor_);
  descriptor_ = -1;
  return true;
}

bool WrittenFile::fail(const std::string& why, std::string_view help) {
  console_.sayError("`" + path_ + "` cannot be written: " + why, help);
  return false;
}

} // namespace stasis::cli
