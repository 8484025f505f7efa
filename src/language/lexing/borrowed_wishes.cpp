// Lines of `prefer` that say more, or less, than a wish.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::language {

using namespace line;

// Anna prefers help to not help; help over not help
std::optional<MeantLine> BorrowedLines::comparison(std::string_view line, bool inWishes) {
  constexpr std::array<std::string_view, 6> signs{" to ",   " over ", " rather than ",
                                                  " than ", " > ",    " instead of "};
  line = without(line, ".");
  for (const std::string_view sign : signs) {
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos)
      continue;
    const auto worse = simpleWish(line.substr(at + sign.size()));
    Strings words = wordsOf(line.substr(0, at));
    std::string party;
    if (words.size() > 2 && isOneWord(words[0]) &&
        (words[1].starts_with("prefer") || words[1].starts_with("like") || words[1].starts_with("want"))) {
      party = words[0];
      words.erase(words.begin(), words.begin() + 2);
    } else if (!inWishes) {
      return std::nullopt;
    } else if (!words.empty() &&
               (words[0].starts_with("prefer") || words[0] == "rather" || words[0] == "likes"))
      words.erase(words.begin());
    std::string rest;
    for (const std::string& word : words)
      if (word != "is" && word != "better" && word != "preferred" && word != "preferable")
        rest += (rest.empty() ? "" : " ") + word;
    const auto better = simpleWish(rest);
    const bool two = better && worse && better->option != worse->option && sign != " > " && sign != " to " &&
                     options_.contains(better->option) && options_.contains(worse->option);
    if (two && party.empty() && !better->denied && !worse->denied)
      return MeantLine{"a line says one wish, and not what it is better than",
                       "write " + inTicks(better->option) + ", and on a line below it " +
                           inTicks("not " + worse->option) + " if that is not wanted, or " +
                           inTicks(worse->option) + " if it is wanted, too",
                       "  " + better->option};
    if (!better || !worse || better->option != worse->option || better->denied == worse->denied)
      return std::nullopt;
    const std::string wish = (better->denied ? "not " : "") + better->option;
    std::string lines;
    if (!party.empty() && party != wishParty_)
      lines.append("prefer ").append(party).append("\n");
    lines.append("  ").append(wish);
    const bool alone = lines.find('\n') == std::string::npos;
    wishParty_ = party;
    return MeantLine{"a wish says what is wanted, and not what it is better than",
                     alone ? "write " + inTicks(wish) : writeLines(lines), lines};
  }
  return std::nullopt;
}

// if there is a strike then fire
std::optional<MeantLine> BorrowedLines::thereIs(std::string_view line) const {
  std::string here(line);
  bool said = false;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> words{{{"there is no ", "not "},
                                                                                {"there are no ", "not "},
                                                                                {"there is a ", ""},
                                                                                {"there is an ", ""},
                                                                                {"there is ", ""},
                                                                                {"there are ", ""}}};
  for (const auto& [there, instead] : words)
    for (std::size_t at = here.find(there); at != std::string::npos; at = here.find(there)) {
      here.replace(at, there.size(), instead);
      said = true;
    }
  if (!said)
    return std::nullopt;
  std::size_t then = here.find(" then ");
  std::size_t length = 6;
  if (then == std::string::npos) {
    then = here.find(", ");
    length = 2;
  }
  if (here.starts_with("if ") && then != std::string::npos)
    here = here.substr(then + length) + " if " + std::string(without(here.substr(3, then - 3), ","));
  return MeantLine{"an option alone says that it is taken", "write " + inTicks(here), here};
}

// passengers don't riot; not run the bus
std::optional<MeantLine> BorrowedLines::plainWish(std::string_view line) const {
  constexpr std::array<std::string_view, 14> idle{"the",  "a",  "an",   "to",  "be",    "is",   "are",
                                                  "does", "do", "will", "all", "their", "that", "should"};
  constexpr std::array<std::string_view, 6> denials{"not", "no", "don't", "doesn't", "never", "without"};
  const std::string_view item = without(line, "-* .");
  if (item.find_first_of("\"()=<>|,:;/.") != std::string_view::npos)
    return std::nullopt;
  bool denied = false;
  bool strange = false;
  Strings rest;
  for (const std::string& word : wordsOf(item)) {
    const Word known = wordOf(word);
    const bool party = std::ranges::any_of(
        parties_, [&](const std::string& one) { return model::lowerCase(one) == model::lowerCase(word); });
    if (std::ranges::find(denials, word) != denials.end())
      denied = !denied;
    else if (party || std::ranges::find(idle, word) != idle.end())
      strange = strange || !parties_.contains(word);
    else if (known != Word::none_ || isNumberWord(word))
      return std::nullopt;
    else
      rest.push_back(word);
  }
  if (!strange && rest.size() < 2)
    return std::nullopt;
  const auto option = rest.empty() ? std::nullopt : optionIn(rest, true);
  if (!option || ownersOf(*option).size() > 1)
    return std::nullopt;
  const std::string here = (denied ? "not " : "") + *option;
  return MeantLine{"a wish names the option", "write " + inTicks(here), here};
}

// +pump, -meter: a sign that touches its option
std::optional<MeantLine> BorrowedLines::signed_(std::string_view line) const {
  if ((line.front() != '+' && line.front() != '-') || !options_.contains(line.substr(1)))
    return std::nullopt;
  const std::string here = (line.front() == '-' ? "not " : "") + std::string(line.substr(1));
  return MeantLine{"a wish has no sign before it", "write " + inTicks(here), here};
}

// leave if and when cut_funds; not leave otherwise; if the Lab leaves, then cut_funds
std::optional<MeantLine> BorrowedLines::otherwiseSaid(std::string_view line) const {
  std::string here = " " + std::string(line) + " ";
  bool said = false;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> words{{{" if and when ", " if "},
                                                                                {", but not ", " and not "},
                                                                                {" as and when ", " if "},
                                                                                {" if ever ", " if "},
                                                                                {" the ", " "},
                                                                                {" an ", " "},
                                                                                {" in that case ", " "}}};
  for (const auto& [old, instead] : words)
    for (std::size_t at = here.find(old); at != std::string::npos; at = here.find(old)) {
      here.replace(at, old.size(), instead);
      said = true;
    }
  here = trimmed(here);
  if (here.ends_with(" otherwise")) {
    here.resize(here.size() - 10);
    said = true;
  }
  if (!said)
    return std::nullopt;
  std::string plain = here; // whatever else is wrong with it, the parser says
  std::ranges::replace_if(plain, [](char c) { return c == ',' || c == '.'; }, ' ');
  for (const std::string& word : wordsOf(plain))
    if (!optionIn({word}) && !parties_.contains(word) && wordOf(word) == Word::none_ && word != "then")
      return std::nullopt;
  if (plain.find(" of ") != std::string::npos)
    return std::nullopt;
  for (const std::string_view then : {", then ", " then ", ", "})
    if (const std::size_t at = here.find(then); here.starts_with("if ") && at != std::string::npos)
      here = here.substr(at + then.size()) + " if " + here.substr(3, at - 3);
  return MeantLine{"a wish says what is wanted, and nothing else", "write " + inTicks(here), here};
}

// - first: renovate
std::optional<MeantLine> BorrowedLines::ordinal(std::string_view line) const {
  constexpr std::array<std::string_view, 17> marks{
      "first", "firstly", "second", "secondly", "third", "thirdly",        "fourth",          "1st", "2nd",
      "3rd",   "next",    "then",   "finally",  "last",  "most important", "least important", "also"};
  if (hasStrangeMark(line)) {
    const std::string here(withoutMark(line));
    return MeantLine{"the order of the lines is the order of importance", "write " + inTicks(here), here,
                     true};
  }
  const std::string_view item = without(line, "-* ");
  const std::size_t end = item.find_first_of(":,");
  if (end == std::string_view::npos || isName(trimmed(item.substr(0, end))) ||
      std::ranges::find(marks, model::lowerCase(trimmed(item.substr(0, end)))) == marks.end())
    return std::nullopt;
  std::string here(trimmed(item.substr(end + 1)));
  if (const auto further = unlessBehindComma(here))
    here = further->lines;
  return here.empty() ? std::nullopt
                      : std::optional(MeantLine{"the order of the lines is the order of importance",
                                                "write " + inTicks(here), here, true});
}

// cut_pay => good
std::optional<MeantLine> BorrowedLines::verdict(std::string_view line) const {
  constexpr std::array<std::string_view, 6> good{"good", "best", "great", "ok", "fine", "wanted"};
  constexpr std::array<std::string_view, 6> bad{"bad",      "worst",    "awful",
                                                "terrible", "unwanted", "unacceptable"};
  Strings words = wordsOf(without(line, "."));
  if (words.size() < 3 || words.size() > 4)
    return std::nullopt;
  const std::string& sign = words[words.size() - 2];
  const bool says = sign == "=>" || sign == "->" || sign == "is" || sign == "=" || sign == ":";
  const bool isGood = std::ranges::find(good, words.back()) != good.end();
  const bool isBad = std::ranges::find(bad, words.back()) != bad.end();
  words.resize(words.size() - 2);
  const auto wish = simpleWish(words.size() == 1 ? words[0] : words[0] + " " + words[1]);
  if (!says || (!isGood && !isBad) || !wish)
    return std::nullopt;
  const std::string here = (wish->denied != isBad ? "not " : "") + wish->option;
  return MeantLine{"a wish says what is wanted", "write " + inTicks(here), here};
}

// if patrol, then rather not mine
std::optional<MeantLine> BorrowedLines::rather(std::string_view line) const {
  Strings words = wordsOf(line);
  const auto idle = [](const std::string& word) {
    return word == "rather" || word == "preferably" || word == "better" || word == "ideally" ||
           word == "then";
  };
  const bool said =
      std::ranges::any_of(words, [&](const std::string& word) { return word != "then" && idle(word); });
  const bool called =
      std::ranges::any_of(words, [&](const std::string& word) { return idle(word) && isName(word); });
  if (!said || called || line.find(" than ") != std::string_view::npos ||
      line.find(" to ") != std::string_view::npos)
    return std::nullopt;
  std::erase_if(words, idle);
  std::string here;
  for (const std::string& word : words)
    here += (here.empty() ? "" : " ") + word;
  if (const std::size_t comma = here.find(", "); here.starts_with("if ") && comma != std::string::npos)
    here = here.substr(comma + 2) + " if " + here.substr(3, comma - 3);
  return MeantLine{"a wish says what is wanted, and nothing else", "write " + inTicks(here), here};
}

// neither Bob nor Cem bid
std::optional<MeantLine> BorrowedLines::neitherParty(std::string_view line) const {
  const Strings words = wordsOf(line);
  if (words.size() != 5 || words[0] != "neither" || words[2] != "nor" || !parties_.contains(words[1]) ||
      !parties_.contains(words[3]))
    return std::nullopt;
  const auto option = optionIn({words[4]});
  if (!option)
    return std::nullopt;
  const std::string here = "not " + words[1] + "." + *option + " and not " + words[3] + "." + *option;
  return MeantLine{"an option of two parties is named for each", "write " + inTicks(here), here};
}

// strike (if not offer); if (tax) reroute
std::optional<MeantLine> BorrowedLines::ifInParentheses(std::string_view line) const {
  const std::size_t open = line.find('(');
  const std::size_t close = line.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open ||
      line.find('(', open + 1) != std::string_view::npos)
    return std::nullopt;
  std::string inside(trimmed(line.substr(open + 1, close - open - 1)));
  const std::string before(trimmed(line.substr(0, open)));
  const std::string_view behind = without(line.substr(close + 1), "{}:; ");
  std::string wish;
  if (inside.starts_with("if ") && behind.empty() && !before.empty()) {
    wish = before;
    inside.erase(0, 3);
  } else if (before == "if" && !behind.empty() && behind.find(" then ") == std::string_view::npos) {
    wish = behind.starts_with("then ") ? behind.substr(5) : behind;
  } else {
    return std::nullopt;
  }
  for (std::size_t at = inside.starts_with("no ") ? 0 : inside.find(" no "); at != std::string::npos;
       at = inside.find(" no "))
    inside.replace(at + (at == 0 ? 0 : 1), 2, "not");
  for (std::size_t at = inside.find('!'); at != std::string::npos; at = inside.find('!'))
    inside.replace(at, 1, "not ");
  const std::size_t mark = wish.find_first_not_of("0123456789.-*) ");
  const std::string here = wish.substr(mark == std::string::npos ? 0 : mark) + " if " + inside;
  return MeantLine{"a wish stands before its `if`", "write " + inTicks(here), here};
}

// not strike, unless close
std::optional<MeantLine> BorrowedLines::unlessBehindComma(std::string_view line) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> words{
      {{", unless ", " if not "}, {", if ", " if "}, {", when ", " if "}, {", but only if ", " if "}}};
  for (const auto& [said, here] : words) {
    const std::size_t at = line.find(said);
    if (at == std::string_view::npos || line.find(" of ") < at)
      continue;
    const std::string_view condition = trimmed(line.substr(at + said.size()));
    const bool one = condition.find(' ') == std::string_view::npos || here == " if ";
    const std::string wish = std::string(trimmed(line.substr(0, at))) + std::string(here) + (one ? "" : "(") +
                             std::string(condition) + (one ? "" : ")");
    return MeantLine{"no comma stands before a condition", "write " + inTicks(wish), wish};
  }
  return std::nullopt;
}

} // namespace stasis::language
