#include "report/solution/solution.h"
#include "report/telling/called_json.h"
#include "report/telling/limit_name.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

#include <map>

namespace stasis::report {

namespace {

using Json = nlohmann::ordered_json;
using model::PartyId;
using stability::StateSet;

constexpr std::size_t exampleCount = 3;

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
    out["stability"] = Json::object();
    out["equilibria"] = Json::object();
    for (const auto& answer : view_.solution.concepts)
      addConcept(answer, out);
    if (view_.solution.mixed)
      out["mixed"] = mixed(*view_.solution.mixed);
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
    return {{"expression", view_.whereText},
            {"count", engine_.count(shown_).get_str()},
            {"equilibria", std::move(equilibria)}};
  }

  static Json satisfied(const analysis::Satisfaction& found) {
    Json out;
    out["satisfy"] = found.of == 0 ? Json(nullptr) : found.all() ? "all" : found.none() ? "no" : "some";
    out["count"] = found.satisfying.get_str();
    out["of"] = found.of.get_str();
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

  /// By party, how it likes each of the states shown; nothing where the engine does not rank them one by one.
  Json ranks(const std::vector<model::Pattern>& shown) {
    Json byParty = Json::object();
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
      Json& places = byParty[conflict_.parties[i].name] = Json::array();
      for (const auto& pattern : shown) {
        const auto place = engine_.place(PartyId(i), pattern);
        if (!place)
          return nullptr;
        places.push_back(*place);
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
        state["id"] = *r.number;
        numbers_[pattern.letters()] = *r.number;
      }
      addNames(state, r, view_.schema);
      addCalled(state, conflict_, r, view_.schema);
      state["options"] = pattern.letters();
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
          out.push_back(known->second);
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
