#include "stability/explicit/folds.h"

#include "stability/cube/in_parallel.h"

#include <algorithm>
#include <atomic>

namespace stasis::stability {

namespace {

using Member = Cells::Member;

/// For reversible options: every member reaches every other.
class Together {
public:
  explicit Together(const Cells& cells) : cells_(cells) {}

  void moves(std::uint32_t cell, std::vector<Lanes>& at) const {
    const auto members = cells_.membersOf(cell);
    Lanes all = noLanes;
    for (const Member m : members)
      all = least(all, at[m.place()]);
    for (const Member m : members)
      at[m.place()] = all;
  }

  void improvements(std::uint32_t cell, std::vector<Lanes>& at) const {
    Lanes better = noLanes; // the least of all classes before this one
    Lanes seen = noLanes;
    for (const Member m : cells_.membersOf(cell)) {
      better = m.worse() ? seen : better;
      const Lanes own = at[m.place()];
      seen = least(seen, own);
      at[m.place()] = least(own, better);
    }
  }

private:
  const Cells& cells_;
};

/// The least value among members whose advance includes a given one, in a table of every possible advance.
class Table {
public:
  explicit Table(const Cells& cells)
      : bits_(cells.directedOptions()), least_(std::size_t{1} << cells.directedOptions()) {}

  void clear(std::uint32_t) { std::ranges::fill(least_, noLanes); }
  Lanes find(std::uint32_t advance) const { return least_[advance]; }
  void collect(std::uint32_t advance, Lanes value) { least_[advance] = least(least_[advance], value); }

  /// Carries each collected value down to the advances that its own includes.
  void spread() {
    for (unsigned bit = 0; bit < bits_; ++bit)
      for (std::size_t a = 0; a < least_.size(); ++a)
        if ((a >> bit & 1) == 0)
          least_[a] = least(least_[a], least_[a | std::size_t{1} << bit]);
  }

  /// Collects and spreads one value. If it is no improvement here, it is none at any smaller advance.
  void offer(std::uint32_t advance, Lanes value) {
    const Lanes now = least(least_[advance], value);
    if (now == least_[advance])
      return;
    least_[advance] = now;
    for (std::uint32_t left = advance; left != 0; left &= left - 1)
      offer(advance & ~(left & -left), value);
  }

private:
  unsigned bits_;
  std::vector<Lanes> least_;
};

/// The same over the advances that occur in the cell.
class List {
public:
  explicit List(const Cells& cells) : cells_(cells) {}

  void clear(std::uint32_t cell) {
    advances_ = cells_.advancesIn(cell);
    least_.assign(advances_.size(), noLanes);
  }
  Lanes find(std::uint32_t advance) const { return least_[advance]; }
  void collect(std::uint32_t advance, Lanes value) { least_[advance] = least(least_[advance], value); }

  void spread() {
    for (std::size_t a = 0; a < least_.size(); ++a)
      for (std::size_t b = 0; b < least_.size(); ++b)
        if ((advances_[a] & ~advances_[b]) == 0)
          least_[a] = least(least_[a], least_[b]);
  }

  void offer(std::uint32_t advance, Lanes value) {
    if (least(least_[advance], value) == least_[advance])
      return;
    for (std::size_t a = 0; a < least_.size(); ++a)
      if ((advances_[a] & ~advances_[advance]) == 0)
        least_[a] = least(least_[a], value);
  }

private:
  const Cells& cells_;
  std::span<const std::uint64_t> advances_;
  std::vector<Lanes> least_;
};

/// For directed options.
template <class Reach> class Directed {
public:
  explicit Directed(const Cells& cells) : cells_(cells), reach_(cells) {}

  void moves(std::uint32_t cell, std::vector<Lanes>& at) {
    const auto members = cells_.membersOf(cell);
    const auto advances = cells_.advancesOf(cell);
    reach_.clear(cell);
    for (std::size_t k = 0; k < members.size(); ++k)
      reach_.collect(advances[k], at[members[k].place()]);
    reach_.spread();
    for (std::size_t k = 0; k < members.size(); ++k)
      at[members[k].place()] = reach_.find(advances[k]);
  }

  void improvements(std::uint32_t cell, std::vector<Lanes>& at) {
    const auto members = cells_.membersOf(cell);
    const auto advances = cells_.advancesOf(cell);
    reach_.clear(cell);
    for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
      for (end = begin + 1; end < members.size() && !members[end].worse();)
        ++end;
      // A tie is no improvement: the whole class reads before any of it offers its values.
      for (std::size_t k = begin; k < end; ++k)
        at[members[k].place()] = least(at[members[k].place()], reach_.find(advances[k]));
      for (std::size_t k = begin; k < end; ++k)
        reach_.offer(advances[k], at[members[k].place()]);
    }
  }

private:
  const Cells& cells_;
  Reach reach_;
};

enum class Along { moves, improvements };

template <Along along, class CellFold>
bool foldTile(const Cells& cells, const Cells::Tile& tile, std::span<Lanes> values, std::vector<Lanes>& at,
              std::vector<Lanes>& before, CellFold& fold) {
  const auto states = cells.statesOf(tile);
  if (states.size() == tile.endCell - tile.firstCell)
    return false; // no state has a move
  at.resize(states.size());
  for (std::size_t k = 0; k < states.size(); ++k)
    at[k] = values[states[k]];
  before = at;
  for (std::uint32_t cell = tile.firstCell; cell < tile.endCell; ++cell)
    if constexpr (along == Along::moves)
      fold.moves(cell, at);
    else
      fold.improvements(cell, at);
  if (at == before)
    return false;
  for (std::size_t k = 0; k < states.size(); ++k)
    values[states[k]] = at[k];
  return true;
}

template <Along along, class CellFold>
bool foldTiles(const Cells& cells, std::span<Lanes> values, const Errand& errand) {
  std::atomic<bool> changed = false;
  inParallel(cells.tiles().size(), 32, errand, [&](std::size_t begin, std::size_t end) {
    CellFold fold(cells);
    std::vector<Lanes> at, before;
    for (std::size_t t = begin; t < end; ++t)
      if (foldTile<along>(cells, cells.tiles()[t], values, at, before, fold))
        changed = true;
  });
  return changed;
}

template <Along along> bool foldAll(const Cells& cells, std::span<Lanes> values, const Errand& errand) {
  if (cells.reversible())
    return foldTiles<along, Together>(cells, values, errand);
  if (cells.tabled())
    return foldTiles<along, Directed<Table>>(cells, values, errand);
  return foldTiles<along, Directed<List>>(cells, values, errand);
}

} // namespace

bool foldMoves(const Cells& cells, std::span<Lanes> values, const Errand& errand) {
  return foldAll<Along::moves>(cells, values, errand);
}

bool foldImprovements(const Cells& cells, std::span<Lanes> values, const Errand& errand) {
  return foldAll<Along::improvements>(cells, values, errand);
}

} // namespace stasis::stability
