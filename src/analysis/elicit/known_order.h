#pragma once

// What is known of a party's ranking: a partial order of its states, closed under "at least as good as". Two
// states compare as better, same or worse, or their comparison is open. A ranking is complete where nothing
// is open.
//
// A statement is added only where the comparison is open, so the order never contradicts itself.
// Cost: n² bits; a statement takes n rows of n bits. Tested by tests/elicit against closures by three loops.

#include <cstdint>
#include <functional>
#include <vector>

namespace stasis::analysis {

/// A state by its position in the list of feasible states, from 0.
using Place = std::uint32_t;

/// A bit for each pair of states, row by row.
class PairBits {
public:
  explicit PairBits(std::size_t states) : width_((states + 63) / 64), words_(states * width_, 0) {}
  bool test(Place row, Place column) const {
    return (words_[row * width_ + column / 64] >> column % 64 & 1U) != 0;
  }
  void set(Place row, Place column) { words_[row * width_ + column / 64] |= std::uint64_t{1} << column % 64; }
  void reset(Place row, Place column) {
    words_[row * width_ + column / 64] &= ~(std::uint64_t{1} << column % 64);
  }
  /// Adds to a row what is in the other, which may be a row of another table of the same size.
  void join(Place row, const PairBits& table, Place other);

private:
  std::size_t width_;
  std::vector<std::uint64_t> words_;
};

/// How the first of two states compares with the second.
enum class Placed : std::uint8_t { better, same, worse, open };

class KnownOrder {
public:
  /// Nothing is known.
  explicit KnownOrder(std::size_t states);
  /// A complete ranking: the class of every state, smaller is better.
  static KnownOrder ranked(const std::vector<std::uint32_t>& classes);

  /// Compared pair by pair; the comparisons are those of a partial order closed under "at least as good as".
  static KnownOrder compared(std::size_t states, const std::function<Placed(Place, Place)>& compare);

  std::size_t size() const { return states_; }
  bool atLeast(Place one, Place other) const { return noBetter_.test(one, other); }
  bool above(Place one, Place other) const { return better_.test(other, one); }
  Placed compare(Place one, Place other) const;
  bool isOpen(Place one, Place other) const { return compare(one, other) == Placed::open; }
  /// Whether nothing is open. O(n²).
  bool isComplete() const;

  /// What is added must be open.
  void addAbove(Place better, Place worse);
  void addSame(Place one, Place other);
  /// Some of a class of equals now stand right above the rest of it.
  void split(const std::vector<Place>& upper, const std::vector<Place>& lower);

  /// Those known to be the same as this one, itself among them, in order.
  std::vector<Place> alike(Place place) const;

private:
  std::size_t states_;
  PairBits noBetter_; ///< by state: those it is at least as good as
  PairBits better_;   ///< by state: those above it
};

} // namespace stasis::analysis
