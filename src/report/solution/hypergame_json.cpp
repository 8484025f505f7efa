#include "report/solution/hypergame_json.h"

#include "report/telling/state_json.h"

#include <array>

namespace stasis::report {

namespace {

using Json = nlohmann::ordered_json;
using analysis::Surprise;
using model::PartyId;
using stability::StateSet;

constexpr std::size_t exampleCount = 3;

class HypergameJson {
public:
  explicit HypergameJson(const SolutionView& view)
      : view_(view), answer_(*view.hypergame), whole_(view.engine), conflict_(whole_.conflict()),
        shown_(view.where ? *view.where : whole_.feasible()), listed_(whole_.count(shown_) <= view.list) {}

  void add(Json& out) {
    out["views"] = Json::array();
    for (std::size_t k = 0; k < answer_.game.views().size(); ++k)
      out["views"].push_back(picture(answer_.game.views()[k], answer_.game.engine(k)));
    out["hypergame"] = Json::object();
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c)
      if (answer_.equilibria[c])
        out["hypergame"][std::string(row(answer_.concepts[c]).key)] =
            set(whole_, whole_.both(*answer_.equilibria[c], shown_));
    out["pictures"] = Json::array();
    for (const auto& state : answer_.states.states)
      if (whole_.contains(shown_, state.state))
        out["pictures"].push_back(state_(state));
    out["surprises"] = Json::array();
    for (const Surprise& one : answer_.surprises.all)
      out["surprises"].push_back(surprise(one));
    if (!answer_.surprises.complete)
      out["surprisesComplete"] = false;
  }

private:
  Json picture(const model::View& view, analysis::ViewEngine& engine) {
    Json out{{"of", conflict_.party(view.of).name}};
    if (view.by)
      out["by"] = conflict_.party(*view.by).name;
    out["feasible"] = engine.count(engine.feasible()).get_str();
    if (listed_)
      out["unseen"] = unseen(engine);
    out["stability"] = Json::object();
    out["equilibria"] = Json::object();
    for (const auto id : answer_.concepts) {
      const std::string key(row(id).key);
      Json& byParty = out["stability"][key] = Json::object();
      for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
        byParty[conflict_.parties[i].name] = set(engine, engine.stable(id, PartyId(i)));
      out["equilibria"][key] = set(engine, engine.equilibria(id));
    }
    return out;
  }

  /// The states shown that are not there in the picture.
  Json unseen(analysis::ViewEngine& engine) {
    Json out = Json::array();
    for (const auto& state : whole_.list(shown_, view_.list))
      if (!engine.sees(state))
        out.push_back(id(state));
    return out;
  }

  Json id(const model::Pattern& state) {
    const auto number = whole_.number(state);
    return number ? exactJson(*number) : Json(state.letters());
  }

  /// Of any picture; if states are listed, those of them that are shown.
  Json set(stability::Engine& engine, StateSet members) {
    Json out = Json::array();
    if (listed_) {
      for (const auto& state : engine.list(members, view_.list))
        if (whole_.contains(shown_, state))
          out.push_back(id(state));
      return out;
    }
    for (const auto& state : engine.list(members, exampleCount))
      out.push_back(state.letters());
    return {{"count", engine.count(members).get_str()}, {"examples", std::move(out)}};
  }

  Json names(const std::vector<PartyId>& parties) const {
    Json out = Json::array();
    for (const PartyId party : parties)
      out.push_back(conflict_.party(party).name);
    return out;
  }

  Json state_(const analysis::StateByPictures& state) {
    Json out = stateJson(whole_, state.state, 2);
    out["under"] = Json::array();
    for (const auto& one : state.under)
      out["under"].push_back({{"concept", row(one.id).key},
                              {"hypergame", one.hypergame},
                              {"conflict", one.conflict},
                              {"stays", names(one.stayBySight)},
                              {"leaves", names(one.leaveBySight)},
                              {"unseen", names(one.unseenBy)}});
    return out;
  }

  Json surprise(const Surprise& one) {
    constexpr std::array<std::string_view, 3> kinds{"impossible", "notStable", "unknownMove"};
    Json out{{"party", conflict_.party(one.who).name},
             {"kind", kinds[static_cast<std::size_t>(one.kind)]},
             {"state", stateJson(whole_, one.state, 2)}};
    if (one.mover)
      out["by"] = conflict_.party(*one.mover).name;
    if (one.to)
      out["to"] = stateJson(whole_, *one.to, 2);
    if (!one.under.empty()) {
      out["under"] = Json::array();
      for (const auto id : one.under)
        out["under"].push_back(row(id).key);
    }
    return out;
  }

  const SolutionView& view_;
  const analysis::HypergameAnswer& answer_;
  stability::Engine& whole_;
  const model::Conflict& conflict_;
  StateSet shown_;
  bool listed_;
};

} // namespace

void addHypergame(Json& out, const SolutionView& view) {
  if (view.hypergame != nullptr)
    HypergameJson(view).add(out);
}

} // namespace stasis::report
