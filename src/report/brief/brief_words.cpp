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

std::string BriefWords::sentence(std::string words) { return atBeginning(std::move(words)) + "."; }

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

std::string BriefWords::meaning(Standing standing, bool first) const {
  const std::string answer =
      first ? "whoever would gain by acting alone must expect an answer that takes it away " : "the same, ";
  switch (standing) {
  case Standing::byItself: return "By itself" + named("Nash") + ": nobody would gain by acting alone.";
  case Standing::byAnswers:
    return "By answers" + named("SEQ") + ": " + answer + "and pays those who give it.";
  case Standing::byFear:
    return "By fear" + named("GMR") + ": " + answer +
           "but that would not pay all who give it and may not come.";
  case Standing::holdsNot: return "Not: no answer takes the gain away.";
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

/// What a party misses in a state: `would like to have “A”`, `would rather have no “B” than one without “A”`.
std::string BriefWords::wanted(const model::Expression& wish, bool perhaps, PartyId party,
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
      return would + "rather have no " + factsAsThing(conflict_, had, party) + " than have it without " +
             factsAsThing(conflict_, ways->front(), party);
  }
  const std::string since =
      when ? " when " + factsInWords(conflict_, factsIn(conflict_, *when, state, other), party) + ", as here"
           : "";
  if (fewFacts(ways))
    return would + "like to have " + factsAsThing(conflict_, ways->front(), party) + since;
  if (fewFacts(against))
    return would + "like to avoid " + factsAsThing(conflict_, against->front(), party) + since;
  return would + "like to change what is so here" + since + ": " +
         factsInWords(conflict_, factsIn(conflict_, what, state, other), party);
}

std::string BriefWords::wish(const BriefReason& reason, const Pattern& state) const {
  if (reason.wish == nullptr || !state.isState() || !reason.leavesFor->isState())
    return {};
  return wanted(reason.wish->wanted, reason.wish->mark == model::Mark::perhaps, reason.party, state,
                *reason.leavesFor);
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

/// The first of its wishes without a condition that the party breaks by leaving, where it is told in a few
/// words and is not only that the party does not do what it does.
std::string BriefWords::sacrifice(const BriefReason& reason, const Pattern& state) const {
  constexpr std::size_t longest = 80;
  const auto* said = std::get_if<model::Prioritised>(&conflict_.party(reason.party).preference);
  const bool told = view_.all || state == view_.brief.state;
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
      if (words.size() <= longest)
        return ", at the cost of " + (words.starts_with("for ") ? words.substr(4) : "the wish " + words) +
               ", which counts for less";
    }
  return {};
}

namespace {

/// What stands behind the first `word`; a text that nothing ends with if it is not there.
std::string afterWord(const std::string& text, std::string_view word) {
  const std::size_t at = text.find(word);
  return at == std::string::npos ? "\n" : text.substr(at + word.size());
}

} // namespace

/// `Russia would like to have “A”, and could choose “B” for that, though that breaks the wish for “C”, which
/// counts for less.`
std::string BriefWords::act(const BriefReason& reason, const Pattern& state) const {
  const std::string name = parties({reason.party}, true) + " ";
  const std::string does = (reason.standing != Standing::holdsNot ? "could " : "would ") +
                           actWords(conflict_, {reason.party, state, *reason.leavesFor});
  const std::string wants = wish(reason, state);
  if (wants.empty()) {
    const auto& preference = conflict_.party(reason.party).preference;
    const bool ranked = std::holds_alternative<model::Ranking>(preference);
    return name + does + (ranked ? " and come to an outcome that it ranks higher" : " and be better off") +
           ".";
  }
  const bool assumed = reason.wish->because.empty() && !conflict_.sources.empty();
  const auto isIt = [&](const std::string& wish, const std::string& act) { // what it wants is what it does
    return wants.ends_with(wish + afterWord(does, act));
  };
  const std::string modal = does.substr(0, does.find(' ') + 1);
  return name + wants + (assumed ? " (which is assumed)" : "") +
         (isIt(" avoid ", "drop ") ? ", and " + modal + "drop that"
          : isIt(" have ", "choose ")
              ? ", and " + modal + "choose that"
              : (wants.find(": ") == std::string::npos ? ", and for that " : "; for that it ") + does) +
         sacrifice(reason, state) + ".";
}

/// What the answer takes away: what would be so that counts for more, else that the wish would be broken
/// again.
std::string BriefWords::loss(const BriefReason& reason, const Pattern& state) const {
  const std::string name = insideLabel(reason.party);
  const Pattern& last = reason.answer->back().to;
  const std::string none = "then " + name + " would be no better off than before";
  if (reason.wish == nullptr || !last.isState() || !state.isState())
    return none;
  const auto then = [&](const model::Expression& wanted, const Pattern& other) {
    return factsInWords(conflict_, otherThan(conflict_, factsIn(conflict_, wanted, last, other), other),
                        reason.party, Tense::then);
  };
  const auto* worse = analysis::decidingStatement(conflict_, reason.party, state, last);
  const bool counts = worse != nullptr &&
                      placeOf(conflict_, reason.party, worse) < placeOf(conflict_, reason.party, reason.wish);
  if (counts)
    return "then " + then(worse->wanted, state) + ", which is worse for " + name + " than before";
  if (model::holds(reason.wish->wanted, conflict_, last))
    return none;
  const Facts broken = otherThan(conflict_, factsIn(conflict_, reason.wish->wanted, last, *reason.leavesFor),
                                 *reason.leavesFor);
  if (broken.empty())
    return none;
  const bool again = otherThan(conflict_, broken, state).empty(); // as it was before
  return "then " + factsInWords(conflict_, broken, reason.party, Tense::then) +
         (again ? ", as before" : ", and " + name + " would be no better off than before");
}

/// Whether a wish of the mover says that it is worse off; unknown steps of rankings and weights are not said
/// to be.
bool BriefWords::losesBy(const Step& step) const {
  return step.from.isState() && step.to.isState() &&
         analysis::decidingStatement(conflict_, step.mover, step.from, step.to) != nullptr;
}

std::string BriefWords::answer(const BriefReason& reason, const Pattern& state) const {
  const std::string name = parties({reason.party}, true);
  const bool fear = reason.standing == Standing::byFear;
  const std::string head = fear ? name + " may fear that in answer " : "But in answer ";
  if (!reason.answer)
    return head + "the others would act so that " + insideLabel(reason.party) + " is no better off.";
  std::vector<std::string> parts;
  for (const Step& step : *reason.answer)
    parts.push_back(insideLabel(step.mover) + " would " + actWords(conflict_, step));
  const std::string first = insideLabel(reason.answer->front().mover);
  const bool oneActs = std::ranges::all_of(
      *reason.answer, [&](const Step& step) { return step.mover == reason.answer->front().mover; });
  const std::string pays =
      fear ? (oneActs ? "But " + first +
                            (losesBy(reason.answer->front()) ? " would lose by that answer"
                                                             : " would gain nothing by that answer")
                      : std::string("But not all who did that would gain by it")) +
                 named("GMR") + ", so it may not come."
           : "That answer would pay " + (oneActs ? first : std::string("them")) + named("SEQ") + ".";
  return head + enumerated(parts, "and then") + "; " + loss(reason, state) + ". " + pays;
}

std::string BriefWords::quiet(const BriefReason& reason) const {
  if (!reason.canMove)
    return "can change nothing here.";
  return reason.leavesFor ? std::string() : "would gain nothing by acting alone" + named("Nash") + ".";
}

std::string BriefWords::reason(const BriefReason& reason, const Pattern& state) const {
  if (std::string words = quiet(reason); !words.empty())
    return parties({reason.party}, true) + " " + words;
  return act(reason, state) + (reason.standing == Standing::holdsNot ? "" : " " + answer(reason, state));
}

/// `would like to have “A”, but cannot bring that about alone`, behind the names of the parties.
std::string BriefWords::lack(const analysis::BriefLack& lack, bool many) const {
  const WishInWords wish = wishOf(conflict_, lack.wish->wanted, lack.party);
  const std::string wants =
      std::string("would like to ") + (wish.against ? "avoid " : "have ") + wish.what + ", but ";
  if (!lack.alone)
    return wants + (many ? "none of them can bring that about alone" : "cannot bring that about alone");
  if (lack.above != nullptr &&
      placeOf(conflict_, lack.party, lack.above) < placeOf(conflict_, lack.party, lack.wish))
    return wants + "for that would have to break the wish " + wishTold(lack.above->wanted, lack.party) +
           ", which counts for more";
  return wants + "would lose more by that than it brings";
}

std::string BriefWords::aim(const model::Expression& wanted, const Step& step) const {
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
