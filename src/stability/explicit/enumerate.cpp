#include "stability/explicit/enumerate.h"

#include "stability/constraint_search.h"
#include "stability/explicit/radix_sort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace stasis::stability {

namespace {

/// The values of the k-th lowest option in 64 states that run through all choices of six options.
constexpr std::array<std::uint64_t, 6> runningColumn{0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC,
                                                     0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00,
                                                     0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};

class Enumeration {
public:
  Enumeration(const model::Conflict& conflict, std::uint64_t maxStates, const Errand& errand)
      : search_(conflict, everyConstraint(conflict)), maxStates_(maxStates), errand_(errand),
        words_(search_.circuit().size()) {}

  /// Returns false if it gives up because dead ends outnumber states. With `patient` it never gives up.
  bool run(const std::vector<model::OptionId>& order, bool patient) {
    states_.clear();
    order_ = order;
    patient_ = patient;
    deadEnds_ = 0;
    below_.assign(order.size() + 1, 0);
    for (std::size_t d = order.size(); d-- > 0;)
      below_[d] = below_[d + 1] | std::uint64_t{1} << order[d].index();
    return !search_.possible() || extend(0, 0);
  }

  std::vector<model::OptionId> constraintOrder() const { return search_.constraintOrder(); }
  std::vector<std::uint64_t> take() { return std::move(states_); }

private:
  static std::vector<std::size_t> everyConstraint(const model::Conflict& conflict) {
    std::vector<std::size_t> all(conflict.constraints.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
  }

  bool extend(std::size_t depth, std::uint64_t taken) {
    if (++steps_ % 4096 == 0)
      errand_.check();
    if (search_.undecided() == 0) {
      addAll(taken, below_[depth]);
      return true;
    }
    if (order_.size() - depth <= runningColumn.size()) {
      decideTogether(taken, below_[depth]);
      return goOn();
    }
    int barred = 0;
    for (const bool take : {false, true}) {
      const std::uint64_t bit = take ? std::uint64_t{1} << order_[depth].index() : 0;
      const bool allowed = search_.set(order_[depth], take);
      const bool going = !allowed || extend(depth + 1, taken | bit);
      search_.undo();
      if (!going)
        return false;
      barred += allowed ? 0 : 1;
    }
    deadEnds_ += barred == 2 ? 1 : 0;
    return goOn();
  }

  bool goOn() const { return patient_ || deadEnds_ < 100'000 + 4 * states_.size(); }

  void allow(std::uint64_t more) const {
    if (more > maxStates_ - states_.size())
      throw LimitReached(Limit::states, "more than " + std::to_string(maxStates_) + " feasible states");
  }

  /// Adds every choice of the free options.
  void addAll(std::uint64_t taken, std::uint64_t free) {
    const int count = std::popcount(free);
    allow(std::uint64_t{1} << count);
    if (std::uint64_t{1} << count > states_.size())
      states_.reserve(states_.size() + (std::size_t{1} << count));
    std::uint64_t choice = 0;
    for (std::uint64_t left = std::uint64_t{1} << count; left > 0; --left) {
      states_.push_back(taken | choice);
      choice = (choice - free) & free; // the next subset of `free`
      if (left % 1'000'000 == 0)
        errand_.check();
    }
  }

  /// Adds every choice of at most six free options that meets the constraints left, 64 at once.
  void decideTogether(std::uint64_t taken, std::uint64_t free) {
    std::uint64_t held = ~std::uint64_t{0};
    const int count = std::popcount(free);
    if (count < 6)
      held = (std::uint64_t{1} << (std::uint64_t{1} << count)) - 1;
    for (std::size_t k = 0; k < search_.constraintCount() && held != 0; ++k) {
      if (search_.isDecided(k))
        continue;
      const auto& cone = search_.coneOf(k);
      for (const Circuit::GateId g : cone)
        if (search_.circuit().gate(g).op == Circuit::Op::option)
          words_[g][0] = column(search_.circuit().gate(g).value, taken, free);
      evaluateWords<1>(search_.circuit(), cone, words_);
      held &= words_[search_.rootOf(k)][0];
    }
    deadEnds_ += held == 0 ? 1 : 0;
    allow(static_cast<std::uint64_t>(std::popcount(held)));
    for (; held != 0; held &= held - 1)
      states_.push_back(taken | spread(static_cast<unsigned>(std::countr_zero(held)), free));
  }

  static std::uint64_t column(std::uint32_t option, std::uint64_t taken, std::uint64_t free) {
    const std::uint64_t bit = std::uint64_t{1} << option;
    if ((free & bit) != 0)
      return runningColumn[static_cast<std::size_t>(std::popcount(free & (bit - 1)))];
    return (taken & bit) != 0 ? ~std::uint64_t{0} : 0;
  }

  /// Spreads the bits of `choice`, lowest first, to the places of `free`.
  static std::uint64_t spread(unsigned choice, std::uint64_t free) {
    std::uint64_t result = 0;
    for (; choice != 0; choice >>= 1, free &= free - 1)
      if ((choice & 1) != 0)
        result |= free & -free;
    return result;
  }

  ConstraintSearch search_;
  std::uint64_t maxStates_;
  const Errand& errand_;
  std::vector<Words<1>> words_;
  std::vector<model::OptionId> order_;
  std::vector<std::uint64_t> below_; ///< by depth: the options not yet set
  std::vector<std::uint64_t> states_;
  bool patient_ = false;
  std::size_t deadEnds_ = 0;
  std::size_t steps_ = 0;
};

} // namespace

std::vector<std::uint64_t> feasibleStates(const model::Conflict& conflict, std::uint64_t maxStates,
                                          const Errand& errand) {
  Enumeration enumeration(conflict, maxStates, errand);
  std::vector<model::OptionId> order;
  for (std::size_t o = conflict.options.size(); o-- > 0;)
    order.emplace_back(o);
  if (!enumeration.run(order, false))
    enumeration.run(enumeration.constraintOrder(), true);
  std::vector<std::uint64_t> states = enumeration.take();
  if (!std::ranges::is_sorted(states)) {
    std::vector<std::uint64_t> scratch;
    radixSort(states, scratch, 0, static_cast<unsigned>(conflict.options.size()));
  }
  return states;
}

} // namespace stasis::stability
