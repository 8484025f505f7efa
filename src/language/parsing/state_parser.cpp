// `states` and `state`, and the names of states.
#include "language/parsing/parser.h"
#include "language/parsing/state_letters.h"

namespace stasis::language {

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
    auto& d = stream_.expected("`Y`, `N` or `-` for each option");
    d.help = "`Y`: taken, `N`: not taken, `-`: either, in the order in which the options are declared";
    if (here.is(Kind::name) && stream_.isDeclared(stream_.text(here)) && !state.name.empty())
      d.help += "; a state named by the options taken in it has a line of its own, `state " +
                std::string(state.name) + " = " + std::string(stream_.text(here)) + ", …`";
  }
  if (other) {
    state.letterWords = {};
    stream_.toLineEnd();
  }
}

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

} // namespace stasis::language
