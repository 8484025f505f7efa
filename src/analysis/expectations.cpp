#include "analysis/expectations.h"

#include "analysis/state_reference.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using stability::Engine;
using stability::StateSet;

namespace {

constexpr std::size_t toldAtMost = 12;

class Checker {
public:
  explicit Checker(Engine& engine) : engine_(engine) {}

  std::string check(const model::ExpectCount& expected) {
    const stability::Count count = engine_.count(engine_.feasible());
    return count == stability::Count(expected.count)
               ? ""
               : count.get_str() + (count == 1 ? " state is" : " states are") + " feasible";
  }

  std::string check(const model::ExpectEquilibria& expected) {
    std::vector<model::Pattern> patterns;
    for (const auto& reference : expected.states) {
      const auto pattern = patternOf(engine_, reference);
      if (!pattern)
        return noSuchState(reference);
      patterns.push_back(*pattern);
    }
    const StateSet found = engine_.equilibria(expected.concept_.id);
    const StateSet wanted = engine_.matching(patterns);
    const bool same = engine_.count(engine_.without(found, wanted)) == 0 &&
                      engine_.count(engine_.without(wanted, found)) == 0;
    return same ? "" : "the equilibria are " + names(found);
  }

  std::string check(const model::ExpectState& expected) {
    const auto pattern = patternOf(engine_, expected.state);
    if (!pattern)
      return noSuchState(expected.state);
    for (const auto& concept_ : expected.concepts) {
      const StateSet set = expected.stableFor ? engine_.stable(concept_.id, *expected.stableFor)
                                              : engine_.equilibria(concept_.id);
      if (engine_.contains(set, *pattern) == expected.negated)
        return std::string("it is ") + (expected.negated ? "" : "not ") +
               (expected.stableFor ? "stable" : "an equilibrium") + " under " +
               std::string(row(concept_.id).key) + reason(concept_.id, *pattern, expected);
    }
    return "";
  }

private:
  static std::string noSuchState(const model::StateRef& reference) {
    return reference.kind == model::StateRef::Kind::number
               ? "there is no state " + std::to_string(reference.value)
               : "that state is not feasible";
  }

  // For whom it is not stable, where an equilibrium was expected.
  std::string reason(model::Concept id, const model::Pattern& state, const model::ExpectState& expected) {
    if (expected.stableFor || expected.negated)
      return "";
    std::string parties;
    for (std::size_t i = 0; i < engine_.conflict().parties.size(); ++i)
      if (!engine_.contains(engine_.stable(id, PartyId(i)), state))
        parties.append(parties.empty() ? "" : ", ").append(engine_.conflict().parties[i].name);
    return ": not stable for " + parties;
  }

  std::string names(StateSet set) {
    std::string out;
    for (const auto& state : engine_.list(set, toldAtMost))
      out.append(out.empty() ? "" : ", ").append(referenceTo(engine_, state));
    const stability::Count count = engine_.count(set);
    if (count > toldAtMost)
      out += " and " + stability::Count(count - toldAtMost).get_str() + " more";
    return out.empty() ? "none" : out;
  }

  Engine& engine_;
};

} // namespace

std::vector<Verdict> checkExpectations(Engine& engine) {
  Checker checker(engine);
  std::vector<Verdict> verdicts;
  for (const auto& expectation : engine.conflict().expectations) {
    const std::string found =
        std::visit([&](const auto& expected) { return checker.check(expected); }, expectation.what);
    verdicts.push_back({expectation.range, found.empty(), found});
  }
  return verdicts;
}

} // namespace stasis::analysis
