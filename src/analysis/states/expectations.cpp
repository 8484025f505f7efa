#include "analysis/states/expectations.h"

#include "analysis/states/query_states.h"
#include "analysis/states/satisfaction.h"
#include "analysis/states/state_reference.h"

namespace stasis::analysis {

using model::PartyId;
using stability::Engine;
using stability::StateSet;

namespace {

constexpr std::size_t toldAtMost = 12;

class Checker {
public:
  Checker(Engine& engine, Engine& whole) : engine_(engine), whole_(whole) {}

  std::string check(const model::ExpectCount& expected) {
    const StateSet where = expected.where ? statesWhere(engine_, *expected.where) : engine_.feasible();
    for (const auto& [set, name] : setsSpokenOf(expected.concepts)) {
      const stability::Count count = engine_.count(engine_.both(set, where));
      if (count != stability::Count(expected.count))
        return expected.concepts.empty() && !expected.where
                   ? count.get_str() + (count == 1 ? " state is" : " states are") + " feasible"
                   : (count == 1 ? "there is one" : "there are " + count.get_str()) + name +
                         (expected.where ? partly(satisfaction(engine_, set, where,
                                                               statesInPart(engine_, *expected.where)))
                                         : "");
    }
    return "";
  }

  std::string check(const model::ExpectQuantity& expected) {
    const StateSet satisfied = statesWhere(engine_, expected.satisfied);
    const StateSet inPart = statesInPart(engine_, expected.satisfied);
    for (const auto& [set, name] : setsSpokenOf(expected.concepts)) {
      const Satisfaction found = satisfaction(engine_, set, satisfied, inPart);
      if (std::string wrong = against(expected.quantity, found); !wrong.empty())
        return wrong + name + partly(found);
    }
    return "";
  }

  std::string check(const model::ExpectEquilibria& expected) {
    std::vector<model::Pattern> patterns;
    for (const auto& reference : expected.states) {
      const auto pattern = patternOf(whole_, reference);
      if (!pattern)
        return noSuchState(reference);
      if (!isThere(*pattern))
        return notThere(*pattern);
      patterns.push_back(*pattern);
    }
    const StateSet found = engine_.equilibria(expected.concept_.id);
    const StateSet wanted = engine_.matching(patterns);
    const bool same = engine_.count(engine_.without(found, wanted)) == 0 &&
                      engine_.count(engine_.without(wanted, found)) == 0;
    return same ? "" : "the equilibria are " + names(found);
  }

  std::string check(const model::ExpectState& expected) {
    const auto pattern = patternOf(whole_, expected.state);
    if (!pattern)
      return noSuchState(expected.state);
    if (!isThere(*pattern))
      return notThere(*pattern);
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
  /// The feasible states, or the equilibria under each of the concepts, each with the words that follow a
  /// number.
  std::vector<std::pair<StateSet, std::string>> setsSpokenOf(const std::vector<model::ConceptRef>& concepts) {
    if (concepts.empty())
      return {{engine_.feasible(), ""}};
    std::vector<std::pair<StateSet, std::string>> sets;
    for (const auto& concept_ : concepts)
      sets.emplace_back(engine_.equilibria(concept_.id), " under " + std::string(row(concept_.id).key));
    return sets;
  }

  std::string against(model::Quantity quantity, const Satisfaction& found) {
    const std::string of = " of " + found.of.get_str();
    if (quantity == model::Quantity::all && !found.all())
      return referenceTo(whole_, *found.counterExample) + " does not; " + found.satisfying.get_str() + of +
             " do";
    if (quantity == model::Quantity::some && found.none())
      return "none" + of + " does";
    if (quantity == model::Quantity::no && !found.none())
      return referenceTo(whole_, *found.example) + " does; " + found.satisfying.get_str() + of + " do";
    return "";
  }

  /// Merged states in which the condition holds for some members only.
  static std::string partly(const Satisfaction& found) {
    return found.inPart == 0
               ? ""
               : "; in " + found.inPart.get_str() + (found.inPart == 1 ? " merged state" : " merged states") +
                     " it holds for some members and not for others";
  }

  static std::string noSuchState(const model::StateRef& reference) {
    return reference.kind == model::StateRef::Kind::number
               ? "there is no state " + std::to_string(reference.value)
               : "that state is not feasible";
  }

  bool isThere(const model::Pattern& state) { return engine_.contains(engine_.feasible(), state); }
  std::string notThere(const model::Pattern& state) {
    return referenceTo(whole_, state) + " is not there in this picture";
  }

  // The parties for which the state is not stable, if an equilibrium was expected.
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
      out.append(out.empty() ? "" : ", ").append(referenceTo(whole_, state));
    const stability::Count count = engine_.count(set);
    if (count > toldAtMost)
      out += " and " + stability::Count(count - toldAtMost).get_str() + " more";
    return out.empty() ? "none" : out;
  }

  Engine& engine_;
  Engine& whole_;
};

} // namespace

std::vector<Verdict> checkExpectations(Engine& engine) {
  std::vector<Verdict> verdicts;
  for (const auto& expectation : engine.conflict().expectations)
    verdicts.push_back(checkExpectation(engine, engine, expectation));
  return verdicts;
}

Verdict checkExpectation(Engine& engine, Engine& whole, const model::Expectation& expectation) {
  Checker checker(engine, whole);
  std::string found =
      std::visit([&](const auto& expected) { return checker.check(expected); }, expectation.what);
  const bool met = found.empty();
  return {expectation.range, met, std::move(found)};
}

} // namespace stasis::analysis
