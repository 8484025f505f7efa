#include "stability/cube/work.h"

#include "stability/cube/buffer.h"
#include "stability/cube/closing.h"
#include "stability/cube/in_parallel.h"
#include "stability/cube/preference_numbers.h"

#include <algorithm>
#include <atomic>

namespace stasis::stability::cube {

using model::PartyId;
using model::Sanctions;

namespace {

/// Columns and tiles a thread takes at once.
constexpr std::size_t manyLanes = std::size_t{1} << 17;

template <class U> class WorkOf : public Work {
public:
  WorkOf(const Shape& shape, const Feasible& feasible, std::vector<PreferenceNumbers>& preferences,
         const Errand& errand)
      : shape_(shape), feasible_(feasible), errand_(errand),
        field_{shape, Layout(shape, columnLanes<U>), lanesOf<U>(kernels()), {}, !feasible.full()},
        layout_(field_.layout) {
    for (std::size_t i = 0; i < preferences.size(); ++i) {
      const auto digit = shape.digitOf(PartyId(i));
      turned_.push_back(digit && layout_.isInner(*digit));
      bounds_.push_back(preferences[i].bound());
      ranks_.emplace_back();
      ranks_.back() = ranksOf(preferences[i], turned_.back());
      if (bounds_.back() <= 1)
        ranks_.back() = {};
      preferences[i].release();
    }
    for (const Digit& digit : shape.digits())
      field_.parties.push_back({ChoiceMoves(digit), ranks_[digit.party.index()].data(),
                                static_cast<std::size_t>(bounds_[digit.party.index()])});
    if (field_.holes)
      findAlive();
  }

  unsigned bitsOfRank() const override { return 8 * sizeof(U); }
  std::uint64_t bound(PartyId party) const override { return bounds_[party.index()]; }

  std::uint64_t rank(PartyId party, std::size_t number) const override {
    const Buffer<U>& ranks = ranks_[party.index()];
    if (ranks.data() == nullptr)
      return 0;
    return static_cast<U>(ranks[isTurned(party) ? layout_.turnedLaneOf(number) : layout_.laneOf(number)] ^
                          topBit<U>);
  }

  std::vector<std::optional<std::size_t>> stateOfEachRank(PartyId party) const override {
    constexpr std::size_t none = ~std::size_t{0};
    std::vector<std::size_t> found(bound(party), none);
    const Buffer<U>& ranks = ranks_[party.index()];
    const std::size_t step = isTurned(party) ? layout_.lanes : 1;
    for (std::size_t begin = 0; begin < shape_.size(); begin += layout_.width) {
      if (begin / layout_.width % 4096 == 0)
        errand_.check();
      const std::size_t lane = isTurned(party) ? layout_.turnedLaneOf(begin) : layout_.laneOf(begin);
      for (std::size_t k = 0; k < layout_.width; ++k) {
        const std::uint64_t at =
            ranks.data() == nullptr ? 0 : static_cast<U>(ranks[lane + k * step] ^ topBit<U>);
        if (at < found.size() && found[at] == none && feasible_.has(begin + k))
          found[at] = begin + k;
      }
    }
    std::vector<std::optional<std::size_t>> states;
    for (const std::size_t n : found)
      states.push_back(n != none ? std::optional(n) : std::nullopt);
    return states;
  }

  BothVerdicts judge(PartyId party, Sanctions sanctions, std::span<const Rank> beyond) override {
    const auto digit = shape_.digitOf(party);
    const bool sanctioned = sanctions != Sanctions::none;
    const bool strong = sanctioned && !beyond.empty();
    if (!digit || !field_.parties[*digit].prefers()) { // the party likes no state better than another
      const SetWords all = wordsOf(shape_, feasible_);
      return {{all, sanctioned ? all : SetWords()}, {strong ? all : SetWords(), strong ? all : SetWords()}};
    }
    const auto& own = field_.parties[*digit];
    const std::size_t stride = layout_.stride[*digit];
    allocate();
    if (!sanctioned) {
      eachFrame(*digit, Values::one, Read::no, [&](U* first, U*, const U* rank) {
        field_.kernels.judgeNash(first, rank, stride, own.moves.view());
      });
      return {{wordsFrom(first_), {}}, {}};
    }
    alongMoves(*digit, Read::no, field_.kernels.begin);
    close<U>(field_, *digit, sanctions, first_.data(), second_.data(), errand_);
    if (strong)
      lookBeyond(beyond);
    BothVerdicts verdicts{judgeSanctioned(*digit), {}};
    if (strong) {
      std::swap(first_, spareFirst_);
      std::swap(second_, spareSecond_);
      verdicts.strong = judgeSanctioned(*digit);
    }
    return verdicts;
  }

  TreeVerdicts judgeTree(PartyId party, Sanctions sanctions, std::optional<std::size_t> rounds) override {
    const auto digit = shape_.digitOf(party);
    if (!digit || !field_.parties[*digit].prefers())
      return {wordsOf(shape_, feasible_), wordsOf(shape_, feasible_)};
    allocate();
    alongMoves(*digit, Read::no, field_.kernels.begin);
    for (std::size_t round = 0; round != rounds; ++round) {
      errand_.check();
      if (!rounds)
        keepStart();
      close<U>(field_, *digit, sanctions, first_.data(), second_.data(), errand_);
      alongMovesApart(*digit, field_.kernels.lookFurther);
      if (!rounds && isAtStart())
        break;
    }
    alongMovesApart(*digit, field_.kernels.atRank);
    return {wordsFrom(first_), wordsFrom(second_)};
  }

  SetWords rankedAtMost(PartyId party, std::uint64_t rank) override {
    if (ranks_[party.index()].data() == nullptr)
      return wordsOf(shape_, feasible_);
    allocate();
    const U* ranks = ranks_[party.index()].data();
    const U bound = static_cast<U>(static_cast<U>(rank) ^ topBit<U>);
    const bool turned = isTurned(party);
    inParallel(layout_.tiles(), tilesAtOnce(), errand_, [&](std::size_t tile, std::size_t end) {
      Buffer<U> scratch(turned ? layout_.tileSize() : 0);
      for (; tile < end; ++tile) {
        const std::size_t lane = tile * layout_.tileSize();
        U* values = first_.data() + lane;
        field_.kernels.atMost(ranks + lane, layout_.tileSize(), bound, turned ? scratch.data() : values);
        if (turned)
          field_.turnBack(scratch.data(), values);
      }
    });
    return wordsFrom(first_);
  }

  SetWords moved(const SetWords& set, PartyId party, model::Relation kind, Way way) override {
    const auto digit = shape_.digitOf(party);
    if (!digit || (kind == model::Relation::better && !field_.parties[*digit].prefers()))
      return set;
    allocate();
    valuesFrom(set);
    const ChoiceMoves backwards = ChoiceMoves::backwards(shape_.digits()[*digit]);
    const MovesView& moves = way == Way::into ? field_.parties[*digit].moves.view() : backwards.view();
    eachFrame(*digit, Values::one, Read::yes, [&](U* values, U*, const U* rank) {
      if (field_.isWide(*digit))
        moveWide(*digit, values, rank, kind, way);
      else
        moveFrame(*digit, values, rank, moves, kind, way);
    });
    SetWords reached = wordsFrom(first_);
    for (std::size_t w = 0; w < reached.size(); ++w)
      reached[w] &= feasible_.word(w);
    return reached;
  }

  std::uint64_t countMoves(PartyId party) const override {
    const auto digit = shape_.digitOf(party);
    if (!digit)
      return 0;
    const MovesView& moves = field_.parties[*digit].moves.view();
    if (field_.holes)
      return sumOverFrames(*digit, layout_.isInner(*digit) ? field_.turnedAlive : field_.alive,
                           field_.kernels.countMoves, countMovesWide<U>);
    std::uint64_t inCell = 0;
    for (std::uint32_t g = 0; g < moves.groupCount; ++g)
      inCell += std::uint64_t{moves.groups[g].memberCount} * (moves.groups[g].sourceCount - 1);
    return inCell * (shape_.size() / field_.radix(*digit));
  }

  std::uint64_t countImprovements(PartyId party) const override {
    const auto digit = shape_.digitOf(party);
    if (!digit || !field_.parties[*digit].prefers())
      return 0;
    return sumOverFrames(*digit, field_.parties[*digit].ranks, field_.kernels.countBetter,
                         countBetterWide<U>);
  }

private:
  /// The verdicts that follow from the value of each state's worst sanction.
  Verdicts judgeSanctioned(std::size_t digit) {
    alongMovesApart(digit, field_.kernels.judge);
    return {wordsFrom(first_), wordsFrom(second_)};
  }

  /// Keeps both values, to see later whether they have changed.
  void keepStart() {
    if (spareFirst_.data() == nullptr) {
      spareFirst_ = Buffer<U>(layout_.size());
      spareSecond_ = Buffer<U>(layout_.size());
    }
    std::copy_n(first_.data(), layout_.size(), spareFirst_.data());
    std::copy_n(second_.data(), layout_.size(), spareSecond_.data());
  }
  bool isAtStart() const {
    return std::equal(first_.data(), first_.data() + layout_.size(), spareFirst_.data()) &&
           std::equal(second_.data(), second_.data() + layout_.size(), spareSecond_.data());
  }

  /// Replaces each least value, kept as a complement, by the complement of what lies beyond it.
  void lookBeyond(std::span<const Rank> beyond) {
    if (spareFirst_.data() == nullptr) {
      spareFirst_ = Buffer<U>(layout_.size());
      spareSecond_ = Buffer<U>(layout_.size());
    }
    std::vector<U> kept(beyond.size()); // complements of `beyond`
    std::ranges::transform(beyond, kept.begin(), [](Rank rank) { return static_cast<U>(~rank); });
    const auto look = [&](U value) {
      const U least = static_cast<U>(~value);
      return least < kept.size() ? kept[least] : U{0};
    };
    inParallel(layout_.size(), manyLanes, errand_, [&](std::size_t lane, std::size_t end) {
      for (; lane < end; ++lane) {
        spareFirst_[lane] = look(first_[lane]);
        spareSecond_[lane] = look(second_[lane]);
      }
    });
  }

  bool isTurned(PartyId party) const { return turned_[party.index()]; }
  std::size_t tilesAtOnce() const { return std::max<std::size_t>(1, manyLanes / layout_.tileSize()); }

  // --- ranks

  Buffer<U> ranksOf(PreferenceNumbers& preference, bool turned) const {
    Buffer<U> ranks(layout_.size());
    if (layout_.size() != shape_.size())
      std::fill_n(ranks.data(), layout_.size(), hole<U>);
    const auto alive = [&](std::size_t begin) {
      return feasible_.full() ? nullptr
                              : reinterpret_cast<const std::uint8_t*>(feasible_.words() + begin / 64);
    };
    preference.each(
        [&](std::size_t begin, std::size_t count, const std::uint16_t* numbers) {
          place(begin, count, ranks,
                [&](U* to) { field_.kernels.store16(numbers, alive(begin), blockNumbers, to); });
        },
        [&](std::size_t begin, std::size_t count, const std::uint32_t* numbers) {
          place(begin, count, ranks,
                [&](U* to) { field_.kernels.store32(numbers, alive(begin), blockNumbers, to); });
        },
        errand_);
    if (turned)
      turnAll(ranks);
    return ranks;
  }

  /// Stores a block of numbers in its rows.
  template <class Store>
  void place(std::size_t begin, std::size_t count, Buffer<U>& ranks, Store store) const {
    if (layout_.padded == layout_.width && count == blockNumbers)
      return store(ranks.data() + begin);
    alignas(columnBytes) U block[blockNumbers];
    store(block);
    for (std::size_t at = 0; at < count;) {
      const std::size_t inRow = std::min(count - at, layout_.width - (begin + at) % layout_.width);
      std::copy_n(block + at, inRow, ranks.data() + layout_.laneOf(begin + at));
      at += inRow;
    }
  }

  void turnAll(Buffer<U>& ranks) const {
    inParallel(layout_.tiles(), tilesAtOnce(), errand_, [&](std::size_t tile, std::size_t end) {
      Buffer<U> scratch(layout_.tileSize());
      for (; tile < end; ++tile) {
        U* at = ranks.data() + tile * layout_.tileSize();
        std::copy_n(at, layout_.tileSize(), scratch.data());
        field_.turn(scratch.data(), at);
      }
    });
  }

  /// Finds ranks in which holes are marked, row by row; if no party's are stored that way, makes some.
  void findAlive() {
    for (std::size_t i = 0; i < ranks_.size(); ++i)
      if (ranks_[i].data() != nullptr)
        (isTurned(PartyId(i)) ? field_.turnedAlive : field_.alive) = ranks_[i].data();
    if (field_.alive == nullptr) {
      made_.push_back(sameRanks());
      field_.alive = made_.back().data();
    }
    if (field_.turnedAlive == nullptr) {
      made_.push_back(sameRanks());
      turnAll(made_.back());
      field_.turnedAlive = made_.back().data();
    }
  }

  Buffer<U> sameRanks() const {
    Buffer<U> ranks(layout_.size());
    std::fill_n(ranks.data(), layout_.size(), hole<U>);
    for (std::size_t n = 0; n < shape_.size(); ++n)
      if (feasible_.has(n))
        ranks[layout_.laneOf(n)] = topBit<U>;
    return ranks;
  }

  // --- frames

  void allocate() {
    if (first_.data() != nullptr)
      return;
    first_ = Buffer<U>(layout_.size());
    second_ = Buffer<U>(layout_.size());
    const std::size_t used = layout_.rows * layout_.padded;
    for (Buffer<U>* values : {&first_, &second_})
      std::fill(values->data() + used, values->data() + layout_.size(), U{0});
  }

  enum class Values : std::uint8_t { one, two };
  enum class Read : bool { no, yes };

  /// Calls `visit(first, second, rank)` for every frame of a digit. If the digit is in the row, values are
  /// turned before the call (where they are read) and turned back after it.
  template <class Visit> void eachFrame(std::size_t digit, Values values, Read read, Visit visit) {
    const U* ranks = field_.parties[digit].ranks;
    if (ranks == nullptr)
      ranks = layout_.isInner(digit) ? field_.turnedAlive : field_.alive;
    if (layout_.isInner(digit))
      return eachTurnedFrame(digit, ranks, values, read, visit);
    const std::size_t stride = layout_.stride[digit] / layout_.lanes;
    const std::size_t cell = stride * field_.radix(digit);
    const std::size_t grain = std::max<std::size_t>(1, manyLanes / layout_.lanes / field_.radix(digit));
    inParallel(
        field_.usedColumns() / field_.radix(digit), grain, errand_, [&](std::size_t f, std::size_t end) {
          for (; f < end; ++f) {
            const std::size_t lane = (f / stride * cell + f % stride) * layout_.lanes;
            visit(first_.data() + lane, second_.data() + lane, ranks == nullptr ? nullptr : ranks + lane);
          }
        });
  }

  template <class Visit>
  void eachTurnedFrame(std::size_t digit, const U* ranks, Values values, Read read, Visit& visit) {
    inParallel(layout_.tiles(), tilesAtOnce(), errand_, [&](std::size_t tile, std::size_t end) {
      Buffer<U> one(layout_.tileSize());
      Buffer<U> two(values == Values::two ? layout_.tileSize() : 0);
      std::fill_n(one.data(), one.size(), U{0});
      std::fill_n(two.data(), two.size(), U{0});
      for (; tile < end; ++tile) {
        const std::size_t lane = tile * layout_.tileSize();
        if (read == Read::yes) {
          field_.turn(first_.data() + lane, one.data());
          if (values == Values::two)
            field_.turn(second_.data() + lane, two.data());
        }
        field_.turnedFrames(digit, [&](std::size_t column) {
          const std::size_t within = column * layout_.lanes;
          visit(one.data() + within, two.data() + within, ranks == nullptr ? nullptr : ranks + lane + within);
        });
        field_.turnBack(one.data(), first_.data() + lane);
        if (values == Values::two)
          field_.turnBack(two.data(), second_.data() + lane);
      }
    });
  }

  /// A kernel on both values of every frame of a digit, along the moves of its party.
  template <class Kernel> void alongMoves(std::size_t digit, Read read, Kernel kernel) {
    const MovesView& moves = field_.parties[digit].moves.view();
    const std::size_t stride = layout_.stride[digit];
    eachFrame(digit, Values::two, read,
              [&](U* first, U* second, const U* rank) { kernel(first, second, rank, stride, moves); });
  }
  /// The same on each of the values by itself.
  template <class Kernel> void alongMovesApart(std::size_t digit, Kernel kernel) {
    alongMoves(digit, Read::yes,
               [&](U* first, U* second, const U* rank, std::size_t stride, const MovesView& moves) {
                 kernel(first, rank, stride, moves);
                 kernel(second, rank, stride, moves);
               });
  }

  /// `inWide` counts in the frames of a party with many choices, `count` in all others.
  template <class Count, class InWide>
  std::uint64_t sumOverFrames(std::size_t digit, const U* ranks, Count count, InWide inWide) const {
    const MovesView& moves = field_.parties[digit].moves.view();
    const auto inFrame = [&](const U* frame) {
      return field_.isWide(digit) ? inWide(frame, field_.wideFrame(digit))
                                  : count(frame, layout_.stride[digit], moves);
    };
    std::atomic<std::uint64_t> sum = 0;
    if (!layout_.isInner(digit)) {
      const std::size_t stride = layout_.stride[digit] / layout_.lanes;
      const std::size_t cell = stride * field_.radix(digit);
      const std::size_t grain = std::max<std::size_t>(1, manyLanes / layout_.lanes / field_.radix(digit));
      inParallel(field_.usedColumns() / field_.radix(digit), grain, errand_,
                 [&](std::size_t f, std::size_t end) {
                   std::uint64_t own = 0;
                   for (; f < end; ++f)
                     own += inFrame(ranks + (f / stride * cell + f % stride) * layout_.lanes);
                   sum += own;
                 });
      return sum;
    }
    inParallel(layout_.tiles(), tilesAtOnce(), errand_, [&](std::size_t tile, std::size_t end) {
      std::uint64_t own = 0;
      for (; tile < end; ++tile)
        field_.turnedFrames(digit, [&](std::size_t column) {
          own += inFrame(ranks + tile * layout_.tileSize() + column * layout_.lanes);
        });
      sum += own;
    });
    return sum;
  }

  /// The same as `moveFrame` for a party with many choices, in place.
  void moveWide(std::size_t digit, U* values, const U* rank, model::Relation kind, Way way) const {
    const WideFrame frame = field_.wideFrame(digit);
    std::vector<std::uint8_t> changed(frame.choices);
    if (kind == model::Relation::always)
      spreadWide<U>(values, nullptr, frame, changed);
    else
      improveWide<U>(values, nullptr, rank, frame, way == Way::into ? Toward::worse : Toward::better,
                     changed);
  }

  /// One fold over a frame in memory of its own. Backwards along improvements, a better state receives from a
  /// worse one: the same fold with the order of ranks reversed.
  void moveFrame(std::size_t digit, U* values, const U* rank, const MovesView& moves, model::Relation kind,
                 Way way) const {
    const std::size_t stride = layout_.stride[digit];
    alignas(columnBytes) U own[mostChoices * columnLanes<U>];
    alignas(columnBytes) U ranks[mostChoices * columnLanes<U>];
    Choices active;
    for (std::size_t c = 0; c < moves.choices; ++c) {
      U* at = own + c * layout_.lanes;
      std::copy_n(values + c * stride, layout_.lanes, at);
      if (std::any_of(at, at + layout_.lanes, [](U value) { return value != 0; }))
        active.add(c);
    }
    if (!active.any())
      return;
    Choices changed;
    if (kind == model::Relation::always) {
      field_.kernels.spread(own, nullptr, layout_.lanes, moves, changed);
    } else {
      for (std::size_t c = 0; c < moves.choices; ++c)
        for (std::size_t k = 0; k < layout_.lanes; ++k) {
          const U stored = rank[c * stride + k];
          ranks[c * layout_.lanes + k] = way == Way::into ? stored : static_cast<U>(~stored);
        }
      field_.kernels.improve(own, own, ranks, layout_.lanes, moves, active, changed);
    }
    for (std::size_t c = 0; c < moves.choices; ++c)
      if (changed.has(c))
        std::copy_n(own + c * layout_.lanes, layout_.lanes, values + c * stride);
  }

  // --- words

  SetWords wordsFrom(const Buffer<U>& values) const {
    SetWords words((shape_.size() + 63) / 64 + 1, 0);
    if (layout_.padded == layout_.width) {
      constexpr std::size_t piece = 4096; // whole columns and words
      inParallel((shape_.size() + piece - 1) / piece, manyLanes / piece, errand_,
                 [&](std::size_t p, std::size_t end) {
                   const std::size_t from = p * piece;
                   field_.kernels.toBits(values.data() + from, std::min(end * piece, shape_.size()) - from,
                                         reinterpret_cast<std::uint8_t*>(words.data()) + from / 8);
                 });
    } else {
      std::vector<std::uint64_t> row(layout_.padded / 64 + 2, 0);
      for (std::size_t r = 0; r < layout_.rows; ++r) {
        field_.kernels.toBits(values.data() + r * layout_.padded, layout_.padded,
                              reinterpret_cast<std::uint8_t*>(row.data()));
        appendBits(words, r * layout_.width, row, layout_.width);
      }
    }
    words.resize((shape_.size() + 63) / 64);
    return words;
  }

  static void appendBits(SetWords& words, std::size_t at, const std::vector<std::uint64_t>& row,
                         std::size_t count) {
    for (std::size_t k = 0; k < count; k += 64) {
      const std::size_t left = count - k;
      const std::uint64_t word = left >= 64 ? row[k / 64] : row[k / 64] & ((std::uint64_t{1} << left) - 1);
      const std::size_t shift = (at + k) % 64;
      words[(at + k) / 64] |= word << shift;
      if (shift != 0)
        words[(at + k) / 64 + 1] |= word >> (64 - shift);
    }
  }

  void valuesFrom(const SetWords& set) {
    if (layout_.padded == layout_.width)
      return field_.kernels.fromBits(reinterpret_cast<const std::uint8_t*>(set.data()), shape_.size(),
                                     first_.data());
    std::vector<std::uint64_t> row(layout_.padded / 64 + 2, 0);
    for (std::size_t r = 0; r < layout_.rows; ++r) {
      std::ranges::fill(row, 0);
      copyBits(set, r * layout_.width, row, layout_.width);
      field_.kernels.fromBits(reinterpret_cast<const std::uint8_t*>(row.data()), layout_.padded,
                              first_.data() + r * layout_.padded);
    }
  }

  static void copyBits(const SetWords& words, std::size_t at, std::vector<std::uint64_t>& row,
                       std::size_t count) {
    for (std::size_t k = 0; k < count; k += 64) {
      const std::size_t shift = (at + k) % 64;
      const std::size_t w = (at + k) / 64;
      std::uint64_t word = words[w] >> shift;
      if (shift != 0 && w + 1 < words.size())
        word |= words[w + 1] << (64 - shift);
      const std::size_t left = count - k;
      row[k / 64] = left >= 64 ? word : word & ((std::uint64_t{1} << left) - 1);
    }
  }

  const Shape& shape_;
  const Feasible& feasible_;
  const Errand& errand_;
  Field<U> field_;
  const Layout& layout_;
  std::vector<bool> turned_;          ///< by party: whether its ranks lie in turned tiles
  std::vector<std::uint64_t> bounds_; ///< by party
  std::vector<Buffer<U>> ranks_;      ///< by party; empty where all states are equal to it
  std::vector<Buffer<U>> made_;
  Buffer<U> first_, second_;           ///< values by lane, row by row; used by one question at a time
  Buffer<U> spareFirst_, spareSecond_; ///< made when first asked for
};

} // namespace

SetWords wordsOf(const Shape& shape, const Feasible& feasible) {
  SetWords words((shape.size() + 63) / 64);
  for (std::size_t w = 0; w < words.size(); ++w)
    words[w] = feasible.word(w);
  if (shape.size() % 64 != 0)
    words.back() &= (std::uint64_t{1} << shape.size() % 64) - 1;
  return words;
}

Begun begin(const Shape& shape, const Feasible& feasible, const Errand& errand) {
  std::vector<PreferenceNumbers> preferences;
  preferences.reserve(shape.conflict().parties.size());
  std::uint64_t bound = 1;
  for (std::size_t i = 0; i < shape.conflict().parties.size(); ++i) {
    preferences.emplace_back(shape, feasible, PartyId(i), errand);
    bound = std::max(bound, preferences.back().bound());
  }
  Begun begun;
  if (bound <= hole<std::uint8_t> * 2U + 1)
    begun.work = std::make_unique<WorkOf<std::uint8_t>>(shape, feasible, preferences, errand);
  else if (bound <= hole<std::uint16_t> * 2U + 1)
    begun.work = std::make_unique<WorkOf<std::uint16_t>>(shape, feasible, preferences, errand);
  else
    begun.work = std::make_unique<WorkOf<std::uint32_t>>(shape, feasible, preferences, errand);
  for (const PreferenceNumbers& preference : preferences)
    begun.statements.push_back(preference.statements());
  return begun;
}

std::uint64_t bytesNeeded(const Shape& shape, unsigned bitsOfRank) {
  const std::size_t lane = bitsOfRank / 8;
  const Layout layout(shape, columnBytes / lane);
  const std::uint64_t parties = shape.conflict().parties.size();
  const std::uint64_t values = shape.conflict().speaksOfStrength() ? 4 : 2;
  const std::uint64_t lanes = layout.size() * lane * (parties + values) + layout.size() / layout.lanes * 4;
  const std::uint64_t sets = (shape.size() + 7) / 8 * (parties + 1) * (model::conceptCount + 1);
  constexpr std::uint64_t scratch = std::uint64_t{1} << 20; // tiles and blocks that threads work on
  return lanes + sets + scratch;
}

} // namespace stasis::stability::cube
