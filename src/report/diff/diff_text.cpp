#include "report/diff/diff_words.h"
#include "report/telling/markdown.h"
#include "report/telling/printable.h"

namespace stasis::report {

namespace {

/// `line` in lines of at most `width` characters, those after the first indented.
std::string folded(const std::string& line, std::size_t width) {
  std::string out = "  ";
  std::size_t column = 2;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    std::size_t letters = 0;
    for (std::size_t k = i; k < end; ++k)
      letters += (static_cast<unsigned char>(line[k]) & 0xC0U) != 0x80U ? 1 : 0;
    if (column > 4 && column + letters > width) {
      out += "\n    ";
      column = 4;
    }
    out += line.substr(i, end - i) + (end < line.size() ? " " : "");
    column += letters + 1;
    i = end + 1;
  }
  while (out.ends_with(' '))
    out.pop_back();
  for (std::size_t at = out.find(" \n"); at != std::string::npos; at = out.find(" \n"))
    out.erase(at, 1);
  return out + '\n';
}

} // namespace

std::string diffText(const DiffView& view, const Look& look) {
  std::string out;
  if (view.model.empty())
    out += "The model is the same.\n";
  else
    out += look.paint(Tone::strong, "The model changed:") + '\n';
  for (const auto& change : view.model)
    out += folded(printable(changeLine(change)), look.width);
  out += '\n' + look.paint(view.answer.changed() ? Tone::warn : Tone::strong, verdictLine(view)) + '\n';
  for (const auto& line : answerLines(view))
    out += folded(printable(line), look.width);
  return out;
}

std::string diffMarkdown(const DiffView& view) {
  std::string out = view.model.empty() ? "The model is the same.\n" : "**The model changed**\n\n";
  for (const auto& change : view.model)
    out += "- " + markdownText(changeLine(change)) + '\n';
  out += "\n**" + markdownText(verdictLine(view)) + "**\n";
  const auto lines = answerLines(view);
  out += lines.empty() ? "" : "\n";
  for (const auto& line : lines)
    out += "- " + markdownText(line) + '\n';
  return out;
}

} // namespace stasis::report
