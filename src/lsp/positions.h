#pragma once

// From a place in an editor (line and column from 0) to a byte and back. A column counts bytes or UTF-16 code
// units, as the two sides have agreed (Language Server Protocol 3.17, position encodings). A line ends with
// `\n`, `\r\n` or `\r`. A column beyond the end of its line means that end, as the protocol says; a column
// inside a character means its beginning.
//
// Built in O(bytes); O(log lines + length of the line) for each place. Tested by tests/lsp/positions_test.cpp
// against counting from the start.

#include "model/range.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace stasis::lsp {

enum class Encoding : std::uint8_t { utf8, utf16 };

struct Position {
  std::size_t line = 0;
  std::size_t character = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Span {
  Position start;
  Position end;
};

class Positions {
public:
  /// The text must outlive this.
  Positions(std::string_view text, Encoding encoding);

  /// None if there is no such line.
  std::optional<std::size_t> offset(Position position) const;
  Position position(std::size_t offset) const;
  Span span(model::Range range) const { return {position(range.begin), position(range.end)}; }

  std::size_t lineCount() const { return starts_.size(); }
  /// The bytes of a line without its end; `line` from 0, within the count.
  model::Range line(std::size_t line) const;
  /// The line of a byte.
  std::size_t lineAt(std::size_t offset) const;
  /// The number of columns of these words, which stand on one line.
  std::size_t width(std::string_view words) const;

private:
  std::string_view text_;
  Encoding encoding_;
  std::vector<std::size_t> starts_;
};

} // namespace stasis::lsp
