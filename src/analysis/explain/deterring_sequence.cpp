#include "analysis/explain/deterring_sequence.h"

namespace stasis::analysis {

using model::Concept;
using model::ConceptRow;
using model::Judgement;
using model::PartyId;
using model::Pattern;
using model::Relation;
using model::Sanctions;
using stability::StateSet;

namespace {

Relation kindOf(Sanctions sanctions) {
  return sanctions == Sanctions::improvements ? Relation::better : Relation::always;
}

} // namespace

Deterrence::Deterrence(stability::Engine& engine, Exploration& exploration, PartyId party,
                       const Pattern& state, const Effort& effort, const stability::Errand& errand)
    : engine_(engine), exploration_(exploration), party_(party), state_(exploration.at(state)),
      effort_(effort), errand_(errand) {
  for (const Place to : exploration_.improvements(party, state_))
    improvements_.push_back(exploration_.state(to));
}

bool Deterrence::deters(const Pattern& end) {
  return !exploration_.prefers(party_, exploration_.at(end), state_);
}

Pattern Deterrence::best(const Pattern& end) {
  return exploration_.state(exploration_.best(party_, exploration_.at(end)));
}

const Worth& Deterrence::judged(const ConceptRow& concept_, Place place) {
  const Place end = concept_.judgement() == Judgement::high ? exploration_.best(party_, place) : place;
  return exploration_.worth(party_, end);
}

bool Deterrence::admits(const ConceptRow& concept_, Place end) {
  return judged(concept_, end) <= exploration_.worth(party_, state_);
}

std::shared_ptr<const Exploration::Reach> Deterrence::reach(const Pattern& improvement,
                                                            const ConceptRow& concept_) {
  return exploration_.others(party_, exploration_.at(improvement), kindOf(concept_.sanctions()),
                             effort_.visits, errand_);
}

std::optional<std::size_t> Deterrence::firstAdmitted(const Exploration::Reach& reach,
                                                     const ConceptRow& concept_) {
  for (std::size_t v = 1; v < reach.visits.size(); ++v)
    if (admits(concept_, reach.visits[v].place))
      return v;
  return std::nullopt;
}

GroupSearch Deterrence::searchFor(const ConceptRow& concept_, StateSet target) {
  return {engine_,
          exploration_.rules(),
          everybodyBut(exploration_.rules().conflict(), party_),
          kindOf(concept_.sanctions()),
          target,
          errand_};
}

GroupSearch& Deterrence::search(const ConceptRow& concept_) {
  auto& kept = searches_[concept_.id.index()];
  if (!kept)
    kept = std::make_unique<GroupSearch>(searchFor(concept_, judgedNoBetterThan(concept_, state_)));
  return *kept;
}

bool Deterrence::deterred(const Pattern& improvement, Concept id, bool many) {
  const ConceptRow& concept_ = row(id);
  if (concept_.sanctions() == Sanctions::none)
    return false;
  if (many)
    return engine_.contains(search(concept_).everywhere(), improvement);
  return sanction(improvement, id).has_value();
}

std::optional<Sequence> Deterrence::sanction(const Pattern& improvement, Concept id) {
  const ConceptRow& concept_ = row(id);
  if (concept_.sanctions() == Sanctions::none)
    return std::nullopt;
  const auto walked = reach(improvement, concept_);
  if (const auto found = firstAdmitted(*walked, concept_))
    return exploration_.way(*walked, *found);
  return walked->complete ? std::nullopt : search(concept_).from(improvement);
}

std::optional<std::size_t> Deterrence::worstVisit(const Exploration::Reach& reach,
                                                  const ConceptRow& concept_) {
  std::optional<std::size_t> worst;
  for (std::size_t v = 1; v < reach.visits.size(); ++v)
    if (!worst || judged(concept_, reach.visits[v].place) < judged(concept_, reach.visits[*worst].place))
      worst = v;
  return worst;
}

// high(q) < high(w) exactly when q is worse than the best of w and every move from q leads to a state that is
// worse too.
StateSet Deterrence::judgedWorseThan(const ConceptRow& concept_, Place place) {
  if (concept_.judgement() == Judgement::rank)
    return engine_.worseThan(party_, exploration_.state(place));
  const StateSet worse = engine_.worseThan(party_, exploration_.state(exploration_.best(party_, place)));
  const StateSet escapes = engine_.without(engine_.feasible(), worse);
  return engine_.without(worse, engine_.canMoveInto(escapes, party_, Relation::always));
}

StateSet Deterrence::judgedNoBetterThan(const ConceptRow& concept_, Place place) {
  if (concept_.judgement() == Judgement::rank)
    return engine_.notPreferredTo(party_, exploration_.state(place));
  // The best the party can have from s does not count: high(q) is compared with the rank of s.
  return engine_.heldTo(party_, exploration_.state(place));
}

StateSet Deterrence::setWithout(StateSet set, const Pattern& state) {
  return engine_.without(set, engine_.matching({state}));
}

std::optional<Worst> Deterrence::worst(const Pattern& improvement, Concept id) {
  const ConceptRow& concept_ = row(id);
  if (concept_.sanctions() == Sanctions::none)
    return std::nullopt;
  const auto walked = reach(improvement, concept_);
  const auto visit = worstVisit(*walked, concept_);
  if (!visit || walked->complete)
    return visit ? std::optional(Worst{exploration_.way(*walked, *visit), true}) : std::nullopt;

  Place worst = walked->visits[*visit].place;
  bool exact = false;
  for (std::size_t round = 0; round < effort_.rounds && !exact; ++round) {
    const StateSet worse = setWithout(judgedWorseThan(concept_, worst), improvement);
    if (const auto way = searchFor(concept_, worse).from(improvement))
      worst = exploration_.at(way->back().to);
    else
      exact = true;
  }
  const Place bound = concept_.judgement() == Judgement::high ? exploration_.best(party_, worst) : worst;
  const StateSet as = setWithout(judgedNoBetterThan(concept_, bound), improvement);
  return Worst{*searchFor(concept_, as).from(improvement), exact};
}

} // namespace stasis::analysis
