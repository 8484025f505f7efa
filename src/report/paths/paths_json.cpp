#include "language/words/expression_text.h"
#include "report/paths/paths.h"
#include "report/telling/limit_name.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::Barrier;
using analysis::Effect;
using analysis::GoalWays;
using analysis::Step;
using analysis::Ways;
using model::OptionId;

namespace {

using Json = nlohmann::ordered_json;

std::string_view effectName(Effect effect) {
  switch (effect) {
  case Effect::gain: return "gain";
  case Effect::even: return "even";
  case Effect::loss: return "loss";
  }
  return "";
}

class PathsJson {
public:
  explicit PathsJson(const PathsView& view)
      : view_(view), engine_(view.engine), conflict_(view.engine.conflict()) {}

  Json json() {
    const auto& answer = view_.answer;
    Json out;
    out["schema"] = schemaName("paths", view_.schema);
    out["conflict"] = conflict_.title;
    out["engine"] = engine_.name();
    out["from"] = state(view_.question.from);
    out["to"] = view_.to.empty() ? Json(nullptr) : Json(view_.to);
    out["concepts"] = Json::array();
    for (const auto& concept_ : view_.solution.concepts)
      out["concepts"].push_back(row(concept_.id).key);
    out["groups"] = Json::array();
    for (std::size_t g = 0; g < answer.groups.size(); ++g)
      out["groups"].push_back(told(answer.groups[g], g));
    if (answer.stopped)
      out["stopped"] = {{"limit", limitName(answer.stopped->limit)}, {"message", answer.stopped->message}};
    return out;
  }

private:
  Json state(const model::Pattern& pattern) { return stateJson(engine_, pattern, view_.schema); }

  Json told(const analysis::GroupWays& group, std::size_t g) {
    Json out;
    if (g < view_.under.size())
      out["equilibrium"] = keys(view_.under[g]);
    out["count"] = group.all.get_str();
    out["reachedByMoves"] = group.byMoves.get_str();
    out["reachedByImprovements"] = group.byImprovements.get_str();
    out["goals"] = Json::array();
    for (const GoalWays& goal : group.goals)
      out["goals"].push_back(told(goal));
    return out;
  }

  static Json keys(const std::vector<model::Concept>& concepts) {
    Json out = Json::array();
    for (const model::Concept id : concepts)
      out.push_back(row(id).key);
    return out;
  }

  Json told(const GoalWays& goal) {
    Json out;
    out["state"] = goal.state ? state(*goal.state) : Json(nullptr);
    if (goal.state)
      out["equilibrium"] = keys(equilibriumUnder(view_, *goal.state));
    out["shortest"] = ways(goal.shortest);
    out["improvements"] = ways(goal.improving);
    out["fewestConcessions"] = ways(goal.fewestConcessions);
    if (goal.barrier)
      out["barrier"] = barrier(*goal.barrier);
    return out;
  }

  Json ways(const std::optional<Ways>& ways) {
    if (!ways)
      return nullptr;
    Json out{{"moves", ways->cost.length}, {"paths", Json::array()}, {"more", ways->more}};
    for (const auto& path : ways->paths) {
      Json steps = Json::array();
      std::size_t concessions = 0;
      for (const Step& s : path) {
        steps.push_back(step(s));
        concessions += isConcession(effectOf(view_.rules, s)) ? 1 : 0;
      }
      out["paths"].push_back({{"concessions", concessions}, {"steps", std::move(steps)}});
    }
    return out;
  }

  Json step(const Step& step) {
    Json out;
    out["party"] = conflict_.party(step.mover).name;
    out["from"] = state(step.from);
    out["to"] = state(step.to);
    out["takes"] = Json::array();
    out["drops"] = Json::array();
    for (std::size_t o = 0; o < step.from.size(); ++o)
      if (const OptionId id(o); step.from[id] != step.to[id] && step.to[id] != model::Choice::either)
        out[step.to[id] == model::Choice::yes ? "takes" : "drops"].push_back(conflict_.nameOf(id));
    out["effect"] = effectName(effectOf(view_.rules, step));
    const auto before = engine_.place(step.mover, step.from);
    const auto after = engine_.place(step.mover, step.to);
    if (before && after)
      out["places"] = {exactJson(*before), exactJson(*after)};
    return out;
  }

  Json barrier(const Barrier& barrier) {
    Json out;
    out["options"] = Json::array();
    for (const OptionId id : barrier.options)
      out["options"].push_back(conflict_.nameOf(id));
    out["eachOption"] = barrier.eachOption;
    out["directions"] = Json::array();
    for (const OptionId id : barrier.directions)
      out["directions"].push_back(conflict_.nameOf(id));
    out["nobodyLeaves"] = barrier.nobodyLeaves;
    out["nobodyEnters"] = barrier.nobodyEnters;
    out["twiceInARow"] = barrier.twiceInARow;
    out["infeasibleBetween"] = barrier.between;
    out["constraints"] = Json::array();
    for (const std::size_t k : barrier.constraints)
      out["constraints"].push_back(language::text(conflict_.constraints[k].holds, conflict_));
    out["constraintsTried"] = barrier.constraintsTried;
    return out;
  }

  const PathsView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
};

} // namespace

std::string pathsJson(const PathsView& view) {
  return PathsJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
