#include "language/lexing/lexer.h"
#include "language/parse.h"
#include "language/parsing/expression_parser.h"
#include "language/parsing/token_stream.h"
#include "language/resolving/expansion.h"
#include "language/resolving/expression_resolver.h"
#include "language/resolving/names.h"

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
  for (std::size_t i = 0; i < conflict.listed.size(); ++i)
    names.states.emplace(conflict.listed[i].name, model::StateRef{model::StateRef::Kind::listed, i});
  for (std::size_t i = 0; i < conflict.named.size(); ++i)
    names.states.emplace(conflict.named[i].name, model::StateRef{model::StateRef::Kind::named, i});
  for (std::size_t i = 0; i < conflict.options.size(); ++i) {
    const model::Option& option = conflict.options[i];
    names.options[option.name].emplace_back(i);
    names.own(option.owner, option.name, model::OptionId(i));
  }
}

/// Reads one and gives it its meaning by `resolve`; none if there is an error.
template <class Meaning, class Resolve>
std::pair<std::optional<Meaning>, Diagnostics>
readOne(const SourceText& source, const model::Conflict& conflict, ExpressionParser::Of of, Resolve resolve) {
  Lexed lexed = lex(source);
  Problems problems;
  std::optional<Meaning> meaning;
  if (lexed.isText) {
    TokenStream stream(source, lexed, problems);
    const auto written = ExpressionParser(stream, of).parse();
    stream.accept(Kind::lineEnd);
    if (!written.empty() && !stream.atEnd())
      stream.expected("the end of the expression");
    Names names(source, *lexed.spellings, conflict, problems);
    enter(conflict, names);
    Expansion expansion(names);
    ExpressionResolver resolver(names, conflict, expansion);
    meaning = resolve(resolver, written);
  }
  Problems all = std::move(lexed.problems);
  all.append(std::move(problems));
  if (all.errors() != 0)
    meaning.reset();
  return {std::move(meaning), std::move(all).finish({source.text().size(), source.text().size()})};
}

} // namespace

ParsedExpression parseExpression(const SourceText& source, const model::Conflict& conflict) {
  auto [expression, diagnostics] = readOne<model::Expression>(
      source, conflict, ExpressionParser::Of::options,
      [](ExpressionResolver& resolver, const auto& written) { return resolver.resolve(written); });
  return {std::move(expression), std::move(diagnostics)};
}

Diagnostics checkForm(const SourceText& source, bool asks) {
  const model::Range end{source.text().size(), source.text().size()};
  Lexed lexed = lex(source);
  Problems problems;
  if (const auto sign = source.text().find_first_of("#\""); sign != std::string_view::npos)
    problems.error("S0310", {sign, sign + 1}, "a condition has no comments and no quoted words");
  if (lexed.isText && lexed.problems.errors() == 0 && problems.errors() == 0) {
    TokenStream stream(source, lexed, problems);
    const auto of = asks ? ExpressionParser::Of::stability : ExpressionParser::Of::options;
    const auto written = ExpressionParser(stream, of).parse();
    stream.accept(Kind::lineEnd);
    if (!written.empty() && !stream.atEnd())
      stream.expected("the end of the condition");
  }
  Problems all = std::move(lexed.problems);
  all.append(std::move(problems));
  Diagnostics found = std::move(all).finish(end);
  std::erase_if(found, [](const Diagnostic& d) { return d.severity != Severity::error; });
  return found;
}

ParsedQuery parseQuery(const SourceText& source, const model::Conflict& conflict) {
  auto [query, diagnostics] = readOne<model::Query>(
      source, conflict, ExpressionParser::Of::stability,
      [](ExpressionResolver& resolver, const auto& written) { return resolver.resolveQuery(written); });
  return {std::move(query), std::move(diagnostics)};
}

} // namespace stasis::language
