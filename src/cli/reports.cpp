#include "cli/reports.h"

#include "cli/console.h"
#include "cli/model_file.h"
#include "cli/report_files.h"
#include "evidence/reading/read_report.h"

#include <algorithm>
#include <filesystem>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

/// One text, or what was wrong with it.
std::optional<Report> readOne(language::SourceText source, const std::optional<evidence::Voice>& voice,
                              Console& console) {
  auto ledger = evidence::readReport(source.text(), source.name(), voice);
  if (!ledger.problem.empty()) {
    console.sayError("`" + source.name() + "` " + ledger.problem,
                     "reports are texts, pages, mail, captions, PDF and office files");
    return std::nullopt;
  }
  for (const std::string& note : ledger.notes)
    console.say("note: " + source.name() + ": " + note + "\n");
  return Report{std::move(source), std::move(ledger)};
}

} // namespace

Reports readReports(const std::vector<std::string>& paths, Console& console,
                    const std::optional<evidence::Voice>& voice) {
  Reports reports;
  bool failed = false;
  std::vector<std::string> files;
  std::error_code error;
  for (const std::string& path : paths)
    if (path == "-" || !fs::is_directory(path, error))
      files.push_back(path);
    else
      std::ranges::move(reportsIn(path, failed, console), std::back_inserter(files));
  const auto& errand = console.errand();
  try {
    for (std::size_t i = 0; i < files.size(); ++i) {
      errand.check();
      errand.tell({"reading " + files[i], i, files.size()});
      for (language::SourceText& text : reportTexts(files[i], failed, console)) {
        auto one = readOne(std::move(text), voice, console);
        failed = failed || !one;
        if (one)
          reports.read.push_back(std::move(*one));
      }
    }
    reports.status = failed ? Exit::wrong : Exit::done;
  } catch (const stability::LimitReached& reached) {
    reports.status = sayStopped(reached.limit(), reached.what(), console);
  }
  return reports;
}

} // namespace stasis::cli
