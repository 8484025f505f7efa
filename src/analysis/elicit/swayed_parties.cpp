#include "analysis/elicit/swayed_parties.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace stasis::analysis {

using model::Judgement;
using model::PartyId;

SwayedParties::SwayedParties(const Rules& rules, PartyId asked, const std::vector<model::Pattern>& states,
                             const stability::Errand& errand)
    : asked_(asked.index()), states_(states.size()) {
  std::unordered_map<std::string, Place> places;
  for (Place place = 0; place < states.size(); ++place)
    places.emplace(states[place].letters(), place);
  for (std::size_t party = 0; party < rules.conflict().parties.size(); ++party) {
    worths_.push_back(rules.worths(PartyId(party), states));
    auto& moves = moves_.emplace_back(states.size());
    for (Place from = 0; from < states.size(); ++from) {
      errand.check();
      for (const auto& to : rules.moves(PartyId(party), states[from]))
        moves[from].push_back(places.at(to.letters()));
    }
  }
  for (Place from = 0; from < states.size(); ++from)
    for (const Place to : moves_[asked_][from])
      movesAsked_.emplace_back(std::min(from, to), std::max(from, to));
  std::ranges::sort(movesAsked_);
  movesAsked_.erase(std::ranges::unique(movesAsked_).begin(), movesAsked_.end());
}

bool SwayedParties::stay(model::Concept id, Place state, const KnownOrder& order, Taken taken) const {
  for (std::size_t party = 0; party < moves_.size(); ++party)
    if (party != asked_ && !stays(row(id).judgement(), party, state, order, taken))
      return false;
  return true;
}

bool SwayedParties::stays(Judgement by, std::size_t party, Place state, const KnownOrder& order,
                          Taken taken) const {
  return std::ranges::all_of(moves_[party][state], [&](Place to) {
    return !(worths_[party][to] > worths_[party][state]) || deterred(by, party, state, to, order, taken);
  });
}

bool SwayedParties::deterred(Judgement by, std::size_t party, Place state, Place improvement,
                             const KnownOrder& order, Taken taken) const {
  struct Visit {
    Place place;
    std::size_t mover;
  };
  std::vector<Visit> queue{{improvement, party}};
  std::vector<bool> seen(states_ * moves_.size(), false);
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const Visit from = queue[next];
    for (std::size_t mover = 0; mover < moves_.size(); ++mover) {
      if (mover == party || mover == from.mover)
        continue;
      for (const Place to : moves_[mover][from.place]) {
        if (seen[to * moves_.size() + mover] || !improves(mover, from.place, to, order, taken))
          continue;
        if (deters(by, party, state, to))
          return true;
        seen[to * moves_.size() + mover] = true;
        queue.push_back({to, mover});
      }
    }
  }
  return false;
}

bool SwayedParties::deters(Judgement by, std::size_t party, Place state, Place end) const {
  const auto& worths = worths_[party];
  const auto noBetter = [&](Place to) { return !(worths[to] > worths[state]); };
  return noBetter(end) && (by == Judgement::rank || std::ranges::all_of(moves_[party][end], noBetter));
}

bool SwayedParties::improves(std::size_t party, Place from, Place to, const KnownOrder& order,
                             Taken taken) const {
  if (party != asked_)
    return worths_[party][to] > worths_[party][from];
  return taken == Taken::asNo ? order.above(to, from) : !order.atLeast(from, to);
}

} // namespace stasis::analysis
