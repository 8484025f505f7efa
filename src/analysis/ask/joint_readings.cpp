#include "analysis/ask/joint_readings.h"

#include "analysis/states/open_engine.h"
#include "analysis/states/query_states.h"
#include "stability/symbolic/symbolic_engine.h"

#include <algorithm>

namespace stasis::analysis {

using model::Expression;
using model::OptionId;
using stability::StateSet;

struct JointReadings::Part {
  Reading directions; ///< by point
  JointConflict joint;
  std::unique_ptr<stability::Engine> engine;
  StateSet settings;                             ///< every reading, in one state
  std::vector<StateSet> held;                    ///< by outcome: those in which it holds, in one state
  std::vector<std::pair<StateSet, StateSet>> by; ///< by point: yes, no; of directions unused
};

JointReadings::~JointReadings() = default;

std::string JointReadings::whyNot(const Readings& readings, const SolvedQuestion& question) {
  const auto& points = readings.points();
  const auto directions = std::ranges::count(points, PointKind::direction, &Point::kind);
  const auto odds = std::ranges::count_if(points, [](const Point& p) { return p.odds.has_value(); });
  if (row(question.concept_).family != model::ConceptFamily::classical)
    return "only classical concepts are solved so";
  if (static_cast<std::size_t>(directions) > mostDirections)
    return "more than " + std::to_string(mostDirections) + " directions are in doubt";
  if (static_cast<std::size_t>(odds) > mostWithOdds)
    return "more than " + std::to_string(mostWithOdds) + " points have odds";
  if (question.limits.engine == stability::EngineChoice::explicitly ||
      question.limits.engine == stability::EngineChoice::orbits)
    return "only the symbolic engine solves them so";
  return whyNotJoint(readings);
}

JointReadings::JointReadings(const Readings& readings, const SolvedQuestion& question,
                             const model::Pattern& feasible, const stability::Errand& errand)
    : readings_(readings) {
  const auto& points = readings.points();
  std::vector<std::size_t> directions;
  for (std::size_t j = 0; j < points.size(); ++j)
    if (points[j].kind == PointKind::direction)
      directions.push_back(j);
    else if (points[j].odds)
      withOdds_.push_back(j);
  stability::EngineLimits limits = question.limits;
  limits.engine = stability::EngineChoice::symbolic;
  const std::size_t parts = std::size_t{1} << directions.size();
  for (std::size_t answers = 0; answers < parts; ++answers) {
    errand.tell({"readings at once", answers, parts});
    auto& part = *parts_.emplace_back(std::make_unique<Part>());
    part.directions.assign(points.size(), false);
    for (std::size_t k = 0; k < directions.size(); ++k)
      part.directions[directions[k]] = (answers >> k & 1U) != 0;
    part.joint = jointConflict(readings, part.directions);
    auto opened = openEngine(part.joint.conflict, limits, errand);
    if (!opened.engine)
      throw stability::LimitReached(stability::Limit::memory, opened.diagnostics.front().message);
    part.engine = std::move(opened.engine);
    solve(part, question, feasible);
  }
}

void JointReadings::solve(Part& part, const SolvedQuestion& question, const model::Pattern& feasible) {
  auto& engine = *part.engine;
  std::vector<OptionId> options;
  for (std::size_t o = 0; o < part.joint.options; ++o)
    options.emplace_back(o);
  part.settings = engine.matching({part.joint.withAnySwitches(feasible)});
  const StateSet equilibria = engine.equilibria(question.concept_);
  const auto somewhere = [&](StateSet set) {
    return engine.both(part.settings, stability::differingIn(engine, set, options));
  };
  for (const AskedOutcome& outcome : question.outcomes)
    switch (outcome.kind) {
    case AskedOutcome::Kind::state:
      part.held.push_back(
          engine.both(equilibria, engine.matching({part.joint.withAnySwitches(outcome.state)})));
      break;
    case AskedOutcome::Kind::some:
      part.held.push_back(somewhere(engine.both(equilibria, statesWhere(engine, *outcome.query))));
      break;
    case AskedOutcome::Kind::all:
      part.held.push_back(engine.without(
          part.settings, somewhere(engine.without(equilibria, statesWhere(engine, *outcome.query)))));
      break;
    }
  for (const auto& option : part.joint.switches) {
    if (!option) {
      part.by.emplace_back();
      continue;
    }
    const StateSet yes = engine.where(Expression::option(*option));
    part.by.emplace_back(yes, engine.without(engine.feasible(), yes));
  }
}

Tally JointReadings::tally(const Answers& answers) {
  const std::size_t outcomes = parts_.front()->held.size();
  Tally tally{0, std::vector<stability::Count>(outcomes)};
  for (const auto& part : parts_) {
    const bool agrees = std::ranges::all_of(answers, [&](const Answer& answer) {
      return readings_.points()[answer.point].kind != PointKind::direction ||
             part->directions[answer.point] == answer.yes;
    });
    if (agrees)
      addTo(tally, *part, answers, 0);
  }
  return tally;
}

/// Of these answers, and each way to answer the points with odds from the `weighted`th on.
void JointReadings::addTo(Tally& tally, Part& part, Answers answers, std::size_t weighted) {
  if (weighted < withOdds_.size()) {
    const std::size_t point = withOdds_[weighted];
    if (std::ranges::find(answers, point, &Answer::point) != answers.end())
      return addTo(tally, part, std::move(answers), weighted + 1);
    for (const bool yes : {true, false}) {
      answers.push_back({point, yes});
      addTo(tally, part, answers, weighted + 1);
      answers.pop_back();
    }
    return;
  }
  auto& engine = *part.engine;
  const stability::Scratch scratch(engine);
  Reading reading = part.directions;
  for (const Answer& answer : answers)
    reading[answer.point] = answer.yes;
  const stability::Count odds = readings_.odds(reading); // only points with odds count, and all are answered
  const auto count = [&](StateSet set) {
    for (const Answer& answer : answers)
      if (readings_.points()[answer.point].kind != PointKind::direction)
        set = engine.both(set, answer.yes ? part.by[answer.point].first : part.by[answer.point].second);
    return stability::Count(odds * engine.count(set));
  };
  tally.all += count(part.settings);
  for (std::size_t o = 0; o < part.held.size(); ++o)
    tally.held[o] += count(part.held[o]);
}

} // namespace stasis::analysis
