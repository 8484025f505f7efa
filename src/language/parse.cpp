#include "language/parse.h"

#include "language/codes/fix.h"
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/lexer.h"
#include "language/parsing/parser.h"
#include "language/resolving/resolver.h"

#include <utility>

namespace stasis::language {

namespace {

struct Reading {
  Parsed parsed;
  std::size_t errors = 0;
};

Reading read(const SourceText& source, Lexed lexed) {
  const model::Range endOfFile{source.text().size(), source.text().size()};
  if (!lexed.isText)
    return {{std::nullopt, std::nullopt, std::move(lexed.problems).finish(endOfFile), {}}, 0};

  Problems inGrammar;
  TokenStream stream(source, lexed, inGrammar);
  syntax::File file = Parser(stream).run();
  file.spellings = lexed.spellings;

  Problems inMeaning;
  const bool sound = lexed.problems.errors() == 0 && inGrammar.errors() == 0;
  Resolved resolved = resolve(file, source, sound, inMeaning);

  Problems all = std::move(lexed.problems);
  all.append(std::move(inGrammar));
  all.append(std::move(inMeaning));
  Parsed parsed;
  const std::size_t errors = all.errors();
  const bool shapeIsSound = all.onlyIn(file.judgements);
  parsed.diagnostics = std::move(all).finish(endOfFile);
  keepNames(parsed.diagnostics, source.text(),
            [&](std::string_view word) { return stream.isDeclared(word); });
  keepGroups(parsed.diagnostics, source.text());
  parsed.allowed.assign(file.allowed.begin(), file.allowed.end());
  silence(parsed.diagnostics, parsed.allowed);
  if (errors == 0)
    parsed.conflict = std::move(resolved.conflict);
  else if (shapeIsSound)
    parsed.soundPart = std::move(resolved.conflict);
  if (parsed.conflict || parsed.soundPart)
    parsed.views = std::move(resolved.views);
  return {std::move(parsed), errors};
}

} // namespace

// What is right as it is written is not asked for what else it could mean, and what has other mistakes than
// such lines is parsed once.
Parsed parse(const SourceText& source) {
  Reading written = read(source, lex(source, Lines::asWritten));
  if (written.errors == 0 || source.text().size() > BorrowedLines::longestText)
    return std::move(written.parsed);
  Lexed meant = lex(source, Lines::asMeant);
  return meant.borrowed ? read(source, std::move(meant)).parsed : std::move(written.parsed);
}

} // namespace stasis::language
