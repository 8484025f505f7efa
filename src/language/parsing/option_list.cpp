// `status quo`, and options listed one by one.
#include "language/parsing/parser.h"

namespace stasis::language {

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
  if (stream_.atLineEnd() && !stream_.last().is(Kind::malformed)) {
    stream_
        .error("S0301", {stream_.last().range.begin, stream_.last().range.end},
               "the options that are taken today follow `status quo`")
        .propose({stream_.last().range.end, stream_.last().range.end}, " none")
        .help =
        "write `status quo none` if nothing is done today, else the options that are taken, with commas";
    syntax::StatusQuo broken;
    broken.options.broken = true;
    broken.words = stream_.wordsFrom(begin);
    file_.statusQuo.push_back(std::move(broken));
    return finish("the status quo");
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
                    stream_.looksAt("no") || stream_.looksAt("non") || stream_.looksAt("None") ||
                    stream_.looksAt("NONE") || stream_.looksAt("nil") || stream_.looksAt("null");
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
    if (stream_.peek().is(Word::and_) || stream_.peek().is(Kind::plus) || stream_.looksAt("but") ||
        stream_.looksAt("plus")) {
      stream_.error("S0301", stream_.peek().range, "options taken are separated by commas")
          .mend({stream_.last().range.end, stream_.peek().range.end}, ",")
          .help = "write `,` for " + inMarks(stream_.text());
      stream_.correct(Kind::comma);
    }
  } while (stream_.accept(Kind::comma) || commaMissing());
  return list;
}

// `a b`: the next option stands beside the one before.
bool Parser::commaMissing() {
  const Token& next = stream_.peek();
  const std::size_t length = next.is(Kind::name) ? stream_.nameLength(0) : 0;
  if (length == 0 || !stream_.isDeclared(stream_.text(stream_.peek(length - 1))))
    return false;
  const std::size_t end = stream_.last().range.end;
  stream_.error("S0301", next.range, "options taken are separated by commas").mend({end, end}, ",").help =
      "write `,` before " + inMarks(stream_.wordsBetween(0, length));
  return true;
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
  if (stream_.peek().is(Word::all) && stream_.peek(1).is(Word::of) && stream_.nameLength(2) > 0) {
    stream_.error("S0301", {stream_.peek().range.begin, stream_.peek(1).range.end}, "this list has no counts")
        .mend({stream_.peek().range.begin, stream_.peek(2).range.begin}, "")
        .help = "write " + inMarks(stream_.wordsBetween(2, stream_.nameLength(2))) + ", and so for each";
    stream_.next();
    stream_.next();
  }
  if (stream_.peek().is(Word::status) && stream_.looksAt("quo", 1)) {
    auto& d = stream_.error("S0301", {stream_.peek().range.begin, stream_.peek(1).range.end},
                            "a state is named by the options taken in it");
    d.help = "write them, or `none`; what is taken today has the name `status quo` already";
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

} // namespace stasis::language
