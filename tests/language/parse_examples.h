#pragma once

// What the tests of the language share: text to conflict, diagnostics to lines.

#include "language/parse.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace stasis::language {

/// `4:7 |old| -> |new|`, line ends as `\\n`.
inline std::string changed(const SourceText& source, const Edit& edit) {
  const Place begin = source.place(edit.range.begin);
  std::string out = std::to_string(begin.line) + ':' + std::to_string(begin.column) + " |";
  for (const char c : std::string(source.text().substr(edit.range.begin, edit.range.end - edit.range.begin)) +
                          "| -> |" + edit.replacement + '|')
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out;
}

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
    for (const Related& other : d.related)
      lines += "  line " + std::to_string(source.place(other.range.begin).line) + ": " + other.message + '\n';
    if (!d.help.empty())
      lines += "  help: " + d.help + '\n';
    for (const Edit& edit : d.fix)
      lines += std::string(d.fixIsSafe ? "  fix: " : "  proposed: ") + changed(source, edit) + '\n';
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
