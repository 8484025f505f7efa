#include "analysis/robust/robustness.h"

#include "analysis/robust/workers.h"
#include "analysis/states/open_engine.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace stasis::analysis {

using model::Pattern;
using stability::Engine;
using stability::Errand;
using stability::LimitReached;
using stability::StateSet;

namespace {

using Known = std::vector<std::optional<std::vector<Pattern>>>; ///< by concept: the equilibria as written

Holding holding(Engine& engine, StateSet equilibria, const std::vector<Pattern>& states) {
  Holding held{{}, engine.count(equilibria), {}, {}, {}};
  for (const Pattern& state : states)
    held.states.push_back(engine.contains(equilibria, state));
  return held;
}

Known equilibriaAsWritten(Engine& engine, const stability::Solution& solution) {
  Known known;
  for (const auto& answer : solution.concepts) {
    auto& all = known.emplace_back();
    if (engine.count(*answer.equilibria) <= mostEquilibriaCompared)
      all = engine.list(*answer.equilibria, mostEquilibriaCompared);
  }
  return known;
}

void compare(Engine& engine, StateSet equilibria, const std::vector<Pattern>& before, std::size_t most,
             Holding& held) {
  const StateSet kept = engine.both(equilibria, engine.matching(before));
  held.lost = before.size() - engine.count(kept);
  const StateSet appeared = engine.without(equilibria, kept);
  held.appeared = engine.count(appeared);
  if (*held.appeared <= most)
    held.appearing = engine.list(appeared, most);
}

std::string firstError(const language::Diagnostics& diagnostics) {
  const auto error =
      std::ranges::find(diagnostics, language::Severity::error, &language::Diagnostic::severity);
  return error == diagnostics.end() ? "it cannot be solved" : error->message;
}

Outcome solveVariant(const model::Conflict& conflict, const RobustnessQuestion& question, const Known& known,
                     const Errand& errand) {
  Outcome outcome;
  const auto opened = openEngine(conflict, question.limits, errand);
  if (!opened.engine) {
    outcome.problem = firstError(opened.diagnostics);
    return outcome;
  }
  auto& engine = *opened.engine;
  const auto solution = stability::solve(engine, question.concepts);
  if (solution.stopped)
    throw LimitReached(solution.stopped->limit, solution.stopped->message);
  for (std::size_t c = 0; c < known.size(); ++c) {
    const StateSet equilibria = *solution.concepts[c].equilibria;
    outcome.under.push_back(holding(engine, equilibria, question.states));
    if (known[c])
      compare(engine, equilibria, *known[c], mostAppearing(question.depth), outcome.under.back());
  }
  return outcome;
}

/// A variant too large for its limits is reported, and the others are still solved.
Outcome outcomeOf(const model::Conflict& conflict, const RobustnessQuestion& question, const Known& known,
                  const Errand& errand) {
  try {
    return solveVariant(conflict, question, known, errand);
  } catch (const LimitReached& reached) {
    if (reached.limit() == stability::Limit::interrupted || reached.limit() == stability::Limit::timeout)
      throw;
    return {{}, reached.what(), true};
  }
}

/// Solves every variant. Explicit engines run in parallel; others run one at a time in the caller's thread.
class Variants {
public:
  Variants(const Variation& variation, const RobustnessQuestion& question, const Known& known,
           const Errand& errand)
      : variation_(variation), question_(question), known_(known), errand_(errand) {}

  void solve(bool explicitly, const std::vector<Variant>& variants, std::vector<Outcome>& outcomes) const {
    if (!explicitly) {
      run(question_, 1, all(variants.size()), variants, outcomes);
      return;
    }
    RobustnessQuestion side = question_;
    side.limits.engine = stability::EngineChoice::explicitly;
    run(side, question_.threads, all(variants.size()), variants, outcomes);
    if (question_.limits.engine == stability::EngineChoice::explicitly)
      return;
    std::vector<std::size_t> left; // too large for the explicit engine
    for (std::size_t v = 0; v < variants.size(); ++v)
      if (outcomes[v].tooLarge)
        left.push_back(v);
    run(question_, 1, left, variants, outcomes);
  }

private:
  static std::vector<std::size_t> all(std::size_t count) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
  }

  void run(const RobustnessQuestion& question, std::size_t threads, const std::vector<std::size_t>& places,
           const std::vector<Variant>& variants, std::vector<Outcome>& outcomes) const {
    const Errand quiet{errand_.stop, errand_.deadline, {}};
    inTurns(places.size(), threads, "variants", errand_, [&](std::size_t k) {
      const std::size_t v = places[k];
      Errand errand = quiet;
      if (threads == 1) // so that one variant that takes long tells how far it is
        errand.progress = [&](const stability::Progress& told) {
          errand_.tell({"variants, " + told.phase, k, places.size()});
        };
      outcomes[v] = outcomeOf(variation_.conflict(variants[v]), question, known_, errand);
    });
  }

  const Variation& variation_;
  const RobustnessQuestion& question_;
  const Known& known_;
  const Errand& errand_;
};

} // namespace

bool Outcome::changesEquilibria() const {
  return std::ranges::any_of(under, [](const Holding& held) {
    return held.lost.value_or(0) != 0 || held.appeared.value_or(0) != 0;
  });
}

std::size_t Robustness::solved() const {
  return static_cast<std::size_t>(std::ranges::count_if(outcomes, &Outcome::solved));
}

std::size_t Robustness::heldIn(std::size_t state, std::size_t concept_) const {
  return static_cast<std::size_t>(std::ranges::count_if(outcomes, [&](const Outcome& outcome) {
    return outcome.solved() && outcome.under[concept_].states[state];
  }));
}

std::vector<std::size_t> Robustness::turnedIn(std::size_t state, std::size_t concept_) const {
  std::vector<std::size_t> turned;
  for (std::size_t v = 0; v < outcomes.size(); ++v)
    if (outcomes[v].solved() &&
        outcomes[v].under[concept_].states[state] != asWritten.under[concept_].states[state])
      turned.push_back(v);
  return turned;
}

stability::Standing Robustness::standingIn(const Outcome& outcome, std::size_t state) const {
  return stability::standingUnder([&](model::Concept id) -> std::optional<bool> {
    const auto at = std::ranges::find(concepts, id);
    if (at == concepts.end() || !outcome.solved())
      return std::nullopt;
    return outcome.under[static_cast<std::size_t>(at - concepts.begin())].states[state];
  });
}

std::vector<Newcomer> Robustness::newcomers() const {
  std::map<std::string, Newcomer> found;
  for (std::size_t v = 0; v < outcomes.size(); ++v)
    for (std::size_t c = 0; c < outcomes[v].under.size(); ++c)
      for (const Pattern& state : outcomes[v].under[c].appearing) {
        auto& one = found[state.letters()];
        one.state = state;
        one.variants.resize(concepts.size());
        one.variants[c].push_back(v);
      }
  std::vector<Newcomer> all;
  for (auto& [letters, one] : found)
    all.push_back(std::move(one));
  std::ranges::stable_sort(all, std::greater<>(), [](const Newcomer& one) {
    std::size_t verdicts = 0;
    for (const auto& under : one.variants)
      verdicts += under.size();
    return verdicts;
  });
  return all;
}

Robustness vary(Engine& engine, const stability::Solution& solution, const RobustnessQuestion& question,
                const Errand& errand) {
  Robustness answer;
  answer.concepts = question.concepts;
  answer.states = question.states;
  for (const auto& one : solution.concepts)
    answer.asWritten.under.push_back(holding(engine, *one.equilibria, question.states));
  const Variation variation(engine, question.varied);
  answer.preferences = variation.preferences();
  answer.variants = variation.variants(question.depth);
  answer.variantsInAll = answer.variants.size();
  answer.first = std::min(question.only.first, answer.variantsInAll);
  answer.variants.resize(std::clamp(question.only.end, answer.first, answer.variantsInAll));
  answer.variants.erase(answer.variants.begin(),
                        answer.variants.begin() + static_cast<std::ptrdiff_t>(answer.first));
  answer.outcomes.resize(answer.variants.size());
  const Known known = equilibriaAsWritten(engine, solution);
  try {
    Variants(variation, question, known, errand)
        .solve(engine.name() == "explicit", answer.variants, answer.outcomes);
  } catch (const LimitReached& reached) {
    answer.stopped = {reached.limit(), reached.what()};
  }
  return answer;
}

} // namespace stasis::analysis
