#include "analysis/states/query_states.h"

#include <algorithm>

namespace stasis::analysis {

using model::Expression;
using stability::Engine;
using stability::StateSet;
using Op = Expression::Op;

namespace {

class Answer {
public:
  Answer(Engine& engine, const model::Query& query)
      : engine_(engine), query_(query), nodes_(query.condition.nodes()), all_(engine.feasible()) {}

  StateSet states() {
    for (std::size_t at = 0; at < nodes_.size(); ++at)
      node(at);
    return setOf(parts_.back());
  }

private:
  /// A subtree: its states, or none while it speaks of options only.
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<StateSet> states;
  };

  void node(std::size_t at) {
    const Expression::Node& n = nodes_[at];
    Part part{at + 1 - n.size, at + 1, std::nullopt};
    const auto operands = std::span(parts_).last(n.operands);
    if (n.op == Op::define && n.value >= engine_.conflict().defines.size())
      part.states = stable(query_.stabilities[n.value - engine_.conflict().defines.size()]);
    else if (std::ranges::any_of(operands, [](const Part& p) { return p.states.has_value(); }))
      part.states = joined(n, operands);
    parts_.resize(parts_.size() - n.operands);
    parts_.push_back(part);
  }

  StateSet setOf(const Part& part) {
    return part.states ? *part.states
                       : engine_.where(Expression::copyOf(nodes_.subspan(part.begin, part.end - part.begin)));
  }

  StateSet stable(const model::Stability& asked) {
    std::vector<stability::Judged> judged;
    for (const model::Concept id : asked.concepts) {
      for (const model::PartyId party : asked.parties)
        judged.push_back({party, id});
      for (std::size_t i = 0; asked.parties.empty() && i < engine_.conflict().parties.size(); ++i)
        judged.push_back({model::PartyId(i), id});
    }
    return engine_.stableForEach(judged);
  }

  StateSet no(StateSet set) { return engine_.without(all_, set); }
  StateSet unequal(StateSet a, StateSet b) {
    return engine_.either(engine_.without(a, b), engine_.without(b, a));
  }

  StateSet joined(const Expression::Node& n, std::span<const Part> parts) {
    std::vector<StateSet> sets;
    for (const Part& part : parts)
      sets.push_back(setOf(part));
    const auto folded = [&](auto join) {
      StateSet out = sets.front();
      for (std::size_t i = 1; i < sets.size(); ++i)
        out = join(out, sets[i]);
      return out;
    };
    switch (n.op) {
    case Op::negation: return no(sets.front());
    case Op::conjunction: return folded([&](StateSet a, StateSet b) { return engine_.both(a, b); });
    case Op::disjunction: return folded([&](StateSet a, StateSet b) { return engine_.either(a, b); });
    case Op::exclusive: return folded([&](StateSet a, StateSet b) { return unequal(a, b); });
    case Op::iff: return no(unequal(sets[0], sets[1]));
    case Op::implies: return no(engine_.without(sets[0], sets[1]));
    case Op::whenever: return no(engine_.without(sets[1], sets[0]));
    case Op::atLeast: return atLeast(sets, n.value);
    case Op::atMost: return no(atLeast(sets, std::size_t{n.value} + 1));
    case Op::exactly: return engine_.without(atLeast(sets, n.value), atLeast(sets, std::size_t{n.value} + 1));
    case Op::constant:
    case Op::option:
    case Op::define: break;
    }
    return all_; // leaves have no operands to join
  }

  /// The states in at least k of the sets. reached[j]: those in at least j of the sets so far.
  StateSet atLeast(const std::vector<StateSet>& sets, std::size_t k) {
    if (k > sets.size())
      return no(all_);
    std::vector<StateSet> reached(k + 1, no(all_));
    reached[0] = all_;
    for (const StateSet set : sets)
      for (std::size_t j = k; j > 0; --j)
        reached[j] = engine_.either(reached[j], engine_.both(reached[j - 1], set));
    return reached[k];
  }

  Engine& engine_;
  const model::Query& query_;
  std::span<const Expression::Node> nodes_;
  StateSet all_;
  std::vector<Part> parts_;
};

/// Each stability in the query doubles the number of cases.
constexpr std::size_t mostStabilities = 12;

bool isMerged(const model::Pattern& state) { return state.letters().find('-') != std::string::npos; }

/// Merged states are judged member by member. All members share what is stable. So each combination of
/// stabilities gives a condition on options, which is asked in the states with that combination.
class InPart {
public:
  InPart(Engine& engine, const model::Query& query)
      : engine_(engine), query_(query), whole_(statesWhere(engine, query)), inPart_(nothing()) {
    std::vector<model::Pattern> merged;
    for (const model::ListedState& line : engine.conflict().listed)
      if (isMerged(line.pattern))
        merged.push_back(line.pattern);
    if (!merged.empty() && query.stabilities.size() <= mostStabilities)
      split(0, engine.matching(merged), {});
  }

  StateSet states() const { return inPart_; }

private:
  StateSet nothing() { return engine_.without(engine_.feasible(), engine_.feasible()); }

  void split(std::size_t next, StateSet where, std::vector<bool> holds) {
    if (engine_.count(where) == 0)
      return;
    if (next == query_.stabilities.size())
      return judge(where, asOptions(holds));
    model::Query one{Expression::define(model::DefineId(engine_.conflict().defines.size())),
                     {query_.stabilities[next]}};
    const StateSet stable = statesWhere(engine_, one);
    holds.push_back(true);
    split(next + 1, engine_.both(where, stable), holds);
    holds.back() = false;
    split(next + 1, engine_.without(where, stable), holds);
  }

  /// The condition with these values of the stabilities.
  Expression asOptions(const std::vector<bool>& holds) const {
    std::vector<Expression::Node> nodes(query_.condition.nodes().begin(), query_.condition.nodes().end());
    const std::size_t defines = engine_.conflict().defines.size();
    for (Expression::Node& n : nodes)
      if (n.op == Op::define && n.value >= defines)
        n = {Op::constant, holds[n.value - defines] ? 1U : 0U, 0, 1};
    return Expression::copyOf(nodes);
  }

  void judge(StateSet where, const Expression& condition) {
    const StateSet all = engine_.where(condition);
    const StateSet none = engine_.where(Expression::negation(condition));
    const StateSet some = engine_.without(engine_.without(where, all), none);
    inPart_ = engine_.either(inPart_, engine_.without(some, whole_));
  }

  Engine& engine_;
  const model::Query& query_;
  StateSet whole_;
  StateSet inPart_;
};

} // namespace

StateSet statesWhere(Engine& engine, const model::Query& query) { return Answer(engine, query).states(); }

StateSet statesInPart(Engine& engine, const model::Query& query) { return InPart(engine, query).states(); }

} // namespace stasis::analysis
