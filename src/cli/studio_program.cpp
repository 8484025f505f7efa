#include "cli/studio_program.h"

#include "cli/command_line.h"
#include "cli/console.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

namespace stasis::cli {

namespace {

constexpr const char* answeringVariable = "STASIS_ANSWERING";

/// The words with which this program was started.
std::vector<std::string> ownWords() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> words;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\0', at), bytes.size());
    words.push_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Leaves this program open for the one it becomes, which lets it answer; see answeringProgram.
void stayWithin() {
  const int file = ::open("/proc/self/exe", O_PATH);
  const int high = file < 0 ? -1 : ::fcntl(file, F_DUPFD, 20); // above those that a child process begins with
  if (high >= 0)
    ::setenv(answeringVariable, std::to_string(high).c_str(), 1);
}

/// Returns only if it fails.
void runInstead(const std::string& program) {
  auto words = ownWords();
  std::vector<char*> pointers;
  for (auto& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execv(program.c_str(), pointers.data());
}

} // namespace

std::string answeringProgram() {
  const char* given = std::getenv(answeringVariable);
  if (given == nullptr)
    return "";
  std::string path = "/proc/self/fd/" + std::string(given);
  std::error_code error;
  const auto file = std::filesystem::read_symlink(path, error);
  if (error || !file.filename().string().starts_with("stasis"))
    return "";
  ::fcntl(std::atoi(given), F_SETFD, FD_CLOEXEC); // no other program that this one starts needs it
  return path;
}

std::string studioProgram() {
  std::error_code error;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  if (error)
    return "";
  for (const auto& path :
       {folder / "stasis-studio", folder.parent_path() / "libexec" / "stasis" / "stasis-studio"})
    if (::access(path.c_str(), X_OK) == 0)
      return path.string();
  return "";
}

Exit becomeStudioProgram(Console& console) {
  const std::string program = studioProgram();
  if (!program.empty()) {
    stayWithin();
    runInstead(program);
  }
  console.sayError("the studio's program, stasis-studio, is not beside stasis or in ../libexec/stasis",
                   "`make install` puts it there; `make studio` builds it");
  return Exit::wrong;
}

} // namespace stasis::cli
