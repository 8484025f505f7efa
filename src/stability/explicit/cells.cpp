#include "stability/explicit/cells.h"

#include "stability/cube/in_parallel.h"
#include "stability/explicit/radix_sort.h"

#include <algorithm>
#include <atomic>
#include <bit>

namespace stasis::stability {

namespace {

/// States in a tile: few enough for their values to fit in the nearest cache beside the lists that name them.
constexpr std::uint32_t tileStates = 2048;
/// Cells of several thousand states lie across each other: so many share the lines of the cache they touch.
constexpr std::uint32_t tileCells = 8;
constexpr std::uint32_t mostTileStates = 1U << 16U;

/// The key of a state's cell: its choices outside the party's own options, packed.
class CellKey {
public:
  CellKey(const model::Party& party)
      : first_(party.firstOption), after_(party.firstOption + party.optionCount) {}

  std::uint64_t operator()(std::uint64_t taken) const {
    const std::uint64_t low = taken & ((std::uint64_t{1} << first_) - 1);
    return (taken >> after_) << first_ | low;
  }

private:
  std::size_t first_;
  std::size_t after_;
};

} // namespace

Cells::Cells(const StateSpace& space, model::PartyId party, const Ranks& ranks, const Errand& errand) {
  std::vector<std::uint64_t> byCell;
  // About a third of the time goes into sorting the cells, most of the rest into the tiles.
  sortByCell(space, party, byCell, errand);
  cutIntoTiles();
  errand.tell({"", 1, 3});
  states_.resize(space.size());
  members_.resize(space.size());
  std::atomic<std::size_t> filled = 0;
  inParallel(tiles_.size(), 16, errand, [&](std::size_t begin, std::size_t end) {
    for (std::size_t t = begin; t < end; ++t)
      fillTile(tiles_[t], byCell, ranks);
    const std::size_t now = filled += end - begin;
    if (now % 1024 < end - begin)
      errand.tell({"", tiles_.size() + 2 * now, 3 * tiles_.size()});
  });
  findAdvances(space, party, errand);
}

/// Puts the states, cell by cell, in the low half of each word, and sets begin_.
void Cells::sortByCell(const StateSpace& space, model::PartyId party, std::vector<std::uint64_t>& byCell,
                       const Errand& errand) {
  const CellKey key(space.conflict().party(party));
  const auto taken = space.taken();
  const std::uint64_t low = 0xFFFFFFFF;
  byCell.resize(taken.size());
  std::vector<std::uint64_t> scratch;
  std::uint64_t all = 0;
  for (std::size_t s = 0; s < taken.size(); ++s) {
    byCell[s] = key(taken[s]) << 32 | s;
    all |= key(taken[s]);
  }
  errand.check();
  radixSort(byCell, scratch, 32, 32 + static_cast<unsigned>(std::bit_width(all & low)));
  if (all > low) {
    for (std::uint64_t& word : byCell)
      word = (key(taken[word & low]) & ~low) | (word & low);
    errand.check();
    radixSort(byCell, scratch, 32, static_cast<unsigned>(std::bit_width(all)));
  }
  errand.check();
  begin_.push_back(0);
  std::uint64_t before = byCell.empty() ? 0 : key(taken[byCell.front() & low]);
  for (std::size_t p = 1; p < byCell.size(); ++p) {
    const std::uint64_t here = all > low ? key(taken[byCell[p] & low]) : byCell[p] >> 32;
    if (here != before)
      begin_.push_back(static_cast<std::uint32_t>(p));
    before = here;
  }
  if (!byCell.empty())
    begin_.push_back(static_cast<std::uint32_t>(byCell.size()));
}

/// As many cells as make about `tileStates` states, or `tileCells` if that is more; the largest cells are
/// tiles of their own.
void Cells::cutIntoTiles() {
  std::uint32_t first = 0;
  for (std::uint32_t cell = 0; cell < count(); ++cell) {
    const std::uint32_t size = begin_[cell + 1] - begin_[cell];
    largest_ = std::max(largest_, size);
    const std::uint32_t most = cell - first < tileCells ? mostTileStates : tileStates;
    if (cell > first && begin_[cell + 1] - begin_[first] > most) {
      tiles_.push_back({first, cell});
      first = cell;
    }
  }
  if (first < count())
    tiles_.push_back({first, static_cast<std::uint32_t>(count())});
}

void Cells::fillTile(const Tile& tile, std::span<const std::uint64_t> byCell, const Ranks& ranks) {
  const std::uint32_t begin = begin_[tile.firstCell];
  const std::uint32_t size = begin_[tile.endCell] - begin;
  std::vector<std::uint64_t> words(size), scratch;
  std::uint32_t cell = tile.firstCell;
  std::uint64_t all = 0;
  for (std::uint32_t p = 0; p < size; ++p) { // state in the upper half, cell within the tile in the lower
    cell += begin + p >= begin_[cell + 1] ? 1 : 0;
    words[p] = byCell[begin + p] << 32 | (cell - tile.firstCell);
    all |= words[p];
  }
  radixSort(words, scratch, 32, static_cast<unsigned>(std::bit_width(all)));

  // cell | worseness | place, so that sorting gives cell by cell the better first. A tile of several cells
  // has at most mostTileStates members; one of a single cell needs no bits for the cell.
  const auto placeBits = static_cast<unsigned>(std::bit_width(size - 1));
  const auto rankBits = static_cast<unsigned>(std::bit_width(ranks.classes - 1));
  const auto cellBits = static_cast<unsigned>(std::bit_width(tile.endCell - tile.firstCell - 1));
  for (std::uint32_t place = 0; place < size; ++place) {
    const auto state = static_cast<std::uint32_t>(words[place] >> 32);
    const std::uint64_t cellHere = words[place] & 0xFFFFFFFF;
    const std::uint64_t worseness = ranks.classes - 1 - ranks.of[state];
    states_[begin + place] = state;
    words[place] = (cellHere << rankBits | worseness) << placeBits | place;
  }
  radixSort(words, scratch, placeBits, placeBits + rankBits + cellBits);
  for (std::uint32_t p = 0; p < size; ++p) {
    const bool worse = p > 0 && words[p] >> placeBits != words[p - 1] >> placeBits;
    members_[begin + p] = {static_cast<std::uint32_t>(words[p] & ((std::uint64_t{1} << placeBits) - 1)),
                           worse};
  }
}

namespace {

/// A state's advance: one bit for each directed own option that differs between feasible states. The bit is 1
/// if the option has changed the one way it can.
class Advance {
public:
  Advance(const StateSpace& space, model::PartyId party) {
    std::uint64_t always = ~std::uint64_t{0};
    std::uint64_t ever = 0;
    for (const std::uint64_t taken : space.taken()) {
      always &= taken;
      ever |= taken;
    }
    const auto& p = space.conflict().party(party);
    for (std::size_t o = p.firstOption; o < p.firstOption + p.optionCount; ++o) {
      const model::Direction direction = space.conflict().options[o].direction;
      if (direction == model::Direction::both || ((ever & ~always) >> o & 1) == 0)
        continue;
      options_.push_back(o);
      dropped_ |= direction == model::Direction::unresumable ? std::uint64_t{1} << o : 0;
    }
  }

  std::size_t options() const { return options_.size(); }

  std::uint64_t operator()(std::uint64_t taken) const {
    std::uint64_t bits = 0;
    for (std::size_t d = 0; d < options_.size(); ++d)
      bits |= ((taken ^ dropped_) >> options_[d] & 1) << d;
    return bits;
  }

private:
  std::vector<std::size_t> options_;
  std::uint64_t dropped_ = 0; ///< unresumable options, whose advance is to drop them
};

} // namespace

void Cells::findAdvances(const StateSpace& space, model::PartyId party, const Errand& errand) {
  const Advance advance(space, party);
  directedOptions_ = static_cast<unsigned>(advance.options());
  if (reversible())
    return;
  const std::size_t states = space.size();
  tabled_ = directedOptions_ < 31 && (std::size_t{1} << directedOptions_) <= 8 * (states / count() + 1);
  advances_.resize(states);
  distinctBegin_.push_back(0);
  std::vector<std::uint64_t> own;
  for (const Tile& tile : tiles_) {
    errand.check();
    const auto tileList = statesOf(tile);
    for (std::uint32_t cell = tile.firstCell; cell < tile.endCell; ++cell) {
      own.clear();
      for (const Member m : membersOf(cell))
        own.push_back(advance(space.taken()[tileList[m.place()]]));
      nameAdvances(cell, own);
    }
  }
}

/// Names advances by their bits, or by their places among the distinct ones of the cell.
void Cells::nameAdvances(std::size_t cell, std::span<const std::uint64_t> own) {
  const auto names = advances_.begin() + begin_[cell];
  if (tabled_) {
    std::ranges::transform(own, names, [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits); });
    return;
  }
  const auto first = static_cast<std::ptrdiff_t>(distinct_.size());
  distinct_.insert(distinct_.end(), own.begin(), own.end());
  std::sort(distinct_.begin() + first, distinct_.end());
  distinct_.erase(std::unique(distinct_.begin() + first, distinct_.end()), distinct_.end());
  distinctBegin_.push_back(static_cast<std::uint32_t>(distinct_.size()));
  const auto here = advancesIn(cell);
  std::ranges::transform(own, names, [&](std::uint64_t bits) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(here, bits) - here.begin());
  });
}

bool Cells::reaches(std::size_t cell, std::size_t from, std::size_t to) const {
  if (reversible())
    return true;
  const std::uint64_t a = advances_[begin_[cell] + from];
  const std::uint64_t b = advances_[begin_[cell] + to];
  if (tabled_)
    return (a & ~b) == 0;
  return (advancesIn(cell)[a] & ~advancesIn(cell)[b]) == 0;
}

std::vector<std::uint32_t> Cells::cellOfStates() const {
  std::vector<std::uint32_t> cellOf(states_.size());
  for (const Tile& tile : tiles_) {
    const auto tileList = statesOf(tile);
    for (std::uint32_t cell = tile.firstCell; cell < tile.endCell; ++cell)
      for (const Member m : membersOf(cell))
        cellOf[tileList[m.place()]] = cell;
  }
  return cellOf;
}

const Cells::Tile& Cells::tileOf(std::size_t cell) const {
  return *(std::ranges::upper_bound(tiles_, cell, {}, &Tile::firstCell) - 1);
}

} // namespace stasis::stability
