#pragma once

// Stability of single states while preferences change, for concepts in which what one party wants affects
// whether another is deterred (SEQ, SSEQ). Moves are computed once; a changed preference needs only the worth
// of each state. No engine solves anything: the definitions are followed from the state in question, legal
// sequences of the others breadth first until one deters.
//
// It lists all feasible states, so there may not be too many. Cost: for each improvement of the party, what
// the others reach. Tested against an engine on the changed conflict.

#include "analysis/invert/stated_preference.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace stasis::analysis {

class ChangedStability {
public:
  using Place = std::uint32_t;
  static constexpr std::size_t mostStates = std::size_t{1} << 18U;

  /// At most `mostStates` states may be feasible. Both arguments must outlive it.
  ChangedStability(stability::Engine& engine, const Rules& rules);

  Place at(const model::Pattern& state) const { return places_.at(state.letters()); }
  void prefer(model::PartyId party, const Arrangement& arrangement);
  bool stable(model::Concept id, model::PartyId party, Place state, const stability::Errand& errand);

private:
  const std::vector<Place>& moves(std::size_t party, Place from);
  std::uint64_t worth(std::size_t party, Place place);
  bool deterred(const model::ConceptRow& concept_, std::size_t party, Place state, Place improvement,
                const stability::Errand& errand);
  bool deters(const model::ConceptRow& concept_, std::size_t party, Place state, Place end);
  bool firstVisit(Place to, std::size_t mover);

  const Rules& rules_;
  bool transitive_;
  std::vector<model::Pattern> states_;
  std::unordered_map<std::string, Place> places_;
  std::vector<StatedPreference> stated_; ///< by party
  /// A party's preference now, and the worths computed under it so far.
  struct Now {
    Arrangement arrangement;
    std::uint32_t version = 1;
    std::vector<std::uint64_t> worth;     ///< by place
    std::vector<std::uint32_t> workedOut; ///< by place: the preference for which it was computed
  };
  std::vector<Now> now_;                                              ///< by party
  std::vector<std::vector<std::optional<std::vector<Place>>>> moves_; ///< by party, by place
  struct Seen {
    std::uint32_t walk = 0;  ///< the last walk that visited it
    std::uint32_t mover = 0; ///< who moved into it first
    bool twice = false;      ///< a second mover came, too
  };
  std::vector<Seen> seen_;
  std::uint32_t walk_ = 0;
  struct Visit {
    Place place;
    std::uint32_t mover;
  };
  std::vector<Visit> queue_;
};

} // namespace stasis::analysis
