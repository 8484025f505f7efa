#include "cli/workbook.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/tool.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

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

std::vector<std::string> arguments(const std::string& program, const std::string& from,
                                   const fs::path& folder) {
  if (program == "ssconvert")
    return {from, (folder / "table.csv").string()};
  return {"-env:UserInstallation=file://" + (folder / "profile").string(),
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
  const std::string file = "`" + path + "`";
  for (const std::string program : {"ssconvert", "soffice", "libreoffice"}) {
    const TemporaryFolder folder;
    const fs::path made =
        folder.path() / (program == "ssconvert" ? fs::path("table.csv") : fs::path(path).stem() += ".csv");
    const Ran ran = runTool(program, arguments(program, from, folder.path()));
    if (!ran.found)
      continue;
    if (folder.path().empty() || ran.status != 0 || !fs::exists(made, error)) {
      console.sayError(std::string("`").append(program).append("` could not make CSV of ").append(file),
                       "save the sheet as CSV (UTF-8)");
      return std::nullopt;
    }
    const auto text = readFile(made.string(), console);
    if (!text)
      return std::nullopt;
    console.sayNote(std::string("the first sheet of ")
                        .append(file)
                        .append(" was made CSV by `")
                        .append(program)
                        .append("`"));
    return language::SourceText(path, std::string(text->text()));
  }
  console.sayError(
      file + " is a spreadsheet's own file, and no converter is installed",
      "save the sheet as CSV (UTF-8), or install Gnumeric (`ssconvert`) or LibreOffice (`soffice`)");
  return std::nullopt;
}

} // namespace stasis::cli
