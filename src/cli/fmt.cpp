#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "language/parse.h"
#include "language/words/format.h"
#include "language/words/outline.h"

namespace stasis::cli {

namespace {

// Formats one file. False if it could not be formatted or written, or if --check found another layout.
bool formatFile(const std::string& path, const Arguments& arguments, Console& console) {
  const auto source = readFile(path, console);
  if (!source)
    return false;
  if (exchange::kindOf(*source) != exchange::FileKind::conflict) {
    console.sayError("`" + path + "` is no text of the modelling language",
                     "`stasis import` makes a .conflict file of it");
    return false;
  }
  const auto formatted = language::format(*source);
  if (!formatted.text) {
    sayDiagnostics(formatted.diagnostics, *source, arguments, console);
    return false;
  }
  if (!language::Outline(*source).wellFormed()) { // lines that are not statements have no layout
    auto diagnostics = language::parse(*source).diagnostics;
    std::erase_if(diagnostics, [](const auto& d) { return d.severity == language::Severity::warning; });
    sayDiagnostics(diagnostics, *source, arguments, console);
    return false;
  }
  const bool same = *formatted.text == source->text();
  if (arguments.has("--check")) {
    if (!same)
      console.say(path + " is not formatted\n");
    return same;
  }
  if (!arguments.has("--write"))
    return deliver(*formatted.text, arguments, console);
  return same || rewriteFile(path, *formatted.text, source->text(), console);
}

Exit fmt(const Arguments& arguments, Console& console) {
  const bool toFile = arguments.has("--write") || arguments.has("--check");
  if (arguments.operands.size() > 1 && !toFile) {
    console.sayError("several files need --write or --check", "without them one text is printed");
    return Exit::usage;
  }
  if (toFile && arguments.has("--output")) {
    console.sayError("--output does not go with --write or --check", "leave out one of the two");
    return Exit::usage;
  }
  bool fine = true;
  for (const std::string& path : arguments.operands) {
    if (path == "-" && arguments.has("--write")) {
      console.sayError("standard input cannot be written back", "leave out --write");
      return Exit::usage;
    }
    fine = formatFile(path, arguments, console) && fine;
  }
  return fine ? Exit::done : Exit::wrong;
}

} // namespace

Verb fmtVerb() {
  Verb verb;
  verb.name = "fmt";
  verb.summary = "the text of a model in its standard layout";
  verb.about = "Prints FILE laid out as every model is: indentation, spacing, aligned labels. Comments "
               "stay, the meaning stays, and formatting twice changes nothing more.";
  verb.operands = {{"FILE", "a .conflict file, or - for standard input", true, true}};
  OptionRow write{"--write", "", "change the files in place", {}, ""};
  write.alias = "-w";
  verb.options = {write,
                  {"--check", "", "change nothing; exit status 1 if a file is laid out otherwise", {}, ""},
                  {"--format", "FORMAT", "of what is wrong", {"text", "concise", "json"}, "text"}};
  verb.add(outputOptions());
  verb.examples = {"stasis fmt -w model.conflict", "stasis fmt --check conflicts/*/*.conflict"};
  verb.run = fmt;
  return verb;
}

} // namespace stasis::cli
