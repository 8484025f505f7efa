#include "stability/orbits/orbit_sets.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>

namespace stasis::stability {

using model::PartyId;
using model::Pattern;

bool numberedBefore(const Pattern& a, const Pattern& b) {
  const std::string& x = a.letters();
  const std::string& y = b.letters();
  std::size_t end = std::min(x.size(), y.size()); // both are states and equal so far
  constexpr std::size_t atOnce = 8;
  while (end >= atOnce && std::memcmp(x.data() + end - atOnce, y.data() + end - atOnce, atOnce) == 0)
    end -= atOnce;
  while (end > 1 && x[end - 1] == y[end - 1])
    --end;
  return end > 0 && x[end - 1] < y[end - 1];
}

OrbitSet OrbitSet::listOf(std::vector<Pattern> states) {
  std::ranges::sort(states, numberedBefore);
  const auto rest = std::ranges::unique(states);
  states.erase(rest.begin(), rest.end());
  return {nullptr, nullptr, std::move(states)};
}

bool OrbitSet::contains(const Pattern& state) const {
  if (isList())
    return std::ranges::binary_search(states, state, numberedBefore);
  const auto orbit = space->orbitOf(state);
  return orbit && bitOf(*bits, *orbit);
}

Projection::Projection(const OrbitSpace& fine, const OrbitSpace& coarse) {
  std::map<PartyId, std::size_t> blockOf;
  for (const OrbitBlock& block : coarse.blocks()) {
    for (const PartyId party : block.members)
      blockOf[party] = merged_.size();
    merged_.push_back({&block, Histogram(block.histograms->choices()), 0});
  }
  for (const OrbitBlock& block : fine.blocks()) {
    parts_.push_back({&block, blockOf.at(block.members.front()), block.histograms->at(0), 0});
    for (std::size_t c = 0; c < parts_.back().histogram.size(); ++c)
      merged_[parts_.back().merged].histogram[c] += parts_.back().histogram[c];
  }
  for (Merged& merged : merged_)
    orbit_ += merged.share = merged.block->histograms->number(merged.histogram) * merged.block->stride;
}

void Projection::step(Part& part) {
  Merged& merged = merged_[part.merged];
  for (std::size_t c = 0; c < part.histogram.size(); ++c)
    merged.histogram[c] -= part.histogram[c];
  const Histograms& histograms = *part.block->histograms;
  part.digit = part.digit + 1 == histograms.size() ? 0 : part.digit + 1;
  histograms.next(part.histogram);
  for (std::size_t c = 0; c < part.histogram.size(); ++c)
    merged.histogram[c] += part.histogram[c];
  orbit_ -= merged.share;
  merged.share = merged.block->histograms->number(merged.histogram) * merged.block->stride;
  orbit_ += merged.share;
}

void Projection::next() {
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
    step(*part);
    if (part->digit != 0)
      return;
  }
}

std::shared_ptr<const OrbitSpace> OrbitSets::space(const std::vector<Parties>& blocks) const {
  auto space = std::make_shared<const OrbitSpace>(alike_, blocks);
  if (space->size() > mostOrbits_) {
    std::size_t apart = 0;
    for (const Parties& block : blocks)
      apart += block.size() == 1 && alike_.kind(block.front()).members.size() > 1 ? 1 : 0;
    throw LimitReached(Limit::memory,
                       "this tells so many alike parties apart (" + std::to_string(apart) +
                           " of them by name) that the engine of orbits does not hold the states; "
                           "--engine symbolic may");
  }
  return space;
}

namespace {

/// The members of each block of `space`, grouped by `keyOf`, in the order of the block.
template <class KeyOf> std::vector<Parties> splitBlocks(const OrbitSpace& space, KeyOf keyOf) {
  std::vector<Parties> blocks;
  for (const OrbitBlock& block : space.blocks()) {
    std::map<decltype(keyOf(PartyId())), std::size_t> partOf;
    for (const PartyId party : block.members) {
      const auto [part, isNew] = partOf.try_emplace(keyOf(party), blocks.size());
      if (isNew)
        blocks.emplace_back();
      blocks[part->second].push_back(party);
    }
  }
  return blocks;
}

} // namespace

std::shared_ptr<const OrbitSpace> OrbitSets::common(const std::shared_ptr<const OrbitSpace>& a,
                                                    const std::shared_ptr<const OrbitSpace>& b) const {
  std::map<PartyId, std::size_t> inB;
  for (std::size_t k = 0; k < b->blocks().size(); ++k)
    for (const PartyId party : b->blocks()[k].members)
      inB[party] = k;
  const auto blocks = splitBlocks(*a, [&](PartyId party) { return inB[party]; });
  if (blocks.size() == a->blocks().size())
    return a;
  if (blocks.size() == b->blocks().size())
    return b;
  return space(blocks);
}

std::shared_ptr<const OrbitSpace> OrbitSets::apart(const OrbitSpace& from, PartyId party) const {
  std::vector<Parties> blocks;
  for (const OrbitBlock& block : from.blocks()) {
    Parties rest = block.members;
    std::erase(rest, party);
    if (!rest.empty())
      blocks.push_back(std::move(rest));
  }
  blocks.push_back({party});
  return space(blocks);
}

std::shared_ptr<const OrbitSpace> OrbitSets::spaceOf(const std::vector<Pattern>& states) const {
  const OrbitSpace all = OrbitSpace::ofAll(alike_);
  return space(splitBlocks(all, [&](PartyId party) {
    std::vector<std::uint32_t> done;
    for (const Pattern& state : states)
      done.push_back(ownMask(alike_.conflict, party, state));
    return done;
  }));
}

OrbitBits OrbitSets::in(const OrbitSpace& space, const OrbitSet& set) const {
  if (!set.isList() && OrbitSpace::sameBlocks(space, *set.space))
    return *set.bits;
  OrbitBits bits((space.size() + 63) / 64);
  for (const Pattern& state : set.states)
    setBit(bits, *space.orbitOf(state));
  if (set.isList())
    return bits;
  Projection to(space, *set.space);
  for (std::uint64_t orbit = 0; orbit < space.size(); ++orbit, to.next()) {
    checkAt(orbit, errand_);
    if (bitOf(*set.bits, to.orbit()))
      setBit(bits, orbit);
  }
  return bits;
}

template <class Join> OrbitSet OrbitSets::joined(const OrbitSet& a, const OrbitSet& b, Join join) const {
  const auto spaceOfSet = [&](const OrbitSet& set) { return set.isList() ? spaceOf(set.states) : set.space; };
  const auto space = common(spaceOfSet(a), spaceOfSet(b));
  OrbitBits bits = in(*space, a);
  const OrbitBits other = in(*space, b);
  for (std::size_t w = 0; w < bits.size(); ++w)
    bits[w] = join(bits[w], other[w]);
  return OrbitSet::of(space, std::move(bits));
}

namespace {

OrbitSet listWhere(const OrbitSet& list, const OrbitSet& set, bool wanted) {
  std::vector<Pattern> states;
  for (const Pattern& state : list.states)
    if (set.contains(state) == wanted)
      states.push_back(state);
  return OrbitSet::listOf(std::move(states));
}

} // namespace

OrbitSet OrbitSets::both(const OrbitSet& a, const OrbitSet& b) const {
  if (a.isList())
    return listWhere(a, b, true);
  if (b.isList())
    return listWhere(b, a, true);
  return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x & y; });
}

OrbitSet OrbitSets::either(const OrbitSet& a, const OrbitSet& b) const {
  if (a.isList() && a.states.empty())
    return b;
  if (b.isList() && b.states.empty())
    return a;
  if (a.isList() && b.isList()) {
    std::vector<Pattern> states; // both are sorted
    states.reserve(a.states.size() + b.states.size());
    std::ranges::set_union(a.states, b.states, std::back_inserter(states), numberedBefore);
    return {nullptr, nullptr, std::move(states)};
  }
  return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x | y; });
}

OrbitSet OrbitSets::without(const OrbitSet& a, const OrbitSet& b) const {
  if (a.isList())
    return listWhere(a, b, false);
  if (b.isList() && listWhere(b, a, true).states.empty())
    return a;
  return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x & ~y; });
}

} // namespace stasis::stability
