#pragma once

// Sets of states in which the members of a block are only counted. A *cell* is what the singles do together,
// the choices of a few members who stand apart, and a class of the sums of all others. Sets that ask what
// every member does ("each of them is content with its choice") also know the *used* choices: those that at
// least one of the others makes. So a set is a row of bits for each cell, one bit for each set of used
// choices, or a single one if that does not matter.
//
// Two sets meet in the coarsest space that refines both. Combining costs O(cells · 2^choices / 64). Throws
// LimitReached if too many members stand apart. Tested in tests/stability/orbits/counts_test.cpp.

#include "stability/orbits/counted_conflict.h"

#include <memory>

namespace stasis::stability {

struct CountSpace {
  Parties apart; ///< ascending
  SumClasses classes;
  bool byUse = false; ///< whether sets know the used choices

  friend bool operator==(const CountSpace&, const CountSpace&) = default;
};

using RowWords = std::vector<std::uint64_t>;

struct CountSet {
  std::shared_ptr<const CountSpace> space; ///< none: a list
  std::shared_ptr<const RowWords> rows;    ///< cell by cell
  std::vector<model::Pattern> states;      ///< of a list, ascending

  bool isList() const { return space == nullptr; }
};

/// Where a cell is, in a space with so many classes.
struct CellPlace {
  std::size_t together = 0; ///< number of what the singles do
  std::size_t apart = 0;    ///< choices of those apart as one number, the last least significant
  std::size_t number = 0;   ///< of the class
};

class CountSets {
public:
  explicit CountSets(const CountedConflict& counted) : counted_(counted) {}

  std::size_t wordsOfRow(const CountSpace& space) const;
  /// The row of a set that holds whatever is used.
  std::uint64_t fullWord(const CountSpace& space) const;
  std::size_t apartChoices(const CountSpace& space) const;
  std::size_t cells(const CountSpace& space) const;
  std::size_t cellOf(const CountSpace& space, const CellPlace& place) const {
    return (place.together * apartChoices(space) + place.apart) * space.classes.size() + place.number;
  }
  /// The choice of the k-th member apart.
  std::size_t choiceApart(const CountSpace& space, std::size_t apart, std::size_t k) const;

  /// The coarsest space that is finer than both.
  CountSpace common(const CountSpace& a, const CountSpace& b) const;
  /// The same set in a finer space.
  RowWords in(const CountSpace& space, const CountSet& set) const;
  bool contains(const CountSet& set, const model::Pattern& state) const;

  CountSet both(const CountSet& a, const CountSet& b) const;
  CountSet either(const CountSet& a, const CountSet& b) const;
  CountSet without(const CountSet& a, const CountSet& b) const;

  /// What the singles do in a state; none if it is not feasible.
  std::optional<std::size_t> togetherIn(const model::Pattern& state) const;

private:
  template <class Join> CountSet joined(const CountSet& a, const CountSet& b, Join join) const;
  CountSet listWhere(const CountSet& list, const CountSet& set, bool wanted) const;
  const CountedConflict& counted_;
};

} // namespace stasis::stability
