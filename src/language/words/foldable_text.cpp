#include "language/words/foldable_text.h"

#include <algorithm>

namespace stasis::language {

namespace {

constexpr std::string_view goesOn = "    "; ///< further in than the line it continues

bool startsCharacter(char c) { return (c & 0xC0) != 0x80; }

} // namespace

FoldableText& FoldableText::add(std::string_view more) {
  text += more;
  return *this;
}

FoldableText& FoldableText::addFold() {
  folds.push_back(text.size());
  text += ' ';
  return *this;
}

FoldableText& FoldableText::add(const FoldableText& more) {
  for (const std::size_t fold : more.folds)
    folds.push_back(text.size() + fold);
  text += more.text;
  return *this;
}

std::string folded(const FoldableText& line, std::string_view indent, std::size_t width) {
  std::string out(indent);
  std::size_t column = indent.size();
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.folds.size(); ++i) {
    const bool whole = i == line.folds.size();
    const std::string_view piece =
        std::string_view(line.text).substr(begin, whole ? std::string::npos : line.folds[i] - begin);
    const auto columns = static_cast<std::size_t>(std::ranges::count_if(piece, startsCharacter));
    if (begin > 0 && column + columns > width) {
      out.erase(out.size() - 1);
      out.append("\n").append(indent).append(goesOn);
      column = indent.size() + goesOn.size();
    }
    out += piece;
    if (!whole)
      out += ' ';
    column += columns + 1;
    begin = whole ? begin : line.folds[i] + 1;
  }
  return out + '\n';
}

} // namespace stasis::language
