#pragma once

// Work that is waiting, running or done. A few child processes run at a time. Work asked for at once goes
// before background work, and one place is always kept free for it, so that a long search never holds up
// typing. The queue is limited: when it is full, there is no job. Finished jobs are kept for a while, the
// newest longest.
//
// Every change of a job has a number; a client that asks for news gives the last one it has seen and waits. A
// job that nobody has asked about for a while is stopped, because its client is gone. Threads: any. Tested
// with runners that wait, in tests/studio/parts_test.cpp.

#include "studio/child.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace stasis::studio {

enum class Lane : std::uint8_t { now, background };

struct JobNews {
  enum class State : std::uint8_t { queued, running, done, stopped };
  State state = State::queued;
  std::uint64_t seq = 0;
  std::string progress;                ///< the last record, JSON; may be empty
  std::shared_ptr<const ChildEnd> end; ///< present once it is done or stopped

  bool over() const { return state == State::done || state == State::stopped; }
};

struct JobLimits {
  std::size_t atOnce = 3;
  std::size_t background = 2; ///< of these, for background work
  std::size_t waiting = 16;   ///< in each lane
  std::size_t kept = 16;      ///< finished jobs
  std::size_t keptBytes = std::size_t{256} << 20U;
  std::chrono::milliseconds unasked = std::chrono::seconds(30); ///< a job is stopped after this time
};

class Jobs {
public:
  using Id = std::uint64_t;
  using Runner = std::function<ChildEnd(const ChildTask&, const std::stop_token&,
                                        const std::function<void(std::string_view)>& progress)>;

  explicit Jobs(Runner runner, JobLimits limits = {});
  /// Stops all jobs.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// None if the lane is full. `name`: what whoever asks may stop it by before it has learnt the number.
  std::optional<Id> submit(ChildTask task, Lane lane, std::string name = {});
  /// Waits for news after `after`, for `patience` at most and while `gone` is false (asked ten times a
  /// second). None if there is no such job.
  std::optional<JobNews> news(Id id, std::uint64_t after, std::chrono::milliseconds patience,
                              const std::function<bool()>& gone = {});
  /// False if there is no such job.
  bool stop(Id id);
  bool stop(std::string_view name);
  /// The client no longer needs the job; it is stopped if it is not over.
  void forget(Id id);
  /// Ends all waiting and working; no job can be submitted after this.
  void close();
  bool closed();

private:
  using Clock = std::chrono::steady_clock;
  struct Job {
    ChildTask task;
    std::string name;
    Lane lane = Lane::now;
    JobNews news;
    std::stop_source stop;
    bool forgotten = false;
    std::size_t asking = 0; ///< clients waiting for its news now
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
