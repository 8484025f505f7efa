#pragma once

// The work of `lex` (lexer.h), byte by byte from the beginning of the text to its end. What a token is may
// depend on those before it in its line, on the statement it belongs to, and on what follows.

#include "language/lexing/borrowed_lines.h"
#include "language/lexing/lexer.h"
#include "language/lexing/lookalikes.h"
#include "language/lexing/utf8.h"

namespace stasis::language {

class TokenScan {
public:
  TokenScan(const SourceText& source, Lines lines) : source_(source), text_(source.text()) {
    if (lines == Lines::asMeant && text_.size() <= BorrowedLines::longestText)
      lines_.emplace(text_);
  }
  Lexed run();

private:
  static constexpr std::string_view leftMark = "“";
  static constexpr std::string_view rightMark = "”";
  static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
  static bool isDigit(char c) { return c >= '0' && c <= '9'; }
  static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool looksAt(std::string_view words) const { return text_.substr(at_).starts_with(words); }
  std::string spelled(model::Range r) const { return std::string(text_.substr(r.begin, r.end - r.begin)); }
  static bool isForeign(char c) { return (c & 0x80) != 0; }
  /// Nothing of a statement stands before this place in its line.
  bool beginsLine() const { return !inStatement_ || lastBreak_; }

  // Tokens (token_scan.cpp).
  void step();
  /// True if the line that begins here is in a form of something else (borrowed_lines.h): it has been
  /// reported, and its tokens are those of what it means.
  bool borrowedLine();
  std::size_t endOfWords() const;
  void pushMeaning(const std::string& lines, model::Range line);
  /// Everything a statement is made of goes through here.
  void push(Kind kind, std::size_t length, Word word = Word::none_);
  void comment();
  /// The `#` of `because report#4`. A comment there would leave the citation without words, so none that
  /// meant anything becomes something else.
  bool numbersStatement() const;
  void statementNumber();
  void word();
  void number();
  std::size_t restOfLine() const;
  void string();
  void checkEscape(std::size_t backslash);
  void sign();
  /// `A/x`, `A: x`, `A::x`, `x: yes`, after a name in the same line.
  bool joinsNames() const;
  void finish();

  // Which line end ends a statement (line_breaks.cpp).
  /// `?` is a sign below `unsure` only: from the line that begins so to one that begins with a word of the
  /// language.
  void followDoubt(const Token& first);
  void settleBreak(const Token& next);
  bool nameFollows() const;
  /// `if A then B` and `if A, B` begin a line as English does; the parser says how they are written here.
  bool thenFollows() const;
  void reportLeadingOperator(const Token& token);
  void lineFeed();

  // Names, and texts without marks (lexed_names.cpp).
  /// A letter beyond ASCII; signs that stand for others here are none.
  bool beginsForeignName() const;
  /// Bytes of the name, ASCII letters and digits and those of other scripts, from `length` on.
  std::size_t nameFrom(std::size_t length) const;
  /// `don't`, `France's`: an apostrophe is no mark of a text; the parser says how that is written here.
  std::size_t contraction(std::size_t length) const;
  void textWithoutMarks();
  /// The last token says this.
  void saying(std::string words, model::Range range);
  void foreignName(std::size_t length);

  // Signs and comments of other languages (other_signs.cpp).
  /// A sign in a line that has another fault than this sign: a dash joins or begins nothing but the letters
  /// of a state and a number; statements of `prefer` do not stand side by side.
  bool leftToParser(const Lookalike& other) const;
  /// `x!`: after a name, and nothing that it could deny follows.
  bool endsThing(std::size_t length) const;
  void doubled();
  /// How long a sign is that compares an option with a value, `x != 0`, `x >= 1`, `x == true`: the parser
  /// says that an option alone is enough. 0: none stands here.
  std::size_t comparison() const;
  /// The word with the spaces it needs where the sign touched what is beside it.
  std::string spaced(const Lookalike& other) const;
  void lookalike(const Lookalike& other);
  /// `s1 -> s2` below `rank`: an arrow does not say which of the two is better.
  void arrowInRanking();
  void otherComment(std::size_t length);
  void blockComment();
  void otherMarks();
  /// What stands between an opening mark and the closing one.
  std::string_view insideMarks(std::size_t open, std::size_t length) const;

  // Signs that mean nothing here (needless_signs.cpp).
  void unknown();
  static bool isInvisible(char32_t c);
  void invisible(CodePoint c);
  /// The first token of its line.
  bool beginsLine(const Token& token) const;
  /// `option x: words`: the parser says that the label has no marks; `1: x`: that statements have no numbers.
  bool saidByParser() const;
  void needless(CodePoint c);
  /// `option dig ; dig deeper`: what follows the name is no statement.
  bool labelFollows(std::string_view rest) const;
  void tellEndings();
  void statementsOnOneLine(model::Range sign, std::size_t next);
  /// The token that the line here begins with.
  std::size_t firstOfLine() const;
  /// `x if y; z`: what follows may belong to the condition.
  bool hasCondition() const;
  /// `at most one of x; y`: what follows is an item of the list before it.
  bool listGoesOn(std::string_view rest) const;
  void itemsOfList(model::Range sign);
  /// A run of the same sign is one mistake.
  void strangeSigns();
  /// `x <= y` of options, which are 0 or 1, is `x implies y`.
  bool noMoreThan();
  bool worstFirst();
  bool arrowBack();
  void foreignSign();

  const SourceText& source_;
  std::string_view text_;
  std::optional<BorrowedLines> lines_;
  std::size_t asked_ = 0; ///< up to here lines have been asked for
  std::size_t at_ = 0;
  Lexed lexed_;
  Token beforeLast_;
  Token last_;                           ///< of the statements, comments not counted
  bool inDoubt_ = false;                 ///< below `unsure`
  Word statement_ = Word::none_;         ///< the word the statement or block here began with
  std::vector<model::Range> endings_;    ///< `;` at the ends of lines
  bool inStatement_ = false;             ///< some token has been seen at all
  std::optional<std::size_t> lastBreak_; ///< the line end after `last_`, not yet settled
};

} // namespace stasis::language
