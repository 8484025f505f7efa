#include "analysis/equilibrium_groups.h"
#include "analysis/robustness.h"
#include "analysis/workers.h"
#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/model_file.h"
#include "cli/states_where.h"
#include "language/nearest.h"
#include "report/robustness.h"

#include <algorithm>

namespace stasis::cli {

namespace {

std::string rendered(const report::RobustnessView& view, const std::string& format,
                     const report::Look& look) {
  if (format == "json")
    return report::robustnessJson(view);
  if (format == "csv")
    return report::robustnessCsv(view);
  if (format == "md")
    return report::robustnessMarkdown(view);
  return report::robustnessText(view, look);
}

/// None (and said) if a word is no kind of change.
std::optional<std::vector<analysis::ChangeKind>> kindsAsked(const Arguments& arguments, Console& console) {
  std::vector<analysis::ChangeKind> kinds;
  const std::string list = arguments.value("--change");
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string word = list.substr(begin, end - begin);
    const auto found = std::ranges::find(analysis::changeKinds, word, analysis::keyOf);
    if (found == analysis::changeKinds.end()) {
      console.sayError("`" + word + "` is not a kind of change",
                       "the kinds are drop, swap, free, bind and allow");
      return std::nullopt;
    }
    kinds.push_back(*found);
    begin = end + 1;
  }
  std::ranges::sort(kinds);
  const auto repeated = std::ranges::unique(kinds);
  kinds.erase(repeated.begin(), repeated.end());
  return kinds;
}

class States {
public:
  States(stability::Engine& engine, std::size_t limit) : engine_(engine), limit_(limit) {}

  void add(const model::Pattern& state) {
    const auto feasible = engine_.list(engine_.matching({state}), 1);
    if (!feasible.empty() && std::ranges::find(states_, feasible.front()) == states_.end())
      states_.push_back(feasible.front());
  }
  void add(stability::StateSet set) {
    if (states_.size() >= limit_)
      return;
    for (const auto& state : engine_.list(set, limit_))
      if (states_.size() < limit_)
        add(state);
    if (engine_.count(set) > limit_)
      cut_ = true;
  }
  bool cut() const { return cut_; }
  std::vector<model::Pattern> take() { return std::move(states_); }

private:
  stability::Engine& engine_;
  std::size_t limit_;
  std::vector<model::Pattern> states_;
  bool cut_ = false;
};

/// Those named on the command line; else the status quo, every named state and equilibria. None (and said) if
/// there is no such state.
std::optional<std::vector<model::Pattern>> statesAsked(const Arguments& arguments, stability::Engine& engine,
                                                       const stability::Solution& solution,
                                                       Console& console) {
  States states(engine, static_cast<std::size_t>(*arguments.number("--list")));
  for (const std::string& text : arguments.values("--state")) {
    const auto set = statesGiven(text, engine, console);
    if (!set)
      return std::nullopt;
    states.add(*set);
  }
  if (arguments.has("--where")) {
    const auto set = statesWhere(arguments.value("--where"), engine, console);
    if (!set)
      return std::nullopt;
    states.add(*set);
  }
  if (!arguments.has("--state") && !arguments.has("--where")) {
    if (engine.conflict().statusQuo)
      states.add(*engine.conflict().statusQuo);
    for (const auto& named : engine.conflict().named)
      states.add(named.state);
    for (const auto& group : analysis::equilibriumGroups(engine, solution))
      states.add(group.states);
  }
  if (states.cut())
    console.sayNote("not every state is told; --list tells more of them");
  return states.take();
}

Exit robust(const Arguments& arguments, Console& console) {
  analysis::RobustnessQuestion question;
  const auto kinds = kindsAsked(arguments, console);
  if (!readConcepts(arguments, question.concepts, console) || !kinds)
    return Exit::usage;
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto parties = partiesGiven(arguments.values("--party"), engine.conflict(), console);
  if (!parties)
    return Exit::usage;
  question.varied = {*kinds, *parties};
  question.depth = arguments.value("--depth") == "2" ? 2 : 1;
  question.limits = limitsAsked(arguments);
  question.threads =
      static_cast<std::size_t>(arguments.number("--jobs").value_or(analysis::threadsOfMachine()));
  const auto solution = stability::solve(engine, question.concepts);
  if (solution.stopped)
    return sayStopped(solution.stopped->limit, solution.stopped->message, console);
  const auto states = statesAsked(arguments, engine, solution, console);
  if (!states)
    return Exit::usage;
  question.states = *states;
  const auto answer = analysis::vary(engine, solution, question, console.errand());
  if (answer.stopped && answer.stopped->limit == stability::Limit::interrupted)
    return sayStopped(answer.stopped->limit, answer.stopped->message, console);
  const report::RobustnessView view{engine, answer, model->file.source,
                                    !arguments.has("--state") && !arguments.has("--where"),
                                    static_cast<std::size_t>(*arguments.number("--limit"))};
  if (!deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console))
    return Exit::wrong;
  return answer.stopped ? sayStopped(answer.stopped->limit, answer.stopped->message, console) : Exit::done;
}

} // namespace

Verb robustVerb() {
  Verb verb;
  verb.name = "robust";
  verb.summary = "how much the answer depends on what the analyst believes";
  verb.about =
      "Solves the conflict again in every variant that one change gives: each statement dropped, each two "
      "neighbours\n"
      "exchanged, each irrevocable option made free to change back and each free one irrevocable, each "
      "constraint left\n"
      "out. Tells in how many of them each state is an equilibrium, when it is not, and which equilibria "
      "appear. Without\n"
      "--state or --where it asks about the status quo, every named state, and the equilibria.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--state", "STATE", "only about this state; may be repeated", {}, "", OptionRow::Kind::text, true},
      {"--where", "EXPRESSION", "only about the states in which it holds", {}, ""},
      {"--change", "LIST", "which changes: drop, swap, free, bind, allow", {}, "drop,swap,free,bind,allow"},
      {"--party",
       "PARTY",
       "change only what this party or family wants and can do; may be repeated",
       {},
       "",
       OptionRow::Kind::text,
       true},
      {"--depth", "N", "changes at a time; 2 also tries every pair", {"1", "2"}, "1"},
      {"--concept", "LIST", "only under these concepts, such as nash,seq", {}, "nash,gmr,smr,seq,sseq"},
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      {"--limit", "N", "lines told of each list", {}, "8", OptionRow::Kind::number},
      {"--list", "N", "states asked about at most", {}, "10", OptionRow::Kind::number},
      {"--jobs",
       "N",
       "variants solved at a time; by default one for each processor",
       {},
       "",
       OptionRow::Kind::number},
  };
  for (const OptionRow& row : engineOptions())
    verb.options.push_back(row);
  for (const OptionRow& row : outputOptions())
    verb.options.push_back(row);
  verb.examples = {"stasis robust conflicts/foreign-troops/foreign-troops.conflict --state peace_neutral",
                   "stasis robust model.conflict --depth 2 --party Russia",
                   "stasis robust model.conflict --format csv > robust.csv"};
  verb.run = robust;
  return verb;
}

} // namespace stasis::cli
