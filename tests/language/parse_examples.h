#pragma once

// What the tests of the language share: text to conflict, diagnostics to lines.

#include "language/parse.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace stasis::language {

/// `3:7-11 error S0203 unknown option …`, one line each; with `help` and `note` below, indented.
inline std::string told(const SourceText& source, const Diagnostics& diagnostics) {
  std::string lines;
  for (const Diagnostic& d : diagnostics) {
    const Place begin = source.place(d.range.begin);
    const Place end = source.place(d.range.end);
    lines += std::to_string(begin.line) + ':' + std::to_string(begin.column) + '-' +
             (end.line == begin.line ? "" : std::to_string(end.line) + ':') + std::to_string(end.column) +
             (d.severity == Severity::error ? " error " : " warning ") + std::string(d.code) + ' ' +
             d.message + '\n';
    if (!d.note.empty())
      lines += "  note: " + d.note + '\n';
    if (!d.help.empty())
      lines += "  help: " + d.help + '\n';
  }
  return lines;
}

inline std::string problemsOf(const std::string& text) {
  const SourceText source("t.conflict", text);
  return told(source, parse(source).diagnostics);
}

/// The conflict of a text without errors.
inline model::Conflict conflictOf(const std::string& text) {
  const SourceText source("t.conflict", text);
  Parsed parsed = parse(source);
  EXPECT_TRUE(parsed.conflict) << told(source, parsed.diagnostics) << text;
  return parsed.conflict.value_or(model::Conflict());
}

inline bool gives(const std::string& text, std::string_view code) {
  const SourceText source("t.conflict", text);
  for (const Diagnostic& d : parse(source).diagnostics)
    if (d.code == code)
      return true;
  return false;
}

} // namespace stasis::language
