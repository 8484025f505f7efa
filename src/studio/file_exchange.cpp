#include "studio/file_exchange.h"

#include "studio/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <memory>
#include <thread>
#include <vector>

namespace stasis::studio {

namespace {

constexpr std::string_view mark = ".studio-";
constexpr std::size_t mostRounds = 200;
constexpr std::size_t wholeFile = std::size_t{64} << 20U;

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

std::optional<std::string> revisionAt(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file)
    return std::nullopt;
  const auto text = readAll(file.get(), wholeFile);
  return text ? std::optional(revisionOf(*text)) : std::nullopt;
}

/// Waits a moment for a program that has the file open for writing, because what it still writes belongs to
/// the file. The system gives a lease for reading only if nobody writes.
void letWritersFinish(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  for (int tries = 0; file && tries < 40; ++tries) {
    if (::fcntl(file.get(), F_SETLEASE, F_RDLCK) == 0) {
      ::fcntl(file.get(), F_SETLEASE, F_UNLCK);
      return;
    }
    if (errno != EAGAIN)
      return;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
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

Placed overwrite(int folder, const std::string& name, const std::string& beside, std::string_view text,
                 const std::string& seen) {
  if (!exchange(folder, beside, name)) {
    if (errno == ENOENT) {
      ::unlinkat(folder, beside.c_str(), 0);
      return Placed::changed;
    }
    if (errno != EINVAL && errno != ENOSYS)
      return Placed::failed;
    if (revisionAt(folder, name) != seen) {
      ::unlinkat(folder, beside.c_str(), 0);
      return Placed::changed;
    }
    return ::renameat(folder, beside.c_str(), folder, name.c_str()) == 0 ? Placed::done : Placed::failed;
  }
  letWritersFinish(folder, beside);
  const auto out = revisionAt(folder, beside);
  if (out == seen) {
    ::unlinkat(folder, beside.c_str(), 0);
    return Placed::done;
  }
  giveBack(folder, name, beside, revisionOf(text), out.value_or(""));
  return Placed::changed;
}

/// A name beside the file: `.NAME.studio-PID-…`.
std::string besideOf(const std::string& name, const std::string& stage) {
  return "." + name.substr(0, 140) + std::string(mark) + std::to_string(::getpid()) + "-" + stage;
}

bool prepare(int folder, const std::string& beside, std::string_view text,
             const std::optional<mode_t>& mode) {
  ::unlinkat(folder, beside.c_str(), 0);
  const Descriptor file(::openat(folder, beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                 mode ? *mode & 0777U : 0666U));
  return file && writeAll(file.get(), text) && ::fsync(file.get()) == 0 &&
         (!mode || ::fchmod(file.get(), *mode & 07777U) == 0);
}

Placed tidied(Placed placed, int folder, const std::string& beside) {
  const int error = errno;
  if (placed == Placed::failed)
    ::unlinkat(folder, beside.c_str(), 0);
  errno = error;
  return placed;
}

struct Leftover {
  std::string name;   ///< of the file beside it, perhaps cut short
  std::string before; ///< revisions; both empty: the file was still being written
  std::string after;
};

/// None if the name is not one of ours, or if its writer is still running.
std::optional<Leftover> leftover(std::string_view entry) {
  const std::size_t at = entry.rfind(mark);
  if (!entry.starts_with('.') || at == std::string_view::npos)
    return std::nullopt;
  const std::string_view rest = entry.substr(at + mark.size());
  pid_t pid = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), pid);
  if (error != std::errc() || pid <= 0 || (pid != ::getpid() && (::kill(pid, 0) == 0 || errno != ESRCH)))
    return std::nullopt;
  Leftover found{std::string(entry.substr(1, at - 1)), {}, {}};
  const std::string_view stage(end, static_cast<std::size_t>(rest.data() + rest.size() - end));
  if (const std::size_t between = stage.find('_');
      stage.starts_with("-x") && between != std::string_view::npos) {
    found.before = stage.substr(2, between - 2);
    found.after = stage.substr(between + 1);
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

Placed putInPlace(int folder, const std::string& name, std::string_view text,
                  const std::optional<std::string>& seen, const std::optional<mode_t>& mode) {
  const std::string writing = besideOf(name, "w");
  if (!prepare(folder, writing, text, mode))
    return tidied(Placed::failed, folder, writing);
  if (!seen) {
    const bool placed = ::linkat(folder, writing.c_str(), folder, name.c_str(), 0) == 0;
    const int error = errno;
    ::unlinkat(folder, writing.c_str(), 0);
    errno = error;
    return placed ? Placed::done : error == EEXIST ? Placed::changed : Placed::failed;
  }
  const std::string beside = besideOf(name, "x" + *seen + "_" + revisionOf(text));
  if (::renameat(folder, writing.c_str(), folder, beside.c_str()) != 0)
    return tidied(Placed::failed, folder, writing);
  return tidied(overwrite(folder, name, beside, text, *seen), folder, beside);
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

} // namespace stasis::studio
