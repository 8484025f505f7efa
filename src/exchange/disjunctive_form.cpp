#include "exchange/disjunctive_form.h"

#include <algorithm>

namespace stasis::exchange {

using model::Expression;
using Op = Expression::Op;
using Form = std::optional<Cubes>; // none: too large

namespace {

const Cubes always{Cube{}};
const Cubes never{};

Form bounded(Cubes cubes) {
  simplify(cubes);
  std::size_t literals = 0;
  for (const Cube& cube : cubes)
    literals += cube.size();
  if (cubes.size() > DisjunctiveForm::mostCubes || literals > DisjunctiveForm::mostLiterals)
    return std::nullopt;
  return cubes;
}

Form either(Form a, const Form& b) {
  if (!a || !b)
    return std::nullopt;
  a->insert(a->end(), b->begin(), b->end());
  return bounded(std::move(*a));
}

Form both(const Form& a, const Form& b) {
  if ((a && a->empty()) || (b && b->empty()))
    return never;
  if (!a || !b || a->size() * b->size() > 16 * DisjunctiveForm::mostCubes)
    return std::nullopt;
  Cubes product;
  for (const Cube& x : *a)
    for (const Cube& y : *b)
      if (auto cube = both(x, y))
        product.push_back(std::move(*cube));
  return bounded(std::move(product));
}

/// Both senses of every operand of one node.
struct Operands {
  std::vector<Form> holds;
  std::vector<Form> fails;
  const std::vector<Form>& in(bool truth) const { return truth ? holds : fails; }
  std::size_t count() const { return holds.size(); }
};

Form anyOf(const std::vector<Form>& forms) {
  Cubes all;
  for (const Form& form : forms) {
    if (!form || all.size() + form->size() > 16 * DisjunctiveForm::mostCubes)
      return std::nullopt;
    all.insert(all.end(), form->begin(), form->end());
  }
  return bounded(std::move(all));
}

Form allOf(const std::vector<Form>& forms) {
  Form product = always;
  for (const Form& form : forms)
    product = both(product, form);
  return product;
}

/// At least k of them: `reached[j]` holds where at least j of those seen so far do.
Form atLeast(std::size_t k, const std::vector<Form>& forms) {
  if (k > forms.size())
    return never;
  std::vector<Form> reached(k + 1, Form(never));
  reached[0] = always;
  for (const Form& form : forms)
    for (std::size_t j = k; j >= 1; --j)
      reached[j] = either(reached[j], both(reached[j - 1], form));
  return reached[k];
}

/// Exactly k: `counted[j]` holds where exactly j of those seen so far do.
Form exactly(std::size_t k, const Operands& of) {
  if (k > of.count())
    return never;
  std::vector<Form> counted(k + 1, Form(never));
  counted[0] = always;
  for (std::size_t i = 0; i < of.count(); ++i) {
    for (std::size_t j = k; j >= 1; --j)
      counted[j] = either(both(counted[j], of.fails[i]), both(counted[j - 1], of.holds[i]));
    counted[0] = both(counted[0], of.fails[i]);
  }
  return counted[k];
}

/// An odd (or even) number of them.
Form parity(bool odd, const Operands& of) {
  Form isOdd = never;
  Form isEven = always;
  for (std::size_t i = 0; i < of.count(); ++i) {
    Form next = either(both(isOdd, of.fails[i]), both(isEven, of.holds[i]));
    isEven = either(both(isEven, of.fails[i]), both(isOdd, of.holds[i]));
    isOdd = std::move(next);
  }
  return odd ? isOdd : isEven;
}

/// `from` implies `to`, or its negation.
Form implication(bool truth, std::size_t from, std::size_t to, const Operands& of) {
  return truth ? either(of.fails[from], of.holds[to]) : both(of.holds[from], of.fails[to]);
}

Form apply(const Expression::Node& node, bool truth, const Operands& of) {
  const std::size_t n = of.count();
  const std::size_t k = node.value;
  switch (node.op) {
  case Op::constant: return (node.value != 0) == truth ? always : never;
  case Op::option: return Cubes{{{model::OptionId(node.value), truth}}};
  case Op::define: break;
  case Op::negation: return of.in(!truth)[0];
  case Op::conjunction: return truth ? allOf(of.holds) : anyOf(of.fails);
  case Op::disjunction: return truth ? anyOf(of.holds) : allOf(of.fails);
  case Op::exclusive: return parity(truth, of);
  case Op::iff: return parity(!truth, of);
  case Op::implies: return implication(truth, 0, 1, of);
  case Op::whenever: return implication(truth, 1, 0, of);
  case Op::atLeast:
    if (k > n)
      return truth ? never : always;
    return truth ? atLeast(k, of.holds) : atLeast(n - k + 1, of.fails);
  case Op::atMost:
    if (k >= n)
      return truth ? always : never;
    return truth ? atLeast(n - k, of.fails) : atLeast(k + 1, of.holds);
  case Op::exactly:
    if (truth)
      return exactly(k, of);
    return k > n ? always : either(atLeast(k + 1, of.holds), atLeast(n - k + 1, of.fails));
  }
  return std::nullopt;
}

/// The senses of an operand that the node needs for its own sense `truth`.
std::array<bool, 2> neededOf(const Expression::Node& node, std::size_t operand, bool truth) {
  bool same = true;
  switch (node.op) {
  case Op::exclusive:
  case Op::iff:
  case Op::exactly: return {true, true};
  case Op::negation:
  case Op::atMost: same = false; break;
  case Op::implies: same = operand == 1; break;
  case Op::whenever: same = operand == 0; break;
  default: break;
  }
  return {truth != same, truth == same};
}

/// Positions of the roots of a node's operands, last operand first.
std::vector<std::size_t> rootsBelow(std::span<const Expression::Node> nodes, std::size_t at) {
  std::vector<std::size_t> roots;
  std::size_t end = at;
  for (std::uint32_t i = 0; i < nodes[at].operands; ++i) {
    roots.push_back(end - 1);
    end -= nodes[end - 1].size;
  }
  return roots;
}

} // namespace

std::optional<Cubes> DisjunctiveForm::of(const Expression& expression, bool truth) {
  auto subtrees = spread(expression.nodes(), {!truth, truth});
  computeDefines();
  compute(expression.nodes(), subtrees);
  return std::move(subtrees.back().cubes[truth ? 1 : 0]);
}

/// From the root down: which sense each node needs. Records what is needed of defines as well.
std::vector<DisjunctiveForm::Subtree> DisjunctiveForm::spread(Nodes nodes, std::array<bool, 2> needed) {
  std::vector<Subtree> subtrees(nodes.size());
  subtrees.back().needed = needed;
  for (std::size_t at = nodes.size(); at-- > 0;) {
    for (const bool truth : {false, true}) {
      if (!subtrees[at].needed[truth])
        continue;
      if (nodes[at].op == Op::define)
        defines_[nodes[at].value].needed[truth] = true;
      const auto roots = rootsBelow(nodes, at);
      for (std::size_t i = 0; i < roots.size(); ++i) {
        const auto below = neededOf(nodes[at], roots.size() - 1 - i, truth);
        for (const int sense : {0, 1})
          subtrees[roots[i]].needed[sense] |= below[sense];
      }
    }
  }
  return subtrees;
}

/// From the leaves up. A node takes over the cubes of its operands.
void DisjunctiveForm::compute(Nodes nodes, std::vector<Subtree>& subtrees) const {
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    Operands operands;
    auto roots = rootsBelow(nodes, at);
    std::ranges::reverse(roots);
    for (const std::size_t root : roots) {
      operands.fails.push_back(std::move(subtrees[root].cubes[0]));
      operands.holds.push_back(std::move(subtrees[root].cubes[1]));
    }
    for (const bool truth : {false, true})
      if (subtrees[at].needed[truth])
        subtrees[at].cubes[truth] = nodes[at].op == Op::define ? defines_[nodes[at].value].cubes[truth]
                                                               : apply(nodes[at], truth, operands);
  }
}

/// A define names only earlier ones. So needs spread from the last to the first, and cubes from the first to
/// the last.
void DisjunctiveForm::computeDefines() {
  std::vector<std::vector<Subtree>> open(defines_.size());
  for (std::size_t d = defines_.size(); d-- > 0;) {
    Definition& define = defines_[d];
    const std::array<bool, 2> fresh{define.needed[0] && !define.computed[0],
                                    define.needed[1] && !define.computed[1]};
    if (fresh[0] || fresh[1])
      open[d] = spread(conflict_.defines[d].meaning.nodes(), fresh);
  }
  for (std::size_t d = 0; d < defines_.size(); ++d) {
    if (open[d].empty())
      continue;
    compute(conflict_.defines[d].meaning.nodes(), open[d]);
    for (const int sense : {0, 1})
      if (open[d].back().needed[sense]) {
        defines_[d].cubes[sense] = std::move(open[d].back().cubes[sense]);
        defines_[d].computed[sense] = true;
      }
  }
}

} // namespace stasis::exchange
