// Numbers and marks before the lines of a list: `1.`, `(a)`, `first`.
#include "language/parsing/parser.h"

#include <algorithm>
#include <array>

namespace stasis::language {

namespace {

bool isOrdinal(std::string_view word) {
  constexpr std::array<std::string_view, 15> words{"first",  "second",  "third",    "fourth",  "then",
                                                   "next",   "firstly", "secondly", "thirdly", "finally",
                                                   "lastly", "best",    "also",     "ideally", "preferably"};
  return std::ranges::find(words, word) != words.end();
}

/// `i`, `ii`, `iv`: up to twelve.
bool isRomanNumeral(std::string_view word) {
  constexpr std::array<std::string_view, 12> numerals{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                      "vii", "viii", "ix",  "x",  "xi", "xii"};
  return std::ranges::find(numerals, word) != numerals.end();
}

/// Whether a whole number is less than another.
bool isLess(std::string_view a, std::string_view b) {
  return a.size() < b.size() || (a.size() == b.size() && a < b);
}

/// Words that want what follows only where what is above fails.
bool isOtherwise(std::string_view word) {
  return word == "otherwise" || word == "else" || word == "alternatively" || word == "failing_that";
}

} // namespace

// `1. pump`, `(a) pump`, `b) pump`, `first pump`, `- pump`, `* pump`: how many tokens before the statement.
std::size_t Parser::listMarkLength(bool states) const {
  const Token& mark = stream_.peek();
  const auto begins = [&](std::size_t ahead) {
    const Token& next = stream_.peek(ahead);
    return next.is(Kind::name) || next.is(Word::not_) || next.is(Kind::leftParen) || next.is(Word::self) ||
           ExpressionParser::beginsCount(next);
  };
  const auto isItem = [&](std::size_t ahead) {
    return stream_.peek(ahead).is(Kind::number) ||
           (stream_.peek(ahead).is(Kind::name) && stream_.text(stream_.peek(ahead)).size() == 1);
  };
  if (mark.is(Kind::dash) || mark.is(Kind::star) || mark.is(Kind::plus))
    return 1;
  if (mark.is(Kind::leftParen) && isItem(1) && stream_.peek(2).is(Kind::rightParen) && begins(3))
    return 3;
  if (isItem(0) && stream_.peek(1).is(Kind::rightParen) && begins(2))
    return 2;
  const bool apart = stream_.peek(1).is(Kind::dot) && stream_.peek(2).range.begin > stream_.peek(1).range.end;
  if (apart && (isItem(0) || isRomanNumeral(stream_.text())) && !stream_.isParty(stream_.text()) && begins(2))
    return 2;
  const bool otherwise = !states && mark.is(Kind::name) && isOtherwise(stream_.text());
  if (otherwise && (stream_.isDeclared(stream_.text()) || stream_.isParty(stream_.text())))
    return 0;
  if (mark.is(Kind::name) && !stream_.isDeclared(stream_.text()) &&
      (otherwise || isOrdinal(stream_.text()) || (states && stream_.looksAt("worst"))))
    return begins(1) ? 1 : stream_.peek(1).is(Kind::comma) && begins(2) ? 2 : 0;
  if (!mark.is(Kind::number))
    return 0;
  if ((stream_.peek(1).is(Kind::dot) || (!states && stream_.peek(1).is(Kind::comma))) && begins(2))
    return 2;
  return begins(1) ? 1 : 0;
}

/// Whether the numbers before the lines from here to the next statement are `1.`, `2.`, … or all the same.
bool Parser::numbersAscend() const {
  std::string_view last;
  bool ascend = true;
  bool same = true;
  for (std::size_t ahead = 0; !stream_.peek(ahead).is(Kind::end); ++ahead) {
    const Token& first = stream_.peek(ahead);
    if (first.is(Kind::keyword) && beginsStatement(first.word))
      break;
    if (first.is(Kind::number)) {
      const std::string_view number = stream_.text(first);
      ascend = ascend && (last.empty() || isLess(last, number));
      same = same && (last.empty() || last == number);
      last = number;
    }
    while (!stream_.atLineEnd(ahead))
      ++ahead;
    if (stream_.peek(ahead).is(Kind::end))
      break;
  }
  return ascend || same;
}

// The order of the lines is the order of importance, or of a ranking.
void Parser::dropListMark(bool states) {
  const Token mark = stream_.peek();
  const std::size_t length = listMarkLength(states);
  if (length == 0)
    return;
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
  const std::string what = states ? "states" : "statements";
  const bool number = length > 1 || mark.is(Kind::number) || mark.is(Kind::name);
  auto& d = stream_.error("S0301", {mark.range.begin, stream_.last().range.end},
                          what + (number ? " have no numbers" : " have no mark") + " before them");
  d.help = states ? "leave it out: a ranking is one chain, `>` before a worse state"
                  : "leave it out: the order of the lines is the order of importance";
  if (!states && isOtherwise(stream_.text(mark))) {
    d.message = inMarks(stream_.text(mark)) + " has no meaning here";
    d.help =
        "leave it out: a line decides where those above it do not; what is wanted only where the line above "
        "fails is `B if not A`";
    d.propose({mark.range.begin, stream_.peek().range.begin}, "");
    return;
  }
  const model::Range gone{mark.range.begin, stream_.peek().range.begin};
  if (mark.is(Kind::number) && !states && !numbersAscend_) {
    d.help =
        "the order of the lines is the order of importance: put the lines in the order of their numbers, "
        "and leave these out";
    d.propose(gone, "");
  } else if (mark.is(Kind::dash) && !states &&
             stream_.peek().range.begin == mark.range.end) { // `-x` may deny x
    d.help += "; if it denies what follows, write `not`";
    d.propose(gone, "");
  } else {
    d.mend(gone, "");
  }
}

} // namespace stasis::language
