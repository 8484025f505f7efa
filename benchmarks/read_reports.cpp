// Reading reports into ledgers: one report of ordinary length, a thousand of them, and one text as long as
// all of them, which tells whether reading is linear.

#include "evidence/reading/read_report.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

namespace stasis::benchmarks {
namespace {

using benchmark::State;

/// Two dozen reports of the tests, one behind the other.
const std::string& reports() {
  static const std::string all = [] {
    std::string text;
    for (const char* name :
         {"agency-afp", "border-asia", "canada-pipeline", "ceasefire-wire", "company-statement", "court-us",
          "dam-feature", "hostage-arab", "irish-court", "oil-nigeria", "pakistan-daily", "pharma-us",
          "strike-london", "summit-au", "takeover-us", "trade-wire", "water-india"}) {
      std::ifstream file(std::string(STASIS_ROOT "/tests/reading/reports/") + name + ".txt",
                         std::ios::binary);
      text += std::string{std::istreambuf_iterator<char>(file), {}} + "\n\n";
    }
    return text;
  }();
  return all;
}

void read(State& state, const std::string& text) {
  std::size_t entries = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(entries = evidence::readReport(text, "report.txt").entries.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["statements"] = static_cast<double>(entries);
}

/// 1.7 kB.
void BM_ReadReport(State& state) { read(state, reports().substr(0, reports().find("\n\n\n"))); }
BENCHMARK(BM_ReadReport)->Unit(benchmark::kMicrosecond);

/// So many times the text of all.
void BM_ReadLongText(State& state) {
  std::string text;
  for (std::int64_t i = 0; i < state.range(0); ++i)
    text += reports();
  read(state, text);
}
BENCHMARK(BM_ReadLongText)->Arg(1)->Arg(8)->Arg(64)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace stasis::benchmarks
