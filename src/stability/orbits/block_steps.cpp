#include "stability/orbits/block_steps.h"

#include "stability/orbits/divisor.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stasis::stability {

namespace {

/// Finds the row of ranks in which a member of one kind compares its choices.
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

  /// `row`: a row of the watcher's space; the digit of the mover's block does not matter. `w`: the histogram
  /// of the members of that block who stay.
  void at(std::uint64_t row, std::uint32_t w) {
    fixed_ = 0;
    for (const Digit& digit : digits_)
      fixed_ += (digit.ofMover ? w : digitOf(row, digit.hereStride, digit.hereSize)) * digit.thereStride;
    const std::uint64_t own = byStayers_ ? w : hasOwn_ ? digitOf(row, ownStride_, ownSize_) : 0;
    ups_ = more_->up.data() + own * more_->choices;
  }
  /// The first orbit of that row if the watcher makes this choice.
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
  std::vector<Digit> digits_; ///< of the mover's space, without that of the watcher's kind
  std::uint64_t moverChoices_;
  std::uint64_t watcherStride_ = 0;
  bool byStayers_ = false; ///< mover and watcher are of one kind
  bool hasOwn_ = false;
  Divisor ownStride_{1}, ownSize_{1};
  const OneMore* more_ = nullptr;
  std::uint64_t fixed_ = 0;
  const std::uint32_t* ups_ = nullptr;
};

BlockSteps stepsOf(AlikeConflict& alike, const OrbitRanks& watcher, std::size_t b) {
  const OrbitBlock& block = watcher.space.blocks()[b];
  const std::size_t members = block.members.size();
  const std::size_t choices = alike.kinds[block.kind].choices.size();
  BlockSteps steps;
  steps.stride = block.stride / watcher.space.own().size();
  steps.size = block.size();
  steps.fewer = alike.tables.of(members - 1, choices).size();
  steps.choices = choices;
  steps.more = &alike.tables.oneMore(members - 1, choices);
  return steps;
}

/// [to c, from b]: all ones if one move leads from b to c.
std::vector<std::uint8_t> openMoves(const OwnChoices& choices) {
  std::vector<std::uint8_t> open(choices.size() * choices.size());
  for (std::size_t c = 0; c < choices.size(); ++c)
    for (std::size_t b = 0; b < choices.size(); ++b)
      open[c * choices.size() + b] = choices.leads(b, c) ? 0xFF : 0;
  return open;
}

/// A row of ranks as one vector: two options make four choices, three make eight. Ranks are shifted to signed
/// numbers, which every processor can compare. 0, which is not feasible, becomes the greatest: no step leads
/// from it, and a step that leads to it finds no low there.
template <std::size_t Size> struct RowOfCodes {
  using Ranks __attribute__((vector_size(Size * sizeof(RankCode)))) = RankCode;
  using Codes __attribute__((vector_size(Size * sizeof(RankCode)))) = std::int16_t;
  using Bytes __attribute__((vector_size(Size))) = std::uint8_t;

  static Codes at(const RankCode* codes) {
    Ranks row;
    std::memcpy(&row, codes, sizeof row);
    row += static_cast<RankCode>(std::numeric_limits<std::int16_t>::max());
    Codes raised;
    std::memcpy(&raised, &row, sizeof raised);
    return raised;
  }
};

class Improvements {
public:
  Improvements(AlikeConflict& alike, const OrbitRanks& watcher, const OrbitRanks& mover, std::size_t block)
      : watcher_(watcher), mover_(mover), rows_(alike, watcher, mover),
        open_(openMoves(alike.kinds[mover.space.own().kind].choices)),
        steps_(stepsOf(alike, watcher, block)) {}

  BlockSteps made(const Errand& errand) {
    const std::size_t vectors = vectorsOf(watcher_.space.own().size());
    const std::uint64_t highs = watcher_.rows() / steps_.stride / steps_.size;
    steps_.masks.resize(highs * steps_.fewer * steps_.stride * vectors * open_.size());
    std::uint8_t* masks = steps_.masks.data();
    std::uint64_t done = 0;
    for (std::uint64_t high = 0; high < highs; ++high)
      for (std::uint32_t w = 0; w < steps_.fewer; ++w)
        for (std::uint64_t low = 0; low < steps_.stride; ++low) {
          if (++done % 4096 == 0)
            errand.check();
          rows_.at(high * steps_.size * steps_.stride + low, w);
          for (std::size_t v = 0; v < vectors; ++v, masks += open_.size())
            compare(v, masks);
        }
    return std::move(steps_);
  }

private:
  /// Compares every b with every c for this vector of own choices.
  void compare(std::size_t v, std::uint8_t* masks) {
    const std::size_t first = v * lanesOfVector;
    const std::size_t end = std::min<std::size_t>(first + lanesOfVector, watcher_.space.own().size());
    if (steps_.choices == 8)
      return compareRow<8>(first, end, masks);
    if (steps_.choices == 4)
      return compareRow<4>(first, end, masks);
    const std::size_t choices = steps_.choices;
    for (std::size_t a = first; a < end; ++a) {
      const RankCode* codes = mover_.codes.data() + rows_.firstOrbit(a);
      for (std::size_t c = 0; c < choices; ++c)
        for (std::size_t b = 0; b < choices; ++b) {
          const bool better = (codes[b] != 0) & (codes[b] < codes[c]);
          masks[c * choices + b] |= static_cast<std::uint8_t>(open_[c * choices + b] & better << (a - first));
        }
    }
  }

  /// Choices side by side: each is compared with all others at once.
  template <std::size_t Size> void compareRow(std::size_t first, std::size_t end, std::uint8_t* masks) {
    using Row = RowOfCodes<Size>;
    std::array<typename Row::Codes, Size> better{};
    for (std::size_t a = first; a < end; ++a) {
      const typename Row::Codes codes = Row::at(mover_.codes.data() + rows_.firstOrbit(a));
      const auto bit = static_cast<std::int16_t>(1U << (a - first));
      for (std::size_t c = 0; c < Size; ++c)
        better[c] |= (codes < codes[c]) & bit;
    }
    for (std::size_t c = 0; c < Size; ++c) {
      typename Row::Bytes open;
      std::memcpy(&open, open_.data() + c * Size, Size);
      open &= __builtin_convertvector(better[c], typename Row::Bytes);
      std::memcpy(masks + c * Size, &open, Size);
    }
  }

  const OrbitRanks& watcher_;
  const OrbitRanks& mover_;
  RowsOfMovers rows_;
  std::vector<std::uint8_t> open_; ///< [to c, from b]
  BlockSteps steps_;
};

} // namespace

StepGraph moveSteps(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind) {
  const OrbitRanks& watcher = ranks[kind];
  StepGraph graph{watcher.space.own().size(), watcher.rows(), {}};
  for (std::size_t b = 0; b + 1 < watcher.space.blocks().size(); ++b) {
    const auto& choices = alike.kinds[watcher.space.blocks()[b].kind].choices;
    graph.blocks.push_back(stepsOf(alike, watcher, b));
    graph.blocks.back().masks = openMoves(choices);
    graph.blocks.back().everywhere = true;
  }
  return graph;
}

StepGraph improvementSteps(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                           const Errand& errand) {
  const OrbitRanks& watcher = ranks[kind];
  StepGraph graph{watcher.space.own().size(), watcher.rows(), {}};
  for (std::size_t b = 0; b + 1 < watcher.space.blocks().size(); ++b) {
    const OrbitRanks& mover = ranks[watcher.space.blocks()[b].kind];
    graph.blocks.push_back(Improvements(alike, watcher, mover, b).made(errand));
  }
  return graph;
}

} // namespace stasis::stability
