#include "studio/jobs.h"

#include <algorithm>

namespace stasis::studio {

using State = JobNews::State;

Jobs::Jobs(Runner runner, JobLimits limits) : runner_(std::move(runner)), limits_(limits) {
  for (std::size_t i = 0; i < limits_.atOnce; ++i)
    workers_.emplace_back([this](const std::stop_token& closing) { work(closing); });
  watcher_ = std::jthread([this](const std::stop_token& closing) { watch(closing); });
}

Jobs::~Jobs() {
  close();
  workers_.clear();
}

void Jobs::close() {
  const std::scoped_lock lock(mutex_);
  closed_ = true;
  for (const auto& [id, job] : jobs_)
    job->stop.request_stop();
  for (auto& worker : workers_)
    worker.request_stop();
  watcher_.request_stop();
  changed_.notify_all();
}

bool Jobs::closed() {
  const std::scoped_lock lock(mutex_);
  return closed_;
}

std::optional<Jobs::Id> Jobs::submit(ChildTask task, Lane lane, std::string name) {
  const std::scoped_lock lock(mutex_);
  auto& waiting = queue(lane);
  if (closed_ || waiting.size() >= limits_.waiting)
    return std::nullopt;
  auto job = std::make_shared<Job>();
  job->task = std::move(task);
  job->name = std::move(name);
  job->lane = lane;
  job->news.seq = 1;
  const Id id = ++lastId_;
  jobs_.emplace(id, job);
  waiting.emplace_back(id, std::move(job));
  changed_.notify_all();
  return id;
}

std::optional<JobNews> Jobs::news(Id id, std::uint64_t after, std::chrono::milliseconds patience,
                                  const std::function<bool()>& gone) {
  std::unique_lock lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end())
    return std::nullopt;
  const auto job = found->second;
  const auto until = Clock::now() + patience;
  ++job->asking;
  const auto isNews = [&] { return closed_ || job->news.seq > after || job->news.over(); };
  while (!isNews() && Clock::now() < until && !(gone && gone()))
    changed_.wait_until(lock, std::min(until, Clock::now() + std::chrono::milliseconds(100)), isNews);
  --job->asking;
  job->asked = Clock::now();
  return job->news;
}

bool Jobs::stop(Id id) {
  const std::scoped_lock lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end())
    return false;
  stopLocked(id, *found->second);
  return true;
}

bool Jobs::stop(std::string_view name) {
  const std::scoped_lock lock(mutex_);
  const auto found =
      std::ranges::find_if(jobs_, [&](const auto& one) { return !name.empty() && one.second->name == name; });
  if (found == jobs_.end())
    return false;
  stopLocked(found->first, *found->second);
  return true;
}

void Jobs::stopLocked(Id id, Job& job) {
  job.stop.request_stop();
  if (std::erase_if(queue(job.lane), [&](const Entry& waiting) { return waiting.first == id; }) > 0) {
    job.news.end = std::make_shared<ChildEnd>(ChildEnd{ChildEnd::How::stopped, 0, {}, {}});
    change(job, State::stopped);
    retire(id);
  }
}

void Jobs::forget(Id id) {
  stop(id);
  const std::scoped_lock lock(mutex_);
  if (const auto found = jobs_.find(id); found != jobs_.end()) {
    found->second->forgotten = true;
    jobs_.erase(found);
  }
  std::erase(over_, id);
}

void Jobs::work(const std::stop_token& closing) {
  while (!closing.stop_requested()) {
    std::optional<Entry> entry;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, closing, [&] { return (entry = next()).has_value(); });
    }
    if (entry)
      perform(*entry);
  }
}

// Stops jobs whose page was left before it learnt their number.
void Jobs::watch(const std::stop_token& closing) {
  std::unique_lock lock(mutex_);
  while (!closing.stop_requested()) {
    for (const Id id : unasked())
      stopLocked(id, *jobs_.at(id));
    changed_.wait_for(lock, closing, limits_.unasked / 4, [&] { return closing.stop_requested(); });
  }
}

std::vector<Jobs::Id> Jobs::unasked() const {
  std::vector<Id> ids;
  for (const auto& [id, job] : jobs_)
    if (!job->news.over() && job->asking == 0 && Clock::now() - job->asked >= limits_.unasked)
      ids.push_back(id);
  return ids;
}

std::optional<Jobs::Entry> Jobs::next() {
  if (closed_)
    return std::nullopt;
  const bool inBackground = now_.empty();
  if (inBackground && (background_.empty() || runningInBackground_ >= limits_.background))
    return std::nullopt;
  auto& waiting = inBackground ? background_ : now_;
  Entry entry = std::move(waiting.front());
  waiting.pop_front();
  if (inBackground)
    ++runningInBackground_;
  change(*entry.second, State::running);
  return entry;
}

void Jobs::perform(const Entry& entry) {
  Job& job = *entry.second;
  auto end =
      std::make_shared<ChildEnd>(runner_(job.task, job.stop.get_token(), [&](std::string_view progress) {
        const std::scoped_lock lock(mutex_);
        job.news.progress = progress;
        change(job, State::running);
      }));
  const std::scoped_lock lock(mutex_);
  if (job.lane == Lane::background)
    --runningInBackground_;
  job.task = {};
  const bool stopped = end->how == ChildEnd::How::stopped;
  job.news.end = std::move(end);
  change(job, stopped ? State::stopped : State::done);
  if (!job.forgotten)
    retire(entry.first);
}

void Jobs::change(Job& job, State state) {
  job.news.state = state;
  ++job.news.seq;
  changed_.notify_all();
}

// Marks the job as over; the jobs that have been over for longest are dropped.
void Jobs::retire(Id id) {
  over_.push_back(id);
  std::size_t bytes = 0;
  for (const Id one : over_)
    bytes += jobs_.at(one)->news.end->out.size();
  while (over_.size() > 1 && (over_.size() > limits_.kept || bytes > limits_.keptBytes)) {
    bytes -= jobs_.at(over_.front())->news.end->out.size();
    jobs_.erase(over_.front());
    over_.pop_front();
  }
}

} // namespace stasis::studio
