#include "report/robust/drawn.h"

#include "report/telling/csv.h"
#include "report/telling/legend.h"
#include "report/telling/limit_name.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"
#include "report/telling/state_json.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

namespace stasis::report {

using analysis::Interval;

namespace {

double share(const DrawnView& view, std::size_t s, std::size_t c) {
  return static_cast<double>(view.answer.held[s][c]) / static_cast<double>(view.answer.draws);
}

/// `41.2 (36.8–45.7)`, in percent.
std::string interval(const DrawnView& view, std::size_t s, std::size_t c, bool ascii) {
  const Interval& of = view.answer.intervals[s][c];
  return fmt::format("{:.1f} ({:.1f}{}{:.1f})", 100 * share(view, s, c), 100 * of.low, ascii ? "-" : "–",
                     100 * of.high);
}

std::string draws(const DrawnView& view, const Look& look) {
  const auto& answer = view.answer;
  std::string out = fmt::format(
      "{} of the rankings of {}, seed {}", counted(look, static_cast<unsigned long>(answer.draws), "draw"),
      counted(look, static_cast<unsigned long>(answer.open), "party", "parties"), view.question.seed);
  return out + (answer.exactly
                    ? "; all that agree with what is stated are equally likely"
                    : "; all that agree with what is stated are equally likely, to one in a million");
}

} // namespace

std::string drawnText(const DrawnView& view, const Look& look) {
  const auto& answer = view.answer;
  const auto& conflict = view.engine.conflict();
  std::string out = titleLines(conflict, look);
  for (const auto& line : fold(draws(view, look) + '.', look.width))
    out += line + '\n';
  if (answer.draws > 0) {
    Table table{{{"", {{"#", true, false}, {"state", false, false}}}}, {}};
    for (const auto id : answer.concepts)
      table.groups.push_back({"", {{std::string(row(id).name), true, false}}});
    for (std::size_t s = 0; s < answer.states.size(); ++s) {
      std::vector<Cell> cells{{printable(stateMark(view.engine, answer.states[s]))},
                              {printable(stateTitle(conflict, answer.states[s]))}};
      for (std::size_t c = 0; c < answer.concepts.size(); ++c) {
        const bool now = answer.asWritten[s][c];
        cells.push_back({(now ? std::string(look.yes()) + " " : "") + interval(view, s, c, look.ascii),
                         now ? Tone::good : Tone::plain});
      }
      table.rows.push_back(std::move(cells));
    }
    out +=
        '\n' + table.text(look) +
        look.paint(
            Tone::faint,
            fmt::format("an equilibrium in so many of 100 rankings, and the {:g} % interval; {} as written\n",
                        100 * analysis::confidenceOfShares, look.yes()));
  }
  if (answer.open == 0)
    out += "\nNothing is open: every party's ranking follows from what is stated.\n";
  if (answer.stopped)
    out += '\n' + look.paint(Tone::warn, "Not finished: " + answer.stopped->message + ".") + '\n';
  return out + conceptsBelow(answer.concepts, look);
}

std::string drawnMarkdown(const DrawnView& view) {
  const auto& answer = view.answer;
  std::string out = markdownTitle(view.engine.conflict()) + markdownText(draws(view, {})) + ".\n\n";
  out += markdownHead({"state", "under", "as written", "share in percent"});
  for (std::size_t s = 0; answer.draws > 0 && s < answer.states.size(); ++s)
    for (std::size_t c = 0; c < answer.concepts.size(); ++c)
      out += markdownRow({markdownText(markAndTitle(view.engine, answer.states[s])),
                          std::string(row(answer.concepts[c]).name),
                          answer.asWritten[s][c] ? "holds" : "does not hold", interval(view, s, c, false)});
  if (answer.stopped)
    out += "\nNot finished: " + markdownText(answer.stopped->message) + ".\n";
  return out;
}

std::string drawnJson(const DrawnView& view) {
  using Json = nlohmann::ordered_json;
  const auto& answer = view.answer;
  Json out{{"schema", schemaName("drawn", 1)},
           {"conflict", view.engine.conflict().title},
           {"draws", answer.draws},
           {"seed", view.question.seed},
           {"open", answer.open},
           {"exactly", answer.exactly},
           {"confidence", analysis::confidenceOfShares},
           {"states", Json::array()}};
  for (std::size_t s = 0; answer.draws > 0 && s < answer.states.size(); ++s) {
    Json one = stateJson(view.engine, answer.states[s], 2);
    one["under"] = Json::object();
    for (std::size_t c = 0; c < answer.concepts.size(); ++c) {
      const Interval& of = answer.intervals[s][c];
      one["under"][std::string(row(answer.concepts[c]).key)] = {
          {"asWritten", static_cast<bool>(answer.asWritten[s][c])},
          {"held", answer.held[s][c]},
          {"share", share(view, s, c)},
          {"interval", {of.low, of.high}}};
    }
    out["states"].push_back(std::move(one));
  }
  if (answer.stopped)
    out["stopped"] = {{"limit", limitName(answer.stopped->limit)}, {"message", answer.stopped->message}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string drawnCsv(const DrawnView& view) {
  const auto& answer = view.answer;
  std::string out = csvLine({"state", "options", "concept", "as written", "held", "draws", "low", "high"});
  for (std::size_t s = 0; answer.draws > 0 && s < answer.states.size(); ++s)
    for (std::size_t c = 0; c < answer.concepts.size(); ++c)
      out += csvLine({stateMark(view.engine, answer.states[s]), answer.states[s].letters(),
                      std::string(row(answer.concepts[c]).key), csvFlag(answer.asWritten[s][c]),
                      std::to_string(answer.held[s][c]), std::to_string(answer.draws),
                      fmt::format("{:.6f}", answer.intervals[s][c].low),
                      fmt::format("{:.6f}", answer.intervals[s][c].high)});
  return out;
}

} // namespace stasis::report
