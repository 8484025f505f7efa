// States with their places or payoffs beside them, one a line, as tables have them: `s4 = 1st`, `1: s4` below
// `rank`, `Y N 4` below `weigh`. Each table is one error, whose fix is the chain that it means.
#include "language/parsing/parser.h"
#include "language/parsing/state_letters.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

namespace {

/// The number that `4`, `2.5` or `1st` begins with; none for other words.
std::optional<double> leadingNumber(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc())
    return std::nullopt;
  const std::string_view rest = word.substr(static_cast<std::size_t>(end - word.data()));
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return rest.empty() || ordinal ? std::optional(value) : std::nullopt;
}

struct Placed {
  std::string state;
  double number = 0;
  syntax::Words words{}; ///< of the state
};

/// `s4 > s2 ~ s1`, the state that comes first being the best.
std::string chainOf(const std::vector<Placed>& states) {
  std::string chain;
  for (std::size_t i = 0; i < states.size(); ++i)
    chain += (i == 0 ? "" : states[i].number == states[i - 1].number ? " ~ " : " > ") + states[i].state;
  return chain;
}

} // namespace

/// `s4 > s2 ~ s1` below `prefer`: nothing but names of states, declared above.
bool Parser::statesPreferred(const syntax::Preference& p) const {
  const auto isState = [&](std::string_view name) {
    return std::ranges::find(file_.named, name, &syntax::NamedState::name) != file_.named.end() ||
           std::ranges::find(file_.listed, name, &syntax::ListedState::name) != file_.listed.end();
  };
  std::size_t ahead = 0;
  std::size_t signs = 0;
  for (;; ++ahead) {
    if (!stream_.peek(ahead).is(Kind::name) || !isState(stream_.text(stream_.peek(ahead))))
      return false;
    if (stream_.atLineEnd(++ahead))
      return signs > 0 && !p.header.empty() && !p.each;
    const Token& sign = stream_.peek(ahead);
    if (!sign.is(Kind::greater) && !sign.is(Kind::tilde) && !sign.is(Kind::muchGreater))
      return false;
    ++signs;
  }
}

// s4 = 1st
// s2 = 2nd
bool Parser::rankedByNumbers(syntax::Preference& p) {
  std::vector<Placed> states;
  std::size_t ahead = 0;
  std::size_t end = 0; // after the last token of the last line
  for (;;) {
    const Token& first = stream_.peek(ahead);
    const bool numberFirst = first.is(Kind::number);
    const std::size_t between =
        stream_.peek(ahead + 1).is(Kind::equals) || stream_.peek(ahead + 1).is(Kind::dash) ||
                stream_.peek(ahead + 1).is(Kind::dot) || stream_.peek(ahead + 1).is(Kind::rightParen)
            ? 1
            : 0;
    const Token& second = stream_.peek(ahead + 1 + between);
    const Token& state = numberFirst ? second : first;
    const Token& place = numberFirst ? first : second;
    const auto number = leadingNumber(stream_.text(place));
    if (!state.is(Kind::name) || !number || (!place.is(Kind::number) && !place.is(Kind::malformed)) ||
        !stream_.atLineEnd(ahead + 2 + between))
      break;
    states.push_back({std::string(stream_.text(state)), *number, stream_.text(state)});
    end = ahead + 2 + between;
    ahead = end + 1;
  }
  if (states.size() < 2)
    return false;
  std::ranges::stable_sort(states, {}, &Placed::number);
  const std::string chain = chainOf(states);
  const model::Range said{stream_.peek().range.begin, stream_.peek(end - 1).range.end};
  auto& d = stream_.error("S0301", {said.begin, stream_.peek().range.end},
                          "a ranking is one chain of states, without numbers");
  d.help = "write " + inMarks(chain) + ", the best first; if the largest number is the best, turn it round";
  d.propose(said, chain);
  for (const Placed& one : states) {
    if (p.classes.empty() || one.number != states[p.classes.size() - 1].number)
      p.classes.emplace_back();
    p.classes.back().push_back(syntax::StateName{one.words});
  }
  p.broken = true;
  for (std::size_t k = 0; k < end; ++k)
    stream_.next();
  finish("a ranking");
  return true;
}

// Y N 4
// N N 3
bool Parser::statesWeighed(syntax::Preference& p) {
  std::vector<Placed> states;
  std::size_t ahead = 0;
  std::size_t end = 0;
  for (;;) {
    std::string letters;
    while (stream_.peek(ahead).is(Kind::name) && isLetters(stream_.text(stream_.peek(ahead))))
      letters += stream_.text(stream_.peek(ahead++));
    if (stream_.peek(ahead).is(Kind::equals) || stream_.peek(ahead).is(Kind::dash))
      ++ahead;
    const auto number = stream_.peek(ahead).is(Kind::number)
                            ? leadingNumber(stream_.text(stream_.peek(ahead)))
                            : std::nullopt;
    if (letters.empty() || !number || !stream_.atLineEnd(ahead + 1) ||
        (!states.empty() && states.front().state.size() != letters.size()) ||
        letters.find_first_not_of("YN") != std::string::npos)
      break;
    states.push_back({letters, *number});
    end = ahead + 1;
    ahead = end + 1;
  }
  if (states.size() < 2 || stream_.isDeclared("Y") || stream_.isDeclared("N"))
    return false;
  std::ranges::stable_sort(states, std::greater{}, &Placed::number);
  const std::string chain = chainOf(states);
  const std::string header = "rank " + std::string(p.party);
  const model::Range said{stream_.peek().range.begin, stream_.peek(end - 1).range.end};
  auto& d = stream_.error("S0301", {said.begin, stream_.peek().range.end},
                          "weights are given to options and conditions, and these are states");
  d.help = "write " + inMarks(header) + ", and below it " + inMarks(chain) +
           "; if the smallest number is the best, turn it round";
  const auto begin = static_cast<std::size_t>(p.header.data() - stream_.source().text().data());
  if (!p.header.empty() && begin < said.begin) {
    d.propose({begin, begin + p.header.size()}, header);
    d.propose(said, chain);
  }
  p.broken = true;
  for (std::size_t k = 0; k < end; ++k)
    stream_.next();
  finish("a weight");
  return true;
}

} // namespace stasis::language
