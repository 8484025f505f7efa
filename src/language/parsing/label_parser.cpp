// A name and its label, and words in the place of a label.
#include "language/lexing/any_script.h"
#include "language/parsing/parser.h"

namespace stasis::language {

std::optional<std::string> Parser::label() {
  if (!stream_.peek().is(Kind::string))
    return std::nullopt;
  return unquoted(stream_.text(stream_.next()));
}

std::optional<Parser::Named> Parser::nameAndLabel(const std::string& what) {
  Named named;
  if (stream_.peek().is(Kind::string)) {
    labelAlone(named, what);
    return named;
  }
  const auto name = stream_.declaredName(what);
  if (!name)
    return std::nullopt;
  named.name = *name;
  const bool declares = what == "the name of an option" || what == "the name of a party";
  if (declares && stream_.peek().is(Kind::comma) && stream_.peek(1).is(Kind::string)) {
    stream_.error("S0301", stream_.peek().range, "no comma stands between a name and its label")
        .mend({stream_.last().range.end, stream_.peek().range.end}, "")
        .help = "leave it out";
    stream_.next();
  }
  if (auto text = label()) {
    named.label = std::move(*text);
    named.labelWords = stream_.text(stream_.last());
  } else
    unlabelled_ = stream_.position();
  return named;
}

// `party "Ontario"` or `party "Ontario" Ont`: the name is missing, or comes second.
void Parser::labelAlone(Named& named, const std::string& what) {
  const Token string = stream_.peek();
  named.label = *label();
  named.labelWords = stream_.text(string);
  auto& d = stream_.error("S0303", string.range, "a label stands where " + what + " is expected");
  if (stream_.peek().is(Kind::name)) {
    d.help =
        "put the name first: `" + std::string(stream_.text()) + ' ' + std::string(stream_.text(string)) + '`';
    d.mend({string.range.begin, stream_.peek().range.end},
           std::string(stream_.text()) + ' ' + std::string(stream_.text(string)));
    named.name = stream_.text(stream_.next());
    return;
  }
  d.help = "put a short name before it, by which the rest of the file can call it";
  std::string_view inside = stream_.text(string).substr(1);
  inside = inside.substr(0, named.label.size());
  if (inside == named.label && isName(inside) && wordOf(inside) == Word::none_) {
    named.name = inside;
    d.help = "put the name first, without `\"` marks: `" + named.label + '`';
  }
}

/// `= no`, `default yes`, `optional` after the name of an option, up to the end of the line: how many
/// tokens.
std::size_t Parser::valueLength() const {
  const bool sign = stream_.peek().is(Kind::equals);
  const std::string_view word = stream_.text();
  const bool before = word == "default" || word == "defaults" || word == "initially" || word == "currently";
  if ((sign || before) && saysTruth(stream_.text(stream_.peek(1))) && stream_.atLineEnd(2))
    return 2;
  return (word == "optional" || word == "possible") && stream_.atLineEnd(1) ? 1 : 0;
}

/// `requires y`, `only if y`, `unless y` after the name of an option: the constraint that says so; empty if
/// the words say no condition.
std::string Parser::conditionBehindOption() const {
  const std::string_view word = stream_.text();
  const bool two = (word == "only" && (stream_.peek(1).is(Word::if_) || stream_.looksAt("when", 1))) ||
                   (word == "depends" && stream_.looksAt("on", 1));
  const bool needs =
      two || word == "requires" || word == "needs" || word == "if" || word == "when" || word == "presupposes";
  const bool excludes = word == "unless" || word == "excludes" || word == "without";
  std::size_t end = two ? 2 : 1;
  const std::size_t begin = end;
  while (!stream_.atLineEnd(end) && !stream_.peek(end).is(Word::because))
    ++end;
  if ((!needs && !excludes) || end == begin)
    return {};
  const std::string option(stream_.text(stream_.last()));
  const std::string condition(stream_.wordsBetween(begin, end - begin));
  return needs ? "always " + option + " implies " + condition : "never " + option + " and " + condition;
}

// `option x – Some words`, `option x Some words`: the rest of the line is the label.
void Parser::labelWithoutMarks(Diagnostic& d, const Token& here) {
  if (const std::string constraint = conditionBehindOption(); !constraint.empty()) {
    d.help =
        "when an option can be taken is said on a line of its own, below the parties: " + inMarks(constraint);
    return;
  }
  if (const std::size_t length = valueLength(); length > 0) {
    const model::Range range{here.range.begin, stream_.peek(length - 1).range.end};
    d.range = range;
    d.message = "an option has no value where it is declared";
    d.help = "leave it out: what is taken today follows `status quo`";
    d.mend({stream_.last().range.end, range.end}, "");
    return;
  }
  d.help = "a label stands between `\"` marks";
  std::size_t ahead = here.is(Kind::name) ? 0 : 1;
  if (stream_.atLineEnd(ahead))
    return;
  if (stream_.peek(ahead).is(Kind::string)) { // `option z = "Third"`
    d.help = "leave out " + inMarks(stream_.text(here));
    d.mend({stream_.last().range.end, here.range.end}, "");
    return;
  }
  const Token first = stream_.peek(ahead);
  while (!stream_.atLineEnd(ahead + 1) && !stream_.peek(ahead + 1).is(Word::because) &&
         !stream_.peek(ahead + 1).is(Kind::string))
    ++ahead;
  const model::Range words{first.range.begin, stream_.peek(ahead).range.end};
  if (here.is(Kind::name) && stream_.peek(ahead + 1).is(Kind::string)) { // `option open the border "Open it"`
    d.help = "leave out " + inMarks(stream_.source().text().substr(words.begin, words.end - words.begin)) +
             ": a name is one word, and its label follows at once";
    d.propose({stream_.last().range.end, words.end}, "");
    return;
  }
  const std::string label = quoted(stream_.source().text().substr(words.begin, words.end - words.begin));
  const std::string name(stream_.text(stream_.last()));
  d.help += ": " + (here.is(Kind::name) ? inMarks(label) : "write " + inMarks(name + ' ' + label));
  if (stream_.atLineEnd(ahead + 1))
    d.propose({here.is(Kind::name) ? here.range.begin : stream_.last().range.end, words.end},
              (here.is(Kind::name) ? "" : " ") + label);
}

} // namespace stasis::language
