#pragma once

// Conditions: names, `not`, `and`, `xor`, `or`, `implies`/`if`, `iff`, parentheses, counts over lists. By
// precedence climbing, tightest first in that order; a chain of one of and, xor, or becomes one node,
// `implies` groups to the right, `if` and `iff` to the left. O(tokens), stack bounded by `syntax::deepest`.
//
// Tested against explicitly parenthesised readings in tests/language/precedence_test.cpp.

#include "language/token_stream.h"

namespace stasis::language {

class ExpressionParser {
public:
  /// `barEnds`: a `|` belongs to what is around the expression (a tier of statements).
  ExpressionParser(TokenStream& stream, bool barEnds) : stream_(stream), barEnds_(barEnds) {}

  /// Reads an expression as far as it goes. If it is broken (reported), it has no nodes, and the references
  /// up to there, so that what is wrong with those can be told too.
  syntax::Expression parse();
  /// Reads `exactly K of …` or another count and no further.
  syntax::Expression parseCount();

  /// True if a count begins here.
  static bool beginsCount(const Token& token);

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
  std::optional<std::uint32_t> countNumber();
  Height list(std::uint32_t& items);
  Height listItem();
  bool beginsInexactCount() const;
  Height missingExactly();
  Height missingOperand();
  Height tooDeep(const Token& place);

  /// The connective at this place, if any; reports and mends signs and words that stand for one elsewhere.
  Word connective();
  void mend(Word word, const std::string& help);
  void warnOfListBefore(const Token& connective);

  Height leaf(syntax::ExpressionNode node);
  Height join(Op op, std::size_t operands, Height highest, std::size_t begin);
  syntax::Expression finish(Height height, std::size_t begin);

  TokenStream& stream_;
  bool barEnds_;
  std::size_t open_ = 0; ///< parentheses and `not`s around this place
  syntax::Expression result_;
};

} // namespace stasis::language
