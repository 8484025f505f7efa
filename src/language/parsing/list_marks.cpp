// Numbers and marks before the lines of a list: `1.`, `(a)`, `first`.
#include "language/parsing/parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace stasis::language {

namespace {

bool isOrdinal(std::string_view word) {
  constexpr std::array<std::string_view, 15> words{"first",  "second",  "third",    "fourth",  "then",
                                                   "next",   "firstly", "secondly", "thirdly", "finally",
                                                   "lastly", "best",    "also",     "ideally", "preferably"};
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 12> numerals{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                    "vii", "viii", "ix",  "x",  "xi", "xii"};

/// `i`, `ii`, `iv`: up to twelve.
bool isRomanNumeral(std::string_view word) { return std::ranges::find(numerals, word) != numerals.end(); }

std::size_t romanNumeral(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::find(numerals, word) - numerals.begin()) + 1;
}

/// The place in its list that a mark says: of `2.`, `b)`, `ii.` and `second` the second; none for others.
std::optional<std::size_t> placeSaid(std::string_view mark, bool sign) {
  constexpr std::size_t last = 100'000;
  if (!mark.empty() && mark.find_first_not_of("0123456789") == std::string_view::npos)
    return mark.size() < 5 ? std::stoul(std::string(mark)) : last;
  constexpr std::array<std::array<std::string_view, 2>, 4> ordinals{
      {{"first", "firstly"}, {"second", "secondly"}, {"third", "thirdly"}, {"fourth", "fourthly"}}};
  for (std::size_t k = 0; k < ordinals.size(); ++k)
    if (mark == ordinals[k][0] || mark == ordinals[k][1])
      return k + 1;
  if (mark == "best")
    return 0;
  if (mark == "last" || mark == "lastly" || mark == "finally" || mark == "worst")
    return last;
  if (sign && isRomanNumeral(mark))
    return romanNumeral(mark);
  return sign && mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z'
             ? std::optional<std::size_t>(static_cast<std::size_t>(mark[0] - 'a') + 1)
             : std::nullopt;
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

/// Whether the marks before the lines from here to the next statement say the order in which they stand, or
/// all the same.
bool Parser::marksAscend() const {
  std::optional<std::size_t> last;
  bool ascend = true;
  bool same = true;
  for (std::size_t ahead = 0; !stream_.peek(ahead).is(Kind::end); ++ahead) {
    const Token& first = stream_.peek(ahead);
    if (first.is(Kind::keyword) && beginsStatement(first.word))
      break;
    const bool open = first.is(Kind::leftParen);
    const Token& mark = stream_.peek(ahead + (open ? 1 : 0));
    const Token& behind = stream_.peek(ahead + (open ? 2 : 1));
    const bool sign = behind.is(Kind::rightParen) || (!open && behind.is(Kind::dot));
    if (const auto place = placeSaid(stream_.text(mark), sign)) {
      ascend = ascend && (!last || *last < *place);
      same = same && (!last || *last == *place);
      last = place;
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
  if (states && stream_.text(mark) == "worst") { // the order may be meant the other way round
    d.help = "leave it out: the best state stands first, the worst last";
    d.propose(gone, "");
  } else if (number && !states && !marksAscend_) {
    d.help = "the order of the lines is the order of importance: put the lines in the order that is meant, "
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
