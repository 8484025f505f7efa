#include "report/solution/solution.h"
#include "report/telling/csv.h"
#include "report/telling/state_row.h"

namespace stasis::report {

using model::PartyId;

namespace {

std::vector<std::string> header(const SolutionView& view) {
  const auto& conflict = view.engine.conflict();
  std::vector<std::string> names{"id", "name", "label", "options"};
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    names.push_back(conflict.nameOf(model::OptionId(i)));
  for (const auto& party : conflict.parties)
    names.push_back("place:" + party.name);
  for (const auto& answer : view.solution.concepts) {
    names.push_back("equilibrium:" + std::string(row(answer.id).key));
    for (const auto& party : conflict.parties)
      names.push_back(std::string(row(answer.id).key) + ":" + party.name);
  }
  if (view.solution.mixed)
    names.emplace_back("equilibrium:mixed");
  return names;
}

std::vector<std::string> fields(const StateRow& r, const stability::Solution& solution) {
  std::vector<std::string> out{r.number ? std::to_string(*r.number) : "", r.name,
                               (r.title == r.name ? "" : r.title), r.pattern.letters()};
  for (const char letter : r.pattern.letters())
    out.emplace_back(1, letter);
  for (const auto& place : r.places)
    out.push_back(place ? std::to_string(*place) : "");
  for (std::size_t c = 0; c < r.stable.size(); ++c) {
    out.push_back(csvFlag(r.equilibrium[c]));
    for (const auto& held : r.stable[c])
      out.push_back(csvFlag(held));
  }
  if (solution.mixed)
    out.push_back(csvFlag(r.mixedEquilibrium));
  return out;
}

} // namespace

std::string solutionCsv(const SolutionView& view) {
  std::string out = csvLine(header(view));
  const auto shown = view.where ? *view.where : view.engine.feasible();
  for (const auto& state : view.engine.list(shown, view.list))
    out += csvLine(fields(stateRow(view.engine, view.solution, state), view.solution));
  return out;
}

} // namespace stasis::report
