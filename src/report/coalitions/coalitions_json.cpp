#include "report/coalitions/coalitions.h"
#include "report/telling/limit_name.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::Coalition;
using analysis::Departure;
using analysis::Improvement;
using analysis::Verdicts;

namespace {

using Json = nlohmann::ordered_json;

class CoalitionsJson {
public:
  explicit CoalitionsJson(const CoalitionsView& view)
      : view_(view), engine_(view.engine), conflict_(view.engine.conflict()), answer_(view.answer) {}

  Json json() {
    Json out;
    out["schema"] = schemaName("coalitions", view_.schema);
    out["conflict"] = conflict_.title;
    out["engine"] = engine_.name();
    out["gain"] = view_.question.gain == analysis::Gain::strict ? "strict" : "pareto";
    out["sanctions"] = view_.question.sanctioners == analysis::Sanctioners::alone ? "alone" : "together";
    out["concepts"] = keys(Verdicts(answer_.concepts.size(), true));
    out["states"] = Json::array();
    for (std::size_t s = 0; s < answer_.states.size(); ++s) {
      Json examined = state(answer_.states[s]);
      examined["equilibrium"] = keys(answer_.equilibrium[s]);
      out["states"].push_back(std::move(examined));
    }
    out["coalitions"] = Json::array();
    for (std::size_t c = 0; c < answer_.coalitions.size(); ++c)
      out["coalitions"].push_back(
          {{"members", members(answer_.coalitions[c])}, {"stable", byConcept(answer_.stable[c])}});
    out["stableForEvery"] = byConcept(answer_.forEvery());
    out["departures"] = Json::array();
    for (const Departure& departure : answer_.departures)
      out["departures"].push_back(told(departure));
    if (!answer_.asOne.empty())
      out["asOne"] = byConcept(answer_.asOne);
    if (answer_.stopped)
      out["stopped"] = {{"limit", limitName(answer_.stopped->limit)}, {"message", answer_.stopped->message}};
    return out;
  }

private:
  Json reference(const model::Pattern& pattern) {
    if (const auto number = engine_.number(pattern))
      return *number;
    return pattern.letters();
  }

  Json state(const model::Pattern& pattern) { return stateJson(engine_, pattern, view_.schema); }

  Json keys(const Verdicts& verdicts) const {
    Json out = Json::array();
    for (std::size_t k = 0; k < verdicts.size(); ++k)
      if (verdicts[k])
        out.push_back(row(answer_.concepts[k]).key);
    return out;
  }

  Json members(const Coalition& coalition) const {
    Json out = Json::array();
    for (const model::PartyId member : coalition)
      out.push_back(conflict_.party(member).name);
    return out;
  }

  Json byConcept(const std::vector<Verdicts>& byState) {
    Json out = Json::object();
    for (std::size_t k = 0; k < answer_.concepts.size(); ++k) {
      Json held = Json::array();
      for (std::size_t s = 0; s < byState.size(); ++s)
        if (byState[s][k])
          held.push_back(reference(answer_.states[s]));
      out[std::string(row(answer_.concepts[k]).key)] = std::move(held);
    }
    return out;
  }

  Json told(const Departure& departure) {
    Json out{{"state", reference(answer_.states[departure.state])},
             {"members", members(answer_.coalitions[departure.coalition])},
             {"improvements", departure.improvements.get_str()},
             {"to", Json::array()}};
    for (const Improvement& improvement : departure.told) {
      Json one = state(improvement.to);
      one["equilibrium"] = keys(improvement.equilibrium);
      one["deterred"] = keys(improvement.deterred);
      one["way"] = Json::array();
      for (const auto& step : improvement.way)
        one["way"].push_back({{"party", conflict_.party(step.mover).name},
                              {"from", reference(step.from)},
                              {"to", reference(step.to)}});
      out["to"].push_back(std::move(one));
    }
    return out;
  }

  const CoalitionsView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const analysis::CoalitionsAnswer& answer_;
};

} // namespace

std::string coalitionsJson(const CoalitionsView& view) {
  return CoalitionsJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
