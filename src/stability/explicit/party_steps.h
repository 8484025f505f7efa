#pragma once

// The steps that one party can make from each state. Moves by options that are free both ways lead from each
// state of a cell to every other, so the cell is kept once; all others are written down one by one.
//
// Memory: O(states) in cells, otherwise O(states + steps). Tested through relational_stability.h.

#include "stability/explicit/arcs.h"
#include "stability/explicit/numbering.h"

#include <numeric>

namespace stasis::stability {

class PartySteps {
public:
  PartySteps() = default; ///< of no states
  /// Moves by options; each option of the party is free both ways, and no state is merged.
  static PartySteps inCells(const StateSpace& space, model::PartyId party) {
    PartySteps made;
    const std::uint64_t own = space.own(party);
    Numbering cells;
    made.rowOf_.reserve(space.size());
    for (const std::uint64_t taken : space.taken())
      made.rowOf_.push_back(cells.of(taken & ~own));
    made.sortByRow(cells.size());
    return made;
  }
  /// The states [begin[s], begin[s + 1]) of the list are those that s leads to.
  PartySteps(std::vector<std::uint32_t> begin, std::vector<std::uint32_t> to)
      : begin_(std::move(begin)), to_(std::move(to)) {}
  explicit PartySteps(const Arcs& arcs, std::size_t states) : begin_{0} {
    begin_.reserve(states + 1);
    for (std::uint32_t s = 0; s < states; ++s) {
      to_.insert(to_.end(), arcs.from(s).begin(), arcs.from(s).end());
      begin_.push_back(static_cast<std::uint32_t>(to_.size()));
    }
  }

  /// The states that a step from s leads to, and perhaps s itself.
  std::span<const std::uint32_t> from(std::uint32_t s) const {
    const std::uint32_t row = rowOf_.empty() ? s : rowOf_[s];
    return std::span(to_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
  }
  bool stepsFrom(std::uint32_t s) const { return from(s).size() > (inCells() ? 1U : 0U); }

  bool inCells() const { return !rowOf_.empty(); }
  /// By state; in cells only.
  const std::vector<std::uint32_t>& cellOf() const { return rowOf_; }
  std::size_t rows() const { return begin_.size() - 1; }
  /// The states of a cell.
  std::span<const std::uint32_t> cell(std::size_t row) const {
    return std::span(to_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
  }
  std::uint64_t bytes() const { return sizeof(std::uint32_t) * (rowOf_.size() + begin_.size() + to_.size()); }

private:
  void sortByRow(std::size_t rows) {
    begin_.assign(rows + 1, 0);
    for (const std::uint32_t row : rowOf_)
      ++begin_[row + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    to_.resize(rowOf_.size());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t s = 0; s < rowOf_.size(); ++s)
      to_[next[rowOf_[s]]++] = s;
  }

  std::vector<std::uint32_t> rowOf_; ///< by state: its cell; empty if each state has a row of its own
  std::vector<std::uint32_t> begin_, to_;
};

} // namespace stasis::stability
