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
    file_.title = textExpected("a title between `\"` marks");
  }
  finish("the title");
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

void Parser::source() {
  const std::size_t begin = stream_.position();
  stream_.next();
  if (stream_.peek().is(Kind::string)) {
    stream_.error("S0301", stream_.peek().range, "the source has no name").help =
        "write a name before the path, and cite it by that name: `source report \"path/to/report.txt\"`";
    return abandon();
  }
  const auto name = stream_.declaredName("the name of a source");
  if (!name)
    return abandon();
  syntax::Source source{*name, {}, {}, {}};
  if (auto path = label())
    source.path = std::move(*path);
  else
    textExpected("the path of its text between `\"` marks");
  if (auto description = label())
    source.description = std::move(*description);
  source.words = stream_.wordsFrom(begin);
  file_.sources.push_back(std::move(source));
  finish("a source");
}

} // namespace stasis::language
