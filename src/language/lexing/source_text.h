#pragma once

// The bytes of one input file and the way from an offset to a line and column. Lines and columns count from
// 1; a column counts characters (UTF-8 code points), a tab as one. A byte order mark belongs to no line.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

class SourceText {
public:
  SourceText(std::string name, std::string text);

  const std::string& name() const { return name_; } ///< as the user gave it, or `<stdin>`
  std::string_view text() const { return text_; }

  /// O(log lines + length of the line).
  Place place(std::size_t offset) const;
  /// The line of `place`, without counting characters. O(log lines).
  std::size_t lineAt(std::size_t offset) const;
  /// The line's bytes without its end; `line` from 1.
  std::string_view line(std::size_t line) const;
  std::size_t lineCount() const { return starts_.size(); }
  /// Offset of the first byte of a line.
  std::size_t startOf(std::size_t line) const { return starts_[line - 1]; }

private:
  std::string name_;
  std::string text_;
  std::vector<std::size_t> starts_;
};

} // namespace stasis::language
