#include "language/words/expression_text.h"
#include "report/explain/observed.h"
#include "report/telling/state_json.h"

namespace stasis::report {

using Json = nlohmann::ordered_json;

namespace {

Json keys(const std::vector<model::Concept>& concepts) {
  Json out = Json::array();
  for (const auto id : concepts)
    out.push_back(row(id).key);
  return out;
}

Json states(stability::Engine& engine, const std::vector<model::Pattern>& list) {
  Json out = Json::array();
  for (const auto& state : list)
    out.push_back(stateJson(engine, state, 2));
  return out;
}

Json moves(stability::Engine& engine, const std::vector<analysis::ObservedMove>& list) {
  Json out = Json::array();
  for (const auto& move : list)
    out.push_back({{"from", stateJson(engine, move.from, 2)},
                   {"next", stateJson(engine, move.next, 2)},
                   {"to", move.to ? stateJson(engine, *move.to, 2) : Json(nullptr)}});
  return out;
}

Json negated(const model::Conflict& conflict, const analysis::PartyObserved& seen) {
  Json out = Json::array();
  for (const auto& one : seen.negated)
    out.push_back({{"party", conflict.party(one.whose).name},
                   {"statement", language::text(one.wanted, conflict)},
                   {"range", Json::array({one.range.begin, one.range.end})},
                   {"concepts", keys(one.under)}});
  return out;
}

} // namespace

std::string observedJson(const ObservedView& view) {
  auto& engine = view.engine;
  Json out{{"schema", "stasis/observed-1"}, {"conflict", engine.conflict().title}};
  out["observed"] = states(engine, view.observed.history);
  out["concepts"] = keys(view.concepts);
  out["parties"] = Json::array();
  for (const auto& seen : view.observed.parties) {
    Json one{{"party", engine.conflict().party(seen.party).name}};
    one["stayed"] = states(engine, seen.stayed);
    one["moved"] = moves(engine, seen.moved);
    one["strictest"] = keys(seen.strictest);
    one["explainedBy"] = keys(seen.explainedBy);
    one["negated"] = negated(engine.conflict(), seen);
    out["parties"].push_back(std::move(one));
  }
  if (!view.observed.allNegated)
    out["negatedComplete"] = false;
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
