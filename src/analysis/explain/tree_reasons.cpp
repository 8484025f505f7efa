#include "analysis/explain/tree_reasons.h"

#include "model/looking_ahead.h"

#include <algorithm>
#include <map>
#include <set>

namespace stasis::analysis {

using model::PartyId;
using Place = Exploration::Place;

namespace {

/// How many times a state may come up, on average.
constexpr std::size_t mostTimes = 5;
/// How many further moves and answers are shown for one departure.
constexpr std::size_t mostAgain = 2;

class Tree {
public:
  Tree(RelationalReasons& reasons, Exploration& exploration, Place s, PartyId party, model::Relation answers,
       std::size_t most, const stability::Errand& errand)
      : reasons_(reasons), exploration_(exploration), s_(s), party_(party), answers_(answers), most_(most),
        errand_(errand) {}

  /// C_k(x): every move from x to a state that is better than s is answered.
  bool held(std::size_t k, Place x) {
    if (k == 0)
      return true;
    if (const auto known = held_.find({k, x}); known != held_.end())
      return known->second;
    note();
    const auto better = betterFrom(x);
    return held_[{k, x}] = std::ranges::all_of(better, [&](Place y) { return answer(k - 1, y).has_value(); });
  }

  /// D_k(y): the place, among what the others can bring about from y, of the first state that is no better
  /// than s and from which C_(k-1) holds.
  std::optional<std::size_t> answer(std::size_t k, Place y) {
    if (k == 0)
      return std::nullopt;
    if (const auto known = answered_.find({k, y}); known != answered_.end())
      return known->second;
    note();
    const auto& reach = reasons_.others(party_, y, answers_);
    if (reached_.insert(y).second)
      visits_ += reach.visits.size();
    if (visits_ > mostTimes * most_)
      tooMany();
    std::optional<std::size_t> found;
    for (std::size_t v = 1; v < reach.visits.size() && !found; ++v)
      if (deters(reach.visits[v].place) && held(k - 1, reach.visits[v].place))
        found = v;
    if (!found && !reach.complete)
      tooMany();
    return answered_[{k, y}] = found;
  }

  DepartureReasons departure(std::size_t h, Place y) {
    DepartureReasons departure{exploration_.state(y)};
    if (const auto v = answer(h - 1, y)) {
      const auto& reach = reasons_.others(party_, y, answers_);
      departure.sanction = reasons_.way(reach, *v);
      addAgain(h - 2, reach.visits[*v].place, departure);
    } else if (h > 2) {
      departure.nearMiss = nearMiss(h, y);
    }
    return departure;
  }

  std::vector<Place> betterFrom(Place x) {
    std::vector<Place> moves = exploration_.moves(party_, x);
    std::erase_if(moves, [&](Place y) { return !exploration_.prefers(party_, y, s_); });
    return moves;
  }

private:
  bool deters(Place z) { return !exploration_.prefers(party_, z, s_); }

  /// The first of the moves with which the party could go on from x, and the answer to it, and so on.
  void addAgain(std::size_t k, Place x, DepartureReasons& departure) {
    if (k == 0)
      return;
    for (const Place y : betterFrom(x)) {
      const auto v = answer(k - 1, y);
      if (!v)
        continue;
      if (departure.again.size() == mostAgain) {
        departure.goesOn = true;
        return;
      }
      const auto& reach = reasons_.others(party_, y, answers_);
      departure.again.push_back({exploration_.state(y), reasons_.way(reach, *v)});
      return addAgain(k - 2, reach.visits[*v].place, departure);
    }
  }

  /// The shortest answer that deters at first, and the move with which the party goes on.
  std::optional<NearMiss> nearMiss(std::size_t h, Place y) {
    const auto& reach = reasons_.others(party_, y, answers_);
    for (std::size_t v = 1; v < reach.visits.size(); ++v) {
      const Place z = reach.visits[v].place;
      if (!deters(z))
        continue;
      for (const Place on : betterFrom(z))
        if (!answer(h - 3, on))
          return NearMiss{reasons_.way(reach, v), NearMiss::Why::undone, {}, exploration_.state(on)};
    }
    return std::nullopt;
  }

  void note() {
    errand_.check();
    if (++looked_ > most_)
      tooMany();
  }
  [[noreturn]] void tooMany() const {
    throw stability::LimitReached(stability::Limit::states,
                                  "this tree of moves is too large: there are more than " +
                                      std::to_string(most_) + " states to look at");
  }

  RelationalReasons& reasons_;
  Exploration& exploration_;
  Place s_;
  PartyId party_;
  model::Relation answers_;
  std::size_t most_;
  const stability::Errand& errand_;
  std::set<Place> reached_;
  std::size_t visits_ = 0;
  std::size_t looked_ = 0;
  std::map<std::pair<std::size_t, Place>, bool> held_;
  std::map<std::pair<std::size_t, Place>, std::optional<std::size_t>> answered_;
};

/// How far to look: what the key says; of a limit, as far as decides it.
std::size_t farEnough(Tree& tree, Place s, model::Concept id, bool stable) {
  const std::size_t ahead = movesAhead(id);
  if (!isLimit(id))
    return ahead;
  const bool odd = ahead % 2 == 1;
  std::size_t h = odd ? 1 : 2;
  if (odd != stable) // no number decides it
    return model::farthestByKey - (odd ? 1U : 0U);
  while (tree.held(h, s) != stable)
    h += 2;
  return h;
}

} // namespace

ConceptReasons treeReasons(stability::Engine& engine, RelationalReasons& reasons, Exploration& exploration,
                           Place s, PartyId party, model::Concept id, std::size_t most,
                           const stability::Errand& errand) {
  ConceptReasons told{id, party};
  Tree tree(reasons, exploration, s, party, row(id).answers, most, errand);
  if (isLimit(id))
    told.stable = engine.contains(engine.stable(id, party), exploration.state(s));
  told.looks = farEnough(tree, s, id, told.stable);
  if (!isLimit(id))
    told.stable = tree.held(told.looks, s);
  for (const Place y : tree.betterFrom(s))
    told.departures.push_back(tree.departure(told.looks, y));
  return told;
}

} // namespace stasis::analysis
