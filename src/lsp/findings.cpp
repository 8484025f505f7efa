#include "lsp/findings.h"

#include "analysis/states/expectations.h"
#include "analysis/states/lints.h"
#include "analysis/states/open_engine.h"
#include "analysis/states/state_reference.h"
#include "analysis/views/expectations_in_views.h"
#include "exchange/ledger_json.h"
#include "model/lettered.h"

#include <algorithm>
#include <filesystem>

namespace stasis::lsp {

namespace {

using stability::Engine;
using stability::LimitReached;

evidence::KeptLedger keptLedger(const std::string& path) {
  const auto content = evidence::readSourceFile(path);
  if (!content.text)
    return {{}, content.problem};
  auto read = exchange::readLedger(*content.text);
  return {std::move(read.entries), read.problem.empty() ? "" : "cannot be read: " + read.problem};
}

void add(language::Diagnostics& all, const language::Diagnostics& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// Hints must not delay answers.
stability::Errand shortly(stability::Errand errand) {
  errand.deadline = stability::Errand::Clock::now() + std::chrono::seconds(10);
  return errand;
}

void inspectStates(Inspection& found, const model::Conflict& conflict, const stability::Errand& errand) {
  try {
    auto opened =
        analysis::openEngine(conflict, {stability::EngineChoice::automatic, 0, mostEngineMemory}, errand);
    add(found.diagnostics, opened.diagnostics);
    found.engine = std::move(opened.engine);
    if (found.engine)
      add(found.diagnostics, analysis::lints(*found.engine, shortly(errand)));
  } catch (const LimitReached&) { // the text is too large to look at its states while it is written
  }
}

} // namespace

std::string sourcePath(const model::Source& source, const std::string& folder) {
  return (std::filesystem::path(folder) / source.path).lexically_normal().string();
}

Inspection inspect(const Reading& reading, const std::optional<std::string>& folder,
                   const stability::Errand& errand) {
  Inspection found;
  found.diagnostics = reading.parsed().diagnostics;
  if (const model::Conflict* conflict = reading.conflict()) {
    inspectStates(found, *conflict, errand);
    if (folder && !errand.stop.stop_requested()) {
      auto citations = evidence::checkCitations(
          *conflict, *folder, [](const std::string& path) { return evidence::readSourceFile(path); },
          keptLedger, reading.parsed().views);
      add(found.diagnostics, citations.diagnostics);
      found.citations = std::move(citations.found);
    }
  }
  language::silence(found.diagnostics, reading.parsed().allowed);
  language::sortByPlace(found.diagnostics);
  return found;
}

namespace {

class Judge {
public:
  Judge(const Reading& reading, Engine& engine)
      : reading_(reading), conflict_(engine.conflict()), engine_(engine) {}

  Judgement run(const stability::Errand& errand) {
    try {
      solve(errand);
      named(errand);
      expectations(errand);
    } catch (const LimitReached& reached) {
      made_.stopped = reached.what();
    }
    std::ranges::stable_sort(made_.verdicts, {}, [](const Verdict& v) { return v.range.begin; });
    return std::move(made_);
  }

private:
  void solve(const stability::Errand& errand) {
    const auto states = engine_.count(engine_.feasible());
    made_.summary = states.get_str() + (states == 1 ? " state" : " states");
    std::string held;
    for (const auto& row : model::concepts) {
      errand.check();
      equilibria_.push_back(engine_.equilibria(row.id));
      held += (held.empty() ? "; equilibria: " : ", ") + std::string(row.name) + ' ' +
              engine_.count(equilibria_.back()).get_str();
    }
    made_.summary += held;
  }

  void add(model::Range range, const std::optional<model::Pattern>& state, bool today = false,
           bool lettered = false) {
    Verdict verdict{range, state, {}, today, lettered};
    for (std::size_t i = 0; state && i < model::conceptCount; ++i)
      verdict.equilibrium[i] = engine_.contains(equilibria_[i], *state);
    made_.verdicts.push_back(std::move(verdict));
  }

  std::optional<model::Pattern> feasible(const model::Pattern& state) {
    if (state.size() != conflict_.options.size())
      return std::nullopt;
    const auto found = engine_.list(engine_.matching({state}), 1);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  void named(const stability::Errand& errand) {
    if (conflict_.statusQuo)
      add(conflict_.statusQuoRange, feasible(*conflict_.statusQuo), true);
    using Kind = model::StateRef::Kind;
    for (std::size_t i = 0; i < conflict_.listed.size() && made_.verdicts.size() < mostVerdicts; ++i) {
      errand.check();
      add(conflict_.listed[i].range, analysis::patternOf(engine_, {Kind::listed, i, {}}));
    }
    for (std::size_t i = 0; i < conflict_.named.size() && made_.verdicts.size() < mostVerdicts; ++i) {
      errand.check();
      const auto& state = conflict_.named[i];
      add(state.range, feasible(state.state), false, model::isLettered(state));
    }
  }

  void expectations(const stability::Errand& errand) {
    if (!reading_.parsed().conflict)
      return;
    add(analysis::checkExpectations(engine_));
    const model::Views& views = reading_.parsed().views;
    if (views.expectations.empty())
      return;
    analysis::Hypergame game(engine_, views, {stability::EngineChoice::automatic, 0, mostEngineMemory},
                             errand, speakBeyondRanks(views));
    if (game.diagnostics().empty())
      add(analysis::checkExpectations(game));
  }

  void add(const std::vector<analysis::Verdict>& verdicts) {
    for (const auto& verdict : verdicts)
      made_.expected.push_back({verdict.range, verdict.met, verdict.found});
  }

  const Reading& reading_;
  const model::Conflict& conflict_;
  Engine& engine_;
  std::vector<stability::StateSet> equilibria_;
  Judgement made_;
};

} // namespace

Judgement judge(const Reading& reading, Engine& engine, const stability::Errand& errand) {
  return Judge(reading, engine).run(errand);
}

} // namespace stasis::lsp
