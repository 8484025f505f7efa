// Lines in plain English, each one error that shows how it is written here: `Teachers can strike`, `France
// cannot do both`, `x and y cannot happen together`, `end`, and below `prefer` `I like x`, `we don't want x`.
#include "language/parsing/parser.h"

#include <algorithm>
#include <array>

namespace stasis::language {

namespace {

template <std::size_t n> bool isOneOf(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool isPronoun(std::string_view word) {
  constexpr std::array<std::string_view, 12> words{"I",    "i",  "we", "We", "they", "They",
                                                   "they", "it", "It", "he", "she",  "you"};
  return isOneOf(words, word);
}

bool isWish(std::string_view word) {
  constexpr std::array<std::string_view, 18> words{"want", "wants",  "like",  "likes",  "prefer", "prefers",
                                                   "wish", "wishes", "hope",  "hopes",  "love",   "loves",
                                                   "seek", "seeks",  "favor", "favour", "favors", "favours"};
  return isOneOf(words, word);
}

bool isDislike(std::string_view word) {
  constexpr std::array<std::string_view, 11> words{"hate",   "hates",   "dislike", "dislikes",
                                                   "fear",   "fears",   "oppose",  "opposes",
                                                   "reject", "rejects", "worst"};
  return isOneOf(words, word);
}

/// Words that say no more than the verb after them.
bool isFiller(std::string_view word) {
  constexpr std::array<std::string_view, 9> words{"would", "really", "also",  "do",  "does",
                                                  "most",  "mostly", "above", "will"};
  return isOneOf(words, word);
}

bool isModal(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"can", "may", "must", "could", "should", "might"};
  return isOneOf(words, word);
}

/// `together`, `both happen`: what is said of things that exclude each other.
bool isOfTogether(std::string_view word) {
  constexpr std::array<std::string_view, 13> words{"both",     "be",    "happen",  "hold",    "occur",
                                                   "stand",    "go",    "exist",   "coexist", "true",
                                                   "together", "taken", "combined"};
  return isOneOf(words, word);
}

} // namespace

/// `cannot`, `can't`, `must not`, `never` this far ahead: how many tokens; 0 if none.
std::size_t Parser::refusalLength(std::size_t ahead) const {
  const Token& word = stream_.peek(ahead);
  if (word.is(Word::never))
    return 1;
  if (!word.is(Kind::name))
    return 0;
  const std::string_view text = stream_.text(word);
  if (isModal(text) && stream_.peek(ahead + 1).is(Word::not_))
    return 2;
  return text == "cannot" || text == "cant" || text.ends_with("n't") || text.ends_with("n’t") ? 1 : 0;
}

// France cannot strike and fund
bool Parser::partyRefused() {
  const Token first = stream_.peek();
  const std::size_t length = refusalLength(1);
  if (!first.is(Kind::name) || !stream_.isParty(stream_.text()) || length == 0 ||
      !ExpressionParser::beginsOperand(stream_.peek(1 + length)))
    return false;
  const model::Range range{first.range.begin, stream_.peek(length).range.end};
  auto& d = stream_.error("S0302", range, "what cannot be follows `never`");
  d.help = "write `never` and what cannot be, each option by its name";
  d.propose(range, "never");
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
  stream_.correct(Word::never);
  constraint(true);
  return true;
}

// x and y cannot happen together
bool Parser::refusedTogether() {
  std::size_t end = 0;
  while (!stream_.atLineEnd(end))
    ++end;
  std::size_t verb = 1;
  while (verb < end && refusalLength(verb) == 0)
    ++verb;
  if (verb >= end || !ExpressionParser::beginsOperand(stream_.peek()))
    return false;
  bool together = false;
  for (std::size_t k = verb + refusalLength(verb); k < end; ++k) {
    if (!isOfTogether(stream_.text(stream_.peek(k))))
      return false;
    together = true;
  }
  if (!together)
    return false;
  constraintMeant(Word::never, std::string(stream_.wordsBetween(0, verb)), end);
  return true;
}

// Teachers can strike, Board may offer or refuse
bool Parser::partyCan() {
  const Token first = stream_.peek();
  const std::string_view verb = stream_.text(stream_.peek(1));
  if (!first.is(Kind::name) || !stream_.peek(1).is(Kind::name) ||
      (verb != "can" && verb != "may" && verb != "could"))
    return false;
  std::vector<std::string> names;
  std::size_t ahead = 2;
  while (stream_.peek(ahead).is(Kind::name)) {
    names.emplace_back(stream_.text(stream_.peek(ahead++)));
    const Token& sign = stream_.peek(ahead);
    if (!sign.is(Kind::comma) && !sign.is(Word::or_) && !sign.is(Word::and_))
      break;
    ahead += sign.is(Kind::comma) && stream_.peek(ahead + 1).is(Word::or_) ? 2 : 1;
  }
  if (names.empty() || !stream_.atLineEnd(ahead))
    return false;
  const std::string owner(stream_.text(first));
  const model::Range range{first.range.begin, stream_.peek(ahead - 1).range.end};
  auto& d = stream_.error("S0302", range, "what a party can do are options below it");
  const auto known =
      std::ranges::find_if(file_.parties, [&](const auto& p) { return p.name == owner && !p.isFamily; });
  const bool here = known != file_.parties.end() && known + 1 == file_.parties.end() && partyOpen_;
  const bool declared = known != file_.parties.end() || stream_.isParty(owner);
  std::string lines = declared ? "" : "party " + owner;
  for (const std::string& name : names)
    lines += (lines.empty() ? "  option " : "\n  option ") + name;
  d.help = "write `option " + names.front() + "` below `party " + owner + "`" +
           (names.size() > 1 ? ", and a line for each of the others" : "");
  if (here || !declared)
    d.propose(range, lines);
  if (known == file_.parties.end()) {
    file_.parties.emplace_back().name = stream_.text(first);
    partyOpen_ = true;
  }
  syntax::Party& party = known == file_.parties.end() ? file_.parties.back() : *known;
  for (std::size_t k = 2; k < ahead; ++k)
    if (stream_.peek(k).is(Kind::name))
      party.options.emplace_back().name = stream_.text(stream_.peek(k));
  stream_.skipLine();
  return true;
}

// `end`, `end party`: blocks have no end of their own.
bool Parser::strayEnd() {
  constexpr std::array<std::string_view, 7> ends{"end", "End", "END", "endparty", "endif", "fi", "done"};
  const Token first = stream_.peek();
  const std::size_t length = stream_.atLineEnd(1) ? 1 : 2;
  if (!first.is(Kind::name) || !isOneOf(ends, stream_.text()) || stream_.isDeclared(stream_.text()) ||
      !stream_.atLineEnd(length) || standsBetween(stream_.peek(1)))
    return false;
  const model::Range range{first.range.begin, stream_.peek(length - 1).range.end};
  stream_.error("S0302", range, inMarks(stream_.wordsBetween(0, length)) + " has no meaning here")
      .mend(range, "")
      .help = "leave it out: a block goes on until another statement begins";
  stream_.skipLine();
  return true;
}

// `solve nash`, `print equilibria`: a model is no program.
bool Parser::strayOrder() {
  constexpr std::array<std::string_view, 9> orders{"solve", "print",  "show", "run",      "compute",
                                                   "find",  "output", "plot", "calculate"};
  const Token first = stream_.peek();
  if (!first.is(Kind::name) || !isOneOf(orders, stream_.text()) || stream_.isDeclared(stream_.text()) ||
      !(stream_.peek(1).is(Kind::name) || stream_.peek(1).is(Kind::leftParen) ||
        stream_.peek(1).is(Word::all) || stream_.atLineEnd(1)))
    return false;
  std::size_t length = 1;
  for (; !stream_.atLineEnd(length); ++length)
    if (stream_.isDeclared(stream_.text(stream_.peek(length))) && stream_.peek(length).is(Kind::name))
      return false;
  const model::Range range{first.range.begin, stream_.peek(length - 1).range.end};
  stream_
      .error("S0302", range,
             "a model gives no orders: " + inMarks(stream_.text(first)) + " has no meaning here")
      .propose(range, "")
      .help = "leave it out: `stasis solve FILE` solves the model, and `expect` says what it must give";
  stream_.skipLine();
  return true;
}

/// `I like`, `we don't want`, `would prefer` before what a party wants.
std::optional<Parser::WishWords> Parser::wishWords() const {
  const auto word = [&](std::size_t k) { return stream_.text(stream_.peek(k)); };
  const auto free = [&](std::size_t k) {
    return stream_.peek(k).is(Kind::name) && !stream_.isParty(word(k)) && !stream_.isDeclared(word(k));
  };
  WishWords wish;
  std::size_t k = free(0) && isPronoun(word(0)) ? 1 : 0;
  const bool spoken = k > 0;
  for (;;) {
    if (free(k) && isFiller(word(k)) && !stream_.peek(k + 1).is(Word::not_))
      ++k;
    else if (const std::size_t denial = refusalLength(k);
             denial > 0 &&
             (spoken || (stream_.peek(k + denial).is(Kind::name) && isWish(word(k + denial))))) {
      wish.denied = true;
      k += denial;
    } else if (free(k) && isFiller(word(k)) && stream_.peek(k + 1).is(Word::not_) &&
               (spoken || (stream_.peek(k + 2).is(Kind::name) && isWish(word(k + 2))))) {
      wish.denied = true;
      k += 2;
    } else
      break;
  }
  const bool verb = free(k) || (k > 0 && stream_.peek(k).is(Word::prefer));
  if (!verb || (!isWish(word(k)) && !isDislike(word(k))))
    return std::nullopt;
  wish.denied = wish.denied != isDislike(word(k));
  ++k;
  if (free(k) && (word(k) == "to" || word(k) == "that" || word(k) == "for"))
    ++k;
  const Token& next = stream_.peek(k);
  if (!ExpressionParser::beginsOperand(next) ||
      (next.is(Kind::name) && stream_.isParty(word(k)) && !stream_.peek(k + 1).is(Kind::dot)))
    return std::nullopt;
  wish.length = k;
  return wish;
}

void Parser::dropWishWords(const WishWords& wish) {
  const Token first = stream_.peek();
  const Token operand = stream_.peek(wish.length);
  const model::Range said{first.range.begin, stream_.peek(wish.length - 1).range.end};
  const std::size_t name = stream_.nameLength(wish.length);
  const bool single = name > 0 && stream_.atLineEnd(wish.length + name);
  auto& d =
      stream_.error("S0318", said, inMarks(stream_.wordsBetween(0, wish.length)) + " has no meaning here");
  d.help = wish.denied ? "write `not` before what the party does not want"
                       : "leave it out: each line below `prefer` says what the party wants";
  if (!wish.denied)
    d.mend({first.range.begin, operand.range.begin}, "");
  else if (single)
    d.mend({first.range.begin, operand.range.begin}, "not ");
  for (std::size_t k = wish.denied ? 1 : 0; k < wish.length; ++k)
    stream_.next();
  if (wish.denied)
    stream_.correct(Word::not_);
}

} // namespace stasis::language
