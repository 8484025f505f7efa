#include "cli/reports.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "evidence/reading/read_report.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

/// What a folder holds that is not named outright: plain text and HTML.
bool isReport(const fs::path& path) {
  static constexpr std::array<std::string_view, 4> endings{".txt", ".html", ".htm", ".text"};
  return std::ranges::find(endings, path.extension().string()) != endings.end();
}

/// Every report below a folder, by name; links to folders are not followed.
bool addFolder(const std::string& folder, std::vector<std::string>& files, Console& console) {
  std::error_code error;
  std::vector<std::string> found;
  for (auto at = fs::recursive_directory_iterator(folder, error); !error && at != fs::end(at);
       at.increment(error))
    if (at->is_regular_file(error) && isReport(at->path()))
      found.push_back(at->path().string());
  if (error) {
    console.sayError("the folder `" + folder + "` cannot be read: " + error.message());
    return false;
  }
  if (found.empty()) {
    console.sayError("there is no report in `" + folder + "`",
                     "reports are .txt and .html files; name others one by one");
    return false;
  }
  std::ranges::sort(found);
  std::ranges::move(found, std::back_inserter(files));
  return true;
}

bool isBinary(std::string_view text) { return text.find('\0') != std::string_view::npos; }

std::optional<Report> readOne(const std::string& path, Console& console) {
  auto source = readFile(path, console);
  if (!source)
    return std::nullopt;
  if (isBinary(source->text())) {
    console.sayError("`" + path + "` is not plain text", "reports are plain text or HTML in UTF-8");
    return std::nullopt;
  }
  auto ledger = evidence::readReport(source->text(), source->name());
  return Report{std::move(*source), std::move(ledger)};
}

} // namespace

Reports readReports(const std::vector<std::string>& paths, Console& console) {
  Reports reports;
  std::vector<std::string> files;
  std::error_code error;
  for (const std::string& path : paths) {
    if (path == "-" || !fs::is_directory(path, error))
      files.push_back(path);
    else if (!addFolder(path, files, console))
      reports.status = Exit::wrong;
  }
  const auto& errand = console.errand();
  try {
    for (std::size_t i = 0; i < files.size(); ++i) {
      errand.check();
      errand.tell({"reading " + files[i], i, files.size()});
      if (auto one = readOne(files[i], console))
        reports.read.push_back(std::move(*one));
      else
        reports.status = Exit::wrong;
    }
  } catch (const stability::LimitReached& reached) {
    reports.status = sayStopped(reached.limit(), reached.what(), console);
  }
  return reports;
}

} // namespace stasis::cli
