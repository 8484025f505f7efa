#include "language/expansion.h"
#include "language/expression_parser.h"
#include "language/expression_resolver.h"
#include "language/lexer.h"
#include "language/names.h"
#include "language/parse.h"
#include "language/token_stream.h"

namespace stasis::language {

namespace {

// The names of a conflict that has been read; they are views of the conflict, which outlives them.
void enter(const model::Conflict& conflict, Names& names) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    names.parties.emplace(conflict.parties[i].name, model::PartyId(i));
  for (std::size_t i = 0; i < conflict.families.size(); ++i)
    names.families.emplace(conflict.families[i].name, model::FamilyId(i));
  for (std::size_t i = 0; i < conflict.defines.size(); ++i)
    names.defines.emplace(conflict.defines[i].name, model::DefineId(i));
  for (std::size_t i = 0; i < conflict.options.size(); ++i) {
    const model::Option& option = conflict.options[i];
    names.options[option.name].emplace_back(i);
    names.own(option.owner, option.name, model::OptionId(i));
  }
}

std::optional<model::Expression> read(TokenStream& stream, const SourceText& source,
                                      const model::Conflict& conflict, Problems& problems) {
  const auto written = ExpressionParser(stream, false).parse();
  stream.accept(Kind::lineEnd);
  if (!written.empty() && !stream.atEnd())
    stream.expected("the end of the expression");
  Names names(source, conflict, problems);
  enter(conflict, names);
  Expansion expansion(names);
  return ExpressionResolver(names, conflict, expansion).resolve(written);
}

} // namespace

ParsedExpression parseExpression(const SourceText& source, const model::Conflict& conflict) {
  const model::Range end{source.text().size(), source.text().size()};
  Lexed lexed = lex(source);
  ParsedExpression parsed;
  Problems problems;
  if (lexed.isText) {
    TokenStream stream(source, std::move(lexed.tokens), problems);
    parsed.expression = read(stream, source, conflict, problems);
  }
  Problems all = std::move(lexed.problems);
  all.append(std::move(problems));
  if (all.errors() != 0)
    parsed.expression.reset();
  parsed.diagnostics = std::move(all).finish(end);
  return parsed;
}

} // namespace stasis::language
