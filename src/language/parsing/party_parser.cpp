// `party`, `parties … of …` and their options.
#include "language/codes/nearest.h"
#include "language/parsing/parser.h"
#include "language/parsing/statement_words.h"
#include "model/mark_words.h"

#include <algorithm>

namespace stasis::language {

void Parser::party() {
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto named = nameAndLabel("the name of a party");
  syntax::Party& party = file_.parties.emplace_back();
  partyOpen_ = true;
  if (!named)
    return abandon();
  party.name = named->name;
  party.label = named->label;
  party.labelWords = named->labelWords;
  party.words = stream_.wordsFrom(begin);
  if (stream_.peek().is(Kind::comma) || stream_.peek().is(Word::of) || stream_.peek().is(Word::and_))
    otherParties();
  else
    optionsBesideParty();
  finish(file_.parties.back().because);
}

// party France, Spain
void Parser::otherParties() {
  stream_.error("S0301", stream_.peek().range, "`party` declares one party").help =
      "write a line for each, or `parties Family of A, B, …` for parties with the same options";
  while ((stream_.peek().is(Kind::comma) || stream_.peek().is(Word::and_)) &&
         stream_.peek(1).is(Kind::name)) {
    stream_.next();
    syntax::Party& other = file_.parties.emplace_back();
    other.name = stream_.text(stream_.next());
    other.words = other.name;
  }
  if (!stream_.atLineEnd())
    abandon();
}

// `party Dev = ship, wait`, `party Dev (ship, wait)`: options beside the name, two or more or behind a sign.
void Parser::optionsBesideParty() {
  if (optionLinesBesideParty())
    return;
  const Token before = stream_.last();
  const Token sign = stream_.peek();
  std::size_t ahead = sign.is(Kind::equals) || sign.is(Kind::dash) || sign.is(Kind::leftParen) ? 1 : 0;
  const std::size_t spoken = ahead; // `with options`
  while (ahead - spoken < 3 && !stream_.isDeclared(stream_.text(stream_.peek(ahead))) &&
         (stream_.looksAt("with", ahead) || stream_.looksAt("has", ahead) || stream_.looksAt("can", ahead) ||
          stream_.looksAt("options", ahead) || stream_.looksAt("the", ahead)))
    ++ahead;
  const bool inWords = ahead > spoken;
  std::vector<Token> names;
  std::string lines;
  while (stream_.peek(ahead).is(Kind::name)) {
    names.push_back(stream_.peek(ahead++));
    lines += "\n  option " + std::string(stream_.text(names.back()));
    if (!stream_.peek(ahead).is(Kind::comma))
      break;
    ++ahead;
  }
  if (sign.is(Kind::leftParen) && stream_.peek(ahead).is(Kind::rightParen))
    ++ahead;
  if (names.empty() ||
      (names.size() == 1 && !inWords && !sign.is(Kind::equals) && stream_.text(sign) != ":") ||
      !stream_.atLineEnd(ahead))
    return;
  auto& d = stream_.error("S0301", {names.front().range.begin, names.back().range.end},
                          "options stand below their party, a line for each");
  d.help = "write a line that begins with `option` for each";
  d.mend({before.range.end, stream_.peek(ahead - 1).range.end}, lines);
  for (const Token& name : names)
    file_.parties.back().options.emplace_back().name = stream_.text(name);
  for (std::size_t k = 0; k < ahead; ++k)
    stream_.next();
}

// party Council option cut option keep
bool Parser::optionLinesBesideParty() {
  std::vector<std::pair<Token, Token>> options; // the word and the name
  std::vector<std::string> labels;
  std::size_t ahead = 0;
  while (stream_.peek(ahead).is(Word::option) && stream_.peek(ahead + 1).is(Kind::name)) {
    options.emplace_back(stream_.peek(ahead), stream_.peek(ahead + 1));
    ahead += 2;
    labels.push_back(stream_.peek(ahead).is(Kind::string) ? unquoted(stream_.text(stream_.peek(ahead))) : "");
    ahead += labels.back().empty() ? 0 : 1;
    ahead += stream_.peek(ahead).is(Kind::comma) ? 1 : 0;
  }
  if (options.empty() || !stream_.atLineEnd(ahead))
    return false;
  auto& d = stream_.error("S0301", options.front().first.range, "each option has a line of its own");
  d.help = "begin a new line at each `option`";
  for (std::size_t k = 0; k < options.size(); ++k) {
    const std::string_view text = stream_.source().text();
    std::size_t begin = options[k].first.range.begin;
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t' || text[begin - 1] == ','))
      --begin;
    d.mend({begin, options[k].first.range.begin}, "\n  ");
    syntax::Option& option = file_.parties.back().options.emplace_back();
    option.name = stream_.text(options[k].second);
    option.label = labels[k];
  }
  for (std::size_t k = 0; k < ahead; ++k)
    stream_.next();
  return true;
}

// `parties A, B`: names without `of` are parties that have nothing in common.
bool Parser::partiesInList() {
  const Token keyword = stream_.peek();
  std::vector<Token> names;
  std::size_t ahead = 1;
  while (stream_.peek(ahead).is(Kind::name)) {
    names.push_back(stream_.peek(ahead++));
    if (!stream_.peek(ahead).is(Kind::comma) && !stream_.peek(ahead).is(Word::and_))
      break;
    ahead += stream_.peek(ahead + 1).is(Word::and_) ? 2 : 1;
  }
  if (names.size() < 2 || !stream_.atLineEnd(ahead))
    return false;
  const model::Range range{keyword.range.begin, names.back().range.end};
  auto& d = stream_.error("S0301", range, "`parties` declares a family: `parties Family of A, B, …`");
  std::string lines;
  bool below = false;
  for (const Token& name : names) {
    const auto declared = stream_.timesDeclared(stream_.text(name));
    below = below || declared > 1;
    if (declared < 2)
      lines += (lines.empty() ? "party " : "\nparty ") + std::string(stream_.text(name));
  }
  d.help = below ? "leave out the names that have a line of their own: each `party` is declared where its "
                   "options stand"
                 : "write `party` and a name for each, with its options below it";
  d.propose(range, lines);
  for (const Token& name : names)
    if (stream_.timesDeclared(stream_.text(name)) < 2)
      file_.parties.emplace_back().name = stream_.text(name);
  partyOpen_ = false;
  stream_.skipLine();
  return true;
}

void Parser::family() {
  if (partiesInList() || partiesBelow())
    return;
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto named = nameAndLabel("the name of a family");
  syntax::Party& family = file_.parties.emplace_back();
  family.isFamily = true;
  partyOpen_ = true;
  if (!named)
    return abandon();
  family.name = named->name;
  family.label = named->label;
  family.labelWords = named->labelWords;
  const bool sign = stream_.peek().is(Kind::equals) ||
                    (stream_.peek().is(Kind::name) && stream_.peek(1).is(Kind::name)); // `are`, `include`
  if (!stream_.accept(Word::of)) {
    auto& d = stream_.expected("`of`");
    d.help = "write `parties Family of A, B, …`";
    if (sign)
      d.mend({stream_.last().range.end, stream_.peek().range.end}, " of");
    if (sign)
      stream_.next();
  }
  familyMembers(family);
  family.words = stream_.wordsFrom(begin);
  finish(family.because);
}

void Parser::familyMembers(syntax::Party& family) {
  do {
    if (stream_.atLineEnd() && !stream_.last().is(Kind::comma) && !stream_.last().is(Word::of))
      return; // `of` is missing, and so reported
    const auto member = nameAndLabel("the name of a member");
    if (!member) {
      stream_.toLineEnd();
      return;
    }
    family.members.push_back({member->name, member->label, member->labelWords});
    if (stream_.peek().is(Word::and_)) {
      stream_.error("S0301", stream_.peek().range, "members are separated by commas")
          .mend({stream_.last().range.end, stream_.peek().range.end}, ",")
          .help = "write `,` for `and`";
      stream_.correct(Kind::comma);
    }
  } while (stream_.accept(Kind::comma));
}

void Parser::option() {
  const Token keyword = stream_.next();
  options(ownerOfOption(keyword));
}

// `- dig`, `* dig "Dig deeper"`, `dig "Dig deeper"` and `options:` below a party.
bool Parser::unmarkedOption() {
  const Token first = stream_.peek();
  if (!partyOpen_)
    return false;
  if (stream_.looksAt("options") && stream_.atLineEnd(1)) {
    stream_.error("S0302", first.range, "each option has a line of its own")
        .mend({first.range.begin, stream_.endOfHeading(first)}, "")
        .help = "leave this line out, and begin the lines below it with `option`";
    stream_.skipLine();
    return true;
  }
  const bool marked = (first.is(Kind::dash) || first.is(Kind::star) || first.is(Kind::plus)) &&
                      stream_.peek(1).is(Kind::name);
  const bool labelled = first.is(Kind::name) && stream_.peek(1).is(Kind::string);
  if (!marked && !labelled)
    return false;
  if (labelled && synonym(stream_.text(first)) == Word::because)
    return citationInOtherWords();
  auto& d = stream_.error("S0302", first.range, "an option of a party begins with `option`");
  d.help = "write `option " + std::string(stream_.text(stream_.peek(marked ? 1 : 0))) + '`';
  const auto end = marked ? stream_.peek(1).range.begin : first.range.begin;
  d.mend({first.range.begin, end}, "option ");
  if (marked)
    stream_.next();
  options(file_.parties.back());
  return true;
}

// `evidence: "words"` below a party or an option
bool Parser::citationInOtherWords() {
  const Token word = stream_.peek();
  const Token words = stream_.peek(1);
  const std::string source = file_.sources.size() == 1 ? std::string(file_.sources.front().name) : "SOURCE";
  const std::string here = "because " + source + ' ' + std::string(stream_.text(words));
  auto& d = stream_.error("S0502", {word.range.begin, stream_.endOfHeading(word)},
                          "words that are cited stand behind `because` and their source");
  d.help = "write " + inMarks("because " + source + " \"…\"");
  if (file_.sources.size() == 1)
    d.propose({word.range.begin, words.range.end}, here);
  stream_.skipLine();
  return true;
}

syntax::Party& Parser::ownerOfOption(const Token& keyword) {
  if (partyOpen_)
    return file_.parties.back();
  auto& d = stream_.error("S0307", keyword.range, "this option belongs to no party");
  if (file_.parties.empty()) {
    d.help = "put `party NAME` above it";
    file_.parties.emplace_back();
  } else {
    d.note = "the lines of party " + inMarks(file_.parties.back().name) + " have ended before";
    d.help = "move it up to the party that can take it";
  }
  partyOpen_ = true;
  return file_.parties.back();
}

void Parser::options(syntax::Party& owner) {
  for (;;) {
    directionFirst();
    const auto named = nameAndLabel("the name of an option");
    if (!named)
      return abandon();
    syntax::Option option;
    option.name = named->name;
    option.label = named->label;
    option.labelWords = named->labelWords;
    syntax::Party& has = ownerInParentheses(owner);
    parenthesesBehindName(option);
    direction(option);
    labelBehindDirection(option);
    has.options.push_back(std::move(option));
    const bool alternative =
        (stream_.peek().is(Word::or_) || stream_.peek().is(Kind::bar)) && stream_.peek(1).is(Kind::name);
    if ((!stream_.peek().is(Kind::comma) && !alternative) || wordsFollowComma())
      return finish(has.options.back().because);
    stream_.error("S0301", stream_.peek().range, "`option` declares one option")
        .mend({stream_.last().range.end, stream_.peek(1).range.begin}, "\n  option ")
        .help = "write a line that begins with `option` for each";
    stream_.next();
  }
}

namespace {

/// What every option is that has no direction.
bool saysRevocable(std::string_view word) {
  return word == "reversible" || word == "revocable" || word == "optional" || word == "temporary";
}

bool saysIrrevocable(std::string_view word) {
  return word == "irreversible" || word == "permanent" || word == "final" || word == "once";
}

} // namespace

// `option dig, dig deeper than before`: words behind the comma, which are no name.
bool Parser::wordsFollowComma() const {
  const Token& second = stream_.peek(2);
  return stream_.peek(1).is(Kind::name) && unlabelled_ == stream_.position() &&
         (second.is(Kind::name) || second.is(Kind::number) || second.is(Word::of) || second.is(Word::not_)) &&
         stream_.text(second) != "irreversible" && stream_.text(second) != "permanent";
}

// option irrevocable dig
void Parser::directionFirst() {
  const Token word = stream_.peek();
  const Token name = stream_.peek(1);
  if ((!word.is(Word::irrevocable) && !word.is(Word::unresumable)) || !name.is(Kind::name))
    return;
  const bool labelled = stream_.peek(2).is(Kind::string);
  const Token& last = labelled ? stream_.peek(2) : name;
  const std::string said(stream_.text(word));
  auto& d = stream_.error("S0303", word.range, "the name stands before " + inMarks(said));
  const std::string here = std::string(stream_.wordsBetween(1, labelled ? 2 : 1)) + ' ' + said;
  d.help = "write " + inMarks(here);
  d.mend({word.range.begin, last.range.end}, here);
  stream_.next();
}

// `option close (Board)`, where Board is a party
syntax::Party& Parser::ownerInParentheses(syntax::Party& owner) {
  const bool one = stream_.peek().is(Kind::leftParen) && stream_.peek(2).is(Kind::rightParen);
  const auto said = std::ranges::find_if(file_.parties, [&](const syntax::Party& party) {
    return one && stream_.text(stream_.peek(1)) == party.name;
  });
  if (said == file_.parties.end())
    return owner;
  const model::Range range{stream_.peek().range.begin, stream_.peek(2).range.end};
  auto& d = stream_.error("S0307", range, "an option stands below the party that has it");
  const std::string name(said->name);
  if (&*said == &owner)
    d.mend({stream_.last().range.end, range.end}, "").help = "leave it out: this line stands below its party";
  else
    d.help = "move this line below " + inMarks("party " + name) + ", without the parentheses";
  for (int k = 0; k < 3; ++k)
    stream_.next();
  return *said;
}

// option dig (irrevocable), option dig (Dig deeper)
void Parser::parenthesesBehindName(syntax::Option& option) {
  const Token open = stream_.peek();
  std::size_t close = 1;
  while (!stream_.atLineEnd(close) && !stream_.peek(close).is(Kind::rightParen))
    ++close;
  if (!open.is(Kind::leftParen) || stream_.atLineEnd(close) || close < 2)
    return;
  const bool oneWay = close == 2 && saysIrrevocable(stream_.text(stream_.peek(1)));
  const bool way =
      oneWay ||
      (close == 2 && (stream_.peek(1).is(Word::irrevocable) || stream_.peek(1).is(Word::unresumable)));
  if (!way && !option.label.empty())
    return;
  if (close == 2 && saysRevocable(stream_.text(stream_.peek(1)))) {
    stream_.error("S0310", {open.range.begin, stream_.peek(close).range.end}, "no parentheses stand here")
        .mend({stream_.last().range.end, stream_.peek(close).range.end}, "")
        .help = "leave it out: an option can be taken and dropped again unless it is `irrevocable` or "
                "`unresumable`";
    for (std::size_t k = 0; k <= close; ++k)
      stream_.next();
    return;
  }
  const std::string inside(stream_.wordsBetween(1, close - 1));
  const std::string here = oneWay                                    ? "irrevocable"
                           : way || stream_.peek(1).is(Kind::string) ? inside
                                                                     : quoted(inside);
  const model::Range range{open.range.begin, stream_.peek(close).range.end};
  auto& d = stream_.error("S0310", range, "no parentheses stand here");
  d.help = "write " + inMarks(here);
  d.mend(range, here);
  if (!way)
    option.label = inside;
  else if (oneWay || stream_.peek(1).is(Word::irrevocable))
    option.direction = model::Direction::irrevocable;
  else
    option.direction = model::Direction::unresumable;
  for (std::size_t k = 0; k <= close; ++k)
    stream_.next();
}

// option dig irrevocable "Dig deeper"
void Parser::labelBehindDirection(syntax::Option& option) {
  const Token string = stream_.peek();
  if (!string.is(Kind::string) || !option.label.empty() || option.directionWords.empty())
    return;
  const auto begin = static_cast<std::size_t>(option.directionWords.data() - stream_.source().text().data());
  const model::Range before{begin, begin + option.directionWords.size()};
  auto& d = stream_.error("S0303", string.range, "the label stands before " + inMarks(option.directionWords));
  d.help = "write " + inMarks(std::string(stream_.text(string)) + ' ' + std::string(option.directionWords));
  d.mend({before.begin, before.begin}, std::string(stream_.text(string)) + ' ');
  d.mend({before.end, string.range.end}, "");
  option.label = *label();
  option.labelWords = stream_.text(string);
}

// option dig perhaps irrevocable, option dig perhaps 0.7 irrevocable
bool Parser::directionDoubt(syntax::Option& option) {
  const Token word = stream_.peek();
  if (!word.is(Kind::name) || model::markOfWord(stream_.text()) != model::Mark::perhaps)
    return false;
  const Token way = stream_.peek(1 + numberLength(1));
  stream_.next();
  option.odds = odds(stream_.text(word));
  if (way.is(Word::irrevocable) || way.is(Word::unresumable)) {
    option.doubted = true;
    option.directionWords = stream_.text(word);
    return true;
  }
  auto& d = stream_.error("S0302", word.range, "of an option only its direction can be in doubt");
  d.help = "write `perhaps irrevocable` if it is not known whether it can be dropped again";
  return true;
}

void Parser::direction(syntax::Option& option) {
  using model::Direction;
  for (;;) {
    if (directionDoubt(option))
      continue;
    const Token& here = stream_.peek();
    if (here.is(Kind::name) && saysRevocable(stream_.text()) && stream_.atLineEnd(1)) {
      stream_.error("S0302", here.range, "options are not " + inMarks(stream_.text()))
          .mend({stream_.last().range.end, here.range.end}, "")
          .help = "leave it out: an option can be taken and dropped again unless it is `irrevocable` or "
                  "`unresumable`";
      stream_.next();
      return;
    }
    if (here.is(Kind::name)) {
      const std::string_view text = stream_.text();
      const bool synonym = saysIrrevocable(text);
      const auto near = synonym ? std::optional<std::string_view>("irrevocable")
                                : nearest(text, {"irrevocable", "unresumable"});
      if (!near)
        return;
      stream_.error("S0302", here.range, "options are not " + inMarks(text))
          .propose(here.range, std::string(*near))
          .help = synonym ? "the word here is `irrevocable`" : "did you mean `" + std::string(*near) + "`?";
      stream_.correct(wordOf(*near));
    }
    if (!here.is(Word::irrevocable) && !here.is(Word::unresumable))
      return;
    const Direction wanted = here.is(Word::irrevocable) ? Direction::irrevocable : Direction::unresumable;
    if (option.direction != Direction::both)
      stream_.error("S0309", here.range, "an option has one direction only").help =
          option.direction == wanted
              ? "say it once"
              : "one that can be neither taken nor dropped is no option: use `always` or `never`";
    option.direction = wanted;
    const Token word = stream_.next();
    const std::string_view text = stream_.source().text();
    const auto begin = option.doubted ? static_cast<std::size_t>(option.directionWords.data() - text.data())
                                      : word.range.begin;
    option.directionWords = text.substr(begin, word.range.end - begin);
  }
}

} // namespace stasis::language
