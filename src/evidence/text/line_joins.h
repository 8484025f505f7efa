#pragma once

// Whether a line of plain text continues in the next one (plain_layout.h gives the rules). O(1) for each line
// once the margin of its block is known. Words are looked up in an index of the text's hyphenated words.

#include "evidence/text/lines.h"

#include <optional>
#include <string>
#include <unordered_set>

namespace stasis::evidence {

/// How a line's last word continues in the next line.
struct CutWord {
  bool isCut = false;    ///< no space between the two halves
  std::size_t marks = 0; ///< length of the hyphen at the line end if it is no part of the word
};

class LineJoins {
public:
  LineJoins(std::string_view text, const std::vector<Line>& lines);

  /// Finds the margin of the block of lines [begin, end).
  void enter(std::size_t begin, std::size_t end);
  /// For two lines of this block.
  bool goesOn(std::size_t line, std::size_t next) const;
  /// For the last line of a block and the first of the next one.
  bool acrossBlocks(std::size_t line, std::size_t next) const;
  CutWord cutWord(std::size_t line) const;

private:
  std::string_view words(std::size_t i) const;
  std::uint32_t firstWord(std::size_t i) const;
  bool reaches(std::size_t line, std::size_t next, std::uint32_t slack) const;
  std::optional<std::size_t> nextWords(std::size_t line) const;
  void index();

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::uint32_t usual_ = 0;   ///< the margin of the text's longer blocks; 0: it has none
  std::size_t wordLines_ = 0; ///< how many lines of the text have words
  std::uint32_t margin_ = 0;  ///< of the current block
  std::uint32_t indent_ = 0;  ///< the smallest of the current block
  bool wrapped_ = false;      ///< many lines of the current block begin in lower case
  bool isLoose_ = false;      ///< nothing shows that lines of this block were broken at a margin
  bool lists_ = false;        ///< the block has a bullet
  std::unordered_set<std::string> written_; ///< words of the text that may be halves, in lower case
};

} // namespace stasis::evidence
