#include "evidence/text/print_marks.h"

#include "evidence/text/markdown.h"
#include "evidence/text/note_marks.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::array<std::string_view, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

/// The length of a character without width, or of one that replaces a lost character; 0 if there is none.
std::size_t widthless(std::string_view rest) {
  if (rest.starts_with("\u00AD"))
    return 2;
  if (rest.starts_with("\u2060") || rest.starts_with("\uFEFF") || rest.starts_with("\uFFFD"))
    return 3;
  return rest.size() > 2 && rest.starts_with("\xE2\x80") && static_cast<unsigned char>(rest[2]) >= 0x8BU &&
                 static_cast<unsigned char>(rest[2]) <= 0x8FU
             ? 3
             : 0;
}

class MarkRemover {
public:
  MarkRemover(const Paragraphs& from, bool isPlain)
      : from_(from), text_(from.text.text()), isPlain_(isPlain) {}

  Paragraphs run() {
    made_.text.reserve(text_.size());
    std::size_t begin = 0;
    for (const ParagraphKind kind : from_.kinds) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::size_t start = made_.text.size();
      if (start > 0)
        made_.text.copy("\n", begin - 1);
      paragraph(begin, end);
      const std::string_view written = std::string_view(made_.text.text()).substr(start);
      if (written.find_first_not_of(" \n") == std::string_view::npos)
        made_.text.drop(written.size());
      else
        made_.kinds.push_back(kind);
      begin = end + 1;
    }
    return std::move(made_);
  }

private:
  void paragraph(std::size_t begin, std::size_t end) {
    words_ = text_.substr(begin, end - begin);
    targets_.clear();
    std::size_t copied = 0;
    for (std::size_t at = 0; at < words_.size();) {
      const char c = words_[at];
      const bool plainByte =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == ',' || c == '.';
      const Removed removed = plainByte ? Removed{} : removedAt(at);
      if (removed.length == 0) {
        ++at;
        continue;
      }
      made_.text.copy(words_.substr(copied, at - copied), begin + copied);
      made_.text.put(removed.instead, {begin + at, begin + at + removed.length});
      at += removed.length;
      copied = at;
      if (removed.instead.empty() && at < words_.size() && isStop(words_[at]) && made_.text.back() == ' ')
        made_.text.drop(1);
    }
    made_.text.copy(words_.substr(copied), begin + copied);
  }

  static bool isStop(char c) { return c == '.' || c == ',' || c == ';' || c == ':' || c == '?' || c == '!'; }

  struct Removed {
    std::size_t length = 0;
    std::string_view instead;
  };

  Removed removedAt(std::size_t at) {
    const std::string_view rest = words_.substr(at);
    const char c = rest[0];
    if (c >= '0' && c <= '9')
      return {at > 0 && words_[at - 1] != ' ' ? glued_.at(words_, at) : 0, {}};
    if ((static_cast<unsigned char>(c) & 0x80U) != 0)
      return beyondAscii(at, rest);
    if (isPlain_ && c == '&')
      if (const std::size_t length = entityLength(words_, at); length > 0)
        return {length, entityWords(rest.substr(0, length))};
    if (isPlain_)
      if (const std::size_t length = markdown(at); length > 0)
        return {length, {}};
    return {c == '[' ? bracketedMark(words_, at) : 0, {}};
  }

  Removed beyondAscii(std::size_t at, std::string_view rest) const {
    if (rest.size() > 2 && rest.starts_with("\xEF\xAC")) {
      const auto which = static_cast<unsigned char>(rest[2]);
      if (which >= 0x80U && which < 0x80U + ligatures.size())
        return {3, ligatures[which - 0x80U]};
    }
    if (const std::size_t length = widthless(rest); length > 0)
      return {length, {}};
    return {raisedMark(words_, at), {}};
  }

  std::size_t markdown(std::size_t at) {
    for (const auto& [target, length] : targets_)
      if (target == at)
        return length;
    const MarkdownSign sign = markdownSign(words_, at);
    if (sign.thenLength > 0)
      targets_.emplace_back(sign.then, sign.thenLength);
    return sign.sign;
  }

  const Paragraphs& from_;
  std::string_view text_;
  bool isPlain_;
  Paragraphs made_;
  std::string_view words_;                                   ///< of the current paragraph
  std::vector<std::pair<std::size_t, std::size_t>> targets_; ///< of open links: place and length
  GluedMarks glued_;
};

} // namespace

Paragraphs withoutPrintMarks(const Paragraphs& paragraphs, bool isPlain) {
  return MarkRemover(paragraphs, isPlain).run();
}

} // namespace stasis::evidence
