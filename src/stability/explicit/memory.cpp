#include "stability/explicit/explicit_engine.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace stasis::stability {

namespace {

/// What the control group allows (its second version); nothing said is no bound.
std::uint64_t containerLimit() {
  std::ifstream file("/sys/fs/cgroup/memory.max");
  std::uint64_t bytes = 0;
  return file >> bytes ? bytes : ~std::uint64_t{0};
}

// Measured with tests on 2^24 states and rounded up: the state itself and its place in scratch lists; and for
// each party its rank, its cells, and one lane's search where the sweeps do not end.
constexpr std::uint64_t bytesPerState = 72;
constexpr std::uint64_t bytesPerStateAndParty = 32;

} // namespace

std::uint64_t memoryToUse() {
  const auto pages = static_cast<std::uint64_t>(std::max(sysconf(_SC_PHYS_PAGES), 1L));
  const auto page = static_cast<std::uint64_t>(std::max(sysconf(_SC_PAGESIZE), 1L));
  return std::min(pages * page, containerLimit()) / 4 * 3;
}

std::uint64_t statesThatFit(std::uint64_t bytes, std::size_t parties) {
  constexpr std::uint64_t mostStates = (std::uint64_t{1} << 31) - 1; // places in a tile have 31 bits
  return std::min(bytes / (bytesPerState + parties * bytesPerStateAndParty), mostStates);
}

} // namespace stasis::stability
