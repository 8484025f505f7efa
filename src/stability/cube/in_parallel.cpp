#include "stability/cube/in_parallel.h"

#include "stability/threads.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace stasis::stability {

void inParallel(std::size_t count, std::size_t grain, const Errand& errand,
                const std::function<void(std::size_t begin, std::size_t end)>& work) {
  grain = std::max<std::size_t>(grain, 1);
  const auto piece = [&](std::size_t begin, std::size_t end) {
    for (; begin < end; begin += grain) {
      errand.check();
      work(begin, std::min(end, begin + grain));
    }
  };
  const std::size_t threads = threadsToUse();
  if (count <= grain || threads == 1)
    return piece(0, count);
  static tbb::task_arena arena(static_cast<int>(std::min<std::size_t>(threads, 1024)));
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, grain),
                      [&](const auto& range) { piece(range.begin(), range.end()); });
  });
}

} // namespace stasis::stability
