#include "cli/console.h"
#include "cli/files.h"
#include "cli/verb.h"
#include "language/words/template.h"

namespace stasis::cli {

namespace {

Exit newModel(const Arguments& arguments, Console& console) {
  const std::string text =
      language::newConflict(arguments.has("--title") ? arguments.value("--title") : "A dispute over water");
  if (arguments.operands.empty() || arguments.operands[0] == "-")
    return console.print(text) ? Exit::done : Exit::wrong;
  const std::string& path = arguments.operands[0];
  if (!writeFile(path, text, arguments.has("--force"), console))
    return Exit::wrong;
  console.say(path + " is written: a small model to change into yours\nNext:  stasis solve " + path + "\n");
  return Exit::done;
}

} // namespace

Verb newVerb() {
  Verb verb;
  verb.name = "new";
  verb.summary = "a commented model to start from";
  verb.about = "Writes a small model that works, with a comment at each thing the language can say. Without "
               "FILE it goes to standard\noutput.";
  verb.operands = {{"FILE", "the .conflict file to write", false}};
  verb.options = {{"--title", "TITLE", "the title of the conflict", {}, ""},
                  {"--force", "", "overwrite FILE if it is there", {}, ""}};
  verb.examples = {"stasis new dispute.conflict"};
  verb.run = newModel;
  return verb;
}

} // namespace stasis::cli
