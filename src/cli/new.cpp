#include "cli/console.h"
#include "cli/files.h"
#include "cli/verb.h"
#include "language/words/template.h"
#include "language/words/templates.h"
#include "report/telling/shell_word.h"

namespace stasis::cli {

namespace {

std::vector<std::string_view> templateNames() {
  std::vector<std::string_view> names;
  for (const auto& one : language::templates())
    names.push_back(one.name);
  return names;
}

Exit newModel(const Arguments& arguments, Console& console) {
  const std::string text = language::newConflict(arguments.value("--title"), arguments.value("--template"));
  if (!arguments.operands.empty() && arguments.has("--output")) {
    console.sayError("FILE and --output both name the file to write", "give one of the two");
    return Exit::usage;
  }
  const std::string path =
      arguments.operands.empty() ? arguments.value("--output") : std::string(arguments.operands[0]);
  if (path.empty() || path == "-")
    return console.print(text) ? Exit::done : Exit::wrong;
  if (!writeFile(path, text, arguments.has("--force"), console))
    return Exit::wrong;
  console.say(path + " is written: a small model to change into yours\n");
  console.sayNext("brief " + report::shellWord(path));
  return Exit::done;
}

} // namespace

Verb newVerb() {
  Verb verb;
  verb.name = "new";
  verb.summary = "a commented model to start from";
  verb.about = "Writes a small model that works, with a comment at each thing the language can say. "
               "Without FILE it goes to standard output. Templates: water (everything the language can "
               "say), pd and chicken (the textbook games), strike (an option that cannot be taken back), "
               "family (several parties alike); strength, doubt and attitudes (how much better, what is not "
               "known, and whose gains count).";
  verb.operands = {{"FILE", "the .conflict file to write", false}};
  verb.options = {{"--template", "NAME", "which model", templateNames(), "water"},
                  {"--title", "TITLE", "the title of the conflict", {}, ""},
                  {"--format", "FORMAT", "of what is wrong", {"text", "json"}, "text"}};
  verb.add(outputOptions());
  verb.examples = {"stasis new dispute.conflict", "stasis new game.conflict --template chicken"};
  verb.run = newModel;
  return verb;
}

} // namespace stasis::cli
