#pragma once

// The text of a report in one notation, so that typography changes nothing. A run of white space is one
// space, or one line break at the end of a paragraph. Every double quotation mark and every dash is one byte
// (a mark keeps the side that its glyph shows, as a hint). Apostrophes are plain, and characters without
// width disappear. It is made from clean paragraphs (text/document.h), one on each line.
//
// One pass, five bytes of memory for each byte of text. Tested against texts that differ only in typography.

#include "model/range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

/// Bytes that stand for marks.
namespace mark {
inline constexpr char openDouble = '\x01';
inline constexpr char closeDouble = '\x02';
inline constexpr char openSingle = '\x03';
inline constexpr char closeSingle = '\x04';
inline constexpr char dash = '\x05';
inline constexpr char straightDouble = '"';
inline constexpr char straightSingle = '\'';
} // namespace mark

/// Words of a reading text with plain marks.
std::string plainMarks(std::string_view words);

class ReadingText {
public:
  /// Up to 4 GiB. Bytes that are not UTF-8 stand for themselves, control characters for a space.
  explicit ReadingText(std::string_view plain);

  const std::string& text() const { return text_; }
  std::string_view slice(model::Range range) const {
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
  }
  /// The bytes of the plain text from which a range came.
  model::Range original(model::Range range) const { return {from_[range.begin], from_[range.end]}; }
  /// The paragraphs, none of them empty.
  std::vector<model::Range> paragraphs() const;

private:
  void add(char c, std::size_t from);
  void addSpace(std::string_view plain, std::size_t from, std::size_t to);

  std::string text_;
  std::vector<std::uint32_t> from_; ///< by byte of text_, and of its end
};

} // namespace stasis::evidence
