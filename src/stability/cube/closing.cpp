#include "stability/cube/closing.h"

#include "stability/cube/buffer.h"
#include "stability/cube/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <cstring>

namespace stasis::stability::cube {

using model::Sanctions;

namespace {

/// The values and ranks of a block take no more than this.
constexpr std::size_t blockBytes = std::size_t{1} << 20;
/// Columns a thread takes at once.
constexpr std::size_t manyColumns = 4096;

template <class U> class Closing {
public:
  Closing(const Field<U>& field, std::size_t own, Sanctions sanctions, U* first, U* second,
          const Errand& errand)
      : field_(field), layout_(field.layout), improving_(sanctions == Sanctions::improvements), first_(first),
        second_(second), errand_(errand), waiting_(field.columns()) {
    std::size_t ranked = 0;
    for (std::size_t d = 0; d < field.parties.size(); ++d) {
      if (d == own || (improving_ && !field.parties[d].prefers()))
        continue;
      (layout_.isInner(d) ? inner_ : outer_).push_back(d);
      everyone_ |= bitOf(d);
      ++ranked;
    }
    chooseBlocks(sizeof(U) * (2 + ranked));
  }

  void run() {
    if (everyone_ == 0)
      return;
    const std::size_t used = field_.usedColumns();
    std::fill_n(waiting_.data(), used, everyone_);
    std::fill(waiting_.data() + used, waiting_.data() + field_.columns(), 0);
    do {
      again_ = false;
      visitBlocks();
      for (const std::size_t d : outer_)
        if (!inBlock(d))
          visitFrames(d);
    } while (again_ && !atOnce());
  }

private:
  /// Along moves through a full cube the order of the other parties does not matter: one visit of each is
  /// enough.
  bool atOnce() const { return !improving_ && !field_.holes; }

  /// The digits of the row have one bit together, since they are visited together.
  std::uint32_t bitOf(std::size_t digit) const {
    return layout_.isInner(digit) ? 1 : std::uint32_t{2} << (digit - layout_.inner);
  }

  /// A block holds whole cells of low digits and whole tiles; if that is impossible, a block is a tile.
  void chooseBlocks(std::size_t bytesPerLane) {
    blockLanes_ = layout_.tileSize();
    for (std::size_t d = layout_.inner; d <= field_.parties.size(); ++d) {
      const std::size_t lanes = d < field_.parties.size() ? layout_.stride[d] : layout_.rows * layout_.padded;
      if (lanes % layout_.tileSize() == 0 && lanes * bytesPerLane <= blockBytes)
        blockLanes_ = lanes;
    }
  }

  /// Whether the digit's cells lie within blocks.
  bool inBlock(std::size_t digit) const {
    return blockLanes_ % (layout_.stride[digit] * field_.radix(digit)) == 0;
  }

  void visitBlocks() {
    const std::size_t columns = blockLanes_ / layout_.lanes;
    const std::size_t blocks = (field_.columns() + columns - 1) / columns;
    inParallel(blocks, std::max<std::size_t>(1, manyColumns / columns), errand_,
               [&](std::size_t b, std::size_t end) {
                 Scratch scratch(inner_.empty() ? 0 : layout_.tileSize());
                 for (; b < end; ++b)
                   visitBlock(b * columns, std::min((b + 1) * columns, field_.columns()), scratch);
               });
  }

  struct Scratch {
    explicit Scratch(std::size_t size) : first(size), second(size), back(size) {}
    Buffer<U> first, second, back;
    std::vector<std::uint32_t> waiting;
  };

  void visitBlock(std::size_t begin, std::size_t end, Scratch& scratch) {
    bool changed = true;
    while (changed) {
      changed = false;
      if (!inner_.empty())
        for (std::size_t tile = begin; tile < end; tile += layout_.padded)
          changed |= visitTile(tile, scratch);
      for (const std::size_t d : outer_)
        if (inBlock(d))
          field_.frames(d, begin, end, [&](std::size_t column) { changed |= visitFrame(d, column); });
      changed = changed && !atOnce();
      if (changed)
        errand_.check();
    }
  }

  /// Visits a digit whose cells do not fit in a block.
  void visitFrames(std::size_t digit) {
    const std::size_t stride = layout_.stride[digit] / layout_.lanes;
    const std::size_t cell = stride * field_.radix(digit);
    const std::size_t grain = std::max<std::size_t>(1, manyColumns / field_.radix(digit));
    inParallel(field_.usedColumns() / field_.radix(digit), grain, errand_,
               [&](std::size_t f, std::size_t end) {
                 bool changed = false;
                 for (; f < end; ++f)
                   changed |= visitFrame(digit, f / stride * cell + f % stride);
                 if (changed)
                   again_ = true;
               });
  }

  bool visitFrame(std::size_t digit, std::size_t column) {
    if (field_.isWide(digit))
      return visitWide(digit, waiting_.data() + column, bitOf(digit), everyone_, column * layout_.lanes,
                       field_.alive, first_ + column * layout_.lanes, second_ + column * layout_.lanes);
    const std::size_t stride = layout_.stride[digit] / layout_.lanes;
    const std::size_t radix = field_.radix(digit);
    const std::uint32_t own = bitOf(digit);
    Choices active;
    std::uint32_t* waiting = waiting_.data() + column;
    for (std::size_t c = 0; c < radix; ++c)
      if ((waiting[c * stride] & own) != 0) {
        active.add(c);
        waiting[c * stride] &= ~own;
      }
    if (!active.any())
      return false;
    Choices changed;
    fold(digit, column * layout_.lanes, field_.alive, first_ + column * layout_.lanes,
         second_ + column * layout_.lanes, active, changed);
    const std::uint32_t others = everyone_ & ~own;
    if (others == 0 || !changed.any())
      return false;
    for (std::size_t c = 0; c < radix; ++c)
      if (changed.has(c))
        waiting[c * stride] |= others;
    return true;
  }

  void fold(std::size_t digit, std::size_t lane, const U* alive, U* first, U* second, const Choices& active,
            Choices& changed) const {
    const auto& party = field_.parties[digit];
    const std::size_t stride = layout_.stride[digit];
    if (improving_)
      return field_.kernels.improve(first, second, party.ranks + lane, stride, party.moves.view(), active,
                                    changed);
    alive = field_.holes ? alive + lane : nullptr;
    field_.kernels.spread(first, alive, stride, party.moves.view(), changed);
    field_.kernels.spread(second, alive, stride, party.moves.view(), changed);
  }

  /// A frame of a party with many choices: the whole of it is read if any column waits. `waiting` is that of
  /// the first column; `own` and `everyone` are bits of it; ranks of the frame begin at `lane`.
  bool visitWide(std::size_t digit, std::uint32_t* waiting, std::uint32_t own, std::uint32_t everyone,
                 std::size_t lane, const U* alive, U* first, U* second) const {
    const std::size_t columns = layout_.stride[digit] / layout_.lanes; // from one choice to the next
    const WideFrame frame = field_.wideFrame(digit);
    bool any = false;
    for (std::size_t c = 0; c < frame.choices; ++c) {
      any |= (waiting[c * columns] & own) != 0;
      waiting[c * columns] &= ~own;
    }
    if (!any)
      return false;
    errand_.check();
    std::vector<std::uint8_t> changed(frame.choices);
    if (improving_) {
      improveWide(first, second, field_.parties[digit].ranks + lane, frame, Toward::worse, changed);
    } else {
      alive = field_.holes ? alive + lane : nullptr;
      spreadWide(first, alive, frame, changed);
      spreadWide(second, alive, frame, changed);
    }
    any = false;
    for (std::size_t c = 0; c < frame.choices; ++c)
      if (changed[c] != 0) {
        waiting[c * columns] |= everyone & ~own;
        any = true;
      }
    return any;
  }

  // --- a tile: the digits of the row

  bool visitTile(std::size_t column, Scratch& scratch) {
    std::uint32_t any = 0;
    for (std::size_t c = column; c < column + layout_.padded; ++c) {
      any |= waiting_[c] & 1;
      waiting_[c] &= ~std::uint32_t{1};
    }
    if (any == 0)
      return false;
    const std::size_t lane = column * layout_.lanes;
    field_.turn(first_ + lane, scratch.first.data());
    field_.turn(second_ + lane, scratch.second.data());
    if (!closeRow(lane, scratch))
      return false;
    const bool one = putBack(scratch.first, first_ + lane, column, scratch);
    const bool two = putBack(scratch.second, second_ + lane, column, scratch);
    return one || two;
  }

  /// Visits all digits of the row until none changes anything.
  bool closeRow(std::size_t lane, Scratch& scratch) const {
    bool any = false;
    const std::uint32_t everyone = (std::uint32_t{1} << inner_.size()) - 1;
    scratch.waiting.assign(layout_.width, everyone);
    for (bool again = true; again;) {
      again = false;
      for (std::size_t k = 0; k < inner_.size(); ++k)
        field_.turnedFrames(
            inner_[k], [&](std::size_t column) { again |= visitTurned(k, column, lane, scratch, everyone); });
      any |= again;
      again = again && inner_.size() > 1 && !atOnce();
    }
    return any;
  }

  bool visitTurned(std::size_t k, std::size_t column, std::size_t lane, Scratch& scratch,
                   std::uint32_t everyone) const {
    const std::size_t digit = inner_[k];
    const std::size_t stride = layout_.stride[digit] / layout_.lanes;
    const std::uint32_t own = std::uint32_t{1} << k;
    std::uint32_t* waiting = scratch.waiting.data() + column;
    if (field_.isWide(digit))
      return visitWide(digit, waiting, own, everyone, lane + column * layout_.lanes, field_.turnedAlive,
                       scratch.first.data() + column * layout_.lanes,
                       scratch.second.data() + column * layout_.lanes);
    Choices active;
    for (std::size_t c = 0; c < field_.radix(digit); ++c)
      if ((waiting[c * stride] & own) != 0) {
        active.add(c);
        waiting[c * stride] &= ~own;
      }
    if (!active.any())
      return false;
    Choices changed;
    const std::size_t within = column * layout_.lanes;
    fold(digit, lane + within, field_.turnedAlive, scratch.first.data() + within,
         scratch.second.data() + within, active, changed);
    if (!changed.any())
      return false;
    for (std::size_t c = 0; c < field_.radix(digit); ++c)
      if (changed.has(c))
        waiting[c * stride] |= everyone & ~own;
    return true;
  }

  /// A column that changed waits for every party whose digit is not in the row.
  bool putBack(const Buffer<U>& turned, U* values, std::size_t column, Scratch& scratch) {
    field_.turnBack(turned.data(), scratch.back.data());
    bool any = false;
    for (std::size_t c = 0; c < layout_.padded; ++c) {
      const U* now = scratch.back.data() + c * layout_.lanes;
      U* before = values + c * layout_.lanes;
      if (std::memcmp(now, before, columnBytes) == 0)
        continue;
      std::memcpy(before, now, columnBytes);
      waiting_[column + c] |= everyone_ & ~std::uint32_t{1};
      any = true;
    }
    return any;
  }

  const Field<U>& field_;
  const Layout& layout_;
  bool improving_;
  U* first_;
  U* second_;
  const Errand& errand_;
  std::vector<std::size_t> inner_, outer_; ///< digits of the others
  std::uint32_t everyone_ = 0;
  std::size_t blockLanes_ = 0;
  Buffer<std::uint32_t> waiting_; ///< by column: the parties that have not visited it since it changed
  std::atomic<bool> again_ = false;
};

} // namespace

template <class U>
void close(const Field<U>& field, std::size_t own, Sanctions sanctions, U* first, U* second,
           const Errand& errand) {
  Closing<U>(field, own, sanctions, first, second, errand).run();
}

template void close(const Field<std::uint8_t>&, std::size_t, Sanctions, std::uint8_t*, std::uint8_t*,
                    const Errand&);
template void close(const Field<std::uint16_t>&, std::size_t, Sanctions, std::uint16_t*, std::uint16_t*,
                    const Errand&);
template void close(const Field<std::uint32_t>&, std::size_t, Sanctions, std::uint32_t*, std::uint32_t*,
                    const Errand&);

} // namespace stasis::stability::cube
