#include "cli/console.h"

#include "cli/command_line.h"
#include "cli/hosted.h"
#include "cli/run_bounds.h"
#include "cli/verb.h"
#include "files/unfinished.h"
#include "report/telling/diagnostics.h"
#include "report/telling/page.h"
#include "report/telling/printable.h"
#include "report/telling/problems.h"
#include "report/telling/progress_words.h"
#include "report/telling/shell_word.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>
#include <utility>

namespace stasis::cli {

// Turns SIGINT, SIGTERM and SIGHUP (a closed terminal) into a request to stop. SIGHUP is left alone if it is
// ignored, as under nohup. It has its own thread, because a signal handler may do
// almost nothing. A second signal ends the program at once.
class Console::Interrupt {
public:
  Interrupt() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, wakeUp})
      sigaddset(&signals_, signal);
    struct sigaction now{};
    if (::sigaction(SIGHUP, nullptr, &now) == 0 && now.sa_handler != SIG_IGN)
      sigaddset(&signals_, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    watcher_ = std::thread([this] { watch(); });
  }

  ~Interrupt() {
    ended_ = true;
    pthread_kill(watcher_.native_handle(), wakeUp);
    watcher_.join();
  }

  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const { return source_.get_token(); }

private:
  static constexpr int wakeUp = SIGUSR1;

  void watch() {
    for (int signal = 0; sigwait(&signals_, &signal) == 0 && !ended_;) {
      if (signal == wakeUp)
        continue;
      if (source_.stop_requested()) {
        files::removeUnfinished();
        _exit(static_cast<int>(Exit::interrupted));
      }
      source_.request_stop();
    }
  }

  sigset_t signals_{};
  std::atomic<bool> ended_ = false;
  std::stop_source source_;
  std::thread watcher_;
};

class Console::Progress {
public:
  virtual ~Progress() = default;

  /// May be called from any thread.
  virtual void show(const stability::Progress& progress) = 0;
  /// Call before other output.
  virtual void erase() {}

protected:
  using Clock = std::chrono::steady_clock;
};

// One line on a terminal. A thread of its own draws it, so that it appears within a second however long one
// step takes. It is erased at the end.
class Console::ProgressLine : public Progress {
public:
  explicit ProgressLine(std::size_t width)
      : width_(width), drawing_([this](const std::stop_token& stop) { draw(stop); }) {}
  ~ProgressLine() override {
    drawing_.request_stop();
    drawing_.join();
    ProgressLine::erase();
  }

  void show(const stability::Progress& progress) override {
    const std::scoped_lock lock(mutex_);
    const auto now = Clock::now();
    if (progress.total != last_.total || progress.done < last_.done)
      since_ = now;
    if (progress.total != last_.total || progress.done != last_.done)
      changed_ = now;
    last_ = progress;
    news_ = true;
  }

  /// The line stays away until there is something new to show.
  void erase() override {
    const std::scoped_lock lock(mutex_);
    news_ = false;
    if (std::exchange(shown_, false))
      std::fputs("\r\x1b[2K", stderr);
  }

private:
  static constexpr std::chrono::milliseconds patience{800};
  static constexpr std::chrono::milliseconds pause{200};

  void draw(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stop, patience, [] { return false; });
    while (!stop.stop_requested()) {
      if (news_)
        drawLine();
      woken_.wait_for(lock, stop, pause, [] { return false; });
    }
  }

  void drawLine() {
    const auto ago = [now = Clock::now()](Clock::time_point then) {
      return std::chrono::duration_cast<std::chrono::milliseconds>(now - then);
    };
    const auto words = [&](std::string_view phase) {
      return report::progressWords(phase, last_.done, last_.total, ago(since_), ago(changed_));
    };
    std::string line = words(last_.phase);
    if (report::width(line) > width_)
      line = words("");
    line = "\r\x1b[2K" + line;
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
    shown_ = true;
  }

  const std::size_t width_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  stability::Progress last_{"working", 0, 0};
  Clock::time_point since_ = Clock::now();
  Clock::time_point changed_ = since_;
  bool news_ = true;
  bool shown_ = false;
  std::jthread drawing_; ///< last: it uses all of these
};

// Lines of JSON for the program that started this one. They stop when nobody reads them any more.
class Console::ProgressRecords : public Progress {
public:
  explicit ProgressRecords(int descriptor) : descriptor_(descriptor) {}

  /// At most ten times a second.
  void show(const stability::Progress& progress) override {
    const std::scoped_lock lock(mutex_);
    const auto now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(100))
      return;
    last_ = now;
    tell(progress);
  }

private:
  void tell(const stability::Progress& progress) {
    std::string phase;
    for (const char c : progress.phase)
      if (static_cast<unsigned char>(c) >= ' ')
        phase.append(c == '"' || c == '\\' ? "\\" : "").push_back(c);
    const std::string line = "{\"phase\":\"" + phase + "\",\"done\":" + std::to_string(progress.done) +
                             ",\"total\":" + std::to_string(progress.total) + "}\n";
    if (descriptor_ >= 0 && ::write(descriptor_, line.data(), line.size()) < 0)
      descriptor_ = -1;
  }

  std::mutex mutex_;
  Clock::time_point last_;
  int descriptor_;
};

namespace {

constexpr int narrowest = 40;

/// The width of the terminal, else the value of COLUMNS, else 100.
std::size_t columnsOf(int descriptor) {
  winsize size{};
  if (isatty(descriptor) != 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= narrowest)
    return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS"))
    if (const long asked = std::strtol(columns, nullptr, 10); asked >= narrowest)
      return static_cast<std::size_t>(asked);
  return 100;
}

bool isUtf8Locale() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return std::strstr(value, "UTF-8") != nullptr || std::strstr(value, "utf8") != nullptr ||
             std::strstr(value, "UTF8") != nullptr || std::strstr(value, "utf-8") != nullptr;
  return true;
}

/// Inside another program there is no terminal, whatever the descriptors are.
report::Look lookOf(int descriptor, const Arguments& arguments) {
  descriptor = hostedHere() == nullptr ? descriptor : -1;
  const std::string wanted = arguments.value("--color");
  const char* none = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool plain =
      (none != nullptr && *none != '\0') || (term != nullptr && std::strcmp(term, "dumb") == 0);
  report::Look look;
  look.colour = wanted == "always" || (wanted != "never" && !plain && isatty(descriptor) != 0);
  look.ascii = arguments.has("--ascii") || (isatty(descriptor) != 0 && !isUtf8Locale());
  look.width = columnsOf(descriptor);
  look.exact = arguments.has("--exact");
  look.legend = arguments.has("--legend") || isatty(descriptor) != 0;
  return look;
}

} // namespace

Console::Console(const Arguments& arguments)
    : out_(lookOf(STDOUT_FILENO, arguments)), error_(lookOf(STDERR_FILENO, arguments)),
      timeoutMilliseconds_(arguments.milliseconds("--timeout")) {
  json_ = arguments.value("--format") == "json";
  concise_ = arguments.value("--format") == "concise";
  quiet_ = arguments.has("--quiet");
}

Console::~Console() = default;

std::unique_ptr<Console::Progress> Console::progressAsked() const {
  if (const char* descriptor = std::getenv("STASIS_PROGRESS"); descriptor != nullptr && *descriptor != '\0')
    return std::make_unique<ProgressRecords>(std::atoi(descriptor));
  if (isatty(STDERR_FILENO) != 0)
    return std::make_unique<ProgressLine>(error_.width);
  return nullptr;
}

bool Console::print(std::string_view text) {
  if (Hosted* hosted = hostedHere()) {
    printed_ = true;
    hosted->out += text;
    return true;
  }
  if (progress_)
    progress_->erase();
  errno = 0;
  printed_ = true;
  answerBegun() = true;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
    return true;
  sayError(std::string("standard output cannot be written: ") + std::strerror(errno));
  return false;
}

void Console::say(std::string_view text) {
  if (Hosted* hosted = hostedHere()) {
    hosted->said += text;
    return;
  }
  if (progress_)
    progress_->erase();
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Console::sayNext(std::string_view command) {
  const std::string whole = report::shellWord(programName()) + ' ' + std::string(command);
  say("Next:  " + report::foldedCommand(whole, errorLook().width, 7) + '\n');
}

void Console::sayError(std::string_view message, std::string_view help) {
  std::string text = error_.paint(report::Tone::bad, "error") + ": " + std::string(message) + "\n";
  if (json_)
    problems_.push_back(report::problemJson(message, help));
  if (!help.empty())
    text += error_.paint(report::Tone::good, "help") + ": " + std::string(help) + "\n";
  say(report::onPage(text, error_));
}

void Console::sayProblems(const language::Diagnostics& diagnostics, const language::SourceText& source) {
  language::Diagnostics said = diagnostics;
  if (quiet_)
    std::erase_if(said, [](const auto& d) { return d.severity == language::Severity::warning; });
  if (json_)
    for (const auto& d : said)
      problems_.push_back(report::problemJsonOfFile(d, source));
  if (!said.empty())
    say(concise_ ? report::diagnosticsConcise(said, source)
                 : report::onPage(report::diagnosticsText(said, source, error_), error_));
}

std::vector<std::string> Console::takeProblems() { return std::exchange(problems_, {}); }

void Console::printProblemsAsJson() {
  if (json_ && !printed_ && !problems_.empty())
    print(report::problemsJson(problems_));
}

void Console::sayNote(std::string_view message) {
  if (!quiet_)
    say(report::onPage("note: " + std::string(message) + "\n", error_));
}

const stability::Errand& Console::errand() {
  if (errand_.stop.stop_possible())
    return errand_;
  const Hosted* hosted = hostedHere();
  if (hosted != nullptr) {
    errand_ = hosted->errand;
  } else {
    interrupt_ = std::make_unique<Interrupt>();
    errand_.stop = interrupt_->token();
  }
  if (timeoutMilliseconds_)
    end_ = stability::Errand::Clock::now() + std::chrono::milliseconds(*timeoutMilliseconds_);
  errand_.deadline = end_;
  if (hosted == nullptr && (progress_ = progressAsked())) {
    errand_.progress = [this](const stability::Progress& p) { progress_->show(p); };
  }
  return errand_;
}

void Console::allowPartOfTheTime(double part) {
  if (!end_)
    return;
  const auto now = stability::Errand::Clock::now();
  const auto left = std::chrono::duration<double>(*end_ - now) * part;
  errand_.deadline = now + std::chrono::duration_cast<stability::Errand::Clock::duration>(left);
}

} // namespace stasis::cli
