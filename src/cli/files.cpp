#include "cli/files.h"

#include "cli/console.h"
#include "cli/hosted.h"
#include "cli/run_bounds.h"
#include "cli/verb.h"
#include "cli/written_file.h"
#include "files/file_exchange.h"
#include "language/codes/nearest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view tooLarge = "it is larger than 256 MiB";
/// How much is read before asking whether the input ever ends.
constexpr std::size_t readBeforeLooking = 1U << 20U;

/// Why it is not worth reading on; empty if it may be.
std::string whyEndless(const std::string& begun, bool device) {
  if (begun.find_first_not_of('\0') == std::string::npos)
    return "it has nothing but zero bytes";
  return device ? "it is a device that gives bytes without end" : "";
}

// Reads at most `largestFile` bytes from an open descriptor.
std::optional<std::string> readAll(int descriptor, std::string& problem) {
  struct stat status{};
  const bool known = ::fstat(descriptor, &status) == 0;
  const bool device = known && S_ISCHR(status.st_mode) && ::isatty(descriptor) == 0;
  if (known && S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > largestFile) {
    problem = tooLarge;
    return std::nullopt;
  }
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
    const std::size_t before = text.size();
    if (before + static_cast<std::size_t>(n) > largestFile) {
      problem = tooLarge;
      return std::nullopt;
    }
    text.append(block, static_cast<std::size_t>(n));
    if (before < readBeforeLooking && text.size() >= readBeforeLooking)
      problem = whyEndless(text, device);
    if (!problem.empty())
      return std::nullopt;
  }
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
  auto meant = language::nearest(wanted.filename().string(), views);
  if (meant && *meant == wanted.filename().string()) // it exists, but cannot be read
    return "";
  for (const char* ending : {".gmcr", ".conflict"}) // people often leave the ending out
    if (const auto whole = std::ranges::find(names, wanted.filename().string() + ending);
        whole != names.end())
      meant = *whole;
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
  if (const std::string* hosted = hostedFile(path))
    return language::SourceText(path, *hosted);
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
      const bool isDeadLink = it->is_symlink(error) && !it->exists(error); // read, it says so
      if ((ending == ".conflict" || ending == ".gmcr") && (it->is_regular_file(error) || isDeadLink))
        files.push_back(it->path().string());
    }
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
    if (files.size() == before)
      files.push_back(operand); // the attempt to read it reports that it is a folder
  }
  return files;
}

bool writeFile(const std::string& path, std::string_view text, bool overwrite, Console& console) {
  const WholeAnswer whole;
  WrittenFile file(path, overwrite, console);
  return file.write(text) && file.finish();
}

bool rewriteFile(const std::string& path, std::string_view text, std::string_view seen, Console& console) {
  const WholeAnswer whole;
  WrittenFile file(path, true, console, files::revisionOf(seen));
  return file.write(text) && file.finish();
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
