// Rows of tables.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using namespace line;

namespace {

/// What a column holds, by its heading: `party`, `option`, `label`, `wish`, or nothing that is written here.
std::string columnOf(std::string_view heading) {
  struct Headings {
    std::string_view column;
    std::array<std::string_view, 8> words;
  };
  constexpr std::array all{
      Headings{"party",
               {"party", "player", "actor", "who", "side", "parties", "decision maker", "stakeholder"}},
      Headings{"option", {"option", "action", "options", "move", "choice", "name", "actions", "can do"}},
      Headings{"label",
               {"label", "description", "meaning", "text", "title", "what", "what it means", "in words"}},
      Headings{"wish",
               {"wish", "preference", "wants", "prefers", "goal", "wishes", "preferences", "statement"}},
      Headings{"wish",
               {"first", "second", "third", "fourth", "first wish", "second wish", "third wish",
                "most important"}},
      Headings{"number", {"number", "rank", "importance", "priority", "no", "nr", "order", "#"}},
      Headings{"today",
               {"today", "status quo", "now", "current", "taken", "taken today", "at present", "initial"}},
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
    const bool behindWord =
        sign != ',' || (inside.size() > cells.front().size() && inside[cells.front().size()] == ',');
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
  return MeantLine{
      "a table has no header here", "leave it out: each line says by its first word what stands in it", {}};
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
  const bool statement = wordOf(cells.front().substr(0, cells.front().find(' '))) != Word::none_;
  const bool number = party.find_first_not_of("0123456789") == std::string::npos;
  if (party.empty() || number || statement || wordOf(party) != Word::none_ ||
      (option.empty() && wish.empty()))
    return std::nullopt;
  std::string lines = party == rowParty_ ? "" : (wish.empty() ? "party " : "prefer ") + party + "\n";
  lines += wish.empty() ? "  option " + option + labelOf(label) : "  " + wish;
  std::string help =
      party == rowParty_ ? "write " + inTicks(trimmed(lines)) + " below the line before" : writeLines(lines);
  if (!taken_.empty() && taken_.ends_with(option) && wish.empty())
    help += "; what is taken today has one line for all, " + inTicks("status quo " + taken_);
  rowParty_ = party;
  return MeantLine{"a line has no cells here", help, lines};
}

} // namespace stasis::language
