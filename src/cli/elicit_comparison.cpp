#include "cli/elicit_comparison.h"

#include "analysis/states/states_named.h"
#include "language/parse.h"

#include <algorithm>

namespace stasis::cli {

using analysis::Place;

report::ElicitationView StateComparison::answered(const analysis::PairAnswers& answers) {
  return {asked_.engine, asked_.party, asked_.states, asked_.concepts, asked_.complete, nullptr, answers};
}

report::ElicitationView StateComparison::view(const analysis::PairAnswers& answers) {
  auto view = answered(answers);
  view.next = questions_.next(answers.order(), answers.unknown());
  for (const std::size_t stake : questions_.open(answers.order()))
    view.open.push_back({stakes_.state(stake), stakes_.under(stake)});
  return view;
}

NamedPlace StateComparison::named(std::string_view words) {
  const std::string text(words);
  const auto named = analysis::statesNamed(asked_.engine, text);
  if (!named.diagnostics.empty())
    return {{}, "`" + text + "` names no state: " + named.diagnostics.front().message, {}};
  if (!named.set)
    return {{}, named.problem, named.help};
  if (asked_.engine.count(*named.set) > 1)
    return {{},
            "`" + text + "` names " + asked_.engine.count(*named.set).get_str() +
                " states, and one is compared",
            {}};
  const auto found = std::ranges::find(asked_.states, asked_.engine.list(*named.set, 1).front());
  return {static_cast<Place>(found - asked_.states.begin()), {}, {}};
}

report::ElicitationView StatementComparison::answered(const analysis::PairAnswers& answers) {
  return {asked_.engine, asked_.party, asked_.states, asked_.concepts, asked_.complete, &topics_, answers};
}

report::ElicitationView StatementComparison::view(const analysis::PairAnswers& answers) {
  const auto found = questions_.next(answers.order(), answers.unknown());
  auto view = answered(answers);
  view.next = found.next;
  for (const auto& open : found.open)
    view.open.push_back({open.state, open.id});
  return view;
}

namespace {

/// Whether the two hold in the same states, of all that are feasible.
bool holdAlike(stability::Engine& engine, const model::Expression& one, const model::Expression& other) {
  const stability::Scratch scratch(engine);
  const auto a = engine.where(one), b = engine.where(other);
  return engine.count(engine.either(engine.without(a, b), engine.without(b, a))) == 0;
}

} // namespace

NamedPlace StatementComparison::named(std::string_view words) {
  const std::string text(words);
  const auto& conflict = asked_.engine.conflict();
  const auto parsed = language::parseExpression(language::SourceText("STATEMENT", text), conflict);
  if (!parsed.expression)
    return {{},
            "`" + text + "` is no statement: " + parsed.diagnostics.front().message,
            parsed.diagnostics.front().help};
  const auto place = topics_.literalOf(*parsed.expression, conflict, asked_.states);
  if (!place || !holdAlike(asked_.engine, *parsed.expression, topics_.wanted(*place)))
    return {{},
            "`" + text + "` is none of the statements that are asked about",
            "`--statement '" + text + "'` asks about it"};
  return {place, {}, {}};
}

} // namespace stasis::cli
