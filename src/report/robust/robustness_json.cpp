#include "report/robust/change_in_words.h"
#include "report/robust/robustness.h"
#include "report/robust/ways.h"
#include "report/telling/limit_name.h"
#include "report/telling/standing_words.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::Change;
using analysis::Holding;
using analysis::Outcome;
using analysis::Robustness;

namespace {

using Json = nlohmann::ordered_json;

class RobustnessJson {
public:
  explicit RobustnessJson(const RobustnessView& view)
      : schema_(view.schema), engine_(view.engine), answer_(view.answer), conflict_(view.engine.conflict()),
        source_(view.source), words_(conflict_, answer_.preferences, &view.source) {}

  Json json() {
    Json out;
    out["schema"] = schemaName("robustness", schema_);
    out["conflict"] = conflict_.title;
    out["engine"] = engine_.name();
    out["concepts"] = Json::array();
    for (const auto id : answer_.concepts)
      out["concepts"].push_back(key(id));
    out["solved"] = answer_.solved();
    if (!answer_.isAll())
      out["variantsInAll"] = answer_.variantsInAll;
    out["variants"] = Json::array();
    for (std::size_t v = 0; v < answer_.variants.size(); ++v)
      out["variants"].push_back(variant(v));
    out["states"] = Json::array();
    for (std::size_t s = 0; s < answer_.states.size(); ++s)
      out["states"].push_back(state(s));
    out["appearing"] = Json::array();
    for (const auto& newcomer : answer_.newcomers())
      out["appearing"].push_back(appearing(newcomer));
    if (answer_.stopped)
      out["stopped"] = {{"limit", limitName(answer_.stopped->limit)}, {"message", answer_.stopped->message}};
    return out;
  }

private:
  static std::string key(model::Concept id) { return std::string(row(id).key); }

  Json variant(std::size_t v) {
    const Outcome& outcome = answer_.outcomes[v];
    Json out{{"id", answer_.first + v + 1}, {"changes", Json::array()}};
    for (const Change& change : answer_.variants[v])
      out["changes"].push_back(told(change));
    if (!outcome.problem.empty())
      out["problem"] = outcome.problem;
    if (!outcome.solved())
      return out;
    out["equilibria"] = Json::object();
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c)
      out["equilibria"][key(answer_.concepts[c])] = counts(outcome.under[c]);
    return out;
  }

  Json told(const Change& change) {
    Json out{{"kind", analysis::keyOf(change.kind)},
             {"words", words_.text(change)},
             {"inWords", changeInWords(conflict_, answer_.preferences, &source_, change)}};
    if (const std::string whose = words_.whose(change); !whose.empty())
      out["party"] = whose;
    out["lines"] = words_.lines(change);
    out["because"] = Json::array();
    for (const auto* citation : words_.because(change))
      out["because"].push_back(
          {{"source", conflict_.source(citation->source).name}, {"words", citation->words}});
    return out;
  }

  static Json counts(const Holding& held) {
    Json out{{"count", held.equilibria.get_str()}};
    if (held.lost)
      out["lost"] = held.lost->get_str();
    if (held.appeared)
      out["appeared"] = held.appeared->get_str();
    return out;
  }

  Json state(std::size_t s) {
    Json out = stateJson(engine_, answer_.states[s], schema_);
    out["asWritten"] = Json::array();
    out["heldIn"] = Json::object();
    out["turnedIn"] = Json::object();
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c) {
      if (answer_.asWritten.under[c].states[s])
        out["asWritten"].push_back(key(answer_.concepts[c]));
      out["heldIn"][key(answer_.concepts[c])] = answer_.heldIn(s, c);
      out["turnedIn"][key(answer_.concepts[c])] = ids(answer_.turnedIn(s, c));
    }
    addWays(out, s);
    return out;
  }

  /// How firmly it holds, how sure that is, and what would make it hold more firmly or end that.
  void addWays(Json& out, std::size_t s) const {
    const auto written = standingOf(answer_, s);
    if (written == stability::Standing::unknown)
      return;
    out["holds"] = wordsOf(written).key;
    out["sureIn"] = sureIn(answer_, s);
    out["ways"] = Json::array();
    for (const WayToHold& way : waysOf(answer_, s))
      out["ways"].push_back({{"variant", answer_.first + way.variant + 1},
                             {"then", wordsOf(way.then).key},
                             {"inWords", wouldIf(variantInWords(conflict_, answer_.preferences, &source_,
                                                                answer_.variants[way.variant]),
                                                 "it would " + wouldStand(way.then))}});
  }

  Json appearing(const analysis::Newcomer& newcomer) {
    Json out{{"options", newcomer.state.letters()}};
    if (const auto number = engine_.number(newcomer.state))
      out["id"] = exactJson(*number);
    out["in"] = Json::object();
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c)
      out["in"][key(answer_.concepts[c])] = ids(newcomer.variants[c]);
    return out;
  }

  Json ids(const std::vector<std::size_t>& variants) const {
    Json out = Json::array();
    for (const std::size_t v : variants)
      out.push_back(answer_.first + v + 1);
    return out;
  }

  int schema_;
  stability::Engine& engine_;
  const Robustness& answer_;
  const model::Conflict& conflict_;
  const language::SourceText& source_;
  ChangeWords words_;
};

} // namespace

std::string robustnessJson(const RobustnessView& view) {
  return RobustnessJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
