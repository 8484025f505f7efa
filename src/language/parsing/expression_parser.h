#pragma once

// Conditions: names, `not`, `and`, `xor`, `or`, `implies`/`if`, `iff`, parentheses, counts over lists. By
// precedence climbing, tightest first in that order; a chain of one of and, xor, or becomes one node,
// `implies` groups to the right, `if` and `iff` to the left. O(tokens), stack bounded by `syntax::deepest`.
//
// Tested against explicitly parenthesised readings in tests/language/precedence_test.cpp.

#include "language/parsing/token_stream.h"

namespace stasis::language {

class ExpressionParser {
public:
  enum class Of : std::uint8_t {
    options,   ///< a condition of the model: on options and defines
    statement, ///< the same in a tier of statements, whose `|` ends it
    weight,    ///< the same before a number, which ends it
    stability, ///< a query, which may also name stability
    never,     ///< a condition of the model, of what cannot be
  };
  ExpressionParser(TokenStream& stream, Of of)
      : stream_(stream), barEnds_(of == Of::statement), numberEnds_(of == Of::weight),
        asks_(of == Of::stability), forbids_(of == Of::never) {}

  /// Reads an expression as far as it goes. If it is broken (reported), it has no nodes, and the references
  /// up to there, so that what is wrong with those can be reported, too.
  syntax::Expression parse();
  /// Reads `exactly K of …` or another count and no further.
  syntax::Expression parseCount();

  /// True if a condition can begin with this.
  static bool beginsOperand(const Token& token);
  /// True if a count begins here.
  static bool beginsCount(const Token& token);
  /// True if a count begins here in words that the language says otherwise (`no more than two of`).
  bool atEverydayCount() const { return everydayCountAhead().has_value() || formulaAhead().has_value(); }
  /// True if English for a connective stands so far ahead (`as long as`, `requires`).
  static bool atPhrase(const TokenStream& stream, std::size_t ahead);

private:
  using Op = model::Expression::Op;
  using Height = std::size_t; ///< of the tree that was read; 0: broken

  Height equivalence();
  Height implication();
  Height chain(int level);
  Height unary();
  Height primary();
  Height parenthesised();
  Height reference(syntax::ExpressionNode::Kind kind);
  Height count(bool warnOfAnd);
  Height countOf(std::size_t begin, syntax::ExpressionNode node, bool warnOfAnd);
  Height listOf(std::size_t begin, syntax::ExpressionNode node, bool warnOfAnd);
  std::optional<std::uint32_t> countNumber();
  Height list(std::uint32_t& items);
  Height listItem();
  bool beginsInexactCount() const;
  Height missingExactly();

  // `equilibrium under nash`, `stable for Russia under seq` (stability_parser.cpp).
  bool beginsStability() const;
  Height stability();
  void notAsked(const Token& first);
  bool names(std::vector<syntax::Words>& list, const std::string& what);
  Height missingOperand();
  Height tooDeep(const Token& place);

  // What joins two conditions (connectives.cpp).
  /// The connective at this place, if any; reports and mends signs and words that stand for one elsewhere.
  Word connective();
  void mend(Word word, const std::string& help, bool sameMeaning = true);
  void thenAlone();
  bool countsBefore() const;

  // English that the language says otherwise (everyday_words.cpp): `if A then B`, `unless A, B`, `both A and
  // B`, `either A or B`, `neither A nor B`, `A only if B`, `A if and only if B`, `A = true`, `A is taken`.
  bool atEverydayPair() const;
  Height everydayPair();
  Height ifThen();
  Height otherwise(Height height, std::size_t begin, const std::string& first);
  Height eitherOr();
  Height bothAnd();
  Height neitherNor();
  bool endsAtPairWord(std::string_view word) const;
  void everydayIff();
  void onlyIf();
  bool followsComma(std::size_t place) const;
  void optionAlone(std::string_view code, std::size_t length, std::optional<bool> taken);
  bool optionTaken();
  bool isTaken();
  bool everydayDenial();
  void dropArticle();
  // Several words for one connective, and counts in other words (everyday_phrases.cpp): `as long as`, `A
  // without B`, `every F.x`, `more than 2 of`.
  bool everydayPhrase();
  std::string conditionAhead(std::size_t ahead) const;
  std::size_t behindNever() const;
  bool mixedBefore() const;
  void sayWithParentheses(Diagnostic& d, model::Range said, const std::string& phrase,
                          const std::string& here, std::size_t length) const;
  /// A count in other words: how many tokens they are, and what they say.
  struct CountWords {
    std::size_t length = 0;
    std::string here; ///< `at least 3 of`
    syntax::ExpressionNode node;
  };
  std::optional<CountWords> everydayCountAhead() const;
  Height everydayCount(const CountWords& words);
  // Counts in the signs of a formula (counted_formulas.cpp): `a + b <= 1`, `at_least(2, a, b)`.
  struct Formula {
    std::size_t length = 0; ///< in tokens
    Op op;
    std::uint32_t k = 0;
    std::vector<std::size_t> items; ///< the names' places, counted from here
  };
  std::optional<Formula> formulaAhead() const;
  std::optional<Formula> sumAhead() const;
  std::optional<Formula> callAhead() const;
  bool comparisonBehind(Formula& formula) const;
  Height formula(const Formula& written);
  void neverIf(const Token& sign, std::size_t first, std::size_t second);
  std::size_t itemLength(std::size_t ahead) const;
  syntax::OpenCount openCount(std::size_t begin, const syntax::ExpressionNode& node) const;
  void closeList(const Token& open);
  bool acceptComma();
  bool commaMissing();

  Height leaf(syntax::ExpressionNode node);
  Height join(Op op, std::size_t operands, Height highest, std::size_t begin);
  syntax::Expression finish(Height height, std::size_t begin);

  TokenStream& stream_;
  bool barEnds_;
  bool numberEnds_;           ///< an `=` before a number is no operator
  bool asks_;                 ///< stability may be named
  bool forbids_;              ///< what follows `never`
  std::string_view pairWord_; ///< `then` or `nor`, where one is awaited
  std::size_t open_ = 0;      ///< parentheses and `not`s around this place
  syntax::Expression result_;
};

} // namespace stasis::language
