#pragma once

// A text of the modelling language that is put together from the values of another file, with the place each
// piece came from. Problems found in the text, and the ranges of the conflict read from it, are then shown in
// the file the reader has: in the value itself, or in the words of it where it was written without escapes.
//
// O(pieces) to build, O(log) a look-up. Tested with the readers that use it, by places counted by hand.

#include "language/lexing/source_text.h"
#include "language/parse.h"
#include "model/range.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::exchange {

class MappedText {
public:
  /// What is added from here on comes from this place.
  void at(model::Range place) { pieces_.push_back({text_.size(), place, false}); }
  void add(std::string_view text) { text_ += text; }
  /// `place` has as many bytes as the words, and these very ones.
  void addVerbatim(std::string_view words, model::Range place) {
    pieces_.push_back({text_.size(), place, true});
    text_ += words;
  }
  /// The words of a value: byte by byte where the place holds them as they are, between marks or bare.
  void addWords(std::string_view words, model::Range place, const language::SourceText& source);

  const std::string& text() const { return text_; }
  model::Range placeOf(model::Range inText) const;

  /// Reads the text; every range of the answer, and every line a note speaks of, is one of `source`.
  language::Parsed parse(const language::SourceText& source) const;

private:
  struct Piece {
    std::size_t begin;
    model::Range place;
    bool verbatim;
  };
  const Piece* pieceAt(std::size_t offset) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

} // namespace stasis::exchange
