#pragma once

// A condition on states as an analyst writes it: options and defines joined by not, and, or, xor, iff,
// implies, if and counts. It is one flat list of nodes in postfix order, so copying, comparing and evaluating
// need no recursion at any length. Every node knows the number of nodes in its subtree.
//
// Invariant: the list is empty (a default-constructed Expression, which only means "none yet") or exactly one
// tree.

#include "model/ids.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace stasis::model {

class Expression {
public:
  enum class Op : std::uint8_t {
    constant, ///< value: 0 or 1
    option,   ///< value: the OptionId
    define,   ///< value: the DefineId
    negation, ///< one operand
    conjunction,
    disjunction, ///< two or more operands
    exclusive,   ///< two or more: true if an odd number of them hold
    iff,         ///< two: both or neither
    implies,     ///< two: the first implies the second
    whenever,    ///< two, written `A if B`: the second implies the first
    atLeast,     ///< any number of operands; value: K
    atMost,
    exactly,
  };

  struct Node {
    Op op;
    std::uint32_t value;    ///< id, constant or K
    std::uint32_t operands; ///< how many; 0 for a leaf
    std::uint32_t size;     ///< nodes in this subtree, itself included
    friend bool operator==(const Node&, const Node&) = default;
  };

  static Expression constant(bool value);
  static Expression option(OptionId option);
  static Expression define(DefineId define);
  static Expression negation(Expression operand);
  /// Joins operands by a connective. `conjunction` and `disjunction` of one operand are that operand; of none
  /// they are `true` and `false`.
  static Expression join(Op op, std::vector<Expression> operands);
  /// `op` is atLeast, atMost or exactly.
  static Expression count(Op op, std::uint32_t k, std::vector<Expression> operands);

  bool empty() const { return nodes_.empty(); }
  std::span<const Node> nodes() const { return nodes_; }
  const Node& root() const { return nodes_.back(); }
  /// The operands of the root, first to last, each its own tree (views into this expression).
  std::vector<std::span<const Node>> operands() const { return operandsOf(nodes_); }
  static std::vector<std::span<const Node>> operandsOf(std::span<const Node> tree);
  /// A copy of one such tree.
  static Expression copyOf(std::span<const Node> tree);

  /// The options named in it, each once, ascending; options inside defines are not included.
  std::vector<OptionId> options() const;
  /// The defines named in it, each once, ascending.
  std::vector<DefineId> defines() const;

  /// Evaluates bottom-up in any algebra of truth values (bool, 64 states in a word, three-valued, a decision
  /// diagram):
  ///   Value constant(bool), option(OptionId), define(DefineId);
  ///   Value apply(Op, std::uint32_t k, std::span<Value> operands)   // may overwrite its operands
  /// O(nodes) calls.
  template <class Value, class Algebra> Value fold(Algebra&& algebra) const {
    std::vector<Value> stack;
    for (const Node& node : nodes_) {
      switch (node.op) {
      case Op::constant: stack.push_back(algebra.constant(node.value != 0)); break;
      case Op::option: stack.push_back(algebra.option(OptionId(node.value))); break;
      case Op::define: stack.push_back(algebra.define(DefineId(node.value))); break;
      default: {
        const std::size_t first = stack.size() - node.operands;
        Value result = algebra.apply(node.op, node.value, std::span<Value>(stack).subspan(first));
        stack.erase(stack.begin() + static_cast<std::ptrdiff_t>(first), stack.end());
        stack.push_back(std::move(result));
      }
      }
    }
    return stack.back();
  }

  friend bool operator==(const Expression&, const Expression&) = default;

private:
  static Expression leaf(Op op, std::uint32_t value);
  static Expression tree(Op op, std::uint32_t value, std::vector<Expression> operands);
  std::vector<Node> nodes_;
};

/// The value of `op` for known operand values (0 or not): the one place that defines every connective.
bool applyTo(Expression::Op op, std::uint32_t k, std::span<const std::uint8_t> operands);

} // namespace stasis::model
