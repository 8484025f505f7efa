#include "stability/symbolic/conditions.h"

#include <algorithm>

namespace stasis::stability {

using Op = model::Expression::Op;

Conditions::Conditions(const model::Conflict& conflict, const Levels& levels, DiagramTable& table)
    : conflict_(conflict), levels_(levels), table_(table), defines_(conflict.defines.size()) {}

std::vector<Diagram> Conditions::heldAtLeast(std::span<const Diagram> operands, std::size_t most) {
  // Taken from the bottom of the order upwards, every step adds nodes on top only.
  std::vector<Diagram> upwards(operands.begin(), operands.end());
  const auto level = [](const Diagram& d) { return d.isConstant() ? 0 : d.level(); };
  std::ranges::stable_sort(upwards, std::greater<>(), level);
  std::vector<Diagram> held{Diagram::constant(true)};
  held.resize(most + 1);
  std::size_t seen = 0;
  for (const Diagram& operand : upwards) {
    seen = std::min(seen + 1, most);
    for (std::size_t k = seen; k > 0; --k)
      held[k] = choose(operand, held[k - 1], held[k]);
  }
  return held;
}

struct Conditions::Algebra {
  Conditions& conditions;

  Diagram constant(bool value) const { return Diagram::constant(value); }
  Diagram option(model::OptionId id) const { return conditions.option(id); }
  Diagram define(model::DefineId id) const { return *conditions.defines_[id.index()]; }

  Diagram apply(Op op, std::uint32_t k, std::span<const Diagram> operands) const {
    switch (op) {
    case Op::negation: return !operands[0];
    case Op::conjunction: return joined(operands, [](const auto& a, const auto& b) { return a & b; });
    case Op::disjunction: return joined(operands, [](const auto& a, const auto& b) { return a | b; });
    case Op::exclusive: return joined(operands, [](const auto& a, const auto& b) { return a ^ b; });
    case Op::iff: return !(operands[0] ^ operands[1]);
    case Op::implies: return implies(operands[0], operands[1]);
    case Op::whenever: return implies(operands[1], operands[0]);
    case Op::atLeast: return atLeast(k, operands);
    case Op::atMost: return k >= operands.size() ? constant(true) : !atLeast(k + 1, operands);
    case Op::exactly: {
      if (k > operands.size())
        return {};
      const auto held = heldAtLeast(operands, std::min<std::size_t>(k + 1, operands.size()));
      return k == operands.size() ? held[k] : held[k] - held[k + 1];
    }
    case Op::constant:
    case Op::option:
    case Op::define: break;
    }
    return {};
  }

private:
  static Diagram atLeast(std::uint32_t k, std::span<const Diagram> operands) {
    return k > operands.size() ? Diagram() : heldAtLeast(operands, k)[k];
  }

  template <class Join> static Diagram joined(std::span<const Diagram> operands, Join join) {
    std::vector<Diagram> upwards(operands.begin(), operands.end());
    std::ranges::stable_sort(upwards, std::greater<>(),
                             [](const Diagram& d) { return d.isConstant() ? 0 : d.level(); });
    Diagram all = upwards.front();
    for (std::size_t k = 1; k < upwards.size(); ++k)
      all = join(upwards[k], all);
    return all;
  }
};

Diagram Conditions::where(const model::Expression& expression) {
  for (const model::DefineId id : expression.defines())
    define(id);
  return expression.fold<Diagram>(Algebra{*this});
}

/// Without recursion, since a chain of defines may be as long as the file.
Diagram Conditions::define(model::DefineId id) {
  std::vector<model::DefineId> waiting{id};
  while (!waiting.empty()) {
    const model::DefineId top = waiting.back();
    const auto& meaning = conflict_.define(top).meaning;
    const std::size_t before = waiting.size();
    if (!defines_[top.index()])
      for (const model::DefineId inner : meaning.defines())
        if (!defines_[inner.index()])
          waiting.push_back(inner);
    if (waiting.size() > before)
      continue;
    if (!defines_[top.index()])
      defines_[top.index()] = meaning.fold<Diagram>(Algebra{*this});
    waiting.pop_back();
  }
  return *defines_[id.index()];
}

Diagram Conditions::matching(const model::Pattern& pattern) const {
  Diagram all = Diagram::constant(true);
  for (auto at = levels_.options().rbegin(); at != levels_.options().rend(); ++at)
    if (pattern[*at] != model::Choice::either)
      all = pattern.taken(*at) ? option(*at) & all : all - option(*at);
  return all;
}

} // namespace stasis::stability
