#include "analysis/explain/simultaneous_reasons.h"

namespace stasis::analysis {

using model::OptionId;
using model::PartyId;
using model::Pattern;
using Place = Exploration::Place;

namespace {

class Combinations {
public:
  Combinations(Exploration& exploration, Place s, PartyId party, std::size_t most,
               const stability::Errand& errand)
      : exploration_(exploration), conflict_(exploration.rules().conflict()), s_(s), party_(party),
        most_(most), errand_(errand) {
    for (std::size_t j = 0; j < conflict_.parties.size(); ++j)
      if (PartyId(j) != party && !exploration.improvements(PartyId(j), s).empty())
        others_.push_back({PartyId(j), exploration.improvements(PartyId(j), s)});
  }

  /// What deters the party from leaving for s1, with as few who act as possible.
  std::optional<Together> against(Place s1) {
    const Pattern state = with(exploration_.state(s_), party_, s1);
    for (std::size_t actors = 1; actors <= others_.size(); ++actors) {
      acts_.clear();
      if (auto end = search(0, actors, state))
        return Together{acts_, *end};
    }
    return std::nullopt;
  }

private:
  struct Other {
    PartyId party;
    std::vector<Place> improvements;
  };

  /// The state with this party's options as in another one.
  Pattern with(Pattern state, PartyId party, Place from) const {
    const auto& owner = conflict_.party(party);
    for (std::size_t k = 0; k < owner.optionCount; ++k) {
      const OptionId option(owner.firstOption + k);
      state.set(option, exploration_.state(from)[option]);
    }
    return state;
  }

  /// Exactly so many of the others from the `next` on act. Their acts are kept if that deters.
  std::optional<Pattern> search(std::size_t next, std::size_t actors, const Pattern& state) {
    if (actors == 0)
      return deters(state) ? std::optional(state) : std::nullopt;
    for (; next + actors <= others_.size(); ++next)
      for (const Place to : others_[next].improvements) {
        acts_.push_back({others_[next].party, exploration_.state(s_), exploration_.state(to)});
        if (auto end = search(next + 1, actors - 1, with(state, others_[next].party, to)))
          return end;
        acts_.pop_back();
      }
    return std::nullopt;
  }

  bool deters(const Pattern& state) {
    if (++tried_ % 1024 == 0)
      errand_.check();
    if (tried_ > most_)
      throw stability::LimitReached(stability::Limit::states, "there are more than " + std::to_string(most_) +
                                                                  " combinations of what others could do");
    return exploration_.rules().feasible(state) && !exploration_.prefers(party_, exploration_.at(state), s_);
  }

  Exploration& exploration_;
  const model::Conflict& conflict_;
  Place s_;
  PartyId party_;
  std::size_t most_;
  const stability::Errand& errand_;
  std::vector<Other> others_; ///< those that can improve
  Sequence acts_;
  std::size_t tried_ = 0;
};

} // namespace

ConceptReasons simultaneousReasons(Exploration& exploration, Place s, PartyId party, model::Concept id,
                                   std::size_t most, const stability::Errand& errand) {
  ConceptReasons told{id, party};
  Combinations combinations(exploration, s, party, most, errand);
  for (const Place s1 : std::vector<Place>(exploration.improvements(party, s))) {
    DepartureReasons departure{exploration.state(s1)};
    departure.together = combinations.against(s1);
    told.stable = told.stable && departure.together;
    told.departures.push_back(std::move(departure));
  }
  return told;
}

} // namespace stasis::analysis
