// The inverse question on an engine that is open: conditions and their counts for every party, and the least
// changes that make a state stable for one party, or an equilibrium.

#include "analysis/invert/inversion.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/solution.h"
#include "synthetic_conflict.h"

#include <benchmark/benchmark.h>

namespace stasis::benchmarks {
namespace {

using benchmark::State;
using model::Concept;
using model::PartyId;

std::unique_ptr<stability::Engine> open(const model::Conflict& conflict) {
  return stability::openExplicit(conflict, {}, {}).engine;
}

/// States spread over a conflict of 2^options, one question each.
void invertStates(State& state, Concept id, bool everybody, std::size_t depth) {
  const model::Conflict conflict =
      syntheticConflict({.options = static_cast<std::size_t>(state.range(0)), .statements = 6});
  const auto engine = open(conflict);
  const auto states = std::uint64_t{1} << state.range(0);
  std::uint64_t at = 0;
  for (auto _ : state) {
    at = (at + 0x9E3779B97F4A7C15) % states;
    analysis::InversionQuestion question;
    question.states = {engine->state(at + 1).value()};
    question.everybody = everybody;
    for (std::size_t i = 0; i < (everybody ? conflict.parties.size() : 1); ++i)
      question.parties.emplace_back(i);
    question.concepts = {id};
    question.depth = depth;
    question.limit = 1;
    benchmark::DoNotOptimize(analysis::invert(*engine, question, open, {}));
  }
}

void BM_ConditionsSmr(State& state) { invertStates(state, Concept::smr, true, 0); }
BENCHMARK(BM_ConditionsSmr)->Arg(10)->Arg(12)->UseRealTime()->Unit(benchmark::kMillisecond);

void BM_LeastForPartyGmr(State& state) { invertStates(state, Concept::gmr, false, 3); }
BENCHMARK(BM_LeastForPartyGmr)->Arg(10)->Arg(12)->UseRealTime()->Unit(benchmark::kMillisecond);

void BM_LeastForEverybodySeq(State& state) { invertStates(state, Concept::seq, true, 2); }
BENCHMARK(BM_LeastForEverybodySeq)->Arg(10)->Arg(12)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
} // namespace stasis::benchmarks
