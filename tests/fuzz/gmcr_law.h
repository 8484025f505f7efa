#pragma once

// What must hold of any bytes read as a `.gmcr` file, for the fuzz target and for the test that replays what
// it has found: problems are inside the text, there is a conflict exactly when there is no error, and a
// conflict, written in the language, is read again without an error, as the same text.

#include "exchange/gmcr.h"
#include "language/write.h"

#include <string>

namespace stasis::exchange {

/// What does not hold; empty if everything does.
inline std::string brokenLaw(std::string bytes) {
  const language::SourceText source("fuzz.gmcr", std::move(bytes));
  const auto read = readGmcr(source);
  for (const auto& problem : read.diagnostics)
    if (problem.range.begin > problem.range.end || problem.range.end > source.text().size())
      return "a problem outside the text: " + problem.message;
  if (read.conflict.has_value() == language::hasErrors(read.diagnostics))
    return "a conflict with errors, or none without";
  if (!read.conflict)
    return {};
  writeGmcr(*read.conflict, nullptr);
  const std::string text = language::write(*read.conflict);
  const auto again = language::parse({"fuzz.conflict", text});
  if (!again.conflict)
    return "written in the language it is not read: " +
           (again.diagnostics.empty() ? "" : again.diagnostics[0].message) + '\n' + text;
  if (language::write(*again.conflict) != text)
    return "written twice it differs:\n" + text + "---\n" + language::write(*again.conflict);
  return {};
}

} // namespace stasis::exchange
