#include "cli/reports.h"

#include "analysis/robust/workers.h"
#include "cli/console.h"
#include "cli/model_file.h"
#include "cli/report_files.h"
#include "evidence/reading/read_report.h"

#include <algorithm>
#include <filesystem>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

/// How many texts are read at once: this number, or this many bytes.
constexpr std::size_t batchTexts = 64;
constexpr std::size_t batchBytes = std::size_t{1} << 20U;

class ReportStream {
public:
  ReportStream(Console& console, const std::optional<evidence::Voice>& voice,
               const std::function<bool(Report)>& take)
      : console_(console), errand_(console.errand()), voice_(voice), take_(take) {}

  Exit run(const std::vector<std::string>& paths) {
    const std::vector<std::string> files = filesIn(paths);
    try {
      for (std::size_t i = 0; i < files.size() && !full_; ++i) {
        errand_.check();
        errand_.tell({"reading " + files[i], i, files.size()});
        for (language::SourceText& text : reportTexts(files[i], failed_, console_))
          add(std::move(text));
      }
      readBatch();
      return failed_ ? Exit::wrong : Exit::done;
    } catch (const stability::LimitReached& reached) {
      return sayStopped(reached.limit(), reached.what(), console_);
    }
  }

private:
  std::vector<std::string> filesIn(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    std::error_code error;
    for (const std::string& path : paths)
      if (path == "-" || !fs::is_directory(path, error))
        files.push_back(path);
      else
        std::ranges::move(reportsIn(path, failed_, console_), std::back_inserter(files));
    return files;
  }

  void add(language::SourceText text) {
    bytes_ += text.text().size();
    batch_.push_back(std::move(text));
    if (batch_.size() >= batchTexts || bytes_ >= batchBytes)
      readBatch();
  }

  void readBatch() {
    const std::size_t threads = analysis::threadsOfMachine();
    std::vector<std::optional<evidence::Ledger>> ledgers(batch_.size());
    const evidence::ReadingWork work{batch_.size() == 1 ? threads : 1, [this] { errand_.check(); }};
    stability::Errand quiet = errand_;
    quiet.progress = nullptr;
    const auto handOverFinished = [&] {
      for (std::size_t i = 0; i < batch_.size() && ledgers[i] && !full_; ++i)
        handOver({std::move(batch_[i]), std::move(*ledgers[i])});
    };
    try {
      analysis::inTurns(batch_.size(), threads, "reading", quiet, [&](std::size_t i) {
        ledgers[i] = evidence::readReport(batch_[i].text(), batch_[i].name(), voice_, work);
      });
    } catch (const stability::LimitReached&) {
      handOverFinished();
      throw;
    }
    handOverFinished();
    batch_.clear();
    bytes_ = 0;
  }

  void handOver(Report report) {
    const std::string& name = report.text.name();
    if (!report.ledger.problem.empty()) {
      console_.sayError("`" + name + "` " + report.ledger.problem,
                        "reports are texts, pages, mail, captions, PDF and office files");
      failed_ = true;
      return;
    }
    for (const std::string& note : report.ledger.notes)
      console_.say("note: " + name + ": " + note + "\n");
    full_ = !take_(std::move(report));
  }

  Console& console_;
  const stability::Errand& errand_;
  const std::optional<evidence::Voice>& voice_;
  const std::function<bool(Report)>& take_;
  std::vector<language::SourceText> batch_;
  std::size_t bytes_ = 0;
  bool failed_ = false;
  bool full_ = false;
};

} // namespace

Exit eachReport(const std::vector<std::string>& paths, Console& console,
                const std::optional<evidence::Voice>& voice, const std::function<bool(Report)>& take) {
  return ReportStream(console, voice, take).run(paths);
}

Reports readReports(const std::vector<std::string>& paths, Console& console,
                    const std::optional<evidence::Voice>& voice) {
  Reports reports;
  reports.status = eachReport(paths, console, voice, [&](Report one) {
    reports.read.push_back(std::move(one));
    return true;
  });
  return reports;
}

} // namespace stasis::cli
