#pragma once

// Texts read, inspected and judged in the background. One thread reads, because requests wait for it; another
// does what takes long. A newer version of a text stops the work on the older one, and the text asked for
// last goes first.
//
// Tested by tests/lsp/server_test.cpp: a key press during a long search, many key presses, a text that is
// closed.

#include "lsp/findings.h"
#include "lsp/tables.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace stasis::lsp {

struct StudyTask {
  std::string uri;
  std::string name; ///< the name of the text in messages
  std::string text;
  std::int64_t version = 0;
  std::optional<std::string> folder;
};

/// News of a text, in this order: read, inspected, judged; then its tables, if they were asked for. Each
/// includes what came before.
struct Studied {
  std::string uri;
  std::shared_ptr<const Reading> reading;
  std::shared_ptr<const Inspection> inspection;
  std::shared_ptr<const Judgement> judgement;
  std::shared_ptr<const Tables> tables;
  bool over = false; ///< nothing more of this version will come unless it is asked for
};

class Study {
public:
  /// `tell` is called on the threads of the study.
  Study(Encoding encoding, std::function<void(Studied)> tell);
  ~Study();
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;

  void want(StudyTask task);
  /// Asks for the tables of a text whose newest version is finished. They come once, however often they are
  /// asked for.
  void wantTables(const std::string& uri);
  /// Ends the work on this text.
  void drop(const std::string& uri);

private:
  struct Long {
    Studied soFar;
    std::optional<std::string> folder;
    std::stop_source stop;
    bool wantsTables = false;
  };

  void read();
  void workLong();
  void perform(Long& work);
  void inspectAndJudge(Long& work);

  Encoding encoding_;
  std::function<void(Studied)> tell_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool over_ = false;
  std::vector<StudyTask> toRead_;           ///< the last in goes first
  std::vector<std::shared_ptr<Long>> toDo_; ///< the last in goes first
  std::map<std::string, std::shared_ptr<Long>> latest_;
  std::map<std::string, std::int64_t> wanted_; ///< by text: its newest version
  std::thread reader_;
  std::thread worker_;
};

} // namespace stasis::lsp
