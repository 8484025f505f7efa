// `states`, `state`, `status quo` and `move`.
#include "language/parsing/parser.h"
#include "language/parsing/state_letters.h"
#include "language/parsing/statement_words.h"

#include <algorithm>

namespace stasis::language {

// --- the list of states

void Parser::states() {
  const Token keyword = stream_.next();
  if (!stream_.atLineEnd()) {
    stream_.error("S0301", stream_.peek().range, "the states are listed on the lines below `states`").help =
        "begin a new line here";
    stateLine();
  } else {
    finish("a list of states");
  }
  bool any = false;
  while (atStateLine()) {
    stateLine();
    any = true;
  }
  if (!any && file_.listed.empty()) {
    file_.listBroken = true;
    stream_.error("S0407", keyword.range, "no states are listed below `states`").help =
        "list each on a line of its own, as `s1 Y N N`, or delete this line";
  }
}

// Name, then letters; anything else that begins with no word of the language and is not plainly a mistyped
// statement is a line of the list with a mistake.
bool Parser::atStateLine() const {
  const Token& first = stream_.peek();
  const Token& second = stream_.peek(1);
  if (first.is(Kind::number) || first.is(Kind::malformed) || first.is(Kind::string))
    return true;
  if (!stream_.atName() || atNamelikeStatement())
    return false;
  const Token& letters = second.is(Kind::string) ? stream_.peek(2) : second;
  if (letters.is(Kind::dash) || (letters.is(Kind::name) && isLetters(stream_.text(letters))))
    return true;
  if (meantStatement())
    return false;
  return second.is(Kind::name) || second.is(Kind::string) || second.is(Kind::number) ||
         second.is(Kind::malformed) || stream_.atLineEnd(1);
}

void Parser::stateLine() {
  syntax::ListedState state;
  if (stream_.peek().is(Kind::number)) {
    const std::string number(stream_.text());
    stream_.error("S0303", stream_.peek().range, "the name of a state begins with a letter")
        .mend(stream_.peek().range, 's' + number)
        .help = "call it `s" + number + '`';
    stream_.next();
  } else {
    const auto named = nameAndLabel("the name of a state");
    if (!named) {
      file_.listBroken = true;
      return abandon();
    }
    state.name = named->name;
    state.label = named->label;
    state.labelWords = named->labelWords;
  }
  letters(state);
  if (stream_.peek().is(Kind::string) && !state.label.empty())
    stream_.error("S0303", stream_.peek().range, "this state has a label already").help =
        "keep one of the two";
  if (auto text = label(); text && state.label.empty()) {
    state.label = std::move(*text);
    state.labelWords = stream_.text(stream_.last());
  }
  if (state.letterWords.empty())
    file_.listBroken = true;
  file_.listed.push_back(std::move(state));
  finish("a listed state");
}

void Parser::letters(syntax::ListedState& state) {
  const std::size_t begin = stream_.position();
  bool small = false;
  while (stream_.peek().is(Kind::dash) || stream_.peek().is(Kind::name)) {
    const std::string_view text = stream_.text();
    if (text != "-" && !isLetters(text))
      break;
    for (const char c : text) {
      small = small || c == 'y' || c == 'n';
      state.letters += c == 'y' ? 'Y' : c == 'n' ? 'N' : c;
    }
    stream_.next();
  }
  state.letterWords = stream_.wordsFrom(begin);
  const Token& here = stream_.peek();
  const bool other = !stream_.atLineEnd() && !here.is(Kind::string) && !here.is(Word::because);
  if (small) {
    stream_.error("S0406", stream_.last().range, "`y` and `n` are written as capitals in a list of states")
        .help = "write `Y` and `N`";
  } else if (other || state.letters.empty()) {
    stream_.expected("`Y`, `N` or `-` for each option").help =
        "`Y`: taken, `N`: not taken, `-`: either, in the order in which the options are declared";
  }
  if (other) {
    state.letterWords = {};
    stream_.toLineEnd();
  }
}

// --- options taken

void Parser::namedState() {
  const std::size_t begin = stream_.position();
  stream_.next();
  auto named = nameAndLabel("the name of a state");
  if (!named)
    return abandon();
  syntax::NamedState state{named->name, named->label, {}, named->labelWords, {}};
  if (!equalsInWords() && !stream_.accept(Kind::equals))
    stream_.expected("`=`").help = "write `state name =` and the options that are taken in it, or `none`";
  state.options.broken = stream_.atLineEnd() && !stream_.last().is(Kind::equals);
  if (!state.options.broken)
    state.options = optionList();
  state.words = stream_.wordsFrom(begin);
  file_.named.push_back(std::move(state));
  finish("a state");
}

void Parser::statusQuo() {
  const std::size_t begin = stream_.position();
  const bool mended = stream_.text() != "status"; // `status_quo`
  stream_.next();
  if (stream_.peek().is(Kind::dash) && stream_.looksAt("quo", 1)) {
    stream_
        .error("S0112", {stream_.last().range.begin, stream_.peek(1).range.end}, "`status quo` is two words")
        .mend(stream_.peek().range, " ")
        .help = "write `status quo`";
    stream_.next();
  }
  if (!stream_.accept("quo") && !mended) {
    stream_.expected("`quo`").help = "write `status quo` and the options that are taken now";
    if (stream_.looksAt("que") || stream_.looksAt("qou"))
      stream_.next();
  }
  if (stream_.peek().is(Kind::equals) || (stream_.looksAt("is") && stream_.nameLength(1) > 0)) {
    stream_.error("S0301", stream_.peek().range, "no " + inMarks(stream_.text()) + " follows `status quo`")
        .mend({stream_.last().range.end, stream_.peek().range.end}, "")
        .help = "leave it out";
    stream_.next();
  }
  syntax::StatusQuo statusQuo;
  statusQuo.options = optionList();
  statusQuo.words = stream_.wordsFrom(begin);
  file_.statusQuo.push_back(std::move(statusQuo));
  finish("the status quo");
}

/// `nothing`, `nobody does anything`, `neither` for `none`: how many tokens.
std::size_t Parser::nothingLength() const {
  const bool word = stream_.looksAt("nothing") || stream_.looksAt("empty") || stream_.looksAt("nobody") ||
                    stream_.looksAt("neither") || stream_.looksAt("Nothing") || stream_.looksAt("Nobody") ||
                    stream_.looksAt("no");
  if (!word || stream_.isDeclared(stream_.text()))
    return 0;
  std::size_t length = 1;
  for (; !stream_.atLineEnd(length); ++length)
    if (!stream_.peek(length).is(Kind::name) || stream_.isDeclared(stream_.text(stream_.peek(length))) ||
        stream_.isParty(stream_.text(stream_.peek(length))))
      return 0;
  return stream_.looksAt("no") && length == 1 ? 0 : length;
}

syntax::OptionList Parser::optionList() {
  syntax::OptionList list;
  if (stream_.accept(Word::none))
    return list;
  if (const std::size_t length = nothingLength(); length > 0) {
    const model::Range said{stream_.peek().range.begin, stream_.peek(length - 1).range.end};
    stream_.error("S0302", said, inMarks(stream_.wordsBetween(0, length)) + " has no meaning here")
        .mend(said, "none")
        .help = "the word here is `none`";
    for (std::size_t k = 0; k < length; ++k)
      stream_.next();
    return list;
  }
  do {
    if (!optionListItem(list)) {
      list.broken = true;
      stream_.toLineEnd();
      return list;
    }
    if (stream_.peek().is(Word::and_) || stream_.looksAt("but") || stream_.looksAt("plus")) {
      stream_.error("S0301", stream_.peek().range, "options taken are separated by commas")
          .mend({stream_.last().range.end, stream_.peek().range.end}, ",")
          .help = "write `,` for " + inMarks(stream_.text());
      stream_.correct(Kind::comma);
    }
  } while (stream_.accept(Kind::comma));
  return list;
}

bool Parser::optionListItem(syntax::OptionList& list) {
  const Token before = stream_.last();
  const bool denied = stream_.peek().is(Word::not_) && stream_.nameLength(1) > 0;
  const Token start = stream_.peek();
  if (denied)
    stream_.next();
  if (stream_.peek().is(Word::not_)) {
    stream_.error("S0301", stream_.peek().range, "this list names the options that are taken").help =
        "leave out what is not taken";
    return false;
  }
  if (stream_.peek().is(Word::self)) {
    stream_.error("S0208", stream_.peek().range, "`self` has no meaning outside `prefer each`");
    return false;
  }
  const std::size_t begin = stream_.position();
  const auto first = stream_.name(list.taken.empty() ? "an option or `none`" : "an option");
  if (!first)
    return false;
  syntax::Reference ref;
  ref.first = *first;
  if (stream_.accept(Kind::dot)) {
    ref.kind = syntax::Reference::Kind::all;
    if (!stream_.accept(Kind::star)) {
      ref.kind = syntax::Reference::Kind::member;
      const auto second = stream_.name("an option's name or `*`");
      if (!second)
        return false;
      ref.second = *second;
      if (ref.second.empty())
        ref.first = {};
    }
  }
  ref.words = stream_.wordsFrom(begin);
  return valueBehind(list, ref, before, start, denied);
}

// `x = 1`, `x yes`, `not x`: the list says by a name alone that the option is taken.
bool Parser::valueBehind(syntax::OptionList& list, const syntax::Reference& ref, const Token& before,
                         const Token& start, bool denied) {
  const bool sign = stream_.peek().is(Kind::equals);
  const auto said = saysTruth(stream_.text(stream_.peek(sign ? 1 : 0)));
  if (!denied && !sign && !said) {
    list.taken.push_back(ref);
    return true;
  }
  const Token name = stream_.last();
  if (sign)
    stream_.next();
  if (said || (sign && !stream_.atLineEnd() && !stream_.peek().is(Kind::comma)))
    stream_.next();
  const bool taken = !denied && said.value_or(false);
  const model::Range value{name.range.end, stream_.last().range.end};
  auto& d = stream_.error("S0301", denied ? start.range : stream_.last().range,
                          "this list names the options that are taken");
  d.help = taken ? "write " + inMarks(ref.words) : "leave out what is not taken";
  if (taken)
    d.mend(value, "");
  else if (before.is(Kind::comma))
    d.mend({before.range.begin, stream_.last().range.end}, "");
  else if (stream_.peek().is(Kind::comma))
    d.mend({start.range.begin, stream_.peek(1).range.begin}, "");
  else if (said || denied)
    d.mend({start.range.begin, stream_.last().range.end}, "none");
  list.broken = true;
  return true;
}

// --- moves

std::optional<syntax::StateName> Parser::stateName() {
  const Token& here = stream_.peek();
  const bool number = here.is(Kind::number) && stream_.text().find('.') == std::string_view::npos;
  if (number)
    return syntax::StateName{stream_.text(stream_.next())};
  const auto name = stream_.name("a state");
  if (!name)
    return std::nullopt;
  return syntax::StateName{*name};
}

void Parser::moves() {
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto party = stream_.name("the name of a party");
  if (!party)
    return abandon();
  syntax::Moves moves{*party, stream_.wordsFrom(begin), {}};
  const bool sameLine = !stream_.atLineEnd();
  if (sameLine)
    arcs(moves);
  finish("a move");
  while (atMoveLine(sameLine)) {
    arcs(moves);
    finish("a move");
  }
  file_.moves.push_back(std::move(moves));
}

bool Parser::atMoveLine(bool movesOnHeader) const {
  const Token& second = stream_.peek(1);
  if ((!stream_.atName() && !stream_.peek().is(Kind::number)) || atNamelikeStatement())
    return false;
  if (second.is(Kind::arrow) || second.is(Kind::doubleArrow))
    return true;
  return !movesOnHeader && !second.is(Kind::dot) && !meantStatement();
}

// s1 -> s2, s3 <-> s4; or none
void Parser::arcs(syntax::Moves& moves) {
  if (stream_.accept(Word::none))
    return;
  do {
    auto from = stateName();
    if (!from)
      return stream_.toLineEnd();
    bool first = true;
    while (first || stream_.peek().is(Kind::arrow) || stream_.peek().is(Kind::doubleArrow)) {
      if (!first)
        stream_.error("S0301", stream_.peek().range, "a move goes from one state to another").help =
            "write each move of a chain out: `s1 -> s2, s2 -> s3`";
      const bool both = stream_.peek().is(Kind::doubleArrow);
      if (!stream_.accept(Kind::arrow) && !stream_.accept(Kind::doubleArrow)) {
        stream_.expected("`->` or `<->`");
        return stream_.toLineEnd();
      }
      const auto to = stateName();
      if (!to)
        return stream_.toLineEnd();
      moves.arcs.push_back({*from, *to, both});
      from = to;
      first = false;
    }
  } while (stream_.accept(Kind::comma));
}

} // namespace stasis::language
