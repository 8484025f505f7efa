#include "report/solution/states.h"

#include "model/lettered.h"
#include "report/solution/in_part.h"
#include "report/solution/solution.h"
#include "report/telling/csv.h"
#include "report/telling/markdown.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"
#include "report/telling/state_json.h"
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

Look exact() {
  Look look;
  look.exact = true;
  return look;
}

constexpr unsigned long mostWorthListing = 100'000;

std::string remainder(const StatesView& view, std::size_t shown, const Look& look) {
  const stability::Count total = view.engine.count(view.set);
  if (total <= shown)
    return {};
  return grouped(look, total - shown) + " more; " +
         (total <= mostWorthListing ? "--list " + total.get_str() + " shows all of them"
                                    : std::string("--list N shows more")) +
         ", --where EXPRESSION asks for some.\n";
}

/// States with a name, then the first ones by number, as many as there is room for.
std::vector<StateRow> rowsToShow(const StatesView& view, std::size_t most) {
  auto& engine = view.engine;
  if (engine.count(view.set) <= most)
    return stateRows(engine, {}, view.set, most);
  std::vector<model::Pattern> named;
  for (const auto& state : engine.conflict().named)
    if (!model::isLettered(state))
      named.push_back(state.state);
  if (engine.conflict().statusQuo)
    named.push_back(*engine.conflict().statusQuo);
  const auto first = engine.both(view.set, engine.matching(named));
  auto rows = stateRows(engine, {}, first, most);
  for (auto& r : stateRows(engine, {}, engine.without(view.set, first), most - rows.size()))
    rows.push_back(std::move(r));
  return rows;
}

/// With more options than this, letters say nothing to a reader; words for what is done do.
constexpr std::size_t fewLetters = 24;

} // namespace

std::string statesText(const StatesView& view, const Look& look) {
  const auto& conflict = view.engine.conflict();
  std::string out = headText(view.engine, look);
  if (!view.whereText.empty())
    out += fmt::format("Where {}: {}.\n", printable(view.whereText),
                       counted(look, view.engine.count(view.set), "state"));
  if (view.inPart)
    if (const std::string words = inPartWords(view.engine, *view.inPart, look); !words.empty())
      for (const std::string& line : fold(words, look.width))
        out += line + '\n';
  const auto rows = rowsToShow(view, view.listText);
  const bool letters = conflict.options.size() <= fewLetters;
  Table table{{{"", {{"#", true, false}}}}, {}};
  auto& columns = table.groups.front().columns;
  if (letters)
    columns.push_back({"options", false, false});
  columns.push_back({"state", false, false});
  columns.push_back({"what is done", false, false});
  for (const StateRow& r : rows) {
    std::vector<Cell> cells{{numberOf(r), Tone::plain}};
    if (letters)
      cells.push_back({r.pattern.letters(), Tone::faint});
    cells.push_back({printable(r.title), Tone::strong});
    cells.push_back({printable(inWords(conflict, r.pattern, Called::name)), Tone::plain});
    table.rows.push_back(std::move(cells));
  }
  return out + '\n' + (rows.empty() ? "No state.\n" : table.text(look)) + remainder(view, rows.size(), look);
}

std::string statesMarkdown(const StatesView& view) {
  std::string out = "| # | options | state | what is done |\n| ---: | --- | --- | --- |\n";
  const auto rows = rowsOf(view);
  for (const StateRow& r : rows)
    out += fmt::format("| {} | `{}` | {} | {} |\n", numberOf(r), r.pattern.letters(), markdownText(r.title),
                       markdownText(inWords(view.engine.conflict(), r.pattern, Called::name)));
  out += rows.empty() ? "" : "\n" + remainder(view, rows.size(), exact());
  const std::string inPart = view.inPart ? inPartWords(view.engine, *view.inPart, exact()) : "";
  return out + (inPart.empty() ? "" : "\n" + markdownText(inPart) + "\n");
}

std::string statesCsv(const StatesView& view) {
  const auto& conflict = view.engine.conflict();
  std::vector<std::string> names{"id", "name", "label", "options"};
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    names.push_back(conflict.nameOf(model::OptionId(i)));
  std::string out = csvLine(names);
  for (const StateRow& r : rowsOf(view)) {
    std::vector<std::string> fields{numberOf(r), r.name, (r.title == r.name ? "" : r.title),
                                    r.pattern.letters()};
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
  out["schema"] = view.schema == 1 ? "stasis/states-1" : "stasis/states-2";
  out["conflict"] = conflict.title;
  if (!view.whereText.empty())
    out["where"] = view.whereText;
  out["count"] = view.engine.count(view.set).get_str();
  if (view.inPart && view.engine.count(*view.inPart) > 0)
    out["inPart"] = view.engine.count(*view.inPart).get_str();
  out["states"] = Json::array();
  for (const StateRow& r : rowsOf(view)) {
    Json state;
    if (r.number)
      state["id"] = exactJson(*r.number);
    addNames(state, r, view.schema);
    addCalled(state, conflict, r.pattern, view.schema);
    state["options"] = r.pattern.letters();
    state["done"] = whatIsDone(conflict, r.pattern);
    state["holds"] = whatHolds(conflict, r.pattern);
    out["states"].push_back(std::move(state));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
