// What a file says of itself: `conflict`, `about`, `source`.
#include "language/parsing/parser.h"

namespace stasis::language {

void Parser::conflict() {
  const Token keyword = stream_.next();
  if ((stream_.peek().is(Kind::equals) || stream_.peek().is(Kind::name)) &&
      stream_.peek(1).is(Kind::string)) {
    stream_.error("S0105", stream_.peek().range, inMarks(stream_.text()) + " has no meaning here")
        .mend({keyword.range.end, stream_.peek().range.end}, "")
        .help = "leave it out: the title follows at once";
    stream_.next();
  }
  const auto title = label();
  if (file_.title) {
    stream_.error("S0204", keyword.range, "a file tells one conflict; this is a second title").help =
        "use `about` for more text";
  } else if (title) {
    file_.title = title;
    file_.titleWords = stream_.text(stream_.last());
  } else {
    file_.title = titleWithoutMarks(keyword);
  }
  finish("the title");
}

// conflict: Night flights; Title: Night flights
std::string Parser::titleWithoutMarks(const Token& keyword) {
  if (stream_.atLineEnd() || stream_.peek().is(Kind::malformed))
    return textExpected("a title between `\"` marks");
  const Token first = stream_.peek();
  while (!stream_.atLineEnd())
    stream_.next();
  const std::size_t end = stream_.last().range.end;
  std::string title(stream_.source().text().substr(first.range.begin, end - first.range.begin));
  const std::string here = "conflict " + quoted(title);
  stream_
      .error("S0301", first.range,
             "expected a title between `\"` marks, found " + inMarks(stream_.text(first)))
      .propose({keyword.range.begin, end}, here)
      .help = "write " + inMarks(here);
  return title;
}

// Text without its marks: the rest of the line.
std::string Parser::textExpected(const std::string& what) {
  const std::size_t begin = stream_.position();
  auto& d = stream_.expected(what);
  while (!stream_.atLineEnd())
    stream_.next();
  std::string text(stream_.wordsFrom(begin));
  if (!text.empty())
    d.help = "put it between `\"` marks: `" + quoted(text) + '`';
  return text;
}

void Parser::about() {
  stream_.next();
  if (auto text = label()) {
    file_.about.push_back(std::move(*text));
    file_.aboutWords.push_back(stream_.text(stream_.last()));
  } else
    textExpected("a text between `\"` marks");
  finish("`about`");
}

// letter = "letter.txt", where a source is cited by that name
bool Parser::sourceWithoutWord() {
  const Token name = stream_.peek();
  if (!name.is(Kind::name) || !stream_.peek(1).is(Kind::equals) || !stream_.peek(2).is(Kind::string) ||
      !stream_.atLineEnd(3) || stream_.isDeclared(stream_.text()))
    return false;
  const model::Range said{name.range.begin, stream_.peek(2).range.end};
  const std::string here =
      "source " + std::string(stream_.text(name)) + ' ' + std::string(stream_.text(stream_.peek(2)));
  stream_.error("S0302", said, "a source is declared by `source`").propose(said, here).help =
      "write " + inMarks(here);
  file_.sources.push_back(
      {stream_.text(name), unquoted(stream_.text(stream_.peek(2))), {}, stream_.wordsBetween(0, 3)});
  stream_.skipLine();
  return true;
}

// source letter letters/may.txt "The owner's letter"
std::string Parser::pathWithoutMarks() {
  const Token first = stream_.peek();
  auto& d = stream_.expected("the path of its text between `\"` marks");
  while (!stream_.atLineEnd() && !stream_.peek().is(Kind::string))
    stream_.next();
  if (first.is(Kind::string) || stream_.last().range.begin < first.range.begin)
    return {};
  model::Range said{first.range.begin, stream_.last().range.end};
  const bool comma = stream_.last().is(Kind::comma) && stream_.peek().is(Kind::string);
  const model::Range whole = said;
  if (comma)
    said.end = stream_.last().range.begin;
  const std::string path(stream_.source().text().substr(said.begin, said.end - said.begin));
  d.help = "put it between `\"` marks: " + inMarks(quoted(path));
  d.propose(whole, quoted(path));
  return path;
}

void Parser::source() {
  const std::size_t begin = stream_.position();
  stream_.next();
  const bool behind = stream_.peek().is(Kind::string) && stream_.peek(2).is(Kind::name) &&
                      (stream_.looksAt("as", 1) || stream_.looksAt("called", 1)) && stream_.atLineEnd(3);
  if (behind) { // source "letter.txt" as letter
    const std::string path(stream_.text());
    const Token name = stream_.peek(2);
    const std::string here = std::string(stream_.text(name)) + ' ' + path;
    stream_
        .error("S0303", {stream_.peek(1).range.begin, name.range.end},
               "the name of a source stands before its path")
        .mend({stream_.peek().range.begin, name.range.end}, here)
        .help = "write " + inMarks("source " + here);
    file_.sources.push_back({stream_.text(name), unquoted(path), {}, stream_.wordsFrom(begin)});
    return abandon();
  }
  if (stream_.peek().is(Kind::string)) {
    stream_.error("S0301", stream_.peek().range, "the source has no name").help =
        "write a name before the path, and cite it by that name: `source report \"path/to/report.txt\"`";
    return abandon();
  }
  const auto name = stream_.declaredName("the name of a source");
  if (!name)
    return abandon();
  syntax::Source source{*name, {}, {}, {}};
  if (stream_.peek().is(Kind::equals)) {
    const Token sign = stream_.peek();
    const bool marked = stream_.peek(1).is(Kind::string);
    std::size_t last = 1;
    while (!marked && !stream_.atLineEnd(last + 1))
      ++last;
    const model::Range path{stream_.peek(1).range.begin, stream_.peek(last).range.end};
    const std::string here = marked
                                 ? std::string(stream_.text(stream_.peek(1)))
                                 : quoted(stream_.source().text().substr(path.begin, path.end - path.begin));
    const std::string whole = "source " + std::string(*name) + ' ' + here;
    stream_.error("S0301", sign.range, "no `=` stands between a source and its path")
        .propose({sign.range.begin, path.end}, here)
        .help = "write " + inMarks(whole);
    stream_.next();
    if (!marked) {
      source.path = stream_.source().text().substr(path.begin, path.end - path.begin);
      stream_.toLineEnd();
      file_.sources.push_back(std::move(source));
      return abandon();
    }
  }
  if (auto path = label())
    source.path = std::move(*path);
  else
    source.path = pathWithoutMarks();
  if (auto description = label())
    source.description = std::move(*description);
  source.words = stream_.wordsFrom(begin);
  file_.sources.push_back(std::move(source));
  finish("a source");
}

} // namespace stasis::language
