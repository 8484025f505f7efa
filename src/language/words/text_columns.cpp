#include "language/words/text_columns.h"

#include <algorithm>

namespace stasis::language {

namespace {

bool glued(const Token& before, const Token& token) {
  if (token.is(Kind::dot)) // `3 . 5` is three words
    return !before.is(Kind::number);
  if (token.is(Kind::statement) || token.is(Kind::comma) || token.is(Kind::rightParen))
    return true;
  if (before.is(Kind::dot) || before.is(Kind::leftParen))
    return true;
  return token.is(Kind::number) && (before.is(Kind::dash) || before.is(Kind::plus));
}

/// Choices of a listed state stay in the groups the author made: `N YNN -`.
bool gluedChoices(const Token& before, const Token& token) { return before.range.end == token.range.begin; }

/// `Nurses'`, whose apostrophe is its own only where a space follows.
bool endsInApostrophe(std::string_view text, const Token& token) {
  const std::string_view words = text.substr(token.range.begin, token.range.end - token.range.begin);
  return token.is(Kind::name) && (words.ends_with('\'') || words.ends_with("’"));
}

std::string spaced(std::string_view text, std::span<const Token> tokens, bool choices) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && (endsInApostrophe(text, tokens[i - 1]) ||
                  !(choices ? gluedChoices : glued)(tokens[i - 1], tokens[i])))
      out += ' ';
    out += text.substr(tokens[i].range.begin, tokens[i].range.end - tokens[i].range.begin);
  }
  return out;
}

/// Where the number of a weight begins, its sign included: the last of its line.
std::size_t weightStart(const std::vector<Token>& tokens) {
  std::size_t at = tokens.size();
  while (at > 0 && !tokens[at - 1].is(Kind::number))
    --at;
  if (at == 0)
    return tokens.size();
  const bool isSigned = at > 1 && (tokens[at - 2].is(Kind::dash) || tokens[at - 2].is(Kind::plus));
  return isSigned ? at - 2 : at - 1;
}

/// Where the cells of a row begin, as places in its tokens; an absent label is an empty cell.
std::vector<std::size_t> cellStarts(Row row, const std::vector<Token>& tokens) {
  const auto isLabel = [&](std::size_t i) { return i < tokens.size() && tokens[i].is(Kind::string); };
  const auto firstFrom = [&](std::size_t from, auto wanted) {
    const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(std::min(from, tokens.size()));
    return static_cast<std::size_t>(std::find_if(begin, tokens.end(), wanted) - tokens.begin());
  };
  switch (row) {
  case Row::option: return {0, 2, isLabel(2) ? 3U : 2U};
  case Row::namedState: return isLabel(2) ? std::vector<std::size_t>{0, 2} : std::vector<std::size_t>{0};
  case Row::move: return {0, tokens.size() > 1 && tokens[1].is(Word::each) ? 3U : 2U};
  case Row::listedState: {
    const std::size_t choices = isLabel(1) ? 2 : 1;
    return {0, 1, choices, firstFrom(choices, [](const Token& t) { return t.is(Kind::string); })};
  }
  case Row::weight: return {0, weightStart(tokens)};
  default: return {0};
  }
}

/// Digits before the decimal point, sign included: what stands left of where numbers are aligned.
std::size_t wholePart(const std::string& number) { return std::min(number.find('.'), number.size()); }

void alignNumbers(std::span<LaidOutLine*> rows) {
  std::size_t widest = 0;
  for (const LaidOutLine* row : rows)
    widest = std::max(widest, wholePart(row->cells[1]));
  for (LaidOutLine* row : rows)
    if (!row->cells[1].empty())
      row->cells[1].insert(0, widest - wholePart(row->cells[1]), ' ');
}

/// One direction among options reads better right after its label.
bool worthAligning(std::span<LaidOutLine*> rows, std::size_t column) {
  if (rows.front()->row != Row::option || column == 0)
    return true;
  return std::ranges::count_if(rows, [&](const auto* row) { return !row->cells[column + 1].empty(); }) > 1;
}

/// Pads the cells of one column, unless it is the last of its row.
void alignColumn(std::span<LaidOutLine*> rows, std::size_t column) {
  const auto concerned = [&](const LaidOutLine* row) { return column + 1 < row->cells.size(); };
  std::size_t widest = 0;
  for (const LaidOutLine* row : rows)
    widest = concerned(row) ? std::max(widest, columnsOf(row->cells[column])) : widest;
  for (LaidOutLine* row : rows)
    if (concerned(row))
      row->cells[column].append(widest - columnsOf(row->cells[column]), ' ');
}

void alignGroup(std::vector<LaidOutLine*>& rows) {
  if (!rows.empty() && rows.front()->row == Row::weight)
    alignNumbers(rows);
  std::size_t columns = 0;
  for (const LaidOutLine* row : rows)
    columns = std::max(columns, row->cells.size());
  for (std::size_t column = 0; column + 1 < columns; ++column)
    if (worthAligning(rows, column))
      alignColumn(rows, column);
  rows.clear();
}

void hangMoves(std::vector<LaidOutLine>& lines) {
  std::size_t hang = 0;
  for (LaidOutLine& line : lines) {
    if (!line.source->continued)
      hang = line.row == Row::move ? columnsOf(line.cells.front()) + 1 : 0;
    else if (hang > 0)
      line.indent = hang;
  }
}

} // namespace

std::size_t columnsOf(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

void cutIntoCells(LaidOutLine& line, std::string_view text) {
  const auto& tokens = line.source->tokens;
  const auto starts = cellStarts(line.row, tokens);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t begin = std::min(starts[i], tokens.size());
    const std::size_t end = i + 1 < starts.size() ? std::min(starts[i + 1], tokens.size()) : tokens.size();
    line.cells.push_back(
        spaced(text, std::span(tokens).subspan(begin, end - begin), line.row == Row::listedState));
  }
}

void alignColumns(std::vector<LaidOutLine>& lines) {
  std::vector<LaidOutLine*> group;
  for (LaidOutLine& line : lines) {
    if (line.source->blankAbove)
      alignGroup(group);
    if (line.source->isComment() || line.source->continued || line.source->tokens.front().is(Word::because))
      continue;
    if (!group.empty() && group.front()->row != line.row)
      alignGroup(group);
    if (line.inColumns())
      group.push_back(&line);
  }
  alignGroup(group);
  hangMoves(lines);
}

std::string wordsOf(const LaidOutLine& line) {
  const std::string_view between = line.row == Row::listedState ? "  " : " ";
  std::string out;
  for (const std::string& cell : line.cells)
    if (!cell.empty())
      out.append(out.empty() ? "" : between).append(cell);
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

} // namespace stasis::language
