#include "cli/files.h"

#include "cli/console.h"
#include "cli/verb.h"
#include "language/codes/nearest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

// At most `largestFile` bytes from an open descriptor.
std::optional<std::string> readAll(int descriptor, std::string& problem) {
  std::string text;
  char block[1 << 16];
  for (;;) {
    const ssize_t n = ::read(descriptor, block, sizeof block);
    if (n == 0)
      return text;
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      problem = std::strerror(errno);
      return std::nullopt;
    }
    text.append(block, static_cast<std::size_t>(n));
    if (text.size() > largestFile) {
      problem = "larger than 256 MiB";
      return std::nullopt;
    }
  }
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

bool writeThrough(const std::string& path, std::string_view text, Console& console) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  const bool written = descriptor >= 0 && writeAll(descriptor, text);
  if (!written)
    console.sayError("`" + path + "` cannot be written: " + std::strerror(errno));
  if (descriptor >= 0)
    ::close(descriptor);
  return written;
}

// What a file made by open() would get: mkstemp gives 0600.
fs::perms freshPermissions() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<fs::perms>(0666 & ~mask);
}

std::string nearby(const std::string& path) {
  std::error_code error;
  const fs::path wanted(path);
  const fs::path folder = wanted.has_parent_path() ? wanted.parent_path() : fs::path(".");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder, error))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const auto meant = language::nearest(wanted.filename().string(), views);
  return meant ? "did you mean `" +
                     (wanted.has_parent_path() ? (folder / *meant).string() : std::string(*meant)) + "`?"
               : "";
}

std::optional<std::string> bytesOfFile(const std::string& path, std::string& problem) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    problem = "it is a folder without .conflict or .gmcr files";
    return std::nullopt;
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    problem = std::strerror(errno);
    return std::nullopt;
  }
  auto text = readAll(descriptor, problem);
  ::close(descriptor);
  return text;
}

} // namespace

std::optional<language::SourceText> readFile(const std::string& path, Console& console) {
  std::string problem;
  const bool standardInput = path == "-";
  auto text = standardInput ? readAll(STDIN_FILENO, problem) : bytesOfFile(path, problem);
  if (!text) {
    console.sayError("`" + path + "` cannot be read: " + problem, standardInput ? "" : nearby(path));
    return std::nullopt;
  }
  return language::SourceText(standardInput ? "<stdin>" : path, std::move(*text));
}

std::vector<std::string> modelFiles(const std::vector<std::string>& operands) {
  std::vector<std::string> files;
  std::error_code error;
  for (const std::string& operand : operands) {
    if (operand == "-" || !fs::is_directory(operand, error)) {
      files.push_back(operand);
      continue;
    }
    const std::size_t before = files.size();
    for (fs::recursive_directory_iterator it(operand, fs::directory_options::skip_permission_denied, error),
         end;
         it != end; it.increment(error)) {
      const auto ending = it->path().extension();
      if ((ending == ".conflict" || ending == ".gmcr") && it->is_regular_file(error))
        files.push_back(it->path().string());
    }
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
    if (files.size() == before)
      files.push_back(operand); // reading it says that it is a folder
  }
  return files;
}

bool writeFile(const std::string& path, std::string_view text, bool overwrite, Console& console) {
  std::error_code error;
  const auto fail = [&](const std::string& why, std::string_view help = {}) {
    console.sayError("`" + path + "` cannot be written: " + why, help);
    return false;
  };
  const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : fs::path(path);
  const bool exists = fs::exists(target, error);
  if (exists && !overwrite)
    return fail("it is there already", "`--force` overwrites it");
  if (exists && !fs::is_regular_file(target, error)) // a device or a pipe is written to, not replaced
    return fs::is_directory(target, error) ? fail("it is a folder")
                                           : writeThrough(target.string(), text, console);
  std::string temporary = target.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0)
    return fail(std::strerror(errno));
  const auto status = fs::status(target, error);
  const bool written = writeAll(descriptor, text) && ::fsync(descriptor) == 0;
  const int problem = errno;
  ::close(descriptor);
  fs::permissions(temporary, exists ? status.permissions() : freshPermissions(), error);
  if (!written || ::rename(temporary.c_str(), target.c_str()) != 0) {
    const std::string why = std::strerror(written ? errno : problem);
    ::unlink(temporary.c_str());
    return fail(why);
  }
  return true;
}

bool deliver(std::string_view text, const Arguments& arguments, Console& console) {
  const std::string path = arguments.value("--output");
  if (path.empty() || path == "-")
    return console.print(text);
  return writeFile(path, text, arguments.has("--force"), console);
}

std::vector<OptionRow> outputOptions() {
  OptionRow output{
      "--output", "FILE", "write to FILE, whole or not at all, instead of standard output", {}, ""};
  output.alias = "-o";
  return {output, {"--force", "", "overwrite FILE if it is there", {}, ""}};
}

} // namespace stasis::cli
