#include "cli/studio_program.h"

#include "cli/command_line.h"
#include "cli/console.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace stasis::cli {

namespace {

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
  if (!program.empty())
    runInstead(program);
  console.sayError("the studio's program, stasis-studio, is not beside stasis or in ../libexec/stasis",
                   "`make install` puts it there; `make studio` builds it");
  return Exit::wrong;
}

} // namespace stasis::cli
