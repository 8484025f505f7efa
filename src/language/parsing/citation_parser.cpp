// `because`, and the end of a statement that may be cited.
#include "language/parsing/parser.h"

#include <algorithm>

namespace stasis::language {

std::optional<syntax::Citation> Parser::citation() {
  const std::size_t begin = stream_.position();
  const Token keyword = stream_.next();
  syntax::Citation c;
  if (stream_.peek().is(Kind::string)) {
    auto& d =
        stream_.error("S0502", keyword.range, "the citation does not say which source the words are from");
    d.help = "write `because SOURCE \"words\"`, and `source SOURCE \"path\"` once";
    if (file_.sources.size() == 1) {
      const std::string here = "because " + std::string(file_.sources.front().name);
      d.propose(keyword.range, here).help = "write `" + here + " \"…\"`";
    }
    stream_.next();
    return std::nullopt;
  }
  if (const Token of = stream_.peek(); of.is(Word::of) && stream_.peek(1).is(Kind::name)) {
    stream_.error("S0302", of.range, "`of` has no meaning here")
        .mend({of.range.begin, stream_.peek(1).range.begin}, "")
        .help = "leave it out: the name of the source follows at once";
    stream_.next();
  }
  const auto source = stream_.name("the name of a source");
  if (!source)
    return std::nullopt;
  c.source = *source;
  const Token words = stream_.peek();
  if (words.is(Kind::statement)) {
    stream_.next();
    c.textWords = stream_.text(words);
    c.text = std::string(c.textWords);
    c.words = stream_.wordsFrom(begin);
    return c;
  }
  if (words.is(Kind::comma) && stream_.peek(1).is(Kind::string)) {
    stream_.error("S0301", words.range, "no comma stands between a source and its words")
        .mend({stream_.last().range.end, words.range.end}, "")
        .help = "leave it out";
    stream_.next();
  }
  const auto text = label();
  if (!text) {
    auto& d = stream_.expected("the words cited, between `\"` marks");
    d.help = "write `because " + std::string(*source) + " \"…\"`, with words of that source";
    if (words.is(Kind::name) && !stream_.atLineEnd(1)) {
      stream_.toLineEnd();
      const model::Range said{words.range.begin, stream_.last().range.end};
      d.propose(said, quoted(stream_.source().text().substr(said.begin, said.end - said.begin)));
    }
    return std::nullopt;
  }
  c.text = *text;
  c.textWords = stream_.text(stream_.last());
  c.words = stream_.wordsFrom(begin);
  return c;
}

// (minutes: "the roof leaks"), below what it supports
bool Parser::citationInParentheses() {
  const std::size_t open = stream_.peek().is(Kind::leftParen) ? 1 : 0;
  const Token source = stream_.peek(open);
  const bool known =
      source.is(Kind::name) && std::ranges::any_of(file_.sources, [&](const syntax::Source& one) {
        return one.name == stream_.text(source);
      });
  const std::size_t end = 2 + 2 * open;
  if (!known || !stream_.peek(open + 1).is(Kind::string) || !stream_.atLineEnd(end) ||
      (open == 1 && !stream_.peek(3).is(Kind::rightParen)))
    return false;
  const model::Range said{stream_.peek().range.begin, stream_.peek(end - 1).range.end};
  const std::string here = "because " + std::string(stream_.text(source)) + ' ' +
                           std::string(stream_.text(stream_.peek(open + 1)));
  stream_.error("S0502", said, "cited words follow `because` and their source").mend(said, here).help =
      "write `because " + std::string(stream_.text(source)) + " \"…\"`";
  stream_.skipLine();
  return true;
}

void Parser::citations(syntax::Citations& because) {
  while (stream_.peek().is(Word::because)) {
    auto c = citation();
    if (!c)
      return stream_.skipLine();
    because.push_back(std::move(*c));
  }
}

void Parser::because() {
  const Token keyword = stream_.peek();
  if (cited_ != nullptr) {
    citations(*cited_);
    return endLine();
  }
  auto& d = stream_.error("S0501", keyword.range,
                          uncited_.empty() ? "there is nothing before it that a citation could support"
                                           : uncited_ + " cannot be cited");
  d.help = "`because` follows a party, an option, a constraint, a preference statement or a weight";
  stream_.skipLine();
}

void Parser::finish(syntax::Citations& cited) {
  cited_ = &cited;
  uncited_.clear();
  citations(cited);
  endLine();
}

void Parser::finish(const std::string& what) {
  cited_ = nullptr;
  uncited_ = what;
  if (stream_.peek().is(Word::because))
    return because();
  endLine();
}

} // namespace stasis::language
