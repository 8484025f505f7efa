#include "exchange/readable_constraints.h"

#include <algorithm>
#include <map>
#include <set>

namespace stasis::exchange {

using model::Constraint;
using model::Expression;
using model::OptionId;
using Op = Expression::Op;
using Options = std::vector<OptionId>;

namespace {

bool all(const Cube& cube, bool taken) {
  return std::ranges::all_of(cube, [&](Literal literal) { return literal.taken == taken; });
}

Options optionsOf(const Cube& cube) {
  Options options;
  for (const Literal literal : cube)
    options.push_back(literal.option);
  return options;
}

Expression count(Op op, const Options& options) {
  std::vector<Expression> list;
  for (const OptionId option : options)
    list.push_back(Expression::option(option));
  return Expression::count(op, 1, std::move(list));
}

Expression denied(const Expression& expression) {
  return expression.root().op == Op::negation ? Expression::copyOf(expression.operands()[0])
                                              : Expression::negation(expression);
}

class Grouping {
public:
  explicit Grouping(const std::vector<Infeasible>& conditions) : conditions_(conditions) {
    for (const Infeasible& condition : conditions)
      if (isExclusion(condition))
        exclude(condition.cubes[0][0].option, condition.cubes[0][1].option);
  }

  std::vector<Constraint> run() {
    for (const Infeasible& condition : conditions_)
      if (isNoneOf(condition) && excludeEachOther(optionsOf(condition.cubes[0])))
        cover(optionsOf(condition.cubes[0]));
    std::vector<Constraint> constraints;
    for (const Infeasible& condition : conditions_)
      if (auto holds = constraintOf(condition))
        constraints.push_back({std::move(*holds), {}, condition.range});
    return constraints;
  }

private:
  using Pair = std::pair<OptionId, OptionId>;

  const std::vector<Infeasible>& conditions_;
  std::map<OptionId, std::set<OptionId>> excludes_;
  std::set<Pair> covered_; ///< exclusions that a constraint already states

  static bool isExclusion(const Infeasible& condition) {
    return condition.cubes.size() == 1 && condition.cubes[0].size() == 2 && all(condition.cubes[0], true);
  }
  static bool isNoneOf(const Infeasible& condition) {
    return condition.cubes.size() == 1 && condition.cubes[0].size() > 1 && all(condition.cubes[0], false);
  }

  void exclude(OptionId a, OptionId b) {
    excludes_[a].insert(b);
    excludes_[b].insert(a);
  }

  bool excludeEachOther(OptionId a, OptionId b) const {
    const auto found = excludes_.find(a);
    return found != excludes_.end() && found->second.contains(b);
  }

  bool excludesAll(OptionId option, const Options& others) const {
    return std::ranges::all_of(others, [&](OptionId other) { return excludeEachOther(option, other); });
  }

  bool excludeEachOther(const Options& options) const {
    for (std::size_t i = 1; i < options.size(); ++i)
      if (!excludesAll(options[i], {options.begin(), options.begin() + static_cast<std::ptrdiff_t>(i)}))
        return false;
    return true;
  }

  void cover(const Options& options) {
    for (std::size_t i = 0; i < options.size(); ++i)
      for (std::size_t j = i + 1; j < options.size(); ++j)
        covered_.insert({options[i], options[j]});
  }

  /// The constraint for the condition, unless a group already states it.
  std::optional<Expression> constraintOf(const Infeasible& condition) {
    if (isNoneOf(condition)) {
      const Options options = optionsOf(condition.cubes[0]);
      return count(excludeEachOther(options) ? Op::exactly : Op::atLeast, options);
    }
    if (isExclusion(condition))
      return groupOf(condition.cubes[0]);
    return denied(expressionOf(condition.cubes));
  }

  /// The exclusion, extended by all options that can join it.
  std::optional<Expression> groupOf(const Cube& pair) {
    if (covered_.contains({pair[0].option, pair[1].option}))
      return std::nullopt;
    Options group{pair[0].option, pair[1].option};
    for (const OptionId candidate : excludes_.at(group[0]))
      if (excludesAll(candidate, group))
        group.push_back(candidate);
    std::ranges::sort(group);
    cover(group);
    return group.size() > 2 ? count(Op::atMost, group) : denied(expressionOf(pair));
  }
};

} // namespace

std::vector<Constraint> readableConstraints(const std::vector<Infeasible>& conditions) {
  return Grouping(conditions).run();
}

} // namespace stasis::exchange
