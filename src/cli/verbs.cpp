#include "cli/ask.h"
#include "cli/serving_verbs.h"

#include <algorithm>

namespace stasis::cli {

namespace {

/// Rows for every verb that takes a file: how much it may use.
std::vector<OptionRow> boundRows() {
  using Kind = OptionRow::Kind;
  return {{"--max-memory",
           "AMOUNT",
           "memory to stay within, such as 4G, from 64M on; by default what the machine has",
           {},
           "",
           Kind::bytes},
          {"--timeout",
           "TIME",
           "end after this time, such as 90s or 5min, with what is finished",
           {},
           "",
           Kind::duration},
          {"--threads",
           "N",
           "threads to spread the work over; by default as many as there are cores",
           {},
           "",
           Kind::number}};
}

std::vector<Verb> bounded(std::vector<Verb> table) {
  for (Verb& verb : table) {
    const bool reads = std::ranges::any_of(verb.operands, [](const auto& o) { return o.file; });
    for (const OptionRow& row : boundRows())
      if (reads && verb.name != "new" &&
          std::ranges::find(verb.options, row.name, &OptionRow::name) == verb.options.end())
        verb.options.push_back(row);
  }
  return table;
}

std::vector<Verb> allVerbs() {
  return bounded({
      newVerb(),    readVerb(),  draftVerb(),   checkVerb(),  briefVerb(),      solveVerb(),
      statesVerb(), movesVerb(), explainVerb(), verifyVerb(), pathsVerb(),      coalitionsVerb(),
      robustVerb(), askVerb(),   invertVerb(),  elicitVerb(), diffVerb(),       playVerb(),
      testVerb(),   fmtVerb(),   importVerb(),  exportVerb(), reportVerb(),     outlineVerb(),
      studioVerb(), lspVerb(),   mcpVerb(),     helpVerb(),   completionVerb(), manVerb(),
  });
}

} // namespace

std::span<const Verb> verbs() {
  static const std::vector<Verb> table = allVerbs();
  return table;
}

const Verb* findVerb(std::string_view name) {
  const auto found = std::ranges::find(verbs(), name, &Verb::name);
  return found == verbs().end() ? nullptr : &*found;
}

std::span<const OptionRow> commonOptions() {
  static const std::vector<OptionRow> rows{
      {"--color", "WHEN", "use colour", {"auto", "always", "never"}, "auto"},
      {"--ascii", "", "use ASCII characters only", {}, ""},
      {"--quiet", "", "say no warnings, only errors", {}, ""},
      {"--verbose", "", "also say which engine was used and how long it took", {}, ""},
      {"--exact", "", "large counts with all their digits, not as 1.2·10²⁸", {}, ""},
      {"--legend",
       "",
       "say what the marks and names of a table mean; on a terminal that is done anyway",
       {},
       ""},
      {"--help", "", "show this", {}, "", OptionRow::Kind::text, false, "-h"},
  };
  return rows;
}

} // namespace stasis::cli
