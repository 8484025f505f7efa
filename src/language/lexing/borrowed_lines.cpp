#include "language/lexing/borrowed_lines.h"

#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

namespace {

using Strings = std::vector<std::string>;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && isBlank(words.front()))
    words.remove_prefix(1);
  while (!words.empty() && isBlank(words.back()))
    words.remove_suffix(1);
  return words;
}

std::string_view without(std::string_view words, std::string_view signs) {
  words = trimmed(words);
  while (!words.empty() && signs.find(words.front()) != std::string_view::npos)
    words = trimmed(words.substr(1));
  while (!words.empty() && signs.find(words.back()) != std::string_view::npos)
    words = trimmed(words.substr(0, words.size() - 1));
  return words;
}

bool isWordSign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool isOneWord(std::string_view words) {
  return !words.empty() && std::ranges::all_of(words, isWordSign) && !(words[0] >= '0' && words[0] <= '9');
}

Strings split(std::string_view words, char sign) {
  Strings parts;
  bool inText = false;
  std::string part;
  for (const char c : words) {
    inText = inText != (c == '"');
    if (c == sign && !inText) {
      parts.emplace_back(trimmed(part));
      part.clear();
    } else
      part += c;
  }
  parts.emplace_back(trimmed(part));
  return parts;
}

Strings wordsOf(std::string_view line) {
  Strings all;
  for (std::string& word : split(line, ' '))
    if (!word.empty())
      all.push_back(std::move(word));
  return all;
}

std::string nameOf(std::string_view cell) {
  std::string name(without(cell, "\"'"));
  std::ranges::replace_if(name, [](char c) { return !isWordSign(c); }, '_');
  return name;
}

std::string labelOf(std::string_view cell) {
  const std::string_view words = without(cell, "\"'");
  return words.empty() ? "" : " " + quoted(words);
}

bool saysYes(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"yes", "y", "1", "true", "on", "taken"};
  return std::ranges::find(words, model::lowerCase(word)) != words.end();
}

bool saysNo(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"no", "n", "0", "false", "off", "none"};
  return std::ranges::find(words, model::lowerCase(word)) != words.end();
}

bool isNumberWord(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos || word == "one" || word == "two" ||
         word == "three" || word == "both" || word == "neither" || word == "either" || word == "strongly" ||
         word == "perhaps" || word == "nobody" || word == "everybody" || word == "only" || word == "unless" ||
         word == "when" || word == "whenever" || word == "but" || word == "otherwise" || word == "most" ||
         word == "nothing" || word == "nor" || word == "than";
}

std::string inTicks(std::string_view words) { return "`" + std::string(words) + "`"; }

/// `write `party City` and below it `option tow “Tow cars”``, for lines that are joined by line ends.
std::string writeLines(const std::string& lines) {
  const Strings all = split(lines, '\n');
  std::string text = "write ";
  for (std::size_t i = 0; i < all.size(); ++i)
    text += (i == 0 ? "" : i == 1 ? ", and on lines of their own below it " : ", ") + inTicks(all[i]);
  return text;
}

/// `x`, `not x`: what it says of which option.
struct Wish {
  std::string option;
  bool denied = false;
};

std::optional<Wish> simpleWish(std::string_view words) {
  Wish wish;
  Strings all = wordsOf(words);
  if (!all.empty() && (all.front() == "not" || all.front() == "no")) {
    wish.denied = true;
    all.erase(all.begin());
  }
  if (all.size() != 1 || wordOf(all.front()) != Word::none_)
    return std::nullopt;
  wish.option = all.front();
  return wish;
}

} // namespace

namespace {

/// Words behind the name of a party that head its options, or its wishes.
bool headsOptions(std::string_view word) {
  constexpr std::array<std::string_view, 7> words{"options", "actions", "moves",  "choices",
                                                  "can",     "may",     "strategies"};
  return std::ranges::find(words, word) != words.end();
}

bool headsWishes(std::string_view word) {
  constexpr std::array<std::string_view, 11> words{"prefers", "prefer", "wants", "preferences", "wishes", "goals",
                                                   "likes",   "want",   "priorities", "wishlist", "aims"};
  return std::ranges::find(words, word) != words.end();
}

std::string_view withoutApostropheS(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s"})
    if (word.ends_with(ending))
      word.remove_suffix(ending.size());
  return word;
}

/// `can strike`, `may strike`, `could strike`.
bool isCan(std::string_view word) { return word == "can" || word == "may" || word == "could" || word == "might"; }

/// The items of `a, b`, `a; b`, `a > b` and `1. a 2. b`.
Strings listItems(std::string_view list) {
  Strings items;
  std::string item;
  bool inText = false;
  const auto end = [&] {
    if (const std::string_view words = trimmed(item); !words.empty())
      items.emplace_back(words);
    item.clear();
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    inText = inText != (c == '"');
    const bool begins = i == 0 || isBlank(list[i - 1]) || list[i - 1] == ',';
    if (!inText && begins && c >= '1' && c <= '9' && i + 1 < list.size() && (list[i + 1] == '.' || list[i + 1] == ')')) {
      end();
      ++i;
    } else if (!inText && (c == ',' || c == ';' || c == '>'))
      end();
    else if (!inText && c == '!' && (i + 1 == list.size() || list[i + 1] != '='))
      item += "not ";
    else
      item += c;
  }
  end();
  return items;
}

/// `strike "Strike"`, `option strike`, `lower the price`: as it is declared.
std::string optionLine(std::string_view item) {
  if (item.starts_with("option "))
    item = trimmed(item.substr(7));
  const std::size_t mark = item.starts_with('"') ? std::string_view::npos : item.find('"');
  const std::string_view name = without(item.substr(0, mark), "\"");
  const bool words = name.find(' ') != std::string_view::npos;
  return "option " + nameOf(name) +
         (mark != std::string_view::npos ? " " + std::string(item.substr(mark)) : words ? labelOf(name) : "");
}

std::string joinedLines(const std::string& head, const Strings& items) {
  std::string lines = head;
  for (const std::string& item : items)
    lines += (lines.empty() ? "  " : "\n  ") + item;
  return lines;
}

} // namespace

namespace {

/// Without `1.`, `2)`, `3 ->`, `-` or `*` before it.
std::string_view withoutMark(std::string_view line) {
  std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0) {
    if ((line.front() == '-' || line.front() == '*') && line.size() > 2 && isBlank(line[1]))
      return trimmed(line.substr(1));
    return line;
  }
  if (end == std::string_view::npos)
    return line;
  std::string_view rest = trimmed(line.substr(end));
  for (const std::string_view sign : {"->", "=>", ".", ")", ":", "-", "="})
    if (rest.starts_with(sign) && rest.size() > sign.size())
      return trimmed(rest.substr(sign.size()));
  return line;
}

/// `1 -> x`, `2 = x`: a number with a sign that no list has.
bool hasStrangeMark(std::string_view line) {
  const std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos)
    return false;
  const std::string_view rest = trimmed(line.substr(end));
  return rest.starts_with("->") || rest.starts_with("=>");
}

} // namespace

BorrowedLines::BorrowedLines(std::string_view text) {
  std::string last;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Strings words = wordsOf(without(text.substr(0, std::min<std::size_t>(end, 400)), ".;"));
    if (words.size() > 1 && words[0] == "party") {
      last = without(words[1], ":,{;");
      parties_.insert(last);
    } else if (words.size() > 1 && words[0] == "option") {
      options_.emplace(without(words[1], ":,;"));
      owned_.emplace_back(last, std::string(without(words[1], ":,;")));
    } else if (words.size() > 2 && isOneWord(words[0]) && words[1] == "=" && wordOf(words[0]) == Word::none_)
      outcomes_.insert(words[0]);
    else if (words.size() > 2 && isOneWord(words[0]) && isCan(words[1]) && wordOf(words[0]) == Word::none_) {
      parties_.insert(words[0]);
      for (const std::string& item : listItems(text.substr(text.find(words[1]) + words[1].size(), end)))
        options_.insert(nameOf(without(item, ". ")));
    } else if (words.size() > 1 && words[0].ends_with(':') && words[1].starts_with('[') &&
               isOneWord(without(words[0], ":")) && wordOf(without(words[0], ":")) == Word::none_ &&
               !headsOptions(without(words[0], ":")) && !headsWishes(without(words[0], ":"))) {
      mapped_.emplace(without(words[0], ":"));
    } else if (words.size() > 1 && words[1].ends_with(':') && headsOptions(without(words[1], ":")))
      listed_.emplace(withoutApostropheS(words[0]));
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
      if (words[i] == "option")
        options_.emplace(without(words[i + 1], ",;:"));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  parties_.insert(listed_.begin(), listed_.end());
  parties_.insert(mapped_.begin(), mapped_.end());
}

std::optional<MeantLine> BorrowedLines::meant(std::string_view line, std::string_view nextLine, bool inWishes,
                                              bool indented) {
  line = trimmed(line);
  if (line.empty() || line.size() > 400 || line.front() == '#')
    return std::nullopt;
  std::optional<MeantLine> found = namesOfListed(line, nextLine);
  if (!found)
    found = row(line);
  const auto ask = [&](auto question) {
    if (!found)
      found = question();
  };
  ask([&] { return boldName(line); });
  ask([&] { return call(line); });
  ask([&] { return today(line); });
  ask([&] { return points(line); });
  ask([&] { return rankedOutcomes(line); });
  ask([&] { return listOfParty(line); });
  ask([&] { return outcomes(line, nextLine); });
  ask([&] { return comparison(line, inWishes); });
  if (line.find('"') != std::string_view::npos && (inWishes || !line.starts_with("option ")))
    return found; // what is quoted is a text, whatever it says
  if (inWishes) {
    const std::string_view item = withoutMark(line);
    if (yaml_ && line.ends_with(':'))
      ask([&] { return optionOfBlock(line, nextLine); });
    if (yaml_ && line.starts_with("options:"))
      ask([&] { return optionOfBlock(line, nextLine); });
    ask([&] { return signed_(line); });
    ask([&] { return ordinal(line); });
    ask([&] { return verdict(item); });
    ask([&] { return rather(item); });
    ask([&] { return thereIs(item); });
    ask([&] { return plainWish(item); });
    ask([&] { return otherwiseSaid(item); });
    ask([&] { return neitherParty(item); });
    ask([&] { return ifInParentheses(item); });
    ask([&] { return unlessBehindComma(item); });
    return found;
  }
  ask([&] { return optionOfBlock(line, nextLine); });
  if (!indented || section_ == Section::parties)
    ask([&] { return itemOfSection(line); });
  ask([&] { return direction(line); });
  ask([&] { return doesOrNot(line); });
  if (!indented)
    ask([&] { return namedOutcome(line); });
  ask([&] { return counted(line); });
  ask([&] { return namesOfParties(line); });
  ask([&] { return refusal(line); });
  ask([&] { return rule(line); });
  ask([&] { return can(line); });
  ask([&] { return wants(line); });
  ask([&] { return sentence(line); });
  if (!found) { // what follows goes on with nothing
    wishParty_.clear();
    canParty_.clear();
  }
  return found;
}

// --- rows of a table

namespace {

/// What a column holds, by its heading: `party`, `option`, `label`, `wish`, or nothing that is written here.
std::string columnOf(std::string_view heading) {
  struct Headings {
    std::string_view column;
    std::array<std::string_view, 8> words;
  };
  constexpr std::array all{
      Headings{"party", {"party", "player", "actor", "who", "side", "parties", "decision maker", "stakeholder"}},
      Headings{"option", {"option", "action", "options", "move", "choice", "name", "actions", "can do"}},
      Headings{"label", {"label", "description", "meaning", "text", "title", "what", "what it means", "in words"}},
      Headings{"wish", {"wish", "preference", "wants", "prefers", "goal", "wishes", "preferences", "statement"}},
      Headings{"wish", {"first", "second", "third", "fourth", "first wish", "second wish", "third wish", "most important"}},
      Headings{"number", {"number", "rank", "importance", "priority", "no", "nr", "order", "#"}},
      Headings{"today", {"today", "status quo", "now", "current", "taken", "taken today", "at present", "initial"}},
  };
  const std::string word = model::lowerCase(without(heading, "\"'*_"));
  for (const auto& [column, words] : all)
    if (std::ranges::find(words, word) != words.end())
      return std::string(column);
  return {};
}

bool isRule(std::string_view line) { return line.find_first_not_of("|-+: =") == std::string_view::npos; }

} // namespace

std::optional<MeantLine> BorrowedLines::row(std::string_view line) {
  const bool bars = line.front() == '|';
  if (bars && line.find('-') != std::string_view::npos && isRule(line))
    return MeantLine{"a line between the rows of a table has no meaning here", "leave it out", {}};
  const std::string_view inside = bars ? without(line, "|") : line;
  for (const char sign : {';', '|', '\t', ','}) {
    if (inside.find(sign) == std::string_view::npos || (bars && sign != '|'))
      continue;
    Cells cells = split(inside, sign);
    while (cells.size() > 1 && cells.back().empty())
      cells.pop_back();
    if (cells.size() < 2 || cells.front().empty() || std::ranges::any_of(cells, [](const std::string& cell) {
          return cell.find_first_of("{}()=") != std::string::npos;
        }))
      continue;
    if (auto found = headerRow(cells))
      return found;
    const bool behindWord = sign != ',' || (inside.size() > cells.front().size() && inside[cells.front().size()] == ',');
    if (behindWord)
      if (auto found = statementRow(cells, sign))
        return found;
    if (!columns_.empty() && cells.size() <= columns_.size())
      if (auto found = dataRow(cells))
        return found;
  }
  return std::nullopt;
}

std::optional<MeantLine> BorrowedLines::headerRow(const Cells& cells) {
  Strings columns;
  std::size_t known = 0;
  for (const std::string& cell : cells) {
    columns.push_back(columnOf(cell));
    known += columns.back().empty() ? 0 : 1;
  }
  const bool owned = std::ranges::find(columns, "party") != columns.end();
  if (!owned || known < 2 || known + 1 < columns.size())
    return std::nullopt;
  columns_ = std::move(columns);
  rowParty_.clear();
  return MeantLine{"a table has no header here", "leave it out: each line says by its first word what stands in it",
                   {}};
}

// status quo; block
std::optional<MeantLine> BorrowedLines::statementRow(const Cells& cells, char sign) {
  const std::string first = model::lowerCase(cells.front());
  std::string lines;
  const bool quotedLast = cells.back().starts_with('"');
  if (sign == '\t' && ((first != "conflict" && cells.size() < 3) || quotedLast)) // a tab is a space as well
    return std::nullopt;
  if (first == "status quo" || first == "today") {
    lines = "status quo ";
    for (std::size_t i = 1; i < cells.size(); ++i)
      lines += (i == 1 ? "" : ", ") + cells[i];
  } else if (first == "prefer" || first == "prefers" || first == "preferences" || first == "wants") {
    lines = "prefer " + nameOf(cells[1]);
    for (std::size_t i = 2; i < cells.size(); ++i)
      lines += "\n  " + cells[i];
  } else if ((first == "party" || first == "option") && columnOf(cells[1]).empty() && cells.size() < 4) {
    lines = first + " " + nameOf(cells[1]) + (cells.size() > 2 ? labelOf(cells[2]) : "");
  } else if (first == "conflict" || first == "title") {
    lines = "conflict" + labelOf(cells[1]);
  } else {
    return std::nullopt;
  }
  return MeantLine{"a line has no cells here", writeLines(lines), lines};
}

std::optional<MeantLine> BorrowedLines::dataRow(const Cells& cells) {
  std::string party;
  std::string option;
  std::string label;
  std::string wish; // or several, a line for each
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (columns_[i] == "party")
      party = nameOf(cells[i]);
    else if (columns_[i] == "option")
      option = nameOf(cells[i]);
    else if (columns_[i] == "label")
      label = cells[i];
    else if (columns_[i] == "wish" && !cells[i].empty())
      wish += (wish.empty() ? "" : "\n  ") + cells[i];
    else if (columns_[i] == "today" && saysYes(cells[i]))
      taken_ += (taken_.empty() ? "" : ", ") + option;
  }
  if (party.empty() || wordOf(party) != Word::none_ || (option.empty() && wish.empty()))
    return std::nullopt;
  std::string lines = party == rowParty_ ? "" : (wish.empty() ? "party " : "prefer ") + party + "\n";
  lines += wish.empty() ? "  option " + option + labelOf(label) : "  " + wish;
  std::string help = party == rowParty_ ? "write " + inTicks(trimmed(lines)) + " below the line before"
                                        : writeLines(lines);
  if (!taken_.empty() && taken_.ends_with(option) && wish.empty())
    help += "; what is taken today has one line for all, " + inTicks("status quo " + taken_);
  rowParty_ = party;
  return MeantLine{"a line has no cells here", help, lines};
}

// --- calls, and what is taken today

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
      word + (text ? labelOf(values.front()) : " " + nameOf(values.front()) + (values.size() > 1 ? labelOf(values[1]) : ""));
  return MeantLine{"a statement has no parentheses", "write " + inTicks(here), here, true};
}

// status quo = [], status quo x -> no, y -> yes
std::optional<MeantLine> BorrowedLines::today(std::string_view line) const {
  std::string_view rest;
  for (const std::string_view head :
       {"status quo", "status_quo", "statusquo", "Status quo", "statusQuo", "StatusQuo", "STATUS QUO", "today", "Today",
        "now", "Now", "At the moment", "Currently", "initial state", "Initial state", "current state", "Current state",
        "starting point", "start"})
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
  const bool nothing = sentence || leads("nothing at ") || leads("none ") || all == "[]" || all == "{}" || all == "()" || all == "\"\"" || all == "-" || all == "/";
  const std::string_view behind = trimmed(rest);
  if (behind.starts_with("=>") || behind.starts_with("->")) {
    const std::string here = "status quo " + std::string(trimmed(behind.substr(2)));
    return MeantLine{"the options that are taken today follow `status quo` at once", "write " + inTicks(here), here};
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
      return word == "the" || word == "is" || word == "are" || model::lowerCase(party) == model::lowerCase(word);
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

// option lend "Lend money" (cannot be undone)
std::optional<MeantLine> BorrowedLines::direction(std::string_view line) const {
  constexpr std::array<std::string_view, 16> forGood{
      "cannot be undone",   "can't be undone",    "can not be undone", "cannot be taken back", "can't be taken back",
      "cannot be reversed", "can't be reversed",  "not reversible",    "irreversible",         "no way back",
      "no going back",      "cannot be recalled", "once and for all",  "permanent",            "for good",
      "final"};
  if (!line.starts_with("option "))
    return std::nullopt;
  constexpr std::array<std::string_view, 9> values{"yes/no", "y/n",       "true/false", "on/off", "0/1",
                                                   "bool",   "yes or no", "boolean",    "yes, no"};
  const std::size_t sign = line.find_first_of(":=(", 7);
  if (sign != std::string_view::npos &&
      std::ranges::find(values, model::lowerCase(without(line.substr(sign), ":=() "))) != values.end()) {
    const std::string here(trimmed(line.substr(0, sign)));
    return MeantLine{"every option can be taken or left", "write " + inTicks(here), here, true};
  }
  const std::size_t label = line.rfind('"');
  const std::size_t behind = label == std::string_view::npos ? line.find(' ', 7) : label + 1;
  if (behind >= line.size())
    return std::nullopt;
  const std::string rest = model::lowerCase(without(line.substr(behind), "(),;:-[]. "));
  if (std::ranges::find(forGood, rest) == forGood.end() || line.find("irrevocable") != std::string_view::npos)
    return std::nullopt;
  const std::string here = std::string(trimmed(line.substr(0, behind))) + " irrevocable";
  return MeantLine{"what cannot be undone is `irrevocable`", "write " + inTicks(here), here,
                   line.find('(', behind) != std::string_view::npos};
}

// party Club = { play, insulate }; Club.prefer = [ play, !complain ]; Hill options: divert; prefer Hill: pay, divert
std::optional<MeantLine> BorrowedLines::listOfParty(std::string_view line) {
  const std::size_t open = line.find_first_of("{[:=");
  if (open == std::string_view::npos || line.substr(open).starts_with("=="))
    return std::nullopt;
  std::string head(trimmed(line.substr(0, open)));
  std::ranges::replace_if(head, [](char c) { return c == '.' || c == '(' || c == ')'; }, ' ');
  const bool arrow = line.substr(open).starts_with("=>");
  std::string_view list = trimmed(line.substr(open));
  const bool closed = line.find_last_of("}]") != std::string_view::npos && line.find_first_of("{[") != std::string_view::npos;
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
  const bool options = (declared && (closed || (arrow && list.starts_with("option ")))) || (behind && headsOptions(second));
  const bool wishes = (wished && (closed || listItems(list).size() > 1)) || (behind && headsWishes(second));
  if (!options && !wishes)
    return std::nullopt;
  const std::string party(declared || wished ? words[1] : std::string(withoutApostropheS(words[0])));
  Strings items = listItems(list);
  for (std::string& item : items)
    if (options)
      item = optionLine(item);
    else if (const std::size_t same = item.find("=="); same != std::string::npos && (saysNo(trimmed(item.substr(same + 2))) ||
                                                                                     saysYes(trimmed(item.substr(same + 2)))))
      item = (saysNo(trimmed(item.substr(same + 2))) ? "not " : "") + std::string(trimmed(item.substr(0, same)));
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
                                       "leave it out: each party is declared where its options stand", {}})
             : std::nullopt;
}

// Anna can cook. Ben may clean or shop.
std::optional<MeantLine> BorrowedLines::can(std::string_view line) {
  const Strings words = wordsOf(without(line, "."));
  if (words.size() < 3 || !isCan(words[1]) || !isOneWord(words[0]) || wordOf(words[0]) != Word::none_ ||
      !line.ends_with('.') || line.find(". ") != std::string_view::npos || words[2] == "not" || words[2] == "only")
    return std::nullopt;
  std::string said;
  for (std::size_t i = 2; i < words.size(); ++i)
    said += words[i] == "or" || words[i] == "and" ? ", " : words[i] == "either" ? "" : words[i] + " ";
  Strings items;
  for (const std::string& item : listItems(said)) {
    items.push_back(optionLine(item));
    options_.insert(nameOf(item));
  }
  const std::string lines = joinedLines(canParty_ == words[0] ? "" : "party " + words[0], items);
  canParty_ = words[0];
  return MeantLine{"what a party can do are options below it, a line for each", writeLines(lines), lines};
}

/// The option that these words call: by all of them, or by one.
std::optional<std::string> BorrowedLines::optionIn(const Strings& words, bool allWords) const {
  std::string all;
  for (const std::string& word : words)
    all += (all.empty() ? "" : "_") + word;
  const auto called = [&](const std::string& word) -> std::optional<std::string> {
    for (const std::string& option : options_)
      if (option == word || option + "s" == word || option + "ing" == word || option + "es" == word ||
          (option.ends_with('e') && option.substr(0, option.size() - 1) + "ing" == word))
        return option;
    return std::nullopt;
  };
  if (auto option = called(all))
    return option;
  const auto begun = std::ranges::count_if(options_, [&](const std::string& one) { return one.starts_with(all + "_"); });
  if (begun == 1) // `ban` of `ban_bikes`
    return *std::ranges::find_if(options_, [&](const std::string& one) { return one.starts_with(all + "_"); });
  const auto sameWords = [&](const std::string& option) { // `the bus runs` of `run_bus`
    const Strings parts = split(option, '_');
    const auto stem = [](const std::string& a, const std::string& b) {
      return a == b || a + "s" == b || a + "ing" == b || a + "es" == b;
    };
    return parts.size() == words.size() && std::ranges::all_of(words, [&](const std::string& word) {
             return std::ranges::any_of(parts, [&](const std::string& part) { return stem(part, word); });
           });
  };
  if (const auto found = std::ranges::find_if(options_, sameWords); found != options_.end())
    return *found;
  if (allWords && words.size() > 1)
    return std::nullopt;
  std::optional<std::string> one;
  for (const std::string& word : words)
    if (const auto option = called(word)) {
      if (one && *one != *option)
        return std::nullopt;
      one = option;
    }
  return one;
}

// Shops prefer not close_road, then sue if close_road, then not sue.
std::optional<MeantLine> BorrowedLines::wishesInARow(std::string_view line, const Strings& words) const {
  if (!headsWishes(words[1]))
    return std::nullopt;
  std::string list(without(line.substr(line.find(words[1]) + words[1].size()), "."));
  for (const std::string_view then : {", and then ", ", then ", " and then ", " then "})
    for (std::size_t at = list.find(then); at != std::string::npos; at = list.find(then))
      list.replace(at, then.size(), ", ");
  Strings items = listItems(list);
  for (std::string& item : items)
    for (const std::string& word : wordsOf(item))
      if (!options_.contains(word.substr(word.find('.') + 1)) && wordOf(word) == Word::none_)
        return std::nullopt;
  const std::string lines = joinedLines("prefer " + words[0], items);
  return MeantLine{"what a party wants stands below `prefer`, a line for each wish", writeLines(lines), lines};
}

// Anna wants Ben to clean. Anna does not want to cook.
std::optional<MeantLine> BorrowedLines::wants(std::string_view line) {
  Strings words = wordsOf(without(line, ".!"));
  const bool sentence = words.size() > 3 || line.ends_with('.'); // the parser knows `Mayor wants ban`
  if (words.size() < 3 || !parties_.contains(words[0]) || !sentence || isCan(words[1]) || words[1] == "cannot")
    return std::nullopt;
  if (line.find(',') != std::string_view::npos || line.find(" then ") != std::string_view::npos)
    return wishesInARow(line, words);
  const std::string party = words[0];
  bool denied = false;
  bool wishes = false;
  Strings rest;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool denies = word == "not" || word == "no" || word == "never" || word == "don't" || word == "doesn't" ||
                        word == "without";
    const bool hates = word == "hates" || word == "dislikes" || word == "fears" || word == "avoid";
    constexpr std::array<std::string_view, 20> idle{"does", "do",   "to",   "that",  "would", "the", "be", "most",
                                                    "all",  "above", "rather", "also", "a",   "an",  "is", "should",
                                                    "of",   "if",   "it",   "have"};
    if (word == "if" || word == "unless" || word == "and" || word == "or" || word == "but")
      return std::nullopt;
    wishes = wishes || headsWishes(word) || hates || word == "wish" || word == "like" || word == "hopes";
    denied = denied != (denies || hates);
    if (!denies && !hates && !headsWishes(word) && word != "wish" && word != "like" && word != "hopes" &&
        !parties_.contains(word) && std::ranges::find(idle, word) == idle.end())
      rest.push_back(word);
  }
  const auto option = wishes ? optionIn(rest) : std::nullopt;
  if (!option)
    return std::nullopt;
  const std::string wish = (denied ? "not " : "") + *option;
  const bool goesOn = wishParty_ == party;
  wishParty_ = party;
  const std::string lines = (goesOn ? "" : "prefer " + party + "\n") + "  " + wish;
  return MeantLine{"what a party wants stands below `prefer`, a line for each wish",
                   goesOn ? "write " + inTicks("  " + wish) : writeLines(lines), lines};
}

void BorrowedLines::heading(std::string_view comment) {
  const std::string words = model::lowerCase(without(comment, "#:* \t"));
  constexpr std::array<std::string_view, 6> parties{"parties", "players", "actors", "parties and options", "who",
                                                    "options"};
  constexpr std::array<std::string_view, 6> wishes{"preferences", "wishes", "goals", "what they want", "prefer",
                                                   "priorities"};
  if (std::ranges::find(parties, words) != parties.end())
    section_ = Section::parties;
  else if (std::ranges::find(wishes, words) != wishes.end())
    section_ = Section::wishes;
  else if (words == "status quo" || words == "today" || words == "current state")
    section_ = Section::today;
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
                                           "leave it out: each party has a line of its own, `party NAME`", {}, true})
                 : std::nullopt;
  }
  if (yaml_ && line.ends_with(':') && isOneWord(head) && (head == "prefers" || head == "wants" || head == "preferences" ||
                                                          head == "prefer" || head == "wishes")) {
    const std::string here = "prefer " + rowParty_;
    return MeantLine{"what a party wants stands below `prefer`, a line for each wish", "write " + inTicks(here), here};
  }
  if (yaml_ && line.ends_with(':') && isOneWord(without(line, ":")) && head != "options" && head != "actions" &&
      wordOf(head) == Word::none_) {
    rowParty_ = without(line, ":");
    const std::string here = "party " + rowParty_;
    return MeantLine{"a party is declared by `party`", "write " + inTicks(here), here};
  }
  if (yaml_ && line.find('[') != std::string_view::npos && (line.starts_with("options:") || line.starts_with("actions:"))) {
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
    return MeantLine{inTicks(line) + " has no meaning here", "leave it out: each party has a line of its own, `prefer NAME`",
                     {}, true};
  }
  const std::string_view item = without(line, "-* ");
  const std::size_t colon = item.find(':');
  const std::string_view name = colon == std::string_view::npos ? item : trimmed(item.substr(0, colon));
  const std::string_view label = colon == std::string_view::npos ? "" : trimmed(item.substr(colon + 1));
  const bool quotedLabel = label.starts_with('"') || label.starts_with('\'') || line.starts_with('-');
  if (!optionsBelow_ || !isOneWord(name) || !quotedLabel || parties_.contains(name) || beginsStatement(wordOf(name)) != (name == "move")) {
    optionsBelow_ = optionsBelow_ && isOneWord(name) && wordOf(name) == Word::none_;
    return std::nullopt;
  }
  const std::string here = "option " + std::string(name) + labelOf(label);
  return MeantLine{"an option of a party begins with `option`", "write " + inTicks(here), here};
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
  const std::string here = "option " + std::string(item.substr(0, end)) + labelOf(without(item.substr(end), ":- "));
  return MeantLine{"what a party can do is declared by `option`", "write " + inTicks(here), here};
}

// party Mother pays or does not pay; party Mayor, who can ban bikes
std::optional<MeantLine> BorrowedLines::doesOrNot(std::string_view line) {
  Strings words = wordsOf(line);
  if (words.size() > 3 && words[0] == "party") {
    const std::size_t who = words[2] == "who" || words[2] == "which" || words[2] == "that" ? 3 : 2;
    const std::string name(without(words[1], ","));
    if (who + 1 < words.size() && isCan(words[who]) && isOneWord(name)) {
      std::string said;
      for (std::size_t i = who + 1; i < words.size(); ++i)
        said += words[i] == "or" || words[i] == "and" ? ", " : words[i] == "either" ? "" : words[i] + " ";
      Strings items;
      for (const std::string& item : listItems(without(said, ". "))) {
        items.push_back(optionLine(item));
        options_.insert(nameOf(item));
      }
      const std::string lines = joinedLines("party " + name, items);
      return MeantLine{"what a party can do are options below it, a line for each", writeLines(lines), lines};
    }
  }
  const auto at = std::ranges::find(words, "or");
  if (words.size() < 5 || words[0] != "party" || !isOneWord(words[1]) || at == words.end() || at + 1 == words.end())
    return std::nullopt;
  const bool denied = *(at + 1) == "not" || *(at + 1) == "doesn't" || *(at + 1) == "does" || *(at + 1) == "do";
  if (!denied || words.back() == "not")
    return std::nullopt;
  const std::string lines = "party " + words[1] + "\n  option " + words.back();
  options_.insert(words.back());
  owned_.emplace_back(words[1], words.back());
  return MeantLine{"what a party can do are options below it, a line for each", writeLines(lines), lines};
}

// Cafe: open_late +3, call_police -5
std::optional<MeantLine> BorrowedLines::points(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !parties_.contains(trimmed(line.substr(0, colon))))
    return std::nullopt;
  std::string lines = "weigh " + std::string(trimmed(line.substr(0, colon)));
  const Strings items = listItems(line.substr(colon + 1));
  for (const std::string& item : items) {
    Strings words = wordsOf(item);
    std::string number = words.empty() ? "" : words.back();
    if (words.size() == 2 && words[0].ends_with('='))
      words[0].pop_back();
    if (number.starts_with('+'))
      number.erase(0, 1);
    if (words.size() != 2 || number.empty() || number.find_first_not_of("-0123456789.") != std::string::npos)
      return std::nullopt;
    lines += "\n  " + words[0] + " " + number;
  }
  return items.empty() ? std::nullopt
                       : std::optional(MeantLine{"what options are worth to a party stands below `weigh`",
                                                 writeLines(lines), lines});
}

// war = fight and resist
std::optional<MeantLine> BorrowedLines::namedOutcome(std::string_view line) const {
  const std::size_t sign = line.find('=');
  const std::string_view name = sign == std::string_view::npos ? line : trimmed(line.substr(0, sign));
  if (sign == std::string_view::npos || !isOneWord(name) || wordOf(name) != Word::none_ || isName(name))
    return std::nullopt;
  std::string taken(without(line.substr(sign + 1), ".;"));
  for (const std::string_view joint : {" and ", " + ", " & "})
    for (std::size_t at = taken.find(joint); at != std::string::npos; at = taken.find(joint))
      taken.replace(at, joint.size(), ", ");
  if (taken == "nothing" || taken == "nobody")
    taken = "none";
  const Strings items = split(taken, ',');
  const bool all = taken == "none" || std::ranges::all_of(items, [&](const std::string& item) {
                     return options_.contains(item.substr(item.find('.') + 1));
                   });
  const bool ofToday = name == "today" || name == "now" || name.starts_with("status") || name.starts_with("initial") ||
                       name.starts_with("current") || name.starts_with("start");
  if (!all || ofToday)
    return std::nullopt;
  const std::string here = "state " + std::string(name) + " = " + taken;
  return MeantLine{"an outcome that has a name has a line with `state`", "write " + inTicks(here), here};
}

// King: surrender > peace > war
std::optional<MeantLine> BorrowedLines::rankedOutcomes(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || line.find('>') == std::string_view::npos)
    return std::nullopt;
  const Strings head = wordsOf(line.substr(0, colon));
  if (head.empty() || head.size() > 2 || !parties_.contains(head.back()))
    return std::nullopt;
  const std::string_view chain = trimmed(line.substr(colon + 1));
  const bool all = std::ranges::all_of(listItems(chain), [&](const std::string& item) {
    return outcomes_.contains(item);
  });
  if (!all)
    return std::nullopt;
  const std::string lines = "rank " + head.back() + "\n  " + std::string(chain);
  return MeantLine{"states are compared below `rank`", writeLines(lines), lines};
}

std::vector<std::string> BorrowedLines::ownersOf(const std::string& option) const {
  Strings owners;
  for (const auto& [party, own] : owned_)
    if (own == option)
      owners.push_back(party);
  return owners;
}

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
  std::string here = (two ? words[0] + " " + words[1] : one && words[0] == "exactly" ? "exactly" : "at most") + " " +
                     words[words.size() - 2] + " of ";
  for (const std::string& owner : owners)
    here += (&owner == &owners.front() ? "" : ", ") + owner + "." + *option;
  return MeantLine{"what is counted is a list of options", "write " + inTicks(here), here};
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
  constexpr std::array<std::string_view, 14> idle{"the", "a",    "an",   "to",  "be",    "is",   "are",
                                                  "does", "do",  "will", "all", "their", "that", "should"};
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
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> words{{{" if and when ", " if "},
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

// parties:
//   - Ida, above `Ida: [paint]`
std::optional<MeantLine> BorrowedLines::namesOfListed(std::string_view line, std::string_view nextLine) {
  const std::string head = model::lowerCase(without(line, ":"));
  const bool heads = (head == "parties" || head == "players") && mapped_.contains(without(nextLine, "-* "));
  const bool name = namesBelow_ && mapped_.contains(without(line, "-* "));
  namesBelow_ = heads || name;
  if (heads || name)
    return MeantLine{"a list of parties has no meaning here",
                     "leave it out: each party is declared where its options stand", {}, true};
  const bool options = head == "options" || head == "actions";
  const bool lists = (options || headsWishes(head) || head == "wishes") && line.ends_with(':') &&
                     std::ranges::any_of(mapped_, [&](const std::string& one) {
                       return trimmed(nextLine).starts_with(one + ":");
                     });
  if (lists)
    section_ = options ? Section::parties : Section::wishes;
  return lists ? std::optional(MeantLine{inTicks(line) + " has no meaning here",
                                         "leave it out: each line below begins with its own word", {}, true})
               : std::nullopt;
}

// - first: renovate
std::optional<MeantLine> BorrowedLines::ordinal(std::string_view line) const {
  constexpr std::array<std::string_view, 17> marks{"first",  "firstly", "second", "secondly",        "third",
                                                   "thirdly", "fourth", "1st",    "2nd",             "3rd",
                                                   "next",   "then",    "finally", "last",            "most important",
                                                   "least important",   "also"};
  if (hasStrangeMark(line)) {
    const std::string here(withoutMark(line));
    return MeantLine{"the order of the lines is the order of importance", "write " + inTicks(here), here, true};
  }
  const std::string_view item = without(line, "-* ");
  const std::size_t end = item.find_first_of(":,");
  if (end == std::string_view::npos ||
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
  constexpr std::array<std::string_view, 6> bad{"bad", "worst", "awful", "terrible", "unwanted", "unacceptable"};
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
    return word == "rather" || word == "preferably" || word == "better" || word == "ideally" || word == "then";
  };
  const bool said = std::ranges::any_of(words, [&](const std::string& word) { return word != "then" && idle(word); });
  const bool called = std::ranges::any_of(words, [&](const std::string& word) { return idle(word) && isName(word); });
  if (!said || called || line.find(" than ") != std::string_view::npos || line.find(" to ") != std::string_view::npos)
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
    const std::string wish = std::string(trimmed(line.substr(0, at))) + std::string(here) +
                             (one ? "" : "(") + std::string(condition) + (one ? "" : ")");
    return MeantLine{"no comma stands before a condition", "write " + inTicks(wish), wish};
  }
  return std::nullopt;
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
  const std::size_t verb = words[1] == "cannot" || words[1] == "can't"                               ? 2
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
                      : std::optional(MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here});
}

// rule: no fine without meter
std::optional<MeantLine> BorrowedLines::rule(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (const Strings all = wordsOf(without(line, ".")); all.size() > 3 && all[1] == "only" &&
      (all[2] == "if" || all[2] == "when") && options_.contains(all[0].substr(all[0].find('.') + 1)) &&
      all.size() == (all[3] == "not" ? 5U : 4U)) {
    const std::string here = "never " + all[0] + " and " + (all[3] == "not" ? all[4] : "not " + all[3]);
    return MeantLine{"a rule begins with `never` or `always`", "write " + inTicks(here), here, true};
  } else if (colon == std::string_view::npos && all.size() > 2 &&
      (all[1] == "=>" || all[1] == "->") && all.size() == (all[2] == "not" ? 4U : 3U) && options_.contains(all[0])) {
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
  constexpr std::array<std::string_view, 7> heads{"rule",    "constraint", "condition",  "restriction",
                                                  "limit",   "law",        "infeasible"};
  const std::string head = model::lowerCase(trimmed(line.substr(0, colon)));
  const std::string_view said = without(line.substr(colon + 1), ".;");
  if (std::ranges::find(heads, head) == heads.end() || said.empty())
    return std::nullopt;
  if (const std::size_t then = said.find(" then "); said.starts_with("if ") && then != std::string_view::npos) {
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

// --- numbered outcomes

namespace {

/// `3. x, y`: the number, and what stands behind it.
std::optional<std::pair<std::string, std::string_view>> numberedLine(std::string_view line) {
  line = trimmed(line);
  const std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos || end > 3)
    return std::nullopt;
  return std::pair(std::string(line.substr(0, end)), without(line.substr(end), ".:)=- \t"));
}

/// `3 > 1 > 2 ~ 4`, `3, 1, 2`: a chain of numbers; its signs are `>` and `~`.
std::optional<std::string> chainOfNumbers(std::string_view line) {
  std::string chain;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (c >= '0' && c <= '9') {
      const std::size_t end = std::min(line.find_first_not_of("0123456789", i), line.size());
      chain += "o" + std::string(line.substr(i, end - i));
      ++numbers;
      i = end;
      continue;
    }
    if (c == '>' || c == ',')
      chain += " > ";
    else if (c == '~' || c == '=')
      chain += " ~ ";
    else if (!isBlank(c))
      return std::nullopt;
    ++i;
  }
  return numbers > 1 ? std::optional(chain) : std::nullopt;
}

} // namespace

std::optional<MeantLine> BorrowedLines::outcomes(std::string_view line, std::string_view nextLine) {
  constexpr std::array<std::string_view, 6> heads{"outcomes", "states",            "scenarios",
                                                  "results",  "possible outcomes", "situations"};
  const std::string head = model::lowerCase(without(line, ":"));
  const auto next = numberedLine(nextLine);
  if (std::ranges::find(heads, head) != heads.end() && next && !next->second.empty() &&
      next->second.find_first_not_of("YNyn- \t") != std::string_view::npos) {
    inOutcomes_ = true;
    return MeantLine{inTicks(line) + " has no meaning here",
                     "leave it out: each outcome that has a name has a line of its own, `state NAME = OPTIONS`", {}};
  }
  if (const auto chain = chainOfNumbers(line); chain && numbered_)
    return MeantLine{"states are called by their names", "write " + inTicks("  " + *chain), "  " + *chain};
  const auto numbered = numberedLine(line);
  if (inOutcomes_ && numbered) {
    std::string taken(numbered->second);
    const std::string lower = model::lowerCase(taken);
    if (lower == "nothing" || lower == "none" || lower == "nobody does anything" || lower == "-")
      taken = "none";
    for (std::size_t at = taken.find(" and "); at != std::string::npos; at = taken.find(" and "))
      taken.replace(at, 5, ", ");
    numbered_ = true;
    const std::string here = "state o" + numbered->first + " = " + taken;
    return MeantLine{"a name begins with a letter, and a state has a line with `state`", "write " + inTicks(here),
                     here};
  }
  inOutcomes_ = false;
  const Strings words = wordsOf(line);
  if (numbered_ && words.size() == 2 && words[0] == "prefer" && chainOfNumbers(trimmed(nextLine)))
    return MeantLine{"states are compared below `rank`", "write " + inTicks("rank " + words[1]), "rank " + words[1]};
  return std::nullopt;
}

// --- comparisons of an option with its opposite

// Anna prefers help to not help; help over not help
std::optional<MeantLine> BorrowedLines::comparison(std::string_view line, bool inWishes) {
  constexpr std::array<std::string_view, 6> signs{" to ", " over ", " rather than ", " than ", " > ", " instead of "};
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
    } else if (!words.empty() && (words[0].starts_with("prefer") || words[0] == "rather" || words[0] == "likes"))
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
                           inTicks("not " + worse->option) + " if that is not wanted, or " + inTicks(worse->option) +
                           " if it is wanted, too",
                       "  " + better->option};
    if (!better || !worse || better->option != worse->option || better->denied == worse->denied)
      return std::nullopt;
    const std::string wish = (better->denied ? "not " : "") + better->option;
    const std::string lines = (party.empty() || party == wishParty_ ? "" : "prefer " + party + "\n") + "  " + wish;
    const bool alone = lines.find('\n') == std::string::npos;
    wishParty_ = party;
    return MeantLine{"a wish says what is wanted, and not what it is better than",
                     alone ? "write " + inTicks(wish) : writeLines(lines), lines};
  }
  return std::nullopt;
}

// --- sentences

// The teacher can cancel the trip. The class can protest.
std::optional<MeantLine> BorrowedLines::sentence(std::string_view line) const {
  const Strings words = wordsOf(line);
  const bool ends = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
  const bool capital = line.front() >= 'A' && line.front() <= 'Z';
  const auto strange = [](const std::string& word) {
    return word.find_first_of("\"=:;>{}[]|_#") != std::string::npos;
  };
  if (words.size() < 5 || !ends || !capital || isName(without(words.front(), ",:")) ||
      wordOf(model::lowerCase(words.front())) != Word::none_ || std::ranges::any_of(words, strange))
    return std::nullopt;
  const std::string here = "about " + quoted(line);
  return MeantLine{"a sentence about the conflict stands behind `about`", "write " + inTicks(here), here};
}

} // namespace stasis::language
