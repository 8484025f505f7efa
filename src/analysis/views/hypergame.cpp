#include "analysis/views/hypergame.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;
using model::View;
using stability::Engine;
using stability::StateSet;

Hypergame::Hypergame(Engine& whole, const model::Views& views, const stability::EngineLimits& limits,
                     const stability::Errand& errand, bool everyFamily)
    : whole_(whole), views_(views), engines_(views.size()) {
  // What a party thinks others see is laid over what it sees itself.
  for (const bool second : {false, true})
    for (const View& view : views)
      if (view.by.has_value() == second && !open(view, limits, errand, everyFamily))
        return;
}

bool Hypergame::open(const View& view, const stability::EngineLimits& limits, const stability::Errand& errand,
                     bool everyFamily) {
  Engine& below = view.by ? pictureOf(*view.by) : whole_;
  OpenedView opened = openView(whole_, below, view, limits, errand, everyFamily);
  diagnostics_.insert(diagnostics_.end(), opened.diagnostics.begin(), opened.diagnostics.end());
  engines_[static_cast<std::size_t>(&view - views_.data())] = std::move(opened.engine);
  return diagnostics_.empty();
}

Engine& Hypergame::pictureOf(PartyId of, std::optional<PartyId> by) const {
  const View* view = model::viewOf(views_, of, by);
  if (view == nullptr)
    view = model::viewOf(views_, by.value_or(of));
  return view == nullptr ? whole_ : *engines_[static_cast<std::size_t>(view - views_.data())];
}

bool Hypergame::sees(PartyId party, const Pattern& state) const {
  Engine& picture = pictureOf(party);
  return picture.contains(picture.feasible(), state);
}

bool Hypergame::isStable(Concept concept_, PartyId party, const Pattern& state) const {
  Engine& picture = pictureOf(party);
  return picture.contains(picture.stable(concept_, party), state);
}

/// For each picture the states that are stable for all who judge by it.
std::vector<Hypergame::Set> Hypergame::stableIn(const std::vector<Judge>& judges) {
  std::vector<Set> sets;
  for (const Judge& judge : judges) {
    const auto known = std::ranges::find(sets, judge.picture, &Set::picture);
    const StateSet stable = judge.picture->stable(judge.asked.concept_, judge.asked.party);
    if (known == sets.end())
      sets.push_back({judge.picture, stable});
    else
      known->states = judge.picture->both(known->states, stable);
  }
  return sets;
}

std::optional<std::vector<Pattern>> Hypergame::stableForAll(const std::vector<Judge>& judges) {
  const auto sets = stableIn(judges);
  const auto smallest =
      std::ranges::min_element(sets, {}, [](const Set& set) { return set.picture->count(set.states); });
  if (smallest->picture->count(smallest->states) > mostCompared)
    return std::nullopt;
  std::vector<Pattern> held = smallest->picture->list(smallest->states, mostCompared);
  std::erase_if(held, [&](const Pattern& state) {
    return !std::ranges::all_of(sets,
                                [&](const Set& set) { return set.picture->contains(set.states, state); });
  });
  return held;
}

std::vector<Hypergame::Judge> Hypergame::everyoneByItsOwn(Concept concept_) const {
  std::vector<Judge> judges;
  for (std::size_t i = 0; i < whole_.conflict().parties.size(); ++i)
    judges.push_back({{PartyId(i), concept_}, &pictureOf(PartyId(i))});
  return judges;
}

std::optional<StateSet> Hypergame::equilibria(Concept concept_) {
  const auto held = stableForAll(everyoneByItsOwn(concept_));
  return held ? std::optional(whole_.matching(*held)) : std::nullopt;
}

std::optional<StateSet> Hypergame::stableForEach(const std::vector<stability::Judged>& judged) {
  if (judged.empty())
    return whole_.feasible();
  std::vector<Judge> judges;
  for (const stability::Judged& one : judged)
    judges.push_back({one, &pictureOf(one.party)});
  if (std::ranges::all_of(judges, [&](const Judge& judge) { return judge.picture == &whole_; }))
    return whole_.stableForEach(judged);
  const auto held = stableForAll(judges);
  return held ? std::optional(whole_.matching(*held)) : std::nullopt;
}

std::optional<std::vector<Pattern>> Hypergame::heldByThoseWhoSee(Concept concept_) {
  const auto sets = stableIn(everyoneByItsOwn(concept_));
  const auto unseen = [](const Set& set, const Pattern& state) {
    return !set.picture->contains(set.picture->feasible(), state);
  };
  std::vector<Pattern> held;
  for (const Set& set : sets) {
    if (set.picture->count(set.states) > mostCompared)
      return std::nullopt;
    for (Pattern& state : set.picture->list(set.states, mostCompared)) {
      bool forAll = true;
      bool hidden = false;
      for (const Set& other : sets) {
        const bool gone = unseen(other, state);
        hidden = hidden || gone;
        forAll = forAll && (gone || other.picture->contains(other.states, state));
      }
      if (forAll && hidden)
        held.push_back(std::move(state));
    }
  }
  return whole_.list(whole_.matching(held), mostCompared);
}

std::optional<std::vector<Pattern>> Hypergame::expectedBy(PartyId party, Concept concept_) {
  std::vector<Judge> judges{{{party, concept_}, &pictureOf(party)}};
  for (std::size_t i = 0; i < whole_.conflict().parties.size(); ++i)
    if (PartyId(i) != party)
      judges.push_back({{PartyId(i), concept_}, &pictureOf(PartyId(i), party)});
  return stableForAll(judges);
}

} // namespace stasis::analysis
