#include "cli/elicit_scores.h"

#include "analysis/states/states_named.h"
#include "cli/console.h"
#include "cli/model_file.h"
#include "exchange/criteria_table.h"
#include "exchange/exact_number.h"
#include "language/codes/nearest.h"
#include "report/telling/outcome_name.h"

#include <algorithm>

namespace stasis::cli {

using analysis::PairAnswer;
using analysis::Place;

namespace {

struct Scored {
  Place place = 0;
  mpq_class worth;
};

/// The place of the state that a cell names; none (and an error) if it names none or several.
std::optional<Place> placeOf(const exchange::Cell& cell, stability::Engine& engine,
                             const std::vector<model::Pattern>& states, language::Problems& problems) {
  const auto named = analysis::statesNamed(engine, cell.text);
  if (!named.set || engine.count(*named.set) != 1) {
    problems
        .error("S0716", cell.range,
               named.set               ? "`" + cell.text + "` names several states"
               : named.problem.empty() ? "`" + cell.text + "` names no state"
                                       : named.problem)
        .help = named.help;
    return std::nullopt;
  }
  const auto found = std::ranges::find(states, engine.list(*named.set, 1).front());
  return static_cast<Place>(found - states.begin());
}

/// Weights given as `cost=2,trust=0.5` take the place of those in the table.
bool reweigh(exchange::CriteriaTable& table, const std::string& text, Console& console) {
  std::vector<bool> given(table.criteria.size(), false);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string piece = text.substr(begin, end - begin);
    const std::size_t sign = std::min(piece.find('='), piece.size());
    const std::string name = piece.substr(0, sign);
    const auto weight = sign == piece.size() ? std::nullopt : exchange::exactNumber(piece.substr(sign + 1));
    language::Nearest nearest(name);
    for (const auto& criterion : table.criteria)
      nearest.consider(criterion.text);
    const auto at = std::ranges::find(table.criteria, name, &exchange::Cell::text);
    if (at == table.criteria.end() || !weight) {
      const auto meant = nearest.found();
      console.sayError(at == table.criteria.end() ? "--weights: no criterion is called `" + name + '`'
                                                  : "--weights: `" + piece + "` gives no number",
                       at == table.criteria.end() && meant ? "did you mean `" + std::string(*meant) + "`?"
                                                           : "such as --weights cost=2,trust=0.5");
      return false;
    }
    const auto place = static_cast<std::size_t>(at - table.criteria.begin());
    if (given[place]) {
      console.sayError("--weights: `" + name + "` stands there twice", "give each criterion one weight");
      return false;
    }
    given[place] = true;
    table.weights[place] = *weight;
    begin = end + 1;
  }
  return true;
}

/// Every state once, with its worth; what is wrong goes to `problems`.
std::vector<Scored> scored(const exchange::CriteriaTable& table, stability::Engine& engine,
                           const std::vector<model::Pattern>& states, language::Problems& problems) {
  std::vector<Scored> all;
  for (const auto& row : table.rows) {
    const auto place = placeOf(row.state, engine, states, problems);
    if (!place)
      continue;
    if (std::ranges::find(all, *place, &Scored::place) != all.end())
      problems.error("S0716", row.state.range, "the state `" + row.state.text + "` stands here twice");
    Scored one{*place, 0};
    for (std::size_t k = 0; k < row.values.size(); ++k)
      one.worth += table.weights[k] * row.values[k];
    all.push_back(std::move(one));
  }
  for (Place place = 0; place < states.size() && problems.errors() == 0; ++place)
    if (std::ranges::find(all, place, &Scored::place) == all.end())
      problems.error("S0716", {0, 0},
                     "the table has no row for state " + std::to_string(place + 1) + ", " +
                         report::outcomeName(engine.conflict(), states[place]));
  std::ranges::stable_sort(all, [](const Scored& a, const Scored& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.place < b.place;
  });
  return all;
}

std::string worthWords(const mpq_class& worth) {
  if (worth.get_den() == 1)
    return worth.get_str();
  std::string digits = std::to_string(worth.get_d());
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

analysis::PairAnswers chained(const std::vector<Scored>& scored, const mpq_class& tolerance,
                              std::size_t states) {
  analysis::PairAnswers answers(states);
  mpq_class best = scored.empty() ? mpq_class(0) : scored.front().worth;
  for (std::size_t k = 1; k < scored.size(); ++k) {
    const Scored& above = scored[k - 1];
    const Scored& below = scored[k];
    const bool tied = best - below.worth <= tolerance;
    if (!tied)
      best = below.worth;
    answers.add({tied ? PairAnswer::Kind::same : PairAnswer::Kind::rather, above.place, below.place,
                 worthWords(above.worth) + " and " + worthWords(below.worth)});
  }
  return answers;
}

} // namespace

Scores answersFromScores(const Arguments& arguments, stability::Engine& engine,
                         const std::vector<model::Pattern>& states, Console& console) {
  const auto tolerance = exchange::exactNumber(arguments.value("--tolerance"));
  if (!tolerance || *tolerance < 0) {
    console.sayError("--tolerance is a number from 0 on, not `" + arguments.value("--tolerance") + '`',
                     "such as --tolerance 0.5");
    return {{}, Exit::usage};
  }
  const auto source = readTableSource(arguments.value("--from"), console);
  if (!source)
    return {{}, Exit::wrong};
  language::Problems problems;
  auto table = exchange::readCriteria(*source, problems);
  if (table && !reweigh(*table, arguments.value("--weights"), console))
    return {{}, Exit::usage};
  const auto all = table ? scored(*table, engine, states, problems) : std::vector<Scored>{};
  const bool wrong = problems.errors() > 0;
  console.sayProblems(std::move(problems).finish({source->text().size(), source->text().size()}), *source);
  if (wrong)
    return {{}, Exit::wrong};
  return {chained(all, *tolerance, states.size()), Exit::done};
}

} // namespace stasis::cli
