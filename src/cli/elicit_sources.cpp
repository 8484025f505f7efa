#include "cli/elicit_sources.h"

#include "analysis/elicit/spoken_preference.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/hosted.h"
#include "cli/kept_ledgers.h"
#include "cli/line_input.h"
#include "cli/model_file.h"
#include "report/elicit/told_order.h"
#include "report/telling/printable.h"

namespace stasis::cli {

namespace {

Talk::Lines linesOf(const std::vector<std::string>& lines) {
  return [lines, next = std::size_t{0}]() mutable {
    return next < lines.size() ? std::optional(lines[next++]) : std::nullopt;
  };
}

std::vector<std::string> linesIn(const language::SourceText& source) {
  std::vector<std::string> lines;
  for (std::size_t line = 1; line <= source.lineCount(); ++line)
    lines.emplace_back(source.line(line));
  return lines;
}

bool canTalk(const Arguments& arguments) { return arguments.operands[0] != "-" && hostedHere() == nullptr; }

/// False where an answer given beforehand could not be used.
bool answeredBefore(Talk& talk, const Arguments& arguments, Console& console) {
  for (const std::string& path : arguments.values("--answers")) {
    const auto source = readFile(path, console);
    if (!source || (!talk.run(linesOf(linesIn(*source)), source->name(), Talk::From::before) && !talk.quit()))
      return false;
  }
  return (canTalk(arguments) && !arguments.has("--answer")) ||
         talk.run(linesOf(arguments.values("--answer")), "--answer", Talk::From::before);
}

/// The rest, from standard input.
Exit answeredNow(Talk& talk, Console& console) {
  LineInput input(console.errand());
  const bool terminal = input.isTerminal();
  const bool good =
      talk.run([&] { return input.next(); }, "<stdin>", terminal ? Talk::From::terminal : Talk::From::pipe);
  if (input.interrupted())
    return Exit::interrupted;
  if (!good && !terminal)
    return Exit::wrong;
  if (const auto left = talk.view().next; left && !terminal && !talk.quit()) {
    console.sayError("standard input ends, and at most " + std::to_string(left->atMost) +
                         " questions are left",
                     "`q` in a last line ends there");
    return Exit::wrong;
  }
  return Exit::done;
}

Exit talkedToTheEnd(Talk& talk, const Arguments& arguments, Console& console) {
  Exit status = answeredBefore(talk, arguments, console) ? Exit::done : Exit::wrong;
  if (status == Exit::done && canTalk(arguments) && !talk.quit() && talk.view().next)
    status = answeredNow(talk, console);
  const bool written = delivered(talk.view(), arguments, console);
  return written || status != Exit::done ? status : Exit::wrong;
}

} // namespace

bool delivered(report::ElicitationView view, const Arguments& arguments, Console& console) {
  const std::string form = arguments.value("--as");
  view.form = form == "rank"     ? report::ElicitedForm::rank
              : form == "prefer" ? report::ElicitedForm::prefer
                                 : report::ElicitedForm::shorter;
  if (form == "prefer")
    if (const auto why = report::toldOrder(view).whyNotStatements; !why.empty())
      console.sayNote(why + ": here is a ranking");
  return deliver(arguments.value("--format") == "json" ? report::elicitedJson(view)
                                                       : report::elicitedLines(view),
                 arguments, console);
}

bool volunteered(Talk& talk, const Interview& asked, const analysis::Stakes& stakes,
                 const Arguments& arguments, Console& console) {
  const auto& conflict = asked.engine.conflict();
  for (const std::string& path : arguments.values("--ledger")) {
    const auto ledger = keptLedger(path);
    if (!ledger.problem.empty()) {
      console.sayError('`' + path + "` " + ledger.problem, "`stasis read REPORT --format json` writes one");
      return false;
    }
    const auto spoken = analysis::spokenPreferences(conflict, stakes, ledger.entries);
    for (const auto& answer : spoken.answers)
      talk.volunteer(answer);
    for (const std::string& words : spoken.notUsed)
      console.sayNote("not used, it prefers what the model does not name: " + report::printable(words));
    if (spoken.statements == 0)
      console.sayNote('`' + path + "` has no statement in which " + conflict.labelOf(asked.party) +
                      " would rather have one thing than another");
  }
  return true;
}

Exit talked(Talk& talk, const Arguments& arguments, Console& console) {
  try {
    return talkedToTheEnd(talk, arguments, console);
  } catch (const stability::LimitReached& reached) {
    if (arguments.value("--format") != "json" && !deliver(talk.transcript(), arguments, console))
      return Exit::wrong;
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace stasis::cli
