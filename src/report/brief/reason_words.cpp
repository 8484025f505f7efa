#include "report/brief/reason_words.h"

#include "analysis/explain/deciding_statement.h"
#include "report/explain/deterrence_words.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/plain_facts.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace stasis::report {

using analysis::BriefReason;
using analysis::Sequence;
using analysis::Standing;
using analysis::Step;
using model::Conflict;
using model::PartyId;
using model::Pattern;

namespace {

/// Of wishes that are told beside something else.
constexpr std::size_t longestAside = 80;

/// Whether the party itself decides by this step whether all of it is so.
bool changedByAct(const Facts& facts, const Pattern& from, const Pattern& to) {
  return std::ranges::all_of(facts, [&](const Fact& fact) {
    const auto& root = fact.what.root();
    return root.op == model::Expression::Op::option &&
           from[model::OptionId(root.value)] != to[model::OptionId(root.value)];
  });
}

Facts otherThan(const Conflict& conflict, Facts facts, const Pattern& state) {
  std::erase_if(facts, [&](const Fact& fact) { return model::holds(fact.what, conflict, state) == fact.so; });
  return facts;
}

struct WishParts {
  model::Expression wanted;
  std::optional<model::Expression> when;
};

WishParts partsOf(const model::Expression& wish) {
  using Op = model::Expression::Op;
  const Op op = wish.root().op;
  if (op != Op::whenever && op != Op::implies)
    return {wish, {}};
  const auto parts = wish.operands();
  const bool turned = op == Op::implies;
  return {model::Expression::copyOf(parts[turned ? 1 : 0]), model::Expression::copyOf(parts[turned ? 0 : 1])};
}

/// How important a wish of the party is; 0 comes first.
std::size_t placeOf(const Conflict& conflict, PartyId party, const model::Statement* wish) {
  std::size_t place = 0;
  if (const auto* said = std::get_if<model::Prioritised>(&conflict.party(party).preference))
    for (const auto& tier : said->tiers) {
      for (const auto& statement : tier)
        if (&statement == wish)
          return place;
      ++place;
    }
  return place;
}

/// What stands behind the first `word`; a text that nothing ends with if it is not there.
std::string afterWord(const std::string& text, std::string_view word) {
  const std::size_t at = text.find(word);
  return at == std::string::npos ? "\n" : text.substr(at + word.size());
}

bool oneActs(const Sequence& answer) {
  return std::ranges::all_of(answer, [&](const Step& step) { return step.mover == answer.front().mover; });
}

} // namespace

// --- what a party wants

/// What a party misses in a state: `would like to have “A”`, `would rather have no “B” than one without “A”`.
ReasonWords::Want ReasonWords::wanted(const model::Expression& wish, bool perhaps, PartyId party,
                                      const Pattern& state, const Pattern& other) const {
  constexpr std::size_t mostFacts = 3;
  const auto [what, when] = partsOf(wish);
  const std::string would = perhaps ? "would perhaps " : "would ";
  const auto ways = waysOf(what, true);
  const auto against = waysOf(what, false);
  const auto fewFacts = [&](const std::optional<std::vector<Facts>>& all) {
    return all && all->size() == 1 && all->front().size() <= mostFacts &&
           std::ranges::any_of(all->front(), &Fact::so);
  };
  const bool evaded = when && !model::holds(*when, conflict_, other); // what it is wished for is given up
  if (evaded && ways && ways->size() == 1 && ways->front().size() == 1 && ways->front().front().so) {
    const Facts had = factsIn(conflict_, *when, state, other);
    if (had.size() == 1 && had.front().so)
      return {{},
              would + "rather have no " + factsAsThing(conflict_, had, party) + " than have it without " +
                  factsAsThing(conflict_, ways->front(), party)};
  }
  const std::string since = when ? condition(*when, party, state, other) : std::string();
  if (fewFacts(ways))
    return {since, would + "like to have " + factsAsThing(conflict_, ways->front(), party)};
  if (fewFacts(against))
    return {since, would + "like to avoid " + factsAsThing(conflict_, against->front(), party)};
  return {since, would + "like to change what is so here: " +
                     factsInWords(conflict_, factsIn(conflict_, what, state, other), party)};
}

/// The condition under which it wants that, and which is so.
std::string ReasonWords::condition(const model::Expression& when, PartyId party, const Pattern& state,
                                   const Pattern& other) const {
  const Facts facts = factsIn(conflict_, when, state, other);
  const std::string words = factsInWords(conflict_, facts, party);
  if (words.empty())
    return {};
  constexpr std::string_view chosen = " is chosen";
  const bool one = facts.size() == 1 && facts.front().so && words.ends_with(chosen);
  return (one ? "with " + words.substr(0, words.size() - chosen.size()) + " chosen" : "as long as " + words) +
         (words_.isToday(state) ? ", as today, " : ", as here, ");
}

std::string ReasonWords::wishTold(const model::Expression& wanted, PartyId party) const {
  const WishInWords wish = wishOf(conflict_, wanted, party);
  return (wish.against ? "to avoid " : "for ") + wish.what;
}

std::optional<std::string> ReasonWords::shortWish(const model::Expression& wanted, PartyId party) const {
  const auto* said = std::get_if<model::Prioritised>(&conflict_.party(party).preference);
  if (said == nullptr)
    return std::nullopt;
  const model::Expression thing = partsOf(wanted).wanted;
  std::size_t same = 0;
  for (const auto& tier : said->tiers)
    for (const auto& statement : tier)
      same += partsOf(statement.wanted).wanted == thing ? 1 : 0;
  return same == 1 ? std::optional(wishTold(thing, party)) : std::nullopt;
}

/// `the wish of Ukraine for “A”`, which the step breaks or meets; only whose wish it is where it says no more
/// than that the step is made or not; empty where no wish decides alone or it takes many words.
std::string ReasonWords::decidingWish(const Step& step, bool broken) const {
  if (!step.from.isState() || !step.to.isState())
    return {};
  const auto* wish = broken ? analysis::decidingStatement(conflict_, step.mover, step.from, step.to)
                            : analysis::decidingStatement(conflict_, step.mover, step.to, step.from);
  if (wish == nullptr)
    return {};
  const Facts decided = factsIn(conflict_, wish->wanted, step.from, step.to);
  if (!partsOf(wish->wanted).when && changedByAct(decided, step.from, step.to)) // what is done says it
    return "a wish of " + words_.insideLabel(step.mover);
  const std::string told = wishTold(wish->wanted, step.mover);
  return told.size() > longestAside ? "" : "the wish of " + words_.insideLabel(step.mover) + " " + told;
}

// --- what it would do

/// The first of its wishes without a condition that the party breaks by leaving, where it is told in a few
/// words and is not only that the party does not do what it does.
std::string ReasonWords::sacrifice(const BriefReason& reason, const Pattern& state) const {
  const auto* said = std::get_if<model::Prioritised>(&conflict_.party(reason.party).preference);
  const bool told = words_.view().all || state == words_.brief().state;
  if (!told || said == nullptr || reason.wish == nullptr)
    return {};
  for (std::size_t place = placeOf(conflict_, reason.party, reason.wish) + 1; place < said->tiers.size();
       ++place)
    for (const auto& wish : said->tiers[place]) {
      if (partsOf(wish.wanted).when || !model::holds(wish.wanted, conflict_, state) ||
          model::holds(wish.wanted, conflict_, *reason.leavesFor) ||
          changedByAct(factsIn(conflict_, wish.wanted, state, *reason.leavesFor), state, *reason.leavesFor))
        continue;
      const std::string words = wishTold(wish.wanted, reason.party);
      if (words.size() <= longestAside)
        return ", at the cost of " + (words.starts_with("for ") ? words.substr(4) : "the wish " + words) +
               ", which counts for less";
    }
  return {};
}

/// `, which would lead to “Talks”`, if the outcome has a name and is not told with what would change.
std::string ReasonWords::whereTo(const BriefReason& reason, const Pattern& state) const {
  const Pattern& to = *reason.leavesFor;
  if (reason.standing == Standing::byFear && state == words_.brief().state)
    return {};
  if (words_.isToday(to))
    return ", which would lead back to today";
  return words_.hasTitle(to) ? ", which would lead to " + words_.called(to) : "";
}

/// `Russia would like to have “A”, and could choose “B” for that, though that breaks the wish for “C”, which
/// counts for less.`
std::string ReasonWords::act(const BriefReason& reason, const Pattern& state) const {
  const std::string name = words_.parties({reason.party}, true) + " ";
  const std::string does = (reason.standing != Standing::holdsNot ? "could " : "would ") +
                           actWords(conflict_, {reason.party, state, *reason.leavesFor});
  if (reason.wish == nullptr || !state.isState() || !reason.leavesFor->isState()) {
    const auto& preference = conflict_.party(reason.party).preference;
    const bool ranked = std::holds_alternative<model::Ranking>(preference);
    const std::string to =
        words_.hasTitle(*reason.leavesFor) ? words_.called(*reason.leavesFor) : std::string("an outcome");
    return name + does +
           (ranked ? " and come to " + to + (to.front() == 'a' ? " that" : ", which") + " it ranks higher"
            : to.front() == 'a' ? " and be better off"
                                : " and come to " + to + ", which it likes better") +
           ".";
  }
  const Want want = wanted(reason.wish->wanted, reason.wish->mark == model::Mark::perhaps, reason.party,
                           state, *reason.leavesFor);
  const std::string& wants = want.words;
  const bool assumed = reason.wish->because.empty() && !conflict_.sources.empty();
  const auto isIt = [&](const std::string& wish, const std::string& act) { // what it wants is what it does
    return wants.ends_with(wish + afterWord(does, act));
  };
  const std::string modal = does.substr(0, does.find(' ') + 1);
  return (want.when.empty() ? name : atBeginning(want.when) + words_.parties({reason.party}, false) + " ") +
         wants + (assumed ? " (which is assumed)" : "") +
         (isIt(" avoid ", "drop ")    ? ", and " + modal + "drop that"
          : isIt(" have ", "choose ") ? ", and " + modal + "choose that"
                                      : (wants.find(": ") == std::string::npos
                                             ? ", and for that "
                                             : "; for that " + words_.insideLabel(reason.party) + " ") +
                                            does) +
         whereTo(reason, state) + sacrifice(reason, state) + ".";
}

// --- what may hold it back

/// What the answer takes away, after what is done: what would be so that counts for more, else that the wish
/// would be broken again. What is done is not told twice.
std::string ReasonWords::loss(const BriefReason& reason, const Pattern& state) const {
  const std::string name = words_.insideLabel(reason.party);
  const Step& end = reason.answer->back();
  const Pattern& last = end.to;
  const std::string none = "; then " + name + " would be no better off than before";
  if (reason.wish == nullptr || !last.isState() || !end.from.isState() || !state.isState())
    return none;
  const auto then = [&](const Facts& facts, const std::string& effect) {
    if (facts.empty() || changedByAct(facts, end.from, last))
      return ", " + effect;
    return "; then " + factsInWords(conflict_, facts, reason.party, Tense::then) + ", " + effect;
  };
  const auto* worse = analysis::decidingStatement(conflict_, reason.party, state, last);
  const bool counts = worse != nullptr &&
                      placeOf(conflict_, reason.party, worse) < placeOf(conflict_, reason.party, reason.wish);
  if (counts)
    return then(otherThan(conflict_, factsIn(conflict_, worse->wanted, last, state), state),
                "which is worse for " + name + " than before");
  if (model::holds(reason.wish->wanted, conflict_, last))
    return none;
  const Facts broken = otherThan(conflict_, factsIn(conflict_, reason.wish->wanted, last, *reason.leavesFor),
                                 *reason.leavesFor);
  if (broken.empty())
    return none;
  const bool again = otherThan(conflict_, broken, state).empty(); // as it was before
  return again ? "; then " + factsInWords(conflict_, broken, reason.party, Tense::then) + ", as before"
               : then(broken, "and " + name + " would be no better off than before");
}

/// Why an answer that deters may not come all the same. A step that no wish says is a loss is not said to be
/// one.
std::string ReasonWords::harm(const Sequence& answer) const {
  const Step& first = answer.front();
  if (!oneActs(answer))
    return "not all who give that answer would gain by what they do";
  const bool loses = first.from.isState() && first.to.isState() &&
                     analysis::decidingStatement(conflict_, first.mover, first.from, first.to) != nullptr;
  if (!loses)
    return words_.insideLabel(first.mover) + " would gain nothing by that answer";
  const std::string wish = decidingWish(first, true);
  return "that answer would " + (wish.empty() ? "harm " + words_.insideLabel(first.mover) : "break " + wish);
}

/// Why an answer is to be expected.
std::string ReasonWords::profit(const Sequence& answer) const {
  if (!oneActs(answer))
    return "That answer would pay all who give it";
  const std::string wish = decidingWish(answer.front(), false);
  return "That answer would " +
         (wish.empty() ? "pay " + words_.insideLabel(answer.front().mover) : "meet " + wish);
}

std::string ReasonWords::answer(const BriefReason& reason, const Pattern& state) const {
  const std::string name = words_.parties({reason.party}, true);
  const bool fear = reason.standing == Standing::byFear;
  if (!reason.answer)
    return (fear ? name + " may fear that in answer" : "But in answer") + " the others would act so that " +
           words_.insideLabel(reason.party) + " is no better off.";
  std::vector<std::string> parts;
  for (const Step& step : *reason.answer)
    parts.push_back(words_.insideLabel(step.mover) + " would " + actWords(conflict_, step));
  return (fear ? name + " may fear that in answer " : "But in answer ") + enumerated(parts, "and then") +
         loss(reason, state) + ". " +
         (fear ? "But " + harm(*reason.answer) + words_.named("GMR") + ", so it may be a bluff."
               : profit(*reason.answer) + words_.named("SEQ") + ".");
}

std::string ReasonWords::quiet(const BriefReason& reason) const {
  if (!reason.canMove)
    return "can change nothing here.";
  return reason.leavesFor ? std::string() : "would gain nothing by acting alone" + words_.named("Nash") + ".";
}

/// Why a party would not do with less: ` To choose “A” and no more may meet an answer: Lowland could …`
std::string ReasonWords::whyNotLess(const BriefReason& reason, const Pattern& state) const {
  if (!reason.lessFor || !(words_.view().all || state == words_.brief().state))
    return {};
  BriefReason less = reason;
  less.leavesFor = reason.lessFor;
  less.answer = reason.answerToLess;
  less.wish = analysis::decidingStatement(conflict_, reason.party, *less.leavesFor, state);
  std::vector<std::string> parts;
  for (const Step& step : *less.answer)
    parts.push_back(words_.insideLabel(step.mover) + " could " + actWords(conflict_, step));
  return " To " + actWords(conflict_, {reason.party, state, *less.leavesFor}) +
         " and no more may meet an answer: " + enumerated(parts, "and then") + loss(less, state) + ".";
}

std::string ReasonWords::reason(const BriefReason& reason, const Pattern& state) const {
  return act(reason, state) +
         (reason.standing == Standing::holdsNot ? whyNotLess(reason, state) : " " + answer(reason, state));
}

// --- what the others miss

std::string ReasonWords::lack(const analysis::BriefLack& lack, bool many) const {
  const WishInWords wish = wishOf(conflict_, lack.wish->wanted, lack.party);
  const std::string wants =
      std::string("would like to ") + (wish.against ? "avoid " : "have ") + wish.what + ", but ";
  if (!lack.alone)
    return wants + (many ? "none of them can " : "cannot ") +
           (wish.against ? "prevent that alone" : "bring that about alone");
  if (lack.above != nullptr &&
      placeOf(conflict_, lack.party, lack.above) < placeOf(conflict_, lack.party, lack.wish))
    return wants + "for that would have to break the wish " + wishTold(lack.above->wanted, lack.party) +
           ", which counts for more";
  return wants + "would lose more by that than it brings";
}

std::string ReasonWords::aim(const model::Expression& wanted, const Step& step) const {
  const auto [what, when] = partsOf(wanted);
  const Facts gained = factsIn(conflict_, what, step.to, step.from);
  const bool done = changedByAct(gained, step.from, step.to);
  if (done && !when)
    return {};
  const std::string cause =
      when ? factsInWords(conflict_, factsIn(conflict_, *when, step.to, step.from), step.mover) : "";
  if (done)
    return ", since " + cause;
  const WishInWords wish = wishOf(conflict_, what, step.mover);
  return (wish.against ? " to avoid " : " to have ") + wish.what;
}

} // namespace stasis::report
