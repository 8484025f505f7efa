#pragma once

// The cells of a party: sets of feasible states that agree on every option the party does not own. All its
// moves stay inside a cell. So the best or worst within its reach is a fold over cells, and no move is ever
// written down. If all own options are free in both directions, every member reaches every other. With
// directed ones (irrevocable, unresumable), a member reaches those whose advance includes its own: its
// *advance* is the set of directed own options that have already changed the one way they can.
//
// Cells that lie near each other make a tile of some thousand states. A tile's states are listed once in
// ascending order, to be read and written in runs, and once cell by cell with better states first, as places
// in that list. So a fold runs through memory in order, wherever the options stand.
//
// Built in O(states) by radix sorts; 8 bytes a state (12 with directed options). Tested through the folds.

#include "stability/explicit/preference_ranks.h"

#include <span>

namespace stasis::stability {

class Cells {
public:
  /// The party must move by its options, and no states may be merged.
  Cells(const StateSpace& space, model::PartyId party, const Ranks& ranks, const Errand& errand);

  /// A member of a cell: its place in the tile's list, and whether it is worse than the member before it.
  class Member {
  public:
    Member() = default;
    Member(std::uint32_t place, bool worse) : bits_(place | (worse ? worseBit : 0)) {}
    std::uint32_t place() const { return bits_ & ~worseBit; }
    bool worse() const { return (bits_ & worseBit) != 0; }

  private:
    static constexpr std::uint32_t worseBit = std::uint32_t{1} << 31;
    std::uint32_t bits_ = 0;
  };

  struct Tile {
    std::uint32_t firstCell;
    std::uint32_t endCell;
  };

  std::size_t count() const { return begin_.size() - 1; }
  const std::vector<Tile>& tiles() const { return tiles_; }
  std::uint32_t beginOf(std::size_t cell) const { return begin_[cell]; } ///< `cell` may be one past the last
  std::uint32_t largest() const { return largest_; }

  /// The states of a tile, ascending.
  std::span<const std::uint32_t> statesOf(const Tile& tile) const {
    return std::span(states_).subspan(begin_[tile.firstCell], begin_[tile.endCell] - begin_[tile.firstCell]);
  }
  /// The members of a cell, best first.
  std::span<const Member> membersOf(std::size_t cell) const {
    return std::span(members_).subspan(begin_[cell], begin_[cell + 1] - begin_[cell]);
  }

  /// The number of own options with a direction that differ between feasible states.
  unsigned directedOptions() const { return directedOptions_; }
  bool reversible() const { return directedOptions_ == 0; }
  /// True if a cell has room for a table of all advances. Advances are then named by their bits, else by
  /// their place in `advancesIn(cell)`.
  bool tabled() const { return tabled_; }
  /// The names of the members' advances, in the order of membersOf; empty if all options are reversible.
  std::span<const std::uint32_t> advancesOf(std::size_t cell) const {
    return advances_.empty() ? std::span<const std::uint32_t>()
                             : std::span(advances_).subspan(begin_[cell], begin_[cell + 1] - begin_[cell]);
  }
  /// The distinct advances of a cell, if they are not tabled.
  std::span<const std::uint64_t> advancesIn(std::size_t cell) const {
    return std::span(distinct_).subspan(distinctBegin_[cell],
                                        distinctBegin_[cell + 1] - distinctBegin_[cell]);
  }

  /// Whether one member of a cell can move to another. Both are named by their place in membersOf.
  bool reaches(std::size_t cell, std::size_t from, std::size_t to) const;

  /// The cell of every state; made on demand by walking all tiles.
  std::vector<std::uint32_t> cellOfStates() const;
  /// The tile a cell lies in. O(log tiles).
  const Tile& tileOf(std::size_t cell) const;

  /// Bytes per state, while the cells are built and after.
  static constexpr std::size_t bytesPerState = 12;

private:
  void sortByCell(const StateSpace& space, model::PartyId party, std::vector<std::uint64_t>& byCell,
                  const Errand& errand);
  void cutIntoTiles();
  void fillTile(const Tile& tile, std::span<const std::uint64_t> byCell, const Ranks& ranks);
  void findAdvances(const StateSpace& space, model::PartyId party, const Errand& errand);
  void nameAdvances(std::size_t cell, std::span<const std::uint64_t> own);

  std::vector<std::uint32_t> begin_; ///< by cell; one more at the end
  std::vector<Tile> tiles_;
  std::vector<std::uint32_t> states_;
  std::vector<Member> members_;
  std::uint32_t largest_ = 0;
  unsigned directedOptions_ = 0;
  bool tabled_ = false;
  std::vector<std::uint32_t> advances_;
  std::vector<std::uint64_t> distinct_;
  std::vector<std::uint32_t> distinctBegin_;
};

} // namespace stasis::stability
