#pragma once

// Options as columns of bits: one word holds an option's value in 64 numbers of a cube. Nothing is
// transposed: a digit runs through its choices in a pattern that repeats. The patterns of low digits are
// written down once; those of high digits are long runs.
//
// O(runs) for a block of 1024 numbers. Tested in tests/stability.

#include "stability/circuit.h"
#include "stability/cube/shape.h"

namespace stasis::stability::cube {

inline constexpr std::size_t blockWords = 16;
inline constexpr std::size_t blockNumbers = 64 * blockWords;
using Block = Words<blockWords>;

/// Conditions over all numbers of a cube, block by block.
class Conditions {
public:
  Conditions(const Shape& shape, const std::vector<const model::Expression*>& conditions);

  std::size_t size() const { return roots_.size(); }
  /// Evaluates the numbers from `begin` on; `begin` is a multiple of `blockNumbers`.
  void evaluate(std::size_t begin);
  /// The values of one condition in that block. Bits beyond the last number are arbitrary.
  const Block& operator[](std::size_t condition) const { return values_[roots_[condition]]; }

private:
  struct Column {
    Circuit::GateId gate;
    std::size_t digit;
    std::uint64_t bit;
    std::vector<std::uint64_t> pattern; ///< one period and a word more; empty where runs are long
  };
  void addColumn(Circuit::GateId gate);
  void fillFromPattern(const Column& column, std::size_t begin);
  void fillFromRuns(const Column& column, std::size_t begin);

  const Shape* shape_;
  Circuit circuit_;
  std::vector<Circuit::GateId> roots_;
  std::vector<Circuit::GateId> cone_;
  std::vector<Block> values_;
  std::vector<Column> columns_;
};

} // namespace stasis::stability::cube
