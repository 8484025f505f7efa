#include "stability/orbits/orbit_space.h"

#include <algorithm>

namespace stasis::stability {

OrbitSpace::OrbitSpace(AlikeConflict& alike, const std::vector<Parties>& blocks) : alike_(&alike) {
  constexpr std::uint64_t tooMany = std::numeric_limits<std::uint64_t>::max();
  for (const Parties& members : blocks) {
    const std::size_t kind = members.empty() ? 0 : alike.kindOf[members.front().index()];
    blocks_.push_back({members, kind, nullptr, 1});
  }
  for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
    const std::size_t choices = alike.kinds[block->kind].choices.size();
    const std::uint64_t count = histogramCount(block->members.size(), choices);
    if (count >= OneMore::none || size_ > tooMany / count) {
      size_ = tooMany;
      return;
    }
    block->histograms = &alike.tables.of(block->members.size(), choices);
    block->stride = size_;
    size_ *= count;
  }
}

OrbitSpace OrbitSpace::ofAll(AlikeConflict& alike) {
  std::vector<Parties> blocks;
  for (const AlikeKind& kind : alike.kinds)
    blocks.push_back(kind.members);
  return {alike, blocks};
}

OrbitSpace OrbitSpace::of(AlikeConflict& alike, model::PartyId party) {
  std::vector<Parties> blocks;
  for (const AlikeKind& kind : alike.kinds) {
    Parties others = kind.members;
    std::erase(others, party);
    if (!others.empty())
      blocks.push_back(std::move(others));
  }
  blocks.push_back({party});
  return {alike, blocks};
}

std::optional<std::uint64_t> OrbitSpace::orbitOf(const model::Pattern& state) const {
  std::uint64_t orbit = 0;
  for (const OrbitBlock& block : blocks_) {
    Histogram histogram(block.histograms->choices());
    for (const model::PartyId party : block.members) {
      const auto choice = alike_->choice(party, state);
      if (!choice)
        return std::nullopt;
      ++histogram[*choice];
    }
    orbit += block.histograms->number(histogram) * block.stride;
  }
  return orbit;
}

model::Pattern OrbitSpace::first(std::uint64_t orbit) const {
  const model::Conflict& conflict = alike_->conflict;
  model::Pattern state(conflict.options.size(), model::Choice::no);
  for (const OrbitBlock& block : blocks_) {
    const auto& choices = alike_->kinds[block.kind].choices;
    const Histogram histogram = block.histograms->at(block.digit(orbit));
    auto member = block.members.rbegin();
    for (std::size_t c = 0; c < histogram.size(); ++c)
      for (std::uint32_t k = 0; k < histogram[c]; ++k)
        setOwn(conflict, *member++, choices.mask(c), state);
  }
  return state;
}

bool OrbitSpace::sameBlocks(const OrbitSpace& a, const OrbitSpace& b) {
  return std::ranges::equal(a.blocks_, b.blocks_, {}, &OrbitBlock::members, &OrbitBlock::members);
}

} // namespace stasis::stability
