#include "analysis/invert/inversion.h"

#include "analysis/invert/least_change.h"
#include "analysis/invert/ranking_share.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;

bool ChangedWay::equilibrium() const {
  return std::ranges::all_of(stable, [](bool holds) { return holds; });
}

namespace {

class Inverter {
public:
  Inverter(stability::Engine& engine, const InversionQuestion& question, const OpenEngine& open,
           const stability::Errand& errand)
      : engine_(engine), question_(question), errand_(errand), rules_(engine),
        search_(engine, rules_, question, open, errand) {}

  InversionAnswer answer() {
    try {
      if (!question_.every)
        leastChanges({});
      for (std::size_t k = 0; question_.every && k < std::min(question_.told, question_.states.size()); ++k) {
        search_.about({question_.states[k]});
        leastChanges(question_.states[k]);
      }
      const auto told = statesTold();
      for (std::size_t k = 0; k < told.size(); ++k)
        conditions(told[k], {k, told.size()});
    } catch (const stability::LimitReached& reached) {
      answer_.stopped = stability::Stopped{reached.limit(), reached.what()};
    }
    return std::move(answer_);
  }

private:
  void leastChanges(const std::optional<Pattern>& state) {
    const auto add = [&](LeastChange least) {
      least.state = state;
      answer_.least.push_back(std::move(least));
    };
    if (question_.everybody) {
      for (const auto id : question_.concepts)
        add(search_.forEverybody(id));
      return;
    }
    for (const PartyId party : question_.parties)
      for (const auto id : question_.concepts)
        add(search_.forParty(id, party));
  }

  /// The states of the least changes, then the first of the others.
  std::vector<Pattern> statesTold() const {
    std::vector<Pattern> told;
    const auto tell = [&](const Pattern& state) {
      if (told.size() < question_.told && std::ranges::find(told, state) == told.end())
        told.push_back(state);
    };
    for (const LeastChange& least : answer_.least)
      for (const ChangedWay& way : least.ways)
        tell(way.state);
    for (const Pattern& state : question_.states)
      tell(state);
    std::ranges::sort(told, [this](const Pattern& a, const Pattern& b) { return rules_.before(a, b); });
    return told;
  }

  /// `place`: of the state among those that are shown, and how many these are.
  void conditions(const Pattern& state, std::pair<std::size_t, std::size_t> place) {
    const std::size_t ofState = question_.parties.size() * question_.concepts.size();
    std::size_t done = place.first * ofState;
    StateConditions told{state, {}};
    for (const PartyId party : question_.parties) {
      auto& byConcept = told.parties.emplace_back();
      for (const auto id : question_.concepts) {
        errand_.tell({"conditions: " + engine_.conflict().party(party).name, done++, place.second * ofState});
        byConcept.push_back(condition(state, party, id));
      }
    }
    answer_.states.push_back(std::move(told));
  }

  PartyCondition condition(const Pattern& state, PartyId party, model::Concept id) {
    PartyCondition told;
    auto condition = stabilityCondition(engine_, rules_, state, party, id, errand_);
    if (!condition) {
      told.tooLarge = true;
      told.stable = engine_.contains(engine_.stable(id, party), state);
      told.condition.state = state;
      told.condition.party = party;
      told.condition.id = id;
      return told;
    }
    const OwnChanges own(rules_, std::move(*condition), search_.changes(party));
    told.notMet = own.notMet();
    told.undeterred = own.undeterred();
    told.stable = told.notMet.empty();
    told.share = shareOfRankings(own.condition(), {}, errand_);
    told.condition = own.condition();
    return told;
  }

  stability::Engine& engine_;
  const InversionQuestion& question_;
  const stability::Errand& errand_;
  Rules rules_;
  LeastChangeSearch search_;
  InversionAnswer answer_;
};

} // namespace

InversionAnswer invert(stability::Engine& engine, const InversionQuestion& question, const OpenEngine& open,
                       const stability::Errand& errand) {
  return Inverter(engine, question, open, errand).answer();
}

} // namespace stasis::analysis
