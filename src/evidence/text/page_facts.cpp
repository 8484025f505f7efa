#include "evidence/text/page_facts.h"

#include "evidence/text/page_parts.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::evidence {

namespace {

std::string_view textOf(const GumboElement& element) {
  if (element.children.length == 0)
    return {};
  const auto* first = static_cast<const GumboNode*>(element.children.data[0]);
  return first->type == GUMBO_NODE_TEXT ? std::string_view(first->v.text.text) : std::string_view();
}

/// Whether it begins like `2031-05-04`: written by a machine.
bool isIsoDate(std::string_view written) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (written.size() < form.size())
    return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == 'd' ? written[i] < '0' || written[i] > '9' : written[i] != form[i])
      return false;
  return true;
}

constexpr std::array<std::pair<std::string_view, int>, 11> dateNames = {{
    {"article:published_time", 9},
    {"datepublished", 8},
    {"og:published_time", 8},
    {"dc.date.issued", 6},
    {"dcterms.created", 6},
    {"dc.date", 5},
    {"pubdate", 5},
    {"publishdate", 5},
    {"parsely-pub-date", 5},
    {"sailthru.date", 4},
    {"date", 3},
}};

} // namespace

void FactFinder::date(std::string_view written, int trust) {
  written.remove_prefix(std::min(written.find_first_not_of(" \t\n"), written.size()));
  if (trust > dateTrust_ && isIsoDate(written)) {
    facts_.date = std::string(written.substr(0, 10));
    dateTrust_ = trust;
  }
}

void FactFinder::title(std::string_view written, int trust) {
  if (trust > titleTrust_ && !written.empty()) {
    facts_.title = std::string(written);
    titleTrust_ = trust;
  }
}

void FactFinder::meta(const GumboElement& element) {
  const auto content = attribute(element, "content");
  if (!content)
    return;
  for (const char* const key : {"property", "name", "itemprop"})
    if (const auto named = attribute(element, key)) {
      const std::string name = model::lowerCase(*named);
      for (const auto& [known, trust] : dateNames)
        if (name == known)
          date(*content, trust);
      if (name == "og:title")
        title(*content, 3);
    }
}

/// `"datePublished": "2031-05-04…"` in JSON-LD. The first one is the page's own.
void FactFinder::script(const GumboElement& element) {
  if (attribute(element, "type") != "application/ld+json")
    return;
  const std::string_view json = textOf(element);
  std::size_t at = json.find("\"datePublished\"");
  at = at == std::string_view::npos ? at : json.find('"', at + 15);
  if (at != std::string_view::npos)
    date(json.substr(at + 1), 7);
}

void FactFinder::see(const GumboNode& node) {
  const GumboElement& element = node.v.element;
  switch (element.tag) {
  case GUMBO_TAG_META: return meta(element);
  case GUMBO_TAG_SCRIPT: return script(element);
  case GUMBO_TAG_TITLE: return title(textOf(element), 1);
  case GUMBO_TAG_H1: return title(textOf(element), 2);
  case GUMBO_TAG_TIME:
    if (const auto when = attribute(element, "datetime"))
      date(*when, attribute(element, "pubdate") || attribute(element, "itemprop") == "datePublished" ? 6 : 2);
    return;
  case GUMBO_TAG_HTML:
    if (const auto language = attribute(element, "lang"))
      facts_.language = std::string(*language);
    return;
  default: return;
  }
}

PageFacts FactFinder::take() && { return std::move(facts_); }

} // namespace stasis::evidence
