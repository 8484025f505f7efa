#include "analysis/elicit/list_equilibria.h"

#include <algorithm>
#include <unordered_map>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;

namespace {

bool isIn(const std::uint64_t* bits, Place place) { return (bits[place / 64] >> place % 64 & 1U) != 0; }

void set(std::uint64_t* bits, Place place) { bits[place / 64] |= std::uint64_t{1} << place % 64; }

bool byImprovements(Concept id) { return row(id).sanctions() == model::Sanctions::improvements; }

/// Equal worths, equal ranks; larger is better.
std::vector<Place> ranksOf(const std::vector<Worth>& worths) {
  std::vector<Worth> sorted = worths;
  std::ranges::sort(sorted);
  sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
  std::vector<Place> ranks;
  for (const Worth& worth : worths)
    ranks.push_back(static_cast<Place>(std::ranges::lower_bound(sorted, worth) - sorted.begin()));
  return ranks;
}

} // namespace

ListEquilibria::ListEquilibria(stability::Engine& engine, const Rules& rules, PartyId asked,
                               const std::vector<model::Pattern>& states, const std::vector<Place>& kindOf,
                               const std::vector<Concept>& concepts, const stability::Errand& errand)
    : asked_(asked), kindOf_(kindOf), concepts_(concepts), transitive_(rules.transitive()),
      width_((states.size() + 63) / 64) {
  std::unordered_map<std::string, Place> places;
  for (Place place = 0; place < states.size(); ++place)
    places.emplace(states[place].letters(), place);
  const std::size_t parties = rules.conflict().parties.size();
  std::vector<stability::Judged> judged;
  for (std::size_t party = 0; party < parties; ++party) {
    auto& lists = moves_.emplace_back(states.size());
    for (Place from = 0; from < states.size(); ++from) {
      errand.check();
      for (const auto& to : rules.moves(PartyId(party), states[from]))
        lists[from].push_back(places.at(to.letters()));
    }
    ranks_.push_back(ranksOf(rules.worths(PartyId(party), states)));
    others_.emplace_back();
    if (PartyId(party) == asked)
      continue;
    judged.push_back({PartyId(party), Concept::nash});
    const auto& ranks = ranks_.back();
    others_.back() = thresholds(party, ranks, 1 + std::ranges::max(ranks),
                                [&](Place of, Place place) { return ranks[place] <= of; });
  }
  for (const Concept id : concepts) {
    held_.emplace_back();
    if (byImprovements(id))
      continue;
    for (auto& one : judged)
      one.concept_ = id;
    const auto stable = engine.stableForEach(judged);
    PlaceBits bits(width_, 0);
    for (Place place = 0; place < states.size(); ++place)
      if (engine.contains(stable, states[place]))
        set(bits.data(), place);
    held_.back() = std::move(bits);
  }
  MoveLists without = moves_;
  without[asked.index()].assign(states.size(), {});
  othersMoves_.emplace(without, states.size(), transitive_);
  othersImprovements_.emplace(improvements(asked.index(), KnownOrder(1), Taken::against));
}

ListEquilibria::Thresholds
ListEquilibria::thresholds(std::size_t party, std::vector<Place> classOf, std::size_t classes,
                           const std::function<bool(Place, Place)>& isNoBetter) const {
  const std::size_t states = classOf.size();
  Thresholds out{std::move(classOf), std::vector<std::uint64_t>(classes * width_, 0),
                 std::vector<std::uint64_t>(classes * width_, 0)};
  for (Place of = 0; of < classes; ++of) {
    std::uint64_t* noBetter = out.noBetter.data() + of * width_;
    std::uint64_t* held = out.held.data() + of * width_;
    for (Place place = 0; place < states; ++place)
      if (isNoBetter(of, place))
        set(noBetter, place);
    for (Place place = 0; place < states; ++place)
      if (isIn(noBetter, place) &&
          std::ranges::all_of(moves_[party][place], [&](Place to) { return isIn(noBetter, to); }))
        set(held, place);
  }
  return out;
}

ReachRows ListEquilibria::improvements(std::size_t without, const KnownOrder& kinds, Taken taken) const {
  MoveLists lists(moves_.size());
  for (std::size_t party = 0; party < moves_.size(); ++party) {
    lists[party].resize(states());
    for (Place from = 0; party != without && from < states(); ++from)
      for (const Place to : moves_[party][from]) {
        const bool improves = PartyId(party) != asked_  ? ranks_[party][to] > ranks_[party][from]
                              : taken == Taken::against ? kinds.above(kindOf_[to], kindOf_[from])
                                                        : !kinds.atLeast(kindOf_[from], kindOf_[to]);
        if (improves)
          lists[party][from].push_back(to);
      }
  }
  return {lists, states(), transitive_};
}

bool ListEquilibria::stays(Concept id, std::size_t party, Place state, const Thresholds& order,
                           const ReachRows& all, const ReachRows& improving) const {
  const std::uint64_t* noBetter = order.noBetter.data() + order.classOf[state] * width_;
  const std::uint64_t* held = order.held.data() + order.classOf[state] * width_;
  return std::ranges::all_of(moves_[party][state], [&](Place to) {
    if (isIn(noBetter, to))
      return true;
    if (row(id).sanctions() == model::Sanctions::none)
      return false;
    const ReachRows& answers = byImprovements(id) ? improving : all;
    return answers.meets(to, row(id).judgement() == model::Judgement::rank ? noBetter : held);
  });
}

// What is open is taken against the state (its stability follows all the same) or for it. Sanctions by the
// asked party deter others, so an open improvement counts among them only where it is taken for the state.
std::vector<PlaceBits> ListEquilibria::settled(const KnownOrder& kinds, Taken taken) const {
  const Thresholds own = thresholds(asked_.index(), kindOf_, kinds.size(), [&](Place of, Place place) {
    return taken == Taken::against ? kinds.atLeast(of, kindOf_[place]) : !kinds.above(kindOf_[place], of);
  });
  std::vector<PlaceBits> all;
  for (std::size_t c = 0; c < concepts_.size(); ++c) {
    PlaceBits bits(width_, 0);
    for (Place state = 0; state < states(); ++state)
      if ((!held_[c] || isIn(held_[c]->data(), state)) &&
          stays(concepts_[c], asked_.index(), state, own, *othersMoves_, *othersImprovements_))
        set(bits.data(), state);
    all.push_back(std::move(bits));
  }
  if (std::ranges::none_of(concepts_, byImprovements))
    return all;
  for (std::size_t party = 0; party < moves_.size(); ++party) {
    if (PartyId(party) == asked_)
      continue;
    const ReachRows reach = improvements(party, kinds, taken);
    for (std::size_t c = 0; c < concepts_.size(); ++c)
      for (Place state = 0; state < states() && byImprovements(concepts_[c]); ++state)
        if (isIn(all[c].data(), state) && !stays(concepts_[c], party, state, others_[party], reach, reach))
          all[c][state / 64] &= ~(std::uint64_t{1} << state % 64);
  }
  return all;
}

std::vector<ListEquilibria::Bounds> ListEquilibria::bounds(const KnownOrder& kinds) const {
  auto sure = settled(kinds, Taken::against);
  auto possible = settled(kinds, Taken::forIt);
  std::vector<Bounds> all;
  for (std::size_t c = 0; c < concepts_.size(); ++c)
    all.push_back({std::move(sure[c]), std::move(possible[c])});
  return all;
}

std::vector<PlaceBits> ListEquilibria::equilibria(const KnownOrder& kinds) const {
  return settled(kinds, Taken::against);
}

} // namespace stasis::analysis
