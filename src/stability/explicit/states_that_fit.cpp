#include "stability/explicit/explicit_engine.h"
#include "stability/memory.h"

#include <algorithm>

namespace stasis::stability {

namespace {

// Measured on 2^24 states and rounded up: the state itself and its place in scratch lists; then for each
// party its rank, its cells, and one lane's search for sweeps that do not end.
constexpr std::uint64_t bytesPerState = 72;
constexpr std::uint64_t bytesPerStateAndParty = 32;

} // namespace

std::uint64_t statesThatFit(std::uint64_t bytes, std::size_t parties) {
  constexpr std::uint64_t mostStates = (std::uint64_t{1} << 31) - 1; // places in a tile have 31 bits
  return std::min(bytes / (bytesPerState + parties * bytesPerStateAndParty), mostStates);
}

std::uint64_t statesAllowed(const EngineLimits& limits, std::size_t parties) {
  const std::uint64_t fit = statesThatFit(limits.maxMemory != 0 ? limits.maxMemory : memoryToUse(), parties);
  return limits.maxStates != 0 ? std::min(limits.maxStates, fit) : fit;
}

} // namespace stasis::stability
