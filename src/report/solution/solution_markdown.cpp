#include "report/solution/equilibria_shown.h"
#include "report/solution/hypergame_text.h"
#include "report/solution/in_part.h"
#include "report/solution/solution.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/repetition_words.h"
#include "report/telling/state_row.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

namespace stasis::report {

using model::PartyId;

namespace {

std::string mark(const std::optional<bool>& held) { return !held ? "?" : *held ? "✓" : ""; }

std::string unstableFor(const StateRow& r, std::size_t concept_, const model::Conflict& conflict) {
  std::vector<PartyId> parties;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p)
    if (!r.stable[concept_][p].value_or(true))
      parties.emplace_back(p);
  return markdownText(joined(partiesWords(conflict, parties, Called::name), ", "));
}

std::string statusQuo(const SolutionView& view) {
  const auto& conflict = view.engine.conflict();
  if (!conflict.statusQuo)
    return {};
  const auto found = view.engine.list(view.engine.matching({*conflict.statusQuo}), 1);
  if (found.empty())
    return "\nThe status quo is not a feasible state.\n";
  const StateRow r = stateRow(view.engine, view.solution, found.front());
  std::string out =
      "\n## The status quo\n\n" + markdownText(inWords(conflict, r.pattern, Called::name)) + "\n\n";
  out += markdownHead({"concept", "holds", "not stable for"});
  for (std::size_t c = 0; c < view.solution.concepts.size(); ++c)
    out += markdownRow({std::string(row(view.solution.concepts[c].id).name), mark(r.equilibrium[c]),
                        unstableFor(r, c, conflict)});
  return out;
}

/// The state's name and its label, each once.
std::string calledOnce(const StateRow& r, const model::Conflict& conflict) {
  const std::string title = nameByDifference(conflict, r.pattern);
  return title.empty() || title == r.name ? r.name : r.name.empty() ? title : r.name + " " + title;
}

/// The concepts whose equilibria are not known; stands before everything else.
std::string unfinished(const SolutionView& view) {
  if (!view.solution.stopped)
    return {};
  std::vector<std::string> unknown;
  for (const auto& answer : view.solution.concepts)
    if (!answer.equilibria)
      unknown.emplace_back(row(answer.id).name);
  return "\n**Not finished: " + view.solution.stopped->message + ".**" +
         (unknown.empty()
              ? ""
              : " Which states are equilibria under " + joined(unknown, ", ") + " is not known.") +
         "\n";
}

std::string shownState(stability::Engine& engine, const std::optional<model::Pattern>& state) {
  return state ? markdownText(markAndTitle(engine, *state)) : "";
}

std::string satisfied(const SolutionView& view, const Look& look) {
  if (view.satisfied.empty())
    return {};
  std::string out =
      "\n" + markdownHead({"concept", "equilibria", "satisfy it", "one that does", "one that does not"});
  for (std::size_t c = 0; c < view.satisfied.size(); ++c) {
    const auto& found = view.satisfied[c];
    out += markdownRow(
        {std::string(row(view.solution.concepts[c].id).name), found ? grouped(look, found->of) : "?",
         found ? grouped(look, found->satisfying) : "?", found ? shownState(view.engine, found->example) : "",
         found ? shownState(view.engine, found->counterExample) : ""});
  }
  const std::string inPart = view.inPart ? inPartWords(view.engine, *view.inPart, look) : "";
  return out + (inPart.empty() ? "" : "\n" + markdownText(inPart) + "\n");
}

std::string repetition(const SolutionView& view, const Look& look) {
  std::string out;
  if (view.repetition)
    for (const std::string& sentence : repetitionWords(view.engine, *view.repetition, look))
      out += "\n" + markdownText(sentence) + "\n";
  return out;
}

} // namespace

std::string solutionMarkdown(const SolutionView& view, const Look& look) {
  auto& engine = view.engine;
  const auto& conflict = engine.conflict();
  std::string out = "# " + markdownText(conflict.title) + "\n\n";
  for (const std::string& about : conflict.about)
    out += markdownText(about) + "\n\n";
  out += whoIsWhoMarkdown(conflict);
  out += fmt::format("{}, {}, {} feasible.\n", counted(conflict.parties.size(), "party", "parties"),
                     counted(conflict.options.size(), "option"),
                     counted(look, engine.count(engine.feasible()), "state"));
  out += unfinished(view);
  auto shown = view.where ? *view.where : engine.feasible();
  if (!view.all)
    shown = engine.both(shown, anyEquilibrium(engine, view.solution));
  if (view.solution.mixed)
    out += "\n" + markdownText(mixtureWords(conflict, view.solution.mixed->byParty)) + ".\n";
  out += view.where ? "\n## " + std::string(view.all ? "States" : "Equilibria") + " where `" +
                          view.whereText + "`\n\n"
         : view.all ? "\n## States\n\n"
                    : "\n## Equilibria\n\n";
  std::vector<std::string> head{"state", "what is done", "what holds"};
  for (const auto& answer : view.solution.concepts)
    head.emplace_back(row(answer.id).name);
  if (view.solution.mixed)
    head.emplace_back("mixed");
  out += markdownHead(head);
  const auto rows =
      view.all ? stateRows(engine, view.solution, shown, view.list) : equilibriaShown(view, shown, view.list);
  for (const StateRow& r : rows) {
    std::vector<std::string> cells{markdownText(calledOnce(r, conflict)),
                                   markdownText(inWords(conflict, r.pattern, Called::name)),
                                   markdownText(joined(whatHolds(conflict, r.pattern), ", "))};
    for (const auto& held : r.equilibrium)
      cells.push_back(mark(held));
    if (view.solution.mixed)
      cells.push_back(mark(r.mixedEquilibrium));
    out += markdownRow(cells);
  }
  if (const stability::Count total = engine.count(shown); total > rows.size())
    out += fmt::format("\n{} more are not listed.\n", grouped(look, total - rows.size()));
  return out + satisfied(view, look) + repetition(view, look) + statusQuo(view) + hypergameMarkdown(view);
}

} // namespace stasis::report
