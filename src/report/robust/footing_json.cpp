#include "report/robust/footing.h"
#include "report/telling/limit_name.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::Beliefs;
using analysis::Footing;

namespace {

using Json = nlohmann::ordered_json;

Json ids(const std::vector<Beliefs>& sets) {
  Json out = Json::array();
  for (const Beliefs& set : sets) {
    Json one = Json::array();
    for (const std::size_t belief : set)
      one.push_back(belief + 1);
    out.push_back(std::move(one));
  }
  return out;
}

Json told(const std::optional<Footing>& footing) {
  if (!footing)
    return nullptr;
  Json out{{"asWritten", footing->asWritten}, {"held", footing->held.get_str()}};
  if (footing->asWritten) {
    out["restsOn"] = ids(footing->restsOn);
    out["restsOnMore"] = footing->restsOnMore;
  }
  out["turnedBy"] = ids(footing->turnedBy);
  out["turnedByMore"] = footing->turnedByMore;
  return out;
}

Json statement(const model::Conflict& conflict, const ChangeWords& words, const analysis::Belief& belief,
               std::size_t id) {
  const auto change = dropping(belief);
  Json out{{"id", id},
           {"party", words.whose(change)},
           {"words", words.said(belief.preference, {belief.position})},
           {"lines", words.lines(change)},
           {"because", Json::array()}};
  for (const auto* citation : words.because(change))
    out["because"].push_back(
        {{"source", conflict.source(citation->source).name}, {"words", citation->words}});
  return out;
}

} // namespace

std::string footingJson(const FootingView& view) {
  const auto& answer = view.answer;
  const auto& conflict = view.engine.conflict();
  const ChangeWords words(conflict, answer.preferences, &view.source);
  Json out{{"schema", schemaName("footing", view.schema)},
           {"conflict", conflict.title},
           {"engine", view.solver},
           {"subsets", answer.subsets.get_str()},
           {"statements", Json::array()},
           {"states", Json::array()}};
  for (std::size_t b = 0; b < answer.beliefs.size(); ++b)
    out["statements"].push_back(statement(conflict, words, answer.beliefs[b], b + 1));
  for (std::size_t s = 0; s < answer.states.size(); ++s) {
    Json one = stateJson(view.engine, answer.states[s], view.schema);
    one["under"] = Json::object();
    for (std::size_t c = 0; c < answer.concepts.size(); ++c)
      one["under"][std::string(row(answer.concepts[c]).key)] = told(answer.footing[s][c]);
    out["states"].push_back(std::move(one));
  }
  if (answer.stopped)
    out["stopped"] = {{"limit", limitName(answer.stopped->limit)}, {"message", answer.stopped->message}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
