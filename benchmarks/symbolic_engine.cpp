// The symbolic engine on families of growing size: opening, and all five concepts for every party.

#include "stability/symbolic/symbolic_engine.h"

#include "family_conflict.h"
#include "language/parse.h"
#include "stability/solution.h"

#include <benchmark/benchmark.h>

namespace stasis::benchmarks {

std::string familyConflict(std::size_t guarantors) {
  std::string names;
  for (std::size_t g = 1; g <= guarantors; ++g)
    names += (g == 1 ? "G" : ", G") + std::to_string(g);
  return "party Russia\n  option target\n  option accept\n  option offer_moscow\n  option accept_neutral\n"
         "party Ukraine\n  option go_to_moscow\n  option direct_talks\n  option accept\n  option invite\n"
         "party US\n  option press\n"
         "parties Guarantors of " +
         names +
         "\n  option ground\n  option sea\n  option air\n"
         "parties Hosts of H1, H2, H3, H4, H5, H6, H7\n  option host\n"
         "define force = at least 5 of Guarantors.ground\n"
         "define talks = (offer_moscow and go_to_moscow) or\n"
         "  (accept_neutral and direct_talks and at least 1 of Hosts.host)\n"
         "define settlement = Russia.accept and Ukraine.accept\n"
         "never settlement and not talks\nnever go_to_moscow and direct_talks\nnever settlement and target\n"
         "prefer Russia\n  not (force and not settlement)\n  target if force and not settlement\n  "
         "settlement\n"
         "  talks if press\n  offer_moscow\n  not accept_neutral\n"
         "prefer Ukraine\n  not go_to_moscow\n  (force and invite) if settlement\n  settlement\n  "
         "direct_talks\n"
         "  invite\n"
         "prefer US\n  settlement\n  talks\n  press\n"
         "prefer each Guarantors\n  not any of self.* if not settlement\n  settlement\n  self.ground if "
         "force\n"
         "  not self.ground\n  self.air if settlement\n  self.sea if settlement\n"
         "prefer each Hosts\n  accept_neutral and direct_talks and at least 1 of Hosts.host\n  self.host if "
         "press\n"
         "  not self.host\n";
}

namespace {

void BM_SolveFamily(benchmark::State& state) {
  const auto parsed = language::parse(
      language::SourceText("family.conflict", familyConflict(static_cast<std::size_t>(state.range(0)))));
  for (auto _ : state) {
    const auto opened = stability::openSymbolic(*parsed.conflict, {}, {});
    benchmark::DoNotOptimize(stability::solve(*opened.engine, stability::everyConcept()));
  }
  state.counters["options"] = static_cast<double>(parsed.conflict->options.size());
  state.counters["parties"] = static_cast<double>(parsed.conflict->parties.size());
}
BENCHMARK(BM_SolveFamily)->Arg(5)->Arg(10)->Arg(20)->Arg(26)->Arg(40)->Arg(60)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace stasis::benchmarks
