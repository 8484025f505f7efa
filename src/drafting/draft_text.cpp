#include "drafting/draft_text.h"

#include "drafting/short_name.h"
#include "language/lexing/source_text.h"

namespace stasis::drafting {

namespace {

constexpr std::size_t mostComments = 40; // statements listed below the model
constexpr std::size_t longestComment = 140;

} // namespace

std::string wishText(const Wish& wish, const std::vector<std::string>& names) {
  std::string said = (wish.negated ? "not " : "") + names[wish.option];
  for (const WishCondition& condition : wish.conditions)
    said += (&condition == wish.conditions.data() ? " if "
             : wish.either                        ? " or "
                                                  : " and ") +
            std::string(condition.negated ? "not " : "") + names[condition.option];
  return said;
}

std::string leftOutText(const Sketch& sketch, const std::vector<DraftReport>& reports,
                        const CitationLines& citations) {
  if (sketch.leftOut.empty())
    return {};
  std::vector<language::SourceText> lines;
  for (const DraftReport& report : reports)
    lines.emplace_back(report.path, std::string(report.text));
  std::string out = "\n# Said, but not in the model, and why:\n";
  std::size_t count = 0;
  for (const LeftOut& one : sketch.leftOut) {
    if (count++ == mostComments) {
      out += "#   … and " + std::to_string(sketch.leftOut.size() - mostComments) +
             " more, which `stasis read` lists\n";
      break;
    }
    const auto place = lines[one.report].place(one.entry->said().range.begin);
    const std::string who = one.entry->speaker ? labelOf(*one.entry->speaker) : "nobody named";
    out += "#   " + citations.sourceName(one.report) + ", line " + std::to_string(place.line) + ", " + who +
           ", " + one.why + ": " + labelOf(one.words, longestComment) + '\n';
  }
  return out;
}

} // namespace stasis::drafting
