#include "stability/explicit/limited_moves.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace stasis::stability {

namespace {

/// Longer periods are not kept move by move.
constexpr std::size_t longestKept = 32;
constexpr std::uint32_t severalMoves = std::numeric_limits<std::uint32_t>::max();

Bits empty(const StateSpace& space) { return Bits(space.size()); }

void join(Bits& into, const Bits& more, bool both) {
  for (std::size_t w = 0; w < into.words(); ++w)
    into.setWord(w, both ? into.word(w) & more.word(w) : into.word(w) | more.word(w));
}

} // namespace

LimitedMoves::LimitedMoves(const StateSpace& space, const std::vector<Ranks>& ranks, Moves& moves,
                           std::uint64_t maxMemory, const Errand& errand)
    : space_(space), ranks_(ranks), errand_(errand), maxMemory_(maxMemory), sets_(ranks, maxMemory),
      own_{ownMoves(0, moves), ownMoves(1, moves)}, open_{empty(space), empty(space)} {}

LimitedMoves::Own LimitedMoves::ownMoves(std::size_t party, Moves& moves) const {
  Own own;
  if (!space_.merged() && !space_.conflict().hasGraphForm()) {
    own.cells.emplace(space_, model::PartyId(party), ranks_[party], errand_);
    if (own.cells->reversible())
      return own;
    own.cells.reset();
  }
  for (std::size_t s = 0; s < space_.size(); ++s) {
    own.begin.push_back(static_cast<std::uint32_t>(own.targets.size()));
    for (const StateIndex to : moves.movesFrom(model::PartyId(party), StateIndex(s)))
      own.targets.push_back(static_cast<std::uint32_t>(to.index()));
    if (own.targets.size() * sizeof(std::uint32_t) > maxMemory_)
      throw LimitReached(Limit::memory, "the moves do not fit in the memory allowed (" +
                                            std::to_string(maxMemory_ >> 20U) + " MiB)");
    if (s % 4096 == 0)
      errand_.check();
  }
  own.begin.push_back(static_cast<std::uint32_t>(own.targets.size()));
  return own;
}

/// G_0: everybody stays.
LimitedMoves::Foresight LimitedMoves::none() const {
  Foresight foreseen;
  for (auto& ends : foreseen) {
    ends.resize(space_.size());
    std::iota(ends.begin(), ends.end(), 0U);
  }
  return foreseen;
}

LimitedMoves::Foresight LimitedMoves::next(const Foresight& foreseen) {
  Foresight further = none();
  for (std::size_t i = 0; i < 2; ++i) {
    errand_.check();
    const Own& own = own_[i];
    if (own.cells)
      chooseInCells(i, foreseen[1 - i], further[i]);
    else
      for (std::uint32_t s = 0; s < space_.size(); ++s)
        further[i][s] =
            choose(i, s, std::span(own.targets).subspan(own.begin[s], own.begin[s + 1] - own.begin[s]),
                   foreseen[1 - i]);
    for (std::uint32_t s = 0; s < space_.size(); ++s)
      if (!sets_.isOne(further[i][s]))
        open_[i].set(s);
  }
  return further;
}

/// Where a party ends that can make these moves; `after`: where the other ends after each.
std::uint32_t LimitedMoves::choose(std::size_t party, std::uint32_t s, std::span<const std::uint32_t> moves,
                                   const std::vector<std::uint32_t>& after) {
  if (moves.empty())
    return s;
  const auto& rank = ranks_[party].of;
  Rank floor = 0;
  for (const std::uint32_t to : moves)
    floor = std::max(floor, sets_.least(party, after[to]));
  std::vector<std::uint32_t> ends;
  if (floor <= rank[s])
    ends.push_back(s);
  for (const std::uint32_t to : moves)
    sets_.each(after[to], [&](std::uint32_t x) {
      if (rank[x] >= floor && rank[x] > rank[s])
        ends.push_back(x);
    });
  return sets_.keep(ends);
}

void LimitedMoves::chooseInCells(std::size_t party, const std::vector<std::uint32_t>& after,
                                 std::vector<std::uint32_t>& ends) {
  const Cells& cells = *own_[party].cells;
  std::vector<std::uint32_t> cell;
  for (const Cells::Tile& tile : cells.tiles()) {
    const auto states = cells.statesOf(tile);
    for (std::size_t c = tile.firstCell; c < tile.endCell; ++c) {
      cell.clear();
      for (const Cells::Member member : cells.membersOf(c))
        cell.push_back(states[member.place()]);
      if (cell.size() > 1)
        chooseInCell(party, cell, after, ends);
    }
  }
}

/// Every member of the cell has all the others as its moves. So all but the one that sets the floor meet the
/// same floor and the same offers, apart from those that they alone would make.
void LimitedMoves::chooseInCell(std::size_t party, std::span<const std::uint32_t> cell,
                                const std::vector<std::uint32_t>& after, std::vector<std::uint32_t>& ends) {
  const auto& rank = ranks_[party].of;
  const auto least = [&](std::uint32_t s) { return sets_.least(party, after[s]); };
  const std::uint32_t setsFloor = *std::ranges::max_element(cell, {}, least);
  const Rank floor = least(setsFloor);
  const std::vector<Offer> all = offers(party, cell, after, floor);
  Rank best = 0;
  std::vector<std::uint32_t> alone; // members whose move alone leads to some offer
  std::vector<std::uint32_t> offered;
  for (const Offer& offer : all) {
    best = std::max(best, rank[offer.state]);
    offered.push_back(offer.state);
    if (offer.by != severalMoves)
      alone.push_back(offer.by);
  }
  std::ranges::sort(alone);
  const std::uint32_t whole = sets_.keep(offered);
  std::vector<std::uint32_t> rest;
  for (const std::uint32_t s : cell) {
    if (s == setsFloor) {
      rest.assign(cell.begin(), cell.end());
      std::erase(rest, s);
      ends[s] = choose(party, s, rest, after);
    } else if (floor > rank[s] && !std::ranges::binary_search(alone, s)) {
      ends[s] = whole;
    } else if (best > rank[s]) {
      rest.clear();
      if (floor <= rank[s])
        rest.push_back(s);
      for (const Offer& offer : all)
        if (offer.by != s && rank[offer.state] > rank[s])
          rest.push_back(offer.state);
      ends[s] = sets_.keep(rest);
    }
  }
}

/// The states at least as good as the floor where the other would end after some move of the cell, ascending.
std::vector<LimitedMoves::Offer> LimitedMoves::offers(std::size_t party, std::span<const std::uint32_t> cell,
                                                      const std::vector<std::uint32_t>& after,
                                                      Rank floor) const {
  const auto& rank = ranks_[party].of;
  std::vector<Offer> all;
  for (const std::uint32_t to : cell)
    sets_.each(after[to], [&](std::uint32_t x) {
      if (rank[x] >= floor)
        all.push_back({x, to});
    });
  std::ranges::sort(all, {}, &Offer::state);
  std::size_t kept = 0;
  for (const Offer& offer : all)
    if (kept > 0 && all[kept - 1].state == offer.state)
      all[kept - 1].by = severalMoves;
    else
      all[kept++] = offer;
  all.resize(kept);
  return all;
}

LimitedMoves::ByParty LimitedMoves::stableIn(const Foresight& foreseen) const {
  ByParty stable{empty(space_), empty(space_)};
  for (std::size_t i = 0; i < 2; ++i)
    for (std::uint32_t s = 0; s < space_.size(); ++s)
      if (foreseen[i][s] == s)
        stable[i].set(s);
  return stable;
}

std::vector<LimitedMoves::ByParty> LimitedMoves::upTo(std::size_t h) {
  std::vector<ByParty> stable;
  Foresight foreseen = none();
  while (stable.size() < h) {
    foreseen = next(foreseen);
    stable.push_back(stableIn(foreseen));
  }
  return stable;
}

LimitedMoves::Cycle LimitedMoves::cycle() {
  std::size_t period = 1;
  std::size_t window = 1;
  Foresight mark = none();
  Foresight ahead = next(mark);
  for (; ahead != mark; ++period) {
    if (period == window) {
      mark = ahead;
      window *= 2;
      period = 0;
    }
    ahead = next(ahead);
  }
  std::size_t from = 0;
  mark = none();
  ahead = none();
  for (std::size_t k = 0; k < period; ++k)
    ahead = next(ahead);
  for (; ahead != mark; ++from) {
    mark = next(mark);
    ahead = next(ahead);
  }
  if (from == 0) { // nobody ever moves
    mark = next(mark);
    from = 1;
  }
  Cycle cycle{from, period, stableIn(mark), stableIn(mark)};
  for (std::size_t h = 0; h < period; ++h, mark = next(mark)) {
    const ByParty stable = stableIn(mark);
    for (std::size_t i = 0; i < 2; ++i) {
      join(cycle.always[i], stable[i], true);
      join(cycle.sometimes[i], stable[i], false);
    }
    if (period <= longestKept)
      cycle.stable.push_back(stable);
  }
  return cycle;
}

} // namespace stasis::stability
