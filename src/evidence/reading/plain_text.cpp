#include "evidence/reading/plain_text.h"

#include "evidence/reading/entities_of_markup.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

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

std::size_t find(std::string_view text, std::string_view what, std::size_t from) {
  for (std::size_t at = text.find(what[0], from); at != std::string_view::npos;
       at = text.find(what[0], at + 1))
    if (startsWith(text, at, what))
      return at;
  return std::string_view::npos;
}

constexpr std::array<std::string_view, 14> notProse = {"script", "style",  "template", "svg",   "nav",
                                                       "form",   "button", "footer",   "aside", "noscript",
                                                       "select", "iframe", "textarea", "head"};

constexpr std::array<std::string_view, 31> inlineTags = {
    "a",    "abbr", "b",   "bdi", "bdo",   "cite", "code", "data", "dfn",   "em",    "font",
    "i",    "img",  "ins", "kbd", "label", "mark", "q",    "ruby", "s",     "small", "span",
    "time", "sub",  "sup", "tt",  "u",     "var",  "wbr",  "del",  "strong"};

template <std::size_t N> bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// A document says so, or has paragraphs in tags.
bool looksLikeMarkup(std::string_view text) {
  const std::string_view head = text.substr(0, std::size_t{64} << 10U);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos)
    return false;
  for (const std::string_view start :
       {"<!doctype", "<html", "<head", "<body", "<?xml", "<p>", "<div", "<article"})
    if (startsWith(head, first, start))
      return true;
  for (const std::string_view sign : {"</p>", "<br>", "<br/>", "</div>"})
    if (find(head, sign, first) != std::string_view::npos)
      return true;
  return false;
}

} // namespace

PlainText::PlainText(std::string_view report) : report_(report), isMarkup_(looksLikeMarkup(report)) {
  if (isMarkup_)
    reduce();
}

void PlainText::reduce() {
  reduced_.reserve(report_.size());
  for (std::size_t at = 0; at < report_.size();) {
    const char c = report_[at];
    if (c == '<') {
      at = takeTag(at);
    } else if (c == '&') {
      at = takeEntity(at);
    } else {
      const std::size_t end = std::min(report_.find_first_of("<&", at), report_.size());
      copy({at, end});
      at = end;
    }
  }
}

std::size_t PlainText::takeTag(std::size_t at) {
  if (startsWith(report_, at, "<!--")) {
    const std::size_t end = report_.find("-->", at + 4);
    return end == std::string_view::npos ? report_.size() : end + 3;
  }
  const bool closing = at + 1 < report_.size() && report_[at + 1] == '/';
  std::string name;
  for (std::size_t i = at + (closing ? 2 : 1); i < report_.size() && name.size() < 12; ++i) {
    if (!isLetter(report_[i]) && !(name.size() == 1 && report_[i] >= '0' && report_[i] <= '9'))
      break;
    name += lower(report_[i]);
  }
  if (name.empty() && !(at + 1 < report_.size() && (report_[at + 1] == '!' || report_[at + 1] == '?'))) {
    copy({at, at + 1});
    return at + 1;
  }
  std::size_t end = report_.find('>', at);
  end = end == std::string_view::npos ? report_.size() : end + 1;
  if (!closing && isIn(notProse, name) && std::ranges::find(neverClosed_, name) == neverClosed_.end()) {
    const std::size_t close = find(report_, "</" + name, end);
    if (close == std::string_view::npos) {
      neverClosed_.push_back(name);
    } else {
      const std::size_t over = report_.find('>', close);
      end = over == std::string_view::npos ? report_.size() : over + 1;
    }
  }
  if (!isIn(inlineTags, name))
    put("\n\n", {at, end});
  return end;
}

std::size_t PlainText::takeEntity(std::size_t at) {
  const MarkupEntity entity = markupEntityAt(report_, at);
  if (entity.length == 0) {
    copy({at, at + 1});
    return at + 1;
  }
  put(entity.text, {at, at + entity.length});
  return at + entity.length;
}

/// Line breaks of the file mean nothing in markup.
void PlainText::copy(model::Range from) {
  runs_.push_back({reduced_.size(), from, true});
  reduced_ += report_.substr(from.begin, from.end - from.begin);
  std::replace_if(
      reduced_.begin() + static_cast<std::ptrdiff_t>(runs_.back().at), reduced_.end(),
      [](char c) { return c == '\n' || c == '\r'; }, ' ');
}

void PlainText::put(std::string_view text, model::Range from) {
  runs_.push_back({reduced_.size(), from, false});
  reduced_ += text;
}

model::Range PlainText::original(model::Range range) const {
  if (!isMarkup_)
    return range;
  const auto runOf = [&](std::size_t at) {
    return *std::prev(std::ranges::upper_bound(runs_, at, {}, &Run::at));
  };
  if (runs_.empty())
    return {0, 0};
  const Run first = runOf(range.begin);
  const std::size_t begin = first.copied ? first.from.begin + (range.begin - first.at) : first.from.begin;
  if (range.empty())
    return {begin, begin};
  const Run last = runOf(range.end - 1);
  return {begin, last.copied ? last.from.begin + (range.end - last.at) : last.from.end};
}

} // namespace stasis::evidence
