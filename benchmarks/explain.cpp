// Explanations, certificates and their verification, on an engine that is open: what a user waits for after
// `solve`.

#include "analysis/explain/certificate.h"
#include "analysis/explain/explanation.h"
#include "analysis/explain/verify.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/solution.h"
#include "synthetic_conflict.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>

namespace stasis::benchmarks {
namespace {

using benchmark::State;
using model::PartyId;

/// A conflict of 2^options states, opened and solved once.
struct Solved {
  explicit Solved(std::size_t options)
      : conflict(syntheticConflict({.options = options})),
        engine(stability::openExplicit(conflict, {}, {}).engine) {
    stability::solve(*engine, stability::everyConcept());
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      everybody.emplace_back(i);
  }

  /// One after the other, spread over the feasible states.
  model::Pattern next() {
    at = (at + 0x9E3779B97F4A7C15) % engine->stateCount();
    return *engine->state(at + 1);
  }

  model::Conflict conflict;
  std::unique_ptr<stability::ExplicitEngine> engine;
  std::vector<PartyId> everybody;
  std::size_t at = 0;
};

Solved& solved(std::size_t options) {
  static std::map<std::size_t, std::unique_ptr<Solved>> kept;
  auto& one = kept[options];
  if (!one)
    one = std::make_unique<Solved>(options);
  return *one;
}

void explainStates(State& state, const analysis::ExplainLimits& limits) {
  Solved& s = solved(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(
        analysis::explain(*s.engine, s.next(), s.everybody, stability::everyConcept(), limits, {}));
}

/// A state for everyone, all five concepts.
void BM_Explain(State& state) { explainStates(state, {}); }
BENCHMARK(BM_Explain)->Arg(10)->Arg(16)->Arg(20)->UseRealTime()->Unit(benchmark::kMillisecond);

/// The same with no step forward: everything by sets.
void BM_ExplainBySets(State& state) {
  analysis::ExplainLimits limits;
  limits.effort.visits = 1;
  limits.effort.improvements = 0;
  explainStates(state, limits);
}
BENCHMARK(BM_ExplainBySets)->Arg(10)->Arg(16)->Arg(20)->UseRealTime()->Unit(benchmark::kMillisecond);

/// Every verdict of every state.
void BM_CertifyAll(State& state) {
  Solved& s = solved(static_cast<std::size_t>(state.range(0)));
  std::vector<analysis::Question> questions;
  for (const auto& pattern : s.engine->list(s.engine->feasible(), ~std::size_t{0}))
    questions.push_back({pattern, s.everybody});
  std::size_t verdicts = 0;
  for (auto _ : state)
    verdicts = analysis::certify(*s.engine, questions, stability::everyConcept(), {}, {}).verdicts.size();
  state.counters["verdicts"] = static_cast<double>(verdicts);
}
BENCHMARK(BM_CertifyAll)->Arg(8)->Arg(10)->Arg(12)->UseRealTime()->Unit(benchmark::kMillisecond);

void BM_VerifyAll(State& state) {
  Solved& s = solved(static_cast<std::size_t>(state.range(0)));
  std::vector<analysis::Question> questions;
  for (const auto& pattern : s.engine->list(s.engine->feasible(), ~std::size_t{0}))
    questions.push_back({pattern, s.everybody});
  const auto certificate = analysis::certify(*s.engine, questions, stability::everyConcept(), {}, {});
  for (auto _ : state)
    if (!analysis::verify(s.conflict, certificate, {}).failures.empty())
      state.SkipWithError("a certificate does not hold");
  state.counters["verdicts"] = static_cast<double>(certificate.verdicts.size());
}
BENCHMARK(BM_VerifyAll)->Arg(8)->Arg(10)->Arg(12)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
} // namespace stasis::benchmarks
