#include "analysis/invert/infeasible.h"

#include "analysis/states/states_named.h"
#include "language/parse.h"
#include "stability/constraint_search.h"

#include <algorithm>

namespace stasis::analysis {

using model::Expression;
using model::OptionId;
using model::Pattern;

namespace {

/// The options are as in the pattern.
Expression like(const Pattern& pattern) {
  std::vector<Expression> all;
  for (std::size_t o = 0; o < pattern.size(); ++o) {
    const OptionId option(o);
    if (pattern[option] == model::Choice::either)
      continue;
    all.push_back(pattern.taken(option) ? Expression::option(option)
                                        : Expression::negation(Expression::option(option)));
  }
  return Expression::join(Expression::Op::conjunction, std::move(all));
}

/// What the text says of options, feasible or not; none if it is neither a state's name nor an expression.
std::optional<Expression> said(const model::Conflict& conflict, const std::string& text) {
  if (text == "status-quo" || text == "status quo")
    return conflict.statusQuo ? std::optional(like(*conflict.statusQuo)) : std::nullopt;
  for (const auto& named : conflict.named)
    if (named.name == text || (!named.label.empty() && named.label == text))
      return like(named.state);
  if (const auto letters = Pattern::parse(text); letters && letters->size() == conflict.options.size())
    return like(*letters);
  return language::parseExpression(language::SourceText("STATE", text), conflict).expression;
}

} // namespace

std::optional<Infeasible> whyInfeasible(stability::Engine& engine, std::string_view text,
                                        const stability::Errand& errand) {
  if (statesNamed(engine, text).set)
    return std::nullopt;
  const auto wanted = said(engine.conflict(), std::string(text));
  if (!wanted)
    return std::nullopt;
  const auto nowhere = engine.where(Expression::negation(*wanted));
  if (engine.count(engine.without(engine.feasible(), nowhere)) > 0)
    return std::nullopt; // true for some members of a merged state
  Infeasible why{!engine.conflict().listed.empty(), {}};
  if (why.listed)
    return why;
  model::Conflict conflict = engine.conflict();
  conflict.constraints.push_back({.holds = *wanted});
  why.constraints = stability::smallestContradiction(conflict, errand);
  std::erase(why.constraints, conflict.constraints.size() - 1);
  return why;
}

} // namespace stasis::analysis
