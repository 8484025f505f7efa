// Paths on an engine that is open and solved, and robustness from the model to the answer.

#include "analysis/paths/paths.h"
#include "analysis/robust/robustness.h"
#include "analysis/states/equilibrium_groups.h"
#include "analysis/states/open_engine.h"
#include "synthetic_conflict.h"

#include <benchmark/benchmark.h>

namespace stasis::benchmarks {
namespace {

using benchmark::State;

/// From the state in which nothing is done to every equilibrium, the ways to twelve of them told.
void BM_Paths(State& state) {
  const auto conflict = syntheticConflict({.options = static_cast<std::size_t>(state.range(0))});
  const auto opened = analysis::openEngine(conflict, {}, {});
  auto& engine = *opened.engine;
  const auto solution = stability::solve(engine, stability::everyConcept());
  analysis::PathsQuestion question;
  question.from = engine.list(engine.feasible(), 1).front();
  for (const auto& group : analysis::equilibriumGroups(engine, solution))
    question.groups.push_back(group.states);
  for (auto _ : state) {
    const stability::Scratch scratch(engine);
    benchmark::DoNotOptimize(analysis::findPaths(engine, question, {}, {}));
  }
}
BENCHMARK(BM_Paths)->Arg(10)->Arg(16)->Arg(20)->UseRealTime()->Unit(benchmark::kMillisecond);

/// Every variant of one change, on all processors.
void BM_Robust(State& state) {
  const auto conflict = syntheticConflict({.options = static_cast<std::size_t>(state.range(0))});
  const auto opened = analysis::openEngine(conflict, {}, {});
  const auto solution = stability::solve(*opened.engine, stability::everyConcept());
  analysis::RobustnessQuestion question;
  question.concepts = stability::everyConcept();
  question.threads = 2;
  std::size_t variants = 0;
  for (auto _ : state)
    variants = analysis::vary(*opened.engine, solution, question, {}).variants.size();
  state.counters["variants"] = static_cast<double>(variants);
}
BENCHMARK(BM_Robust)->Arg(10)->Arg(16)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
} // namespace stasis::benchmarks
