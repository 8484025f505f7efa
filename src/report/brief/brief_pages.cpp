// The story as a page: text, Markdown, HTML.
#include "report/brief/brief.h"
#include "report/telling/html.h"
#include "report/telling/markdown.h"
#include "report/telling/printable.h"

#include <string_view>
#include <utility>

namespace stasis::report {

namespace {

std::string lines(std::string_view text, std::size_t indent, std::size_t further, const Look& look) {
  std::string out;
  for (const std::string& line : fold(text, look.width > further + 20 ? look.width - further : 20))
    out += std::string(out.empty() ? indent : further, ' ') + line + '\n';
  return out;
}

/// Marks inside a quotation are single ones.
std::string quoteInside(std::string words) {
  for (const auto& [mark, single] : {std::pair("“", "‘"), std::pair("”", "’")})
    for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at))
      words.replace(at, std::string_view(mark).size(), single);
  return words;
}

/// The first part of what a long description says.
std::string shortly(const std::string& description) {
  constexpr std::size_t longest = 60;
  return description.size() > longest ? description.substr(0, description.find(", ")) : description;
}

/// `Cited for Russia’s wish: Dmitry Peskov, “…” (a wire report)`
std::string quoteOf(const BriefParagraph& p) {
  return "Cited for " + p.quotedFor + ": " + (p.speaker.empty() ? "" : p.speaker + ", ") + "“" +
         quoteInside(p.quote) + "”" + (p.quoted.empty() ? "" : " (" + shortly(p.quoted) + ")");
}

std::string withLead(const BriefParagraph& p) { return p.lead.empty() ? p.text : p.lead + " " + p.text; }

std::string markdownParagraph(const BriefParagraph& p) {
  std::string out =
      "- " + (p.lead.empty() ? "" : "**" + markdownText(p.lead) + "** ") + markdownText(p.text) + "\n";
  if (!p.quote.empty())
    out += "  > " + markdownText(quoteOf(p)) + "\n\n";
  for (const std::string& point : p.points)
    out += "  - " + markdownText(point) + "\n";
  return out;
}

std::string htmlParagraph(const BriefParagraph& p) {
  std::string points;
  for (const std::string& point : p.points)
    points += element("li", htmlText(point));
  return element("li", (p.lead.empty() ? "" : element("b", htmlText(p.lead)) + " ") + htmlText(p.text) +
                           (p.quote.empty() ? "" : element("blockquote", htmlText(quoteOf(p)))) +
                           (points.empty() ? "" : element("ul", points)));
}

} // namespace

std::string briefText(const BriefView& view, const Look& look) {
  const BriefStory story = briefStory(view);
  std::string out = look.paint(Tone::strong, printable(story.title)) + '\n';
  for (const std::string& about : story.about)
    out += look.paint(Tone::faint, lines(printable(about), 0, 0, look));
  for (const BriefSection& section : story.sections) {
    out += '\n' + look.paint(Tone::accent, printable(section.title)) + '\n';
    if (!section.opening.empty())
      out += lines(printable(section.opening), 0, 0, look);
    for (const BriefParagraph& p : section.paragraphs) {
      std::string told = lines(printable(withLead(p)), 2, 4, look);
      if (const std::string lead = printable(p.lead); !lead.empty() && told.find(lead) == 2)
        told.replace(2, lead.size(), look.paint(Tone::strong, lead));
      out += told;
      if (!p.quote.empty())
        out += look.paint(Tone::faint, lines(printable(quoteOf(p)), 4, 6, look));
      for (const std::string& point : p.points)
        out += lines("- " + printable(point), 4, 6, look);
    }
  }
  return out;
}

std::string briefMarkdown(const BriefView& view) {
  const BriefStory story = briefStory(view);
  std::string out = "# " + markdownText(story.title) + "\n";
  for (const std::string& about : story.about)
    out += "\n" + markdownText(about) + "\n";
  for (const BriefSection& section : story.sections) {
    out += "\n## " + markdownText(section.title) + "\n\n" + markdownText(section.opening) + "\n";
    out += section.paragraphs.empty() ? "" : "\n";
    for (const BriefParagraph& p : section.paragraphs)
      out += markdownParagraph(p);
  }
  return out;
}

std::string sectionHtml(const BriefSection& section) {
  std::string body = element("h2", htmlText(section.title));
  if (!section.opening.empty())
    body += element("p", htmlText(section.opening));
  std::string items;
  for (const BriefParagraph& p : section.paragraphs)
    items += htmlParagraph(p);
  return body + (items.empty() ? "" : element("ul", items));
}

std::string briefHtml(const BriefView& view) {
  const BriefStory story = briefStory(view);
  std::string body = element("h1", htmlText(story.title));
  for (const std::string& about : story.about)
    body += element("p", htmlText(about));
  for (const BriefSection& section : story.sections)
    body += "\n" + sectionHtml(section);
  return letterPage(story.title, body);
}

} // namespace stasis::report
