#include "evidence/reading/shared_work.h"

namespace stasis::evidence {

SharedWork::SharedWork(std::size_t threads) {
  for (std::size_t t = 1; t < threads; ++t)
    others_.emplace_back([this] { serve(); });
}

SharedWork::~SharedWork() {
  {
    const std::scoped_lock lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
}

void SharedWork::run(std::size_t count, const std::function<void(std::size_t)>& work) {
  {
    const std::scoped_lock lock(mutex_);
    work_ = &work;
    count_ = count;
    next_ = 0;
    thrown_ = nullptr;
    busy_ = others_.size();
    ++round_;
  }
  changed_.notify_all();
  take();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return busy_ == 0; });
  if (thrown_)
    std::rethrow_exception(thrown_);
}

void SharedWork::serve() {
  for (std::size_t done = 0;;) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return over_ || round_ != done; });
      if (over_)
        return;
      done = round_;
    }
    take();
    {
      const std::scoped_lock lock(mutex_);
      --busy_;
    }
    changed_.notify_all();
  }
}

void SharedWork::take() {
  try {
    for (std::size_t i = next_++; i < count_; i = next_++)
      (*work_)(i);
  } catch (...) {
    next_ = count_; // so that the others end as well
    const std::scoped_lock lock(mutex_);
    if (!thrown_)
      thrown_ = std::current_exception();
  }
}

} // namespace stasis::evidence
