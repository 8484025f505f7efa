#include "analysis/invert/stability_condition.h"

#include "analysis/paths/exploration.h"
#include "analysis/paths/group_search.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;
using model::Relation;
using Place = StabilityCondition::Place;
using Term = StabilityCondition::Term;
using Clause = StabilityCondition::Clause;

namespace {

bool holdsAll(const Term& term, const PlaceSet& noBetter) {
  return std::ranges::all_of(term, [&](Place q) { return noBetter.test(q); });
}

/// All pairs of terms of a clause, and of clauses, are compared up to this many.
constexpr std::size_t mostCompared = 256;

class Builder {
public:
  Builder(stability::Engine& engine, const Rules& rules, const Pattern& state, PartyId party, Concept id,
          const stability::Errand& errand)
      : engine_(engine), rules_(rules), errand_(errand), exploration_(rules) {
    condition_.state = state;
    condition_.party = party;
    condition_.id = id;
  }

  std::optional<StabilityCondition> condition() {
    for (const Pattern& move : rules_.moves(condition_.party, condition_.state)) {
      errand_.check();
      add(move);
      if (tooLarge_ || condition_.states.size() > mostOccurring)
        return std::nullopt;
    }
    leaveOutImplied();
    inOrder();
    return std::move(condition_);
  }

private:
  const model::ConceptRow& concept_() const { return row(condition_.id); }

  Place place(const Pattern& state) {
    const auto [at, added] = places_.emplace(state.letters(), static_cast<Place>(condition_.states.size()));
    if (added) {
      condition_.states.push_back(state);
      escapes_.emplace_back();
    }
    return at->second;
  }

  void add(const Pattern& move) {
    Clause clause{place(move), {{place(move)}}, {}};
    for (const Pattern& end : answers(move)) {
      Term term = demands(end);
      if (term.empty()) // the others can return to s itself, and no move of the party leads on
        return;
      clause.terms.push_back(std::move(term));
    }
    absorb(clause.terms);
    const bool few = condition_.clauses.size() <= mostCompared && clause.terms.size() <= mostCompared;
    const auto same =
        few ? std::ranges::find(condition_.clauses, clause.terms, &Clause::terms) : condition_.clauses.end();
    if (same != condition_.clauses.end())
      same->alike.push_back(move);
    else
      condition_.clauses.push_back(std::move(clause));
  }

  /// The states that the others can reach.
  std::vector<Pattern> answers(const Pattern& from) {
    if (concept_().sanctions() == model::Sanctions::none)
      return {};
    const Relation kind =
        concept_().sanctions() == model::Sanctions::moves ? Relation::always : Relation::better;
    return rules_.transitive() ? answersBySets(from, kind) : answersByWalking(from, kind);
  }

  /// The start may be among them, which changes nothing: the clause has its term already.
  std::vector<Pattern> answersBySets(const Pattern& from, Relation kind) {
    const stability::Scratch scratch(engine_);
    auto reached = engine_.matching({from});
    for (auto last = reached; !tooLarge_ && !engine_.list(last, 1).empty();) {
      errand_.check();
      auto next = last;
      for (const PartyId mover : everybodyBut(rules_.conflict(), condition_.party))
        next = engine_.either(next, engine_.reachedFrom(last, mover, kind));
      last = engine_.without(next, reached);
      reached = engine_.either(reached, next);
      tooLarge_ = engine_.count(reached) > static_cast<unsigned long>(mostOccurring);
    }
    return tooLarge_ ? std::vector<Pattern>{} : engine_.list(reached, SIZE_MAX);
  }

  std::vector<Pattern> answersByWalking(const Pattern& from, Relation kind) {
    const auto reach = exploration_.others(condition_.party, exploration_.at(from), kind, SIZE_MAX, errand_);
    std::vector<Pattern> ends;
    for (std::size_t v = 1; v < reach->visits.size(); ++v)
      ends.push_back(exploration_.state(reach->visits[v].place));
    return ends;
  }

  /// The states that must be no better than s for `end` to deter, without s itself.
  Term demands(const Pattern& end) {
    Term term;
    if (concept_().judgement() == model::Judgement::high)
      term = escapes(end);
    if (end != condition_.state)
      term.push_back(place(end));
    std::ranges::sort(term);
    const auto rest = std::ranges::unique(term);
    term.erase(rest.begin(), rest.end());
    return term;
  }

  Term escapes(const Pattern& from) {
    const Place at = place(from); // `inOrder` removes s again if it is asked for
    if (!escapes_[at]) {
      Term ends;
      for (const Pattern& to : rules_.moves(condition_.party, from))
        if (to != condition_.state)
          ends.push_back(place(to));
      escapes_[at] = std::move(ends);
    }
    return *escapes_[at];
  }

  // Shorter terms first: each is compared with those already kept.
  static void absorb(std::vector<Term>& terms) {
    std::ranges::sort(terms, [](const Term& a, const Term& b) {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    const auto rest = std::ranges::unique(terms);
    terms.erase(rest.begin(), rest.end());
    std::vector<Term> kept;
    std::unordered_set<Place> single;
    for (Term& term : terms) {
      const auto within = [&](const Term& less) { return std::ranges::includes(term, less); };
      const bool alone = std::ranges::any_of(term, [&](Place q) { return single.contains(q); });
      if (alone || (terms.size() <= mostCompared && std::ranges::any_of(kept, within)))
        continue;
      if (term.size() == 1)
        single.insert(term.front());
      kept.push_back(std::move(term));
    }
    terms = std::move(kept);
  }

  /// Each term of `a` includes a term of `b`: if `a` holds, so does b.
  static bool implies(const Clause& a, const Clause& b) {
    return std::ranges::all_of(a.terms, [&](const Term& more) {
      return std::ranges::any_of(b.terms,
                                 [&](const Term& less) { return std::ranges::includes(more, less); });
    });
  }

  void leaveOutImplied() {
    auto& clauses = condition_.clauses;
    for (const Clause& clause : clauses)
      if (clauses.size() > mostCompared || clause.terms.size() > mostCompared)
        return;
    for (std::size_t k = 0; k < clauses.size();) {
      const bool implied = std::ranges::any_of(
          clauses, [&](const Clause& other) { return &other != &clauses[k] && implies(other, clauses[k]); });
      if (!implied) {
        ++k;
        continue;
      }
      condition_.implied.push_back(std::move(clauses[k]));
      clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (!condition_.implied.empty())
      condition_.impliedStates = condition_.states;
  }

  /// Keeps only the states that still occur, in order of number.
  void inOrder() {
    auto& states = condition_.states;
    std::vector<bool> used(states.size());
    eachPlace([&](Place& q) { used[q] = true; });
    std::vector<Place> order;
    for (Place q = 0; q < states.size(); ++q)
      if (used[q])
        order.push_back(q);
    std::ranges::sort(order, [&](Place a, Place b) { return rules_.before(states[a], states[b]); });
    std::vector<Place> renamed(states.size());
    std::vector<Pattern> sorted;
    for (const Place q : order) {
      renamed[q] = static_cast<Place>(sorted.size());
      sorted.push_back(std::move(states[q]));
    }
    states = std::move(sorted);
    eachPlace([&](Place& q) { q = renamed[q]; });
    for (Clause& clause : condition_.clauses) {
      for (Term& term : clause.terms)
        std::ranges::sort(term);
      std::ranges::sort(clause.terms, [](const Term& a, const Term& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
      });
      std::ranges::stable_partition(clause.terms, [&](const Term& t) { return t == Term{clause.move}; });
    }
  }

  template <class Visit> void eachPlace(Visit&& visit) {
    for (Clause& clause : condition_.clauses) {
      visit(clause.move);
      for (Term& term : clause.terms)
        for (Place& q : term)
          visit(q);
    }
  }

  stability::Engine& engine_;
  const Rules& rules_;
  const stability::Errand& errand_;
  Exploration exploration_;
  StabilityCondition condition_;
  bool tooLarge_ = false;
  std::unordered_map<std::string, Place> places_;
  std::vector<std::optional<Term>> escapes_; ///< by place
};

} // namespace

bool StabilityCondition::holds(const Clause& clause, const PlaceSet& noBetter) {
  return std::ranges::any_of(clause.terms, [&](const Term& term) { return holdsAll(term, noBetter); });
}

bool StabilityCondition::holds(const PlaceSet& noBetter) const {
  return std::ranges::all_of(clauses, [&](const Clause& clause) { return holds(clause, noBetter); });
}

std::size_t StabilityCondition::size() const {
  std::size_t count = 0;
  for (const Clause& clause : clauses)
    for (const Term& term : clause.terms)
      count += term.size();
  return count;
}

std::optional<StabilityCondition> stabilityCondition(stability::Engine& engine, const Rules& rules,
                                                     const Pattern& state, PartyId party, Concept id,
                                                     const stability::Errand& errand) {
  return Builder(engine, rules, state, party, id, errand).condition();
}

} // namespace stasis::analysis
