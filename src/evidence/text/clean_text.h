#pragma once

// A text made from another one, in which every byte knows the bytes it came from. Each step of reading a file
// (decoding, tags, lines, marks of print) makes one. Traced back through all of them, a range becomes bytes
// of the file.
//
// A run is a stretch copied byte by byte, one copied from units of two bytes (UTF-16), or one thing that
// stands for another (an entity, a line end). Memory: the text, and one run for each change. `original` takes
// O(log runs). Tested through every step, and on random edits against a map byte by byte.

#include "model/range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

class CleanText {
public:
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  char back() const { return text_.empty() ? '\0' : text_.back(); }
  std::size_t size() const { return text_.size(); }

  void reserve(std::size_t bytes) { text_.reserve(bytes); }
  /// Adds bytes that stand for equally many bytes of the source, or `step` times as many if its units are
  /// wider.
  void copy(std::string_view shown, std::size_t from, std::uint8_t step = 1);
  /// Adds bytes that stand for a whole range of the source, which may be empty.
  void put(std::string_view shown, model::Range from);
  /// Removes the last `bytes` bytes.
  void drop(std::size_t bytes);

  /// The bytes of the source from which a range of text() came. For an empty range: its place.
  model::Range original(model::Range range) const;

private:
  struct Run {
    std::uint32_t at = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;  ///< for one thing: where it ends
    std::uint8_t step = 0; ///< bytes of the source for each byte; 0: one thing
  };
  const Run& runOf(std::size_t at) const;

  std::string text_;
  std::vector<Run> runs_;
};

} // namespace stasis::evidence
