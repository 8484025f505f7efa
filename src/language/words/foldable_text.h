#pragma once

// Text with the places where a long line may be folded, each the offset of a space behind a comma or an
// operator: a line that ends so goes on in the next, whatever its indentation. O(characters).
//
// Tested by tests/language/write_test.cpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

struct FoldableText {
  std::string text;
  std::vector<std::size_t> folds;

  FoldableText& add(std::string_view more);
  /// A space at which the line may go on in the next.
  FoldableText& addFold();
  FoldableText& add(const FoldableText& more);
};

/// The text as one line, or several of at most `width` characters where its folds allow, each with its line
/// end.
std::string folded(const FoldableText& text, std::string_view indent, std::size_t width = 110);

/// All of a list with `between` behind each but the last, and a fold after it.
template <class List, class TextOf>
FoldableText joined(const List& list, std::string_view between, TextOf textOf) {
  FoldableText all;
  for (bool first = true; const auto& element : list) {
    if (!first)
      all.add(between).addFold();
    first = false;
    all.add(textOf(element));
  }
  return all;
}

} // namespace stasis::language
