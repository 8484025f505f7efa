// Lists as people write them elsewhere: a mark before a statement (`- party Council`, `1. option fence`), and
// items on the lines below what they belong to (`status quo`, and a line for each option). Each is one error,
// and the tokens become what it means.
#include "language/parsing/expression_parser.h"
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"
#include "model/lower_case.h"

namespace stasis::language {

/// How many tokens the mark of a list has that begins here: `-`, `*`, `1.`, `1)`, `(a)`; 0 if none does.
std::size_t TokenStream::bulletLength(std::size_t at) const {
  const auto is = [&](std::size_t k, Kind kind) {
    return at + k < tokens_.size() && tokens_[at + k].is(kind);
  };
  const auto isItem = [&](std::size_t k) {
    return is(k, Kind::number) || (is(k, Kind::name) && text(tokens_[at + k]).size() == 1);
  };
  if (is(0, Kind::dash) || is(0, Kind::star) || is(0, Kind::plus))
    return 1;
  if (is(0, Kind::leftParen) && isItem(1) && is(2, Kind::rightParen))
    return 3;
  const bool gap = at + 2 < tokens_.size() && tokens_[at + 2].range.begin > tokens_[at + 1].range.end;
  return isItem(0) && (is(1, Kind::rightParen) || (is(1, Kind::dot) && gap)) ? 2 : 0;
}

// `Party`, `Status Quo`
void TokenStream::lowerStatements() {
  for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
    if (at > 0 && !tokens_[at - 1].is(Kind::lineEnd))
      continue;
    const std::size_t first = at + bulletLength(at);
    if (first + 1 >= tokens_.size() || !tokens_[first].is(Kind::name))
      continue;
    Token& token = tokens_[first];
    Token& next = tokens_[first + 1];
    const std::string small = model::lowerCase(text(token));
    const Word word = wordOf(small);
    if (small == text(token) || !beginsStatement(word) || next.is(Kind::dot) || standsBetween(next) ||
        next.is(Kind::lineEnd))
      continue;
    const std::string here = word == Word::status ? "status quo" : small;
    auto& d = error("S0302", token.range, inMarks(text(token)) + " is written in small letters here");
    d.help = "write " + inMarks(here);
    d.mend(token.range, small);
    token.kind = Kind::keyword;
    token.word = word;
    saying(token, small);
    if (word == Word::status && next.is(Kind::name) && text(next) != "quo" &&
        model::lowerCase(text(next)) == "quo") {
      d.mend(next.range, "quo");
      saying(next, "quo");
    }
  }
}

namespace {

bool holdsWishes(Word block) { return block == Word::prefer || block == Word::rank || block == Word::weigh; }

} // namespace

/// True if a statement begins here that a mark may have been put before. Below `prefer` and its like the
/// parser says it of what is wished.
bool TokenStream::beginsMarked(std::size_t at, Word block) const {
  if (at + 1 >= tokens_.size())
    return false;
  const Token& token = tokens_[at];
  if (token.is(Kind::keyword))
    return beginsStatement(token.word) || (ExpressionParser::beginsCount(token) && !holdsWishes(block));
  if (!token.is(Kind::name) || holdsWishes(block))
    return false;
  const bool named = tokens_[at + 1].is(Kind::name) || tokens_[at + 1].is(Kind::string);
  return block == Word::states || (named && synonym(text(token)).has_value());
}

// `- party Council`
void TokenStream::dropBullets() {
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  Word block = Word::none_;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    if (at == 0 || tokens_[at - 1].is(Kind::lineEnd)) {
      const std::size_t length = bulletLength(at);
      if (length > 0 && beginsMarked(at + length, block)) {
        const model::Range mark{tokens_[at].range.begin, tokens_[at + length - 1].range.end};
        error("S0301", mark, "no mark of a list stands before a statement")
            .mend({mark.begin, tokens_[at + length].range.begin}, "")
            .help = "leave it out: each statement begins with its own word";
        at += length;
      }
      const Word word = wordOrSynonym(tokens_[at], text(tokens_[at]));
      block = beginsStatement(word) ? word : block;
    }
    kept.push_back(tokens_[at]);
  }
  tokens_ = std::move(kept);
}

/// True if a list may follow this token: `quo` of the status quo, `of` of a count, `=` of a named state.
bool TokenStream::endsListHeader(std::size_t at, std::size_t lineBegin) const {
  const Token& token = tokens_[at];
  const Word statement = wordOrSynonym(tokens_[lineBegin], text(tokens_[lineBegin]));
  if (token.is(Word::of))
    return true;
  if (token.is(Kind::equals))
    return statement == Word::state || statement == Word::status;
  return statement == Word::status && (at == lineBegin || text(token) == "quo");
}

/// The item on the line that begins here, below a header: a mark or none, a name of something declared, a
/// comma or none.
std::optional<TokenStream::ListedBelow> TokenStream::listedBelow(std::size_t at) const {
  ListedBelow item;
  item.name = at + bulletLength(at);
  if (item.name >= tokens_.size() || !tokens_[item.name].is(Kind::name))
    return std::nullopt;
  const bool dotted = item.name + 2 < tokens_.size() && tokens_[item.name + 1].is(Kind::dot);
  item.length = dotted ? 3 : 1;
  item.marked = item.name != at;
  item.end = item.name + item.length;
  const std::size_t line = source_.lineAt(tokens_[item.name].range.begin);
  const auto ends = [&](std::size_t k) {
    return tokens_[k].is(Kind::end) || tokens_[k].is(Kind::lineEnd) ||
           source_.lineAt(tokens_[k].range.begin) != line;
  };
  if (item.end < tokens_.size() && tokens_[item.end].is(Kind::comma) && ends(item.end + 1))
    ++item.end;
  const bool known = dotted ? isParty(text(tokens_[item.name])) : isDeclared(text(tokens_[item.name]));
  if (!known || !ends(item.end))
    return std::nullopt;
  item.open = tokens_[item.end].is(Kind::lineEnd);
  return item;
}

/// The items below a header that ends at `header`, each on a line of its own and all as far indented.
std::vector<TokenStream::ListedBelow> TokenStream::itemsBelow(std::size_t header) const {
  std::vector<ListedBelow> items;
  std::size_t at = header + (tokens_[header + 1].is(Kind::lineEnd) ? 2 : 1);
  std::size_t indent = 0;
  const std::size_t headerLine = source_.lineAt(tokens_[header].range.begin);
  while (at < tokens_.size() && source_.lineAt(tokens_[at].range.begin) > headerLine) {
    const auto item = listedBelow(at);
    const std::size_t here = indentation(tokens_[at]);
    const bool deeper = here > indentation(tokens_[header]) || (item && item->marked);
    if (!item || !deeper || (!items.empty() && here != indent))
      break;
    indent = here;
    items.push_back(*item);
    at = item->end + (item->open ? 1 : 0);
  }
  return items;
}

/// Says where the items belong, and how the statement is written.
void TokenStream::sayListBelow(std::size_t lineBegin, std::size_t header,
                               const std::vector<ListedBelow>& items) {
  std::string list;
  for (const ListedBelow& item : items) {
    const Token& last = tokens_[item.name + item.length - 1];
    const std::size_t begin = tokens_[item.name].range.begin;
    list += (list.empty() ? " " : ", ") + std::string(source_.text().substr(begin, last.range.end - begin));
  }
  const std::size_t begin = tokens_[lineBegin].range.begin;
  const model::Range head{begin, tokens_[header].range.end};
  const std::size_t end = tokens_[items.back().name + items.back().length - 1].range.end;
  auto& d = error("S0301", {tokens_[items.front().name].range.begin, end},
                  "the items of this list stand on its line, with commas between them");
  d.help = "write " + inMarks(std::string(source_.text().substr(begin, head.end - begin)) + list);
  const std::string_view rest = source_.text().substr(head.end, end - head.end);
  const std::size_t lineLength = rest.substr(0, rest.find('\n')).find_last_not_of(" \t\r");
  const std::size_t from = head.end + (lineLength == std::string_view::npos ? 0 : lineLength + 1);
  if (rest.find('#') == std::string_view::npos) // a comment would be lost, or swallow the list
    d.mend({from, end}, list);
}

// `status quo`, and on the lines below it `- night`, `- toll`
void TokenStream::sayListsBelow() {
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  std::size_t lineBegin = 0;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    lineBegin = at > 0 && tokens_[at - 1].is(Kind::lineEnd) ? at : lineBegin;
    kept.push_back(tokens_[at]);
    if (at + 2 >= tokens_.size() || !endsListHeader(at, lineBegin))
      continue;
    const auto items = itemsBelow(at);
    bool wrong = false;
    for (std::size_t i = 0; i < items.size(); ++i)
      wrong = wrong || items[i].marked || (items[i].open && i + 1 < items.size());
    const bool lineEnds = tokens_[at + 1].is(Kind::lineEnd);
    if (items.empty() || (!wrong && !lineEnds))
      continue;
    sayListBelow(lineBegin, at, items);
    for (const ListedBelow& item : items) {
      if (&item != &items.front())
        kept.push_back({Kind::comma, Word::none_, tokens_[item.name].range});
      for (std::size_t k = 0; k < item.length; ++k)
        kept.push_back(tokens_[item.name + k]);
    }
    at = items.back().end - 1;
  }
  tokens_ = std::move(kept);
}

} // namespace stasis::language
