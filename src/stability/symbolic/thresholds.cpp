#include "stability/symbolic/thresholds.h"

#include <unordered_map>

namespace stasis::stability {

Diagram above(const std::vector<Diagram>& bits, std::size_t first) {
  Diagram result;
  for (std::size_t m = bits.size(); m-- > 0;)
    result = choose(Diagram::variable(first + m), bits[m] & result, bits[m] | result);
  return result;
}

Diagram below(const std::vector<Diagram>& bits, std::size_t first) {
  Diagram result;
  for (std::size_t m = bits.size(); m-- > 0;)
    result = choose(Diagram::variable(first + m), implies(bits[m], result), result - bits[m]);
  return result;
}

namespace {

class PutIn {
public:
  PutIn(const std::vector<Diagram>& bits, std::size_t first) : bits_(bits), first_(first) {}

  Diagram in(const Diagram& f) {
    if (f.isConstant() || f.level() >= first_ + bits_.size())
      return f;
    const auto found = known_.find(f.node());
    if (found != known_.end())
      return found->second.result;
    const std::size_t level = f.level();
    const Diagram test = level < first_ ? Diagram::variable(level) : bits_[level - first_];
    Diagram result = choose(test, in(f.with()), in(f.without()));
    known_.emplace(f.node(), Known{f, result});
    return result;
  }

private:
  struct Known {
    Diagram kept; ///< so that its number stays its own
    Diagram result;
  };
  const std::vector<Diagram>& bits_;
  std::size_t first_;
  std::unordered_map<int, Known> known_;
};

} // namespace

Diagram atThreshold(const Diagram& f, const std::vector<Diagram>& bits, std::size_t first) {
  return PutIn(bits, first).in(f);
}

} // namespace stasis::stability
