#include "stability/memory.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace stasis::stability {

namespace {

/// The limit of the control group (version 2); no entry means no limit.
std::uint64_t containerLimit() {
  std::ifstream file("/sys/fs/cgroup/memory.max");
  std::uint64_t bytes = 0;
  return file >> bytes ? bytes : ~std::uint64_t{0};
}

} // namespace

std::uint64_t memoryToUse() {
  const auto pages = static_cast<std::uint64_t>(std::max(sysconf(_SC_PHYS_PAGES), 1L));
  const auto page = static_cast<std::uint64_t>(std::max(sysconf(_SC_PAGESIZE), 1L));
  return std::min(pages * page, containerLimit()) / 4 * 3;
}

} // namespace stasis::stability
