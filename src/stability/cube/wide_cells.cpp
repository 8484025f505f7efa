#include "stability/cube/wide_cells.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace stasis::stability::cube {

namespace {

/// With more ranks than this for each choice of a cell, states are sorted instead.
constexpr std::size_t ranksPerChoice = 16;
/// Vectors turn so many columns at once.
constexpr std::size_t turnedAtOnce = 16;

/// The lanes of a frame one after another. Rows are longer than a cell, so that neighbouring rows do not
/// compete for the same lines of a cache.
template <class U> class Rows {
public:
  void read(const U* columns, const WideFrame& frame) {
    length_ = frame.choices + columnLanes<U>;
    cells_.resize(length_ * columnLanes<U>);
    const std::size_t whole = frame.choices / turnedAtOnce * turnedAtOnce;
    lanesOf<U>(kernels()).transpose(columns, frame.stride, whole, columnLanes<U>, cells_.data(), length_);
    for (std::size_t c = whole; c < frame.choices; ++c)
      for (std::size_t lane = 0; lane < columnLanes<U>; ++lane)
        cells_[lane * length_ + c] = columns[c * frame.stride + lane];
  }
  void write(U* columns, const WideFrame& frame, std::vector<std::uint8_t>& changed) {
    const std::size_t whole = frame.choices / turnedAtOnce * turnedAtOnce;
    columns_.resize(frame.choices * columnLanes<U>);
    lanesOf<U>(kernels()).transpose(cells_.data(), length_, columnLanes<U>, whole, columns_.data(),
                                    columnLanes<U>);
    for (std::size_t c = whole; c < frame.choices; ++c)
      for (std::size_t lane = 0; lane < columnLanes<U>; ++lane)
        columns_[c * columnLanes<U> + lane] = cells_[lane * length_ + c];
    for (std::size_t c = 0; c < frame.choices; ++c) {
      const U* now = columns_.data() + c * columnLanes<U>;
      U* column = columns + c * frame.stride;
      if (std::memcmp(now, column, columnBytes) == 0)
        continue;
      std::memcpy(column, now, columnBytes);
      changed[c] = 1;
    }
  }
  U* cell(std::size_t lane) { return cells_.data() + lane * length_; }

private:
  std::size_t length_ = 0;
  std::vector<U> cells_;
  std::vector<U> columns_; ///< to be compared with those in memory
};

/// What one thread works in; kept for the next frame.
template <class U> struct Scratch {
  Rows<U> keys, first, second;
  std::vector<U> gained;
  std::vector<std::uint32_t> order;

  static Scratch& own() {
    static thread_local Scratch scratch;
    return scratch;
  }
};

/// No rank is this large: a hole.
template <class U> constexpr U noKey = static_cast<U>(~U{0});

/// Ranks as they are stored become numbers that grow with how good a state is.
template <class U> void toKeys(U* cell, const WideFrame& frame, Toward toward) {
  for (std::size_t c = 0; c < frame.choices; ++c) {
    const U plain = static_cast<U>(cell[c] ^ topBit<U>);
    cell[c] = toward == Toward::worse || plain == noKey<U> ? plain : static_cast<U>(frame.bound - 1 - plain);
  }
}

/// Raises each value to the greatest one of all better ranks.
template <class U>
void raiseByRank(U* values, const U* keys, const WideFrame& frame, std::vector<U>& gained) {
  gained.assign(frame.bound, 0);
  for (std::size_t c = 0; c < frame.choices; ++c)
    if (keys[c] != noKey<U>)
      gained[keys[c]] = std::max(gained[keys[c]], values[c]);
  U best = 0; // of the ranks above
  for (std::size_t k = frame.bound; k-- > 0;) {
    const U here = gained[k];
    gained[k] = best;
    best = std::max(best, here);
  }
  for (std::size_t c = 0; c < frame.choices; ++c)
    if (keys[c] != noKey<U>)
      values[c] = std::max(values[c], gained[keys[c]]);
}

/// The choices that are no holes, the best first.
template <class U> void sortBest(const U* keys, const WideFrame& frame, std::vector<std::uint32_t>& order) {
  order.clear();
  for (std::size_t c = 0; c < frame.choices; ++c)
    if (keys[c] != noKey<U>)
      order.push_back(static_cast<std::uint32_t>(c));
  std::ranges::sort(order, [keys](std::uint32_t a, std::uint32_t b) { return keys[a] > keys[b]; });
}

/// The same, where ranks are many: in that order, class by class.
template <class U> void raiseInOrder(U* values, const U* keys, const std::vector<std::uint32_t>& order) {
  U best = 0; // of the ranks above
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    U here = 0;
    for (; end < order.size() && keys[order[end]] == keys[order[begin]]; ++end) {
      here = std::max(here, values[order[end]]);
      values[order[end]] = std::max(values[order[end]], best);
    }
    best = std::max(best, here);
  }
}

bool hasFewRanks(const WideFrame& frame) { return frame.bound <= ranksPerChoice * frame.choices; }

/// The number of pairs of a worse and a better key.
template <class U>
std::uint64_t pairsByRank(const std::vector<U>& keys, std::size_t bound, std::vector<std::uint32_t>& ofRank) {
  ofRank.assign(bound, 0);
  for (const U key : keys)
    ++ofRank[key];
  std::uint64_t sum = 0;
  std::uint64_t worse = 0;
  for (const std::uint64_t here : ofRank) {
    sum += here * worse;
    worse += here;
  }
  return sum;
}

/// The same, where ranks are many; sorts the keys.
template <class U> std::uint64_t pairsInOrder(std::vector<U>& keys) {
  std::ranges::sort(keys);
  std::uint64_t sum = 0;
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    while (end < keys.size() && keys[end] == keys[begin])
      ++end;
    sum += (end - begin) * begin;
  }
  return sum;
}

} // namespace

template <class U>
void improveWide(U* first, U* second, const U* rank, const WideFrame& frame, Toward toward,
                 std::vector<std::uint8_t>& changed) {
  Scratch<U>& scratch = Scratch<U>::own();
  scratch.keys.read(rank, frame);
  scratch.first.read(first, frame);
  if (second != nullptr)
    scratch.second.read(second, frame);
  for (std::size_t lane = 0; lane < columnLanes<U>; ++lane) {
    U* keys = scratch.keys.cell(lane);
    toKeys(keys, frame, toward);
    if (!hasFewRanks(frame))
      sortBest(keys, frame, scratch.order);
    const auto raise = [&](U* values) {
      if (hasFewRanks(frame))
        raiseByRank(values, keys, frame, scratch.gained);
      else
        raiseInOrder(values, keys, scratch.order);
    };
    raise(scratch.first.cell(lane));
    if (second != nullptr)
      raise(scratch.second.cell(lane));
  }
  scratch.first.write(first, frame, changed);
  if (second != nullptr)
    scratch.second.write(second, frame, changed);
}

template <class U>
void spreadWide(U* values, const U* alive, const WideFrame& frame, std::vector<std::uint8_t>& changed) {
  U greatest[columnLanes<U>] = {};
  for (std::size_t c = 0; c < frame.choices; ++c)
    for (std::size_t lane = 0; lane < columnLanes<U>; ++lane)
      greatest[lane] = std::max(greatest[lane], values[c * frame.stride + lane]);
  for (std::size_t c = 0; c < frame.choices; ++c) {
    U* column = values + c * frame.stride;
    U different = 0;
    for (std::size_t lane = 0; lane < columnLanes<U>; ++lane) {
      const bool isHole = alive != nullptr && alive[c * frame.stride + lane] == hole<U>;
      const U value = isHole ? U{0} : greatest[lane];
      different |= static_cast<U>(value ^ column[lane]);
      column[lane] = value;
    }
    changed[c] |= different != 0 ? 1 : 0;
  }
}

template <class U> std::uint64_t countBetterWide(const U* rank, const WideFrame& frame) {
  Rows<U>& rows = Scratch<U>::own().keys;
  rows.read(rank, frame);
  std::vector<U> keys;
  std::vector<std::uint32_t> ofRank;
  std::uint64_t sum = 0;
  for (std::size_t lane = 0; lane < columnLanes<U>; ++lane) {
    toKeys(rows.cell(lane), frame, Toward::worse);
    keys.assign(rows.cell(lane), rows.cell(lane) + frame.choices);
    std::erase(keys, noKey<U>);
    sum += hasFewRanks(frame) ? pairsByRank(keys, frame.bound, ofRank) : pairsInOrder(keys);
  }
  return sum;
}

template <class U> std::uint64_t countMovesWide(const U* rank, const WideFrame& frame) {
  std::uint64_t alive[columnLanes<U>] = {};
  for (std::size_t c = 0; c < frame.choices; ++c)
    for (std::size_t lane = 0; lane < columnLanes<U>; ++lane)
      alive[lane] += rank[c * frame.stride + lane] != hole<U> ? 1U : 0U;
  return std::accumulate(std::begin(alive), std::end(alive), std::uint64_t{0},
                         [](std::uint64_t sum, std::uint64_t n) { return n == 0 ? sum : sum + n * (n - 1); });
}

#define STASIS_WIDE(U)                                                                                       \
  template void improveWide(U*, U*, const U*, const WideFrame&, Toward, std::vector<std::uint8_t>&);         \
  template void spreadWide(U*, const U*, const WideFrame&, std::vector<std::uint8_t>&);                      \
  template std::uint64_t countBetterWide(const U*, const WideFrame&);                                        \
  template std::uint64_t countMovesWide(const U*, const WideFrame&);
STASIS_WIDE(std::uint8_t)
STASIS_WIDE(std::uint16_t)
STASIS_WIDE(std::uint32_t)
#undef STASIS_WIDE

} // namespace stasis::stability::cube
