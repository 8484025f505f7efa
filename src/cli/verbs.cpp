#include "cli/ask.h"
#include "cli/serving_verbs.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string_view>

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

Verb bounded(Verb verb) {
  const bool reads = std::ranges::any_of(verb.operands, [](const auto& o) { return o.file; });
  for (const OptionRow& row : boundRows())
    if (reads && verb.name != "new" &&
        std::ranges::find(verb.options, row.name, &OptionRow::name) == verb.options.end())
      verb.options.push_back(row);
  return verb;
}

struct NamedVerb {
  std::string_view name;
  Verb (*make)();
};

constexpr std::array named = std::to_array<NamedVerb>({
    {"new", newVerb},
    {"read", readVerb},
    {"draft", draftVerb},
    {"check", checkVerb},
    {"brief", briefVerb},
    {"solve", solveVerb},
    {"states", statesVerb},
    {"moves", movesVerb},
    {"explain", explainVerb},
    {"verify", verifyVerb},
    {"paths", pathsVerb},
    {"coalitions", coalitionsVerb},
    {"robust", robustVerb},
    {"ask", askVerb},
    {"invert", invertVerb},
    {"elicit", elicitVerb},
    {"diff", diffVerb},
    {"play", playVerb},
    {"test", testVerb},
    {"fmt", fmtVerb},
    {"import", importVerb},
    {"export", exportVerb},
    {"report", reportVerb},
    {"outline", outlineVerb},
    {"studio", studioVerb},
    {"lsp", lspVerb},
    {"mcp", mcpVerb},
    {"help", helpVerb},
    {"completion", completionVerb},
    {"man", manVerb},
});

std::vector<Verb> allVerbs() {
  std::vector<Verb> all;
  for (const NamedVerb& row : named)
    all.push_back(bounded(row.make()));
  return all;
}

} // namespace

std::span<const Verb> verbs() {
  static const std::vector<Verb> table = allVerbs();
  return table;
}

// A run needs one verb, and making them all takes as long as solving a small conflict.
const Verb* findVerb(std::string_view name) {
  static std::mutex making;
  static std::array<std::unique_ptr<const Verb>, named.size()> made;
  const auto* const row = std::ranges::find(named, name, &NamedVerb::name);
  if (row == named.end())
    return nullptr;
  const std::lock_guard lock(making);
  auto& verb = made[static_cast<std::size_t>(row - named.begin())];
  if (!verb)
    verb = std::make_unique<const Verb>(bounded(row->make()));
  return verb.get();
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
