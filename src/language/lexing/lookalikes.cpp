#include "language/lexing/lookalikes.h"

#include <array>

namespace stasis::language {

namespace {

// Longer signs before those they begin with.
constexpr std::array<Lookalike, 29> lookalikes{{
    {"<=>", Kind::keyword, Word::iff, "iff"},
    {"&&", Kind::keyword, Word::and_, "and"},
    {"&", Kind::keyword, Word::and_, "and"},
    {"∧", Kind::keyword, Word::and_, "and"},
    {"||", Kind::keyword, Word::or_, "or"},
    {"∨", Kind::keyword, Word::or_, "or"},
    {"<>", Kind::keyword, Word::xor_, "xor"},
    {"≠", Kind::keyword, Word::xor_, "xor"},
    {"!==", Kind::keyword, Word::xor_, "xor"},
    {"!=", Kind::keyword, Word::xor_, "xor"},
    {"!", Kind::keyword, Word::not_, "not"},
    {"¬", Kind::keyword, Word::not_, "not"},
    {"^", Kind::keyword, Word::xor_, "xor"},
    {"⊕", Kind::keyword, Word::xor_, "xor"},
    {"===", Kind::keyword, Word::iff, "iff"},
    {"==", Kind::keyword, Word::iff, "iff"},
    {"⇔", Kind::keyword, Word::iff, "iff"},
    {"=>", Kind::keyword, Word::implies, "implies"},
    {"⇒", Kind::keyword, Word::implies, "implies"},
    {"→", Kind::arrow, Word::none_, "->"},
    {"↔", Kind::doubleArrow, Word::none_, "<->"},
    {"≻", Kind::greater, Word::none_, ">"},
    {"≫", Kind::muchGreater, Word::none_, ">>"},
    {"∼", Kind::tilde, Word::none_, "~"},
    {"−", Kind::dash, Word::none_, "-"},
    {"–", Kind::dash, Word::none_, "-"},
    {"—", Kind::dash, Word::none_, "-"},
    {"，", Kind::comma, Word::none_, ","},
    {"＝", Kind::equals, Word::none_, "="},
}};

/// Which bytes a sign begins with.
constexpr std::array<bool, 256> begins = [] {
  std::array<bool, 256> all{};
  for (const Lookalike& l : lookalikes)
    all[static_cast<unsigned char>(l.sign.front())] = true;
  return all;
}();

} // namespace

const Lookalike* lookalikeAt(std::string_view text) {
  if (text.empty() || !begins[static_cast<unsigned char>(text.front())])
    return nullptr;
  for (const Lookalike& l : lookalikes)
    if (text.starts_with(l.sign))
      return &l;
  return nullptr;
}

} // namespace stasis::language
