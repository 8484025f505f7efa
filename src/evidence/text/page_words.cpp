#include "evidence/text/page_words.h"

#include "language/lexing/utf8.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

class Aligner {
public:
  Aligner(ParagraphWriter& out, std::string_view decoded, std::string_view stretch, std::size_t base,
          bool lines)
      : out_(out), decoded_(decoded), stretch_(stretch), base_(base), lines_(lines) {}

  void run() {
    while (at_ < stretch_.size() && word_ < decoded_.size())
      step();
  }

private:
  void step() {
    const char c = stretch_[at_];
    if (c == '&' && isReference())
      return takeReference();
    if (c == '<' && isTag()) {
      const std::size_t end = stretch_.find('>', at_);
      at_ = end == std::string_view::npos ? stretch_.size() : end + 1;
    } else if (c == '\r') {
      out_.space({base_ + at_, base_ + at_ + 1});
      if (!(at_ + 1 < stretch_.size() && stretch_[at_ + 1] == '\n') && decoded_[word_] == '\n')
        ++word_;
      ++at_;
    } else if (c == '\n' && lines_) {
      out_.softBreak({base_ + at_, base_ + at_ + 1});
      ++at_;
      ++word_;
    } else {
      takeEqual();
    }
  }

  /// Takes bytes up to the next that may be something else. A byte that the parser replaced is dropped.
  void takeEqual() {
    std::size_t end = at_;
    std::size_t word = word_;
    while (end < stretch_.size() && word < decoded_.size() && stretch_[end] == decoded_[word]) {
      const char c = stretch_[end];
      if (end > at_ && (c == '&' || c == '<' || c == '\r' || (c == '\n' && lines_)))
        break;
      ++end;
      ++word;
    }
    if (end == at_) {
      const auto point = language::codePointAt(decoded_, word_);
      word_ += point.value == U'\uFFFD' ? point.length : 0;
      ++at_;
      return;
    }
    out_.copy(stretch_.substr(at_, end - at_), base_ + at_);
    at_ = end;
    word_ = word;
  }

  bool isTag() const {
    if (at_ + 1 >= stretch_.size())
      return false;
    const char next = stretch_[at_ + 1];
    return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') ||
           (next >= 'A' && next <= 'Z');
  }

  /// A plain `&` stays as it is; `&amp;` becomes one.
  bool isReference() const {
    const std::string_view rest = stretch_.substr(at_ + 1, 5);
    return decoded_[word_] != '&' || rest.starts_with("amp") || rest.starts_with("AMP") ||
           rest.starts_with("#38") || rest.starts_with("#x26") || rest.starts_with("#038");
  }

  void takeReference() {
    std::size_t length = 1;
    while (at_ + length < stretch_.size() && length < 40 && isName(stretch_[at_ + length]))
      ++length;
    std::size_t letters = language::codePointAt(decoded_, word_).length;
    if (at_ + length < stretch_.size() && stretch_[at_ + length] == ';')
      ++length;
    else
      length = withoutSemicolon(length, letters);
    if (!fits(length, letters) && word_ + letters < decoded_.size()) { // an entity may be two characters
      const std::size_t two = letters + language::codePointAt(decoded_, word_ + letters).length;
      letters = fits(length, two) ? two : letters;
    }
    out_.put(decoded_.substr(word_, letters), {base_ + at_, base_ + at_ + length});
    at_ += length;
    word_ += letters;
  }

  bool fits(std::size_t length, std::size_t letters) const {
    const std::string_view next = stretch_.substr(std::min(at_ + length, stretch_.size()), 1);
    return next.empty() || next == "<" || next == "&" || next == "\r" ||
           decoded_.substr(std::min(word_ + letters, decoded_.size()), 1) == next;
  }

  /// `&copy2031`: the entity ends where the rest is equal in both.
  std::size_t withoutSemicolon(std::size_t most, std::size_t letters) const {
    for (std::size_t length = most; length > 2; --length)
      if (stretch_.substr(at_ + length, 4) == decoded_.substr(std::min(word_ + letters, decoded_.size()), 4))
        return length;
    return most;
  }

  ParagraphWriter& out_;
  std::string_view decoded_;
  std::string_view stretch_;
  std::size_t base_;
  bool lines_;
  std::size_t at_ = 0;
  std::size_t word_ = 0;
};

} // namespace

void writeWords(ParagraphWriter& out, std::string_view decoded, std::string_view stretch, std::size_t at,
                bool lines) {
  Aligner(out, decoded, stretch, at, lines).run();
}

} // namespace stasis::evidence
