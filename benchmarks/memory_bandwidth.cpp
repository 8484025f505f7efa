// What the machine's memory gives: the triad of McCalpin's STREAM (1995), a[i] = b[i] + 3 c[i], over arrays
// far larger than the caches, on one and on all cores. The engine's times per state are read against it.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <thread>
#include <vector>

namespace stasis::benchmarks {
namespace {

constexpr std::size_t length = std::size_t{1} << 25; // doubles: 256 MiB an array

void triad(double* a, const double* b, const double* c, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    a[i] = b[i] + 3.0 * c[i];
}

void BM_Triad(benchmark::State& state) {
  const auto threads = static_cast<std::size_t>(state.range(0));
  std::vector<double> a(length, 0.0), b(length, 1.0), c(length, 2.0);
  for (auto _ : state) {
    std::vector<std::jthread> workers;
    const std::size_t part = length / threads;
    for (std::size_t t = 0; t < threads; ++t)
      workers.emplace_back([&, t] { triad(&a[t * part], &b[t * part], &c[t * part], part); });
    workers.clear();
    benchmark::DoNotOptimize(a.data());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(3 * sizeof(double) * length) * state.iterations());
}

void oneAndAllCores(benchmark::internal::Benchmark* b) {
  b->Arg(1);
  if (const unsigned cores = std::thread::hardware_concurrency(); cores > 1)
    b->Arg(cores);
}
BENCHMARK(BM_Triad)->Apply(oneAndAllCores)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
} // namespace stasis::benchmarks
