#pragma once

// Work waiting, under way and done. A few children run at a time; what is asked for at once goes before what
// runs in the background, and one place is always left for it, so that a long search never holds up typing.
// The queue is bounded: beyond it there is no job. What is done is kept for a while, the newest longest.
//
// Every change of a job has a number; whoever asks for news tells the last one seen and waits. A job that
// nobody has asked about for a while is stopped: whoever wanted it is gone. Threads: any. Tested with runners
// that wait, in tests/studio/parts_test.cpp.

#include "studio/child.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace stasis::studio {

enum class Lane : std::uint8_t { now, background };

struct JobNews {
  enum class State : std::uint8_t { queued, running, done, stopped };
  State state = State::queued;
  std::uint64_t seq = 0;
  std::string progress;                ///< the last record, JSON; may be empty
  std::shared_ptr<const ChildEnd> end; ///< once it is done or stopped

  bool over() const { return state == State::done || state == State::stopped; }
};

struct JobLimits {
  std::size_t atOnce = 3;
  std::size_t background = 2; ///< of those
  std::size_t waiting = 16;   ///< in each lane
  std::size_t kept = 16;      ///< jobs that are over
  std::size_t keptBytes = std::size_t{256} << 20U;
  std::chrono::milliseconds unasked = std::chrono::seconds(30); ///< then it is stopped
};

class Jobs {
public:
  using Id = std::uint64_t;
  using Runner = std::function<ChildEnd(const ChildTask&, const std::stop_token&,
                                        const std::function<void(std::string_view)>& progress)>;

  explicit Jobs(Runner runner, JobLimits limits = {});
  /// Stops all of them.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// None where the lane is full.
  std::optional<Id> submit(ChildTask task, Lane lane);
  /// Waits for news after `after`, as long as there is patience and `gone` is false (asked ten times a
  /// second). None if there is no such job.
  std::optional<JobNews> news(Id id, std::uint64_t after, std::chrono::milliseconds patience,
                              const std::function<bool()>& gone = {});
  /// False if there is no such job.
  bool stop(Id id);
  /// No longer needed; stopped if it is not over.
  void forget(Id id);
  /// Ends waiting and working; there are no new jobs from now on.
  void close();
  bool closed();

private:
  using Clock = std::chrono::steady_clock;
  struct Job {
    ChildTask task;
    Lane lane = Lane::now;
    JobNews news;
    std::stop_source stop;
    bool forgotten = false;
    std::size_t asking = 0; ///< who waits for its news now
    Clock::time_point asked = Clock::now();
  };
  using Entry = std::pair<Id, std::shared_ptr<Job>>;

  void work(const std::stop_token& closing);
  void watch(const std::stop_token& closing);
  std::vector<Id> unasked() const;
  void stopLocked(Id id, Job& job);
  std::optional<Entry> next();
  void perform(const Entry& entry);
  void change(Job& job, JobNews::State state);
  void retire(Id id);
  std::deque<Entry>& queue(Lane lane) { return lane == Lane::now ? now_ : background_; }

  Runner runner_;
  JobLimits limits_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::map<Id, std::shared_ptr<Job>> jobs_;
  std::deque<Entry> now_;
  std::deque<Entry> background_;
  std::deque<Id> over_;
  std::size_t runningInBackground_ = 0;
  Id lastId_ = 0;
  bool closed_ = false;
  std::vector<std::jthread> workers_;
  std::jthread watcher_;
};

} // namespace stasis::studio
