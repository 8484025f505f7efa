#include "analysis/moves/moves.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/model_file.h"
#include "cli/view_asked.h"
#include "report/moves/moves.h"

namespace stasis::cli {

namespace {

std::string rendered(const report::MovesView& view, const std::string& format, const report::Look& look) {
  if (format == "csv")
    return report::movesCsv(view);
  if (format == "md")
    return report::movesMarkdown(view);
  return report::movesText(view, look);
}

/// The parties of --party, else all.
std::optional<std::vector<model::PartyId>> askedAbout(const Arguments& arguments,
                                                      const model::Conflict& conflict, Console& console) {
  if (arguments.has("--party"))
    return partiesGiven(arguments.values("--party"), conflict, console);
  return allParties(conflict);
}

/// None, after an error message, if one of them names no state, or several.
std::optional<std::vector<model::Pattern>> statesFrom(const Arguments& arguments, stability::Engine& engine,
                                                      Console& console) {
  auto texts = arguments.values("--from");
  if (texts.empty())
    texts.push_back(arguments.value("--from"));
  std::vector<model::Pattern> states;
  for (const std::string& text : texts) {
    const auto one = oneStateGiven("--from", text, engine, console);
    if (!one)
      return std::nullopt;
    states.push_back(*one);
  }
  return states;
}

std::string answered(stability::Engine& engine, const std::vector<analysis::MovesAnswer>& answers,
                     const Arguments& arguments, Console& console) {
  const bool improvementsOnly = arguments.has("--improvements");
  std::optional<stability::Solution> solution;
  if (arguments.has("--verdicts")) {
    solution = stability::solve(engine, stability::everyConcept());
    if (solution->stopped)
      throw stability::LimitReached(solution->stopped->limit, solution->stopped->message);
  }
  std::vector<report::MovesView> views;
  for (const auto& answer : answers)
    views.push_back({engine, answer, improvementsOnly, solution ? &*solution : nullptr});
  const std::string format = arguments.value("--format");
  if (format == "json")
    return report::movesJson(views);
  std::string out;
  for (const auto& view : views) {
    std::string one = rendered(view, format, console.look());
    if (format == "csv" && !out.empty())
      one.erase(0, one.find('\n') + 1); // the names of the columns are already there
    out += (out.empty() || format == "csv" ? "" : "\n") + one;
  }
  return out;
}

Exit moves(const Arguments& arguments, Console& console) {
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto states = statesFrom(arguments, engine, console);
  const auto parties = askedAbout(arguments, engine.conflict(), console);
  if (!states || !parties)
    return Exit::usage;
  try {
    const analysis::Rules rules(engine);
    std::vector<analysis::MovesAnswer> answers;
    for (const auto& from : *states)
      answers.push_back(
          analysis::findMoves(engine, rules,
                              {.from = from,
                               .parties = *parties,
                               .improvementsOnly = arguments.has("--improvements"),
                               .limit = static_cast<std::size_t>(*arguments.number("--limit"))}));
    return deliver(answered(engine, answers, arguments, console), arguments, console) ? Exit::done
                                                                                      : Exit::wrong;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb movesVerb() {
  Verb verb;
  verb.name = "moves";
  verb.summary = "what each party can do from a state, and whom it serves";
  verb.about = "Lists every unilateral move from a state: what is taken and dropped, where it leads, and "
               "for whom that is better, worse or the same. A move that is better for its mover is an "
               "improvement. Members of a family whose moves are alike are shown together.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--from", "STATE", "from where; may be repeated", {}, "status-quo", OptionRow::Kind::text, true},
      partyOption("only moves of this party or family; may be repeated"),
      {"--verdicts",
       "",
       "with --format json: under which concepts each state shown is an equilibrium",
       {},
       ""},
      {"--improvements", "", "only moves that are better for their mover", {}, ""},
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      {"--limit", "N", "moves listed for each party; all are counted", {}, "20", OptionRow::Kind::number},
  };
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis moves conflicts/syria-iraq/syria-iraq.conflict",
                   "stasis moves model.conflict --from 4 --party Iraq --improvements"};
  verb.run = moves;
  return verb;
}

} // namespace stasis::cli
