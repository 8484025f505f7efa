#include "analysis/elicit/statement_columns.h"

#include <algorithm>
#include <bit>
#include <map>

namespace stasis::analysis {

using model::Choice;
using model::Conflict;
using model::Expression;
using model::OptionId;
using model::Pattern;
using Op = Expression::Op;

namespace {

constexpr std::size_t mostInTriples = 14; ///< options and defines; of more, only pairs are joined

/// Where a condition holds, and where it does not: in a merged state neither, if its members differ.
struct Column {
  Expression wanted;
  PlaceBits holds, fails;
  unsigned words = 1;
};

/// Both bits of a merged state's members, in the algebra of Expression::fold.
struct ThreeValued {
  const Conflict& conflict;
  const Pattern& state;

  enum Value : std::uint8_t { no, yes, both };
  Value constant(bool value) const { return value ? yes : no; }
  Value option(OptionId id) const {
    const Choice choice = state[id];
    return choice == Choice::either ? both : choice == Choice::no ? no : yes;
  }
  Value define(model::DefineId id) const {
    return conflict.define(id).meaning.fold<Value>(ThreeValued{conflict, state});
  }
  /// Every way to settle what is open is tried, so that nothing is lost but what two operands share.
  Value apply(Op op, std::uint32_t k, std::span<Value> operands) const {
    const auto open = static_cast<std::size_t>(std::ranges::count(operands, both));
    if (open > 8)
      return both;
    bool sawYes = false, sawNo = false;
    for (std::size_t settled = 0; settled < std::size_t{1} << open; ++settled) {
      std::vector<std::uint8_t> values;
      std::size_t next = 0;
      for (const Value value : operands)
        values.push_back(value == both ? static_cast<std::uint8_t>(settled >> next++ & 1U)
                                       : static_cast<std::uint8_t>(value));
      (model::applyTo(op, k, values) ? sawYes : sawNo) = true;
    }
    return sawYes && sawNo ? both : sawYes ? yes : no;
  }
};

Column columnOf(Expression wanted, const Conflict& conflict, const std::vector<Pattern>& states) {
  const std::size_t width = (states.size() + 63) / 64;
  Column column{std::move(wanted), PlaceBits(width), PlaceBits(width)};
  for (std::size_t place = 0; place < states.size(); ++place) {
    const auto value = column.wanted.fold<ThreeValued::Value>(ThreeValued{conflict, states[place]});
    if (value != ThreeValued::both)
      (value == ThreeValued::yes ? column.holds : column.fails)[place / 64] |= std::uint64_t{1} << place % 64;
  }
  return column;
}

Column negated(Column column) {
  std::swap(column.holds, column.fails);
  column.words += column.wanted.nodes().size() == 1 ? 1 : 2; // parentheses
  column.wanted = Expression::negation(std::move(column.wanted));
  return column;
}

PlaceBits both(const PlaceBits& a, const PlaceBits& b) {
  PlaceBits out(a);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] &= b[i];
  return out;
}

PlaceBits either(const PlaceBits& a, const PlaceBits& b) {
  PlaceBits out(a);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] |= b[i];
  return out;
}

/// `op`: conjunction, disjunction, whenever or iff.
Column joined(Op op, const Column& a, const Column& b) {
  Column out{Expression::join(op, {a.wanted, b.wanted}), {}, {}, a.words + b.words};
  switch (op) {
  case Op::conjunction:
    out.holds = both(a.holds, b.holds);
    out.fails = either(a.fails, b.fails);
    break;
  case Op::disjunction:
    out.holds = either(a.holds, b.holds);
    out.fails = both(a.fails, b.fails);
    break;
  case Op::whenever:
    out.holds = either(a.holds, b.fails);
    out.fails = both(a.fails, b.holds);
    break;
  default:
    out.holds = either(both(a.holds, b.holds), both(a.fails, b.fails));
    out.fails = either(both(a.holds, b.fails), both(a.fails, b.holds));
  }
  return out;
}

class Columns {
public:
  Columns(const Conflict& conflict, const std::vector<Pattern>& states) : states_(states.size()) {
    for (std::size_t o = 0; o < conflict.options.size(); ++o)
      addAtom(columnOf(Expression::option(OptionId(o)), conflict, states));
    for (std::size_t d = 0; d < conflict.defines.size(); ++d)
      addAtom(columnOf(Expression::define(model::DefineId(d)), conflict, states));
  }

  std::vector<StatementColumn> joinedUpTo(unsigned most) {
    for (const Column& atom : atoms_)
      keepWithNegation(atom);
    if (most > 1)
      forPairs([&](const Column& pair, std::size_t) { keepWithNegation(pair); });
    if (most > 2 && atoms_.size() <= mostInTriples)
      forPairs([&](const Column& pair, std::size_t last) { joinThird(pair, last); });
    std::vector<StatementColumn> all;
    for (auto& [holds, column] : kept_)
      all.push_back({std::move(column.wanted), holds, column.words});
    std::ranges::stable_sort(all, {}, &StatementColumn::words);
    return all;
  }

private:
  void addAtom(Column atom) {
    const auto same = [&](const Column& other) {
      return other.holds == atom.holds && other.fails == atom.fails;
    };
    if (std::ranges::none_of(atoms_, same))
      atoms_.push_back(std::move(atom));
  }

  /// Every two, with either sign where that says something else. `last`: the greater place of the two.
  template <class Visit> void forPairs(const Visit& visit) const {
    for (std::size_t j = 0; j < atoms_.size(); ++j)
      for (std::size_t i = 0; i < j; ++i) {
        const Column& a = atoms_[i];
        const Column& b = atoms_[j];
        visit(joined(Op::conjunction, a, b), j);
        visit(joined(Op::disjunction, a, b), j);
        visit(joined(Op::whenever, a, b), j);
        visit(joined(Op::whenever, b, a), j);
        visit(joined(Op::conjunction, a, negated(b)), j);
        visit(joined(Op::conjunction, b, negated(a)), j);
        visit(joined(Op::conjunction, negated(a), negated(b)), j);
        visit(joined(Op::iff, a, b), j);
      }
  }

  void joinThird(const Column& pair, std::size_t last) {
    for (std::size_t k = 0; k < atoms_.size(); ++k) {
      if (k == last)
        continue;
      keepWithNegation(joined(Op::conjunction, pair, atoms_[k]));
      keepWithNegation(joined(Op::conjunction, pair, negated(atoms_[k])));
      keepWithNegation(joined(Op::whenever, pair, atoms_[k]));
      keepWithNegation(joined(Op::whenever, pair, negated(atoms_[k])));
    }
  }

  void keepWithNegation(const Column& column) {
    keep(column);
    keep(negated(column));
  }

  void keep(const Column& column) {
    std::size_t holds = 0, fails = 0;
    for (std::size_t i = 0; i < column.holds.size(); ++i) {
      holds += static_cast<std::size_t>(std::popcount(column.holds[i]));
      fails += static_cast<std::size_t>(std::popcount(column.fails[i]));
    }
    if (holds == 0 || fails == 0 || holds + fails < states_)
      return;
    const auto [found, isNew] = kept_.try_emplace(column.holds, column);
    if (!isNew && column.words < found->second.words)
      found->second = column;
  }

  std::size_t states_;
  std::vector<Column> atoms_;
  std::map<PlaceBits, Column> kept_;
};

} // namespace

std::optional<PlaceBits> heldAlike(const Expression& wanted, const Conflict& conflict,
                                   const std::vector<Pattern>& states) {
  Column column = columnOf(wanted, conflict, states);
  std::size_t known = 0;
  for (std::size_t i = 0; i < column.holds.size(); ++i)
    known += static_cast<std::size_t>(std::popcount(column.holds[i] | column.fails[i]));
  return known == states.size() ? std::optional(std::move(column.holds)) : std::nullopt;
}

std::vector<StatementColumn> statementColumns(const Conflict& conflict, const std::vector<Pattern>& states,
                                              unsigned most) {
  return Columns(conflict, states).joinedUpTo(most);
}

} // namespace stasis::analysis
