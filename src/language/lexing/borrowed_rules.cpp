// What cannot be, and what is counted.
#include "language/lexing/any_script.h"
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using namespace line;

// at most 2 bids
std::optional<MeantLine> BorrowedLines::counted(std::string_view line) const {
  const Strings words = wordsOf(without(line, "."));
  const bool more = words.size() > 3 && words[0] == "no" && words[1] == "more" && words[2] == "than";
  const bool two = words.size() == 4 && words[0] == "at" && (words[1] == "most" || words[1] == "least");
  const bool one = words.size() == 3 && (words[0] == "exactly" || words[0] == "only");
  if (!two && !one && !(more && words.size() == 5))
    return std::nullopt;
  const auto option = optionIn({words.back()});
  const Strings owners = option ? ownersOf(*option) : Strings();
  if (owners.size() < 2 || words.back() == "of")
    return std::nullopt;
  std::string here = (two                            ? words[0] + " " + words[1]
                      : one && words[0] == "exactly" ? "exactly"
                                                     : "at most") +
                     " " + words[words.size() - 2] + " of ";
  for (const std::string& owner : owners)
    here += (&owner == &owners.front() ? "" : ", ") + owner + "." + *option;
  return MeantLine{"what is counted is a list of options", "write " + inTicks(here), here};
}

// X cannot join and oppose at the same time. X can only join if Y offers.
std::optional<MeantLine> BorrowedLines::refusal(std::string_view line) const {
  Strings words = wordsOf(without(line, "."));
  if (words.size() < 5 || !parties_.contains(words[0]))
    return std::nullopt;
  const auto called = [&](const std::string& party, const std::string& word) {
    const auto option = optionIn({word});
    return !option ? std::string() : ownersOf(*option).size() > 1 ? party + "." + *option : *option;
  };
  for (const std::string_view tail : {"at the same time", "at once", "together", "both at once"})
    if (without(line, ".").ends_with(tail))
      words.resize(words.size() - wordsOf(tail).size());
  std::string here;
  const std::size_t verb = words[1] == "cannot" || words[1] == "can't"                    ? 2
                           : (isCan(words[1]) || words[1] == "must") && words[2] == "not" ? 3
                                                                                          : 0;
  const std::size_t first = verb > 0 && verb < words.size() && words[verb] == "both" ? verb + 1 : verb;
  if (first > 0 && words.size() == first + 3 && words[first + 1] == "and") {
    const std::string one = called(words[0], words[first]);
    const std::string other = called(words[0], words[first + 2]);
    here = one.empty() || other.empty() ? "" : "never " + one + " and " + other;
  } else if (isCan(words[1]) && words.size() > 5 && words[2] == "only" &&
             (words[4] == "if" || words[4] == "when" || words[4] == "after")) {
    const std::string one = called(words[0], words[3]);
    const std::string other = words.size() == 7 ? called(words[5], words[6]) : called("", words[5]);
    here = one.empty() || other.empty() ? "" : "never " + one + " and not " + other;
  }
  return here.empty() ? std::nullopt
                      : std::optional(MeantLine{"a rule begins with `never` or `always`",
                                                "write " + inTicks(here), here});
}

// crowded := bpark && mpark
std::optional<MeantLine> BorrowedLines::definition(std::string_view line) const {
  const std::size_t sign = line.find(":=");
  if (sign == std::string_view::npos)
    return std::nullopt;
  const std::string name(trimmed(line.substr(0, sign)));
  if (!isOneWord(name) || !stasis::language::isName(name) || isName(name) || wordOf(name) != Word::none_ ||
      defined_.contains(name))
    return std::nullopt;
  std::string spaced;
  for (const char c : without(line.substr(sign + 2), ".;"))
    spaced += c == '(' || c == ')' || c == '!' || c == '&' || c == '|'
                  ? (spaced.ends_with(c) && c != '(' && c != ')' ? "" : " ") + std::string(1, c)
              : spaced.empty() || std::string_view("()!&|").find(spaced.back()) == std::string_view::npos
                  ? std::string(1, c)
                  : ' ' + std::string(1, c);
  std::string here = "define " + name + " =";
  bool joined = false;
  for (const std::string& word : wordsOf(spaced)) {
    const bool both = word == "&&" || word == "&" || word == "and";
    const bool either = word == "||" || word == "|" || word == "or";
    const bool denies = word == "!" || word == "not";
    const bool bracket = word == "(" || word == ")";
    const std::string option = word.substr(word.find('.') + 1);
    if (!both && !either && !denies && !bracket && !options_.contains(option) && !defined_.contains(word))
      return std::nullopt;
    joined = joined || both || either || denies;
    here += (here.ends_with('(') || word == ")" ? "" : " ") + (both     ? "and"
                                                               : either ? "or"
                                                               : denies ? "not"
                                                                        : word);
  }
  return joined ? std::optional(MeantLine{"a condition is given a name by `define`", "write " + inTicks(here),
                                          here, true})
                : std::nullopt;
}

// rule: no fine without meter
std::optional<MeantLine> BorrowedLines::rule(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (const Strings all = wordsOf(without(line, "."));
      all.size() > 3 && all[1] == "only" && (all[2] == "if" || all[2] == "when") &&
      options_.contains(all[0].substr(all[0].find('.') + 1)) && all.size() == (all[3] == "not" ? 5U : 4U)) {
    const std::string here = "never " + all[0] + " and " + (all[3] == "not" ? all[4] : "not " + all[3]);
    return MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here, true};
  } else if (all.size() > 4 && all[1] == "only" && (all[2] == "if" || all[2] == "when") &&
             options_.contains(all[0].substr(all[0].find('.') + 1)) &&
             std::all_of(all.begin() + 3, all.end(), [&](const std::string& word) {
               return word == "and" || word == "or" || word == "not" || defined_.contains(word) ||
                      options_.contains(word.substr(word.find('.') + 1));
             })) { // c only if a or b
    std::string here = "never " + all[0] + " and not (" + all[3];
    for (std::size_t k = 4; k < all.size(); ++k)
      here += ' ' + all[k];
    here += ')';
    return MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here, true};
  } else if (colon == std::string_view::npos && all.size() > 2 && (all[1] == "=>" || all[1] == "->") &&
             all.size() == (all[2] == "not" ? 4U : 3U) && options_.contains(all[0])) {
    const std::string here = "never " + all[0] + " and " + (all[2] == "not" ? all[3] : "not " + all[2]);
    return MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here};
  } else if (colon == std::string_view::npos && all.size() == 3) {
    const bool excludes = all[1] == "excludes" || all[1] == "precludes" || all[1] == "prevents";
    const bool needs = all[1] == "requires" || all[1] == "needs" || all[1] == "presupposes";
    if (!excludes && !needs)
      return std::nullopt;
    const std::string here =
        excludes ? "never " + all[0] + " and " + all[2] : "never " + all[0] + " and not " + all[2];
    return MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here};
  }
  if (colon == std::string_view::npos)
    return std::nullopt;
  constexpr std::array<std::string_view, 7> heads{"rule",  "constraint", "condition", "restriction",
                                                  "limit", "law",        "infeasible"};
  const std::string head = model::lowerCase(trimmed(line.substr(0, colon)));
  const std::string_view said = without(line.substr(colon + 1), ".;");
  if (std::ranges::find(heads, head) == heads.end() || said.empty())
    return std::nullopt;
  if (const std::size_t then = said.find(" then ");
      said.starts_with("if ") && then != std::string_view::npos) {
    const std::string here = "always " + std::string(trimmed(said.substr(then + 6))) + " if " +
                             std::string(trimmed(said.substr(3, then - 3)));
    return MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here, true};
  }
  Strings words = wordsOf(said);
  std::string here;
  const bool no = words.front() == "no" || words.front() == "No";
  if (no && words.size() == 4 && words[2] == "without")
    here = "never " + words[1] + " and not " + words[3];
  else if (no && words.size() == 4 && (words[2] == "with" || words[2] == "and"))
    here = "never " + words[1] + " and " + words[3];
  else if (wordOf(words.front()) == Word::never || wordOf(words.front()) == Word::always)
    here = said;
  else if (no || head == "infeasible")
    here = "never " + std::string(no ? trimmed(said.substr(2)) : said);
  else
    here = "always " + std::string(said);
  return MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here};
}

} // namespace stasis::language
