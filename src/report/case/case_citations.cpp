#include "report/case/case_pages.h"
#include "report/telling/html.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

namespace {

constexpr std::size_t shownWhole = std::size_t{256} << 10U; ///< bytes; of a longer report only what is cited
constexpr std::size_t around = 600;

bool insideCharacter(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

/// The parts of a report that are shown: all of it, or the surroundings of the passages.
std::vector<model::Range> shownParts(std::string_view text, const std::vector<model::Range>& passages) {
  if (text.size() <= shownWhole)
    return {{0, text.size()}};
  std::vector<model::Range> parts;
  for (const auto& passage : passages) {
    std::size_t begin = passage.begin > around ? passage.begin - around : 0;
    std::size_t end = std::min(passage.end + around, text.size());
    while (insideCharacter(text, begin))
      --begin;
    while (insideCharacter(text, end))
      ++end;
    if (!parts.empty() && begin <= parts.back().end)
      parts.back().end = std::max(parts.back().end, end);
    else
      parts.push_back({begin, end});
  }
  return parts;
}

} // namespace

CaseCitations::CaseCitations(const CaseView& view) : view_(view) {
  for (const auto& found : view.citations.found)
    numbers_.emplace(found.citation.begin, numbers_.size() + 1);
}

std::string CaseCitations::because(const std::vector<model::Citation>& citations) const {
  std::string out;
  for (const auto& c : citations) {
    const auto number = numbers_.find(c.range.begin);
    const std::string words = "“" + htmlText(c.words) + "”";
    const std::string source = htmlText(view_.engine.conflict().source(c.source).name);
    out += number == numbers_.end()
               ? fmt::format("<li>{} <span class=\"faint\">{}, not found</span></li>", words, source)
               : fmt::format("<li id=\"cite-{0}\"><a href=\"#passage-{0}\">{1}</a> <span class=\"faint\">{2} "
                             "[{0}]</span></li>",
                             number->second, words, source);
  }
  return out.empty() ? out : element("ul", out, "because");
}

std::string CaseCitations::reports() const {
  std::string out;
  for (std::size_t i = 0; i < view_.sources.size(); ++i)
    out += report(i);
  return out;
}

std::string CaseCitations::report(std::size_t source) const {
  const auto& s = view_.engine.conflict().sources[source];
  std::string out = element("h3", htmlText(s.description.empty() ? s.name : s.description));
  out += element("p", htmlText(s.name) + ": " + htmlText(s.path), "faint");
  if (!view_.sources[source].problem.empty())
    return out + element("p", "It " + htmlText(view_.sources[source].problem) + ".", "warn");
  return out + element("div", marked(source), "report");
}

// Puts each passage's number where it begins, and marks every byte that some passage covers.
std::string CaseCitations::marked(std::size_t source) const {
  const std::string& text = view_.sources[source].text;
  std::vector<std::pair<model::Range, std::size_t>> passages;
  for (const auto& found : view_.citations.found)
    if (found.source.index() == source)
      passages.emplace_back(found.passage, numbers_.at(found.citation.begin));
  std::ranges::sort(passages, {}, [](const auto& p) { return std::pair(p.first.begin, p.second); });
  std::vector<model::Range> ranges;
  for (const auto& [range, number] : passages)
    ranges.push_back(range);

  std::string out;
  std::size_t next = 0; // passage
  for (const auto& part : shownParts(text, ranges)) {
    std::size_t at = part.begin;
    std::size_t markedTo = part.begin;
    out += part.begin > 0 ? "<p class=\"faint\">[…]</p>" : "";
    const auto show = [&](std::size_t to) {
      const std::size_t turn = std::clamp(markedTo, at, to);
      if (turn > at)
        out += element("mark", htmlText(std::string_view(text).substr(at, turn - at)));
      out += htmlText(std::string_view(text).substr(turn, to - turn));
      at = to;
    };
    for (; next < passages.size() && passages[next].first.begin < part.end; ++next) {
      const auto& [range, number] = passages[next];
      show(std::max(range.begin, at));
      out += fmt::format("<a class=\"number\" id=\"passage-{0}\" href=\"#cite-{0}\">{0}</a>", number);
      markedTo = std::max(markedTo, range.end);
    }
    show(part.end);
  }
  return out;
}

} // namespace stasis::report
