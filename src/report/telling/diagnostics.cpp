#include "report/telling/diagnostics.h"

#include "report/telling/printable.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

namespace {

using language::Diagnostic;
using language::Severity;

std::string_view severityWord(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

// A line of the file, at most `columns` wide, with the marked part in view; `…` stands for cut ends.
struct Excerpt {
  std::string text;
  std::size_t caret = 0;  // columns before the mark
  std::size_t marked = 1; // columns marked
};

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns,
                const Look& look) {
  const auto all = glyphs(line);
  const auto at = [&](std::size_t offset) {
    return static_cast<std::size_t>(
        std::ranges::lower_bound(all, offset, {}, [](const Glyph& g) { return g.offset; }) - all.begin());
  };
  const std::size_t from = at(begin);
  const std::size_t to = std::max(at(end), std::min(from + 1, all.size()));
  const std::size_t first = all.size() <= columns || from < columns / 2 ? 0 : from - columns / 3;
  const std::size_t last = std::min(all.size(), first + columns);
  Excerpt e;
  if (first > 0)
    e.text = look.ellipsis();
  e.caret = width(e.text);
  e.marked = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (i < from)
      e.caret += all[i].width;
    else if (i < to)
      e.marked += all[i].width;
    e.text += all[i].shown;
  }
  if (last < all.size())
    e.text += look.ellipsis();
  e.marked = std::max<std::size_t>(e.marked, 1);
  return e;
}

// The lines of related places, as the file has them.
std::string related(const Diagnostic& d, const language::SourceText& source, const Look& look,
                    std::size_t digits) {
  std::string out;
  std::string_view said;
  for (const auto& other : d.related) {
    if (other.message != said)
      out += fmt::format("{} {} note: {}\n", std::string(digits, ' '), look.paint(Tone::accent, "="),
                         printable(other.message));
    said = other.message;
    const auto line = source.lineAt(other.range.begin);
    const std::string_view text = source.line(line);
    const std::size_t columns = std::max<std::size_t>(look.width, 40) - digits - 5;
    out += fmt::format("{} {} {}\n", look.paint(Tone::accent, padLeft(std::to_string(line), digits)),
                       look.paint(Tone::accent, "|"), excerpt(text, 0, text.size(), columns, look).text);
  }
  return out;
}

std::string block(const Diagnostic& d, const language::SourceText& source, const Look& look) {
  const Tone tone = d.severity == Severity::error ? Tone::bad : Tone::warn;
  const auto place = source.place(d.range.begin);
  const std::string number = std::to_string(place.line);
  const std::string margin(number.size(), ' ');
  const std::string bar = look.paint(Tone::accent, "|");
  std::string out =
      fmt::format("{}: {}\n", look.paint(tone, fmt::format("{}[{}]", severityWord(d.severity), d.code)),
                  look.paint(Tone::strong, printable(d.message)));
  out += fmt::format("{}{} {}:{}:{}\n", margin, look.paint(Tone::accent, "-->"), printable(source.name()),
                     place.line, place.column);
  const std::string_view line = source.line(place.line);
  const bool wholeFile = d.range == model::Range{};
  if (!wholeFile && (!line.empty() || d.range.begin < d.range.end)) {
    const std::size_t start = source.startOf(place.line);
    const std::size_t begin = d.range.begin - start;
    const std::size_t end = std::min(std::max(d.range.end, d.range.begin) - start, line.size());
    const Excerpt e =
        excerpt(line, begin, end, std::max<std::size_t>(look.width, 40) - number.size() - 5, look);
    out += fmt::format("{} {}\n{} {} {}\n", margin, bar, look.paint(Tone::accent, number), bar, e.text);
    out += fmt::format("{} {} {}{}\n", margin, bar, std::string(e.caret, ' '),
                       look.paint(tone, std::string(e.marked, '^')));
  }
  if (!d.note.empty())
    out += fmt::format("{} {} note: {}\n", margin, look.paint(Tone::accent, "="), printable(d.note));
  else
    out += related(d, source, look, number.size());
  if (!d.help.empty())
    out += fmt::format("{} {} {}: {}\n", margin, look.paint(Tone::accent, "="),
                       look.paint(Tone::good, "help"), printable(d.help));
  return out;
}

/// `line 3`, `lines 3, 7`.
std::string linesOf(const Diagnostic& d, const language::SourceText& source) {
  std::string out = d.related.size() == 1 ? "line " : "lines ";
  for (const auto& other : d.related)
    out += (&other == &d.related.front() ? "" : ", ") + std::to_string(source.lineAt(other.range.begin));
  return out;
}

} // namespace

std::string diagnosticsText(const language::Diagnostics& diagnostics, const language::SourceText& source,
                            const Look& look) {
  std::string out;
  for (const Diagnostic& d : diagnostics)
    out += block(d, source, look) + '\n';
  return out;
}

std::string diagnosticsConcise(const language::Diagnostics& diagnostics, const language::SourceText& source) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    const auto place = source.place(d.range.begin);
    out += fmt::format("{}:{}:{}: {}[{}]: {}", printable(source.name()), place.line, place.column,
                       severityWord(d.severity), d.code, printable(d.message));
    if (d.note.empty() && !d.related.empty())
      out += fmt::format(" ({} {})", printable(d.related.front().message), linesOf(d, source));
    if (!d.help.empty())
      out += fmt::format(" (help: {})", printable(d.help));
    out += '\n';
  }
  return out;
}

std::string diagnosticsSummary(const language::Diagnostics& diagnostics) {
  const auto errors = std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity);
  const auto warnings = std::ranges::count(diagnostics, Severity::warning, &Diagnostic::severity);
  const auto counted = [](auto n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
  };
  if (errors != 0 && warnings != 0)
    return counted(errors, "error") + " and " + counted(warnings, "warning");
  return errors != 0     ? counted(errors, "error")
         : warnings != 0 ? counted(warnings, "warning")
                         : std::string();
}

} // namespace stasis::report
