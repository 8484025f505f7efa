#include "report/solution/states.h"

#include "report/solution/solution.h"
#include "report/telling/csv.h"
#include "report/telling/markdown.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"
#include "report/telling/state_row.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace stasis::report {

namespace {

std::vector<StateRow> rowsOf(const StatesView& view) {
  return stateRows(view.engine, {}, view.set, view.list);
}

std::string numberOf(const StateRow& r) { return r.number ? std::to_string(*r.number) : std::string(); }

std::string remainder(const StatesView& view, std::size_t shown) {
  const stability::Count total = view.engine.count(view.set);
  return total > shown
             ? fmt::format("{} more; --list {} shows them all.\n", grouped(total - shown), total.get_str())
             : std::string();
}

} // namespace

std::string statesText(const StatesView& view, const Look& look) {
  const auto& conflict = view.engine.conflict();
  std::string out = headText(view.engine, look);
  if (!view.whereText.empty())
    out += fmt::format("Where {}: {}.\n", printable(view.whereText),
                       counted(view.engine.count(view.set), "state"));
  const auto rows = rowsOf(view);
  Table table{{{"",
                {{"#", true, false},
                 {"options", false, false},
                 {"state", false, false},
                 {"what is done", false, false}}}},
              {}};
  for (const StateRow& r : rows)
    table.rows.push_back({{numberOf(r), Tone::plain},
                          {r.pattern.letters(), Tone::faint},
                          {printable(r.title), Tone::strong},
                          {printable(inWords(conflict, r.pattern)), Tone::plain}});
  return out + '\n' + (rows.empty() ? "No state.\n" : table.text(look)) + remainder(view, rows.size());
}

std::string statesMarkdown(const StatesView& view) {
  std::string out = "| # | options | state | what is done |\n| ---: | --- | --- | --- |\n";
  const auto rows = rowsOf(view);
  for (const StateRow& r : rows)
    out += fmt::format("| {} | `{}` | {} | {} |\n", numberOf(r), r.pattern.letters(), markdownText(r.title),
                       markdownText(inWords(view.engine.conflict(), r.pattern)));
  return out + (rows.empty() ? "" : "\n" + remainder(view, rows.size()));
}

std::string statesCsv(const StatesView& view) {
  const auto& conflict = view.engine.conflict();
  std::vector<std::string> names{"id", "label", "options"};
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    names.push_back(conflict.nameOf(model::OptionId(i)));
  std::string out = csvLine(names);
  for (const StateRow& r : rowsOf(view)) {
    std::vector<std::string> fields{numberOf(r), r.name, r.pattern.letters()};
    for (const char letter : r.pattern.letters())
      fields.emplace_back(1, letter);
    out += csvLine(fields);
  }
  return out;
}

std::string statesJson(const StatesView& view) {
  using Json = nlohmann::ordered_json;
  const auto& conflict = view.engine.conflict();
  Json out;
  out["schema"] = "stasis/states-1";
  out["conflict"] = conflict.title;
  if (!view.whereText.empty())
    out["where"] = view.whereText;
  out["count"] = view.engine.count(view.set).get_str();
  out["states"] = Json::array();
  for (const StateRow& r : rowsOf(view)) {
    Json state;
    if (r.number)
      state["id"] = *r.number;
    state["label"] = r.name;
    state["options"] = r.pattern.letters();
    state["done"] = whatIsDone(conflict, r.pattern);
    state["holds"] = whatHolds(conflict, r.pattern);
    out["states"].push_back(std::move(state));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
