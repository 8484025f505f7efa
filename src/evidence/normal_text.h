#pragma once

// The form of a text in which words are compared. Runs of white space become one space, typographic quotation
// marks and dashes become plain ones, soft hyphens and other characters without width disappear, and so does
// space around a dash. Every byte knows where it came from.
//
// One pass, five bytes of memory for each byte of text. Tested character by character and against texts that
// differ only in typography.

#include "model/range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

class NormalText {
public:
  /// Keeps a view of `text`, which may have up to 4 GiB. Bytes that are not UTF-8 stand for themselves.
  explicit NormalText(std::string_view text);

  const std::string& text() const { return text_; }
  /// The bytes of the original that a non-empty range of text() came from.
  model::Range original(model::Range range) const;

private:
  void add(char c, std::size_t from);

  std::string_view original_;
  std::string text_;
  std::vector<std::uint32_t> from_; ///< by byte of text_: the first byte of the character it came from
};

/// True for bytes of words: letters and digits, and every byte beyond ASCII.
bool isWordByte(char c);

} // namespace stasis::evidence
