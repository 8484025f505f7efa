#include "report/brief/brief.h"
#include "report/robust/change_words.h"
#include "report/telling/outcome_name.h"
#include "report/telling/path_words.h"
#include "report/telling/standing_words.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

namespace {

using Json = nlohmann::ordered_json;

class BriefJson {
public:
  explicit BriefJson(const BriefView& view)
      : view_(view), brief_(view.brief), engine_(view.engine), conflict_(view.engine.conflict()) {}

  Json json() {
    Json out{{"schema", "stasis/brief-1"}, {"conflict", conflict_.title}};
    out["state"] = state(brief_.state);
    out["today"] = brief_.isToday;
    out["holds"] = wordsOf(brief_.standing).key;
    out["outcomes"] = {{"feasible", engine_.count(engine_.feasible()).get_str()},
                       {"holding", brief_.holding ? Json(brief_.holding->get_str()) : Json(nullptr)}};
    out["told"] = Json::array();
    for (const auto& outcome : brief_.outcomes)
      out["told"].push_back(told(outcome));
    out["fallen"] = Json::array();
    for (const auto& fallen : brief_.fallen)
      out["fallen"].push_back(leftBy(fallen));
    out["parties"] = reasons(brief_.reasons);
    out["turnedBy"] = brief_.drops ? changes(brief_.turning) : Json(nullptr);
    if (!brief_.shifting.empty())
      out["changedBy"] = changes(brief_.shifting);
    if (brief_.pairs)
      out["turnedByTwo"] = turnedBy(*brief_.pairs, brief_.turningPairs);
    const BriefStory story = briefStory(view_);
    out["sections"] = sections(story);
    out["leavesOut"] = story.leavesOut;
    out["notFinished"] = brief_.missing;
    return out;
  }

private:
  Json state(const model::Pattern& pattern) { return stateJson(engine_, pattern, 2); }

  Json steps(const analysis::Sequence& sequence) {
    const analysis::Rules rules(engine_);
    Json out = Json::array();
    for (const auto& step : sequence)
      out.push_back({{"party", conflict_.party(step.mover).name},
                     {"from", step.from.letters()},
                     {"to", step.to.letters()},
                     {"concedes", isConcession(effectOf(rules, step))}});
    return out;
  }

  Json told(const analysis::BriefOutcome& outcome) {
    Json out = state(outcome.state);
    out["holds"] = wordsOf(outcome.standing).key;
    out["way"] =
        outcome.way && !outcome.way->paths.empty() ? steps(outcome.way->paths.front()) : Json(nullptr);
    out["barred"] = outcome.barred;
    if (outcome.byGains)
      out["byGains"] = *outcome.byGains;
    out["reasons"] = reasons(outcome.reasons);
    if (brief_.drops)
      out["turnedBy"] = changes(outcome.turning);
    return out;
  }

  Json leftBy(const analysis::BriefFallen& fallen) {
    Json out = state(fallen.state);
    out["leftBy"] = Json::array();
    for (const auto party : fallen.leavers)
      out["leftBy"].push_back(conflict_.party(party).name);
    out["reasons"] = reasons(fallen.reasons);
    return out;
  }

  Json reasons(const std::vector<analysis::BriefReason>& reasons) {
    Json out = Json::array();
    for (const auto& reason : reasons)
      out.push_back(party(reason));
    return out;
  }

  Json party(const analysis::BriefReason& reason) {
    Json out{{"party", conflict_.party(reason.party).name},
             {"stays", wordsOf(reason.standing).key},
             {"leavesFor", reason.leavesFor ? Json(reason.leavesFor->letters()) : Json(nullptr)},
             {"answer", reason.answer ? steps(*reason.answer) : Json(nullptr)},
             {"because", Json::array()}};
    if (reason.wish != nullptr)
      for (const auto& citation : reason.wish->because)
        out["because"].push_back(
            {{"source", conflict_.source(citation.source).name}, {"words", citation.words}});
    return out;
  }

  Json turnedBy(const analysis::Robustness& answer, const std::vector<std::size_t>& turning) {
    const ChangeWords words(conflict_, answer.preferences, &view_.source);
    Json out = Json::array();
    for (const std::size_t v : turning) {
      std::vector<std::string> said;
      Json lines = Json::array();
      for (const auto& change : answer.variants[v]) {
        said.push_back(words.text(change));
        for (const std::size_t line : words.lines(change))
          lines.push_back(line);
      }
      out.push_back({{"words", enumerated(said)}, {"lines", std::move(lines)}});
    }
    return out;
  }

  /// Single lines left out, each with how the state holds then.
  Json changes(const std::vector<std::pair<std::size_t, analysis::Standing>>& variants) {
    Json out = Json::array();
    for (const auto& [v, standing] : variants) {
      Json one = turnedBy(*brief_.drops, {v}).front();
      one["holds"] = wordsOf(standing).key;
      out.push_back(std::move(one));
    }
    return out;
  }

  /// The page as people read it, for programs that show it.
  static Json sections(const BriefStory& story) {
    Json out = Json::array();
    for (const auto& section : story.sections) {
      Json paragraphs = Json::array();
      for (const auto& p : section.paragraphs) {
        Json one{{"lead", p.lead}, {"text", p.text}};
        if (!p.points.empty())
          one["points"] = p.points;
        if (!p.quote.empty()) {
          one["quote"] = {{"words", p.quote}, {"source", p.quoted}, {"for", p.quotedFor}};
          if (!p.speaker.empty())
            one["quote"]["speaker"] = p.speaker;
        }
        paragraphs.push_back(std::move(one));
      }
      out.push_back(
          {{"title", section.title}, {"opening", section.opening}, {"paragraphs", std::move(paragraphs)}});
    }
    return out;
  }

  const BriefView& view_;
  const analysis::Brief& brief_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
};

} // namespace

std::string briefJson(const BriefView& view) {
  return BriefJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
