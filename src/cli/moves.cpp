#include "analysis/moves/moves.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/model_file.h"
#include "report/moves/moves.h"

namespace stasis::cli {

namespace {

std::string rendered(const report::MovesView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::movesJson(view);
  if (format == "csv")
    return report::movesCsv(view);
  if (format == "md")
    return report::movesMarkdown(view);
  return report::movesText(view, look);
}

/// Those of --party, else all.
std::optional<std::vector<model::PartyId>> askedAbout(const Arguments& arguments,
                                                      const model::Conflict& conflict, Console& console) {
  if (arguments.has("--party"))
    return partiesGiven(arguments.values("--party"), conflict, console);
  return allParties(conflict);
}

Exit moves(const Arguments& arguments, Console& console) {
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto from = oneStateGiven("--from", arguments.value("--from"), engine, console);
  const auto parties = askedAbout(arguments, engine.conflict(), console);
  if (!from || !parties)
    return Exit::usage;
  try {
    const analysis::Rules rules(engine);
    const analysis::MovesQuestion question{.from = *from,
                                           .parties = *parties,
                                           .improvementsOnly = arguments.has("--improvements"),
                                           .limit = static_cast<std::size_t>(*arguments.number("--limit"))};
    const auto answer = analysis::findMoves(engine, rules, question);
    const report::MovesView view{engine, answer, question.improvementsOnly};
    return deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console)
               ? Exit::done
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
  verb.about =
      "Lists every unilateral move from a state: what is taken and dropped, where it leads, and for whom "
      "that is better, worse\n"
      "or the same. A move that is better for its mover is an improvement. Members of a family whose moves "
      "are alike are told\n"
      "together.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--from", "STATE", "from where", {}, "status-quo"},
      {"--party", "LIST", "only moves of these parties", {}, "", OptionRow::Kind::text, true},
      {"--improvements", "", "only moves that are better for their mover", {}, ""},
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      {"--limit", "N", "moves listed for each party; all are counted", {}, "20", OptionRow::Kind::number},
  };
  for (const OptionRow& row : engineOptions())
    verb.options.push_back(row);
  for (const OptionRow& row : outputOptions())
    verb.options.push_back(row);
  verb.examples = {"stasis moves conflicts/syria-iraq/syria-iraq.conflict",
                   "stasis moves model.conflict --from 4 --party Iraq --improvements"};
  verb.run = moves;
  return verb;
}

} // namespace stasis::cli
