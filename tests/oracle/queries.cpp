#include "oracle/queries.h"

#include <algorithm>

namespace stasis::oracle {

namespace {

using model::Expression;
using Tree = std::span<const Expression::Node>;

struct QueryReader {
  const Game& game;
  const model::Conflict& conflict;
  const model::Query& query;
  Place s;

  bool isStability(const Expression::Node& node) const {
    return node.op == Expression::Op::define && node.value >= conflict.defines.size();
  }

  bool stable(const model::Stability& asked) const {
    return std::ranges::all_of(asked.concepts, [&](model::Concept c) {
      for (std::size_t i = 0; i < game.parties(); ++i) {
        const bool spokenOf =
            asked.parties.empty() || std::ranges::count(asked.parties, model::PartyId(i)) > 0;
        if (spokenOf && !game.isStable(c, i, s))
          return false;
      }
      return true;
    });
  }

  bool truth(Tree tree) const {
    if (isStability(tree.back()))
      return stable(query.stabilities[tree.back().value - conflict.defines.size()]);
    if (std::ranges::none_of(tree, [&](const auto& node) { return isStability(node); }))
      return game.holds(Expression::copyOf(tree), s);
    std::vector<bool> values;
    for (const Tree operand : Expression::operandsOf(tree))
      values.push_back(truth(operand));
    return joined(tree.back().op, tree.back().value, values);
  }
};

} // namespace

bool satisfies(const Game& game, const model::Conflict& conflict, const model::Query& query, Place s) {
  return QueryReader{game, conflict, query, s}.truth(query.condition.nodes());
}

} // namespace stasis::oracle
