#pragma once

// The part of the graph of moves walked so far, forward from single states: what the others can reach from a
// state, R_H(s1) and R+_H(s1) with H everybody but one party, breadth first, with the way to every state.
// Moves, worths and the best a party can reach from a state are computed once for each state visited.
//
// Where moves are not transitive (listed moves, merged states) a state is visited for each of the first two
// movers into it: after two, everyone may move on. Among shortest ways the first in the order of parties,
// then of state numbers. Cost: the moves of every state visited. Tested against tests/oracle/.

#include "analysis/paths/rules.h"
#include "analysis/paths/sequence.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace stasis::analysis {

class Exploration {
public:
  using Place = std::uint32_t; ///< position among the states visited

  explicit Exploration(const Rules& rules);

  const Rules& rules() const { return rules_; }
  Place at(const model::Pattern& state);
  const model::Pattern& state(Place place) const { return states_[place]; }

  const std::vector<Place>& moves(model::PartyId party, Place from);
  const std::vector<Place>& improvements(model::PartyId party, Place from);
  const Worth& worth(model::PartyId party, Place place);
  bool prefers(model::PartyId party, Place better, Place worse) {
    return worth(party, better) > worth(party, worse);
  }
  /// The best state the party reaches by one move, the first of equals; the state itself if none is better.
  Place best(model::PartyId party, Place place);

  struct Visit {
    Place place = 0;
    model::PartyId mover;   ///< who moved into it; meaningless for the start
    std::uint32_t from = 0; ///< the previous visit
  };
  struct Reach {
    std::vector<Visit> visits; ///< breadth first; the first is the start itself, before any move
    bool complete = false;     ///< false: the limit was reached
  };
  /// Where legal sequences of everybody but `party` lead; the start does not count as reached. At most about
  /// `limit` visits. Results are kept for later calls, up to a total size.
  std::shared_ptr<const Reach> others(model::PartyId party, Place start, model::Relation kind,
                                      std::size_t limit, const stability::Errand& errand);
  Sequence way(const Reach& reach, std::size_t visit) const;

private:
  struct Known {
    std::optional<Worth> worth;
    std::optional<std::vector<Place>> moves;
    std::optional<std::vector<Place>> improvements;
    std::optional<Place> best;
  };
  Reach walk(model::PartyId party, Place start, model::Relation kind, std::size_t limit,
             const stability::Errand& errand);
  void weigh(model::PartyId party, const std::vector<Place>& places);
  Known& known(model::PartyId party, Place place) { return known_[place][party.index()]; }

  const Rules& rules_;
  bool transitive_;
  std::vector<model::Pattern> states_;
  std::unordered_map<std::string, Place> places_;
  std::vector<std::vector<Known>> known_; ///< by place, by party
  std::map<std::tuple<model::PartyId, Place, model::Relation>, std::shared_ptr<const Reach>> kept_;
  std::size_t visitsKept_ = 0;
};

} // namespace stasis::analysis
