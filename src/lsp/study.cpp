#include "lsp/study.h"

#include <algorithm>
#include <utility>

namespace stasis::lsp {

namespace {

constexpr std::chrono::seconds patience{60};

stability::Errand errandOf(const std::stop_source& stop) {
  stability::Errand errand;
  errand.stop = stop.get_token();
  errand.deadline = stability::Errand::Clock::now() + patience;
  return errand;
}

} // namespace

Study::Study(Encoding encoding, std::function<void(Studied)> tell)
    : encoding_(encoding), tell_(std::move(tell)), reader_([this] { read(); }),
      worker_([this] { workLong(); }) {}

Study::~Study() {
  {
    const std::scoped_lock lock(mutex_);
    over_ = true;
    for (const auto& [uri, work] : latest_)
      work->stop.request_stop();
  }
  changed_.notify_all();
  reader_.join();
  worker_.join();
}

void Study::want(StudyTask task) {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = latest_.find(task.uri); found != latest_.end())
      found->second->stop.request_stop();
    std::erase_if(toRead_, [&](const StudyTask& other) { return other.uri == task.uri; });
    std::erase_if(toDo_, [&](const auto& other) { return other->soFar.uri == task.uri; });
    wanted_[task.uri] = task.version;
    toRead_.push_back(std::move(task));
  }
  changed_.notify_all();
}

void Study::wantTables(const std::string& uri) {
  {
    const std::scoped_lock lock(mutex_);
    const auto found = latest_.find(uri);
    if (found == latest_.end() || found->second->wantsTables)
      return;
    found->second->wantsTables = true;
    toDo_.push_back(found->second);
  }
  changed_.notify_all();
}

void Study::drop(const std::string& uri) {
  const std::scoped_lock lock(mutex_);
  if (const auto found = latest_.find(uri); found != latest_.end()) {
    found->second->stop.request_stop();
    latest_.erase(found);
  }
  std::erase_if(toRead_, [&](const StudyTask& other) { return other.uri == uri; });
  std::erase_if(toDo_, [&](const auto& other) { return other->soFar.uri == uri; });
  wanted_.erase(uri);
}

void Study::read() {
  for (;;) {
    StudyTask task;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return over_ || !toRead_.empty(); });
      if (over_)
        return;
      task = std::move(toRead_.back());
      toRead_.pop_back();
    }
    auto work = std::make_shared<Long>();
    work->soFar.uri = task.uri;
    work->soFar.reading =
        std::make_shared<const Reading>(std::move(task.name), std::move(task.text), task.version, encoding_);
    work->folder = std::move(task.folder);
    tell_(work->soFar);
    {
      const std::scoped_lock lock(mutex_);
      const auto wanted = wanted_.find(task.uri);
      if (wanted == wanted_.end() || wanted->second != task.version)
        continue; // there is a newer one
      latest_[task.uri] = work;
      toDo_.push_back(std::move(work));
    }
    changed_.notify_all();
  }
}

void Study::workLong() {
  for (;;) {
    std::shared_ptr<Long> work;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return over_ || !toDo_.empty(); });
      if (over_)
        return;
      work = std::move(toDo_.back());
      toDo_.pop_back();
    }
    perform(*work);
  }
}

void Study::perform(Long& work) {
  if (!work.soFar.over)
    return inspectAndJudge(work);
  auto made = std::make_shared<const Tables>(tables(*work.soFar.reading, errandOf(work.stop)));
  if (work.stop.stop_requested())
    return;
  work.soFar.tables = std::move(made);
  tell_(work.soFar);
}

void Study::inspectAndJudge(Long& work) {
  const Reading& reading = *work.soFar.reading;
  const stability::Errand errand = errandOf(work.stop);
  auto inspection = std::make_shared<Inspection>(inspect(reading, work.folder, errand));
  if (work.stop.stop_requested())
    return;
  const std::unique_ptr<stability::Engine> engine = std::move(inspection->engine);
  work.soFar.inspection = std::move(inspection);
  work.soFar.over = engine == nullptr;
  tell_(work.soFar);
  if (!engine)
    return;
  auto judgement = std::make_shared<const Judgement>(judge(reading, *engine, errand));
  if (work.stop.stop_requested())
    return;
  work.soFar.judgement = std::move(judgement);
  work.soFar.over = true;
  tell_(work.soFar);
}

} // namespace stasis::lsp
