#include "report/moves/moves.h"
#include "report/telling/csv.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

#include <span>

namespace stasis::report {

using analysis::Effect;
using model::OptionId;
using model::Pattern;

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(Effect effect) {
  return effect == Effect::gain ? "better" : effect == Effect::loss ? "worse" : "same";
}

/// The names of the options that have this choice in `to` and had another in `from`.
std::vector<std::string> changed(const model::Conflict& conflict, const Pattern& from, const Pattern& to,
                                 model::Choice choice) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < from.size(); ++i)
    if (from[OptionId(i)] != to[OptionId(i)] && to[OptionId(i)] == choice)
      names.push_back(conflict.nameOf(OptionId(i)));
  return names;
}

Json toldState(const MovesView& view, const Pattern& pattern) {
  Json out = stateJson(view.engine, pattern, 2);
  if (view.solution == nullptr)
    return out;
  out["equilibrium"] = Json::array();
  for (const auto& answer : view.solution->concepts)
    if (answer.equilibria && view.engine.contains(*answer.equilibria, pattern))
      out["equilibrium"].push_back(row(answer.id).key);
  return out;
}

Json moveJson(const MovesView& view, const analysis::UnilateralMove& move) {
  const auto& conflict = view.engine.conflict();
  Json out{{"to", toldState(view, move.to)},
           {"takes", changed(conflict, view.answer.from, move.to, model::Choice::yes)},
           {"drops", changed(conflict, view.answer.from, move.to, model::Choice::no)}};
  for (std::size_t i = 0; i < move.effects.size(); ++i) {
    const auto& effect = move.effects[i];
    Json one{{"effect", word(effect.effect)}};
    if (effect.before && effect.after)
      one["places"] = {exactJson(*effect.before), exactJson(*effect.after)};
    out["effects"][conflict.parties[i].name] = std::move(one);
  }
  return out;
}

void addMoves(Json& out, const MovesView& view) {
  out["from"] = toldState(view, view.answer.from);
  out["parties"] = Json::array();
  for (const auto& of : view.answer.parties) {
    Json party{{"party", view.engine.conflict().party(of.party).name},
               {"count", std::to_string(of.moves)},
               {"improvements", std::to_string(of.improvements)},
               {"moves", Json::array()}};
    for (const auto& move : of.listed)
      party["moves"].push_back(moveJson(view, move));
    out["parties"].push_back(std::move(party));
  }
}

std::string joinedNames(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names)
    out += (out.empty() ? "" : " ") + name;
  return out;
}

} // namespace

std::string movesJson(const std::vector<MovesView>& views) {
  auto& engine = views.front().engine;
  Json out{{"schema", "stasis/moves-1"}, {"conflict", engine.conflict().title}, {"engine", engine.name()}};
  out["transitive"] = views.front().answer.transitive;
  addMoves(out, views.front());
  if (views.size() > 1)
    out["also"] = Json::array();
  for (const MovesView& view : std::span(views).subspan(1))
    addMoves(out["also"].emplace_back(Json::object()), view);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string movesCsv(const MovesView& view) {
  const auto& conflict = view.engine.conflict();
  std::vector<std::string> names{"party", "from", "to", "options", "takes", "drops", "effect"};
  for (const auto& party : conflict.parties)
    names.push_back("effect " + party.name);
  std::string out = csvLine(names);
  const StateRow from = stateRow(view.engine, {}, view.answer.from);
  for (const auto& of : view.answer.parties)
    for (const auto& move : of.listed) {
      const StateRow to = stateRow(view.engine, {}, move.to);
      std::vector<std::string> fields{
          conflict.party(of.party).name,
          from.name,
          to.name,
          move.to.letters(),
          joinedNames(changed(conflict, view.answer.from, move.to, model::Choice::yes)),
          joinedNames(changed(conflict, view.answer.from, move.to, model::Choice::no)),
          std::string(word(move.effects[of.party.index()].effect))};
      for (const auto& effect : move.effects)
        fields.emplace_back(word(effect.effect));
      out += csvLine(fields);
    }
  return out;
}

} // namespace stasis::report
