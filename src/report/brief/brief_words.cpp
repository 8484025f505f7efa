#include "report/brief/brief_words.h"

#include "analysis/explain/deciding_statement.h"
#include "report/explain/deterrence_words.h"
#include "report/explain/outcome_in_words.h"
#include "report/robust/ways.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/nearest_outcome.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/plain_facts.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <utility>

namespace stasis::report {

using analysis::BriefReason;
using analysis::Standing;
using analysis::Step;
using model::Conflict;
using model::PartyId;
using model::Pattern;

namespace {

/// With a full stop, and a capital unless a name begins it.
std::string sentenceWith(std::string words) {
  if (words.starts_with("the "))
    words.front() = 'T';
  return words + ".";
}

} // namespace

std::string BriefWords::sentence(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words + ".";
}

bool BriefWords::isToday(const Pattern& state) const {
  return conflict_.statusQuo && state.covers(*conflict_.statusQuo);
}

bool BriefWords::hasTitle(const Pattern& state) const {
  const std::string title = stateTitle(conflict_, state);
  return !title.empty() &&
         (title == "status quo" || nameByDifference(conflict_, state, Called::label) == title);
}

std::string BriefWords::called(const Pattern& state) const {
  if (isToday(state) && stateTitle(conflict_, state) == "status quo")
    return "today";
  if (hasTitle(state))
    return "“" + outcomeName(conflict_, state, Called::label) + "”";
  std::size_t unnamed = 0;
  for (const auto& outcome : view_.brief.outcomes) {
    if (outcome.state == state)
      return "outcome " +
             (unnamed < 26 ? std::string(1, static_cast<char>('A' + unnamed)) : std::to_string(unnamed + 1));
    unnamed += hasTitle(outcome.state) ? 0 : 1;
  }
  return "this outcome";
}

std::string BriefWords::lead(const Pattern& state) const {
  std::string name = called(state);
  if (name.front() == 't' || name.front() == 'o')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

std::string BriefWords::whatItIs(const Pattern& state) const {
  if (const auto other = nearestNamed(conflict_, state))
    return "as " + called(*other) + ", but " + differenceInWords(conflict_, *other, state);
  return inWords(conflict_, state);
}

std::string BriefWords::stateCalled() const {
  return view_.brief.isToday ? std::string("Today") : lead(view_.brief.state);
}

std::string BriefWords::inside(std::string label) { return insideSentence(std::move(label)); }

std::string BriefWords::listOf(const std::vector<std::string>& names) {
  const bool parted = std::ranges::any_of(names, [](const std::string& name) {
    return name.find(", ") != std::string::npos || name.find(" and ") != std::string::npos;
  });
  if (!parted || names.size() < 2)
    return enumerated(names);
  return joined({names.begin(), names.end() - 1}, "; ") + "; and " + names.back();
}

std::string BriefWords::parties(const std::vector<PartyId>& parties, bool begins) const {
  std::vector<std::string> names = partiesWords(conflict_, parties);
  for (std::size_t i = begins ? 1 : 0; i < names.size(); ++i)
    names[i] = inside(std::move(names[i]));
  if (begins && !names.empty() && names.front().starts_with("all "))
    names.front().front() = 'A';
  return listOf(names);
}

std::string BriefWords::named(std::string_view concept_) const {
  return view_.concepts ? " (" + std::string(concept_) + ")" : "";
}

std::string BriefWords::holds(Standing standing, bool many) {
  const std::string verb = many ? "hold" : "holds";
  switch (standing) {
  case Standing::byItself: return verb + (many ? " by themselves" : " by itself");
  case Standing::byAnswers: return verb + " by answers";
  case Standing::byFear: return verb + " by fear";
  case Standing::holdsNot: return many ? "do not hold" : "does not hold";
  case Standing::unknown: break;
  }
  return "may hold or not";
}

std::string BriefWords::wouldHold(Standing standing) const {
  if (standing != Standing::unknown)
    return wouldStand(standing);
  return view_.brief.standing == Standing::holdsNot ? "hold by itself or by answers"
                                                    : "no longer hold this way";
}

BriefParagraph BriefWords::meaning(Standing standing) const {
  switch (standing) {
  case Standing::byItself: return {"By itself" + named("Nash") + ":", "nobody would gain by acting alone."};
  case Standing::byAnswers:
    return {"By answers" + named("SEQ") + ":", "somebody would gain by acting alone, but others have an "
                                               "answer that takes the gain away, and gain by "
                                               "giving it."};
  case Standing::byFear:
    return {"By fear" + named("GMR") + ":", "somebody would gain by acting alone, and others have an "
                                            "answer that takes the gain away, but not all who "
                                            "give it would gain by that. So it may not come."};
  default: return {};
  }
}

namespace {

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

} // namespace

/// A wish that is broken in a state, with what breaks it there: `Russia would like “talks”, which is not the
/// case here.`
std::string BriefWords::wished(const std::string& name, bool perhaps, const model::Expression& wanted,
                               PartyId party, const Pattern& state, const Pattern& other) const {
  constexpr std::size_t mostFacts = 3;
  const auto [what, when] = partsOf(wanted);
  const std::string would = perhaps ? " would perhaps like " : " would like ";
  std::string text = name;
  if (when)
    text = "When " + factsInWords(conflict_, factsIn(conflict_, *when, state, other), party) + ", as here, " +
           inside(name);
  const Facts broken = factsIn(conflict_, what, state, other);
  const std::string here = factsInWords(conflict_, broken, party);
  const auto ways = waysOf(what, true);
  const auto against = waysOf(what, false);
  const bool evaded = when && !model::holds(*when, conflict_, other); // what it is wished for is given up
  if (evaded && ways && ways->size() == 1 && ways->front().size() == 1 && ways->front().front().so)
    return name + (perhaps ? " would perhaps not want " : " would not want ") +
           factsAsThing(conflict_, factsIn(conflict_, *when, state, other), party) + " without " +
           factsAsThing(conflict_, ways->front(), party) + ", which is the case here.";
  const bool oneThing = broken.size() == 1 && broken.front().what.root().op == model::Expression::Op::define;
  if (ways && ways->size() == 1 && ways->front().size() <= mostFacts &&
      std::ranges::any_of(ways->front(), &Fact::so)) {
    const std::string wish = would + factsAsThing(conflict_, ways->front(), party);
    if (ways->front().size() == 1)
      return text + wish + (oneThing ? ", which is not the case here." : ", which is not chosen here.");
    return text + wish + ". Here " + here + ".";
  }
  if (against && against->size() == 1 && against->front().size() <= mostFacts &&
      std::ranges::any_of(against->front(), &Fact::so)) {
    const std::string wish = would + "to avoid " + factsAsThing(conflict_, against->front(), party);
    if (against->front().size() == 1)
      return text + wish + (oneThing ? ", but that is the case here." : ", but that is chosen here.");
    return text + wish + ", but that is so here.";
  }
  return text + would + "to change what is so here: " + here + ".";
}

std::string BriefWords::wish(const BriefReason& reason, const Pattern& state) const {
  const std::string name = parties({reason.party}, true);
  if (reason.wish == nullptr || !state.isState() || !reason.leavesFor->isState())
    return {};
  return wished(name, reason.wish->mark == model::Mark::perhaps, reason.wish->wanted, reason.party, state,
                *reason.leavesFor) +
         (reason.wish->because.empty() && !conflict_.sources.empty() ? " (That is assumed.)" : "") + " ";
}

namespace {

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

} // namespace

std::string BriefWords::wishTold(const model::Expression& wanted, PartyId party) const {
  const WishInWords wish = wishOf(conflict_, wanted, party);
  return (wish.against ? "to avoid " : "for ") + wish.what;
}

/// The first of its wishes without a condition that the party breaks by leaving, where it takes a few
/// words.
std::string BriefWords::sacrifice(const BriefReason& reason, const Pattern& state) const {
  constexpr std::size_t longest = 80;
  const auto* said = std::get_if<model::Prioritised>(&conflict_.party(reason.party).preference);
  if (said == nullptr || reason.wish == nullptr)
    return {};
  for (std::size_t place = placeOf(conflict_, reason.party, reason.wish) + 1; place < said->tiers.size();
       ++place)
    for (const auto& wish : said->tiers[place]) {
      if (partsOf(wish.wanted).when || !model::holds(wish.wanted, conflict_, state) ||
          model::holds(wish.wanted, conflict_, *reason.leavesFor))
        continue;
      const std::string told = wishTold(wish.wanted, reason.party);
      if (told.size() <= longest)
        return " That would break the wish " + told + ", which counts for less.";
    }
  return {};
}

/// `Russia could choose “A”. Then there would be “talks”.`
std::string BriefWords::act(const BriefReason& reason, const Pattern& state) const {
  const std::string does = actWords(conflict_, {reason.party, state, *reason.leavesFor});
  const bool stays = reason.standing != Standing::holdsNot;
  std::string text = parties({reason.party}, true) + (stays ? " could " : " would ") + does;
  if (reason.wish == nullptr || !state.isState() || !reason.leavesFor->isState()) {
    const auto& preference = conflict_.party(reason.party).preference;
    const bool ranked = std::holds_alternative<model::Ranking>(preference);
    return text + (ranked ? " and come to an outcome that it ranks higher" : " and be better off") + ".";
  }
  const Facts gained =
      otherThan(conflict_, factsIn(conflict_, reason.wish->wanted, *reason.leavesFor, state), state);
  if (gained.empty() || changedByAct(gained, state, *reason.leavesFor))
    return text + " and be better off." + sacrifice(reason, state);
  return text + ". Then " + factsInWords(conflict_, gained, reason.party, Tense::then) + "." +
         sacrifice(reason, state);
}

/// What the answer takes away: what would be so that counts for more, else that the wish would be broken
/// again.
std::string BriefWords::loss(const BriefReason& reason, const Pattern& state) const {
  const std::string name = insideLabel(reason.party);
  const Pattern& last = reason.answer->back().to;
  const std::string none = name + " would be no better off than before";
  if (reason.wish == nullptr || !last.isState() || !state.isState())
    return none + ".";
  const auto then = [&](const model::Expression& wanted, const Pattern& other) {
    return factsInWords(conflict_, otherThan(conflict_, factsIn(conflict_, wanted, last, other), other),
                        reason.party, Tense::then);
  };
  const auto* worse = analysis::decidingStatement(conflict_, reason.party, state, last);
  const bool counts = worse != nullptr &&
                      placeOf(conflict_, reason.party, worse) < placeOf(conflict_, reason.party, reason.wish);
  if (counts)
    return name + " would be worse off than before, because then " + then(worse->wanted, state) + ".";
  if (model::holds(reason.wish->wanted, conflict_, last))
    return none + ".";
  const Facts broken = otherThan(conflict_, factsIn(conflict_, reason.wish->wanted, last, *reason.leavesFor),
                                 *reason.leavesFor);
  if (broken.empty())
    return none + ".";
  const bool again = otherThan(conflict_, broken, state).empty(); // as it was before
  return factsInWords(conflict_, broken, reason.party, Tense::then) + (again ? " again, and " : ", and ") +
         none + ".";
}

/// Whether a wish of the mover says that it is worse off; unknown steps of rankings and weights are not said
/// to be.
bool BriefWords::losesBy(const Step& step) const {
  return step.from.isState() && step.to.isState() &&
         analysis::decidingStatement(conflict_, step.mover, step.from, step.to) != nullptr;
}

std::string BriefWords::answer(const BriefReason& reason, const Pattern& state) const {
  const std::string name = insideLabel(reason.party);
  const bool fear = reason.standing == Standing::byFear;
  const std::string head = fear ? name + " may hold back for fear of an answer: " : "But then ";
  if (!reason.answer)
    return sentenceWith(head + "the others would answer") + " After that " + name +
           " would be no better off.";
  std::vector<std::string> parts;
  for (const Step& step : *reason.answer)
    parts.push_back(insideLabel(step.mover) + " would " + actWords(conflict_, step));
  const std::string first = insideLabel(reason.answer->front().mover);
  const bool oneActs = std::ranges::all_of(
      *reason.answer, [&](const Step& step) { return step.mover == reason.answer->front().mover; });
  const std::string pays =
      fear ? (oneActs ? "But " + first +
                            (losesBy(reason.answer->front()) ? " would lose by that"
                                                             : " would gain nothing by that")
                      : std::string("But not all who did that would gain by it")) +
                 named("GMR") + ", so it may not come."
           : "That answer would pay " + (oneActs ? first : std::string("them")) + named("SEQ") + ".";
  return sentenceWith(head + enumerated(parts, "and then")) + " After that " + loss(reason, state) + " " +
         pays;
}

std::string BriefWords::quiet(const BriefReason& reason) const {
  if (!reason.canMove)
    return "can change nothing here.";
  return reason.leavesFor ? std::string() : "would gain nothing by acting alone" + named("Nash") + ".";
}

std::string BriefWords::reason(const BriefReason& reason, const Pattern& state) const {
  if (std::string words = quiet(reason); !words.empty())
    return parties({reason.party}, true) + " " + words;
  const std::string text = wish(reason, state) + act(reason, state) + " ";
  return reason.standing == Standing::holdsNot ? text + "No answer of the others would take that gain away."
                                               : text + answer(reason, state);
}

/// What the party does there and not today, or the other way round; empty if nothing.
std::string BriefWords::actSinceToday(PartyId id, const Pattern& state) const {
  const auto& party = conflict_.party(id);
  Pattern there = *conflict_.statusQuo;
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
    there.set(model::OptionId(o), state[model::OptionId(o)]);
  return there == *conflict_.statusQuo ? "" : actWords(conflict_, {id, *conflict_.statusQuo, there});
}

std::string BriefWords::doneThere(const Pattern& state) const {
  std::string all = "There: " + inWords(conflict_, state) + ".";
  if (!conflict_.statusQuo || !state.isState() || isToday(state))
    return all;
  std::vector<std::string> changes;
  for (const auto& [group, act] :
       toldTogether(conflict_, [&](PartyId id) { return actSinceToday(id, state); }))
    if (!act.empty())
      changes.push_back(parties(group, false) + " would " + act);
  const std::string words = "Unlike today, " + joined(changes, "; ") + ".";
  return words.size() < all.size() + all.size() / 2 + 20 ? words : all;
}

} // namespace stasis::report
