#include "analysis/elicit/completion.h"
#include "report/elicit/elicitation.h"
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
  return stateJson(view.engine, view.stakes.states()[place], 2);
}

std::string_view word(PairAnswer::Kind kind) {
  return kind == PairAnswer::Kind::rather ? "rather" : kind == PairAnswer::Kind::same ? "same" : "unknown";
}

Json answersJson(const ElicitationView& view) {
  Json all = Json::array();
  for (const PairAnswer& answer : view.answers.all()) {
    Json one{{"answer", word(answer.kind)},
             {"one", stateOf(view, answer.one)},
             {"other", stateOf(view, answer.other)},
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
  return {{"one", stateOf(view, one)},
          {"other", stateOf(view, other)},
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
           {"party", view.engine.conflict().party(view.stakes.party()).name},
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
  for (const std::size_t stake : view.open)
    out["open"].push_back(
        {{"state", stateOf(view, view.stakes.state(stake))}, {"concept", row(view.stakes.under(stake)).key}});
  for (const auto& tied : analysis::firstCompletion(view.answers.order())) {
    out["ranking"].push_back(Json::array());
    for (const Place place : tied)
      out["ranking"].back().push_back(stateOf(view, place));
  }
  for (const auto& [one, other] : view.answers.unknown())
    out["unsure"].push_back({stateOf(view, one), stateOf(view, other)});
  out["lines"] = elicitedLines(view);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace stasis::report
