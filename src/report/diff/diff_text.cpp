#include "report/diff/diff_words.h"
#include "report/telling/folded_line.h"
#include "report/telling/markdown.h"
#include "report/telling/printable.h"

namespace stasis::report {

std::string diffText(const DiffView& view, const Look& look) {
  std::string out;
  if (view.model.empty())
    out += "The model is the same.\n";
  else
    out += look.paint(Tone::strong, "The model changed:") + '\n';
  for (const auto& change : view.model)
    out += foldedLine(printable(changeLine(change)), look.width, 2);
  out += '\n' + look.paint(view.answer.changed() ? Tone::warn : Tone::strong, verdictLine(view)) + '\n';
  for (const auto& line : answerLines(view))
    out += foldedLine(printable(line), look.width, 2);
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
