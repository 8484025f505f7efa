#include "evidence/text/page_parts.h"

#include "evidence/text/page_parser.h"

#include <algorithm>
#include <array>
#include <string>

namespace stasis::evidence {

namespace {

constexpr std::array notProse = {
    GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
    GUMBO_TAG_MATH,     GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,  GUMBO_TAG_FOOTER,   GUMBO_TAG_BUTTON,
    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SELECT, GUMBO_TAG_IFRAME, GUMBO_TAG_TEXTAREA, GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_CAPTION,  GUMBO_TAG_DEL,    GUMBO_TAG_S,      GUMBO_TAG_STRIKE,   GUMBO_TAG_OBJECT,
    GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,  GUMBO_TAG_CANVAS, GUMBO_TAG_MENU,     GUMBO_TAG_DATALIST,
    GUMBO_TAG_RT,       GUMBO_TAG_RP,     GUMBO_TAG_APPLET, GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES,
    GUMBO_TAG_LEGEND,   GUMBO_TAG_LABEL,  GUMBO_TAG_OPTION, GUMBO_TAG_PROGRESS, GUMBO_TAG_METER,
};

constexpr std::array blocks = {
    GUMBO_TAG_BODY,     GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_H1,    GUMBO_TAG_H2,
    GUMBO_TAG_H3,       GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,    GUMBO_TAG_HGROUP,
    GUMBO_TAG_HEADER,   GUMBO_TAG_ADDRESS, GUMBO_TAG_P,       GUMBO_TAG_HR,    GUMBO_TAG_PRE,
    GUMBO_TAG_OL,       GUMBO_TAG_UL,      GUMBO_TAG_LI,      GUMBO_TAG_DL,    GUMBO_TAG_FIGURE,
    GUMBO_TAG_MAIN,     GUMBO_TAG_DIV,     GUMBO_TAG_TABLE,   GUMBO_TAG_TBODY, GUMBO_TAG_THEAD,
    GUMBO_TAG_TFOOT,    GUMBO_TAG_TR,      GUMBO_TAG_TD,      GUMBO_TAG_TH,    GUMBO_TAG_FORM,
    GUMBO_TAG_FIELDSET, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_DIR,   GUMBO_TAG_LISTING,
    GUMBO_TAG_XMP,      GUMBO_TAG_CENTER,  GUMBO_TAG_DT,      GUMBO_TAG_DD,    GUMBO_TAG_BLOCKQUOTE,
};

std::string compact(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ')
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool isHidden(const GumboElement& element) {
  if (attribute(element, "hidden") || attribute(element, "aria-hidden") == "true")
    return true;
  if (const auto style = attribute(element, "style")) {
    const std::string rules = compact(*style);
    return rules.find("display:none") != std::string::npos ||
           rules.find("visibility:hidden") != std::string::npos;
  }
  return false;
}

bool isFurniture(const GumboElement& element) {
  const auto role = attribute(element, "role");
  return role && (*role == "navigation" || *role == "banner" || *role == "contentinfo" ||
                  *role == "complementary" || *role == "search" || *role == "menu" || *role == "dialog");
}

/// The words below a node, only the first few.
void gather(const GumboNode& node, std::string& words) {
  if (words.size() > 16)
    return;
  if (node.type == GUMBO_NODE_TEXT) {
    words += std::string_view(node.v.text.text).substr(0, 16);
  } else if (node.type == GUMBO_NODE_ELEMENT && node.v.element.children.length < 4) {
    for (unsigned i = 0; i < node.v.element.children.length; ++i)
      gather(*static_cast<const GumboNode*>(node.v.element.children.data[i]), words);
  }
}

} // namespace

std::optional<std::string_view> attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* const found = pageParser().attribute(&element.attributes, name);
  return found == nullptr ? std::nullopt : std::optional<std::string_view>(found->value);
}

bool isLeftOut(const GumboElement& element) {
  if (std::ranges::find(notProse, element.tag) != notProse.end())
    return true;
  return element.attributes.length > 0 && element.tag != GUMBO_TAG_BODY && element.tag != GUMBO_TAG_HTML &&
         (isHidden(element) || isFurniture(element));
}

bool isBlock(GumboTag tag) { return std::ranges::find(blocks, tag) != blocks.end(); }

bool isHeading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool isNoteMark(const GumboNode& sup) {
  std::string words;
  gather(sup, words);
  const std::string bare = compact(words);
  if (bare.empty() || bare.size() > 16)
    return bare.empty();
  if (bare.front() == '[' && bare.back() == ']')
    return true;
  const bool digits = std::ranges::all_of(bare, [](char c) { return (c >= '0' && c <= '9') || c == ','; });
  return digits || bare == "*" || bare == "\u2020" || bare == "\u2021" ||
         (bare.size() == 1 && bare[0] >= 'a' && bare[0] <= 'z');
}

} // namespace stasis::evidence
