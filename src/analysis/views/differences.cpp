#include "analysis/views/differences.h"

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;
using stability::StateSet;

namespace {

ViewDifference differenceAt(Hypergame& game, Concept id, StateSet held, const Pattern& state) {
  stability::Engine& whole = game.whole();
  ViewDifference found{id, whole.contains(held, state), whole.contains(whole.equilibria(id), state)};
  for (std::size_t i = 0; i < whole.conflict().parties.size(); ++i) {
    const PartyId party(i);
    if (!game.hasOwnView(party))
      continue;
    const bool own = game.isStable(id, party, state);
    const bool inConflict = whole.contains(whole.stable(id, party), state);
    if (!game.sees(party, state))
      found.unseenBy.push_back(party);
    else if (own && !inConflict)
      found.stayBySight.push_back(party);
    else if (!own && inConflict)
      found.leaveBySight.push_back(party);
  }
  return found;
}

} // namespace

ByPictures byPictures(Hypergame& game, const std::vector<Concept>& concepts,
                      const std::vector<std::optional<StateSet>>& equilibria, std::size_t most) {
  stability::Engine& whole = game.whole();
  StateSet held = whole.matching({});
  StateSet either = held;
  for (std::size_t c = 0; c < concepts.size(); ++c)
    if (equilibria[c]) {
      held = whole.either(held, *equilibria[c]);
      either = whole.either(either, whole.equilibria(concepts[c]));
    }
  ByPictures found;
  auto states = whole.list(held, most);
  const auto rest = whole.without(either, held);
  for (Pattern& state : whole.list(rest, most - states.size()))
    states.push_back(std::move(state));
  found.more = whole.count(held) + whole.count(rest) - states.size();
  for (const Pattern& state : states) {
    StateByPictures& one = found.states.emplace_back(StateByPictures{state, {}});
    for (std::size_t c = 0; c < concepts.size(); ++c)
      if (equilibria[c])
        if (auto found = differenceAt(game, concepts[c], *equilibria[c], state);
            found.hypergame || found.conflict)
          one.under.push_back(std::move(found));
  }
  return found;
}

} // namespace stasis::analysis
