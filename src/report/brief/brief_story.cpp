// The page: its sections in order, and words quoted once.
#include "report/brief/brief_parts.h"

#include <algorithm>
#include <set>
#include <utility>

namespace stasis::report {

namespace {

BriefSection missingSection(const BriefWords& words) {
  BriefSection section{"What is left out", {}, {}, BriefPart::missing};
  for (const std::string& one : words.brief().missing)
    section.paragraphs.push_back({{}, one + "."});
  if (!section.paragraphs.empty())
    section.opening = "Some of this did not fit:";
  return section;
}

/// Words are quoted where they are first needed, and a source is described there.
void quoteOnce(BriefStory& story) {
  std::set<std::pair<std::string, std::string>> quoted;
  std::string before;
  for (BriefSection& section : story.sections)
    for (BriefParagraph& p : section.paragraphs) {
      if (p.quote.empty())
        continue;
      if (!quoted.emplace(p.quote, p.quoted).second) {
        p.quote.clear();
        p.quoted.clear();
        continue;
      }
      const std::string source = p.quoted;
      if (source == before)
        p.quoted.clear();
      before = source;
    }
}

} // namespace

BriefStory briefStory(const BriefView& view) {
  const BriefWords words(view);
  BriefStory story{view.engine.conflict().title, view.engine.conflict().about, {}};
  for (const auto make : {inShortSection, partiesSection, askedSection, reasonsSection, othersSection,
                          assumedSection, missingSection})
    story.sections.push_back(make(words));
  std::erase_if(story.sections,
                [](const BriefSection& s) { return s.opening.empty() && s.paragraphs.empty(); });
  quoteOnce(story);
  story.leavesOut = !view.all && std::ranges::any_of(story.sections, &BriefSection::leavesOut);
  return story;
}

} // namespace stasis::report
