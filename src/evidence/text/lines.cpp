#include "evidence/text/lines.h"

#include "evidence/text/chat_lines.h"
#include "evidence/text/furniture.h"
#include "evidence/text/turn_label.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLowerLetter(char c) { return c >= 'a' && c <= 'z'; }

class LineScanner {
public:
  explicit LineScanner(std::string_view text) : text_(text) {}

  std::vector<Line> run() {
    if (text_.starts_with("\xEF\xBB\xBF"))
      at_ = 3;
    while (at_ < text_.size())
      lines_.push_back(one());
    return std::move(lines_);
  }

private:
  Line one() {
    Line line;
    while (at_ < text_.size() && text_[at_] == '\f') {
      line.pageBegins = true;
      ++at_;
    }
    std::size_t end = std::min(text_.find_first_of("\n\r\f", at_), text_.size());
    line.next = end;
    if (end < text_.size() && text_[end] != '\f')
      line.next += text_[end] == '\r' && end + 1 < text_.size() && text_[end + 1] == '\n' ? 2 : 1;
    while (end > at_ && isBlank(text_[end - 1]))
      --end;
    line.words = {at_, end};
    takeQuoteMarks(line);
    takeIndent(line);
    describe(line);
    at_ = line.next;
    return line;
  }

  std::string_view words(const Line& line) const {
    return text_.substr(line.words.begin, line.words.end - line.words.begin);
  }

  void takeQuoteMarks(Line& line) const {
    std::size_t at = line.words.begin;
    while (at < line.words.end && (text_[at] == '>' || (isBlank(text_[at]) && line.depth > 0) ||
                                   (text_[at] == ' ' && at - line.words.begin < 3))) {
      if (text_[at] == '>') {
        ++line.depth;
        line.words.begin = at + 1;
        if (line.words.begin < line.words.end && text_[line.words.begin] == ' ')
          ++line.words.begin;
      }
      ++at;
    }
  }

  void takeIndent(Line& line) const {
    while (line.words.begin < line.words.end && isBlank(text_[line.words.begin])) {
      line.indent += text_[line.words.begin] == '\t' ? 8 : 1;
      ++line.words.begin;
    }
    line.columns = line.indent;
    for (const char c : words(line))
      line.columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }

  void describe(Line& line) {
    const std::string_view w = words(line);
    if (w.empty())
      line.kind = LineKind::blank;
    else if (isUnderline(w) && underlines(w))
      lines_.back().kind = LineKind::heading, line.kind = LineKind::rule;
    else if (isRule(w))
      line.kind = LineKind::rule;
    else if (const std::size_t marks = w.find_first_not_of('#'); w[0] == '#' && marks < 7 && w[marks] == ' ')
      line.kind = LineKind::heading, line.words.begin += marks + 1;
    else
      takeBullet(line);
  }

  static bool isUnderline(std::string_view w) {
    return w.size() > 2 && (w[0] == '=' || w[0] == '-') &&
           w.find_first_not_of(w[0]) == std::string_view::npos;
  }

  /// Whether it stands below a single short line.
  bool underlines(std::string_view w) const {
    return !lines_.empty() && lines_.back().kind == LineKind::words &&
           lines_.back().columns <= w.size() + 12 && w.size() <= lines_.back().columns + 12U &&
           (lines_.size() < 2 || lines_[lines_.size() - 2].kind != LineKind::words);
  }

  /// `* * *`, `+---+---+`, `::: {.note}`, "```".
  static bool isRule(std::string_view w) {
    return w.starts_with(":::") || w.starts_with("```") || w.starts_with("~~~") ||
           (w.size() > 2 && w.find_first_not_of("-=_*~+|: \t#") == std::string_view::npos);
  }

  void takeBullet(Line& line) const {
    const std::size_t length = bulletLength(words(line));
    if (length == 0 || turnLabelAt(words(line)))
      return;
    line.bullet = true;
    line.words.begin += length;
  }

  /// The length of `- `, `• `, `12. `, `(a) ` with the blanks after it.
  static std::size_t bulletLength(std::string_view w) {
    std::size_t at = 0;
    for (const std::string_view sign :
         {"-", "*", "+", "\u2022", "\u2023", "\u00B7", "\u25AA", "\u25CF", "\u25E6", "o"})
      if (w.starts_with(sign))
        at = sign.size();
    if (at == 0)
      at = numberLength(w);
    if (at == 0 || at >= w.size() || !isBlank(w[at]))
      return 0;
    while (at < w.size() && isBlank(w[at]))
      ++at;
    return at < w.size() ? at : 0;
  }

  static std::size_t numberLength(std::string_view w) {
    const std::size_t open = w[0] == '(' ? 1 : 0;
    std::size_t at = open;
    while (at < w.size() && at < open + 3 && isDigit(w[at]))
      ++at;
    if (at == open && at < w.size() && isLowerLetter(w[at]))
      ++at;
    if (at == open || at >= w.size())
      return 0;
    if (w[at] == ')' || (w[at] == '.' && open == 0 && isDigit(w[at - 1])))
      return at + 1;
    return 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Line> lines_;
};

} // namespace

namespace {

/// If at least two lines begin with a time, the times are dropped. A line that begins with the label of a
/// turn opens a paragraph: if there is a strong one, or if weak ones occur again.
void markOpenings(std::string_view text, std::vector<Line>& lines) {
  std::vector<std::size_t> stamped;
  std::vector<std::size_t> weak;
  const auto words = [&](const Line& l) { return text.substr(l.words.begin, l.words.end - l.words.begin); };
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].kind == LineKind::words && timeStampLength(words(lines[i])) > 0)
      stamped.push_back(i);
  if (stamped.size() > 1)
    for (const std::size_t i : stamped) {
      lines[i].words.begin += timeStampLength(words(lines[i]));
      lines[i].opens = true;
    }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto label = lines[i].kind == LineKind::words ? turnLabelAt(words(lines[i])) : std::nullopt;
    if (label && label->form == LabelForm::strong)
      lines[i].opens = true;
    else if (label)
      weak.push_back(i);
  }
  if (weak.size() > 2)
    for (const std::size_t i : weak)
      lines[i].opens = true;
  markChat(text, lines, stamped);
}

} // namespace

std::vector<Line> linesOf(std::string_view text) {
  std::vector<Line> lines = LineScanner(text).run();
  markOpenings(text, lines);
  markFurniture(text, lines);
  return lines;
}

} // namespace stasis::evidence
