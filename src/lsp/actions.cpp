#include "lsp/actions.h"

#include "language/codes/fix.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

using language::Diagnostic;

bool touch(model::Range a, model::Range b) { return a.begin <= b.end && b.begin <= a.end; }

std::string shown(std::string_view words) {
  std::string line;
  for (const char c : words.substr(0, 60))
    line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U && words.size() > 60)
    line.pop_back();
  return "`" + line + (words.size() > 60 ? "…`" : "`");
}

std::string titleOf(const Diagnostic& problem, const Reading& reading) {
  if (problem.fix.size() > 1)
    return problem.help.empty() ? "Mend: " + problem.message : "Mend: " + problem.help;
  const language::Edit& fix = problem.fix.front();
  if (fix.range.empty())
    return "Insert " + shown(fix.replacement);
  if (fix.replacement.find_first_not_of(" \t\n") == std::string::npos)
    return "Delete " + shown(reading.words(fix.range));
  return "Write " + shown(fix.replacement) + " instead of " + shown(reading.words(fix.range));
}

/// Adds `allow S0411` on a line of its own, at the end of the text.
Action allowing(const Diagnostic& problem, const Reading& reading) {
  const std::size_t end = reading.text().size();
  const bool lineOpen = end > 0 && reading.text().back() != '\n';
  const std::string code(problem.code);
  return {"Allow " + code + " in this model",
          {{{end, end}, (lineOpen ? "\nallow " : "allow ") + code + "\n"}},
          &problem,
          false,
          false};
}

/// Applies the safe fixes that do not touch one another.
Action everySafeFix(const language::Diagnostics& diagnostics) {
  Action action{"Make all safe fixes", {}, nullptr, true, true};
  for (const Diagnostic& problem : diagnostics) {
    const bool clashes = std::ranges::any_of(problem.fix, [&](const auto& one) {
      return std::ranges::any_of(action.edits,
                                 [&](const auto& other) { return touch(one.range, other.range); });
    });
    if (problem.fixIsSafe && !clashes)
      action.edits.insert(action.edits.end(), problem.fix.begin(), problem.fix.end());
  }
  return action;
}

} // namespace

std::vector<Action> actions(const Reading& reading, const language::Diagnostics& diagnostics,
                            model::Range range) {
  std::vector<Action> made;
  for (const Diagnostic& problem : diagnostics) {
    if (!touch(problem.range, range))
      continue;
    if (!problem.fix.empty())
      made.push_back({titleOf(problem, reading), problem.fix, &problem, problem.fixIsSafe, false});
    if (problem.severity == language::Severity::warning && !problem.code.empty())
      made.push_back(allowing(problem, reading));
  }
  if (Action all = everySafeFix(diagnostics); !all.edits.empty())
    made.push_back(std::move(all));
  return made;
}

} // namespace stasis::lsp
