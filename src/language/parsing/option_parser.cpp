// `option`, and whose option it is.
#include "language/parsing/parser.h"
#include "language/parsing/statement_words.h"

#include <algorithm>

namespace stasis::language {

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
                          "cited words follow `because` and their source");
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
    d.help = "put the line of the party that can take it, `party NAME`, above it";
    file_.parties.emplace_back();
  } else {
    d.note = "the lines of party " + inMarks(file_.parties.back().name) + " have ended before";
    d.help = "move it below the line of the party that can take it, `party NAME`";
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
    auto& d = stream_.error("S0301", stream_.peek().range, "`option` declares one option");
    d.mend({stream_.last().range.end, stream_.peek(1).range.begin}, "\n  option ").help =
        "write a line that begins with `option` for each";
    if (alternative) {
      d.fixIsSafe = false;
      d.help += "; of one that is done in either of two ways, say so in its label";
    }
    stream_.next();
  }
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

} // namespace stasis::language
