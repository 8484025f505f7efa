// The gallery through every pair of formats: each conflict is written in one, read, written in another and
// read again. After each step, every verdict of every party under every concept must be the same.

#include "analysis/paths/state_table.h"
#include "analysis/states/open_engine.h"
#include "exchange/conflict_json.h"
#include "exchange/gmcr.h"
#include "exchange/nfg.h"
#include "exchange/read_model.h"
#include "exchange/table.h"
#include "language/parse.h"
#include "language/words/write.h"
#include "stability/solution.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

namespace stasis {
namespace {

const stability::Errand errand; // engines keep a reference to it

constexpr std::size_t mostStates = 4096;
constexpr std::size_t mostOptions = 60;

/// By what a state is called in the comparison: for every party and concept whether it is stable.
using Verdicts = std::map<std::string, std::string>;

struct Solved {
  explicit Solved(model::Conflict conflict) : model(std::move(conflict)) {
    if (model.options.size() > mostOptions)
      return;
    const stability::EngineLimits limits{.engine = stability::EngineChoice::explicitly};
    engine = analysis::openEngine(model, limits, errand).engine;
    if (engine->count(engine->feasible()) > mostStates)
      return;
    table = analysis::stateTable(*engine, mostStates).value();
    const auto solution = stability::solve(*engine, stability::everyConcept());
    for (const auto& state : table.states) {
      auto& letters = verdicts.emplace_back();
      for (std::size_t i = 0; i < model.parties.size(); ++i)
        for (const auto& answer : solution.concepts)
          letters += engine->contains(*answer.stable[i], state) ? '1' : '0';
    }
  }

  /// By letters where both have the same options, else by number.
  Verdicts verdictsBy(bool letters) const {
    Verdicts all;
    for (std::size_t s = 0; s < verdicts.size(); ++s)
      all[letters ? table.states[s].letters() : std::to_string(s + 1)] = verdicts[s];
    return all;
  }

  bool small() const { return !table.states.empty(); }

  model::Conflict model;
  std::unique_ptr<stability::Engine> engine;
  exchange::StateTable table;
  std::vector<std::string> verdicts;
};

struct Format {
  std::string name;
  std::function<exchange::Written(const Solved&)> write;
  bool sameOptions = true;
  bool keepsDirections = true;
};

std::vector<Format> formats() {
  using exchange::TableKind;
  const auto plain = [](std::string text) { return exchange::Written{std::move(text), {}}; };
  return {
      {"conflict", [=](const Solved& s) { return plain(language::write(s.model)); }},
      {"json", [=](const Solved& s) { return plain(exchange::conflictJson(s.model)); }},
      {"gmcr", [](const Solved& s) { return exchange::writeGmcr(s.model, &s.table); }},
      {"nfg", [](const Solved& s) { return exchange::writeNfg(s.model, s.table); }, false, false},
      {"ranking", [](const Solved& s) { return exchange::writeTable(TableKind::ranking, s.model, s.table); }},
      {"payoffs", [](const Solved& s) { return exchange::writeTable(TableKind::payoffs, s.model, s.table); }},
  };
}

bool hasDirections(const model::Conflict& conflict) {
  return std::ranges::any_of(conflict.options,
                             [](const auto& o) { return o.direction != model::Direction::both; });
}

/// Written and read; none where the format says that it cannot, or that it changes what holds.
std::unique_ptr<Solved> through(const Format& format, const Solved& from) {
  const auto written = format.write(from);
  if (!written.text || (!format.keepsDirections && hasDirections(from.model)))
    return nullptr;
  const auto parsed = exchange::readModel({"through." + format.name, *written.text});
  EXPECT_TRUE(parsed.conflict) << format.name << ": "
                               << (parsed.diagnostics.empty() ? "" : parsed.diagnostics.front().message);
  if (!parsed.conflict)
    return nullptr;
  auto made = std::make_unique<Solved>(*parsed.conflict);
  EXPECT_EQ(made->verdictsBy(format.sameOptions), from.verdictsBy(format.sameOptions))
      << "through " << format.name;
  return made;
}

std::vector<std::filesystem::path> gallery() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(support::root() + "/conflicts"))
    if (entry.path().extension() == ".conflict")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

TEST(GalleryFormats, EveryPairKeepsEveryVerdict) {
  std::map<std::string, std::size_t> pairs;
  for (const auto& path : gallery()) {
    SCOPED_TRACE(path.string());
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    const auto parsed = language::parse({path.string(), text.str()});
    ASSERT_TRUE(parsed.conflict);
    const Solved original(*parsed.conflict);
    if (!original.small())
      continue;
    for (const Format& first : formats())
      if (const auto one = through(first, original))
        for (const Format& second : formats())
          pairs[first.name + " " + second.name] += through(second, *one) != nullptr ? 1 : 0;
  }
  EXPECT_EQ(pairs.size(), 36U);
  for (const auto& [pair, count] : pairs)
    EXPECT_GE(count, 2U) << pair;
}

} // namespace
} // namespace stasis
