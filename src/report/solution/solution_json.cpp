#include "report/solution/hypergame_json.h"
#include "report/solution/outcome_order.h"
#include "report/solution/solution.h"
#include "report/telling/limit_name.h"
#include "report/telling/outcome_name.h"
#include "report/telling/standing_words.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace stasis::report {

namespace {

using Json = nlohmann::ordered_json;
using model::PartyId;
using stability::StateSet;

constexpr std::size_t exampleCount = 3;
constexpr std::size_t groupExamples = 8;
constexpr std::size_t mostNamed = 200;
constexpr std::size_t mostCalled = 10'000; // states listed with the name people would use

class SolutionJson {
public:
  explicit SolutionJson(const SolutionView& view)
      : view_(view), engine_(view.engine), conflict_(engine_.conflict()),
        shown_(view.where ? *view.where : engine_.feasible()), listed_(engine_.count(shown_) <= view.list) {}

  Json json() {
    Json out;
    out["schema"] = view_.schema == 1 ? "stasis/solution-1" : "stasis/solution-2";
    out["conflict"] = conflict_.title;
    out["engine"] = engine_.name();
    out["parties"] = Json::array();
    for (const auto& party : conflict_.parties)
      out["parties"].push_back(party.name);
    out["options"] = Json::array();
    for (const auto& option : conflict_.options)
      out["options"].push_back({{"party", conflict_.party(option.owner).name}, {"name", option.name}});
    mpz_class all = 1;
    all <<= conflict_.options.size();
    out["states"] = {{"all", all.get_str()}, {"feasible", engine_.count(engine_.feasible()).get_str()}};
    out["statusQuo"] = statusQuo();
    if (view_.where)
      out["where"] = where();
    if (listed_) {
      const auto shown = engine_.list(shown_, view_.list);
      out["feasible"] = feasible(shown);
      if (Json places = ranks(shown); !places.is_null())
        out["ranks"] = std::move(places);
    }
    if (view_.schema != 1) {
      out["groups"] = groups();
      out["named"] = named();
      out["verdicts"] = verdicts();
      if (!view_.where)
        out["outcomes"] = outcomes();
    }
    out["stability"] = Json::object();
    out["equilibria"] = Json::object();
    for (const auto& answer : view_.solution.concepts)
      addConcept(answer, out);
    if (view_.repetition)
      out["limitedMoves"] = repetition(*view_.repetition);
    if (view_.solution.mixed)
      out["mixed"] = mixed(*view_.solution.mixed);
    addHypergame(out, view_);
    if (view_.solution.stopped)
      out["stopped"] = {{"limit", limitName(view_.solution.stopped->limit)},
                        {"message", view_.solution.stopped->message}};
    return out;
  }

private:
  Json where() {
    Json equilibria = Json::object();
    for (std::size_t c = 0; c < view_.satisfied.size(); ++c)
      if (view_.satisfied[c])
        equilibria[std::string(row(view_.solution.concepts[c].id).key)] = satisfied(*view_.satisfied[c]);
    Json out{{"expression", view_.whereText}, {"count", engine_.count(shown_).get_str()}};
    if (view_.inPart && engine_.count(*view_.inPart) > 0)
      out["inPart"] = engine_.count(*view_.inPart).get_str();
    out["equilibria"] = std::move(equilibria);
    return out;
  }

  static Json satisfied(const analysis::Satisfaction& found) {
    Json out;
    out["satisfy"] = found.of == 0 ? Json(nullptr) : found.all() ? "all" : found.none() ? "no" : "some";
    out["count"] = found.satisfying.get_str();
    out["of"] = found.of.get_str();
    if (found.inPart > 0)
      out["inPart"] = found.inPart.get_str();
    if (found.example)
      out["example"] = found.example->letters();
    if (found.counterExample)
      out["counterExample"] = found.counterExample->letters();
    return out;
  }

  Json statusQuo() {
    if (!conflict_.statusQuo)
      return nullptr;
    const auto found = engine_.list(engine_.matching({*conflict_.statusQuo}), 1);
    return found.empty() ? conflict_.statusQuo->letters() : found.front().letters();
  }

  /// For each party, the places of the states shown; nothing if the engine does not rank them one by one.
  Json ranks(const std::vector<model::Pattern>& shown) {
    Json byParty = Json::object();
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
      Json& places = byParty[conflict_.parties[i].name] = Json::array();
      for (const auto& pattern : shown) {
        const auto place = engine_.place(PartyId(i), pattern);
        if (!place)
          return nullptr;
        places.push_back(exactJson(*place));
      }
    }
    return byParty;
  }

  Json feasible(const std::vector<model::Pattern>& shown) {
    Json states = Json::array();
    for (const auto& pattern : shown) {
      const StateRow r = stateRow(engine_, {}, pattern);
      Json state;
      if (r.number) {
        state["id"] = exactJson(*r.number);
        numbers_[pattern.letters()] = *r.number;
      }
      addNames(state, r, view_.schema);
      state["options"] = pattern.letters();
      if (shown.size() <= mostCalled)
        addCalled(state, conflict_, pattern, view_.schema);
      states.push_back(std::move(state));
    }
    return states;
  }

  Json set(StateSet members) {
    members = engine_.both(members, shown_);
    Json out = Json::array();
    if (listed_) {
      for (const auto& pattern : engine_.list(members, view_.list))
        if (const auto known = numbers_.find(pattern.letters()); known != numbers_.end())
          out.push_back(exactJson(known->second));
        else
          out.push_back(pattern.letters());
      return out;
    }
    for (const auto& pattern : engine_.list(members, exampleCount))
      out.push_back(pattern.letters());
    return {{"count", engine_.count(members).get_str()}, {"examples", std::move(out)}};
  }

  void addConcept(const stability::ConceptAnswer& answer, Json& out) {
    const std::string key(row(answer.id).key);
    Json byParty = Json::object();
    for (std::size_t i = 0; i < answer.stable.size(); ++i)
      if (answer.stable[i])
        byParty[conflict_.parties[i].name] = set(*answer.stable[i]);
    out["stability"][key] = std::move(byParty);
    if (answer.equilibria)
      out["equilibria"][key] = set(*answer.equilibria);
  }

  Json byParty(const std::vector<StateSet>& sets) {
    Json out = Json::object();
    for (std::size_t i = 0; i < sets.size(); ++i)
      out[conflict_.parties[i].name] = set(sets[i]);
    return out;
  }

  Json repetition(const stability::Repetition& told) {
    Json out{{"from", told.from}, {"period", told.period}};
    out["alternating"] = byParty(told.alternating);
    out["open"] = byParty(told.open);
    out["stable"] = Json::array();
    for (std::size_t k = 0; k < told.stable.size(); ++k)
      out["stable"].push_back({{"moves", told.from + k}, {"parties", byParty(told.stable[k])}});
    return out;
  }

  // --- what people ask for first

  Json called(const model::Pattern& pattern) { return stateJson(engine_, pattern, view_.schema); }

  /// The states with a name or a label, in the order of the text, today's first.
  std::vector<model::Pattern> namedStates() const {
    std::vector<model::Pattern> all;
    if (conflict_.statusQuo)
      all.push_back(*conflict_.statusQuo);
    for (const auto& state : conflict_.named)
      all.push_back(state.state);
    for (const auto& listed : conflict_.listed)
      if (!listed.label.empty() && all.size() < mostNamed)
        all.push_back(listed.pattern);
    return all;
  }

  Json groups() {
    const StateSet named = engine_.matching(namedStates());
    Json out = Json::array();
    for (const auto& group : view_.groups) {
      const StateSet members = engine_.both(group.states, shown_);
      Json one{{"equilibrium", Json::array()}, {"count", engine_.count(members).get_str()}};
      for (const auto id : group.under)
        one["equilibrium"].push_back(row(id).key);
      one["examples"] = Json::array();
      auto examples = engine_.list(engine_.both(members, named), groupExamples);
      for (const auto& pattern : engine_.list(engine_.without(members, named), groupExamples))
        if (examples.size() < groupExamples)
          examples.push_back(pattern);
      for (const auto& pattern : examples)
        one["examples"].push_back(called(pattern));
      out.push_back(std::move(one));
    }
    return out;
  }

  Json named() {
    Json out = Json::array();
    std::vector<model::Pattern> told;
    for (const auto& given : namedStates()) {
      const auto found = engine_.list(engine_.both(engine_.matching({given}), shown_), 1);
      if (found.empty() || std::ranges::find(told, found.front()) != told.end())
        continue;
      told.push_back(found.front());
      Json one = called(found.front());
      one["today"] = conflict_.statusQuo && told.size() == 1 && given == *conflict_.statusQuo;
      addVerdicts(one, found.front());
      out.push_back(std::move(one));
    }
    return out;
  }

  /// The words and marks for how firmly an outcome holds.
  static Json verdicts() {
    Json out = Json::array();
    for (const StandingWords& one : standingTable())
      out.push_back({{"key", one.key},
                     {"mark", one.mark},
                     {"word", one.word},
                     {"said", one.said},
                     {"meaning", one.meaning}});
    return out;
  }

  /// What a first page shows, in its order.
  Json outcomes() {
    const OutcomeOrder order = outcomeOrder(engine_, view_.solution);
    const auto letters = [](const std::optional<model::Pattern>& state) {
      return state ? Json(state->letters()) : Json(nullptr);
    };
    Json out{{"today", letters(order.today)}, {"named", Json::array()}, {"unnamed", Json::array()}};
    for (const model::Pattern& state : order.named)
      out["named"].push_back(state.letters());
    for (const model::Pattern& state : order.unnamed) {
      Json one = called(state);
      addVerdicts(one, state);
      out["unnamed"].push_back(std::move(one));
    }
    out["unnamedShown"] = order.unnamedShown();
    out["unnamedCount"] = order.unnamedCount.get_str();
    out["unnamedHolding"] = order.unnamedHolding.get_str();
    out["asked"] = letters(order.asked);
    return out;
  }

  void addVerdicts(Json& out, const model::Pattern& state) {
    out["equilibrium"] = Json::array();
    out["stable"] = Json::object();
    for (const auto& party : conflict_.parties)
      out["stable"][party.name] = Json::array();
    for (const auto& answer : view_.solution.concepts) {
      if (answer.equilibria && engine_.contains(*answer.equilibria, state))
        out["equilibrium"].push_back(row(answer.id).key);
      for (std::size_t i = 0; i < answer.stable.size(); ++i)
        if (answer.stable[i] && engine_.contains(*answer.stable[i], state))
          out["stable"][conflict_.parties[i].name].push_back(row(answer.id).key);
    }
  }

  Json mixed(const stability::MixedAnswer& answer) {
    Json byParty = Json::object();
    for (std::size_t i = 0; i < answer.byParty.size(); ++i)
      byParty[conflict_.parties[i].name] = row(answer.byParty[i]).key;
    Json out{{"concepts", std::move(byParty)}};
    if (answer.equilibria)
      out["equilibria"] = set(*answer.equilibria);
    return out;
  }

  const SolutionView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
  StateSet shown_;
  bool listed_;
  std::map<std::string, std::uint64_t> numbers_;
};

} // namespace

std::string solutionJson(const SolutionView& view) {
  return SolutionJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
