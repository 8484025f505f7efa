#include "analysis/explain/foresight_reasons.h"

#include "model/limited_moves.h"
#include "stability/repetition.h"

#include <algorithm>
#include <map>

namespace stasis::analysis {

using model::PartyId;
using Place = Exploration::Place;

namespace {

class Foresight {
public:
  Foresight(Exploration& exploration, std::size_t most, const stability::Errand& errand)
      : exploration_(exploration), most_(most), errand_(errand) {}

  /// Where the party can end from s if it looks h moves ahead; more than one state only with ties.
  const std::vector<Place>& ends(std::size_t h, PartyId party, Place s) {
    const auto key = std::tuple(h, party, s);
    if (const auto known = ends_.find(key); known != ends_.end())
      return known->second;
    if (ends_.size() >= most_)
      throw stability::LimitReached(stability::Limit::states,
                                    "more than " + std::to_string(most_) + " states are looked at");
    errand_.check();
    return ends_.emplace(key, h == 0 ? std::vector<Place>{s} : chosen(h, party, s)).first->second;
  }

  /// The end that the party likes least.
  Place worst(std::size_t h, PartyId mover, Place s, PartyId judge) {
    const auto& all = ends(h, mover, s);
    return *std::ranges::min_element(all,
                                     [&](Place a, Place b) { return exploration_.prefers(judge, b, a); });
  }

  /// The moves by which the party, and then the other, come from s to one of the ends.
  void addWay(std::size_t h, PartyId mover, Place s, Place end, Sequence& steps) {
    if (s == end)
      return;
    for (const Place to : std::vector<Place>(exploration_.moves(mover, s)))
      if (std::ranges::count(ends(h - 1, other(mover), to), end) > 0) {
        steps.push_back({mover, exploration_.state(s), exploration_.state(to)});
        return addWay(h - 1, other(mover), to, end, steps);
      }
  }

  static PartyId other(PartyId party) { return PartyId(1 - party.index()); }

private:
  /// With `floor` the best of what the party can be sure of, whatever choice among equals the other makes.
  std::vector<Place> chosen(std::size_t h, PartyId party, Place s) {
    const std::vector<Place> moves = exploration_.moves(party, s);
    if (moves.empty())
      return {s};
    std::optional<Place> floor;
    for (const Place to : moves) {
      const Place sure = worst(h - 1, other(party), to, party);
      if (!floor || exploration_.prefers(party, sure, *floor))
        floor = sure;
    }
    std::vector<Place> all;
    if (!exploration_.prefers(party, *floor, s))
      all.push_back(s);
    for (const Place to : moves)
      for (const Place end : std::vector<Place>(ends(h - 1, other(party), to)))
        if (exploration_.prefers(party, end, s) && !exploration_.prefers(party, *floor, end))
          all.push_back(end);
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
  }

  Exploration& exploration_;
  std::size_t most_;
  const stability::Errand& errand_;
  std::map<std::tuple<std::size_t, PartyId, Place>, std::vector<Place>> ends_;
};

/// For how many moves ahead the party stays, as the engine has them.
VerdictsAhead verdictsAhead(stability::Engine& engine, const model::Pattern& state, PartyId party) {
  const auto told = stability::repetitionOf(engine);
  if (!told)
    throw stability::LimitReached(stability::Limit::states,
                                  "the " + std::string(engine.name()) +
                                      " engine does not tell how limited moves go on; `--engine explicit` "
                                      "does");
  VerdictsAhead ahead{told->from, told->period, {}, {}};
  for (std::size_t k = 0; k < told->stable.size(); ++k)
    (engine.contains(told->stable[k][party.index()], state) ? ahead.stays : ahead.leaves)
        .push_back(told->from + k);
  return ahead;
}

std::vector<ForeseenMove> foreseen(Exploration& exploration, Foresight& foresight, std::size_t h,
                                   PartyId party, Place s) {
  std::vector<ForeseenMove> moves;
  const PartyId other = Foresight::other(party);
  for (const Place to : std::vector<Place>(exploration.moves(party, s))) {
    const Place end = foresight.worst(h - 1, other, to, party);
    ForeseenMove move{exploration.state(to),
                      {},
                      foresight.ends(h - 1, other, to).size() > 1,
                      exploration.prefers(party, end, s)};
    foresight.addWay(h - 1, other, to, end, move.after);
    moves.push_back(std::move(move));
  }
  return moves;
}

} // namespace

ConceptReasons foresightReasons(stability::Engine& engine, Exploration& exploration, Place s, PartyId party,
                                model::Concept id, std::size_t most, const stability::Errand& errand) {
  ConceptReasons told{id, party};
  const bool led = !model::leaderOf(id).empty();
  const auto h = limitOf(led ? model::askedUnder(id, engine.conflict().party(party).name) : id);
  if (!h) {
    told.ahead = verdictsAhead(engine, exploration.state(s), party);
    told.stable = engine.contains(engine.stable(id, party), exploration.state(s));
    return told;
  }
  Foresight foresight(exploration, most, errand);
  told.looks = *h;
  told.stable = foresight.ends(*h, party, s) == std::vector<Place>{s};
  told.foreseen = foreseen(exploration, foresight, *h, party, s);
  return told;
}

} // namespace stasis::analysis
