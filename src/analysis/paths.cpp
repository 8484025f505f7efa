#include "analysis/paths.h"

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;
using stability::StateSet;

namespace {

std::vector<PartyId> everybody(const model::Conflict& conflict) {
  std::vector<PartyId> all;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    all.emplace_back(i);
  return all;
}

class Finder {
public:
  Finder(stability::Engine& engine, const PathsQuestion& question, const stability::Errand& errand)
      : engine_(engine), question_(question), errand_(errand), rules_(engine),
        shortest_(engine, rules_, question.from, everybody(engine.conflict()), Wish::shortest),
        conceding_(engine, rules_, question.from, everybody(engine.conflict()), Wish::fewestConcessions) {}

  PathsAnswer answer(const OpenEngine& open) {
    try {
      answer_.all = engine_.count(question_.goal);
      search();
      if (question_.each)
        tellStates();
      else
        answer_.goals.push_back(waysTo(std::nullopt, question_.goal));
      tellBarriers(open);
    } catch (const stability::LimitReached& reached) {
      answer_.stopped = {reached.limit(), reached.what()};
    }
    return std::move(answer_);
  }

private:
  void search() {
    errand_.tell({"paths by moves", 0, 2});
    shortest_.run(question_.goal, errand_);
    errand_.tell({"paths by concessions", 1, 2});
    conceding_.run(question_.goal, errand_);
    answer_.byMoves = engine_.count(shortest_.found(question_.goal));
    answer_.byImprovements = engine_.count(conceding_.found(question_.goal, 0));
  }

  void tellStates() {
    for (const Pattern& state : conceding_.inOrder(question_.goal, question_.goals))
      answer_.goals.push_back(waysTo(state, engine_.matching({state})));
    const StateSet barred = engine_.without(question_.goal, shortest_.found(question_.goal));
    for (const Pattern& state : engine_.list(barred, question_.goals))
      answer_.goals.push_back({state, {}, {}, {}, {}});
  }

  GoalWays waysTo(std::optional<Pattern> state, StateSet goal) {
    errand_.check();
    GoalWays ways{std::move(state),
                  shortest_.ways(goal, question_.limit),
                  {},
                  conceding_.ways(goal, question_.limit),
                  {}};
    if (ways.fewestConcessions && ways.fewestConcessions->cost.concessions == 0)
      ways.improving = ways.fewestConcessions;
    return ways;
  }

  void tellBarriers(const OpenEngine& open) {
    std::vector<Unreached> barred;
    for (const GoalWays& goal : answer_.goals)
      if (!goal.shortest)
        barred.push_back(
            {goal.state ? engine_.matching({*goal.state}) : question_.goal, goal.state, question_.where});
    if (barred.empty() || answer_.all == 0)
      return;
    auto found = barriers(engine_, rules_, question_.from, barred, open, errand_);
    auto next = found.begin();
    for (GoalWays& goal : answer_.goals)
      if (!goal.shortest)
        goal.barrier = std::move(*next++);
  }

  stability::Engine& engine_;
  const PathsQuestion& question_;
  const stability::Errand& errand_;
  Rules rules_;
  PathSearch shortest_;
  PathSearch conceding_;
  PathsAnswer answer_;
};

} // namespace

PathsAnswer findPaths(stability::Engine& engine, const PathsQuestion& question, const OpenEngine& open,
                      const stability::Errand& errand) {
  return Finder(engine, question, errand).answer(open);
}

} // namespace stasis::analysis
