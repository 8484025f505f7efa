#include "analysis/explain/observed.h"

#include "analysis/explain/strictness.h"
#include "model/looking_ahead.h"
#include "model/wishes.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::Pattern;

namespace {

constexpr std::size_t mostVisits = 200'000; ///< states walked for one move, beyond the classical concepts

/// Judges what parties did in one conflict.
class Judge {
public:
  Judge(stability::Engine& engine, const stability::Errand& errand)
      : engine_(engine), errand_(errand), rules_(engine), exploration_(rules_) {}

  bool explains(Concept id, const PartyObserved& seen) {
    const auto stable = engine_.stable(id, seen.party);
    for (const Pattern& state : seen.stayed)
      if (!engine_.contains(stable, state))
        return false;
    return std::ranges::all_of(seen.moved,
                               [&](const ObservedMove& move) { return wouldMove(id, seen.party, move); });
  }

  const Rules& rules() const { return rules_; }

private:
  /// The move is one that the party leaves for, and nothing deters it.
  bool wouldMove(Concept id, PartyId party, const ObservedMove& move) {
    if (!move.to)
      return false;
    if (row(id).family == model::ConceptFamily::classical) {
      Deterrence deterrence(engine_, exploration_, party, move.from, {}, errand_);
      const auto& improvements = deterrence.improvements();
      return std::ranges::find(improvements, *move.to) != improvements.end() &&
             !deterrence.deterred(*move.to, id);
    }
    if (!isRelational(row(id).family) && row(id).family != model::treeFamily) // it would not stay
      return rules_.compare(party, *move.to, move.from) > 0 &&
             !engine_.contains(engine_.stable(id, party), move.from);
    if (!reasons_)
      reasons_.emplace(engine_, exploration_, mostVisits, errand_);
    const auto found = reasons_->reasons(move.from, party, id);
    return std::ranges::any_of(found.departures, [&](const DepartureReasons& departure) {
      return departure.to == *move.to && !departure.sanction;
    });
  }

  stability::Engine& engine_;
  const stability::Errand& errand_;
  Rules rules_;
  Exploration exploration_;
  std::optional<RelationalReasons> reasons_; ///< made on first use
};

/// The state with the party's own options as in `next`.
Pattern ownPart(const Conflict& conflict, PartyId party, const Pattern& from, const Pattern& next) {
  Pattern to = from;
  const auto& p = conflict.party(party);
  for (std::size_t i = p.firstOption; i < p.firstOption + p.optionCount; ++i)
    to.set(OptionId(i), next[OptionId(i)]);
  return to;
}

/// Who moved from one state to the next: by its options, or the parties that have this move in their list.
std::vector<PartyId> movers(const Rules& rules, const Pattern& from, const Pattern& next) {
  const Conflict& conflict = rules.conflict();
  std::vector<PartyId> all;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (conflict.parties[i].moves ? rules.isMove(PartyId(i), from, next)
                                  : ownPart(conflict, PartyId(i), from, next) != from)
      all.emplace_back(i);
  return all;
}

ObservedMove moveOf(const Rules& rules, PartyId party, const Pattern& from, const Pattern& next) {
  const Conflict& conflict = rules.conflict();
  const Pattern own = conflict.party(party).moves ? next : ownPart(conflict, party, from, next);
  const bool can = rules.feasible(own) && rules.isMove(party, from, own);
  return {from, next, can ? std::optional(own) : std::nullopt};
}

PartyObserved seenOf(const Rules& rules, PartyId party, const std::vector<Pattern>& history) {
  PartyObserved seen{
      .party = party, .stayed = {}, .moved = {}, .explainedBy = {}, .strictest = {}, .negated = {}};
  for (std::size_t k = 0; k + 1 < history.size(); ++k) {
    const auto moved = movers(rules, history[k], history[k + 1]);
    if (std::ranges::find(moved, party) != moved.end())
      seen.moved.push_back(moveOf(rules, party, history[k], history[k + 1]));
    else if (std::ranges::find(seen.stayed, history[k]) == seen.stayed.end())
      seen.stayed.push_back(history[k]);
  }
  if (std::ranges::find(seen.stayed, history.back()) == seen.stayed.end())
    seen.stayed.push_back(history.back());
  return seen;
}

/// Calls `visit(party, statement's place, its expression)` for every statement and weight; the visitor may
/// change it.
template <class Visit> void forEachWish(Conflict& conflict, Visit visit) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    model::eachWish(conflict.parties[i].preference,
                    [&](auto& wanted, model::Range range) { visit(PartyId(i), range, wanted); });
  }
}

class Negations {
public:
  Negations(stability::Engine& engine, const std::vector<Concept>& concepts, const Reopen& reopen,
            const stability::Errand& errand)
      : conflict_(engine.conflict()), concepts_(concepts), reopen_(reopen), errand_(errand) {}

  /// False if some variant could not be opened.
  bool add(std::vector<PartyObserved>& parties) {
    bool all = true;
    std::size_t wishes = 0;
    forEachWish(conflict_, [&](PartyId, model::Range, model::Expression&) { ++wishes; });
    for (std::size_t k = 0; k < wishes; ++k) {
      errand_.tell({"statements the other way round", k, wishes});
      errand_.check();
      all = tryOne(k, parties) && all;
    }
    return all;
  }

private:
  bool tryOne(std::size_t which, std::vector<PartyObserved>& parties) {
    Conflict variant = conflict_;
    Negated negated;
    std::size_t k = 0;
    forEachWish(variant, [&](PartyId whose, model::Range range, model::Expression& wanted) {
      if (k++ != which)
        return;
      negated = {whose, range, wanted, {}};
      wanted = model::Expression::negation(std::move(wanted));
    });
    const auto engine = reopen_(variant);
    if (!engine)
      return false;
    Judge judge(*engine, errand_);
    for (PartyObserved& seen : parties) {
      if (!seen.explainedBy.empty())
        continue;
      negated.under.clear();
      for (const Concept id : concepts_)
        if (engine->serves(row(id).family) && judge.explains(id, seen))
          negated.under.push_back(id);
      if (!negated.under.empty())
        seen.negated.push_back(negated);
    }
    return true;
  }

  Conflict conflict_;
  const std::vector<Concept>& concepts_;
  const Reopen& reopen_;
  const stability::Errand& errand_;
};

} // namespace

Observed explainObserved(stability::Engine& engine, const std::vector<Pattern>& history,
                         const std::vector<PartyId>& parties, const std::vector<Concept>& concepts,
                         const Reopen& reopen, const stability::Errand& errand) {
  Observed observed{history, {}, true};
  Judge judge(engine, errand);
  bool open = false;
  for (const PartyId party : parties) {
    PartyObserved& seen = observed.parties.emplace_back(seenOf(judge.rules(), party, history));
    for (const Concept id : concepts)
      if (judge.explains(id, seen))
        seen.explainedBy.push_back(id);
    seen.strictest = strictestOf(seen.explainedBy);
    open = open || seen.explainedBy.empty();
  }
  if (open)
    observed.allNegated = Negations(engine, concepts, reopen, errand).add(observed.parties);
  return observed;
}

} // namespace stasis::analysis
