#include "studio/folder.h"

#include "files/attributes.h"
#include "files/file_exchange.h"
#include "language/lexing/utf8.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace stasis::studio {

namespace fs = std::filesystem;
using Why = Refusal::Why;

namespace {

constexpr int mostDepth = 8;
constexpr std::size_t mostEntries = 2000;
constexpr std::array<std::string_view, 12> reportEndings{".txt", ".text", ".md",  ".html", ".htm", ".xhtml",
                                                         ".eml", ".mbox", ".srt", ".vtt",  ".rss", ".atom"};
constexpr std::array<std::string_view, 6> documentEndings{".pdf", ".docx", ".odt", ".rtf", ".epub", ".doc"};

std::string quoted(std::string_view path) { return "`" + std::string(path) + "`"; }

Refusal forbidden(std::string_view path, const std::string& why) {
  return {Why::forbidden, quoted(path) + " cannot be opened: " + why,
          "the studio opens files of the folder it was started on"};
}

Refusal changed(std::string_view path, const std::string& how) {
  return {Why::changed, quoted(path) + how, "look at both versions before one overwrites the other"};
}

Refusal failed(std::string_view path, int error) {
  const bool missing = error == ENOENT || error == ENOTDIR;
  if (error == ELOOP)
    return forbidden(path, "a symbolic link may lead out of the folder");
  return {missing ? Why::missing : Why::failed, quoted(path) + ": " + std::strerror(error), {}};
}

Refusal notWritable(std::string_view path, const char* why) {
  return {Why::forbidden,
          quoted(path) + " is not saved: the folder it is in cannot be written to (" + std::string(why) + ")",
          "save it elsewhere, or change the permissions of the folder"};
}

bool isUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = language::codePointAt(text, at);
    if (!character.valid)
      return false;
    at += character.length;
  }
  return true;
}

bool takesFiles(const files::Descriptor& folder) {
  return ::faccessat(folder.get(), ".", W_OK | X_OK, AT_EACCESS) == 0;
}

bool isControl(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }

/// Why a listed file cannot be asked for; empty if it can be.
std::string nameProblem(std::string_view path) {
  if (!isUtf8(path))
    return "its name is not UTF-8";
  if (std::ranges::any_of(path, isControl))
    return "its name has a control character";
  return path.size() > 1024 ? "its path is too long" : "";
}

/// Control characters and bytes that are not UTF-8 as `\xHH`.
std::string shown(std::string_view path) {
  std::string all;
  for (std::size_t at = 0; at < path.size();) {
    const auto character = language::codePointAt(path, at);
    const std::size_t length = character.valid ? character.length : 1;
    if (character.valid && !isControl(path[at])) {
      all += path.substr(at, length);
    } else {
      const auto byte = static_cast<unsigned char>(path[at]);
      all += "\\x";
      all += "0123456789ABCDEF"[byte >> 4U];
      all += "0123456789ABCDEF"[byte & 15U];
    }
    at += length;
  }
  return all;
}

/// The length of a text as JSON.
std::size_t jsonLength(std::string_view text) {
  std::size_t length = 2;
  for (const char c : text)
    length += c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f' ? 2
              : static_cast<unsigned char>(c) < ' '                                                  ? 6
                                                                                                     : 1;
  return length;
}

// The names in a path, or the problem with it.
std::variant<std::vector<std::string>, Refusal> namesOf(std::string_view path) {
  std::vector<std::string> names;
  if (path.empty() || path.size() > 1024)
    return forbidden(path.substr(0, 80), "this is no path");
  if (std::ranges::any_of(path, isControl))
    return forbidden(shown(path), "its name has a control character");
  if (!isUtf8(path))
    return forbidden(shown(path), "its name is not UTF-8");
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view name = path.substr(begin, end - begin);
    if (name.empty() || name.front() == '.')
      return forbidden(path, "it is not a plain path inside the folder");
    names.emplace_back(name);
    begin = end + 1;
  }
  return names;
}

} // namespace

std::string_view kindOf(std::string_view path) {
  if (path.ends_with(".conflict"))
    return "conflict";
  if (path.ends_with(".gmcr"))
    return "gmcr";
  const auto ends = [path](std::string_view ending) { return path.ends_with(ending); };
  if (std::ranges::any_of(documentEndings, ends))
    return "document";
  return std::ranges::any_of(reportEndings, ends) ? "report" : "";
}

std::optional<Folder> Folder::open(const std::string& path, std::string& problem, bool readOnly) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) {
    problem = error.message();
    return std::nullopt;
  }
  Folder folder;
  const bool isFolder = fs::is_directory(real, error);
  folder.root_ = (isFolder ? real : real.parent_path()).string();
  if (!isFolder)
    folder.file_ = real.filename().string();
  if (folder.file_ && kindOf(*folder.file_) != "conflict" && kindOf(*folder.file_) != "gmcr") {
    problem = "it is neither a .conflict nor a .gmcr file";
    return std::nullopt;
  }
  files::makeOwnMark();
  if (!readOnly)
    folder.clear();
  folder.descriptor_ = files::Descriptor(::open(folder.root_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder.descriptor_) {
    problem = std::strerror(errno);
    return std::nullopt;
  }
  return folder;
}

std::optional<Refusal> Folder::moved() const {
  struct stat opened{};
  struct stat there{};
  if (::fstat(descriptor_.get(), &opened) == 0 && ::stat(root_.c_str(), &there) == 0 &&
      opened.st_dev == there.st_dev && opened.st_ino == there.st_ino)
    return std::nullopt;
  return Refusal{Why::moved,
                 "the folder of the studio, " + quoted(std::string_view(root_)) +
                     ", has been moved or removed",
                 "move it back, or start `stasis studio` where it is now; what is typed here is not lost"};
}

bool Folder::writable() const { return takesFiles(descriptor_); }

void Folder::clear() const {
  std::error_code error;
  std::size_t seen = 0;
  const auto clearIn = [](const std::string& path) {
    const files::Descriptor folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (folder)
      files::clearLeftovers(folder.get());
  };
  clearIn(root_);
  fs::recursive_directory_iterator it(root_, fs::directory_options::skip_permission_denied, error);
  for (; !error && it != fs::recursive_directory_iterator() && seen < mostEntries; it.increment(error)) {
    std::error_code ignored;
    const bool hidden = it->path().filename().string().starts_with('.');
    if (it->is_symlink(ignored) || hidden || it.depth() >= mostDepth)
      it.disable_recursion_pending();
    else if (it->is_directory(ignored) && ++seen > 0)
      clearIn(it->path().string());
  }
}

namespace {

FolderEntry entryOf(const std::string& path, const struct stat& status) {
  return {shown(path), std::string(kindOf(path)), static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1'000'000, nameProblem(path)};
}

} // namespace

Listing Folder::list() const {
  Listing found;
  std::error_code error;
  const auto skip = fs::directory_options::skip_permission_denied;
  fs::recursive_directory_iterator it(root_, skip, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const fs::path& path = it->path();
    std::error_code ignored;
    const bool passed = path.filename().string().starts_with('.') || it->is_symlink(ignored);
    if (passed || it.depth() >= mostDepth)
      it.disable_recursion_pending();
    if (!passed && it.depth() >= mostDepth && it->is_directory(ignored))
      found.whole = false;
    if (passed || !it->is_regular_file(ignored) || kindOf(path.native()).empty())
      continue;
    if (found.entries.size() == mostEntries) {
      found.whole = false;
      break;
    }
    struct stat status{};
    if (::lstat(path.c_str(), &status) == 0)
      found.entries.push_back(entryOf(path.lexically_relative(root_).string(), status));
  }
  found.whole = found.whole && !error;
  std::ranges::sort(found.entries, {}, &FolderEntry::path);
  return found;
}

std::variant<Folder::Place, Refusal> Folder::find(std::string_view path) const {
  if (auto gone = moved())
    return std::move(*gone);
  auto read = namesOf(path);
  if (auto* refusal = std::get_if<Refusal>(&read))
    return std::move(*refusal);
  auto& names = std::get<std::vector<std::string>>(read);
  Place place{files::Descriptor(::fcntl(descriptor_.get(), F_DUPFD_CLOEXEC, 0)), names.back()};
  names.pop_back();
  for (const std::string& name : names) {
    place.folder = files::Descriptor(
        ::openat(place.folder.get(), name.c_str(), O_PATH | O_NOFOLLOW | O_DIRECTORY | O_CLOEXEC));
    if (!place.folder)
      return failed(path, errno);
  }
  return place;
}

std::string Folder::lockedBecause(const Place& place, const struct stat& status, std::string_view text) {
  if ((status.st_mode & 0222U) == 0 ||
      ::faccessat(place.folder.get(), place.name.c_str(), W_OK, AT_EACCESS) != 0)
    return "it is write-protected";
  if (!takesFiles(place.folder))
    return "the folder it is in cannot be written to";
  if (jsonLength(text) + 4096 > largestBody)
    return "it is too large to be sent back";
  return isUtf8(text) ? "" : "it is not UTF-8, and saving would damage the characters that cannot be read";
}

std::variant<FolderText, Refusal> Folder::readAt(const Place& place, std::string_view path) const {
  const files::Descriptor file(
      ::openat(place.folder.get(), place.name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0)
    return failed(path, errno);
  if (!S_ISREG(status.st_mode))
    return forbidden(path, "it is not a file");
  auto text = files::readAll(file.get(), largestText);
  if (!text)
    return failed(path, errno);
  if (text->size() > largestText)
    return Refusal{Why::tooLarge, quoted(path) + " is larger than 8 MiB", {}};
  std::string revision = files::revisionOf(*text);
  std::string locked = lockedBecause(place, status, *text);
  return FolderText{std::move(*text), std::move(revision), std::move(locked)};
}

std::variant<FolderText, Refusal> Folder::read(std::string_view path) const {
  auto found = find(path);
  if (auto* refusal = std::get_if<Refusal>(&found))
    return std::move(*refusal);
  if (kindOf(path).empty() || kindOf(path) == "document")
    return forbidden(path, "it is none of .conflict, .gmcr and reports that are text");
  return readAt(std::get<Place>(found), path);
}

std::optional<Refusal> Folder::staleAt(const Place& place, std::string_view path,
                                       const std::optional<std::string>& revision) const {
  auto before = readAt(place, path);
  if (auto* refusal = std::get_if<Refusal>(&before); refusal != nullptr && refusal->why != Why::missing)
    return std::move(*refusal);
  const auto* there = std::get_if<FolderText>(&before);
  if (there != nullptr && !there->locked.empty() && revision)
    return Refusal{Why::forbidden, quoted(path) + " is not saved: " + there->locked,
                   "save under another name"};
  if (there == nullptr ? !revision : revision && there->revision == *revision)
    return std::nullopt;
  return changed(path, there == nullptr ? " is no longer there"
                       : revision       ? " has been changed by someone else"
                                        : " is there already");
}

std::variant<Written, Refusal> Folder::write(std::string_view path, std::string_view text,
                                             const std::optional<std::string>& revision) {
  auto found = find(path);
  if (auto* refusal = std::get_if<Refusal>(&found))
    return std::move(*refusal);
  if (kindOf(path).empty())
    return forbidden(path, "it is none of .conflict, .gmcr and reports");
  const Place& place = std::get<Place>(found);
  if (text.size() > largestText)
    return Refusal{Why::tooLarge, quoted(path) + " would be larger than 8 MiB", {}};
  if (auto stale = staleAt(place, path, revision))
    return std::move(*stale);
  if (!takesFiles(place.folder))
    return notWritable(path, std::strerror(errno));
  struct stat status{};
  const bool isThere = ::fstatat(place.folder.get(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  const auto put = files::putInPlace(place.folder.get(), place.name, text, revision);
  switch (put.placed) {
  case files::Placed::done:
    return Written{files::revisionOf(text),
                   isThere && status.st_nlink > 1 ? static_cast<std::size_t>(status.st_nlink - 1) : 0,
                   files::listed(put.lost)};
  case files::Placed::changed: return changed(path, " has been changed by someone else");
  case files::Placed::busy:
    return Refusal{Why::busy, quoted(path) + " is being written by another program",
                   "save again when it has finished"};
  case files::Placed::failed: break;
  }
  return failed(path, errno);
}

bool Folder::has(std::string_view path) const {
  const auto found = find(path);
  const auto* place = std::get_if<Place>(&found);
  struct stat status{};
  return place != nullptr &&
         ::fstatat(place->folder.get(), place->name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISREG(status.st_mode);
}

std::optional<std::string> Folder::folderOf(std::string_view path) const {
  const auto found = find(path);
  if (std::holds_alternative<Refusal>(found))
    return std::nullopt;
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? root_ : root_ + "/" + std::string(path.substr(0, slash));
}

} // namespace stasis::studio
