#include "evidence/text/paragraphs.h"

#include "evidence/text/phrases.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isBlank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

std::string_view trimmedEnd(std::string_view words) {
  while (!words.empty() && isBlank(words.back()))
    words.remove_suffix(1);
  return words;
}

/// The words without closing marks and brackets.
std::string_view bareEnd(std::string_view words) {
  for (words = trimmedEnd(words); !words.empty();) {
    if (words.back() == '"' || words.back() == '\'' || words.back() == ')' || words.back() == ']')
      words.remove_suffix(1);
    else if (words.ends_with("\u201D") || words.ends_with("\u2019"))
      words.remove_suffix(3);
    else
      break;
  }
  return words;
}

} // namespace

bool startsWithQuotationMark(std::string_view words) {
  return words.starts_with('"') || words.starts_with("\u201C") || words.starts_with("\u2018") ||
         words.starts_with("\u201E") || words.starts_with("\u00AB") || words.starts_with("\'\'") ||
         words.starts_with("``");
}

bool introducesSpeech(std::string_view words) {
  constexpr std::size_t reach = 90;
  words = trimmedEnd(words);
  if (!words.ends_with(':'))
    return false;
  words.remove_suffix(1);
  if (words.size() > reach)
    words.remove_prefix(words.size() - reach);
  if (const std::size_t stop = words.rfind(". "); stop != std::string_view::npos)
    words.remove_prefix(stop + 2);
  return holdsPhrase(words, "introducing");
}

bool endsSentence(std::string_view words) {
  words = bareEnd(words);
  return !words.empty() && (words.back() == '.' || words.back() == '?' || words.back() == '!' ||
                            words.back() == ':' || words.ends_with("\u2026"));
}

bool goesOn(std::string_view before, char next) {
  constexpr std::size_t fullLine = 40;
  if (next >= 'a' && next <= 'z')
    return true;
  const std::string_view words = bareEnd(before);
  if (words.empty() || endsSentence(words))
    return false;
  return words.back() == ',' || words.back() == ';' || words.back() == '-' || words.size() >= fullLine;
}

std::string_view ParagraphWriter::current() const {
  return inside_ ? std::string_view(made_.text.text()).substr(start_) : std::string_view();
}

std::string_view ParagraphWriter::last() const {
  return std::string_view(made_.text.text()).substr(lastStart_, lastEnd_ - lastStart_);
}

void ParagraphWriter::paragraph(ParagraphKind kind) {
  if (inside_) {
    if (marked_)
      made_.text.put("\u201D", {markEnd_, markEnd_});
    lastStart_ = start_;
    lastEnd_ = made_.text.size();
    inside_ = marked_ = false;
  }
  space_ = softBreak_ = false;
  kind_ = kind;
}

void ParagraphWriter::space(model::Range from) {
  if (!space_)
    gap_ = from;
  space_ = true;
}

void ParagraphWriter::softBreak(model::Range from) {
  if (softBreak_)
    return paragraph(kind_);
  softBreak_ = true;
  space(from);
}

void ParagraphWriter::begin(std::string_view words, std::size_t at) {
  const bool below = !joining_ && (kind_ == ParagraphKind::body || kind_ == ParagraphKind::cited) &&
                     !made_.kinds.empty() && made_.kinds.back() != ParagraphKind::heading &&
                     introducesSpeech(last());
  joining_ |= below;
  if (!made_.kinds.empty()) {
    made_.text.put(joining_ ? " " : "\n", {at, at});
    start_ = joining_ ? lastStart_ : made_.text.size();
  }
  if (!joining_ || made_.kinds.empty())
    made_.kinds.push_back(kind_);
  joining_ = false;
  inside_ = true;
  space_ = softBreak_ = false;
  marked_ = (quoted_ || below) && !startsWithQuotationMark(words);
  if (marked_)
    made_.text.put("\u201C", {at, at});
}

/// Writes all that stands between the words before and these.
void ParagraphWriter::ready(std::string_view words, std::size_t at) {
  if (inside_ && softBreak_ && !goesOn(current(), words[0]))
    paragraph(kind_);
  else if (inside_ && space_)
    made_.text.put(" ", gap_);
  space_ = softBreak_ = false;
  if (!inside_)
    begin(words, at);
}

void ParagraphWriter::write(std::string_view words, std::size_t from) {
  ready(words, from);
  made_.text.copy(words, from);
  markEnd_ = from + words.size();
}

void ParagraphWriter::copy(std::string_view words, std::size_t from) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size() && isBlank(words[end]))
      ++end;
    if (end > at)
      space({from + at, from + end});
    at = end;
    while (end < words.size() && (!isBlank(words[end]) ||
                                  (words[end] == ' ' && end + 1 < words.size() && !isBlank(words[end + 1]))))
      ++end;
    if (end > at)
      write(words.substr(at, end - at), from + at);
    at = end;
  }
}

void ParagraphWriter::put(std::string_view words, model::Range from) {
  if (words.empty())
    return;
  if (words.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos)
    return space(from);
  ready(words, from.begin);
  std::string one(words);
  std::ranges::replace(one, '\n', ' ');
  made_.text.put(one, from);
  markEnd_ = from.end;
}

void ParagraphWriter::openQuoted() {
  paragraph();
  if (!made_.kinds.empty() && trimmedEnd(last()).ends_with(':'))
    quoted_ = joining_ = true;
}

void ParagraphWriter::closeQuoted() {
  paragraph();
  quoted_ = joining_ = false;
}

void ParagraphWriter::joinLast(std::string_view between) {
  paragraph();
  if (made_.kinds.empty())
    return;
  if (!between.empty()) {
    const std::size_t at = made_.text.original({made_.text.size() - 1, made_.text.size()}).end;
    made_.text.put(between, {at, at});
  }
  joining_ = true;
}

void ParagraphWriter::noJoin() { joining_ = false; }

Paragraphs ParagraphWriter::take() {
  paragraph();
  return std::move(made_);
}

} // namespace stasis::evidence
