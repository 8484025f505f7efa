#include "analysis/invert/ranking_share.h"
#include "language/words/expression_text.h"
#include "report/invert/inversion.h"
#include "report/invert/preference_words.h"
#include "report/telling/constraint_words.h"
#include "report/telling/limit_name.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::ChangedWay;
using analysis::LeastChange;
using analysis::PartyCondition;
using analysis::PreferenceChange;
using analysis::StabilityCondition;
using model::PartyId;

namespace {

using Json = nlohmann::ordered_json;

/// A condition with more comparisons is counted instead of written out.
constexpr std::size_t mostWritten = 10'000;
/// A number of rankings with more digits is left out; the share stands for it.
constexpr std::size_t mostDigits = 400;

std::string_view kindName(PreferenceChange::Kind kind) {
  switch (kind) {
  case PreferenceChange::Kind::drop: return "drop";
  case PreferenceChange::Kind::negate: return "negate";
  case PreferenceChange::Kind::move: return "move";
  case PreferenceChange::Kind::exchange: return "exchange";
  }
  return "";
}

class InversionJson {
public:
  explicit InversionJson(const InversionView& view)
      : view_(view), engine_(view.engine), conflict_(view.engine.conflict()) {}

  Json json() {
    Json out;
    out["schema"] = schemaName("inversion", view_.schema);
    out["conflict"] = conflict_.title;
    out["engine"] = engine_.name();
    out["target"] = view_.target;
    out["asked"] = view_.question.states.size();
    out["states"] = Json::array();
    for (const auto& state : view_.answer.states)
      out["states"].push_back(told(state));
    out["least"] = Json::array();
    for (const LeastChange& least : view_.answer.least)
      out["least"].push_back(told(least));
    if (const auto& stopped = view_.answer.stopped)
      out["stopped"] = {{"limit", limitName(stopped->limit)}, {"message", stopped->message}};
    return out;
  }

private:
  Json state(const model::Pattern& pattern) { return stateJson(engine_, pattern, view_.schema); }

  Json told(const analysis::StateConditions& conditions) {
    Json out;
    out["state"] = state(conditions.state);
    out["conditions"] = Json::array();
    for (const auto& byConcept : conditions.parties)
      for (const PartyCondition& one : byConcept)
        out["conditions"].push_back(told(one));
    return out;
  }

  Json told(const PartyCondition& one) {
    Json out;
    out["party"] = conflict_.party(one.condition.party).name;
    out["concept"] = row(one.condition.id).key;
    out["stable"] = one.stable;
    out["rankings"] = rankings(one);
    out["mentioned"] = one.condition.states.size();
    out["clauses"] = one.condition.clauses.size();
    out["notMet"] = one.notMet.size();
    if (!one.tooLarge && one.condition.size() <= mostWritten)
      out["noBetter"] = clauses(one.condition);
    return out;
  }

  Json rankings(const PartyCondition& one) {
    if (!one.share)
      return nullptr;
    Json out{{"share", one.share->get_d()}};
    const auto states = engine_.count(engine_.feasible());
    if (!states.fits_uint_p() || states > 1000)
      return out;
    const mpz_class all = analysis::rankingsOf(states.get_ui());
    if (std::string digits = all.get_str(); digits.size() <= mostDigits) {
      const mpq_class meet = *one.share * all;
      out["meet"] = meet.get_num().get_str();
      out["all"] = std::move(digits);
    }
    return out;
  }

  /// All clauses; in each, one list of states, all of which must be no better.
  Json clauses(const StabilityCondition& condition) {
    Json out = Json::array();
    for (const auto& clause : condition.clauses) {
      Json terms = Json::array();
      for (const auto& term : clause.terms) {
        Json names = Json::array();
        for (const auto q : term)
          names.push_back(stateRow(engine_, {}, condition.states[q]).name);
        terms.push_back(std::move(names));
      }
      out.push_back(std::move(terms));
    }
    return out;
  }

  Json told(const LeastChange& least) {
    Json out;
    out["party"] = least.party ? Json(conflict_.party(*least.party).name) : Json(nullptr);
    if (least.state)
      out["state"] = state(*least.state);
    out["concept"] = row(least.id).key;
    out["distance"] = least.distance ? Json(*least.distance) : Json(nullptr);
    out["searched"] = least.searched;
    out["complete"] = !least.tooMany && !least.tooLarge;
    out["count"] = least.all.get_str();
    out["ways"] = Json::array();
    for (const ChangedWay& way : least.ways)
      out["ways"].push_back(told(way));
    return out;
  }

  Json told(const ChangedWay& way) {
    Json out;
    out["state"] = state(way.state);
    out["changes"] = Json::array();
    for (const auto& party : way.parties)
      for (const PreferenceChange& change : party.changes)
        out["changes"].push_back(told(party.party, change));
    out["stable"] = Json::array();
    for (std::size_t i = 0; i < way.stable.size(); ++i)
      if (way.stable[i])
        out["stable"].push_back(conflict_.parties[i].name);
    out["equilibrium"] = way.equilibrium();
    out["equilibria"] = way.equilibria.get_str();
    return out;
  }

  Json told(PartyId party, const PreferenceChange& change) {
    Json out;
    out["party"] = conflict_.party(party).name;
    out["change"] = kindName(change.kind);
    out["of"] = itemWords(engine_, party, change.item);
    out["position"] = change.item + 1;
    if (change.other)
      out["above"] = itemWords(engine_, party, *change.other);
    const auto told = changeWords(engine_, party, {change});
    out["against"] = Json::array();
    for (const auto* citation : told.front().because)
      out["against"].push_back(
          {{"source", conflict_.source(citation->source).name}, {"words", citation->words}});
    return out;
  }

  const InversionView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
};

} // namespace

std::string infeasibleJson(const model::Conflict& conflict, const std::string& target,
                           const analysis::Infeasible& why, int schema) {
  Json out;
  out["schema"] = schemaName("inversion", schema);
  out["conflict"] = conflict.title;
  out["target"] = target;
  out["asked"] = 0;
  out["states"] = Json::array();
  out["least"] = Json::array();
  Json constraints = Json::array();
  for (const std::size_t k : why.constraints)
    constraints.push_back(constraintWords(conflict, conflict.constraints[k].holds));
  out["infeasible"] = {{"listed", why.listed}, {"constraints", std::move(constraints)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string inversionJson(const InversionView& view) {
  return InversionJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
