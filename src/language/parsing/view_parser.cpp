// `view P`, `view P of Q` and the lines below: the conflict as P sees it, where that differs. `unaware` and
// `blind` are names elsewhere.
#include "language/parsing/parser.h"

#include <algorithm>
#include <iterator>

namespace stasis::language {

namespace {

/// A line that begins so speaks of the conflict itself again.
bool endsView(const Token& first) {
  return first.is(Word::view) || first.is(Word::revise) || first.is(Word::expect) || first.is(Word::party) ||
         first.is(Word::parties) || first.is(Word::state) || first.is(Word::states);
}

/// The items of the list from `begin` on, which leave it.
template <class Item> std::vector<Item> cutFrom(std::vector<Item>& list, std::size_t begin) {
  const auto first = list.begin() + static_cast<std::ptrdiff_t>(begin);
  std::vector<Item> cut(std::make_move_iterator(first), std::make_move_iterator(list.end()));
  list.erase(first, list.end());
  return cut;
}

} // namespace

void Parser::view() {
  const std::size_t indent = stream_.indentation(stream_.peek());
  warnOfViewInView(indent);
  syntax::View view;
  viewHeader(view);
  viewIndent_ = indent;
  const std::size_t preferences = file_.preferences.size();
  const std::size_t attitudes = file_.attitudes.size();
  const std::size_t constraints = file_.constraints.size();
  inView_ = true;
  while (!stream_.atEnd() && !endsView(stream_.peek())) {
    const std::size_t before = stream_.position();
    afterCondition_ = false;
    viewLine(view);
    if (stream_.position() == before)
      stream_.skipLine();
  }
  inView_ = false;
  view.preferences = cutFrom(file_.preferences, preferences);
  view.attitudes = cutFrom(file_.attitudes, attitudes);
  view.constraints = cutFrom(file_.constraints, constraints);
  for (std::size_t back = stream_.position(); back-- > 0 && view.last.empty();)
    if (const Token& token = stream_.tokenAt(back); !token.is(Kind::lineEnd))
      view.last = stream_.text(token);
  file_.views.push_back(std::move(view));
  cited_ = &discarded_;
}

// view P, view P of Q
void Parser::viewHeader(syntax::View& view) {
  partyOpen_ = false;
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto party = stream_.name("the name of a party");
  view.party = party.value_or(syntax::Words());
  if (party && stream_.accept(Word::of)) {
    view.secondLevel = true;
    view.seen = stream_.name("the name of a party").value_or(syntax::Words());
  }
  view.header = stream_.wordsFrom(begin);
  if (!party)
    return abandon();
  if (view.secondLevel && stream_.peek().is(Word::of)) {
    stream_
        .error("S0301", stream_.peek().range,
               "views have two levels: what a party sees, and what it "
               "thinks another sees")
        .help = "write `view P of Q`";
    stream_.toLineEnd();
  }
  finish("`view`");
}

// A view that is indented below another looks as if it stood in it.
void Parser::warnOfViewInView(std::size_t indent) {
  if (file_.views.empty() || indent <= viewIndent_)
    return;
  auto& d = stream_.warning("S0325", stream_.peek().range, "this view ends the one above; it is not in it");
  d.help = "what P thinks Q sees is `view P of Q`; a view stands at the margin";
}

void Parser::viewLine(syntax::View& view) {
  if (atUnaware())
    return unaware(view);
  if (atBlind())
    return blind(view);
  const Token first = stream_.peek();
  const std::size_t unsure = file_.unsure.size();
  const std::size_t moves = file_.moves.size();
  const std::size_t today = file_.statusQuo.size();
  if (!outOfView(first) || first.is(Word::define) || first.is(Word::source))
    return statement();
  if (first.is(Word::move) || first.is(Word::status) || atUnsure()) {
    statement();
    file_.unsure.resize(unsure);
    file_.moves.resize(moves);
    file_.statusQuo.resize(today);
    return;
  }
  abandon();
}

/// True, and reported, if a statement begins here that cannot stand in a view.
bool Parser::outOfView(const Token& first) {
  const bool word = first.is(Word::conflict) || first.is(Word::about) || first.is(Word::option) ||
                    first.is(Word::define) || first.is(Word::status) || first.is(Word::move) ||
                    first.is(Word::source);
  if (!word && !atUnsure())
    return false;
  auto& d = stream_.error("S0323", first.range, inMarks(stream_.text(first)) + " cannot stand in a view");
  d.help = "put it before the views; in a view stand `prefer`, `rank`, `weigh`, `attitude`, constraints, "
           "`unaware` and `blind`";
  return true;
}

bool Parser::atUnaware() const { return stream_.looksAt("unaware") && stream_.peek(1).is(Kind::name); }

// Below `weigh` a line may give the weight of an option called `blind`.
bool Parser::atBlind() const {
  if (!stream_.looksAt("blind"))
    return false;
  const Token& next = stream_.peek(1);
  return ExpressionParser::beginsOperand(next) || (next.is(Kind::number) && !stream_.isDeclared("blind"));
}

// unaware Q.option, R.option
void Parser::unaware(syntax::View& view) {
  view.unaware.emplace_back().word = stream_.text(stream_.next());
  syntax::OptionList list;
  do {
    if (!optionListItem(list))
      break;
  } while (stream_.accept(Kind::comma));
  if (list.broken)
    stream_.toLineEnd();
  view.unaware.back().options = std::move(list.taken);
  finish(view.unaware.back().because);
}

// blind s3, s7 or blind A
void Parser::blind(syntax::View& view) {
  syntax::Blind& blind = view.blind.emplace_back();
  blind.word = stream_.text(stream_.next());
  if (stateNamesHere()) {
    const bool named = stream_.peek().is(Kind::name);
    do {
      if (const auto state = stateName())
        blind.states.push_back(*state);
    } while (stream_.accept(Kind::comma));
    if (blind.states.size() == 1 && named)
      blind.condition = conditionOfName(blind.states.front());
  } else {
    blind.condition = expression();
  }
  finish(view.blind.back().because);
}

/// Whether names and numbers with commas between them fill the line.
bool Parser::stateNamesHere() const {
  for (std::size_t ahead = 0;; ahead += 2) {
    if (!stream_.atName(ahead) && !stream_.peek(ahead).is(Kind::number))
      return false;
    if (stream_.atLineEnd(ahead + 1) || stream_.peek(ahead + 1).is(Word::because))
      return true;
    if (!stream_.peek(ahead + 1).is(Kind::comma))
      return false;
  }
}

/// The same name read as that of an option or a condition.
syntax::Expression Parser::conditionOfName(const syntax::StateName& name) {
  syntax::Expression condition;
  condition.words = name.words;
  condition.references.push_back({syntax::Reference::Kind::plain, name.words, {}, name.words});
  syntax::ExpressionNode node;
  node.kind = syntax::ExpressionNode::Kind::reference;
  node.words = name.words;
  condition.nodes.push_back(node);
  return condition;
}

// `blind s3` before any view
void Parser::outsideView() {
  const Token word = stream_.peek();
  stream_.error("S0324", word.range, inMarks(stream_.text(word)) + " belongs to a view").help =
      "write `view PARTY` above it, for the party that sees the conflict so";
  abandon();
}

} // namespace stasis::language
