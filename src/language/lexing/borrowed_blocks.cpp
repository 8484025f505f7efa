// Calls and blocks of programming languages, nested lists, headings of Markdown.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using namespace line;

// conflict("Pay round"), option("strike", "Strike")
std::optional<MeantLine> BorrowedLines::call(std::string_view line) const {
  const std::size_t open = line.find('(');
  const std::size_t close = line.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::nullopt;
  const std::string word(trimmed(line.substr(0, open)));
  const std::string_view behind = without(line.substr(close + 1), ";:{");
  if ((word != "conflict" && word != "party" && word != "option" && word != "about" && word != "prefer") ||
      !behind.empty())
    return std::nullopt;
  const Strings values = split(line.substr(open + 1, close - open - 1), ',');
  if (values.front().empty() || values.size() > 2)
    return std::nullopt;
  const bool text = word == "conflict" || word == "about";
  const std::string here =
      word + (text ? labelOf(values.front())
                   : " " + nameOf(values.front()) + (values.size() > 1 ? labelOf(values[1]) : ""));
  return MeantLine{"a statement has no parentheses", "write " + inTicks(here), here, true};
}

// status quo = [], status quo x -> no, y -> yes
std::optional<MeantLine> BorrowedLines::today(std::string_view line) const {
  std::string_view rest;
  for (const std::string_view head :
       {"status quo", "status_quo", "statusquo", "Status quo", "statusQuo", "StatusQuo", "STATUS QUO",
        "today", "Today", "now", "Now", "At the moment", "Currently", "initial state", "Initial state",
        "current state", "Current state", "starting point", "start"})
    if (line.starts_with(head) && line.size() > head.size() && !isWordSign(line[head.size()]))
      rest = line.substr(head.size());
  if (rest.empty())
    return std::nullopt;
  const std::string_view all = without(rest, ":=; \t");
  std::string taken;
  std::string lower = model::lowerCase(without(all, "."));
  for (std::size_t at = lower.find(" and "); at != std::string::npos; at = lower.find(" and "))
    lower.replace(at, 5, ", ");
  const bool strange = !line.starts_with("status quo"); // the parser says it of `status quo nothing`
  const bool sentence = (strange || line.ends_with('.') || lower.find(", ") != std::string::npos) &&
                        std::ranges::all_of(split(lower, ','), [](const std::string& part) {
                          return part.starts_with("nobody") || part.starts_with("nothing") ||
                                 part.starts_with("no one") || part.starts_with("neither");
                        });
  const auto leads = [&](std::string_view word) {
    return lower.starts_with(word) && lower.find("but") == std::string::npos &&
           lower.find("except") == std::string::npos && lower.find(',') == std::string::npos &&
           std::ranges::none_of(wordsOf(all), [&](const std::string& one) { return options_.contains(one); });
  };
  const bool nothing = sentence || leads("nothing at ") || leads("none ") || all == "[]" || all == "{}" ||
                       all == "()" || all == "\"\"" || all == "-" || all == "/";
  const std::string_view behind = trimmed(rest);
  if (behind.starts_with("=>") || behind.starts_with("->")) {
    const std::string here = "status quo " + std::string(trimmed(behind.substr(2)));
    return MeantLine{"the options that are taken today follow `status quo` at once", "write " + inTicks(here),
                     here};
  }
  const bool arrows = all.find("->") != std::string_view::npos || all.find("=>") != std::string_view::npos;
  if (arrows)
    for (const std::string& item : split(all, ',')) {
      const std::size_t arrow = std::min(item.find("->"), item.find("=>"));
      if (arrow == std::string::npos)
        return std::nullopt;
      const std::string_view value = trimmed(std::string_view(item).substr(arrow + 2));
      if (!saysYes(value) && !saysNo(value))
        return std::nullopt;
      if (saysYes(value))
        taken += (taken.empty() ? "" : ", ") + std::string(trimmed(std::string_view(item).substr(0, arrow)));
    }
  Strings spoken; // `today Bikers ride`
  for (const std::string& part : split(all, ',')) {
    Strings said = wordsOf(without(part, "."));
    std::string party;
    std::erase_if(said, [&](const std::string& word) {
      for (const std::string& one : parties_)
        if (model::lowerCase(one) == model::lowerCase(word))
          party = one;
      return word == "the" || word == "is" || word == "are" ||
             model::lowerCase(party) == model::lowerCase(word);
    });
    const auto option = party.empty() || said.empty() ? std::nullopt : optionIn(said, true);
    if (!option) {
      spoken.clear();
      break;
    }
    spoken.push_back(ownersOf(*option).size() > 1 ? party + "." + *option : *option);
  }
  for (const std::string& one : spoken)
    taken += (taken.empty() ? "" : ", ") + one;
  const bool braces = all.size() > 2 && (all.front() == '{' || all.front() == '[');
  if (braces && !nothing)
    for (const std::string& item : listItems(without(all, "{}[]")))
      taken += (taken.empty() ? "" : ", ") + item;
  if (!nothing && !arrows && !braces && spoken.empty())
    return std::nullopt;
  const std::string here = "status quo " + (taken.empty() ? std::string("none") : taken);
  return MeantLine{"`status quo` names the options that are taken", "write " + inTicks(here), here, true};
}

// party Club = { play, insulate }; Club.prefer = [ play, !complain ]; Hill options: divert; prefer Hill: pay,
// divert
std::optional<MeantLine> BorrowedLines::listOfParty(std::string_view line) {
  const std::size_t open = line.find_first_of("{[:=");
  if (open == std::string_view::npos || line.substr(open).starts_with("=="))
    return std::nullopt;
  std::string head(trimmed(line.substr(0, open)));
  std::ranges::replace_if(head, [](char c) { return c == '.' || c == '(' || c == ')'; }, ' ');
  const bool arrow = line.substr(open).starts_with("=>");
  std::string_view list = trimmed(line.substr(open));
  const bool closed =
      line.find_last_of("}]") != std::string_view::npos && line.find_first_of("{[") != std::string_view::npos;
  list = without(list, arrow ? "{}[]:=>; \t" : "{}[]:=; \t");
  Strings words = wordsOf(head);
  if (arrow && words.size() == 1 && parties_.contains(words[0]))
    words.emplace_back("prefers");
  if (words.size() == 1 && mapped_.contains(words[0]) && line[line.find_first_not_of(" :", open)] == '[')
    words.emplace_back(section_ == Section::wishes ? "prefers" : "options");
  if (words.size() != 2 || list.empty() || list.find_first_of("{}[]") != std::string_view::npos)
    return std::nullopt;
  const bool declared = words[0] == "party" || words[0] == "player" || words[0] == "actor";
  const bool wished = words[0] == "prefer" || words[0] == "prefers" || words[0] == "preferences";
  const std::string second = model::lowerCase(words[1]);
  const bool behind = isOneWord(withoutApostropheS(words[0])) && wordOf(words[0]) == Word::none_;
  const bool options =
      (declared && (closed || (arrow && list.starts_with("option ")))) || (behind && headsOptions(second));
  const bool wishes = (wished && (closed || listItems(list).size() > 1)) || (behind && headsWishes(second));
  if (!options && !wishes)
    return std::nullopt;
  const std::string party(declared || wished ? words[1] : std::string(withoutApostropheS(words[0])));
  Strings items = listItems(list);
  for (std::string& item : items)
    if (options)
      item = optionLine(item);
    else if (const std::size_t same = item.find("==");
             same != std::string::npos &&
             (saysNo(trimmed(item.substr(same + 2))) || saysYes(trimmed(item.substr(same + 2)))))
      item =
          (saysNo(trimmed(item.substr(same + 2))) ? "not " : "") + std::string(trimmed(item.substr(0, same)));
    else if (item.starts_with("option "))
      return std::nullopt;
  if (items.empty() || (wishes && std::ranges::any_of(items, [](const std::string& item) {
                          return item.find(" of ") != std::string::npos || item.find("if ") == 0;
                        })))
    return std::nullopt;
  const std::string lines = joinedLines((options ? "party " : "prefer ") + party, items);
  return MeantLine{options ? "what a party can do are options below it, a line for each"
                           : "what a party wants stands below `prefer`, a line for each wish",
                   writeLines(lines), lines, closed};
}

// Parties: Hill, Valley, above `Hill options: …`
std::optional<MeantLine> BorrowedLines::namesOfParties(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos)
    return std::nullopt;
  const std::string head = model::lowerCase(trimmed(line.substr(0, colon)));
  if (head != "parties" && head != "players" && head != "actors" && head != "sides")
    return std::nullopt;
  Strings names;
  for (const std::string& part : split(line.substr(colon + 1), ','))
    for (const std::string& word : wordsOf(part))
      if (word != "and")
        names.push_back(word);
  const bool all = !names.empty() && std::ranges::all_of(names, [&](const std::string& name) {
    return listed_.contains(name);
  });
  return all ? std::optional(MeantLine{"a list of parties has no meaning here",
                                       "leave it out: each party is declared where its options stand",
                                       {}})
             : std::nullopt;
}

// parties:
//   - Ida, above `Ida: [paint]`
std::optional<MeantLine> BorrowedLines::namesOfListed(std::string_view line, std::string_view nextLine) {
  const std::string head = model::lowerCase(without(line, ":"));
  const bool heads = (head == "parties" || head == "players") && mapped_.contains(without(nextLine, "-* "));
  const bool name = namesBelow_ && mapped_.contains(without(line, "-* "));
  namesBelow_ = heads || name;
  if (heads || name)
    return MeantLine{"a list of parties has no meaning here",
                     "leave it out: each party is declared where its options stand",
                     {},
                     true};
  const bool options = head == "options" || head == "actions";
  const bool lists = (options || headsWishes(head) || head == "wishes") && line.ends_with(':') &&
                     std::ranges::any_of(mapped_, [&](const std::string& one) {
                       return trimmed(nextLine).starts_with(one + ":");
                     });
  if (lists)
    section_ = options ? Section::parties : Section::wishes;
  return lists ? std::optional(MeantLine{inTicks(line) + " has no meaning here",
                                         "leave it out: each line below begins with its own word",
                                         {},
                                         true})
               : std::nullopt;
}

// options:
//   play: "Play the drums"
std::optional<MeantLine> BorrowedLines::optionOfBlock(std::string_view line, std::string_view nextLine) {
  const std::string head = model::lowerCase(without(line, ":"));
  if (line.ends_with(':') && (head == "options" || head == "actions")) {
    optionsBelow_ = true;
    return std::nullopt; // the parser says it
  }
  if ((head == "parties" || head == "players") && line.ends_with(':')) {
    const std::string_view next = trimmed(nextLine);
    yaml_ = next.ends_with(':') && isOneWord(without(next, ":"));
    return yaml_ ? std::optional(MeantLine{inTicks(line) + " has no meaning here",
                                           "leave it out: each party has a line of its own, `party NAME`",
                                           {},
                                           true})
                 : std::nullopt;
  }
  if (yaml_ && line.ends_with(':') && isOneWord(head) &&
      (head == "prefers" || head == "wants" || head == "preferences" || head == "prefer" ||
       head == "wishes")) {
    const std::string here = "prefer " + rowParty_;
    return MeantLine{"what a party wants stands below `prefer`, a line for each wish",
                     "write " + inTicks(here), here};
  }
  if (yaml_ && line.ends_with(':') && isOneWord(without(line, ":")) && head != "options" &&
      head != "actions" && wordOf(head) == Word::none_) {
    rowParty_ = without(line, ":");
    const std::string here = "party " + rowParty_;
    return MeantLine{"a party is declared by `party`", "write " + inTicks(here), here};
  }
  if (yaml_ && line.find('[') != std::string_view::npos &&
      (line.starts_with("options:") || line.starts_with("actions:"))) {
    Strings items = listItems(without(line.substr(8), "[] "));
    for (std::string& item : items) {
      item = optionLine(item);
      options_.insert(item.substr(7));
    }
    std::string lines;
    for (const std::string& item : items)
      lines += (lines.empty() ? "" : "\n") + item;
    return MeantLine{"each option has a line of its own", writeLines(lines), lines};
  }
  if (line == "prefer:" || line == "prefers:") {
    optionsBelow_ = false;
    return MeantLine{inTicks(line) + " has no meaning here",
                     "leave it out: each party has a line of its own, `prefer NAME`",
                     {},
                     true};
  }
  const std::string_view item = without(line, "-* ");
  const std::size_t colon = item.find(':');
  const std::string_view name = colon == std::string_view::npos ? item : trimmed(item.substr(0, colon));
  const std::string_view label = colon == std::string_view::npos ? "" : trimmed(item.substr(colon + 1));
  const bool quotedLabel = label.starts_with('"') || label.starts_with('\'') || line.starts_with('-');
  if (!optionsBelow_ || !isOneWord(name) || !quotedLabel || parties_.contains(name) ||
      beginsStatement(wordOf(name)) != (name == "move")) {
    optionsBelow_ = optionsBelow_ && isOneWord(name) && wordOf(name) == Word::none_;
    return std::nullopt;
  }
  const std::string here = "option " + std::string(name) + labelOf(label);
  return MeantLine{"an option of a party begins with `option`", "write " + inTicks(here), here};
}

void BorrowedLines::heading(std::string_view comment) {
  const std::string words = model::lowerCase(without(comment, "#:* \t"));
  constexpr std::array<std::string_view, 6> parties{"parties", "players", "actors", "parties and options",
                                                    "who",     "options"};
  constexpr std::array<std::string_view, 6> wishes{"preferences",    "wishes", "goals",
                                                   "what they want", "prefer", "priorities"};
  if (std::ranges::find(parties, words) != parties.end())
    section_ = Section::parties;
  else if (std::ranges::find(wishes, words) != wishes.end())
    section_ = Section::wishes;
  else if (words == "status quo" || words == "today" || words == "current state")
    section_ = Section::today;
}

// * **Host**
std::optional<MeantLine> BorrowedLines::boldName(std::string_view line) const {
  const std::string_view inside = without(line, "*-: ");
  if (line.find("**") == std::string_view::npos || !isOneWord(inside) || section_ == Section::none ||
      section_ == Section::today)
    return std::nullopt;
  const bool wishes = section_ == Section::wishes;
  const std::string here = (wishes ? "prefer " : "party ") + std::string(inside);
  return MeantLine{wishes ? "what a party wants stands below `prefer`, a line for each wish"
                          : "a party is declared by `party`",
                   "write " + inTicks(here), here};
}

// * invite - Send an invitation
std::optional<MeantLine> BorrowedLines::itemOfSection(std::string_view line) const {
  if (section_ == Section::today && (line == "none" || isOneWord(line)) && wordOf(line) != Word::always) {
    const std::string here = "status quo " + std::string(line);
    return MeantLine{"what is taken today follows `status quo`", "write " + inTicks(here), here};
  }
  if (section_ != Section::parties || (line.front() != '*' && line.front() != '-'))
    return std::nullopt;
  const std::string_view item = without(line, "*- ");
  const std::size_t end = std::min(item.find_first_of(" :-"), item.size());
  if (!isOneWord(item.substr(0, end)) || isName(item.substr(0, end)))
    return std::nullopt;
  const std::string here =
      "option " + std::string(item.substr(0, end)) + labelOf(without(item.substr(end), ":- "));
  return MeantLine{"what a party can do is declared by `option`", "write " + inTicks(here), here};
}

} // namespace stasis::language
