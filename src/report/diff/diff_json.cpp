#include "report/diff/diff.h"
#include "report/telling/limit_name.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

namespace {

using Json = nlohmann::ordered_json;

Json changeJson(const analysis::ModelChange& change) {
  Json out{{"thing", wordOf(change.thing)}, {"how", wordOf(change.how)}};
  if (!change.owner.empty())
    out["of"] = change.owner;
  out["before"] = change.before;
  out["after"] = change.after;
  if (change.from != 0)
    out["from"] = change.from;
  if (change.to != 0)
    out["to"] = change.to;
  return out;
}

Json states(stability::Engine& engine, const std::vector<model::Pattern>& patterns) {
  Json all = Json::array();
  for (const auto& pattern : patterns)
    all.push_back(stateJson(engine, pattern, 2));
  return all;
}

} // namespace

std::string diffJson(const DiffView& view) {
  const auto& answer = view.answer;
  Json out{{"schema", "stasis/diff-1"},
           {"before", view.a.conflict().title},
           {"after", view.b.conflict().title},
           {"model", Json::array()},
           {"changed", answer.changed()},
           {"complete", answer.complete},
           {"states", {{"before", answer.statesBefore.get_str()}, {"after", answer.statesAfter.get_str()}}},
           {"lost", states(view.a, answer.lost)},
           {"gained", states(view.b, answer.gained)},
           {"verdicts", Json::array()},
           {"equilibria", Json::array()}};
  for (const auto& change : view.model)
    out["model"].push_back(changeJson(change));
  for (const auto& change : answer.verdicts)
    out["verdicts"].push_back({{"party", view.b.conflict().party(change.party).name},
                               {"concept", model::row(change.concept_).key},
                               {"nowStable", states(view.b, change.nowStable)},
                               {"noLonger", states(view.b, change.noLonger)}});
  for (const auto& change : answer.equilibria)
    out["equilibria"].push_back({{"concept", model::row(change.concept_).key},
                                 {"before", change.before.get_str()},
                                 {"after", change.after.get_str()},
                                 {"gained", states(view.b, change.gained)},
                                 {"lost", states(view.a, change.lost)}});
  if (answer.stopped)
    out["stopped"] = {{"limit", limitName(answer.stopped->limit)}, {"message", answer.stopped->message}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
