#pragma once

// What must hold for any bytes given as a `.conflict` text: the parser ends, gives a conflict exactly if it
// reports no error, and points only inside the text; and its result can be written, laid out and read again
// as the same. Shared by the fuzzer and by the test that replays its corpus.

#include "language/codes/codes.h"
#include "language/parse.h"
#include "language/words/format.h"
#include "language/words/write.h"

#include <string>

namespace stasis::fuzz {

/// What does not hold, or nothing.
inline std::string parseProblem(const std::string& text) {
  using namespace language;
  const SourceText source("fuzz.conflict", text);
  const Parsed parsed = parse(source);
  if (parsed.conflict.has_value() == hasErrors(parsed.diagnostics))
    return "a conflict with errors, or neither";
  for (const Diagnostic& d : parsed.diagnostics) {
    if (d.range.begin > d.range.end || d.range.end > text.size())
      return "a range outside the text: " + d.message;
    if (d.message.empty() || findCode(d.code) == nullptr)
      return "a diagnostic without words or code: " + d.message;
  }
  const Formatted laidOut = format(source);
  if (laidOut.text && format(SourceText("fuzz.conflict", *laidOut.text)).text != laidOut.text)
    return "laid out twice it is another text:\n" + *laidOut.text;
  if (!parsed.conflict)
    return {};
  const std::string written = write(*parsed.conflict);
  const Parsed again = parse(SourceText("fuzz.conflict", written));
  if (!again.conflict)
    return "what is written cannot be read:\n" + written;
  if (write(*again.conflict) != written)
    return "what is written reads as something else:\n" + written;
  if (!laidOut.text)
    return "a sound text cannot be laid out";
  const Parsed tidy = parse(SourceText("fuzz.conflict", *laidOut.text));
  if (!tidy.conflict || write(*tidy.conflict) != written)
    return "laid out it reads as something else:\n" + *laidOut.text;
  return {};
}

} // namespace stasis::fuzz
