// `states` and `state`, and the names of states.
#include "language/parsing/parser.h"
#include "language/parsing/state_letters.h"

namespace stasis::language {

void Parser::states() {
  const Token keyword = stream_.next();
  if (stream_.peek().is(Kind::name) && stream_.peek(1).is(Kind::comma))
    return namesOfStates();
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

// states war, peace
void Parser::namesOfStates() {
  file_.listBroken = true;
  const Token first = stream_.peek();
  const std::string name(stream_.text(first));
  while (!stream_.atLineEnd()) {
    const Token one = stream_.next();
    if (one.is(Kind::name))
      file_.listed.push_back({stream_.text(one), {}, {}, {}, {}});
  }
  stream_
      .error("S0301", {first.range.begin, stream_.last().range.end},
             "the states are listed on the lines below `states`")
      .help = "write a line for each, with its letters, one for each option (`" + name +
              " Y N`); a state named by the options taken in it has a line `state " + name + " = …`";
  abandon();
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

namespace {

/// The letters that a word of a list of states stands for; empty for other words.
std::string lettersOf(std::string_view word) {
  if (word == "-" || isLetters(word)) {
    std::string letters(word);
    for (char& c : letters)
      c = c == 'y' ? 'Y' : c == 'n' ? 'N' : c;
    return letters;
  }
  if (word.find_first_not_of("01") == std::string_view::npos) {
    std::string letters;
    for (const char c : word)
      letters += c == '1' ? 'Y' : 'N';
    return letters;
  }
  const auto said = saysTruth(word);
  return said ? std::string(*said ? "Y" : "N") : std::string();
}

} // namespace

void Parser::letters(syntax::ListedState& state) {
  const std::size_t begin = stream_.position();
  const Token first = stream_.peek();
  std::string here; // as the letters are written
  std::string_view strange;
  bool small = true; // all that is strange
  for (;;) {
    const Token& token = stream_.peek();
    const std::string_view text = stream_.text();
    const bool comma = token.is(Kind::comma) && !state.letters.empty();
    const std::string said = token.is(Kind::dash) || token.is(Kind::name) || token.is(Kind::number) ||
                                     token.is(Word::true_) || token.is(Word::false_)
                                 ? lettersOf(text)
                                 : std::string();
    if (said.empty() && !comma)
      break;
    if (comma || said != text) {
      strange = strange.empty() ? text : strange;
      small = small && !comma && isLetters(text);
    }
    state.letters += said;
    here += (here.empty() || comma ? "" : " ") + said;
    stream_.next();
  }
  state.letterWords = stream_.wordsFrom(begin);
  const Token& next = stream_.peek();
  const bool other = !stream_.atLineEnd() && !next.is(Kind::string) && !next.is(Word::because);
  if (other || state.letters.empty()) {
    auto& d = stream_.expected("`Y`, `N` or `-` for each option");
    d.help = "`Y`: taken, `N`: not taken, `-`: either, in the order in which the options are declared";
    if (next.is(Kind::name) && stream_.isDeclared(stream_.text(next)) && !state.name.empty())
      d.help += "; a state named by the options taken in it has a line of its own, `state " +
                std::string(state.name) + " = " + std::string(stream_.text(next)) + ", …`";
  } else if (!strange.empty()) {
    const model::Range said{first.range.begin, stream_.last().range.end};
    auto& d = stream_.error("S0406", said,
                            small ? "`y` and `n` are written as capitals in a list of states"
                                  : inMarks(strange) + " is no letter of a state");
    d.mend(said, here).help = small
                                  ? "write `Y` and `N`"
                                  : "write " + inMarks(here) + ": `Y` for what is taken, `N` for what is not";
  }
  if (other) {
    state.letterWords = {};
    stream_.toLineEnd();
  }
}

// state deal (pay, work)
bool Parser::optionsInParentheses(syntax::NamedState& state) {
  std::size_t close = 1;
  for (; stream_.nameLength(close) > 0; ++close) {
    close += stream_.nameLength(close);
    if (!stream_.peek(close).is(Kind::comma))
      break;
  }
  if (!stream_.peek().is(Kind::leftParen) || !stream_.peek(close).is(Kind::rightParen) ||
      !stream_.atLineEnd(close + 1))
    return false;
  const std::string options(stream_.wordsBetween(1, close - 1));
  const model::Range said{stream_.last().range.end, stream_.peek(close).range.end};
  stream_
      .error("S0301", {stream_.peek().range.begin, said.end},
             "no parentheses stand around the options of a state")
      .mend(said, " = " + options)
      .help = "write " + inMarks("= " + options);
  state.options.broken = true;
  file_.named.push_back(std::move(state));
  abandon();
  return true;
}

void Parser::namedState() {
  const std::size_t begin = stream_.position();
  stream_.next();
  auto named = nameAndLabel("the name of a state");
  if (!named)
    return abandon();
  syntax::NamedState state{named->name, named->label, {}, named->labelWords, {}};
  if (optionsInParentheses(state))
    return;
  if (!equalsInWords() && !stream_.accept(Kind::equals))
    stream_.expected("`=`").help = "write `state name =` and the options that are taken in it, or `none`";
  if (const Token label = stream_.peek();
      label.is(Kind::string) && stream_.last().is(Kind::equals) && state.label.empty()) {
    const Token sign = stream_.last();
    stream_.error("S0303", label.range, "the label stands before `=`")
        .mend({sign.range.begin, label.range.end}, std::string(stream_.text(label)) + " =")
        .help = "write " + inMarks(std::string(stream_.text(label)) + " = …");
    state.label = unquoted(stream_.text(stream_.next()));
    state.labelWords = stream_.text(label);
  }
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
