#include "lsp/folding.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

using language::Kind;
using language::Token;

/// A line that begins a block of its own: any statement that does not belong to the one above it.
bool opens(const Token& token) {
  return token.is(Kind::keyword) && language::beginsStatement(token.word) &&
         !token.is(language::Word::option) && !token.is(language::Word::because);
}

class Folder {
public:
  explicit Folder(const Reading& reading) : reading_(reading) {}

  std::vector<Fold> run() {
    std::size_t before = nothing;
    bool startsStatement = true;
    for (const Token& token : reading_.tokens()) {
      if (token.is(Kind::lineBreak) || token.is(Kind::end))
        continue;
      if (token.is(Kind::lineEnd)) {
        startsStatement = true;
        continue;
      }
      const std::size_t line = reading_.positions().lineAt(token.range.begin);
      const bool first = line != before;
      before = line;
      if (token.is(Kind::comment)) {
        if (first)
          comment(line);
        continue;
      }
      if (startsStatement && (opens(token) || opensByName(token)))
        open(line);
      startsStatement = false;
      last_ = line;
    }
    close();
    closeComment();
    return std::move(folds_);
  }

private:
  /// `unsure`, `attitude`, `unaware` and `blind`, which are names in other places.
  bool opensByName(const Token& token) const {
    const std::string_view word = reading_.words(token.range);
    return (word == "unsure" || word == "attitude" || word == "unaware" || word == "blind") &&
           std::ranges::binary_search(reading_.names().placedWords(), token.range.begin, {},
                                      &model::Range::begin);
  }
  void open(std::size_t line) {
    close();
    opened_ = line;
  }
  void close() {
    if (opened_ != nothing && last_ > opened_)
      folds_.push_back({opened_, last_, false});
  }
  void comment(std::size_t line) {
    if (commentLast_ == nothing || line != commentLast_ + 1) {
      closeComment();
      commentFirst_ = line;
    }
    commentLast_ = line;
  }
  void closeComment() {
    if (commentLast_ != nothing && commentLast_ > commentFirst_)
      folds_.push_back({commentFirst_, commentLast_, true});
  }

  const Reading& reading_;
  std::vector<Fold> folds_;
  std::size_t opened_ = nothing;
  std::size_t last_ = 0;
  std::size_t commentFirst_ = 0;
  std::size_t commentLast_ = nothing;
};

} // namespace

std::vector<Fold> folds(const Reading& reading) { return Folder(reading).run(); }

} // namespace stasis::lsp
