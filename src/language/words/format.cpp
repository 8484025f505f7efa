#include "language/words/format.h"

#include "language/lexing/lexer.h"
#include "language/parsing/state_letters.h"
#include "language/words/text_columns.h"
#include "model/mark_words.h"

#include <algorithm>
#include <iterator>

namespace stasis::language {

namespace {

constexpr std::size_t step = 2;
constexpr std::size_t continuation = 4; ///< beyond the statement that goes on
constexpr std::size_t beforeComment = 2;

/// Whether a line that begins so ends the view above it.
bool endsView(const Token& first) {
  return first.is(Word::view) || first.is(Word::revise) || first.is(Word::expect) || first.is(Word::party) ||
         first.is(Word::parties) || first.is(Word::state) || first.is(Word::states);
}

/// The lines with all views, and the comments right above their first lines, last.
std::vector<TextLine> viewsLast(std::vector<TextLine> lines) {
  std::vector<bool> ofView(lines.size(), false);
  bool inView = false;
  std::size_t comments = 0; // lines right above that are comments
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].isComment()) {
      comments = lines[i].blankAbove ? 1 : comments + 1;
      ofView[i] = inView;
      continue;
    }
    const Token& first = lines[i].tokens.front();
    const bool turns = !lines[i].continued && endsView(first);
    if (turns) {
      inView = first.is(Word::view);
      for (std::size_t above = i; above > i - (lines[i].blankAbove ? 0 : comments); --above)
        ofView[above - 1] = inView;
    }
    ofView[i] = inView;
    comments = 0;
  }
  std::vector<TextLine> views;
  std::vector<TextLine> rest;
  bool before = false;
  for (std::size_t i = 0; i < lines.size(); before = ofView[i++]) {
    auto& part = ofView[i] ? views : rest;
    const bool moves = i > 0 && ofView[i] != before;
    lines[i].blankAbove = (lines[i].blankAbove || moves) && !(part.empty() && &part == &rest);
    part.push_back(std::move(lines[i]));
  }
  if (!views.empty() && !rest.empty())
    views.front().blankAbove = true;
  rest.insert(rest.end(), std::make_move_iterator(views.begin()), std::make_move_iterator(views.end()));
  return rest;
}

/// Follows the blocks down the text. A block has no end of its own: the next statement that begins with a
/// keyword ends it.
class Indenter {
public:
  explicit Indenter(std::string_view text) : text_(text) {}

  void place(LaidOutLine& line) {
    const Token& first = line.source->tokens.front();
    if (line.source->continued)
      line.indent = statement_ + (row_ == Row::ranking ? 0 : continuation);
    else if (first.is(Word::because))
      line.indent = statement_ + step;
    else
      placeStatement(line, first);
  }

  /// Where lines of the block stand.
  std::size_t inside() const { return base_ + (block_ == Row::plain ? 0 : step); }

private:
  std::string_view text_;
  Row block_ = Row::plain;    ///< what the lines of the block are
  Row row_ = Row::plain;      ///< the statement at hand
  std::size_t statement_ = 0; ///< its indent
  std::size_t base_ = 0;      ///< of the statements here
  bool inView_ = false;

  void placeStatement(LaidOutLine& line, const Token& first) {
    follow(first);
    const bool begins = (first.is(Kind::keyword) && !first.is(Word::option) &&
                         (beginsStatement(first.word) || (endsBlockOfNames() && !isWeight(line)))) ||
                        isAllow(line) || isUnsure(line) || isAttitude(line) || isOfView(line);
    const bool stray = block_ == Row::option && !first.is(Word::option);
    line.indent = base_;
    if (begins) {
      block_ = blockOf(first.word);
      line.row = first.is(Word::state) ? Row::namedState : first.is(Word::move) ? Row::move : Row::plain;
      if (isUnsure(line) || isAttitude(line)) {
        block_ = Row::ranking;
        line.row = Row::move;
      }
    } else if (!stray) {
      line.row = first.is(Word::option) ? Row::option : block_;
      line.indent += line.row == Row::plain ? 0 : step;
    }
    row_ = line.row;
    statement_ = line.indent;
    if (first.is(Word::view)) {
      inView_ = true;
      base_ = step;
    }
  }

  /// The lines of a view stand one step further in, up to the line that ends it.
  void follow(const Token& first) {
    if (!endsView(first))
      return;
    inView_ = false;
    base_ = 0;
  }

  /// `unaware Q.x` and `blind s3` in a view, whose first words are names elsewhere.
  bool isOfView(const LaidOutLine& line) const {
    const auto& tokens = line.source->tokens;
    if (!inView_ || tokens.size() < 2)
      return false;
    const Token& next = tokens[1];
    if (words(tokens[0]) == "unaware")
      return next.is(Kind::name);
    const bool operand = next.is(Kind::name) || next.is(Kind::leftParen) || next.is(Word::not_) ||
                         next.is(Word::true_) || next.is(Word::false_) ||
                         (next.is(Kind::keyword) && next.word >= Word::exactly && next.word <= Word::none);
    return words(tokens[0]) == "blind" && (operand || (next.is(Kind::number) && block_ != Row::weight));
  }

  /// The lines of these begin with names, so that a line that begins with a word of the language, as
  /// `exactly one of …` does, is none of them.
  bool endsBlockOfNames() const {
    return block_ == Row::listedState || block_ == Row::weight || block_ == Row::ranking;
  }

  /// `any of x, y 3` below `weigh`.
  bool isWeight(const LaidOutLine& line) const {
    const auto& tokens = line.source->tokens;
    const auto cited = std::ranges::find_if(tokens, [](const Token& t) { return t.is(Word::because); });
    return block_ == Row::weight && cited != tokens.begin() && std::prev(cited)->is(Kind::number);
  }

  /// `allow S0411`, whose first word is a name elsewhere.
  bool isAllow(const LaidOutLine& line) const {
    const auto& tokens = line.source->tokens;
    if (tokens.size() < 2 || words(tokens[0]) != "allow" || !tokens[1].is(Kind::name))
      return false;
    const std::string_view code = words(tokens[1]);
    return code.size() == 5 && code.front() == 'S' &&
           code.find_first_not_of("0123456789", 1) == std::string_view::npos;
  }

  std::string_view words(const Token& t) const {
    return text_.substr(t.range.begin, t.range.end - t.range.begin);
  }

  /// `unsure P  a ? b`, whose first word is a name elsewhere: a state called so may begin a line of a list.
  bool isUnsure(const LaidOutLine& line) const {
    const auto& tokens = line.source->tokens;
    if (tokens.size() < 2 || words(tokens[0]) != "unsure" || !tokens[1].is(Kind::name))
      return false;
    return !isLetters(words(tokens[1])) ||
           std::ranges::any_of(tokens, [](const Token& t) { return t.is(Kind::question); });
  }

  /// `attitude P  for Q`, the same.
  bool isAttitude(const LaidOutLine& line) const {
    const auto& tokens = line.source->tokens;
    if (tokens.size() < 2 || words(tokens[0]) != "attitude")
      return false;
    if (tokens[1].is(Word::each))
      return true;
    return tokens[1].is(Kind::name) &&
           (!isLetters(words(tokens[1])) || (tokens.size() > 2 && model::attitudeOfWord(words(tokens[2]))));
  }

  static Row blockOf(Word opening) {
    switch (opening) {
    case Word::party:
    case Word::parties: return Row::option;
    case Word::prefer:
    case Word::move: return Row::statement;
    case Word::rank: return Row::ranking;
    case Word::weigh: return Row::weight;
    case Word::states: return Row::listedState;
    default: return Row::plain;
    }
  }
};

/// A comment on lines of its own goes with the statement below it, unless the author set it into the block
/// that ends above it.
void placeComments(std::vector<LaidOutLine>& lines, const std::vector<std::size_t>& blockAbove) {
  std::size_t below = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!lines[i].source->isComment()) {
      below = lines[i].indent;
      continue;
    }
    const bool ofBlockAbove = below == 0 && lines[i].source->commentColumn > 1;
    lines[i].indent = ofBlockAbove ? blockAbove[i] : below;
  }
}

/// A comment that goes on from the one after the words above: the author set it right under that.
bool goesOnFrom(const TextLine& above, const TextLine& line) {
  return line.isComment() && !line.blankAbove && line.commentColumn == above.commentColumn;
}

/// Comments after words stand in one column on consecutive lines.
void alignComments(std::vector<LaidOutLine>& lines) {
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    std::size_t column = 0;
    for (; end < lines.size() && lines[end].source->hasTrailingComment(); ++end) {
      if (end > begin && lines[end].source->blankAbove)
        break;
      column = std::max(column, columnsOf(lines[end].text) + beforeComment);
    }
    const bool any = end > begin;
    for (; any && end < lines.size() && goesOnFrom(*lines[end - 1].source, *lines[end].source); ++end)
      lines[end].text.clear();
    for (std::size_t i = begin; i < end; ++i)
      lines[i].text.append(column - columnsOf(lines[i].text), ' ');
    begin = std::max(end, begin + 1);
  }
}

std::vector<LaidOutLine> laidOut(std::string_view text, const std::vector<TextLine>& source) {
  std::vector<LaidOutLine> lines(source.size());
  std::vector<std::size_t> blockAbove(source.size());
  Indenter indenter(text);
  for (std::size_t i = 0; i < source.size(); ++i) {
    lines[i].source = &source[i];
    blockAbove[i] = indenter.inside();
    if (source[i].isComment())
      continue;
    indenter.place(lines[i]);
    cutIntoCells(lines[i], text);
  }
  placeComments(lines, blockAbove);
  alignColumns(lines);
  for (LaidOutLine& line : lines)
    line.text = std::string(line.indent, ' ') + wordsOf(line);
  alignComments(lines);
  return lines;
}

std::string printed(const std::vector<LaidOutLine>& lines) {
  std::string out;
  for (const LaidOutLine& line : lines) {
    if (line.source->blankAbove)
      out += '\n';
    out.append(line.text).append(line.source->comment).append("\n");
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
  const auto lines = viewsLast(linesOf(source, lexed.tokens));
  result.text = printed(laidOut(source.text(), lines));
  return result;
}

} // namespace stasis::language
