#include "evidence/reading/quote_scan.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

bool isDouble(char c) { return c == mark::straightDouble || c == mark::openDouble || c == mark::closeDouble; }

bool isSingle(char c) { return c == mark::straightSingle || c == mark::openSingle || c == mark::closeSingle; }

bool isWordPart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Words that begin with an apostrophe.
constexpr std::array<std::string_view, 12> elisions = {"em ",    "em.", "em,",    "til ",  "tis ", "twas ",
                                                       "cause ", "n ",  "round ", "bout ", "ere ", "un "};

/// Between the two marks of a single quote there are at most this many apostrophes and marks.
constexpr std::size_t farthestPartner = 100;

struct Mark {
  std::size_t at = 0;
  bool isDouble = true;
  bool opens = false;  ///< may open here
  bool closes = false; ///< may close here
};

constexpr std::size_t longestRun = 16; ///< of marks that are significant

class ParagraphMarks {
public:
  ParagraphMarks(std::string_view text, model::Range paragraph) : text_(text), paragraph_(paragraph) {}

  std::vector<Mark> find() const {
    std::vector<Mark> marks;
    for (std::size_t at = paragraph_.begin; at < paragraph_.end; ++at)
      if (isDouble(text_[at]))
        marks.push_back(doubleMark(at));
      else if (isSingle(text_[at]) && !isApostrophe(at))
        marks.push_back(singleMark(at));
    return marks;
  }

private:
  /// The character beside a mark, skipping other marks; none beside a long run of marks.
  char before(std::size_t at) const {
    const std::size_t first = std::max(paragraph_.begin, at - std::min(at, longestRun));
    while (at > first) {
      const char c = text_[--at];
      if (!isDouble(c) && !isSingle(c))
        return c;
    }
    return ' ';
  }
  char after(std::size_t at) const {
    const std::size_t last = std::min(paragraph_.end, at + longestRun);
    for (++at; at < last; ++at)
      if (!isDouble(text_[at]) && !isSingle(text_[at]))
        return text_[at];
    return ' ';
  }
  bool isApostrophe(std::size_t at) const {
    return at > paragraph_.begin && at + 1 < paragraph_.end && isWordPart(text_[at - 1]) &&
           isWordPart(text_[at + 1]);
  }
  bool boundAfter(std::size_t at) const {
    const char c = after(at);
    if (c == '.')
      return text_.substr(at + 1, 3) == "...";
    return c != ' ' && c != ',' && c != ';' && c != ':' && c != '!' && c != '?' && c != ')' && c != ']' &&
           c != mark::dash;
  }
  bool boundBefore(std::size_t at) const {
    const char c = before(at);
    return c != ' ' && c != '(' && c != '[' && c != mark::dash && c != '/';
  }

  Mark doubleMark(std::size_t at) const {
    Mark mark{at, true, boundAfter(at), boundBefore(at)};
    if (mark.opens == mark.closes && text_[at] != mark::straightDouble) {
      mark.opens = text_[at] == mark::openDouble;
      mark.closes = !mark.opens;
    } else if (!mark.opens && !mark.closes) {
      mark.opens = mark.closes = true;
    }
    return mark;
  }
  Mark singleMark(std::size_t at) const {
    const bool free = !boundBefore(at);
    const char next = after(at);
    const bool word =
        isWordPart(next) || next == '$' || next == '[' || (next == '.' && text_.substr(at + 1, 3) == "...");
    return {at, false, free && word && !elides(at),
            !free && text_[at] != mark::openSingle && !isWordPart(next)};
  }
  bool elides(std::size_t at) const {
    const std::string_view rest = text_.substr(at + 1, 8);
    if (rest.size() > 1 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9' &&
        (rest.size() < 3 || rest[2] == 's' || !isWordPart(rest[2])))
      return true; // '90s
    return std::ranges::any_of(elisions, [&](std::string_view e) { return rest.starts_with(e); });
  }

  std::string_view text_;
  model::Range paragraph_;
};

class Scanner {
public:
  Scanner(std::string_view text, const std::vector<model::Range>& paragraphs)
      : text_(text), paragraphs_(paragraphs) {}

  std::vector<QuoteSpan> run() {
    for (std::size_t p = 0; p < paragraphs_.size(); ++p)
      scan(p);
    return std::move(found_);
  }

private:
  bool opensWithMark(std::size_t p, bool doubleMark) const {
    if (p >= paragraphs_.size())
      return false;
    const char c = text_[paragraphs_[p].begin];
    return doubleMark ? isDouble(c) : isSingle(c);
  }

  void add(QuoteSpan quote) {
    quote.continued = carried_ && quote.outer.begin == paragraph_.begin;
    while (quote.inner.begin < quote.inner.end && text_[quote.inner.begin] == ' ')
      ++quote.inner.begin;
    while (quote.inner.end > quote.inner.begin && text_[quote.inner.end - 1] == ' ')
      --quote.inner.end;
    if (!quote.inner.empty())
      found_.push_back(quote);
  }
  void addClosed(std::size_t open, std::size_t close, bool single) {
    add({{open, close + 1}, {open + 1, close}, single, false, false});
  }
  void addOpen(std::size_t open, std::size_t end, bool single, bool unclosed) {
    add({{open, end}, {open + 1, end}, single, unclosed, false});
  }

  void scan(std::size_t p) {
    paragraph_ = paragraphs_[p];
    const std::vector<Mark> marks = ParagraphMarks(text_, paragraph_).find();
    const std::vector<std::size_t> partner = pairDoubles(marks);
    lastOpen_ = 0;
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (marks[i].isDouble && marks[i].opens && partner[i] == i)
        lastOpen_ = i;
    bool left = false;
    for (std::size_t i = 0; i < marks.size();) {
      if (!marks[i].opens)
        ++i;
      else if (marks[i].isDouble)
        i = takeDouble(marks, partner, i, p, left);
      else
        i = takeSingle(marks, i, p, left);
    }
    carried_ = left;
  }

  /// For every opening double mark the one that closes it, or its own number.
  static std::vector<std::size_t> pairDoubles(const std::vector<Mark>& marks) {
    std::vector<std::size_t> partner(marks.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      partner[i] = i;
      if (!marks[i].isDouble)
        continue;
      if (marks[i].opens && (!marks[i].closes || open.empty())) {
        open.push_back(i);
      } else if (marks[i].closes && !open.empty()) {
        partner[open.back()] = i;
        open.pop_back();
      }
    }
    return partner;
  }

  std::size_t takeDouble(const std::vector<Mark>& marks, const std::vector<std::size_t>& partner,
                         std::size_t open, std::size_t p, bool& left) {
    if (partner[open] != open) {
      addClosed(marks[open].at, marks[partner[open]].at, false);
      return partner[open] + 1;
    }
    std::size_t next = open + 1; // a quote that opened inside
    while (next < marks.size() && !(marks[next].isDouble && marks[next].opens))
      ++next;
    left = opensWithMark(p + 1, true) && !anyOpen(next);
    if (left || next == marks.size()) {
      addOpen(marks[open].at, paragraph_.end, false, !left);
      return marks.size();
    }
    addOpen(marks[open].at, marks[next].at, false, true);
    return next;
  }

  /// Whether a double mark opens after mark `from` and is never closed.
  bool anyOpen(std::size_t from) const { return lastOpen_ >= from && lastOpen_ != 0; }

  std::size_t takeSingle(const std::vector<Mark>& marks, std::size_t open, std::size_t p, bool& left) {
    std::size_t plural = 0; // "the workers’ pay": closes the quote if no better mark comes
    const std::size_t reach = std::min(marks.size(), open + farthestPartner);
    for (std::size_t i = open + 1; i < reach; ++i) {
      if (marks[i].isDouble)
        continue;
      if (marks[i].opens && plural != 0)
        break;
      if (!marks[i].closes)
        continue;
      if (!mayBePlural(marks[i].at)) {
        addClosed(marks[open].at, marks[i].at, true);
        return i + 1;
      }
      plural = plural == 0 ? i : plural;
    }
    if (plural != 0) {
      addClosed(marks[open].at, marks[plural].at, true);
      return plural + 1;
    }
    if (marks[open].at == paragraph_.begin && opensWithMark(p + 1, false)) {
      left = true;
      addOpen(marks[open].at, paragraph_.end, true, false);
      return marks.size();
    }
    return open + 1;
  }

  bool mayBePlural(std::size_t at) const {
    return text_[at - 1] == 's' && at + 2 < paragraph_.end && text_[at + 1] == ' ' && text_[at + 2] >= 'a' &&
           text_[at + 2] <= 'z';
  }

  std::string_view text_;
  const std::vector<model::Range>& paragraphs_;
  std::vector<QuoteSpan> found_;
  model::Range paragraph_;
  std::size_t lastOpen_ = 0;
  bool carried_ = false;
};

} // namespace

std::vector<QuoteSpan> scanQuotes(std::string_view text, const std::vector<model::Range>& paragraphs) {
  return Scanner(text, paragraphs).run();
}

} // namespace stasis::evidence
