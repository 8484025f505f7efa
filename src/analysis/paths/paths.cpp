#include "analysis/paths/paths.h"

#include <algorithm>

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
      search();
      for (const StateSet group : question_.groups)
        tell(group);
      tellBarriers(open);
    } catch (const stability::LimitReached& reached) {
      answer_.stopped = {reached.limit(), reached.what()};
    }
    return std::move(answer_);
  }

private:
  void search() {
    StateSet goal = engine_.without(engine_.feasible(), engine_.feasible());
    for (const StateSet group : question_.groups)
      goal = engine_.either(goal, group);
    shortest_.tellCosts([&](const Cost& cost) {
      errand_.tell({"paths by moves, " + std::to_string(cost.length) + " long", 0, 2});
    });
    shortest_.run(goal, errand_);
    conceding_.tellCosts([&](const Cost& cost) {
      errand_.tell({"paths by concessions, " + std::to_string(cost.concessions) + " in " +
                        std::to_string(cost.length) + " moves",
                    1, 2});
    });
    const std::size_t told = question_.each ? std::max(question_.goals, leastGoals) : 1;
    conceding_.runToNearest(question_.groups, told, errand_);
  }

  void tell(StateSet group) {
    GroupWays ways;
    ways.all = engine_.count(group);
    ways.byMoves = engine_.count(shortest_.found(group));
    ways.byImprovements = engine_.count(conceding_.found(group, 0));
    if (question_.each)
      tellStates(group, ways);
    else
      ways.goals.push_back(waysTo(std::nullopt, group));
    told_ += ways.goals.size();
    answer_.groups.push_back(std::move(ways));
  }

  void tellStates(StateSet group, GroupWays& ways) {
    const std::size_t room = std::max(question_.goals - std::min(told_, question_.goals), leastGoals);
    for (const Pattern& state : conceding_.inOrder(group, room))
      ways.goals.push_back(waysTo(state, engine_.matching({state})));
    const StateSet barred = engine_.without(group, shortest_.found(group));
    for (const Pattern& state : engine_.list(barred, room))
      ways.goals.push_back({state, {}, {}, {}, {}});
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
    std::vector<StateSet> barred;
    std::vector<GoalWays*> goals;
    for (std::size_t g = 0; g < answer_.groups.size(); ++g)
      for (GoalWays& goal : answer_.groups[g].goals)
        if (!goal.shortest && answer_.groups[g].all > 0) {
          barred.push_back(goal.state ? engine_.matching({*goal.state}) : question_.groups[g]);
          goals.push_back(&goal);
        }
    if (barred.empty())
      return;
    auto found = barriers(engine_, rules_, question_.from, barred, open, errand_);
    for (std::size_t k = 0; k < goals.size(); ++k)
      goals[k]->barrier = std::move(found[k]);
  }

  stability::Engine& engine_;
  const PathsQuestion& question_;
  const stability::Errand& errand_;
  Rules rules_;
  PathSearch shortest_;
  PathSearch conceding_;
  PathsAnswer answer_;
  std::size_t told_ = 0;
};

} // namespace

PathsAnswer findPaths(stability::Engine& engine, const PathsQuestion& question, const OpenEngine& open,
                      const stability::Errand& errand) {
  return Finder(engine, question, errand).answer(open);
}

} // namespace stasis::analysis
