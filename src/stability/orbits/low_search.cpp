#include "stability/orbits/low_search.h"

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
        fresh_(open_.size()), low_(graph.rows * graph.shape.choices, noLow) {}

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
    return word / shape_.words * shape_.choices + word % shape_.words * shape_.lanes;
  }
  std::size_t used(std::uint64_t word) const {
    return shape_.used(static_cast<std::size_t>(word % shape_.words));
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

  /// `lanes` are open.
  void label(std::uint64_t word, Word lanes) {
    open_[word] = static_cast<Word>(open_[word] & ~lanes);
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
    const std::uint64_t row = word / shape_.words;
    const std::uint64_t part = word % shape_.words;
    for (const auto& block : graph_.blocks) {
      const auto digit = static_cast<std::uint32_t>(row / block.stride % block.size);
      const std::uint64_t without = row - digit * block.stride;
      const std::uint64_t low = row % block.stride;
      const std::uint64_t high = row / block.stride / block.size;
      const bool alone = block.fewer == 1; // its histogram is its choice
      for (std::size_t c = alone ? digit : 0; c < (alone ? digit + std::size_t{1} : block.choices); ++c) {
        const std::uint32_t w = block.more->down[digit * block.choices + c];
        if (w == OneMore::none)
          continue;
        const std::uint64_t context = ((high * block.fewer + w) * block.stride + low) * shape_.words + part;
        const Word* masks =
            block.masks.data() + ((block.everywhere ? 0 : context * block.choices) + c) * block.choices;
        comeFrom(block, masks, w, without, part, lanes);
      }
    }
  }

  /// Labels what a step into these lanes comes from: one member more at b instead of c.
  void comeFrom(const BlockSteps<Word>& block, const Word* masks, std::uint32_t w, std::uint64_t without,
                std::uint64_t part, Word lanes) {
    constexpr std::size_t perLoad = sizeof(std::uint64_t) / sizeof(Word);
    constexpr std::uint64_t ones = ~std::uint64_t{0} / static_cast<Word>(~Word{0});
    const std::uint64_t wanted = ones * lanes;
    const std::uint32_t* up = block.more->up.data() + std::size_t{w} * block.choices;
    for (std::size_t b = 0; b < block.choices; b += perLoad) {
      std::uint64_t masked = 0;
      std::memcpy(&masked, masks + b, sizeof masked);
      masked &= wanted;
      if (block.choices - b < perLoad)
        masked &= (std::uint64_t{1} << (block.choices - b) * 8 * sizeof(Word)) - 1;
      while (masked != 0) {
        const auto k = static_cast<std::size_t>(std::countr_zero(masked)) / (8 * sizeof(Word));
        const Word from = static_cast<Word>(masked >> k * 8 * sizeof(Word));
        masked &= ~(std::uint64_t{static_cast<Word>(~Word{0})} << k * 8 * sizeof(Word));
        const std::uint64_t word = (without + up[b + k] * block.stride) * shape_.words + part;
        if (const Word fresh = static_cast<Word>(from & open_[word]))
          label(word, fresh);
      }
    }
  }

  const StepGraph<Word>& graph_;
  const OrbitValues& values_;
  const Errand& errand_;
  RowShape shape_;
  std::vector<Word> open_;  ///< feasible and not yet labelled
  std::vector<Word> fresh_; ///< labelled, and not yet searched from
  std::vector<RankCode> low_;
  std::vector<std::uint32_t> now_, next_; ///< words with fresh labels
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
