#include "files/file_exchange.h"

#include "files/attributes.h"
#include "files/descriptor.h"
#include "files/state_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>
#include <vector>

namespace stasis::files {

namespace {

constexpr std::string_view begins = ".stasis-";
constexpr std::size_t longestName = 120; // of the part that a name beside a file keeps
constexpr std::size_t mostRounds = 200;
constexpr std::size_t wholeFile = std::size_t{512} << 20U;

std::optional<std::string> revisionAt(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file)
    return std::nullopt;
  const auto text = readAll(file.get(), wholeFile);
  return text ? std::optional(revisionOf(*text)) : std::nullopt;
}

bool exchange(int folder, const std::string& a, const std::string& b) {
  return ::renameat2(folder, a.c_str(), folder, b.c_str(), RENAME_EXCHANGE) == 0;
}

/// `beside` holds what was taken out. Puts it back, and then whatever comes out in exchange, until nothing
/// newer does.
void giveBack(int folder, const std::string& name, const std::string& beside, std::string put,
              std::string taken) {
  for (std::size_t round = 0; round < mostRounds; ++round) {
    if (!exchange(folder, beside, name))
      break; // the file is gone: whoever removed it meant the version held here
    const auto out = revisionAt(folder, beside);
    if (!out || *out == put)
      break;
    put = taken; // the file there was newer still: it goes back in the next round
    taken = *out;
  }
  ::unlinkat(folder, beside.c_str(), 0);
}

Placed overwrite(int folder, const std::string& name, const std::string& beside, const std::string& revision,
                 const std::string& seen) {
  const auto dropped = [&](Placed placed) {
    ::unlinkat(folder, beside.c_str(), 0);
    return placed;
  };
  if (!writersFinish(folder, name))
    return dropped(Placed::busy);
  if (!exchange(folder, beside, name)) {
    if (errno == ENOENT)
      return dropped(Placed::changed);
    if (errno != EINVAL && errno != ENOSYS)
      return Placed::failed;
    if (revisionAt(folder, name) != seen)
      return dropped(Placed::changed);
    return ::renameat(folder, beside.c_str(), folder, name.c_str()) == 0 ? Placed::done : Placed::failed;
  }
  const bool finished = writersFinish(folder, beside);
  const auto out = revisionAt(folder, beside);
  if (finished && out == seen)
    return dropped(Placed::done);
  giveBack(folder, name, beside, revision, out.value_or(""));
  return finished ? Placed::changed : Placed::busy;
}

// --- names beside a file

std::filesystem::path markPath() {
  const auto state = stateFolder();
  return state.empty() ? state : state / "studio" / "mark";
}

/// The user's secret, as far as there is one. It says nothing about what is in the files.
const std::string& ownSecret() {
  static const std::string secret = [] {
    const auto path = markPath();
    return path.empty() ? std::string() : privateText(path).value_or("");
  }();
  return secret;
}

/// Tells this user's names on this machine from everybody else's.
std::string markOf(std::string_view name) {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  const std::string hash =
      revisionOf(ownSecret() + '\n' + host.data() + '\n' + std::string(name) + '\n' + ownSecret());
  return hash.substr(hash.find('-') + 1);
}

/// When the process began, in ticks since the machine did: numbers of processes are used again. 0 if there is
/// no such process.
std::uint64_t beginOf(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  const std::string line{std::istreambuf_iterator<char>(file), {}};
  std::size_t at = std::min(line.rfind(')'), line.size());
  constexpr int fieldsBetween = 20; // of proc(5): from the state, the third, to the begin, the 22nd
  for (int field = 0; field < fieldsBetween && at < line.size(); ++field)
    at = std::min(line.find(' ', at + 1), line.size());
  std::uint64_t begin = 0;
  if (at < line.size())
    std::from_chars(line.data() + at + 1, line.data() + line.size(), begin);
  return begin;
}

/// As much of the name as fits, whole characters.
std::string_view cutName(std::string_view name) {
  std::size_t length = std::min(name.size(), longestName);
  while (length > 0 && length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U)
    --length;
  return name.substr(0, length);
}

/// Its attributes are those of the file that is there.
bool prepare(int folder, const std::string& name, const std::string& beside, std::string_view text,
             Put& put) {
  const Descriptor there(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  const Descriptor file(::openat(folder, beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                 there ? 0600U : 0666U));
  if (!file || !writeAll(file.get(), text))
    return false;
  if (there)
    put.lost = keepAttributes(there.get(), file.get());
  return ::fsync(file.get()) == 0;
}

void dropKeepingError(int folder, const std::string& beside) {
  const int error = errno;
  ::unlinkat(folder, beside.c_str(), 0);
  errno = error;
}

struct Leftover {
  std::string name;   ///< of the file beside it, perhaps cut short
  std::string before; ///< revisions; both empty: the file was still being written
  std::string after;
};

/// Whether the process that began then still runs.
bool isRunning(pid_t process, std::uint64_t begin) {
  const std::uint64_t now = beginOf(process);
  return now != 0 ? now == begin : ::kill(process, 0) == 0 || errno != ESRCH;
}

/// None if the name is not one of ours, or if its writer is still running.
std::optional<Leftover> leftover(std::string_view entry) {
  const std::size_t at = entry.rfind(begins);
  const std::size_t dash = entry.rfind('-');
  if (!entry.starts_with('.') || at == std::string_view::npos || at == 0 || dash < at + begins.size() ||
      entry.substr(dash + 1) != markOf(entry.substr(0, dash)) || ownSecret().empty())
    return std::nullopt;
  const std::string_view rest = entry.substr(at + begins.size(), dash - at - begins.size());
  pid_t process = 0;
  std::uint64_t begin = 0;
  const char* const first = rest.data();
  const char* const last = first + rest.size();
  const auto [dot, error] = std::from_chars(first, last, process);
  if (error != std::errc() || process <= 0 || dot == last || *dot != '.')
    return std::nullopt;
  const auto [end, wrong] = std::from_chars(dot + 1, last, begin);
  const std::string_view stage(end, static_cast<std::size_t>(last - end));
  const std::size_t from = stage.find('-');
  if (wrong != std::errc() || from == std::string_view::npos || isRunning(process, begin))
    return std::nullopt;
  Leftover found{std::string(entry.substr(1, at - 1)), {}, {}};
  const std::string_view what = stage.substr(from + 1);
  if (const std::size_t between = what.find('_');
      what.starts_with('x') && between != std::string_view::npos) {
    found.before = what.substr(1, between - 1);
    found.after = what.substr(between + 1);
  }
  return found;
}

std::vector<std::string> entriesOf(int folder) {
  std::vector<std::string> names;
  const int again = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(again < 0 ? nullptr : ::fdopendir(again), &::closedir);
  while (const dirent* entry = entries ? ::readdir(entries.get()) : nullptr)
    names.emplace_back(entry->d_name);
  return names;
}

/// Gives a visible name to a text that is stored nowhere else.
void recover(int folder, const std::string& hidden, const std::string& name) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  for (int n = 1; n < 100; ++n) {
    const std::string visible =
        name.substr(0, dot) + ".recovered" + (n == 1 ? "" : "-" + std::to_string(n)) + name.substr(dot);
    if (::renameat2(folder, hidden.c_str(), folder, visible.c_str(), RENAME_NOREPLACE) == 0 ||
        errno != EEXIST)
      return;
  }
}

} // namespace

std::optional<std::string> readAll(int descriptor, std::size_t most) {
  std::string text;
  std::array<char, 1 << 16> block;
  for (;;) {
    const ssize_t n = ::read(descriptor, block.data(), block.size());
    if (n == 0)
      return text;
    if (n < 0 && errno != EINTR)
      return std::nullopt;
    if (n > 0)
      text.append(block.data(), static_cast<std::size_t>(n));
    if (text.size() > most)
      return text;
  }
}

// FNV-1a, 64 bits, and the size. It tells versions of one file apart; it does not detect forgery.
std::string revisionOf(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::string digits = std::to_string(text.size()) + "-";
  for (int shift = 60; shift >= 0; shift -= 4)
    digits += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 15U];
  return digits;
}

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

// The system gives a lease for reading only if nobody writes.
bool writersFinish(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  for (int tries = 0; file && tries < 40; ++tries) {
    if (::fcntl(file.get(), F_SETLEASE, F_RDLCK) == 0) {
      ::fcntl(file.get(), F_SETLEASE, F_UNLCK);
      return true;
    }
    if (errno != EAGAIN)
      return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return !file;
}

std::string besideOf(const std::string& name, const std::string& stage) {
  static std::atomic<unsigned> number = 0;
  const std::string begun = "." + std::string(cutName(name)) + std::string(begins) +
                            std::to_string(::getpid()) + "." + std::to_string(beginOf(::getpid())) + "." +
                            std::to_string(number++ % 1000) + "-" + stage;
  return begun + "-" + markOf(begun);
}

Placed exchangeIn(int folder, const std::string& name, const std::string& beside, const std::string& revision,
                  const std::string& seen) {
  const std::string between = besideOf(name, "x" + seen + "_" + revision);
  if (::renameat(folder, beside.c_str(), folder, between.c_str()) != 0) {
    dropKeepingError(folder, beside);
    return Placed::failed;
  }
  const Placed placed = overwrite(folder, name, between, revision, seen);
  if (placed == Placed::failed)
    dropKeepingError(folder, between);
  return placed;
}

Put putInPlace(int folder, const std::string& name, std::string_view text,
               const std::optional<std::string>& seen) {
  Put put;
  const std::string writing = besideOf(name);
  if (!prepare(folder, name, writing, text, put)) {
    dropKeepingError(folder, writing);
    return put;
  }
  if (seen) {
    put.placed = exchangeIn(folder, name, writing, revisionOf(text), *seen);
    return put;
  }
  bool placed = ::renameat2(folder, writing.c_str(), folder, name.c_str(), RENAME_NOREPLACE) == 0;
  if (!placed && (errno == EINVAL || errno == ENOSYS))
    placed = ::linkat(folder, writing.c_str(), folder, name.c_str(), 0) == 0;
  const bool isThere = !placed && errno == EEXIST;
  dropKeepingError(folder, writing);
  put.placed = placed ? Placed::done : isThere ? Placed::changed : Placed::failed;
  return put;
}

void makeOwnMark() {
  const auto path = markPath();
  std::array<unsigned char, 16> bytes{};
  if (path.empty() || privateText(path) ||
      ::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    return;
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  writePrivateText(path, text);
}

void clearLeftovers(int folder) {
  for (const std::string& entry : entriesOf(folder)) {
    const auto found = leftover(entry);
    if (!found)
      continue;
    const auto revision = found->before.empty() ? std::nullopt : revisionAt(folder, entry);
    if (!revision || *revision == found->before || *revision == found->after)
      ::unlinkat(folder, entry.c_str(), 0);
    else
      recover(folder, entry, found->name);
  }
}

} // namespace stasis::files
