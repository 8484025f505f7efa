#include "evidence/text/furniture.h"

#include "evidence/text/paragraphs.h"
#include "evidence/text/phrases.h"

#include <algorithm>
#include <map>
#include <string>

namespace stasis::evidence {

namespace {

constexpr std::uint32_t longestHead = 110; // columns

bool isDigit(char c) { return c >= '0' && c <= '9'; }

class Furniture {
public:
  Furniture(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void mark() {
    markHeads();
    markAlone();
    markNumbers();
    markAttributions();
  }

private:
  std::string_view words(std::size_t i) const {
    return text_.substr(lines_[i].words.begin, lines_[i].words.end - lines_[i].words.begin);
  }

  bool isWords(std::size_t i) const { return i < lines_.size() && lines_[i].kind == LineKind::words; }

  /// Whether the line stands alone, not between two lines of a block.
  bool isAlone(std::size_t i) const {
    const bool first = i == 0 || lines_[i].pageBegins || !isWords(i - 1);
    const bool last = i + 1 >= lines_.size() || lines_[i + 1].pageBegins || !isWords(i + 1);
    return first && last;
  }

  /// The words with all digits made equal and blanks reduced to one.
  std::string form(std::size_t i) const {
    std::string out;
    for (const char c : words(i)) {
      const char shown = isDigit(c) ? '#' : c == '\t' ? ' ' : c;
      if (!((shown == ' ' || shown == '#') && out.ends_with(shown)))
        out += shown;
    }
    return out;
  }

  /// Looks at the first and last two lines of pages.
  void markHeads() {
    std::map<std::string, std::vector<std::size_t>> seen;
    std::size_t pages = 1;
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && !lines_[end].pageBegins)
        ++end;
      addEnds(begin, end, seen);
      pages += end < lines_.size();
      begin = end;
    }
    if (pages < 2)
      return;
    for (const auto& [form, places] : seen)
      if (places.size() > 1)
        for (const std::size_t i : places)
          lines_[i].kind = LineKind::furniture;
  }

  void addEnds(std::size_t begin, std::size_t end,
               std::map<std::string, std::vector<std::size_t>>& seen) const {
    std::vector<std::size_t> ends;
    for (std::size_t i = begin; i < end && ends.size() < 2; ++i)
      if (isWords(i))
        ends.push_back(i);
    const std::size_t heads = ends.size();
    for (std::size_t i = end; i > begin && ends.size() < heads + 2; --i)
      if (isWords(i - 1) && std::ranges::find(ends, i - 1) == ends.end())
        ends.push_back(i - 1);
    for (const std::size_t i : ends)
      if (lines_[i].columns <= longestHead)
        seen[form(i)].push_back(i);
  }

  /// The same line alone three times, in a text without form feeds. A line that ends a sentence may well be
  /// repeated.
  void markAlone() {
    std::map<std::string, std::vector<std::size_t>> seen;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (isWords(i) && lines_[i].columns <= longestHead && isAlone(i) && !endsSentence(words(i)) &&
          words(i).size() > 3)
        seen[form(i)].push_back(i);
    for (const auto& [form, places] : seen)
      if (places.size() > 2)
        for (const std::size_t i : places)
          lines_[i].kind = LineKind::furniture;
  }

  void markNumbers() {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (isWords(i) && isPageNumber(words(i)) && isAlone(i))
        lines_[i].kind = LineKind::furniture;
  }

  /// `12`, `- 12 -`, `Page 3 of 9`, `3/9`, `[3]`.
  static bool isPageNumber(std::string_view words) {
    if (words.size() > 24)
      return false;
    std::string bare = inLowerCase(words);
    bool digits = false;
    for (char& c : bare) {
      digits |= isDigit(c);
      if (isDigit(c) || c == '-' || c == '/' || c == '[' || c == ']' || c == '|' || c == '(' || c == ')' ||
          c == '.')
        c = ' ';
    }
    std::string letters;
    for (const char c : bare)
      if (c != ' ')
        letters += c;
    return digits && (letters.empty() || letters == "page" || letters == "pageof" || letters == "of" ||
                      letters == "p" || letters == "\u2013\u2013" || letters == "\u2014\u2014");
  }

  /// "On Tuesday, 4 May 2031, Mina Orr <orr@velm.example> wrote:" above `> `, on one line or two.
  void markAttributions() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!isWords(i) || !words(i).ends_with("wrote:"))
        continue;
      std::size_t next = i + 1;
      while (next < lines_.size() && lines_[next].kind == LineKind::blank)
        ++next;
      if (next == lines_.size() || lines_[next].depth <= lines_[i].depth)
        continue;
      const std::size_t first = words(i).starts_with("On ") || i == 0 ? i : i - 1;
      if (words(first).starts_with("On ") || words(i).find('@') != std::string_view::npos)
        for (std::size_t k = words(first).starts_with("On ") ? first : i; k <= i; ++k)
          lines_[k].kind = LineKind::heading;
    }
  }

  std::string_view text_;
  std::vector<Line>& lines_;
};

} // namespace

void markFurniture(std::string_view text, std::vector<Line>& lines) { Furniture(text, lines).mark(); }

} // namespace stasis::evidence
