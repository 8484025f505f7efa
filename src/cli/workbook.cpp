#include "cli/workbook.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/run_bounds.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

constexpr auto longestConversion = std::chrono::minutes(1);

bool isOnPath(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const auto colon = std::min(rest.find(':'), rest.size());
    if (::access((fs::path(rest.substr(0, colon)) / program).c_str(), X_OK) == 0)
      return true;
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return false;
}

/// True if it ended by itself and succeeded.
bool runQuietly(std::vector<std::string> words) {
  const pid_t child = ::fork();
  if (child < 0)
    return false;
  if (child == 0) {
    liftMemoryBound();
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      ::dup2(nothing, descriptor);
    std::vector<char*> arguments;
    for (auto& word : words)
      arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  const auto end = std::chrono::steady_clock::now() + longestConversion;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// A folder for this program alone, removed at the end.
class TemporaryFolder {
public:
  TemporaryFolder() {
    std::string wanted = (fs::temp_directory_path() / "stasis.XXXXXX").string();
    if (::mkdtemp(wanted.data()) != nullptr)
      path_ = wanted;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty())
      fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

private:
  fs::path path_;
};

std::vector<std::string> command(const std::string& program, const std::string& from,
                                 const fs::path& folder) {
  if (program == "ssconvert")
    return {program, from, (folder / "table.csv").string()};
  return {program,
          "-env:UserInstallation=file://" + (folder / "profile").string(),
          "--headless",
          "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
          "--outdir",
          folder.string(),
          from};
}

} // namespace

std::optional<language::SourceText> readWorkbook(const std::string& path, Console& console) {
  std::error_code error;
  const std::string from = fs::absolute(path, error).string();
  for (const std::string program : {"ssconvert", "soffice", "libreoffice"}) {
    if (!isOnPath(program))
      continue;
    const TemporaryFolder folder;
    const fs::path made =
        folder.path() / (program == "ssconvert" ? fs::path("table.csv") : fs::path(path).stem() += ".csv");
    if (folder.path().empty() || !runQuietly(command(program, from, folder.path())) ||
        !fs::exists(made, error)) {
      console.sayError("`" + program + "` could not make CSV of `" + path + "`",
                       "save the sheet as CSV (UTF-8)");
      return std::nullopt;
    }
    const auto text = readFile(made.string(), console);
    if (!text)
      return std::nullopt;
    console.sayNote("the first sheet of `" + path + "` was made CSV by `" + program + "`");
    return language::SourceText(path, std::string(text->text()));
  }
  console.sayError(
      "`" + path + "` is a spreadsheet's own file, and no converter is installed",
      "save the sheet as CSV (UTF-8), or install Gnumeric (`ssconvert`) or LibreOffice (`soffice`)");
  return std::nullopt;
}

} // namespace stasis::cli
