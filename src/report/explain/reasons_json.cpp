#include "analysis/explain/deciding_statement.h"
#include "analysis/paths/effect.h"
#include "language/words/expression_text.h"
#include "model/mark_words.h"
#include "report/explain/deterrence_words.h"
#include "report/explain/explanation.h"
#include "report/explain/leaving.h"
#include "report/explain/relational_words.h"
#include "report/telling/limit_name.h"
#include "report/telling/party_words.h"
#include "report/telling/standing_words.h"
#include "report/telling/state_json.h"
#include "report/telling/state_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace stasis::report {

using analysis::Explanation;
using analysis::Reply;
using analysis::Stance;
using analysis::Step;
using analysis::ToldImprovement;
using model::Choice;
using model::Concept;
using model::OptionId;
using model::PartyId;
using model::Pattern;
using model::Sanctions;

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(analysis::Effect effect) {
  return effect == analysis::Effect::gain ? "better" : effect == analysis::Effect::loss ? "worse" : "same";
}

std::vector<std::string> changed(const model::Conflict& conflict, const Pattern& from, const Pattern& to,
                                 Choice choice) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < from.size(); ++i)
    if (from[OptionId(i)] != to[OptionId(i)] && to[OptionId(i)] == choice)
      names.push_back(conflict.nameOf(OptionId(i)));
  return names;
}

class ReasonsAtState {
public:
  ReasonsAtState(stability::Engine& engine, const analysis::Rules& rules, const Explanation& explanation)
      : engine_(engine), conflict_(engine.conflict()), rules_(rules), told_(explanation) {}

  Json json() {
    Json out{{"state", state(told_.state)},
             {"today", conflict_.statusQuo &&
                           engine_.contains(engine_.matching({*conflict_.statusQuo}), told_.state)}};
    if (told_.stances.size() == conflict_.parties.size()) {
      std::vector<bool> all(told_.concepts.size(), true);
      for (const Stance& stance : told_.stances)
        for (std::size_t c = 0; c < all.size(); ++c)
          all[c] = all[c] && stance.stable[c];
      out["equilibrium"] = keys(all);
      addStanding(out, "holds", standingOf(conflict_, told_));
      addLeaving(out, standingOf(conflict_, told_));
    }
    out["parties"] = Json::array();
    for (const Stance& stance : told_.stances)
      out["parties"].push_back(party(stance));
    if (!told_.unfinished.empty()) {
      out["unfinished"] = Json::array();
      for (const PartyId id : told_.unfinished)
        out["unfinished"].push_back(conflict_.party(id).name);
    }
    if (!told_.concepts.empty()) {
      out["story"] = storyJson(Called::name);
      out["inWords"] = storyJson(Called::label);
    }
    if (!told_.beyond.empty()) {
      out["beyond"] = Json::array();
      for (const auto& reasons : told_.beyond)
        out["beyond"].push_back(beyond(reasons));
    }
    return out;
  }

private:
  /// Reasons under a concept beyond the classical ones.
  Json beyond(const analysis::ConceptReasons& reasons) {
    const RelationalStory story = relationalStory(engine_, reasons);
    Json out{{"party", conflict_.party(reasons.party).name},
             {"concept", row(reasons.id).key},
             {"stable", reasons.stable},
             {"moves", Json::array()},
             {"told", story.verdict},
             {"reasons", story.reasons}};
    for (const auto& departure : reasons.departures) {
      Json move{{"to", departure.to.letters()}};
      if (departure.sanction)
        move["sanction"] = answerJson(*departure.sanction);
      for (const analysis::AnsweredAgain& one : departure.again)
        move["again"].push_back({{"to", one.to.letters()}, {"sanction", answerJson(one.answer)}});
      out["moves"].push_back(std::move(move));
    }
    return out;
  }

  Json answerJson(const analysis::Sequence& steps) const {
    Json out = Json::array();
    for (const Step& step : steps)
      out.push_back({{"party", conflict_.party(step.mover).name}, {"to", step.to.letters()}});
    return out;
  }

  Json state(const Pattern& pattern) { return stateJson(engine_, pattern, 2); }

  Json keys(const std::vector<bool>& stable) const {
    Json out = Json::array();
    for (std::size_t c = 0; c < stable.size(); ++c)
      if (stable[c])
        out.push_back(row(told_.concepts[c]).key);
    return out;
  }

  /// `itself`, `answers`, `fear`, `not`; written if the concepts that decide it were asked for.
  static void addStanding(Json& out, const char* key, stability::Standing standing) {
    if (standing != stability::Standing::unknown)
      out[key] = wordsOf(standing).key;
  }

  /// Whether it holds and who would leave it, in a few words.
  void addLeaving(Json& out, stability::Standing standing) {
    if (standing == stability::Standing::unknown)
      return;
    const auto leaving = whoLeaves(engine_, told_, standing);
    out["leaving"] = Json::array();
    for (const Leaving& one : leaving) {
      Json names = Json::array();
      for (const PartyId id : one.parties)
        names.push_back(conflict_.party(id).name);
      Json told{
          {"parties", std::move(names)}, {"called", one.called}, {"does", one.does}, {"acts", one.acts}};
      if (one.little)
        told["little"] = true;
      out["leaving"].push_back(std::move(told));
    }
    out["whoLeaves"] = leavingWords(leaving, standing);
    if (out["today"])
      out["inShort"] = todayInShort(leaving, standing);
  }

  void addPlaces(Json& out, PartyId party, const Pattern& from, const Pattern& to) {
    const auto before = engine_.place(party, from);
    const auto after = engine_.place(party, to);
    if (before && after)
      out["places"] = {exactJson(*before), exactJson(*after)};
  }

  Json party(const Stance& stance) {
    Json out{{"party", conflict_.party(stance.party).name}, {"stable", keys(stance.stable)}};
    addStanding(out, "stays", standingOf(told_, stance));
    out["moves"] = std::to_string(stance.moves);
    out["improvements"] = std::to_string(stance.improvements);
    if (const auto place = engine_.place(stance.party, told_.state))
      out["place"] = exactJson(*place);
    out["undeterred"] = Json::object();
    for (std::size_t c = 0; c < told_.concepts.size(); ++c)
      if (row(told_.concepts[c]).sanctions() != Sanctions::none)
        out["undeterred"][std::string(row(told_.concepts[c]).key)] = std::to_string(stance.undeterred[c]);
    if (!stance.told.empty()) {
      const std::size_t shows = showing(stance, told_.state);
      out["shows"] = shows;
      if (gainsLittle(engine_, stance.party, told_.state, stance.told[shows].to))
        out["little"] = true;
    }
    out["told"] = Json::array();
    for (const ToldImprovement& improvement : stance.told)
      out["told"].push_back(told(stance.party, improvement));
    return out;
  }

  Json told(PartyId party, const ToldImprovement& improvement) {
    Json out{{"to", state(improvement.to)},
             {"takes", changed(conflict_, told_.state, improvement.to, Choice::yes)},
             {"drops", changed(conflict_, told_.state, improvement.to, Choice::no)}};
    addPlaces(out, party, told_.state, improvement.to);
    if (const auto* wish = analysis::decidingStatement(conflict_, party, improvement.to, told_.state))
      out["wish"] = wishJson(*wish);
    out["deterred"] = Json::array();
    for (const auto& ground : improvement.grounds)
      if (ground.deterred)
        out["deterred"].push_back(row(ground.id).key);
    out["answers"] = std::to_string(improvement.answers);
    out["replies"] = Json::array();
    for (const Reply& reply : improvement.replies)
      out["replies"].push_back(replyJson(reply));
    out["act"] = actWords(conflict_, {party, told_.state, improvement.to});
    out["deterrence"] = deterrenceWords(conflict_, rules_, party, improvement);
    return out;
  }

  Json wishJson(const model::Statement& wish) const {
    Json out{{"words", language::text(wish.wanted, conflict_)}, {"because", Json::array()}};
    if (wish.mark != model::Mark::none)
      out["mark"] = model::markWord(wish.mark);
    for (const auto& citation : wish.because)
      out["because"].push_back(
          {{"source", conflict_.source(citation.source).name}, {"words", citation.words}});
    return out;
  }

  Json replyJson(const Reply& reply) {
    Json out{{"steps", Json::array()}};
    for (const Step& step : reply.steps) {
      Json one{{"party", conflict_.party(step.mover).name},
               {"to", step.to.letters()},
               {"takes", changed(conflict_, step.from, step.to, Choice::yes)},
               {"drops", changed(conflict_, step.from, step.to, Choice::no)},
               {"effect", word(analysis::effectOf(rules_, step))}};
      addPlaces(one, step.mover, step.from, step.to);
      out["steps"].push_back(std::move(one));
    }
    out["deters"] = reply.deters;
    out["lasts"] = reply.lasts;
    out["willing"] = !reply.unwilling;
    out["counts"] = Json::array();
    for (const Concept id : told_.concepts)
      if (reply.counts(id))
        out["counts"].push_back(row(id).key);
    return out;
  }

  // --- the words

  static Json effects(const std::vector<report::Effect>& all) {
    Json out = Json::array();
    for (const auto& effect : all) {
      Json one{{"text", effect.text}};
      if (!effect.decides.empty())
        one["decides"] = effect.decides;
      out.push_back(std::move(one));
    }
    return out;
  }

  static Json moveJson(const ToldMove& move) {
    Json replies = Json::array();
    for (const ToldReply& reply : move.replies) {
      Json path = Json::array();
      for (const Pattern& state : reply.path)
        path.push_back(state.letters());
      replies.push_back(
          {{"path", std::move(path)}, {"steps", reply.steps}, {"effects", effects(reply.effects)}});
    }
    return {{"to", move.to.letters()},
            {"move", move.move},
            {"change", move.change},
            {"question", move.question},
            {"replies", std::move(replies)},
            {"untold", move.untold},
            {"conclusions", effects(move.conclusions)}};
  }

  Json storyJson(Called called) {
    const Story words = story({engine_, told_}, Look{}, called);
    Json stances = Json::array();
    for (const ToldStance& stance : words.stances) {
      Json names = Json::array();
      for (const PartyId id : stance.parties)
        names.push_back(conflict_.party(id).name);
      Json improvements = Json::array();
      for (const ToldMove& move : stance.improvements)
        improvements.push_back(moveJson(move));
      stances.push_back({{"parties", std::move(names)},
                         {"heading", stance.heading},
                         {"moves", stance.moves},
                         {"improvements", std::move(improvements)},
                         {"untold", stance.untold}});
    }
    Json out{{"heading", words.heading}, {"done", words.state}, {"stances", std::move(stances)}};
    if (!words.unfinished.empty())
      out["unfinished"] = words.unfinished;
    return out;
  }

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const analysis::Rules& rules_;
  const Explanation& told_;
};

} // namespace

namespace {

std::vector<Concept> conceptsOf(const Explanation& explanation) {
  std::vector<Concept> all = explanation.concepts;
  for (const auto& reasons : explanation.beyond)
    if (std::ranges::find(all, reasons.id) == all.end())
      all.push_back(reasons.id);
  return all;
}

} // namespace

std::string reasonsJson(stability::Engine& engine, const std::vector<Explanation>& explanations,
                        const stability::Count& more) {
  const analysis::Rules rules(engine);
  Json out{{"schema", "stasis/explanation-1"}, {"conflict", engine.conflict().title},
           {"engine", engine.name()},          {"concepts", Json::array()},
           {"states", Json::array()},          {"more", more.get_str()}};
  if (!explanations.empty())
    for (const Concept id : conceptsOf(explanations.front()))
      out["concepts"].push_back(row(id).key);
  for (const Explanation& explanation : explanations) {
    out["states"].push_back(ReasonsAtState(engine, rules, explanation).json());
    if (explanation.stopped)
      out["stopped"] = {{"limit", limitName(explanation.stopped->limit)},
                        {"message", explanation.stopped->message}};
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
