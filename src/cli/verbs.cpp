#include "cli/verb.h"

#include <algorithm>

namespace stasis::cli {

std::span<const Verb> verbs() {
  static const std::vector<Verb> table{
      newVerb(),        readVerb(),   draftVerb(),   checkVerb(),   briefVerb(),  solveVerb(),
      statesVerb(),     movesVerb(),  explainVerb(), verifyVerb(),  pathsVerb(),  coalitionsVerb(),
      robustVerb(),     invertVerb(), diffVerb(),    playVerb(),    testVerb(),   fmtVerb(),
      importVerb(),     exportVerb(), reportVerb(),  outlineVerb(), studioVerb(), helpVerb(),
      completionVerb(), manVerb(),
  };
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
