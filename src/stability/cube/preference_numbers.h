#pragma once

// A party's preference as numbers, larger is better: for each number of a cube how much the party likes that
// state, by blocks. Not every number need occur: they say what comes before what, and what is equal. What
// would take more than 16 bits is made dense first (densify.h), so that most ranks fit in 16.
//
//   prefer  the counts of statements that hold, tier by tier, in mixed radix; statements that are the same in
//           all states are left out where room is short
//   weigh   the sum above the least, in units of what all weights share; options by a table a digit, other
//           conditions 64 numbers a word
//   rank    the place of the class from behind
//
// O(numbers × (statements + 1)), statements 64 numbers a word. Tested in tests/stability.

#include "stability/cube/densify.h"
#include "stability/cube/feasible.h"
#include "stability/cube/option_columns.h"
#include "stability/reference_checks.h"

#include <functional>
#include <optional>

namespace stasis::stability::cube {

class PreferenceNumbers {
public:
  PreferenceNumbers(const Shape& shape, const Feasible& feasible, model::PartyId party, const Errand& errand);

  /// Every number is below this. 1 means that all states are equal to the party.
  std::uint64_t bound() const { return bound_; }

  /// Takes a block, from any thread: up to `blockNumbers` numbers from `begin` on; the pointer leads to
  /// memory of a whole block. Numbers of holes mean nothing.
  using Take16 = std::function<void(std::size_t begin, std::size_t count, const std::uint16_t*)>;
  using Take32 = std::function<void(std::size_t begin, std::size_t count, const std::uint32_t*)>;
  void each(const Take16& take16, const Take32& take32, const Errand& errand);

  /// Frees the memory that `each` needed.
  void release();

  /// For `prefer`: the range of each statement, in the order written. Valid after `each`.
  const std::vector<StatementRange>& statements() const { return statements_; }

private:
  struct Kept {
    std::size_t statement;
    std::uint32_t times; ///< the number so far is multiplied by this
  };
  void prepareStatements(const model::Prioritised& preference, const Errand& errand);
  void keepStatements(const model::Prioritised& preference);
  void findRanges(const Errand& errand);
  void note(const Conditions& conditions, std::size_t begin, std::vector<StatementRange>& ranges) const;
  void merge(const std::vector<StatementRange>& ranges);
  void refineByStatements(const Errand& errand);
  void prepareSums(const model::Weights& weights, const Errand& errand);
  void tabulateOptions(const model::Weights& weights);
  void sortOutOthers(const model::Weights& weights);
  void refineBySums(std::uint64_t most, const Errand& errand);
  void sumBlock(std::size_t begin, std::optional<Conditions>& others, std::span<std::uint64_t> sums) const;
  void prepareClasses(const model::Ranking& ranking);
  void keepDense(std::vector<Rank> dense, std::uint64_t bound);
  void clearHoles(std::vector<std::uint32_t>& digits) const;

  const Shape& shape_;
  const Feasible& feasible_;
  std::uint64_t bound_ = 1;
  std::vector<StatementRange> statements_;
  std::optional<Conditions> conditions_; ///< `prefer`: all statements; `weigh`: those of `others_`
  bool ranged_ = false;                  ///< the ranges are known
  std::vector<Kept> kept_;
  /// For `weigh`: a condition that is not a single option. A negative weight counts where its condition
  /// fails; the order is the same.
  struct Other {
    std::uint64_t units;
    bool negative;
  };
  std::vector<Other> others_;
  std::vector<std::vector<std::uint64_t>> sums_; ///< `weigh`, options: by digit and choice, from 0
  std::vector<std::uint16_t> dense16_;           ///< by number, if made dense or read from a list
  std::vector<std::uint32_t> dense32_;
};

} // namespace stasis::stability::cube
