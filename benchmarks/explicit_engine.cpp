// The explicit engine, whole and in parts, by the number of states.

#include "stability/explicit/explicit_engine.h"

#include "stability/explicit/cells.h"
#include "stability/explicit/enumerate.h"
#include "stability/explicit/folds.h"
#include "stability/solution.h"
#include "synthetic_conflict.h"

#include <benchmark/benchmark.h>

namespace stasis::benchmarks {
namespace {

using benchmark::State;
using model::PartyId;

void perState(State& state, std::size_t states, std::size_t parties = 1) {
  state.counters["states"] = static_cast<double>(states);
  state.counters["ns/state"] =
      benchmark::Counter(static_cast<double>(states * parties) * 1e-9,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void solveAll(State& state, const Shape& shape) {
  const auto conflict = syntheticConflict(shape);
  std::size_t states = 0;
  for (auto _ : state) {
    auto opened = stability::openExplicit(conflict, {}, {});
    stability::solve(*opened.engine, stability::everyConcept());
    states = opened.engine->stateCount();
  }
  perState(state, states);
}

/// Opening, and all five concepts for four parties.
void BM_Solve(State& state) { solveAll(state, {.options = static_cast<std::size_t>(state.range(0))}); }
BENCHMARK(BM_Solve)->DenseRange(10, 24, 2)->MeasureProcessCPUTime()->UseRealTime()->Unit(
    benchmark::kMillisecond);

/// A fifth of the options irrevocable.
void BM_SolveDirected(State& state) {
  solveAll(state, {.options = static_cast<std::size_t>(state.range(0)), .directed = true});
}
BENCHMARK(BM_SolveDirected)
    ->DenseRange(10, 22, 4)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// Two more options than states would need, and five constraints.
void BM_SolveConstrained(State& state) {
  solveAll(state, {.options = static_cast<std::size_t>(state.range(0)), .constraints = 5});
}
BENCHMARK(BM_SolveConstrained)
    ->DenseRange(14, 26, 4)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// 2¹⁸ numbers, of which each constraint leaves fewer to be states, in either form: as a list and as a cube.
void BM_SolveForm(State& state) {
  const auto conflict =
      syntheticConflict({.options = 18, .constraints = static_cast<std::size_t>(state.range(0))});
  const auto way = state.range(1) == 0 ? stability::ExplicitWay::list : stability::ExplicitWay::cube;
  std::size_t states = 0;
  for (auto _ : state) {
    auto opened = stability::openExplicit(conflict, {}, {}, way);
    stability::solve(*opened.engine, stability::everyConcept());
    states = opened.engine->stateCount();
  }
  state.counters["full %"] = 100 * static_cast<double>(states) / static_cast<double>(1 << 18);
  perState(state, states);
}
BENCHMARK(BM_SolveForm)
    ->ArgNames({"constraints", "cube"})
    ->ArgsProduct({benchmark::CreateDenseRange(0, 8, 1), {0, 1}})
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

void BM_Enumerate(State& state) {
  const auto conflict =
      syntheticConflict({.options = static_cast<std::size_t>(state.range(0)), .constraints = 5});
  std::size_t states = 0;
  for (auto _ : state)
    states = stability::feasibleStates(conflict, ~std::uint64_t{0}, {}).size();
  perState(state, states);
}
BENCHMARK(BM_Enumerate)
    ->DenseRange(14, 26, 4)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// One party's parts on a conflict without constraints.
struct Parts {
  model::Conflict conflict;
  stability::StateSpace space;
  stability::Ranks ranks;
  stability::Cells cells;

  Parts(std::size_t options, std::size_t party)
      : conflict(syntheticConflict({.options = options})),
        space(conflict, stability::feasibleStates(conflict, ~std::uint64_t{0}, {})),
        ranks(stability::rankStates(space, PartyId(party), {})), cells(space, PartyId(party), ranks, {}) {}
};

void BM_Ranks(State& state) {
  const Parts parts(static_cast<std::size_t>(state.range(0)), 1);
  for (auto _ : state)
    benchmark::DoNotOptimize(stability::rankStates(parts.space, PartyId(1), {}).of.data());
  perState(state, parts.space.size());
}
BENCHMARK(BM_Ranks)->DenseRange(10, 24, 7)->MeasureProcessCPUTime()->UseRealTime()->Unit(
    benchmark::kMillisecond);

void BM_Cells(State& state) {
  const Parts parts(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
  for (auto _ : state)
    benchmark::DoNotOptimize(
        stability::Cells(parts.space, PartyId(static_cast<std::size_t>(state.range(1))), parts.ranks, {})
            .count());
  perState(state, parts.space.size());
}
BENCHMARK(BM_Cells)
    ->ArgsProduct({{10, 17, 24}, {0, 1, 3}})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

template <bool (*fold)(const stability::Cells&, std::span<stability::Lanes>, const stability::Errand&)>
void foldOnce(State& state) {
  const Parts parts(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
  std::vector<stability::Lanes> start(parts.space.size()), values;
  for (std::size_t s = 0; s < start.size(); ++s)
    start[s] = {static_cast<std::uint32_t>(s * 2654435761U >> 8), parts.ranks.of[s]};
  for (auto _ : state) {
    state.PauseTiming();
    values = start;
    state.ResumeTiming();
    fold(parts.cells, values, {});
  }
  perState(state, parts.space.size());
}

void BM_FoldMoves(State& state) { foldOnce<stability::foldMoves>(state); }
BENCHMARK(BM_FoldMoves)
    ->ArgsProduct({{10, 17, 24}, {0, 1, 3}})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
void BM_FoldImprovements(State& state) { foldOnce<stability::foldImprovements>(state); }
BENCHMARK(BM_FoldImprovements)
    ->ArgsProduct({{10, 17, 24}, {0, 1, 3}})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace stasis::benchmarks
