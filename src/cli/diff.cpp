#include "report/diff/diff.h"

#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"

namespace stasis::cli {

namespace {

std::string rendered(const report::DiffView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::diffJson(view);
  if (format == "md")
    return report::diffMarkdown(view);
  return report::diffText(view, look);
}

/// The two files. git calls a driver with `path old-file old-hex old-mode new-file new-hex new-mode`, and
/// with two more words for a renamed file.
struct Files {
  std::string before;
  std::string after;
  std::string path; ///< given by git; empty if a person called
};

std::optional<Files> filesGiven(const std::vector<std::string>& operands) {
  if (operands.size() == 2)
    return Files{operands[0], operands[1], ""};
  if (operands.size() == 7 || operands.size() == 9)
    return Files{operands[1], operands[4], operands[0]};
  return std::nullopt;
}

struct Compared {
  Exit status = Exit::done; ///< done: the same answer; wrong: another answer, or a file that cannot be read
  std::string text;         ///< empty if there is nothing to compare
};

Compared compared(const Files& files, const Arguments& arguments, Console& console) {
  ConceptsAsked conceptsAsked;
  if (!readConceptsForAll(arguments, conceptsAsked, console))
    return {Exit::usage, ""};
  auto [a, statusA] = openModel(files.before, arguments, console);
  auto [b, statusB] = openModel(files.after, arguments, console);
  if (!a || !b)
    return {!a ? statusA : statusB, ""};
  const auto concepts = conceptsFor(conceptsAsked, *a->engine, console);
  if (!concepts || !(conceptsAsked.byDefault || conceptsFor(conceptsAsked, *b->engine, console)))
    return {Exit::usage, ""};
  const analysis::Matching matching(a->engine->conflict(), b->engine->conflict());
  const auto model = analysis::diffModels(a->engine->conflict(), b->engine->conflict(), matching,
                                          a->file.views, b->file.views);
  try {
    const auto answer = analysis::diffAnswers(*a->engine, *b->engine, matching, *concepts);
    const report::DiffView view{*a->engine, *b->engine, model, answer};
    const Exit status = answer.stopped ? sayStopped(answer.stopped->limit, answer.stopped->message, console)
                        : answer.changed() ? Exit::wrong
                        : answer.complete  ? Exit::done
                                           : Exit::limit;
    return {status, rendered(view, arguments.value("--format"), console.look())};
  } catch (const stability::LimitReached& reached) {
    return {sayStopped(reached.limit(), reached.what(), console), ""};
  }
}

/// git takes any status but 0 to mean that the driver crashed.
Exit forGit(const Files& files, const Arguments& arguments, Console& console) {
  std::string out = "stasis diff " + files.path + "\n";
  if (files.before == "/dev/null" || files.after == "/dev/null") {
    out += files.before == "/dev/null" ? "The model is new.\n" : "The model is gone.\n";
  } else {
    const auto made = compared(files, arguments, console);
    out += made.text.empty() ? "The two versions cannot be compared.\n" : made.text;
  }
  return console.print(out) ? Exit::done : Exit::wrong;
}

Exit diff(const Arguments& arguments, Console& console) {
  const auto files = filesGiven(arguments.operands);
  if (!files) {
    console.sayError("`stasis diff` compares two files, here are " +
                         std::to_string(arguments.operands.size()),
                     "stasis diff BEFORE AFTER");
    return Exit::usage;
  }
  if (!files->path.empty())
    return forGit(*files, arguments, console);
  if (files->before == "-" && files->after == "-") {
    console.sayError("only one of the two files can be standard input");
    return Exit::usage;
  }
  const auto made = compared(*files, arguments, console);
  if (!made.text.empty() && !deliver(made.text, arguments, console))
    return Exit::wrong;
  return made.status;
}

} // namespace

Verb diffVerb() {
  Verb verb;
  verb.name = "diff";
  verb.summary = "what changed between two versions of a model, and in its answer";
  verb.about = "Compares two conflicts by name: parties, options, directions, constraints, statements "
               "added, dropped, moved, negated or reworded; then their answers: states gained and lost, "
               "verdicts that are others, equilibria that came and went. States are compared by what is "
               "taken in them, so that renumbering does not count. Exit status 0: the answer is the "
               "same; 1: it changed. git calls it as a diff driver (docs/diff.md).";
  verb.operands = {{"BEFORE", "a conflict"},
                   {"AFTER", "another version of it"},
                   {"GIT", "what git adds when it calls this as a diff driver", false, true, false}};
  verb.options = {
      conceptOption("verdicts under these concepts, such as nash,seq"),
      {"--format", "FORMAT", "how to answer", {"text", "json", "md"}, "text"},
  };
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis diff before.conflict after.conflict",
                   "git config diff.conflict.command 'stasis diff'"};
  verb.run = diff;
  return verb;
}

} // namespace stasis::cli
