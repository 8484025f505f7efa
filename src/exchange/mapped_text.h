#pragma once

// A text of the modelling language built from the values of another file, with the place of every piece.
// Problems in the text, and ranges of the conflict read from it, are then shown in the user's file: at the
// value, or at the words in it if they were written without escapes.
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
  /// Text added from here on comes from this place.
  void at(model::Range place) { pieces_.push_back({text_.size(), place, false}); }
  void add(std::string_view text) { text_ += text; }
  /// `place` holds exactly these bytes.
  void addVerbatim(std::string_view words, model::Range place) {
    pieces_.push_back({text_.size(), place, true});
    text_ += words;
  }
  /// The words of a value: byte by byte where the place holds them as they are, between marks or bare.
  void addWords(std::string_view words, model::Range place, const language::SourceText& source);

  const std::string& text() const { return text_; }
  model::Range placeOf(model::Range inText) const;

  /// Reads the text; every range of the answer, and every line named in a note, is one of `source`.
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
