#include "model/expression.h"

#include <algorithm>

namespace stasis::model {

Expression Expression::leaf(Op op, std::uint32_t value) {
  Expression e;
  e.nodes_.push_back({op, value, 0, 1});
  return e;
}

Expression Expression::tree(Op op, std::uint32_t value, std::vector<Expression> operands) {
  std::size_t total = 1;
  for (const Expression& operand : operands)
    total += operand.nodes_.size();
  Expression e;
  e.nodes_.reserve(total);
  for (const Expression& operand : operands)
    e.nodes_.insert(e.nodes_.end(), operand.nodes_.begin(), operand.nodes_.end());
  e.nodes_.push_back(
      {op, value, static_cast<std::uint32_t>(operands.size()), static_cast<std::uint32_t>(total)});
  return e;
}

Expression Expression::constant(bool value) { return leaf(Op::constant, value ? 1 : 0); }
Expression Expression::option(OptionId option) {
  return leaf(Op::option, static_cast<std::uint32_t>(option.index()));
}
Expression Expression::define(DefineId define) {
  return leaf(Op::define, static_cast<std::uint32_t>(define.index()));
}

Expression Expression::negation(Expression operand) {
  std::vector<Expression> one;
  one.push_back(std::move(operand));
  return tree(Op::negation, 0, std::move(one));
}

Expression Expression::join(Op op, std::vector<Expression> operands) {
  if (op == Op::conjunction || op == Op::disjunction) {
    if (operands.empty())
      return constant(op == Op::conjunction);
    if (operands.size() == 1)
      return std::move(operands.front());
  }
  return tree(op, 0, std::move(operands));
}

Expression Expression::count(Op op, std::uint32_t k, std::vector<Expression> operands) {
  return tree(op, k, std::move(operands));
}

std::vector<std::span<const Expression::Node>> Expression::operandsOf(std::span<const Node> tree) {
  std::vector<std::span<const Node>> parts(tree.back().operands);
  std::size_t end = tree.size() - 1;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    const std::size_t size = tree[end - 1].size;
    *part = tree.subspan(end - size, size);
    end -= size;
  }
  return parts;
}

Expression Expression::copyOf(std::span<const Node> tree) {
  Expression e;
  e.nodes_.assign(tree.begin(), tree.end());
  return e;
}

namespace {

template <class Id> std::vector<Id> named(std::span<const Expression::Node> nodes, Expression::Op op) {
  std::vector<Id> ids;
  for (const auto& node : nodes)
    if (node.op == op)
      ids.emplace_back(node.value);
  std::ranges::sort(ids);
  const auto rest = std::ranges::unique(ids);
  ids.erase(rest.begin(), rest.end());
  return ids;
}

} // namespace

std::vector<OptionId> Expression::options() const { return named<OptionId>(nodes_, Op::option); }
std::vector<DefineId> Expression::defines() const { return named<DefineId>(nodes_, Op::define); }

bool applyTo(Expression::Op op, std::uint32_t k, std::span<const std::uint8_t> operands) {
  using Op = Expression::Op;
  const auto held = static_cast<std::size_t>(std::ranges::count_if(operands, [](auto v) { return v != 0; }));
  switch (op) {
  case Op::negation: return operands[0] == 0;
  case Op::conjunction: return held == operands.size();
  case Op::disjunction: return held > 0;
  case Op::exclusive: return held % 2 == 1;
  case Op::iff: return (operands[0] != 0) == (operands[1] != 0);
  case Op::implies: return operands[0] == 0 || operands[1] != 0;
  case Op::whenever: return operands[0] != 0 || operands[1] == 0;
  case Op::atLeast: return held >= k;
  case Op::atMost: return held <= k;
  case Op::exactly: return held == k;
  case Op::constant:
  case Op::option:
  case Op::define: break;
  }
  return false;
}

} // namespace stasis::model
