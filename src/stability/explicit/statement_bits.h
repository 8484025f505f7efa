#pragma once

// Which statements hold in which states, computed for 64 states a word and passed on state by state.
//
// O(states × statements / 64) words. Tested through the ranks.

#include "stability/explicit/columns.h"
#include "stability/explicit/preference_ranks.h"

namespace stasis::stability {

/// The statements of a preference, in the order written.
inline std::vector<const model::Statement*> statementsOf(const model::Prioritised& preference) {
  std::vector<const model::Statement*> all;
  for (const auto& tier : preference.tiers)
    for (const auto& statement : tier)
      all.push_back(&statement);
  return all;
}

/// Evaluates statements [first, last) of a list in every state. Passes on one word a state, with the first
/// statement in the most significant used bit.
class StatementBits {
public:
  StatementBits(const StateSpace& space, const std::vector<const model::Statement*>& statements)
      : space_(space), circuit_(space.conflict()) {
    for (const model::Statement* statement : statements)
      roots_.push_back(circuit_.add(statement->wanted));
    values_.resize(circuit_.size());
  }

  /// Takes at most 64 statements and calls `take(s, word)`.
  template <class Take>
  void each(std::size_t first, std::size_t count, std::span<StatementRange> ranges, const Errand& errand,
            Take take) {
    const auto roots = std::span(roots_).subspan(first, count);
    const auto cone = circuit_.cone(roots);
    const auto states = space_.taken();
    for (std::size_t begin = 0; begin < states.size(); begin += blockStates) {
      if (begin % (64 * blockStates) == 0)
        errand.check();
      const auto block = states.subspan(begin, std::min(blockStates, states.size() - begin));
      loadColumns(circuit_, cone, block, values_);
      evaluateWords<blockWords>(circuit_, cone, values_);
      for (std::size_t w = 0; 64 * w < block.size(); ++w)
        handOn(roots, w, begin + 64 * w, std::min<std::size_t>(64, block.size() - 64 * w), ranges, take);
    }
  }

private:
  template <class Take>
  void handOn(std::span<const Circuit::GateId> roots, std::size_t w, std::size_t firstState,
              std::size_t count, std::span<StatementRange> ranges, Take& take) {
    const std::uint64_t valid = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
    BitSquare square{};
    for (std::size_t k = 0; k < roots.size(); ++k) {
      const std::uint64_t word = values_[roots[k]][w];
      square[roots.size() - 1 - k] = word;
      ranges[k].holdsSomewhere |= (word & valid) != 0;
      ranges[k].failsSomewhere |= (~word & valid) != 0;
    }
    transpose(square);
    for (std::size_t s = 0; s < count; ++s)
      take(firstState + s, square[s]);
  }

  const StateSpace& space_;
  Circuit circuit_;
  std::vector<Circuit::GateId> roots_;
  std::vector<Block> values_;
};

} // namespace stasis::stability
