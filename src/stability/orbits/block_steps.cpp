#include "stability/orbits/block_steps.h"

#include "stability/orbits/divisor.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stasis::stability {

namespace {

/// Masks are read eight bytes at a time.
template <class Word> constexpr std::size_t padding = sizeof(std::uint64_t) / sizeof(Word);

template <class Word> std::vector<Word> feasibleLanes(const OrbitRanks& ranks) {
  const RowShape& shape = ranks.shape;
  std::vector<Word> feasible(ranks.rows() * shape.words);
  for (std::uint64_t word = 0; word < feasible.size(); ++word) {
    const RankCode* codes =
        ranks.codes.data() + word / shape.words * shape.choices + word % shape.words * shape.lanes;
    for (std::size_t a = 0; a < shape.used(static_cast<std::size_t>(word % shape.words)); ++a)
      feasible[word] = static_cast<Word>(feasible[word] | static_cast<Word>(Word{codes[a] != 0} << a));
  }
  return feasible;
}

/// Where the row of ranks lies that a member of one kind compares its choices in.
class RowsOfMovers {
public:
  RowsOfMovers(AlikeConflict& alike, const OrbitRanks& watcher, const OrbitRanks& mover)
      : moverChoices_(mover.space.own().size()) {
    const std::size_t watcherKind = watcher.space.own().kind;
    const std::size_t moverKind = mover.space.own().kind;
    for (const OrbitBlock& there : mover.space.blocks()) {
      if (&there == &mover.space.own())
        continue;
      if (there.kind == watcherKind)
        watcherStride_ = there.stride / moverChoices_;
      Digit digit{there.stride / moverChoices_, Divisor(1), Divisor(1), there.kind == moverKind};
      for (const OrbitBlock& here : watcher.space.blocks())
        if (&here != &watcher.space.own() && here.kind == there.kind) {
          digit.hereStride = strideAmongRows(here, watcher);
          digit.hereSize = Divisor(here.size());
        }
      if (there.kind != watcherKind)
        digits_.push_back(digit);
    }
    const AlikeKind& kind = alike.kinds[watcherKind];
    const std::size_t members = kind.members.size() - 1;
    byStayers_ = watcherKind == moverKind;
    more_ = &alike.tables.oneMore(byStayers_ ? members - 1 : members, kind.choices.size());
    for (const OrbitBlock& here : watcher.space.blocks())
      if (&here != &watcher.space.own() && here.kind == watcherKind) {
        ownStride_ = strideAmongRows(here, watcher);
        ownSize_ = Divisor(here.size());
      }
    hasOwn_ = members > 0;
  }

  /// `row`: of the watcher's space, whatever the digit of the mover's block; w: those of it who stay.
  void at(std::uint64_t row, std::uint32_t w) {
    fixed_ = 0;
    for (const Digit& digit : digits_)
      fixed_ += (digit.ofMover ? w : digitOf(row, digit.hereStride, digit.hereSize)) * digit.thereStride;
    const std::uint64_t own = byStayers_ ? w : hasOwn_ ? digitOf(row, ownStride_, ownSize_) : 0;
    ups_ = more_->up.data() + own * more_->choices;
  }
  /// With this choice of the watcher's.
  std::uint64_t firstOrbit(std::size_t a) const {
    return (fixed_ + ups_[a] * watcherStride_) * moverChoices_;
  }

private:
  struct Digit {
    std::uint64_t thereStride;
    Divisor hereStride, hereSize;
    bool ofMover;
  };
  /// Rows have 32 bits.
  static Divisor strideAmongRows(const OrbitBlock& block, const OrbitRanks& watcher) {
    return Divisor(static_cast<std::uint32_t>(block.stride / watcher.space.own().size()));
  }
  static std::uint64_t digitOf(std::uint64_t row, Divisor stride, Divisor size) {
    return size.remainder(stride.quotient(static_cast<std::uint32_t>(row)));
  }
  std::vector<Digit> digits_; ///< of the mover's space, but that of the watcher's kind
  std::uint64_t moverChoices_;
  std::uint64_t watcherStride_ = 0;
  bool byStayers_ = false; ///< both are of one kind
  bool hasOwn_ = false;
  Divisor ownStride_{1}, ownSize_{1};
  const OneMore* more_ = nullptr;
  std::uint64_t fixed_ = 0;
  const std::uint32_t* ups_ = nullptr;
};

template <class Word>
BlockSteps<Word> stepsOf(AlikeConflict& alike, const OrbitRanks& watcher, std::size_t b) {
  const OrbitBlock& block = watcher.space.blocks()[b];
  const std::size_t members = block.members.size();
  const std::size_t choices = alike.kinds[block.kind].choices.size();
  BlockSteps<Word> steps;
  steps.stride = block.stride / watcher.space.own().size();
  steps.size = block.size();
  steps.fewer = alike.tables.of(members - 1, choices).size();
  steps.choices = choices;
  steps.more = &alike.tables.oneMore(members - 1, choices);
  return steps;
}

/// [to c, from b]: all ones where one move leads from b to c.
template <class Word> std::vector<Word> openMoves(const OwnChoices& choices) {
  std::vector<Word> open(choices.size() * choices.size() + padding<Word>);
  for (std::size_t c = 0; c < choices.size(); ++c)
    for (std::size_t b = 0; b < choices.size(); ++b)
      open[c * choices.size() + b] = choices.leads(b, c) ? static_cast<Word>(~Word{0}) : Word{0};
  return open;
}

/// A row of ranks as one vector: two options make four choices, three make eight.
template <std::size_t Size> struct RowOfCodes {
  using Codes __attribute__((vector_size(Size * sizeof(RankCode)))) = RankCode;
};

template <class Word> class Improvements {
public:
  Improvements(AlikeConflict& alike, const OrbitRanks& watcher, const OrbitRanks& mover, std::size_t block)
      : watcher_(watcher), mover_(mover), rows_(alike, watcher, mover),
        open_(openMoves<Word>(alike.kinds[mover.space.own().kind].choices)),
        steps_(stepsOf<Word>(alike, watcher, block)) {}

  BlockSteps<Word> made(const Errand& errand) {
    const std::size_t words = watcher_.shape.words;
    const std::uint64_t highs = watcher_.rows() / steps_.stride / steps_.size;
    steps_.masks.assign(watcher_.rows() * words * steps_.choicesLedTo() * steps_.choices + padding<Word>, 0);
    table_.resize(steps_.choices * steps_.choices);
    std::uint64_t done = 0;
    for (std::uint64_t high = 0; high < highs; ++high)
      for (std::uint32_t w = 0; w < steps_.fewer; ++w)
        for (std::uint64_t low = 0; low < steps_.stride; ++low) {
          if (++done % 4096 == 0)
            errand.check();
          const std::uint64_t without = high * steps_.size * steps_.stride + low;
          rows_.at(without, w);
          for (std::size_t part = 0; part < words; ++part) {
            compare(part);
            keep(without, w, part);
          }
        }
    return std::move(steps_);
  }

private:
  /// The table of the part, from every b to every c, before those who stay are told apart.
  void compare(std::size_t part) {
    if constexpr (sizeof(Word) <= sizeof(RankCode)) {
      if (steps_.choices == 8)
        return compareRow<8>(part);
      if (steps_.choices == 4)
        return compareRow<4>(part);
    }
    const std::size_t choices = steps_.choices;
    std::ranges::fill(table_, Word{0});
    for (std::size_t a = 0; a < watcher_.shape.used(part); ++a) {
      const RankCode* codes = mover_.codes.data() + rows_.firstOrbit(part * watcher_.shape.lanes + a);
      for (std::size_t c = 0; c < choices; ++c)
        for (std::size_t b = 0; b < choices; ++b)
          table_[c * choices + b] =
              static_cast<Word>(table_[c * choices + b] | static_cast<Word>(Word{codes[b] < codes[c]} << a));
    }
    for (std::size_t k = 0; k < choices * choices; ++k)
      table_[k] = static_cast<Word>(table_[k] & open_[k]);
  }

  /// Of choices side by side: all comparisons with one of them at once.
  template <std::size_t Size> void compareRow(std::size_t part) {
    using Codes = typename RowOfCodes<Size>::Codes;
    std::array<Codes, Size> better{};
    for (std::size_t a = 0; a < watcher_.shape.used(part); ++a) {
      Codes codes;
      std::memcpy(&codes, mover_.codes.data() + rows_.firstOrbit(part * watcher_.shape.lanes + a),
                  sizeof codes);
      const auto bit = static_cast<RankCode>(1U << a);
      for (std::size_t c = 0; c < Size; ++c)
        better[c] |= (codes < codes[c]) & (Codes{} + bit);
    }
    for (std::size_t c = 0; c < Size; ++c)
      for (std::size_t b = 0; b < Size; ++b)
        table_[c * Size + b] = static_cast<Word>(better[c][b] & open_[c * Size + b]);
  }

  /// Puts the steps to each choice where the row lies that they lead to.
  void keep(std::uint64_t without, std::uint32_t w, std::size_t part) {
    const std::size_t choices = steps_.choices;
    const std::size_t ledTo = steps_.choicesLedTo();
    const std::uint32_t* up = steps_.more->up.data() + std::size_t{w} * choices;
    for (std::size_t c = 0; c < choices; ++c) {
      const std::uint64_t word = (without + up[c] * steps_.stride) * watcher_.shape.words + part;
      std::copy_n(table_.data() + c * choices, choices,
                  steps_.masks.data() + (word * ledTo + (ledTo > 1 ? c : 0)) * choices);
    }
  }

  const OrbitRanks& watcher_;
  const OrbitRanks& mover_;
  RowsOfMovers rows_;
  std::vector<Word> open_;
  std::vector<Word> table_; ///< [to c, from b]
  BlockSteps<Word> steps_;
};

template <class Word> StepGraph<Word> rowsOf(const OrbitRanks& watcher) {
  return {watcher.shape, watcher.rows(), {}, feasibleLanes<Word>(watcher)};
}

} // namespace

template <class Word>
StepGraph<Word> moveSteps(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind) {
  const OrbitRanks& watcher = ranks[kind];
  StepGraph<Word> graph = rowsOf<Word>(watcher);
  for (std::size_t b = 0; b + 1 < watcher.space.blocks().size(); ++b) {
    const auto& choices = alike.kinds[watcher.space.blocks()[b].kind].choices;
    graph.blocks.push_back(stepsOf<Word>(alike, watcher, b));
    graph.blocks.back().masks = openMoves<Word>(choices);
    graph.blocks.back().everywhere = true;
  }
  return graph;
}

template <class Word>
StepGraph<Word> improvementSteps(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                                 const Errand& errand) {
  const OrbitRanks& watcher = ranks[kind];
  StepGraph<Word> graph = rowsOf<Word>(watcher);
  for (std::size_t b = 0; b + 1 < watcher.space.blocks().size(); ++b) {
    const OrbitRanks& mover = ranks[watcher.space.blocks()[b].kind];
    graph.blocks.push_back(Improvements<Word>(alike, watcher, mover, b).made(errand));
  }
  return graph;
}

template StepGraph<std::uint8_t> moveSteps(AlikeConflict&, const RanksByKind&, std::size_t);
template StepGraph<std::uint16_t> moveSteps(AlikeConflict&, const RanksByKind&, std::size_t);
template StepGraph<std::uint32_t> moveSteps(AlikeConflict&, const RanksByKind&, std::size_t);
template StepGraph<std::uint64_t> moveSteps(AlikeConflict&, const RanksByKind&, std::size_t);
template StepGraph<std::uint8_t> improvementSteps(AlikeConflict&, const RanksByKind&, std::size_t,
                                                  const Errand&);
template StepGraph<std::uint16_t> improvementSteps(AlikeConflict&, const RanksByKind&, std::size_t,
                                                   const Errand&);
template StepGraph<std::uint32_t> improvementSteps(AlikeConflict&, const RanksByKind&, std::size_t,
                                                   const Errand&);
template StepGraph<std::uint64_t> improvementSteps(AlikeConflict&, const RanksByKind&, std::size_t,
                                                   const Errand&);

} // namespace stasis::stability
