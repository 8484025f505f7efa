#include "evidence/text/line_joins.h"

#include "evidence/text/paragraphs.h"
#include "evidence/text/phrases.h"

#include <algorithm>
#include <map>

namespace stasis::evidence {

namespace {

constexpr std::uint32_t widest = 140; ///< in columns; longer lines were not broken at a margin
constexpr std::uint32_t narrowest = 24;
constexpr std::string_view softHyphen = "\u00AD";

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view lastPart(std::string_view words) {
  std::size_t at = words.size();
  while (at > 0 && isLetter(words[at - 1]))
    --at;
  return words.substr(at);
}

std::string_view firstPart(std::string_view words) {
  std::size_t end = 0;
  while (end < words.size() && isLetter(words[end]))
    ++end;
  return words.substr(0, end);
}

/// Whether the last word is one that no line ends with: "the", "of", "would".
bool leadsOn(std::string_view words) {
  const std::size_t space = words.rfind(' ');
  return space != std::string_view::npos && isPhrase(words.substr(space + 1), "leads_on");
}

/// Nearly every long word begins with a capital, and there is no full stop.
bool looksLikeHeadline(std::string_view words) {
  if (endsSentence(words))
    return false;
  std::size_t lengthy = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end - at > 3) {
      ++lengthy;
      capitals += !isLower(words[at]);
    }
    at = end + 1;
  }
  return lengthy > 2 && capitals == lengthy;
}

} // namespace

LineJoins::LineJoins(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
  std::map<std::uint32_t, std::size_t> margins;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    std::uint32_t most = 0;
    std::size_t lower = 0;
    for (; end < lines.size() && lines[end].kind == LineKind::words; ++end) {
      most = std::max(most, lines[end].columns);
      lower += end > begin && isLower(text[lines[end].words.begin]);
      ++wordLines_;
    }
    if (end - begin > 2 && lower * 5 >= end - begin - 1 && most <= widest && most >= narrowest)
      margins[most / 4] += end - begin;
    begin = end + 1;
  }
  if (!margins.empty())
    usual_ = 4 * std::ranges::max_element(margins, {}, [](const auto& m) { return m.second; })->first;
  index();
}

std::string_view LineJoins::words(std::size_t i) const {
  return text_.substr(lines_[i].words.begin, lines_[i].words.end - lines_[i].words.begin);
}

/// Collects words with a hyphen inside, and words that may be such a word without it.
void LineJoins::index() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string_view w = words(i);
    if (!w.ends_with('-') || i + 1 == lines_.size())
      continue;
    const auto next = nextWords(i);
    if (!next)
      continue;
    const std::string left = inLowerCase(lastPart(w.substr(0, w.size() - 1)));
    const std::string right = inLowerCase(firstPart(words(*next)));
    if (left.size() > 1 && !right.empty())
      written_.insert(left + '-' + right);
  }
  if (written_.empty())
    return;
  std::unordered_set<std::string> found; // those that stand in the text whole, with the hyphen
  for (std::size_t at = text_.find('-'); at != std::string_view::npos; at = text_.find('-', at + 1)) {
    const std::string left = inLowerCase(
        lastPart(text_.substr(at - std::min<std::size_t>(at, 40), std::min<std::size_t>(at, 40))));
    std::string whole = left + '-' + inLowerCase(firstPart(text_.substr(at + 1, 40)));
    if (written_.contains(whole))
      found.insert(std::move(whole));
  }
  written_ = std::move(found);
}

void LineJoins::enter(std::size_t begin, std::size_t end) {
  margin_ = 0;
  indent_ = lines_[begin].indent;
  lists_ = false;
  std::size_t lower = 0;
  for (std::size_t i = begin; i < end; ++i) {
    margin_ = std::max(margin_, lines_[i].columns);
    indent_ = std::min(indent_, lines_[i].indent);
    lists_ |= lines_[i].bullet;
    lower += i > begin && isLower(text_[lines_[i].words.begin]);
  }
  constexpr std::size_t fewLines = 5;
  wrapped_ = lower > 0 && lower * 5 >= end - begin - 1;
  isLoose_ = !wrapped_ && (end - begin > 3 || (usual_ == 0 && wordLines_ > fewLines));
  if (margin_ <= widest && usual_ > margin_)
    margin_ = usual_;
}

std::uint32_t LineJoins::firstWord(std::size_t i) const {
  const std::string_view w = words(i);
  return static_cast<std::uint32_t>(std::min(w.find(' '), w.size()));
}

/// Whether the next line's first word would have found no room.
bool LineJoins::reaches(std::size_t line, std::size_t next, std::uint32_t slack) const {
  return lines_[line].columns + 1 + firstWord(next) + slack > margin_;
}

bool LineJoins::goesOn(std::size_t line, std::size_t next) const {
  const Line& one = lines_[line];
  const Line& other = lines_[next];
  const bool lower = isLower(text_[other.words.begin]);
  const bool ends = endsSentence(words(line));
  if (other.opens)
    return false;
  if (one.bareLabel > 0 && one.words.begin + one.behindLabel == one.words.end)
    return true; // the words stand below the name
  if (other.bullet)
    return !ends && !lists_ && lower;
  if (other.indent > one.indent + 1 && one.indent == indent_ && !one.bullet && !lower && (ends || !wrapped_))
    return false;
  if (one.columns > widest)
    return lower && !ends;
  if (lower)
    return true;
  if (ends)
    return wrapped_ && margin_ <= widest && reaches(line, next, 0);
  return one.columns >= narrowest && !looksLikeHeadline(words(line)) && reaches(line, next, margin_ / 8) &&
         (!isLoose_ || leadsOn(words(line)));
}

bool LineJoins::acrossBlocks(std::size_t line, std::size_t next) const {
  const Line& one = lines_[line];
  const Line& other = lines_[next];
  if (other.bullet || other.opens || other.depth != one.depth || endsSentence(words(line)))
    return false;
  const char last = text_[one.words.end - 1];
  const bool open = isLetter(last) || isDigit(last) || last == ',' || last == ';' || last == '-';
  if (isLower(text_[other.words.begin]))
    return open;
  bool pageEnds = false;
  for (std::size_t i = line + 1; i <= next; ++i)
    pageEnds |= lines_[i].pageBegins || lines_[i].kind == LineKind::furniture;
  return pageEnds && open && usual_ > 0 && one.columns + 1 + firstWord(next) + usual_ / 8 > usual_;
}

std::optional<std::size_t> LineJoins::nextWords(std::size_t line) const {
  for (std::size_t i = line + 1; i < lines_.size(); ++i)
    if (lines_[i].kind == LineKind::words)
      return i;
    else if (lines_[i].kind == LineKind::heading || lines_[i].kind == LineKind::rule)
      return std::nullopt;
  return std::nullopt;
}

CutWord LineJoins::cutWord(std::size_t line) const {
  const std::string_view w = words(line);
  if (w.ends_with(softHyphen))
    return {true, softHyphen.size()};
  constexpr std::string_view hyphen = "\u2010";
  const std::size_t length = w.ends_with('-') ? 1 : w.ends_with(hyphen) ? hyphen.size() : 0;
  const auto next = nextWords(line);
  if (length == 0 || !next || w.size() == length || lines_[*next].bullet)
    return {};
  const std::string left = inLowerCase(lastPart(w.substr(0, w.size() - length)));
  const std::string_view right = firstPart(words(*next));
  if (left.empty() || right.empty() || w.ends_with("--"))
    return {};
  const bool kept =
      !isLower(right[0]) || isPhrase(left, "hyphened") || written_.contains(left + '-' + inLowerCase(right));
  return {true, kept ? 0 : length};
}

} // namespace stasis::evidence
