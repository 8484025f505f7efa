#include "analysis/brief/brief.h"

#include "analysis/paths/improving.h"
#include "analysis/paths/rules.h"
#include "model/lettered.h"
#include "model/options_changed.h"
#include "stability/errand.h"
#include "stability/solution.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;
using stability::StateSet;

namespace {

// Strongest concept first.
constexpr std::array asked{Concept::nash, Concept::seq, Concept::gmr};
constexpr std::array standings{Standing::byItself, Standing::byAnswers, Standing::byFear};

/// How many ways of the same cost are compared for the plainest.
constexpr std::size_t mostWaysCompared = 64;

class Maker {
public:
  Maker(stability::Engine& engine, const BriefQuestion& question, const OpenEngine& open,
        const stability::Errand& errand)
      : engine_(engine), conflict_(engine.conflict()), question_(question), open_(open), errand_(errand),
        rules_(engine), solution_(stability::solve(engine, {asked.begin(), asked.end()})) {
    brief_.state = question.state;
    brief_.isToday = question.isToday;
  }

  Brief brief() {
    if (solution_.stopped)
      miss("what can hold", solution_.stopped->message);
    brief_.standing = standingOf(question_.state);
    countHolding();
    part("what the firmest outcomes share", [&] { sharedByFirmest(); });
    part("which named outcomes do not hold", [&] { fallen(); });
    part("the reasons of the parties", [&] { reasons(); });
    part("what the parties lack today", [&] { brief_.lacks = lacksAt(question_.state, errand_); });
    part("which outcomes hold", [&] { outcomes(); });
    part("who would leave the outcomes", [&] { leavers(); });
    part("how the outcomes are reached", [&] { ways(); });
    part("what the answer rests on", [&] { drops(); });
    return std::move(brief_);
  }

private:
  void miss(const std::string& what, const std::string& why) { brief_.missing.push_back(what + ": " + why); }

  template <class Work> void part(const std::string& what, Work work) {
    try {
      errand_.check();
      work();
    } catch (const stability::LimitReached& reached) {
      miss(what, reached.what());
    }
  }

  Standing standingOf(const Pattern& state) { return stability::standingOf(engine_, solution_, state); }

  StateSet nothing() { return engine_.without(engine_.feasible(), engine_.feasible()); }

  void countHolding() {
    StateSet any = nothing();
    for (std::size_t c = 0; c < asked.size(); ++c) {
      const auto& equilibria = solution_.concepts[c].equilibria;
      if (!equilibria)
        return;
      brief_.holdingBy[c] = engine_.count(engine_.without(*equilibria, any));
      any = engine_.either(any, *equilibria);
    }
    brief_.holding = engine_.count(any);
  }

  /// Cost: two questions to the engine for each choice.
  void sharedByFirmest() {
    const auto& today = conflict_.statusQuo;
    const bool merged =
        std::ranges::any_of(conflict_.listed, [](const auto& listed) { return !listed.pattern.isState(); });
    if (!brief_.holding || *brief_.holding == 0 || !today || merged)
      return;
    const auto first = std::ranges::find_if(brief_.holdingBy, [](const auto& count) { return count != 0; });
    const auto c = static_cast<std::size_t>(first - brief_.holdingBy.begin());
    brief_.firmest = standings[c];
    const StateSet firm = *solution_.concepts[c].equilibria;
    if (engine_.contains(firm, *today))
      return;
    Pattern shared = *today;
    for (std::size_t o = 0; o < today->size(); ++o) {
      errand_.check();
      const model::OptionId option(o);
      const stability::Scratch scratch(engine_);
      const StateSet taken = engine_.where(model::Expression::option(option));
      const bool chosen = (*today)[option] == model::Choice::yes;
      const StateSet asToday = chosen ? engine_.both(firm, taken) : engine_.without(firm, taken);
      if (engine_.list(asToday, 1).empty())
        shared.set(option, chosen ? model::Choice::no : model::Choice::yes);
    }
    if (shared != *today)
      brief_.sharedByFirmest = shared;
  }

  void fallen() {
    constexpr std::size_t gmr = 2; // what is not stable by fear is stable in no way
    for (const auto& named : conflict_.named) {
      const Pattern& state = named.state;
      if (model::isLettered(named) || state == question_.state || standingOf(state) != Standing::holdsNot ||
          !engine_.contains(engine_.feasible(), state))
        continue;
      BriefFallen fallen{state, {}, {}, {}};
      for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
        if (!engine_.contains(engine_.stable(asked[gmr], PartyId(i)), state))
          fallen.leavers.emplace_back(i);
      brief_.fallen.push_back(std::move(fallen));
    }
  }

  // --- reasons ---

  void reasons() {
    std::vector<PartyId> parties;
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
      parties.emplace_back(i);
    const auto explanation =
        explain(engine_, question_.state, parties, {asked.begin(), asked.end()}, limits(), errand_);
    for (const Stance& stance : explanation.stances)
      brief_.reasons.push_back(reasonOf(stance, question_.state));
  }

  BriefReason reasonOf(const Stance& stance, const Pattern& state) const {
    BriefReason reason;
    reason.party = stance.party;
    reason.canMove = stance.moves > 0;
    reason.standing = Standing::holdsNot;
    for (std::size_t c = asked.size(); c-- > 0;)
      if (stance.stable[c])
        reason.standing = standings[c];
    if (stance.told.empty())
      return reason;
    // What deters, under the concept that makes it stable; for a party that would leave, an undeterred move.
    const std::size_t judged = reason.standing == Standing::byFear ? 2 : 1;
    const ToldImprovement& told = telling(stance, state);
    reason.leavesFor = told.to;
    reason.answeredWillingly = told.grounds[1].deterred;
    reason.wish = decidingStatement(conflict_, stance.party, told.to, state);
    const auto& ground = told.grounds[judged];
    if (reason.standing != Standing::holdsNot && ground.deterred && ground.reply) {
      reason.answer = told.replies[*ground.reply].steps;
      simplify(*reason.answer, state, reason.party);
    }
    if (reason.standing == Standing::holdsNot)
      tellLess(reason, stance, state);
    return reason;
  }

  /// Whether `less` changes some of the options that `to` changes, and no other.
  static bool isPart(const Pattern& less, const Pattern& to, const Pattern& state) {
    for (std::size_t o = 0; o < state.size(); ++o)
      if (const model::OptionId option(o); less[option] != state[option] && less[option] != to[option])
        return false;
    return less != to;
  }

  /// Of several improvements that need less, the one that changes the fewest options.
  void tellLess(BriefReason& reason, const Stance& stance, const Pattern& state) const {
    constexpr std::size_t gmr = 2;
    const ToldImprovement* least = nullptr;
    for (const ToldImprovement& told : stance.told)
      if (told.grounds[gmr].deterred && told.grounds[gmr].reply &&
          isPart(told.to, *reason.leavesFor, state) &&
          (least == nullptr ||
           model::optionsChanged(state, told.to) < model::optionsChanged(state, least->to)))
        least = &told;
    if (least == nullptr)
      return;
    reason.lessFor = least->to;
    reason.answerToLess = least->replies[*least->grounds[gmr].reply].steps;
    simplify(*reason.answerToLess, state, reason.party);
  }

  /// Of the last step, leaves every option as it was that the answer does not need: it still takes the gain
  /// away from the party, and pays whoever gives it as before.
  void simplify(Sequence& answer, const Pattern& state, PartyId party) const {
    if (answer.empty() || !answer.back().from.isState() || !answer.back().to.isState() || !state.isState())
      return;
    Step& last = answer.back();
    const auto gains = [&](const Pattern& to) { return rules_.compare(last.mover, to, last.from) > 0; };
    const bool pays = gains(last.to);
    for (bool less = true; less;) {
      less = false;
      for (std::size_t o = 0; o < last.from.size(); ++o) {
        Pattern fewer = last.to;
        fewer.set(model::OptionId(o), last.from[model::OptionId(o)]);
        if (fewer != last.to && rules_.isMove(last.mover, last.from, fewer) &&
            rules_.compare(party, fewer, state) <= 0 && gains(fewer) == pays) {
          last.to = fewer;
          less = true;
        }
      }
    }
  }

  /// The improvement that shows the standing: one that no willing answer deters, if there is one; of several
  /// the first that changes the fewest options.
  static const ToldImprovement& telling(const Stance& stance, const Pattern& state) {
    const std::size_t freeOf = stance.stable[2] ? 1 : 2;
    const auto order = [&](const ToldImprovement& told) {
      return std::pair(told.grounds[freeOf].deterred, model::optionsChanged(state, told.to));
    };
    return *std::ranges::min_element(stance.told, {}, order);
  }

  /// In a small conflict, the simplest of all improvements is taken.
  ExplainLimits limits() {
    ExplainLimits told;
    told.improvements = engine_.count(engine_.feasible()) <= mostStatesOfPairs ? 32 : 4;
    return told;
  }

  // --- outcomes

  void outcomes() {
    if (!brief_.holding)
      return;
    for (const Pattern& state : chosen())
      brief_.outcomes.push_back({state, standingOf(state), {}, false, {}, {}, {}, {}});
    for (auto& outcome : brief_.outcomes)
      if (reached_)
        outcome.byGains = engine_.contains(*reached_, outcome.state);
  }

  /// At each outcome shown, the reasons of those who would gain by leaving it.
  void leavers() {
    const stability::Errand errand = shareOfTheTime(8);
    for (auto& fallen : brief_.fallen)
      reasonsAt(fallen.state, fallen.leavers, fallen.reasons, errand);
    for (auto& outcome : brief_.outcomes) {
      if (outcome.standing == Standing::byItself && model::namedAs(conflict_, outcome.state) != nullptr)
        outcome.lacks = lacksAt(outcome.state, errand);
      if (outcome.standing != Standing::byAnswers && outcome.standing != Standing::byFear)
        continue;
      std::vector<PartyId> gaining;
      for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
        if (!engine_.contains(engine_.stable(Concept::nash, PartyId(i)), outcome.state))
          gaining.emplace_back(i);
      reasonsAt(outcome.state, gaining, outcome.reasons, errand);
    }
  }

  void reasonsAt(const Pattern& state, const std::vector<PartyId>& parties, std::vector<BriefReason>& reasons,
                 const stability::Errand& errand) {
    const auto explanation =
        explain(engine_, state, oneOfEachFamily(parties), {asked.begin(), asked.end()}, limits(), errand);
    for (const Stance& stance : explanation.stances)
      reasons.push_back(reasonOf(stance, state));
    if (explanation.stopped)
      throw stability::LimitReached(explanation.stopped->limit, explanation.stopped->message);
  }

  // --- why the others stay

  std::vector<BriefLack> lacksAt(const Pattern& state, const stability::Errand& errand) {
    std::vector<BriefLack> lacks;
    if (!state.isState())
      return lacks;
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
      errand.check();
      if (engine_.contains(engine_.stable(Concept::nash, PartyId(i)), state))
        if (const auto lack = lackOf(PartyId(i), state))
          lacks.push_back(*lack);
    }
    return lacks;
  }

  /// None for a party that lacks nothing, that gives no statements, or of which it is not certain that it
  /// wants what it lacks.
  std::optional<BriefLack> lackOf(PartyId party, const Pattern& state) {
    const auto* said = std::get_if<model::Prioritised>(&conflict_.party(party).preference);
    if (said == nullptr)
      return std::nullopt;
    for (const auto& tier : said->tiers)
      for (const auto& statement : tier) {
        if (model::holds(statement.wanted, conflict_, state))
          continue;
        const stability::Scratch scratch(engine_);
        const StateSet wanted = engine_.where(statement.wanted);
        if (engine_.list(wanted, 1).empty())
          continue;
        if (statement.mark == model::Mark::perhaps)
          return std::nullopt;
        return hindered({party, &statement, false, nullptr}, wanted, state);
      }
    return std::nullopt;
  }

  std::optional<BriefLack> hindered(BriefLack lack, StateSet wanted, const Pattern& state) {
    constexpr std::size_t mostMoves = 16;
    const StateSet own = engine_.reachedFrom(engine_.matching({state}), lack.party, model::Relation::always);
    const auto moves = engine_.list(engine_.both(own, wanted), mostMoves);
    lack.alone = !moves.empty();
    for (const Pattern& to : moves) {
      const auto* above = decidingStatement(conflict_, lack.party, state, to);
      if (above == nullptr)
        return std::nullopt;
      lack.above = &to == &moves.front() || lack.above == above ? above : nullptr;
      if (lack.above == nullptr)
        break;
    }
    if (moves.size() == mostMoves)
      lack.above = nullptr;
    return lack;
  }

  std::vector<PartyId> oneOfEachFamily(const std::vector<PartyId>& parties) const {
    std::vector<PartyId> few;
    for (const PartyId id : parties) {
      const auto family = conflict_.party(id).family;
      const bool told = family && std::ranges::any_of(few, [&](PartyId other) {
                          return conflict_.party(other).family == family;
                        });
      if (!told && few.size() < mostLeavers)
        few.push_back(id);
    }
    return few;
  }

  void ways() {
    if (brief_.outcomes.empty() || !conflict_.statusQuo)
      return;
    const auto found = engine_.list(engine_.matching({*conflict_.statusQuo}), 1);
    if (found.empty())
      return;
    const Pattern& today = found.front();
    std::vector<Pattern> states;
    for (const auto& outcome : brief_.outcomes)
      states.push_back(outcome.state);
    const PathsQuestion question{.from = today,
                                 .groups = {engine_.matching(states)},
                                 .each = true,
                                 .goals = states.size(),
                                 .limit = mostWaysCompared};
    const auto answer = findPaths(engine_, question, open_, shareOfTheTime(2));
    if (answer.stopped)
      miss("how the outcomes are reached", answer.stopped->message);
    for (const auto& group : answer.groups)
      for (const GoalWays& goal : group.goals)
        for (auto& outcome : brief_.outcomes)
          if (goal.state && outcome.state == *goal.state) {
            outcome.way = goal.fewestConcessions;
            if (outcome.way && !outcome.way->paths.empty())
              outcome.way->paths = {plainest(outcome.way->paths)};
            outcome.barred = !goal.fewestConcessions && !answer.stopped;
          }
  }

  /// Of ways that cost the same, the first that changes the fewest options: none is dropped to be taken up
  /// again if another way does without that.
  static Sequence plainest(const std::vector<Sequence>& ways) {
    const auto changed = [](const Sequence& way) {
      std::size_t count = 0;
      for (const Step& step : way)
        count += model::optionsChanged(step.from, step.to);
      return count;
    };
    return *std::ranges::min_element(ways, {}, changed);
  }

  /// May take one of this many equal parts of the time that is left.
  stability::Errand shareOfTheTime(int parts) const {
    stability::Errand share = errand_;
    const auto now = stability::Errand::Clock::now();
    if (share.deadline)
      share.deadline = now + (*share.deadline - now) / parts;
    return share;
  }

  // All that hold if they are few. Otherwise named outcomes that hold; then, if there are not several of
  // these, those reachable by improvements from today, then the strongest others; in any case those that hold
  // most firmly, if they are few.
  std::vector<Pattern> chosen() {
    const StateSet told = engine_.matching({question_.state});
    std::vector<Pattern> named;
    for (const auto& state : conflict_.named)
      if (!model::isLettered(state))
        named.push_back(state.state);
    const StateSet namedSet = engine_.matching(named);
    if (conflict_.statusQuo)
      reached_ = improvedFrom(engine_, *conflict_.statusQuo, errand_);
    std::vector<Pattern> out;
    const bool few = *brief_.holding <= static_cast<unsigned long>(question_.few);
    std::size_t most = few ? question_.few : question_.outcomes;
    const auto add = [&](StateSet among) {
      for (const auto& answer : solution_.concepts)
        for (const Pattern& state :
             engine_.list(engine_.without(engine_.both(*answer.equilibria, among), told), most))
          if (out.size() < most && std::ranges::find(out, state) == out.end())
            out.push_back(state);
    };
    add(namedSet);
    if (!out.empty() && !few)
      most = std::min(most, out.size() + (out.size() == 1 ? question_.unnamed : 0));
    if (reached_)
      add(*reached_);
    if (out.empty() || few)
      add(engine_.feasible());
    for (const auto& answer : solution_.concepts)
      if (!engine_.list(*answer.equilibria, 1).empty()) {
        if (engine_.count(*answer.equilibria) <= static_cast<unsigned long>(question_.firmest)) {
          most = out.size() + question_.firmest;
          add(*answer.equilibria);
        }
        break;
      }
    return out;
  }

  // --- what it rests on

  static Concept judge(Standing standing) {
    const auto at = std::ranges::find(standings, standing);
    return at == standings.end() ? Concept::seq : asked[static_cast<std::size_t>(at - standings.begin())];
  }

  void drops() {
    if (brief_.standing == Standing::unknown)
      return;
    brief_.judgedBy = judge(brief_.standing);
    const bool few = engine_.count(engine_.feasible()) <= mostStatesOfPairs;
    std::vector<Concept> concepts{brief_.judgedBy};
    std::vector<Pattern> states{question_.state};
    for (const Concept other : asked)
      if (few && other != brief_.judgedBy)
        concepts.push_back(other);
    for (const auto& outcome : brief_.outcomes) {
      if (!few)
        break; // judge only the state itself
      states.push_back(outcome.state);
      if (std::ranges::find(concepts, judge(outcome.standing)) == concepts.end())
        concepts.push_back(judge(outcome.standing));
    }
    const std::size_t firstFallen = states.size();
    for (const auto& fallen : brief_.fallen)
      if (few)
        states.push_back(fallen.state);
    brief_.drops = varied(concepts, states, 1);
    brief_.turning = turning(0, brief_.judgedBy);
    if (few)
      shifting(0, brief_.standing, brief_.turning, brief_.shifting);
    for (std::size_t k = 0; k + firstFallen < states.size(); ++k)
      shifting(k + firstFallen, Standing::holdsNot, {}, brief_.fallen[k].turning);
    for (std::size_t k = 0; k + 1 < firstFallen; ++k) {
      BriefOutcome& outcome = brief_.outcomes[k];
      outcome.turning = turning(k + 1, judge(outcome.standing));
      shifting(k + 1, outcome.standing, outcome.turning, outcome.turning);
    }
    if (few && brief_.turning.empty() && !brief_.drops->stopped &&
        brief_.drops->variants.size() <= mostChangesOfPairs)
      pairs();
  }

  std::vector<std::pair<std::size_t, Standing>> turning(std::size_t state, Concept judgedBy) const {
    const auto& concepts = brief_.drops->concepts;
    const auto at = static_cast<std::size_t>(std::ranges::find(concepts, judgedBy) - concepts.begin());
    std::vector<std::pair<std::size_t, Standing>> turning;
    for (const std::size_t v : brief_.drops->turnedIn(state, at))
      turning.emplace_back(v, standingIn(v, state));
    return turning;
  }

  /// How the state holds in a variant; unknown where not all ways were asked.
  Standing standingIn(std::size_t variant, std::size_t state) const {
    return brief_.drops->standingIn(brief_.drops->outcomes[variant], state);
  }

  /// Adds the other variants, in which the state still holds but in another way, for example by itself
  /// instead of by answers.
  void shifting(std::size_t state, Standing now, std::vector<std::pair<std::size_t, Standing>> turning,
                std::vector<std::pair<std::size_t, Standing>>& shifting) const {
    const auto& drops = *brief_.drops;
    for (std::size_t v = 0; v < drops.variants.size(); ++v) {
      const bool turns = std::ranges::any_of(turning, [&](const auto& turn) { return turn.first == v; });
      if (!drops.outcomes[v].solved() || turns)
        continue;
      if (const Standing standing = standingIn(v, state); standing != now)
        shifting.emplace_back(v, standing);
    }
  }

  void pairs() {
    brief_.pairs = varied({brief_.judgedBy}, {question_.state}, 2);
    for (const std::size_t v : brief_.pairs->turnedIn(0, 0))
      if (brief_.pairs->variants[v].size() == 2)
        brief_.turningPairs.push_back(v);
  }

  /// Leaves out each statement and each constraint, and pairs of these.
  Robustness varied(const std::vector<Concept>& concepts, const std::vector<Pattern>& states,
                    std::size_t depth) {
    const auto solution = stability::solve(engine_, concepts);
    const RobustnessQuestion question{.concepts = concepts,
                                      .states = states,
                                      .depth = depth,
                                      .varied = {{ChangeKind::drop, ChangeKind::allow}, {}},
                                      .limits = question_.limits,
                                      .threads = question_.threads};
    auto answer = vary(engine_, solution, question, errand_);
    if (answer.stopped)
      miss(depth == 1 ? "what the answer rests on" : "which two statements turn it", answer.stopped->message);
    return answer;
  }

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const BriefQuestion& question_;
  const OpenEngine& open_;
  const stability::Errand& errand_;
  const Rules rules_;
  stability::Solution solution_;
  std::optional<StateSet> reached_; ///< by improvements from today
  Brief brief_;
};

} // namespace

Brief makeBrief(stability::Engine& engine, const BriefQuestion& question, const OpenEngine& open,
                const stability::Errand& errand) {
  return Maker(engine, question, open, errand).brief();
}

} // namespace stasis::analysis
