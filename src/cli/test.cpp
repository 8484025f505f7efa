#include "analysis/states/expectations.h"
#include "analysis/views/expectations_in_views.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "cli/told_in_pieces.h"
#include "cli/view_asked.h"
#include "report/solution/expectations.h"
#include "report/telling/page.h"

#include <algorithm>
#include <list>

namespace stasis::cli {

namespace {

/// In the order of the text; none, after its errors, if a view has some.
std::optional<std::vector<analysis::Verdict>> verdicts(OpenModel& model, const Arguments& arguments,
                                                       Console& console) {
  auto all = analysis::checkExpectations(*model.engine);
  if (model.file.views.expectations.empty())
    return all;
  const auto game = hypergameOf(model, arguments, console);
  if (!game)
    return std::nullopt;
  for (auto& verdict : analysis::checkExpectations(*game))
    all.push_back(std::move(verdict));
  std::ranges::stable_sort(all, {}, [](const analysis::Verdict& one) { return one.range.begin; });
  return all;
}

Exit test(const Arguments& arguments, Console& console) {
  const bool json = arguments.value("--format") == "json";
  std::list<OpenModel> models; // the reports refer to their texts
  std::vector<report::TestedFile> files;
  Exit status = Exit::done;
  ToldInPieces told(arguments, console);
  for (const std::string& path : modelFiles(arguments.operands)) {
    auto [model, opened] = openModel(path, arguments, console);
    if (!model) {
      if (opened != Exit::wrong)
        return opened;
      status = Exit::wrong;
      files.push_back({nullptr, {}, path, console.takeProblems()});
      continue;
    }
    if (arguments.has("--deny") && !model->file.diagnostics.empty())
      status = Exit::wrong;
    models.push_back(std::move(*model));
    try {
      auto found = verdicts(models.back(), arguments, console);
      if (!found) {
        status = Exit::wrong;
        files.push_back({nullptr, {}, path, console.takeProblems()});
        continue;
      }
      files.push_back({&models.back().file.source, std::move(*found)});
      files.back().problems = console.takeProblems();
    } catch (const stability::LimitReached& reached) {
      return sayStopped(reached.limit(), reached.what(), console);
    }
    models.back().engine.reset();
    if (!std::ranges::all_of(files.back().verdicts, &analysis::Verdict::met))
      status = Exit::wrong;
    if (!json && !told.say(report::onPage(report::testedText(files.back(), console.look()), console.look())))
      return Exit::wrong;
  }
  return (!json || told.say(report::testedJson(files))) && told.end() ? status : Exit::wrong;
}

} // namespace

Verb testVerb() {
  Verb verb;
  verb.name = "test";
  verb.summary = "whether models give what their `expect` lines say";
  verb.about = "Solves each FILE and compares with its `expect` lines: equilibria, stability of single "
               "states, number of states, of the conflict, of a picture (`expect in view P …`) or of the "
               "hypergame. Exit status 1 if an expectation is not met.";
  verb.operands = {{"FILE", "a conflict with `expect` lines, or a folder of them", true, true}};
  verb.options = {{"--format", "FORMAT", "how to answer", {"text", "json"}, "text"},
                  {"--deny", "WHAT", "count warnings as errors", {"warnings"}, ""}};
  for (const auto& rows : {engineOptions(), outputOptions()})
    verb.options.insert(verb.options.end(), rows.begin(), rows.end());
  verb.examples = {"stasis test conflicts"};
  verb.run = test;
  return verb;
}

} // namespace stasis::cli
