#include "language/format.h"

#include "language/lexer.h"
#include "language/text_lines.h"

#include <algorithm>

namespace stasis::language {

namespace {

constexpr std::size_t step = 2;
constexpr std::size_t continuation = 4; ///< beyond the statement that goes on
constexpr std::size_t beforeComment = 2;

/// What the lines of a block are, where they have columns.
enum class Block { none, options, statements, weights, states, stateNames };

struct LaidOut {
  const TextLine* line = nullptr;
  std::size_t indent = 0;
  Block row = Block::none;        ///< it is a row of such a block
  std::vector<std::string> cells; ///< its words; more than one where they stand in columns
  std::string text;               ///< indent and words
};

std::size_t columnsOf(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// ---- indent

/// Follows the blocks down the text. A block has no end of its own: the next statement that begins with a
/// keyword ends it.
class Indenter {
public:
  void place(LaidOut& line) {
    const auto& tokens = line.line->tokens;
    if (line.line->continued)
      line.indent = statement_ + continuation;
    else if (tokens.front().is(Word::because))
      line.indent = cited_ + step;
    else
      placeStatement(line, tokens);
  }
  std::size_t ofBlock() const { return block_ == Block::none ? 0 : step; }
  std::size_t ofStatement() const { return statement_; }

private:
  Block block_ = Block::none;
  std::size_t statement_ = 0; ///< indent of the statement at hand
  std::size_t cited_ = 0;     ///< indent of what a `because` here belongs to

  void placeStatement(LaidOut& line, const std::vector<Token>& tokens) {
    const Token& first = tokens.front();
    if (const auto opened = openedBy(first)) {
      block_ = *opened;
      line.indent = 0;
      line.row = first.is(Word::state) ? Block::stateNames : Block::none;
    } else if (first.is(Word::option) || block_ != Block::options) {
      line.row = first.is(Word::option) ? Block::options : block_;
      line.indent = first.is(Word::option) || block_ != Block::none ? step : 0;
    }
    statement_ = cited_ = line.indent;
  }

  /// The block that a statement beginning so opens, `none` if it only ends the one above.
  std::optional<Block> openedBy(const Token& first) const {
    switch (first.word) {
    case Word::party:
    case Word::parties: return Block::options;
    case Word::prefer:
    case Word::rank:
    case Word::move: return Block::statements;
    case Word::weigh: return Block::weights;
    case Word::states: return Block::states;
    case Word::option: return std::nullopt;
    default: break;
    }
    return beginsStatement(first.word) ? std::optional(Block::none) : std::nullopt;
  }
};

// ---- words

bool glued(const Token& before, const Token& token) {
  if (token.is(Kind::comma) || token.is(Kind::dot) || token.is(Kind::rightParen))
    return true;
  if (before.is(Kind::dot) || before.is(Kind::leftParen))
    return true;
  return token.is(Kind::number) && (before.is(Kind::dash) || before.is(Kind::plus));
}

std::string words(std::string_view text, std::span<const Token> tokens) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && !glued(tokens[i - 1], tokens[i]))
      out += ' ';
    out += text.substr(tokens[i].range.begin, tokens[i].range.end - tokens[i].range.begin);
  }
  return out;
}

// ---- columns

/// Where the columns of such a row begin, as places in its tokens; an absent label is an empty column.
std::vector<std::size_t> columnStarts(Block row, const std::vector<Token>& tokens) {
  const auto isLabel = [&](std::size_t i) { return i < tokens.size() && tokens[i].is(Kind::string); };
  switch (row) {
  case Block::options: return {0, 2, isLabel(2) ? 3U : 2U};
  case Block::states: return {0, 1, isLabel(1) ? 2U : 1U};
  case Block::stateNames: return isLabel(2) ? std::vector<std::size_t>{0, 2} : std::vector<std::size_t>{0};
  case Block::weights: {
    const auto number = std::ranges::find_if(
        tokens, [](const Token& t) { return t.is(Kind::number) || t.is(Kind::dash) || t.is(Kind::plus); });
    return {0, static_cast<std::size_t>(number - tokens.begin())};
  }
  default: return {0};
  }
}

void cut(LaidOut& line, std::string_view text) {
  const auto& tokens = line.line->tokens;
  const auto starts = line.line->continued ? std::vector<std::size_t>{0} : columnStarts(line.row, tokens);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t begin = std::min(starts[i], tokens.size());
    const std::size_t end = i + 1 < starts.size() ? std::min(starts[i + 1], tokens.size()) : tokens.size();
    line.cells.push_back(words(text, std::span(tokens).subspan(begin, end - begin)));
  }
}

/// Digits before the decimal point, sign included: what stands left of where numbers are aligned.
std::size_t wholePart(const std::string& number) { return std::min(number.find('.'), number.size()); }

void alignNumbers(std::span<LaidOut*> rows) {
  std::size_t widest = 0;
  for (const LaidOut* row : rows)
    widest = std::max(widest, wholePart(row->cells[1]));
  for (LaidOut* row : rows)
    if (!row->cells[1].empty())
      row->cells[1].insert(0, widest - wholePart(row->cells[1]), ' ');
}

/// Pads every column but the last of these rows to its widest cell.
void align(std::span<LaidOut*> rows) {
  if (rows.empty())
    return;
  if (rows.front()->row == Block::weights)
    alignNumbers(rows);
  for (std::size_t column = 0;; ++column) {
    std::size_t widest = 0;
    bool more = false;
    for (const LaidOut* row : rows)
      if (column + 1 < row->cells.size()) {
        widest = std::max(widest, columnsOf(row->cells[column]));
        more = true;
      }
    if (!more)
      return;
    for (LaidOut* row : rows)
      if (column + 1 < row->cells.size())
        row->cells[column].append(widest - columnsOf(row->cells[column]), ' ');
  }
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells)
    if (!cell.empty())
      out.append(out.empty() ? "" : " ").append(cell);
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

/// Rows of one kind under each other; a blank line or a statement of another kind between ends them.
void alignColumns(std::vector<LaidOut>& lines) {
  std::vector<LaidOut*> rows;
  const auto finish = [&] {
    align(rows);
    rows.clear();
  };
  for (LaidOut& line : lines) {
    if (line.line->blankAbove)
      finish();
    if (line.line->isComment() || line.line->continued || line.line->tokens.front().is(Word::because))
      continue;
    if (!rows.empty() && rows.front()->row != line.row)
      finish();
    if (line.row != Block::none && line.cells.size() > 1)
      rows.push_back(&line);
  }
  finish();
}

// ---- the whole

/// A comment on lines of its own goes with the statement below it, unless the author set it into the block
/// that ends above it.
void placeComments(std::vector<LaidOut>& lines, const std::vector<std::size_t>& blockAbove) {
  std::size_t below = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!lines[i].line->isComment()) {
      below = lines[i].indent;
      continue;
    }
    const bool ofBlockAbove = below == 0 && lines[i].line->commentColumn > 1;
    lines[i].indent = ofBlockAbove ? blockAbove[i] : below;
  }
}

/// A comment that goes on from the one behind the words above: the author set it right under that.
bool goesOnFrom(const TextLine& above, const TextLine& line) {
  return line.isComment() && !line.blankAbove && line.commentColumn > 1 &&
         line.commentColumn == above.commentColumn;
}

/// Comments behind words stand in one column on consecutive lines.
void alignComments(std::vector<LaidOut>& lines) {
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    std::size_t column = 0;
    for (; end < lines.size() && lines[end].line->hasTrailingComment(); ++end) {
      if (end > begin && lines[end].line->blankAbove)
        break;
      column = std::max(column, columnsOf(lines[end].text) + beforeComment);
    }
    const bool any = end > begin;
    for (; any && end < lines.size() && goesOnFrom(*lines[end - 1].line, *lines[end].line); ++end)
      lines[end].text.clear();
    for (std::size_t i = begin; i < end; ++i)
      lines[i].text.append(column - columnsOf(lines[i].text), ' ');
    begin = std::max(end, begin + 1);
  }
}

std::vector<LaidOut> laidOut(std::string_view text, const std::vector<TextLine>& source) {
  std::vector<LaidOut> lines(source.size());
  std::vector<std::size_t> blockAbove(source.size());
  Indenter indenter;
  for (std::size_t i = 0; i < source.size(); ++i) {
    lines[i].line = &source[i];
    blockAbove[i] = indenter.ofBlock();
    if (source[i].isComment())
      continue;
    indenter.place(lines[i]);
    cut(lines[i], text);
  }
  placeComments(lines, blockAbove);
  alignColumns(lines);
  for (LaidOut& line : lines)
    line.text = std::string(line.indent, ' ') + joined(line.cells);
  alignComments(lines);
  return lines;
}

std::string printed(const std::vector<LaidOut>& lines) {
  std::string out;
  for (const LaidOut& line : lines) {
    if (line.line->blankAbove)
      out += '\n';
    out.append(line.text).append(line.line->comment).append("\n");
  }
  return out;
}

} // namespace

Formatted format(const SourceText& source) {
  Formatted result;
  Lexed lexed = lex(source);
  result.diagnostics = std::move(lexed.problems).finish({source.text().size(), source.text().size()});
  if (hasErrors(result.diagnostics))
    return result;
  const auto lines = linesOf(source, lexed.tokens);
  result.text = printed(laidOut(source.text(), lines));
  return result;
}

} // namespace stasis::language
