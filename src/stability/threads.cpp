#include "stability/threads.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace stasis::stability {

namespace {

std::atomic<std::size_t> asked = 0;

} // namespace

std::size_t threadsToUse() {
  const std::size_t count = asked;
  return count > 0 ? count : std::max(1U, std::thread::hardware_concurrency());
}

void useThreads(std::size_t count) { asked = count; }

} // namespace stasis::stability
