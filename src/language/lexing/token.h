#pragma once

// The words and signs a `.conflict` text is made of, each with the bytes it covers. Nothing of the text but
// spaces is lost: comments and the ends of physical lines are tokens too, so that a formatter can work on
// tokens alone; the parser skips them.

#include "model/range.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace stasis::language {

enum class Kind : std::uint8_t {
  name,
  keyword,
  number,      ///< digits, or digits `.` digits; signs are tokens of their own
  string,      ///< marks included
  statement,   ///< `#4` straight behind `because SOURCE`; any other `#` begins a comment
  comma,       ///< ,
  dot,         ///< .
  star,        ///< *
  leftParen,   ///< (
  rightParen,  ///< )
  equals,      ///< =
  bar,         ///< |
  greater,     ///< >
  muchGreater, ///< >>
  tilde,       ///< ~
  arrow,       ///< ->
  doubleArrow, ///< <->
  question,    ///< ? between the states of `unsure`
  dash,        ///< -
  plus,        ///< +
  joint,       ///< `/`, `:` or `::` between two names: no sign of the language; the parser says what is
  brace,       ///< `{`, `}`, `[` or `]`: no sign of the language; the parser says what to write
  malformed,   ///< already reported; stands for a name or number
  comment,     ///< from # to the end of the line
  lineBreak,   ///< the end of a line that ends no statement: blank, comment only, or goes on in the next
  lineEnd,     ///< the end of a statement; before the end of a text without final newline it is empty
  end,         ///< of the text; always the last token
};

/// The reserved words. Words that only mean something in one place (`most`, `quo`, `under`, `one`,
/// `strongly`, `unsure`) are names.
enum class Word : std::uint8_t {
  none_, ///< not a keyword
  conflict,
  about,
  party,
  parties,
  option,
  irrevocable,
  unresumable,
  never,
  always,
  define,
  status,
  prefer,
  each,
  rank,
  weigh,
  move,
  source,
  because,
  expect,
  state,
  states,
  of,
  self,
  exactly,
  at,
  any,
  all,
  none,
  not_,
  and_,
  or_,
  xor_,
  iff,
  implies,
  if_,
  true_,
  false_,
  view,
  coalition, // from here on reserved for later
  date,
  revise,
};

struct Token {
  Kind kind = Kind::end;
  Word word = Word::none_; ///< for keywords
  model::Range range;
  const std::string* composed = nullptr; ///< what it says, where that is not how it is written

  bool is(Kind k) const { return kind == k; }
  bool is(Word w) const { return kind == Kind::keyword && word == w; }
};

/// The keyword spelt so, or Word::none_.
Word wordOf(std::string_view spelling);
std::string_view spellingOf(Word word);
/// True for words that are kept for constructs still to come.
bool isReservedForLater(Word word);
/// True for words with which a statement begins: a line that starts so never continues the one before.
bool beginsStatement(Word word);
/// True for tokens after which a line goes on in the next: a comma, an operator, `of`, `(`.
bool continuesLine(const Token& token);
/// True for operators that stand between two things, and so cannot begin a line.
bool standsBetween(const Token& token);

/// What a string token says, its marks and escapes (\" \\ \n) undone; what else follows a backslash is kept.
std::string unquoted(std::string_view string);
/// The string token that says it.
std::string quoted(std::string_view words);

} // namespace stasis::language
