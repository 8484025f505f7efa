#include "stability/orbits/low_search.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stasis::stability {

namespace {

/// Eight values, or masks of them. Signed numbers are what every processor can compare: the value 1 becomes
/// the least, and 0, which is not feasible, the greatest.
using Lanes __attribute__((vector_size(2 * lanesOfVector))) = std::int16_t;

constexpr std::int16_t greatest = std::numeric_limits<std::int16_t>::max();
constexpr std::int16_t least = std::numeric_limits<std::int16_t>::min();
constexpr RankCode shift = greatest; ///< turns a value into the bits of its signed number

/// For each byte of a mask: below every value if the bit is set, above every value if not.
constexpr auto bars = [] {
  std::array<std::array<std::int16_t, lanesOfVector>, 256> byMask{};
  for (std::size_t mask = 0; mask < byMask.size(); ++mask)
    for (std::size_t a = 0; a < lanesOfVector; ++a)
      byMask[mask][a] = (mask >> a & 1) != 0 ? least : greatest;
  return byMask;
}();

Lanes barOf(std::uint8_t mask) {
  Lanes bar;
  std::memcpy(&bar, bars[mask].data(), sizeof bar);
  return bar;
}

Lanes lesser(Lanes a, Lanes b) { return a < b ? a : b; }
Lanes greater(Lanes a, Lanes b) { return a > b ? a : b; }

bool same(Lanes a, Lanes b) {
  std::array<std::uint64_t, 2> words;
  const Lanes differing = a ^ b;
  std::memcpy(words.data(), &differing, sizeof words);
  return (words[0] | words[1]) == 0;
}

class LowSearch {
public:
  LowSearch(const StepGraph& graph, std::span<const RankCode> values, const Errand& errand)
      : graph_(graph), errand_(errand), vectors_(vectorsOf(graph.choices)),
        lows_(graph.rows * vectors_ * lanesOfVector, shift), changed_(graph.rows, 1) {
    const std::size_t width = vectors_ * lanesOfVector;
    for (std::uint64_t row = 0; row < graph.rows; ++row)
      for (std::size_t a = 0; a < graph.choices; ++a)
        lows_[row * width + a] = static_cast<RankCode>(values[row * graph.choices + a] + shift);
    markFeasible();
  }

  Lows run() {
    bool forwards = true;
    do {
      for (const BlockSteps& block : graph_.blocks)
        sweep(block, forwards);
      forwards = !forwards;
    } while (age() > graph_.rows / 64);
    drain();
    return made();
  }

private:
  /// Only steps that are open everywhere can lead from or to an orbit that is not feasible.
  void markFeasible() {
    if (std::ranges::none_of(graph_.blocks, &BlockSteps::everywhere))
      return;
    feasible_.resize(graph_.rows * vectors_);
    for (std::uint64_t v = 0; v < feasible_.size(); ++v)
      for (std::size_t a = 0; a < lanesOfVector; ++a)
        feasible_[v] |= static_cast<std::uint8_t>((lows_[v * lanesOfVector + a] != shift ? 1U : 0U) << a);
  }

  /// Rows in sight of each other: those of the histograms w + c, for all c.
  struct Context {
    std::uint64_t first;     ///< the row with histogram 0 in the block's place
    const std::uint32_t* up; ///< from w to w + c
    std::uint64_t number;
  };

  void sweep(const BlockSteps& block, bool forwards) {
    const std::uint64_t digits = graph_.rows / block.size / block.stride * block.fewer;
    for (std::uint64_t k = 0; k < digits; ++k) {
      const std::uint64_t digit = forwards ? k : digits - 1 - k; // digits above the block, and w
      Context context{digit / block.fewer * block.size * block.stride,
                      block.more->up.data() + digit % block.fewer * block.choices, digit * block.stride};
      for (std::uint64_t below = 0; below < block.stride; ++below, ++context.first, ++context.number) {
        beat();
        if (hasChanged(block, context))
          lower(block, context);
      }
    }
  }

  void beat() {
    if (++steps_ % 65536 == 0)
      errand_.check();
  }

  bool hasChanged(const BlockSteps& block, const Context& context) const {
    std::uint8_t changed = 0;
    for (std::size_t c = 0; c < block.choices; ++c)
      changed |= changed_[rowOf(block, context, c)];
    return changed != 0;
  }

  static std::uint64_t rowOf(const BlockSteps& block, const Context& context, std::size_t c) {
    return context.first + context.up[c] * block.stride;
  }

  /// Makes the changes of this sweep those that the next begins with. Returns how many rows changed.
  std::uint64_t age() {
    std::uint64_t count = 0;
    for (std::uint8_t& changed : changed_) {
      changed = static_cast<std::uint8_t>(changed >> 1);
      count += changed;
    }
    return count;
  }

  /// Takes the contexts of changed rows until no row changes.
  void drain() {
    queueing_ = true;
    for (std::uint64_t row = 0; row < graph_.rows; ++row)
      if (changed_[row] != 0)
        next_.push_back(static_cast<std::uint32_t>(row));
    while (!next_.empty()) {
      const std::vector<std::uint32_t> now = std::exchange(next_, {});
      for (const std::uint32_t row : now) {
        changed_[row] = 0;
        for (const BlockSteps& block : graph_.blocks)
          lowerAround(block, row);
      }
    }
  }

  /// Takes all contexts of a block that contain the row.
  void lowerAround(const BlockSteps& block, std::uint64_t row) {
    const std::uint64_t below = row % block.stride;
    const std::uint64_t digit = row / block.stride % block.size;
    const std::uint64_t above = row / block.stride / block.size;
    const std::uint32_t* down = block.more->down.data() + digit * block.choices;
    for (std::size_t c = 0; c < block.choices; ++c)
      if (const std::uint32_t w = down[c]; w != OneMore::none) {
        beat();
        lower(block, {above * block.size * block.stride + below,
                      block.more->up.data() + std::size_t{w} * block.choices,
                      (above * block.fewer + w) * block.stride + below});
      }
  }

  void lower(const BlockSteps& block, const Context& context) {
    const std::size_t size = block.everywhere ? 0 : block.choices * block.choices;
    const std::uint8_t* masks = block.masks.data() + context.number * vectors_ * size;
    for (std::size_t v = 0; v < vectors_; ++v, masks += size)
      switch (block.choices) {
      case 2: lowerFew<2>(block, context, v, masks); break;
      case 4: lowerFew<4>(block, context, v, masks); break;
      case 8: lowerFew<8>(block, context, v, masks); break;
      default: lowerMany(block, context, v, masks);
      }
  }

  Lanes load(std::uint64_t row, std::size_t v) const {
    Lanes lanes;
    std::memcpy(&lanes, lows_.data() + (row * vectors_ + v) * lanesOfVector, sizeof lanes);
    return lanes;
  }
  void store(std::uint64_t row, std::size_t v, Lanes lanes) {
    std::memcpy(lows_.data() + (row * vectors_ + v) * lanesOfVector, &lanes, sizeof lanes);
    if (queueing_ && changed_[row] == 0)
      next_.push_back(static_cast<std::uint32_t>(row));
    changed_[row] |= 2;
  }

  /// Takes one context with all its rows in registers; `Choices` is their number.
  template <std::size_t Choices>
  void lowerFew(const BlockSteps& block, const Context& context, std::size_t v, const std::uint8_t* masks) {
    std::array<Lanes, Choices> before;
    std::array<Lanes, Choices> after;
    for (std::size_t c = 0; c < Choices; ++c)
      before[c] = after[c] = load(rowOf(block, context, c), v);
#pragma GCC unroll 8
    for (std::size_t c = 0; c < Choices; ++c)
#pragma GCC unroll 8
      for (std::size_t b = 0; b < Choices; ++b)
        if (b != c)
          after[b] = lesser(after[b], greater(before[c], barOf(masks[c * Choices + b])));
    for (std::size_t b = 0; b < Choices; ++b)
      put(block, rowOf(block, context, b), v, before[b], after[b]);
  }

  void lowerMany(const BlockSteps& block, const Context& context, std::size_t v, const std::uint8_t* masks) {
    const std::size_t choices = block.choices;
    for (std::size_t b = 0; b < choices; ++b) {
      const Lanes before = load(rowOf(block, context, b), v);
      Lanes after = before;
      for (std::size_t c = 0; c < choices; ++c)
        if (const std::uint8_t mask = masks[c * choices + b])
          after = lesser(after, greater(load(rowOf(block, context, c), v), barOf(mask)));
      put(block, rowOf(block, context, b), v, before, after);
    }
  }

  void put(const BlockSteps& block, std::uint64_t row, std::size_t v, Lanes before, Lanes after) {
    if (block.everywhere)
      after = lesser(before, greater(after, barOf(feasible_[row * vectors_ + v])));
    if (!same(before, after))
      store(row, v, after);
  }

  Lows made() {
    for (RankCode& low : lows_)
      low = static_cast<RankCode>(low - shift);
    return {vectors_ * lanesOfVector, std::move(lows_)};
  }

  const StepGraph& graph_;
  const Errand& errand_;
  std::size_t vectors_;
  std::vector<RankCode> lows_;         ///< as signed numbers
  std::vector<std::uint8_t> feasible_; ///< by vector of rows; empty if not asked for
  std::vector<std::uint8_t> changed_;  ///< by row: 1 if changed in the sweep before, 2 if since
  std::vector<std::uint32_t> next_;    ///< the changed rows, once there are few
  bool queueing_ = false;
  std::size_t steps_ = 0;
};

} // namespace

Lows lows(const StepGraph& graph, std::span<const RankCode> values, const Errand& errand) {
  return LowSearch(graph, values, errand).run();
}

} // namespace stasis::stability
