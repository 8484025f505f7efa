#include "cli/written_file.h"

#include "cli/console.h"
#include "files/attributes.h"
#include "files/file_exchange.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

// The permissions that open() would give a new file.
mode_t freshPermissions() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// Where the symbolic links lead, also if there is nothing yet.
fs::path linkedBy(fs::path path, std::error_code& error) {
  constexpr int mostLinks = 40; // as many as the system follows
  for (int i = 0; i < mostLinks; ++i) {
    std::error_code none;
    if (!fs::is_symlink(path, none))
      return path;
    const fs::path to = fs::read_symlink(path, error);
    if (error)
      return path;
    path = path.parent_path() / to; // `to` alone if it is absolute
  }
  error = std::make_error_code(std::errc::too_many_symbolic_link_levels);
  return path;
}

constexpr auto anyoneWrites = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;

} // namespace

WrittenFile::WrittenFile(const std::string& path, bool overwrite, Console& console,
                         std::optional<std::string> seen)
    : path_(path), overwrite_(overwrite), console_(console), seen_(std::move(seen)) {
  std::error_code error;
  target_ = linkedBy(path, error);
  if (error) {
    fail(error.message());
    return;
  }
  const auto status = fs::status(target_, error);
  const bool regular = fs::is_regular_file(status);
  exists_ = fs::exists(status);
  inPlace_ = regular && fs::hard_link_count(target_, error) > 1;
  if (exists_ && !overwrite) {
    fail("it is there already", "`--force` overwrites it");
  } else if (exists_ && fs::is_directory(status)) {
    fail("it is a folder");
  } else if (regular && (status.permissions() & anyoneWrites) == fs::perms::none) {
    fail("it is write-protected", "`chmod u+w` lets it be written");
  } else if (exists_ && !regular) {
    file_ = openTarget();
  } else if (!inPlace_ || openTarget()) {
    openBeside();
  }
}

files::Descriptor WrittenFile::openTarget() {
  files::Descriptor target(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
  if (!target)
    fail(std::strerror(errno));
  return target;
}

void WrittenFile::openBeside() {
  const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
  folder_ = files::Descriptor(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder_) {
    fail(std::strerror(errno));
    return;
  }
  beside_ = files::besideOf(target_.filename().string());
  unfinished_.emplace(inFolder(beside_));
  file_ = files::Descriptor(
      ::openat(folder_.get(), beside_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file_)
    fail(std::strerror(errno));
}

bool WrittenFile::write(std::string_view text) {
  if (inPlace_ || seen_)
    text_ += text;
  return isOpen() && (files::writeAll(file_.get(), text) || fail(std::strerror(errno)));
}

namespace {

/// The file keeps its length until the text is there.
bool overwriteText(const files::Descriptor& file, std::string_view text) {
  return ::lseek(file.get(), 0, SEEK_SET) == 0 && files::writeAll(file.get(), text) &&
         ::ftruncate(file.get(), static_cast<off_t>(text.size())) == 0 && ::fsync(file.get()) == 0;
}

} // namespace

// The text stays beside the file until it is in it, so that a power cut does not lose it.
bool WrittenFile::replaceText() {
  const files::Descriptor there(::open(target_.c_str(), O_RDONLY | O_CLOEXEC));
  const auto before = files::readAll(there.get(), static_cast<std::size_t>(-1) / 2);
  if (!files::writersFinish(folder_.get(), target_.filename().string()))
    return failBusy();
  if (seen_ && (!before || files::revisionOf(*before) != *seen_))
    return failChanged();
  const files::Descriptor target = openTarget();
  if (!target)
    return false;
  const files::SignalsWait whole;
  const bool hasRoom = ::fallocate(target.get(), 0, 0, static_cast<off_t>(text_.size())) == 0 ||
                       errno == EOPNOTSUPP || errno == ENOSYS || text_.empty();
  if (hasRoom && overwriteText(target, text_))
    return true;
  const int problem = errno;
  if (before && (hasRoom ? overwriteText(target, *before)
                         : ::ftruncate(target.get(), static_cast<off_t>(before->size())) == 0))
    return fail(std::strerror(problem));
  const std::string kept = unfinished_->path();
  unfinished_->keep();
  return fail(std::string(std::strerror(problem)) + "; the new text is in `" + kept + "`");
}

void WrittenFile::keepAttributes() {
  const files::Descriptor there(
      ::openat(folder_.get(), target_.filename().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!there) {
    const bool known = ::fstatat(folder_.get(), target_.filename().c_str(), &status, 0) == 0;
    ::fchmod(file_.get(), known ? status.st_mode & 07777U : freshPermissions());
    return;
  }
  if (const auto lost = files::keepAttributes(there.get(), file_.get()); !lost.empty())
    console_.sayNote("`" + path_ + "` could not keep " + files::listed(lost));
}

bool WrittenFile::takeName() {
  const std::string name = target_.filename().string();
  const files::SignalsWait whole;
  const std::string from = std::exchange(beside_, {});
  if (seen_) {
    unfinished_->keep();
    switch (files::exchangeIn(folder_.get(), name, from, files::revisionOf(text_), *seen_)) {
    case files::Placed::done: return true;
    case files::Placed::changed: return failChanged();
    case files::Placed::busy: return failBusy();
    case files::Placed::failed: return fail(std::strerror(errno));
    }
  }
  bool placed = ::renameat2(folder_.get(), from.c_str(), folder_.get(), name.c_str(),
                            overwrite_ ? 0 : RENAME_NOREPLACE) == 0;
  if (!placed && errno == EEXIST)
    return fail("it is there already", "`--force` overwrites it");
  if (!placed && (errno == EINVAL || errno == ENOSYS)) // a file system without this way
    placed = (overwrite_ ? ::renameat(folder_.get(), from.c_str(), folder_.get(), name.c_str())
                         : ::linkat(folder_.get(), from.c_str(), folder_.get(), name.c_str(), 0)) == 0;
  if (placed && !overwrite_)
    ::unlinkat(folder_.get(), from.c_str(), 0);
  if (placed)
    unfinished_->keep();
  return placed || fail(std::strerror(errno));
}

bool WrittenFile::finish() {
  if (!isOpen())
    return false;
  if (!beside_.empty()) {
    if (!inPlace_)
      keepAttributes();
    if (::fsync(file_.get()) != 0)
      return fail(std::strerror(errno));
    if (inPlace_ ? !replaceText() : !takeName())
      return false;
  }
  file_.close();
  unfinished_.reset();
  return true;
}

bool WrittenFile::fail(const std::string& why, std::string_view help) {
  console_.sayError("`" + path_ + "` cannot be written: " + why, help);
  return false;
}

bool WrittenFile::failChanged() {
  return fail("another program has changed it meanwhile", "look at what it is now, and run this again");
}

bool WrittenFile::failBusy() {
  return fail("another program is writing it", "run this again when that has finished");
}

} // namespace stasis::cli
