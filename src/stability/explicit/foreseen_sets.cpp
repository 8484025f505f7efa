#include "stability/explicit/foreseen_sets.h"

#include <algorithm>

namespace stasis::stability {

namespace {

std::uint64_t hashOf(const std::vector<std::uint32_t>& states) {
  std::uint64_t hash = states.size();
  for (const std::uint32_t s : states)
    hash = (hash ^ s) * 0x9E3779B97F4A7C15 + (hash >> 29U);
  return hash;
}

} // namespace

ForeseenSets::ForeseenSets(const std::vector<Ranks>& ranks, std::uint64_t maxMemory)
    : ranks_(ranks), states_(ranks.front().of.size()), maxMemory_(maxMemory) {}

std::uint32_t ForeseenSets::keep(std::vector<std::uint32_t>& states) {
  if (states.size() == 1)
    return states.front();
  std::ranges::sort(states);
  const auto repeated = std::ranges::unique(states);
  states.erase(repeated.begin(), repeated.end());
  if (states.size() == 1)
    return states.front();
  const std::uint64_t hash = hashOf(states);
  for (auto [known, end] = byHash_.equal_range(hash); known != end; ++known)
    if (kept_[known->second - states_].states == states)
      return known->second;
  memory_ += states.size() * sizeof(std::uint32_t) + 128;
  if (memory_ > maxMemory_)
    throw LimitReached(Limit::memory, "ties leave more places to end than fit in the memory allowed (" +
                                          std::to_string(maxMemory_ >> 20U) + " MiB)");
  Kept kept{states, {}};
  for (const Ranks& ranks : ranks_)
    kept.least.push_back(
        ranks.of[*std::ranges::min_element(states, {}, [&](std::uint32_t s) { return ranks.of[s]; })]);
  kept_.push_back(std::move(kept));
  const auto number = static_cast<std::uint32_t>(states_ + kept_.size() - 1);
  byHash_.emplace(hash, number);
  return number;
}

} // namespace stasis::stability
