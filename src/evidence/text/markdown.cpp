#include "evidence/text/markdown.h"

#include "evidence/text/page.h"

#include <algorithm>
#include <map>
#include <string>

namespace stasis::evidence {

namespace {

constexpr std::size_t longestLink = 600;

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\0'; }
bool isAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool isPunctuation(char c) { return c > ' ' && c < '\x7F' && !isAlnum(c); }

class SignFinder {
public:
  SignFinder(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  MarkdownSign find() const {
    if (isEscaped())
      return {};
    switch (text_[at_]) {
    case '\\': return escape();
    case '!': return peek(1) == '[' ? image() : MarkdownSign{};
    case '[': return link();
    case '<': return {angled(), 0, 0};
    case '*':
    case '_': return emphasis();
    case '~': return {struckOut(), 0, 0};
    default: return {};
    }
  }

private:
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  char before() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }

  /// Whether it follows a backslash that is not itself escaped. Of a long run of backslashes only the last
  /// are examined.
  bool isEscaped() const {
    constexpr std::size_t most = 32;
    std::size_t run = 0;
    while (run < most && run < at_ && text_[at_ - 1 - run] == '\\')
      ++run;
    return run % 2 == 1;
  }

  MarkdownSign escape() const { return {isPunctuation(peek(1)) || isSpace(peek(1)) ? 1U : 0U, 0, 0}; }

  /// The place of the bracket that closes the one at `open`; npos if it is too far away.
  std::size_t closing(std::size_t open) const {
    std::size_t depth = 0;
    for (std::size_t i = open; i < std::min(text_.size(), open + longestLink); ++i) {
      depth += text_[i] == '[';
      if (text_[i] == ']' && --depth == 0)
        return i;
    }
    return std::string_view::npos;
  }

  /// The length of a link's target after a closing bracket: `(…)`, `[3]`, `{.note}`.
  std::size_t target(std::size_t from) const {
    if (from >= text_.size())
      return 0;
    const char open = text_[from];
    const char close = open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : '\0';
    const std::size_t end = close == '\0' ? std::string_view::npos : text_.find(close, from);
    if (end == std::string_view::npos || end - from > longestLink)
      return 0;
    const std::string_view inside = text_.substr(from + 1, end - from - 1);
    const bool address =
        inside.find(' ') == std::string_view::npos || inside.find('"') != std::string_view::npos;
    return address && !(open == '(' && inside.empty()) ? end - from + 1 : 0;
  }

  MarkdownSign link() const {
    const std::size_t close = closing(at_);
    if (close == std::string_view::npos)
      return {};
    const std::size_t length = target(close + 1);
    return length == 0 ? MarkdownSign{} : MarkdownSign{1, close, 1 + length};
  }

  MarkdownSign image() const {
    const std::size_t close = closing(at_ + 1);
    const std::size_t length = close == std::string_view::npos ? 0 : target(close + 1);
    return length == 0 ? MarkdownSign{} : MarkdownSign{close + 1 + length - at_, 0, 0};
  }

  /// `<https://…>`, `<orr@velm.example>`, `<sup>`.
  std::size_t angled() const {
    const std::size_t end = text_.substr(at_, longestLink).find('>');
    if (end == std::string_view::npos || end < 2)
      return 0;
    const std::string_view inside = text_.substr(at_ + 1, end - 1);
    const bool address =
        inside.find(' ') == std::string_view::npos &&
        (inside.find("://") != std::string_view::npos || inside.find('@') != std::string_view::npos);
    const bool tag = inside[0] == '/' || inside == "sup" || inside == "sub" || inside == "em" ||
                     inside == "b" || inside == "i" || inside == "u" || inside == "strong" ||
                     inside.starts_with("span") || inside.starts_with("a ") || inside == "q" ||
                     inside == "cite";
    return address || tag ? end + 1 : 0;
  }

  /// A run of signs that touches a word on at least one side; `_` only around whole words.
  MarkdownSign emphasis() const {
    const char sign = text_[at_];
    std::size_t length = 1;
    while (length < 4 && peek(length) == sign)
      ++length;
    const char left = plain(before(), at_ < 3 ? "" : text_.substr(at_ - 3, 3));
    const char right = plain(peek(length), text_.substr(std::min(at_ + length, text_.size()), 3));
    if (length > 3 || (isSpace(left) && isSpace(right)) || (isAlnum(left) && isAlnum(right)))
      return {};
    if (sign == '_' && isAlnum(left) == isAlnum(right) && !isSpace(left) && !isSpace(right))
      return {};
    return {length, 0, 0};
  }

  /// Typographic marks (U+2000 to U+206F) count as punctuation, like those of ASCII.
  static char plain(char c, std::string_view character) {
    return character.starts_with("\xE2\x80") || character.starts_with("\xE2\x81") ? '"' : c;
  }

  std::size_t struckOut() const {
    if (peek(1) != '~' || isSpace(peek(2)))
      return 0;
    const std::size_t end = text_.find("~~", at_ + 2);
    return end == std::string_view::npos ? 0 : end + 2 - at_;
  }

  std::string_view text_;
  std::size_t at_;
};

} // namespace

MarkdownSign markdownSign(std::string_view text, std::size_t at) { return SignFinder(text, at).find(); }

std::size_t entityLength(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 12;
  if (text[at] != '&')
    return 0;
  const std::string_view rest = text.substr(at, longest);
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos || end < 3)
    return 0;
  const bool name =
      std::all_of(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(end),
                  [](char c) { return (isAlnum(c) && static_cast<unsigned char>(c) < 0x80U) || c == '#'; });
  return name ? end + 1 : 0;
}

/// As the parser of pages decodes it; each entity is decoded once.
std::string_view entityWords(std::string_view entity) {
  thread_local std::map<std::string, std::string, std::less<>> known;
  auto found = known.find(entity);
  if (found == known.end()) {
    constexpr std::size_t most = 4096; // entities that are kept, in case a text invents many
    if (known.size() > most)
      known.clear();
    std::string words = readPage(entity).paragraphs.text.text();
    found = known.emplace(std::string(entity), words.empty() ? " " : std::move(words)).first;
  }
  return found->second;
}

} // namespace stasis::evidence
