#include "report/solution/outcome_order.h"

#include "model/lettered.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace stasis::report {

using model::Concept;
using model::Pattern;
using stability::Engine;
using stability::Solution;
using stability::Standing;
using stability::StateSet;

namespace {

constexpr std::size_t mostNamed = 200;
constexpr std::size_t few = 3;  ///< named outcomes beside which there is room for others
constexpr std::size_t room = 5; ///< rows besides today's

class Order {
public:
  Order(Engine& engine, const Solution& solution)
      : engine_(engine), solution_(solution), conflict_(engine.conflict()) {}

  OutcomeOrder order() {
    OutcomeOrder out;
    std::vector<Pattern> spoken;
    if (conflict_.statusQuo)
      out.today = feasible(*conflict_.statusQuo);
    if (out.today)
      spoken.push_back(*out.today);
    for (const Pattern& state : named())
      if (std::ranges::find(spoken, state) == spoken.end()) {
        spoken.push_back(state);
        out.named.push_back(state);
      }
    std::ranges::stable_sort(out.named, {}, [&](const Pattern& state) { return standing(state); });
    addUnnamed(out, spoken);
    out.asked = asked(out);
    return out;
  }

private:
  Standing standing(const Pattern& state) { return stability::standingOf(engine_, solution_, state); }

  std::optional<Pattern> feasible(const Pattern& state) {
    const auto found = engine_.list(engine_.matching({state}), 1);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  /// What the model speaks of by letters alone has no name.
  std::vector<Pattern> named() {
    std::vector<Pattern> all;
    const auto add = [&](const Pattern& pattern) {
      if (const auto state = feasible(pattern); state && all.size() < mostNamed)
        all.push_back(*state);
    };
    for (const auto& state : conflict_.named)
      if (!model::isLettered(state))
        add(state.state);
    for (const auto& listed : conflict_.listed)
      if (!listed.label.empty())
        add(listed.pattern);
    return all;
  }

  void addUnnamed(OutcomeOrder& out, const std::vector<Pattern>& spoken) {
    StateSet told = engine_.matching(spoken);
    out.unnamedCount = engine_.count(engine_.without(engine_.feasible(), told));
    out.unnamedHolding = 0;
    for (const auto id : {Concept::nash, Concept::seq, Concept::gmr}) {
      const auto* answer = solution_.find(id);
      if (answer == nullptr || !answer->equilibria)
        continue;
      const StateSet here = engine_.without(*answer->equilibria, told);
      out.unnamedHolding += engine_.count(here);
      for (const Pattern& state : engine_.list(here, mostUnnamedOfEach))
        out.unnamed.push_back(state);
      told = engine_.either(told, here);
    }
  }

  std::optional<Pattern> asked(const OutcomeOrder& out) {
    const auto& offered = out.named.empty() ? out.unnamed : out.named;
    std::vector<Pattern> wanting;
    for (const Pattern& state : offered)
      if (standing(state) != Standing::byItself)
        wanting.push_back(state);
    for (const Pattern& state : wanting)
      if (isExpected(state))
        return state;
    if (out.today && standing(*out.today) == Standing::byItself)
      return out.today;
    if (!wanting.empty())
      return wanting.front();
    return offered.empty() ? out.today : std::optional(offered.front());
  }

  bool isExpected(const Pattern& state) const {
    using Kind = model::StateRef::Kind;
    return std::ranges::any_of(conflict_.expectations, [&](const model::Expectation& one) {
      const auto* expected = std::get_if<model::ExpectState>(&one.what);
      if (expected == nullptr || expected->state.kind == Kind::number)
        return false;
      const auto& ref = expected->state;
      return state.covers(ref.kind == Kind::named ? conflict_.named[ref.value].state
                                                  : conflict_.listed[ref.value].pattern);
    });
  }

  Engine& engine_;
  const Solution& solution_;
  const model::Conflict& conflict_;
};

} // namespace

std::size_t OutcomeOrder::unnamedShown() const {
  return named.size() < few ? std::min(unnamed.size(), room - named.size()) : 0;
}

OutcomeOrder outcomeOrder(Engine& engine, const Solution& solution) {
  return Order(engine, solution).order();
}

} // namespace stasis::report
