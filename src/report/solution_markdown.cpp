#include "report/numbers.h"
#include "report/solution.h"
#include "report/state_row.h"
#include "report/state_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using model::PartyId;

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("|\\`*_<>[]").find(c) != std::string_view::npos)
      out += '\\';
    out += c;
  }
  return out;
}

std::string tableLine(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells)
    line += " " + cell + " |";
  return line + "\n";
}

std::string mark(const std::optional<bool>& held) { return !held ? "?" : *held ? "✓" : ""; }

std::string unstableFor(const StateRow& r, std::size_t concept_, const model::Conflict& conflict) {
  std::vector<std::string> names;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p)
    if (!r.stable[concept_][p].value_or(true))
      names.push_back(escaped(conflict.labelOf(PartyId(p))));
  return joined(names, ", ");
}

std::string statusQuo(const SolutionView& view) {
  const auto& conflict = view.engine.conflict();
  if (!conflict.statusQuo)
    return {};
  const auto found = view.engine.list(view.engine.matching({*conflict.statusQuo}), 1);
  if (found.empty())
    return "\nThe status quo is not a feasible state.\n";
  const StateRow r = stateRow(view.engine, view.solution, found.front());
  std::string out = "\n## The status quo\n\n" + escaped(inWords(conflict, r.pattern)) + "\n\n";
  out += tableLine({"concept", "holds", "not stable for"}) + tableLine({"---", "---", "---"});
  for (std::size_t c = 0; c < view.solution.concepts.size(); ++c)
    out += tableLine({std::string(row(view.solution.concepts[c].id).name), mark(r.equilibrium[c]),
                      unstableFor(r, c, conflict)});
  return out;
}

} // namespace

std::string solutionMarkdown(const SolutionView& view) {
  auto& engine = view.engine;
  const auto& conflict = engine.conflict();
  std::string out = "# " + escaped(conflict.title) + "\n\n";
  for (const std::string& about : conflict.about)
    out += escaped(about) + "\n\n";
  out += fmt::format("{}, {}, {} feasible.\n", counted(conflict.parties.size(), "party", "parties"),
                     counted(conflict.options.size(), "option"),
                     counted(engine.count(engine.feasible()), "state"));
  auto shown = view.where ? *view.where : engine.feasible();
  if (!view.all)
    shown = engine.both(shown, anyEquilibrium(engine, view.solution));
  out += view.where ? "\n## " + std::string(view.all ? "States" : "Equilibria") + " where `" +
                          view.whereText + "`\n\n"
         : view.all ? "\n## States\n\n"
                    : "\n## Equilibria\n\n";
  std::vector<std::string> head{"state", "what is done", "what holds"};
  for (const auto& answer : view.solution.concepts)
    head.emplace_back(row(answer.id).name);
  out += tableLine(head) + tableLine(std::vector<std::string>(head.size(), "---"));
  const auto rows = stateRows(engine, view.solution, shown, view.list);
  for (const StateRow& r : rows) {
    std::vector<std::string> cells{escaped(r.title.empty() ? r.name : r.name + " " + r.title),
                                   escaped(inWords(conflict, r.pattern)),
                                   escaped(joined(whatHolds(conflict, r.pattern), ", "))};
    for (const auto& held : r.equilibrium)
      cells.push_back(mark(held));
    out += tableLine(cells);
  }
  if (const stability::Count total = engine.count(shown); total > rows.size())
    out += fmt::format("\n{} more are not listed.\n", grouped(total - rows.size()));
  if (view.solution.stopped)
    out += "\nNot finished: " + view.solution.stopped->message + ".\n";
  return out + statusQuo(view);
}

} // namespace stasis::report
