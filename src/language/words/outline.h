#pragma once

// A text as it stands: what it declares, whether or not the names mean anything yet, and the lines each thing
// takes up with all that belongs to it. For editors that change one thing and leave the rest, comments
// included, byte for byte.
//
// The line of a thing is its statement with the lines it goes on in, the comment behind it, the `because`
// lines below it and, inside a block, the comment lines right above it that are indented like it: what has to
// move when it moves. Never fails: of a text with mistakes it has what could be read. O(bytes).
//
// Tested by tests/language/outline_test.cpp, by cutting what it gives out of every model of the gallery.

#include "language/lexing/source_text.h"
#include "language/parsing/syntax.h"

namespace stasis::language {

struct Token;

class Outline {
public:
  /// Of a text that outlives it.
  explicit Outline(const SourceText& source);

  const syntax::File& file() const { return file_; }
  /// True if nothing was wrong with the grammar; names may still be wrong.
  bool wellFormed() const { return wellFormed_; }

  model::Range range(syntax::Words words) const;
  /// The line on which these words begin, whole, its end included.
  model::Range line(syntax::Words words) const;
  /// From the line of the first words to that of the last.
  model::Range block(syntax::Words first, syntax::Words last) const {
    return model::cover(line(first), line(last.empty() ? first : last));
  }

private:
  struct Line {
    model::Range range; ///< of the statement; or of one comment
    std::size_t indent = 0;
    bool comment = false;
    bool because = false;
  };
  void addLines(const std::vector<Token>& tokens);
  void addLine(const Token& first, std::size_t end);
  std::size_t withComments(std::size_t statement) const;

  const SourceText& source_;
  std::vector<Line> lines_; ///< in order; blank lines have none
  syntax::File file_;
  bool wellFormed_ = true;
};

} // namespace stasis::language
