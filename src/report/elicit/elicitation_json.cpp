#include "report/elicit/told_order.h"
#include "report/telling/printable.h"
#include "report/telling/state_json.h"
#include "report/telling/state_words.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::PairAnswer;
using analysis::Place;

namespace {

using Json = nlohmann::ordered_json;

Json stateOf(const ElicitationView& view, Place place) {
  return stateJson(view.engine, view.states[place], 2);
}

/// A state, or `{"statement"}`.
Json placeOf(const ElicitationView& view, Place place) {
  return view.topics != nullptr ? Json{{"statement", placeInModel(view, place)}} : stateOf(view, place);
}

std::string_view word(PairAnswer::Kind kind) {
  return kind == PairAnswer::Kind::rather ? "rather" : kind == PairAnswer::Kind::same ? "same" : "unknown";
}

Json answersJson(const ElicitationView& view) {
  Json all = Json::array();
  for (const PairAnswer& answer : view.answers.all()) {
    Json one{{"answer", word(answer.kind)},
             {"one", placeOf(view, answer.one)},
             {"other", placeOf(view, answer.other)},
             {"line", answerLine(view, answer)}};
    if (!answer.from.empty())
      one["from"] = answer.from;
    all.push_back(std::move(one));
  }
  return all;
}

Json questionJson(const ElicitationView& view) {
  if (!view.next)
    return nullptr;
  const auto line = [&](PairAnswer::Kind kind, Place one, Place other) {
    return answerLine(view, {kind, one, other});
  };
  const auto [one, other, atMost] = *view.next;
  return {{"one", placeOf(view, one)},
          {"other", placeOf(view, other)},
          {"words", questionText(view, Look{})},
          {"atMost", atMost},
          {"lines",
           {{"1", line(PairAnswer::Kind::rather, one, other)},
            {"2", line(PairAnswer::Kind::rather, other, one)},
            {"=", line(PairAnswer::Kind::same, one, other)},
            {"?", line(PairAnswer::Kind::unknown, one, other)}}}};
}

} // namespace

std::string elicitedJson(const ElicitationView& view) {
  Json out{{"schema", "stasis/elicited-1"},
           {"conflict", view.engine.conflict().title},
           {"party", view.engine.conflict().party(view.party).name},
           {"concepts", Json::array()},
           {"complete", view.complete},
           {"answers", answersJson(view)},
           {"finished", !view.next.has_value()},
           {"next", questionJson(view)},
           {"open", Json::array()},
           {"ranking", Json::array()},
           {"unsure", Json::array()}};
  for (const auto id : view.concepts)
    out["concepts"].push_back(row(id).key);
  for (const auto& open : view.open)
    out["open"].push_back({{"state", stateOf(view, open.state)}, {"concept", row(open.id).key}});
  const ToldOrder order = toldOrder(view);
  for (const auto& tied : order.classes) {
    out["ranking"].push_back(Json::array());
    for (const Place place : tied)
      out["ranking"].back().push_back(stateOf(view, place));
  }
  for (const auto& [one, other] : view.answers.unknown())
    out["unsure"].push_back({placeOf(view, one), placeOf(view, other)});
  out["statements"] = order.statements;
  out["lines"] = elicitedLines(view);
  out["linesInWords"] = elicitedLinesInWords(view);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace stasis::report
