#include "stability/orbits/low_search.h"

#include "stability/orbits/divisor.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace stasis::stability {

namespace {

/// Words of rows by the values in them.
struct Buckets {
  std::vector<std::uint64_t> first; ///< by value: where its words begin
  std::vector<std::uint32_t> words;
};

template <class Word> class LowSearch {
public:
  LowSearch(const StepGraph<Word>& graph, const OrbitValues& values, const Errand& errand)
      : graph_(graph), values_(values), errand_(errand), shape_(graph.shape), open_(graph.feasible),
        fresh_(open_.size()), low_(graph.rows * graph.shape.choices, noLow) {
    std::size_t mostFound = 0;
    for (const auto& block : graph.blocks) {
      auto& view =
          views_.emplace_back(graph.rows / block.size * block.fewer * shape_.words * block.choices + perLoad);
      blocks_.push_back({block.more->down.data(), block.more->up.data(), block.masks.data(), view.data(),
                         block.stride, Divisor(static_cast<std::uint32_t>(block.stride)), Divisor(block.size),
                         block.fewer, static_cast<std::uint32_t>(block.choices), block.everywhere});
      mostFound = std::max(mostFound, block.choices * ((block.choices + perLoad - 1) / perLoad));
    }
    found_.resize(mostFound + 1);
    for (std::uint64_t word = 0; word < open_.size(); ++word)
      eachView(word, [&](Word& view) { view = open_[word]; });
  }

  std::vector<RankCode> run() {
    const Buckets buckets = sorted();
    for (std::size_t v = 1; v <= values_.top; ++v) {
      value_ = static_cast<RankCode>(v);
      for (std::uint64_t k = buckets.first[v]; k < buckets.first[v + 1]; ++k)
        if (const Word lanes = static_cast<Word>(lanesWith(buckets.words[k]) & open_[buckets.words[k]]))
          label(buckets.words[k], lanes);
      while (!next_.empty()) {
        std::swap(now_, next_);
        for (const std::uint32_t word : now_)
          expand(word);
        now_.clear();
      }
    }
    return std::move(low_);
  }

private:
  std::uint64_t firstOrbit(std::uint64_t word) const {
    return shape_.words == 1 ? word * shape_.choices
                             : word / shape_.words * shape_.choices + word % shape_.words * shape_.lanes;
  }
  std::size_t used(std::uint64_t word) const {
    return shape_.words == 1 ? shape_.choices : shape_.used(static_cast<std::size_t>(word % shape_.words));
  }

  template <class Each> void eachValue(Each each) const {
    std::vector<std::uint32_t> last(values_.top + std::size_t{1}, OneMore::none);
    for (std::uint64_t word = 0; word < open_.size(); ++word) {
      if (values_.byRow) {
        each(values_.values[word / shape_.words], word);
        continue;
      }
      const std::uint64_t orbit = firstOrbit(word);
      for (std::size_t a = 0; a < used(word); ++a) {
        const RankCode value = values_.values[orbit + a];
        if (last[value] != word)
          each(value, word);
        last[value] = static_cast<std::uint32_t>(word);
      }
    }
  }

  Buckets sorted() const {
    Buckets buckets{std::vector<std::uint64_t>(values_.top + std::size_t{2}), {}};
    eachValue([&](RankCode value, std::uint64_t) { ++buckets.first[value]; });
    std::uint64_t sum = 0;
    for (std::size_t v = 1; v < buckets.first.size(); ++v) {
      const std::uint64_t count = buckets.first[v];
      buckets.first[v] = sum;
      sum += count;
    }
    buckets.words.resize(sum);
    std::vector<std::uint64_t> at = buckets.first;
    eachValue([&](RankCode value, std::uint64_t word) {
      if (value != 0)
        buckets.words[at[value]++] = static_cast<std::uint32_t>(word);
    });
    return buckets;
  }

  Word lanesWith(std::uint64_t word) const {
    if (values_.byRow)
      return static_cast<Word>(~Word{0});
    const RankCode* values = values_.values.data() + firstOrbit(word);
    Word lanes = 0;
    for (std::size_t a = 0; a < used(word); ++a)
      lanes = static_cast<Word>(lanes | static_cast<Word>(Word{values[a] == value_} << a));
    return lanes;
  }

  /// A block of the graph, and where its tables lie: all that a step needs, side by side.
  struct Block {
    const std::uint32_t* down;
    const std::uint32_t* up;
    const Word* masks;
    Word* view;
    std::uint64_t stride;
    Divisor byStride, bySize;
    std::uint32_t fewer, choices;
    bool everywhere;
  };

  /// A row in the sight of one block.
  struct Sight {
    std::uint32_t digit;   ///< the block's histogram
    std::uint64_t without; ///< the row with histogram 0 in its place
    std::uint64_t context; ///< of the rest with w = 0
  };
  static Sight sight(const Block& block, std::uint64_t row) {
    const std::uint32_t above = block.byStride.quotient(static_cast<std::uint32_t>(row)); // rows have 32 bits
    const std::uint32_t low = static_cast<std::uint32_t>(row) - above * block.byStride.value();
    const std::uint32_t high = block.bySize.quotient(above);
    const std::uint32_t digit = above - high * block.bySize.value();
    return {digit, row - digit * block.stride, std::uint64_t{high} * block.fewer * block.stride + low};
  }

  /// Calls `each(w, c)` for every way to see the histogram as w and one more at c.
  template <class Each> static void eachLess(const Block& block, std::uint32_t digit, Each each) {
    if (block.fewer == 1) // of one member: its histogram is its choice
      return each(std::uint32_t{0}, std::size_t{digit});
    const std::size_t choices = block.choices;
    const std::uint32_t* down = block.down + digit * choices;
    for (std::size_t c = 0; c < choices; ++c)
      if (down[c] != OneMore::none)
        each(down[c], c);
  }

  /// All that the blocks' views say of a word.
  template <class Each> void eachView(std::uint64_t word, Each each) {
    const std::size_t words = shape_.words;
    const std::uint64_t row = words == 1 ? word : word / words;
    const std::uint64_t part = word - row * words;
    for (const Block& block : blocks_) {
      const Sight seen = sight(block, row);
      const std::uint64_t stride = block.stride * words * block.choices;
      Word* view = block.view + (seen.context * words + part) * block.choices;
      eachLess(block, seen.digit, [&](std::uint32_t w, std::size_t c) { each(view[w * stride + c]); });
    }
  }

  /// `lanes` are open.
  void label(std::uint64_t word, Word lanes) {
    open_[word] = static_cast<Word>(open_[word] & ~lanes);
    eachView(word, [&](Word& view) { view = static_cast<Word>(view & ~lanes); });
    if (fresh_[word] == 0)
      next_.push_back(static_cast<std::uint32_t>(word));
    fresh_[word] = static_cast<Word>(fresh_[word] | lanes);
    RankCode* low = low_.data() + firstOrbit(word);
    for (Word left = lanes; left != 0; left = static_cast<Word>(left & (left - 1)))
      low[std::countr_zero(left)] = value_;
  }

  void expand(std::uint64_t word) {
    if (++steps_ % 4096 == 0)
      errand_.check();
    const Word lanes = std::exchange(fresh_[word], Word{0});
    const std::uint64_t row = shape_.words == 1 ? word : word / shape_.words;
    const std::uint64_t part = word - row * shape_.words;
    for (const Block& block : blocks_) {
      const Sight seen = sight(block, row);
      // First all loads, which then wait for memory together; then what they have found.
      const std::size_t count = find(block, seen, word, part, lanes);
      for (const Found& found : std::span(found_).first(count))
        labelAll(found, seen.without, block.stride, part);
    }
  }

  /// Where steps of the block come from that lead to these lanes of the word; how many finds.
  std::size_t find(const Block& block, const Sight& seen, std::uint64_t word, std::uint64_t part,
                   Word lanes) {
    const std::size_t words = shape_.words;
    const std::size_t choices = block.choices;
    const bool one = block.fewer == 1;
    const Word* masksOfRow = block.masks + (block.everywhere ? 0 : word * (one ? 1 : choices) * choices);
    const std::size_t perChoice = one && !block.everywhere ? 0 : choices;
    const std::uint64_t stride = block.stride * words * choices;
    const Word* view = block.view + (seen.context * words + part) * choices;
    Found* found = found_.data();
    eachLess(block, seen.digit, [&](std::uint32_t w, std::size_t c) {
      for (std::size_t b = 0; b < choices; b += perLoad) {
        found->up = block.up + std::size_t{w} * choices + b;
        found->lanes = stepsInto(masksOfRow + c * perChoice + b, view + w * stride + b, lanes, choices - b);
        found += found->lanes != 0 ? 1 : 0;
      }
    });
    return static_cast<std::size_t>(found - found_.data());
  }

  /// Lanes open to a step from as many choices as a load holds, and where one member more at each leads.
  struct Found {
    const std::uint32_t* up = nullptr;
    std::uint64_t lanes = 0;
  };
  static constexpr std::size_t laneBits = 8 * sizeof(Word);

  static std::uint64_t stepsInto(const Word* masks, const Word* view, Word lanes, std::size_t choices) {
    constexpr std::uint64_t ones = ~std::uint64_t{0} / static_cast<Word>(~Word{0});
    std::uint64_t mask = 0;
    std::uint64_t open = 0;
    std::memcpy(&mask, masks, sizeof mask);
    std::memcpy(&open, view, sizeof open);
    const std::uint64_t found = mask & open & (ones * lanes);
    return choices < perLoad ? found & ((std::uint64_t{1} << choices * laneBits) - 1) : found;
  }

  void labelAll(const Found& found, std::uint64_t without, std::uint64_t stride, std::uint64_t part) {
    for (std::uint64_t left = found.lanes; left != 0;) {
      const std::size_t k = static_cast<std::size_t>(std::countr_zero(left)) / laneBits;
      const std::uint64_t word = (without + found.up[k] * stride) * shape_.words + part;
      const auto from = static_cast<Word>(left >> k * laneBits);
      left &= ~(std::uint64_t{static_cast<Word>(~Word{0})} << k * laneBits);
      if (const auto fresh = static_cast<Word>(from & open_[word])) // another choice may have led there, too
        label(word, fresh);
    }
  }

  static constexpr std::size_t perLoad = sizeof(std::uint64_t) / sizeof(Word);
  const StepGraph<Word>& graph_;
  const OrbitValues& values_;
  const Errand& errand_;
  RowShape shape_;
  std::vector<Word> open_; ///< feasible and not yet labelled
  /// By block: for all w and the rest, side by side what is open with one member more at b. What a step can
  /// come from is then seen in one load, not in one for each b.
  std::vector<std::vector<Word>> views_;
  std::vector<Block> blocks_;
  std::vector<Word> fresh_; ///< labelled, and not yet searched from
  std::vector<RankCode> low_;
  std::vector<std::uint32_t> now_, next_; ///< words with fresh labels
  std::vector<Found> found_;              ///< room for one more than is found
  RankCode value_ = 0;
  std::size_t steps_ = 0;
};

} // namespace

template <class Word>
std::vector<RankCode> lows(const StepGraph<Word>& graph, const OrbitValues& values, const Errand& errand) {
  return LowSearch<Word>(graph, values, errand).run();
}

template std::vector<RankCode> lows(const StepGraph<std::uint8_t>&, const OrbitValues&, const Errand&);
template std::vector<RankCode> lows(const StepGraph<std::uint16_t>&, const OrbitValues&, const Errand&);
template std::vector<RankCode> lows(const StepGraph<std::uint32_t>&, const OrbitValues&, const Errand&);
template std::vector<RankCode> lows(const StepGraph<std::uint64_t>&, const OrbitValues&, const Errand&);

} // namespace stasis::stability
