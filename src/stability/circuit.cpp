#include "stability/circuit.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace stasis::stability {

namespace {

constexpr Circuit::GateId none = std::numeric_limits<Circuit::GateId>::max();
using Op = model::Expression::Op;

} // namespace

Circuit::Circuit(const model::Conflict& conflict)
    : conflict_(conflict), optionGates_(conflict.options.size(), none),
      defineGates_(conflict.defines.size(), none), constantGates_(2, none) {}

struct Circuit::Adder {
  Circuit& circuit;
  GateId constant(bool value) { return circuit.constant(value); }
  GateId option(model::OptionId id) { return circuit.option(id); }
  // A define names only earlier defines; all of those have their gates already.
  GateId define(model::DefineId id) { return circuit.defineGates_[id.index()]; }
  GateId apply(Op op, std::uint32_t k, std::span<const GateId> operands) {
    return circuit.append(op, k, operands);
  }
};

Circuit::GateId Circuit::add(const model::Expression& expression) {
  for (const model::DefineId id : expression.defines())
    define(id);
  return expression.fold<GateId>(Adder{*this});
}

Circuit::GateId Circuit::append(Op op, std::uint32_t value, std::span<const GateId> operands) {
  gates_.push_back(
      {op, value, static_cast<std::uint32_t>(operands_.size()), static_cast<std::uint32_t>(operands.size())});
  operands_.insert(operands_.end(), operands.begin(), operands.end());
  return static_cast<GateId>(gates_.size() - 1);
}

Circuit::GateId Circuit::option(model::OptionId id) {
  GateId& made = optionGates_[id.index()];
  if (made == none)
    made = append(Op::option, static_cast<std::uint32_t>(id.index()), {});
  return made;
}

Circuit::GateId Circuit::constant(bool value) {
  GateId& made = constantGates_[value ? 1 : 0];
  if (made == none)
    made = append(Op::constant, value ? 1 : 0, {});
  return made;
}

/// Makes the gates of the define and of the defines it depends on, without recursion: a chain of defines may
/// be as long as the file.
Circuit::GateId Circuit::define(model::DefineId id) {
  std::vector<model::DefineId> waiting{id};
  while (!waiting.empty()) {
    const model::DefineId top = waiting.back();
    const auto& meaning = conflict_.define(top).meaning;
    const std::size_t before = waiting.size();
    if (defineGates_[top.index()] == none)
      for (const model::DefineId inner : meaning.defines())
        if (defineGates_[inner.index()] == none)
          waiting.push_back(inner);
    if (waiting.size() > before)
      continue;
    if (defineGates_[top.index()] == none)
      defineGates_[top.index()] = meaning.fold<GateId>(Adder{*this});
    waiting.pop_back();
  }
  return defineGates_[id.index()];
}

std::vector<Circuit::GateId> Circuit::cone(std::span<const GateId> roots,
                                           std::span<const GateId> known) const {
  // Operands have smaller numbers, so no later gate needs the largest one that waits. What is outside the
  // cone costs nothing, so the cones of many constraints together cost no more than the constraints.
  std::vector<GateId> waiting(roots.begin(), roots.end());
  std::ranges::make_heap(waiting);
  std::vector<GateId> gates;
  while (!waiting.empty()) {
    std::ranges::pop_heap(waiting);
    const GateId gate = waiting.back();
    waiting.pop_back();
    if (!gates.empty() && gates.back() == gate)
      continue;
    gates.push_back(gate);
    if (std::ranges::binary_search(known, gate))
      continue;
    for (const GateId operand : operands(gates_[gate])) {
      waiting.push_back(operand);
      std::ranges::push_heap(waiting);
    }
  }
  std::ranges::reverse(gates);
  return gates;
}

std::vector<model::OptionId> Circuit::options(std::span<const GateId> gates) const {
  std::vector<model::OptionId> found;
  for (const GateId g : gates)
    if (gates_[g].op == Op::option)
      found.emplace_back(gates_[g].value);
  std::ranges::sort(found);
  return found;
}

namespace {

constexpr std::uint64_t ones = ~std::uint64_t{0};

/// Counts the operands that hold, for 64 states at once, as binary digits in words (a bit-sliced counter).
class Counter {
public:
  explicit Counter(std::size_t most) : used_(static_cast<std::size_t>(std::bit_width(most))) {}

  void add(std::uint64_t word) {
    for (std::size_t d = 0; d < used_; ++d) {
      const std::uint64_t carry = digits_[d] & word;
      digits_[d] ^= word;
      word = carry;
    }
  }

  std::uint64_t atLeast(std::uint32_t k) const {
    if (k >> used_ != 0)
      return 0;
    std::uint64_t more = 0;
    std::uint64_t same = ones;
    for (std::size_t d = used_; d-- > 0;) {
      const std::uint64_t wanted = (k >> d & 1) != 0 ? ones : 0;
      more |= same & digits_[d] & ~wanted;
      same &= ~(digits_[d] ^ wanted);
    }
    return more | same;
  }

  std::uint64_t exactly(std::uint32_t k) const {
    if (k >> used_ != 0)
      return 0;
    std::uint64_t same = ones;
    for (std::size_t d = 0; d < used_; ++d)
      same &= ~(digits_[d] ^ ((k >> d & 1) != 0 ? ones : 0));
    return same;
  }

private:
  std::size_t used_;
  std::array<std::uint64_t, 32> digits_{};
};

/// One word of one gate; `operand(i)` is the same word of operand i.
template <class Operand> std::uint64_t wordOf(const Circuit::Gate& gate, Operand operand) {
  const std::size_t n = gate.operandCount;
  const auto counter = [&] {
    Counter count(n);
    for (std::size_t i = 0; i < n; ++i)
      count.add(operand(i));
    return count;
  };
  std::uint64_t word = 0;
  switch (gate.op) {
  case Op::constant: return gate.value != 0 ? ones : 0;
  case Op::negation: return ~operand(0);
  case Op::conjunction:
    word = ones;
    for (std::size_t i = 0; i < n; ++i)
      word &= operand(i);
    return word;
  case Op::disjunction:
    for (std::size_t i = 0; i < n; ++i)
      word |= operand(i);
    return word;
  case Op::exclusive:
    for (std::size_t i = 0; i < n; ++i)
      word ^= operand(i);
    return word;
  case Op::iff: return ~(operand(0) ^ operand(1));
  case Op::implies: return ~operand(0) | operand(1);
  case Op::whenever: return operand(0) | ~operand(1);
  case Op::atLeast: return counter().atLeast(gate.value);
  case Op::atMost: return gate.value >= n ? ones : ~counter().atLeast(gate.value + 1);
  case Op::exactly: return counter().exactly(gate.value);
  case Op::option:
  case Op::define: break;
  }
  return word;
}

/// All words of a gate at once, for the most frequent gates; false for others.
template <std::size_t W>
bool joinWords(const Circuit::Gate& gate, std::span<const Circuit::GateId> operands,
               const std::vector<Words<W>>& values, Words<W>& result) {
  if (operands.empty())
    return false;
  Words<W> all = values[operands[0]]; // never the gate's own: operands come before it
  const auto join = [&](auto apply) {
    for (const Circuit::GateId operand : operands.subspan(1)) {
      const Words<W>& other = values[operand];
      for (std::size_t w = 0; w < W; ++w)
        all[w] = apply(all[w], other[w]);
    }
    result = all;
    return true;
  };
  switch (gate.op) {
  case Op::negation:
    for (std::size_t w = 0; w < W; ++w)
      result[w] = ~all[w];
    return true;
  case Op::conjunction: return join([](std::uint64_t a, std::uint64_t b) { return a & b; });
  case Op::disjunction: return join([](std::uint64_t a, std::uint64_t b) { return a | b; });
  case Op::exclusive: return join([](std::uint64_t a, std::uint64_t b) { return a ^ b; });
  case Op::iff: return join([](std::uint64_t a, std::uint64_t b) { return ~(a ^ b); });
  case Op::implies: return join([](std::uint64_t a, std::uint64_t b) { return ~a | b; });
  case Op::whenever: return join([](std::uint64_t a, std::uint64_t b) { return a | ~b; });
  default: return false;
  }
}

constexpr Tri tri(bool canBeNo, bool canBeYes) {
  return static_cast<Tri>((canBeNo ? 1 : 0) | (canBeYes ? 2 : 0));
}
constexpr bool canBeNo(Tri t) { return (static_cast<int>(t) & 1) != 0; }
constexpr bool canBeYes(Tri t) { return (static_cast<int>(t) & 2) != 0; }

Tri triOf(const Circuit::Gate& gate, std::span<const Circuit::GateId> operands,
          const std::vector<Tri>& values) {
  std::size_t least = 0; // operands that certainly hold
  std::size_t most = 0;  // operands that can hold
  for (const Circuit::GateId o : operands) {
    least += canBeNo(values[o]) ? 0 : 1;
    most += canBeYes(values[o]) ? 1 : 0;
  }
  const auto operand = [&](std::size_t i) { return values[operands[i]]; };
  const auto implied = [](Tri a, Tri b) { return tri(canBeYes(a) && canBeNo(b), canBeNo(a) || canBeYes(b)); };
  switch (gate.op) {
  case Op::constant: return gate.value != 0 ? Tri::yes : Tri::no;
  case Op::negation: return tri(canBeYes(operand(0)), canBeNo(operand(0)));
  case Op::conjunction: return tri(least < operands.size(), most == operands.size());
  case Op::disjunction: return tri(least == 0, most > 0);
  case Op::exclusive: return least < most ? Tri::open : tri(least % 2 == 0, least % 2 == 1);
  case Op::iff: return least < most ? Tri::open : tri(least == 1, least != 1);
  case Op::implies: return implied(operand(0), operand(1));
  case Op::whenever: return implied(operand(1), operand(0));
  case Op::atLeast: return tri(least < gate.value, most >= gate.value);
  case Op::atMost: return tri(most > gate.value, least <= gate.value);
  case Op::exactly:
    return tri(least != gate.value || most != gate.value, least <= gate.value && gate.value <= most);
  case Op::option:
  case Op::define: break;
  }
  return Tri::open;
}

} // namespace

template <std::size_t W>
void evaluateWords(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                   std::vector<Words<W>>& values) {
  for (const Circuit::GateId id : cone) {
    const Circuit::Gate& gate = circuit.gate(id);
    if (gate.op == Op::option)
      continue;
    const auto operands = circuit.operands(gate);
    if (!joinWords(gate, operands, values, values[id]))
      for (std::size_t w = 0; w < W; ++w)
        values[id][w] = wordOf(gate, [&](std::size_t i) { return values[operands[i]][w]; });
  }
}

template void evaluateWords<1>(const Circuit&, std::span<const Circuit::GateId>, std::vector<Words<1>>&);
template void evaluateWords<16>(const Circuit&, std::span<const Circuit::GateId>, std::vector<Words<16>>&);

void evaluateOpen(const Circuit& circuit, std::span<const Circuit::GateId> cone, std::vector<Tri>& values) {
  for (const Circuit::GateId id : cone) {
    const Circuit::Gate& gate = circuit.gate(id);
    if (gate.op != Op::option)
      values[id] = triOf(gate, circuit.operands(gate), values);
  }
}

} // namespace stasis::stability
