#include "evidence/text/page.h"

#include "evidence/text/page_arena.h"
#include "evidence/text/page_facts.h"
#include "evidence/text/page_parts.h"
#include "evidence/text/page_words.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::size_t deepest = 1000; ///< open tags; ordinary pages have less than a tenth of that

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool startsWith(std::string_view text, std::size_t at, std::string_view what) {
  if (what.size() > text.size() - at)
    return false;
  for (std::size_t i = 0; i < what.size(); ++i)
    if (lower(text[at + i]) != what[i])
      return false;
  return true;
}

bool holds(std::string_view text, std::string_view what, std::size_t from) {
  for (std::size_t at = text.find(what[0], from); at != std::string_view::npos;
       at = text.find(what[0], at + 1))
    if (startsWith(text, at, what))
      return true;
  return false;
}

/// Tags that are closed by what follows them, and tags without an end.
constexpr std::array<std::string_view, 22> needNoEnd = {
    "p",    "li",   "dt",    "dd",  "tr",  "td",     "th",   "option", "br",    "img",   "hr",
    "meta", "link", "input", "col", "wbr", "source", "area", "base",   "embed", "tbody", "thead"};

/// An upper bound of the number of elements open at a time. Linear.
std::size_t depthOf(std::string_view page) {
  std::size_t depth = 0;
  std::size_t most = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos && at + 1 < page.size();
       at = page.find('<', at + 1)) {
    if (page[at + 1] == '/') {
      depth -= depth > 0;
    } else if (isLetter(page[at + 1])) {
      std::size_t end = at + 1;
      while (end < page.size() && isLetter(page[end]) && end < at + 10)
        ++end;
      std::string name(page.substr(at + 1, end - at - 1));
      std::ranges::transform(name, name.begin(), lower);
      if (std::ranges::find(needNoEnd, name) == needNoEnd.end())
        most = std::max(most, ++depth);
    }
  }
  return most;
}

class PageReader {
public:
  explicit PageReader(std::string_view page) : page_(page) {}

  void read(const GumboNode& root) {
    std::vector<Place> path;
    enter(root, path);
    while (!path.empty()) {
      Place& place = path.back();
      const GumboVector& children = place.node->v.element.children;
      if (place.next == children.length) {
        leave(*place.node);
        path.pop_back();
      } else {
        enter(*static_cast<const GumboNode*>(children.data[place.next++]), path);
      }
    }
  }

  Page take() { return {out_.take(), std::move(facts_).take(), {}}; }

private:
  struct Place {
    const GumboNode* node;
    unsigned next;
  };

  model::Range rangeOf(const GumboStringPiece& piece) const {
    if (piece.data == nullptr)
      return {last_, last_};
    const auto begin = static_cast<std::size_t>(piece.data - page_.data());
    return {begin, begin + piece.length};
  }

  void enter(const GumboNode& node, std::vector<Place>& path) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE)
      return words(node.v.text);
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE)
      return;
    facts_.see(node);
    const GumboElement& element = node.v.element;
    if (element.tag == GUMBO_TAG_HEAD) // it has facts, no words
      return head(element);
    if (isLeftOut(element) || (element.tag == GUMBO_TAG_SUP && isNoteMark(node)))
      return leftOut(element.tag);
    open(element);
    path.push_back({&node, 0});
  }

  void head(const GumboElement& element) {
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
      if (child.type == GUMBO_NODE_ELEMENT)
        facts_.see(child);
    }
  }

  void leftOut(GumboTag tag) {
    if (tag != GUMBO_TAG_DEL && tag != GUMBO_TAG_S && tag != GUMBO_TAG_STRIKE && tag != GUMBO_TAG_SUP &&
        tag != GUMBO_TAG_SCRIPT && tag != GUMBO_TAG_BUTTON && tag != GUMBO_TAG_SVG)
      out_.paragraph();
  }

  void words(const GumboText& text) {
    const model::Range range = rangeOf(text.original_text);
    last_ = range.end;
    writeWords(out_, text.text, page_.substr(range.begin, range.end - range.begin), range.begin, pre_ > 0);
  }

  void open(const GumboElement& element) {
    const model::Range tag = rangeOf(element.original_tag);
    pre_ += element.tag == GUMBO_TAG_PRE;
    if (element.tag == GUMBO_TAG_BR)
      out_.softBreak(tag);
    else if (element.tag == GUMBO_TAG_Q)
      out_.put("\u201C", tag);
    else if (element.tag == GUMBO_TAG_BLOCKQUOTE)
      out_.openQuoted();
    else if (element.tag == GUMBO_TAG_DD && labelled_)
      out_.joinLast(":");
    else if (isBlock(element.tag))
      out_.paragraph(isHeading(element.tag)        ? ParagraphKind::heading
                     : element.tag == GUMBO_TAG_LI ? ParagraphKind::item
                                                   : ParagraphKind::body);
  }

  void leave(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    pre_ -= element.tag == GUMBO_TAG_PRE;
    if (element.tag == GUMBO_TAG_Q)
      out_.put("\u201D", rangeOf(element.original_end_tag));
    else if (element.tag == GUMBO_TAG_BLOCKQUOTE)
      out_.closeQuoted();
    else if (isBlock(element.tag))
      out_.paragraph();
    if (element.tag == GUMBO_TAG_DD)
      out_.noJoin();
    labelled_ = element.tag == GUMBO_TAG_DT && !out_.last().ends_with(':');
  }

  std::string_view page_;
  ParagraphWriter out_;
  FactFinder facts_;
  std::size_t last_ = 0; ///< where the last words ended
  int pre_ = 0;
  bool labelled_ = false; ///< after a <dt>
};

/// `<dl>…</dl>`: the text begins with a tag that is closed again. `<ana> hello` in a chat does not.
bool opensWithElement(std::string_view text, std::size_t first) {
  std::size_t end = first + 1;
  while (end < text.size() && isLetter(text[end]))
    ++end;
  if (text[first] != '<' || end == first + 1)
    return false;
  std::string closed = "</" + std::string(text.substr(first + 1, end - first - 1)) + ">";
  std::ranges::transform(closed, closed.begin(), lower);
  return holds(text, closed, end);
}

} // namespace

bool looksLikePage(std::string_view text) {
  const std::string_view head = text.substr(0, std::size_t{64} << 10U);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos)
    return false;
  for (const std::string_view start :
       {"<!doctype html", "<html", "<head", "<body", "<p>", "<p ", "<div", "<article", "<main", "<section",
        "<h1", "<meta", "<title", "<blockquote", "<ul", "<table"})
    if (startsWith(head, first, start))
      return true;
  if (opensWithElement(head, first))
    return true;
  for (const std::string_view sign : {"</p>", "<br>", "<br/>", "<br />", "</div>", "<html", "<p>"})
    if (holds(head, sign, first))
      return true;
  return false;
}

Page readPage(std::string_view text) {
  constexpr std::size_t least = std::size_t{16} << 20U;
  constexpr std::size_t perByte = 48;
  if (depthOf(text) > deepest)
    return {{}, {}, "has tags within tags more than " + std::to_string(deepest) + " deep"};
  PageArena arena(least + perByte * text.size());
  const GumboOutput* const tree = arena.parse(text);
  if (tree == nullptr)
    return {{}, {}, "has tags that need more memory than a page of its size"};
  PageReader reader(text);
  reader.read(*tree->root);
  return reader.take();
}

} // namespace stasis::evidence
