#pragma once

// What must hold for any bytes given as a `.gmcr` file: there is a conflict exactly if no error is reported;
// problems lie inside the text; and a conflict, written in the language, is read again without an error, as
// the same text. Shared by the fuzzer and by the test that replays its corpus.

#include "exchange/gmcr.h"
#include "language/codes/codes.h"
#include "language/words/write.h"

#include <string>

namespace stasis::fuzz {

/// What does not hold, or nothing.
inline std::string gmcrProblem(const std::string& bytes) {
  using namespace language;
  const SourceText source("fuzz.gmcr", bytes);
  const Parsed read = exchange::readGmcr(source);
  if (read.conflict.has_value() == hasErrors(read.diagnostics))
    return "a conflict with errors, or neither";
  for (const Diagnostic& d : read.diagnostics) {
    if (d.range.begin > d.range.end || d.range.end > bytes.size())
      return "a range outside the text: " + d.message;
    if (d.message.empty() || findCode(d.code) == nullptr)
      return "a diagnostic without words or code: " + d.message;
  }
  if (!read.conflict)
    return {};
  exchange::writeGmcr(*read.conflict, nullptr);
  const std::string written = write(*read.conflict, read.views);
  const Parsed again = parse(SourceText("fuzz.conflict", written));
  if (!again.conflict)
    return "written in the language it cannot be read:\n" + written;
  if (write(*again.conflict, again.views) != written)
    return "written in the language it reads as something else:\n" + written;
  return {};
}

} // namespace stasis::fuzz
