#include "analysis/coalitions/coalitions.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/schema.h"
#include "cli/states_where.h"
#include "cli/view_asked.h"
#include "report/coalitions/coalitions.h"
#include "report/telling/page.h"
#include "report/telling/state_row.h"

#include <algorithm>

namespace stasis::cli {

namespace {

/// If there are more coalitions than this, they are not listed one by one.
constexpr std::size_t mostCoalitions = 10'000;
/// This many pairs of a state and a coalition take no time. With more, only equilibria are examined.
constexpr std::size_t fewPairs = 8192;

std::string rendered(const report::CoalitionsView& view, const std::string& format,
                     const report::Look& look) {
  if (format == "json")
    return report::coalitionsJson(view);
  if (format == "csv")
    return report::coalitionsCsv(view);
  if (format == "md")
    return report::coalitionsMarkdown(view);
  return report::onPage(report::coalitionsText(view, look), look);
}

/// None, after an error message, if a name is unknown.
std::optional<std::vector<analysis::Coalition>> named(const Arguments& arguments,
                                                      const model::Conflict& conflict, Console& console) {
  std::vector<analysis::Coalition> coalitions;
  for (std::string text : arguments.values("--coalition")) {
    std::ranges::replace(text, '+', ',');
    const auto members = partiesGiven({text}, conflict, console);
    if (!members)
      return std::nullopt;
    if (std::ranges::find(coalitions, *members) == coalitions.end())
      coalitions.push_back(*members);
  }
  return coalitions;
}

/// The coalitions asked about. None, after an error message, if there are none or too many.
std::optional<std::vector<analysis::Coalition>>
coalitionsGiven(const Arguments& arguments, const model::Conflict& conflict, Console& console) {
  if (arguments.has("--coalition"))
    return named(arguments, conflict, console);
  const std::size_t parties = conflict.parties.size();
  if (parties == 0) {
    console.sayError("the conflict has no parties, so there are no coalitions");
    return std::nullopt;
  }
  const std::size_t size = arguments.has("--size") ? static_cast<std::size_t>(*arguments.number("--size"))
                                                   : (parties <= 6 ? parties : 2);
  const auto count = analysis::countCoalitions(parties, 1, size);
  if (count == 0 || count > mostCoalitions) {
    console.sayError(count == 0 ? "--size 0 leaves no coalition"
                                : "there are " + count.get_str() + " coalitions of up to " +
                                      std::to_string(size) + " parties, too many to list one by one",
                     "name some with --coalition A,B, or give another --size");
    return std::nullopt;
  }
  return analysis::coalitionsOf(conflict, 1, size);
}

/// How many equilibria of a large conflict are examined if --list does not say.
constexpr std::size_t fewEquilibria = 48;

struct Examined {
  std::vector<model::Pattern> states;
  stability::Count more; ///< left out because there are too many
  std::string words;
};

/// First the equilibria under every concept solved, then the others; each by number.
std::vector<model::Pattern> strongest(stability::Engine& engine, const stability::Solution& solution,
                                      std::size_t limit) {
  auto under = engine.feasible();
  for (const auto& concept_ : solution.concepts)
    under = engine.both(under, *concept_.equilibria);
  auto states = engine.list(under, limit);
  const auto others = engine.without(report::anyEquilibrium(engine, solution), under);
  for (auto& state : engine.list(others, limit - states.size()))
    states.push_back(std::move(state));
  return engine.list(engine.matching(states), states.size());
}

/// Which states to examine. None, after an error message, if --where is not an expression.
std::optional<Examined> examined(const Arguments& arguments, stability::Engine& engine,
                                 const stability::Solution& solution, std::size_t coalitions,
                                 Console& console) {
  auto limit = static_cast<std::size_t>(arguments.number("--list").value_or(4096));
  const auto of = [&](stability::StateSet set, std::string words) {
    auto states = engine.list(set, limit);
    const stability::Count more = engine.count(set) - states.size();
    return Examined{std::move(states), more, std::move(words)};
  };
  if (arguments.has("--where")) {
    const auto set = wholeStatesWhere(arguments.value("--where"), engine, console);
    return set ? std::optional(of(*set, "where " + arguments.value("--where"))) : std::nullopt;
  }
  if (arguments.has("--all") ||
      engine.count(engine.feasible()) * static_cast<unsigned long>(coalitions) <= fewPairs)
    return of(engine.feasible(), "every feasible state");
  if (!arguments.has("--list"))
    limit = fewEquilibria;
  Examined found{strongest(engine, solution, limit), 0, "equilibria only"};
  found.more = engine.count(report::anyEquilibrium(engine, solution)) - found.states.size();
  return found;
}

bool fits(const std::vector<analysis::Coalition>& coalitions, std::size_t parties, Console& console) {
  for (const auto& coalition : coalitions)
    if (parties - coalition.size() > analysis::mostTogether) {
      console.sayError("with --sanctions together at most " + std::to_string(analysis::mostTogether) +
                           " parties may stand outside a coalition",
                       "every group of them is one more that may act; --sanctions alone has no such limit");
      return false;
    }
  return true;
}

Exit coalitions(const Arguments& arguments, Console& console) {
  const auto classical = [](const ConceptsAsked& asked, stability::Engine&, Console& said) {
    return classicalConcepts(asked, "coalitions are defined", said);
  };
  auto [model, concepts, status] = openUnderConcepts(arguments, classical, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  analysis::CoalitionQuestion question;
  const auto given = coalitionsGiven(arguments, engine.conflict(), console);
  if (!given)
    return Exit::usage;
  question.coalitions = *given;
  question.gain = arguments.has("--pareto") ? analysis::Gain::pareto : analysis::Gain::strict;
  question.limit = static_cast<std::size_t>(*arguments.number("--limit"));
  if (arguments.value("--sanctions") == "together") {
    question.sanctioners = analysis::Sanctioners::together;
    if (!fits(question.coalitions, engine.conflict().parties.size(), console))
      return Exit::usage;
  }
  const auto solution = stability::solve(engine, concepts);
  if (solution.stopped)
    return sayStopped(solution.stopped->limit, solution.stopped->message, console);
  const auto states = examined(arguments, engine, solution, question.coalitions.size(), console);
  if (!states)
    return Exit::usage;
  question.states = states->states;
  const auto answer = analysis::examine(engine, solution, question, console.errand());
  const analysis::Rules rules(engine);
  report::CoalitionsView view{
      engine,       rules, question, answer, static_cast<std::size_t>(*arguments.number("--departures")),
      states->words};
  view.schema = schemaAsked(arguments, 2);
  if (!deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console))
    return Exit::wrong;
  if (states->more > 0)
    console.sayNote(states->more.get_str() + " more states were not examined; --list examines more");
  return answer.stopped ? sayStopped(answer.stopped->limit, answer.stopped->message, console) : Exit::done;
}

} // namespace

Verb coalitionsVerb() {
  Verb verb;
  verb.name = "coalitions";
  verb.summary = "what holds when parties act together";
  verb.about = "For coalitions of parties: from which equilibria they could go, by a legal sequence of "
               "their own moves, to a state all members like better, and whether the others could deter "
               "that; which states are stable for which coalition, and which for every one. For one "
               "coalition also the equilibria if it acted as one party. Without --coalition all "
               "coalitions are asked about (of up to 2 parties where there are more than 6).";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--coalition",
       "PARTIES",
       "only this coalition, such as A,B (a family stands for its members); may be repeated",
       {},
       "",
       OptionRow::Kind::text,
       true},
      {"--size", "K", "all coalitions of up to K parties", {}, "", OptionRow::Kind::number},
      {"--pareto",
       "",
       "a coalition gains when no member loses and one gains, not only when all gain",
       {},
       ""},
      {"--sanctions",
       "HOW",
       "whether the others improve each alone when they sanction, or also as groups",
       {"alone", "together"},
       "alone"},
      conceptOption(underTheseConcepts, classicalByDefault),
      {"--where", "EXPRESSION", "examine the states in which it holds", {}, ""},
      {"--all", "", "examine every state also where they are many, not equilibria alone", {}, ""},
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      {"--limit", "N", "states shown to which a coalition can go", {}, "5", OptionRow::Kind::number},
      {"--departures",
       "N",
       "text: equilibria shown that a coalition can leave",
       {},
       "8",
       OptionRow::Kind::number},
      {"--list",
       "N",
       "states examined at most; by default 4096, or of a large conflict 48 equilibria",
       {},
       "",
       OptionRow::Kind::number},
  };
  verb.options.push_back(schemaOption());
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis coalitions conflicts/elmira/nine-states.conflict",
                   "stasis coalitions elmira.conflict --coalition MoE,Uniroyal",
                   "stasis coalitions model.conflict --size 3 --pareto --format json"};
  verb.run = coalitions;
  return verb;
}

} // namespace stasis::cli
