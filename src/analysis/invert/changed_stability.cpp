#include "analysis/invert/changed_stability.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;

ChangedStability::ChangedStability(stability::Engine& engine, const Rules& rules)
    : rules_(rules), transitive_(rules.transitive()), states_(engine.list(engine.feasible(), mostStates)) {
  for (Place q = 0; q < states_.size(); ++q)
    places_.emplace(states_[q].letters(), q);
  const auto& parties = rules.conflict().parties;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    stated_.emplace_back(rules, PartyId(i), states_);
    now_.push_back(
        {{}, 0, std::vector<std::uint64_t>(states_.size()), std::vector<std::uint32_t>(states_.size())});
    prefer(PartyId(i), PreferenceChanges(parties[i].preference).written());
  }
  moves_.assign(parties.size(), std::vector<std::optional<std::vector<Place>>>(states_.size()));
  seen_.resize(states_.size());
}

void ChangedStability::prefer(PartyId party, const Arrangement& arrangement) {
  Now& now = now_[party.index()];
  now.arrangement = arrangement;
  if (stated_[party.index()].oneByOne())
    ++now.version;
  else
    now.worth = stated_[party.index()].worths(arrangement);
}

std::uint64_t ChangedStability::worth(std::size_t party, Place place) {
  Now& now = now_[party];
  if (now.workedOut[place] != now.version) {
    now.worth[place] = stated_[party].worth(now.arrangement, place);
    now.workedOut[place] = now.version;
  }
  return now.worth[place];
}

const std::vector<ChangedStability::Place>& ChangedStability::moves(std::size_t party, Place from) {
  auto& kept = moves_[party][from];
  if (!kept) {
    kept.emplace();
    for (const Pattern& to : rules_.moves(PartyId(party), states_[from]))
      kept->push_back(at(to));
  }
  return *kept;
}

bool ChangedStability::stable(Concept id, PartyId party, Place state, const stability::Errand& errand) {
  const std::size_t i = party.index();
  return std::ranges::all_of(moves(i, state), [&](Place to) {
    return worth(i, to) <= worth(i, state) || deterred(row(id), i, state, to, errand);
  });
}

bool ChangedStability::deters(const model::ConceptRow& concept_, std::size_t party, Place state, Place end) {
  if (worth(party, end) > worth(party, state))
    return false;
  return concept_.judgement() != model::Judgement::high ||
         std::ranges::all_of(moves(party, end),
                             [&](Place to) { return worth(party, to) <= worth(party, state); });
}

/// Whether this visit lets somebody move on who could not move on after earlier visits.
bool ChangedStability::firstVisit(Place to, std::size_t mover) {
  Seen& seen = seen_[to];
  if (seen.walk != walk_) {
    seen = {walk_, static_cast<std::uint32_t>(mover), transitive_};
    return true;
  }
  if (seen.twice || seen.mover == mover)
    return false;
  seen.twice = true;
  return true;
}

bool ChangedStability::deterred(const model::ConceptRow& concept_, std::size_t party, Place state,
                                Place improvement, const stability::Errand& errand) {
  if (concept_.sanctions() == model::Sanctions::none)
    return false;
  errand.check();
  if (++walk_ == 0) {
    std::ranges::fill(seen_, Seen{});
    walk_ = 1;
  }
  queue_.assign(1, {improvement, static_cast<std::uint32_t>(party)});
  for (std::size_t next = 0; next < queue_.size(); ++next) {
    const Visit visit = queue_[next];
    for (std::size_t j = 0; j < moves_.size(); ++j) {
      if (j == party || j == visit.mover)
        continue;
      for (const Place to : moves(j, visit.place)) {
        if (concept_.sanctions() == model::Sanctions::improvements && worth(j, to) <= worth(j, visit.place))
          continue;
        if (!firstVisit(to, j))
          continue;
        if (deters(concept_, party, state, to))
          return true;
        queue_.push_back({to, static_cast<std::uint32_t>(j)});
      }
    }
  }
  return false;
}

} // namespace stasis::analysis
