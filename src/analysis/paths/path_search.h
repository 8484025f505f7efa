#pragma once

// The best legal sequences from one state, layer by layer. All states reached at one cost are one set; the
// next set is where a move leads from it. This is breadth-first search; if concessions count first and length
// second, it is 0-1 search (Dial 1969). Nothing is kept per state, so it works at every size of the engine. A
// backward pass from the goal keeps the states of each layer that lie on a best sequence. All best sequences
// are then walked forward along these.
//
// Where moves are transitive, two moves of a party in a row are one move that concedes no more. So the best
// sequences are legal whoever moved last. Elsewhere every layer is kept by last mover.
//
// Cost: a layer is one image per mover (two where concessions count). Tested against tests/oracle/paths.h.

#include "analysis/paths/effect.h"
#include "analysis/paths/rules.h"
#include "analysis/paths/sequence.h"
#include "stability/errand.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace stasis::analysis {

/// Which moves are allowed, and what is minimal.
enum class Wish : std::uint8_t {
  shortest,          ///< any moves, least length
  improving,         ///< improvements only, least length
  fewestConcessions, ///< any moves, fewest concessions, of these least length
};

/// What is minimal, compared in this order.
struct Cost {
  std::size_t concessions = 0; ///< 0 if they do not count
  std::size_t length = 0;

  friend auto operator<=>(const Cost&, const Cost&) = default;
};

/// The best sequences to a goal, at most as many as requested.
struct Ways {
  Cost cost;
  std::vector<Sequence> paths;
  bool more = false; ///< there are others of equal cost

  friend bool operator==(const Ways&, const Ways&) = default;
};

class PathSearch {
public:
  /// Moves of these parties only, from a feasible state. The engine and the rules must outlive it.
  PathSearch(stability::Engine& engine, const Rules& rules, model::Pattern from,
             std::vector<model::PartyId> movers, Wish wish);

  /// Calls this before each cost is searched, for progress.
  void tellCosts(std::function<void(const Cost&)> told) { told_ = std::move(told); }

  /// Searches until every state of the goal is reached or nothing is left to reach. Throws LimitReached.
  void run(stability::StateSet goal, const stability::Errand& errand) {
    runToNearest({goal}, SIZE_MAX, errand);
  }
  /// The same for several goals, but once all that needs no concession is reached, `enough` states of each
  /// do: the nearest ones. Throws LimitReached.
  void runToNearest(const std::vector<stability::StateSet>& goals, std::size_t enough,
                    const stability::Errand& errand);

  /// Where one move or more leads; the start itself only if one can come back to it. Complete only if the
  /// goal did not end the run early.
  stability::StateSet reached() const { return reached_; }

  /// The cost of the nearest state of the goal; none if none is reached.
  std::optional<Cost> cost(stability::StateSet goal);
  /// The reached states of the goal, the start included; with at most this many concessions.
  stability::StateSet found(stability::StateSet goal, std::size_t concessions = SIZE_MAX);
  /// The first states of the goal, nearest first, of equal cost by number.
  std::vector<model::Pattern> inOrder(stability::StateSet goal, std::size_t limit);
  /// All best sequences to the nearest states of the goal, by movers and state numbers, at most `limit`.
  std::optional<Ways> ways(stability::StateSet goal, std::size_t limit);

private:
  /// States by last mover (a lane for each mover), or in one lane if the last mover does not matter.
  using Lanes = std::vector<stability::StateSet>;
  using Layers = std::map<Cost, Lanes>;

  bool isEmpty(stability::StateSet set) { return engine_.list(set, 1).empty(); }
  /// What ends a search.
  struct End {
    std::vector<stability::StateSet> goals;
    std::size_t enough;
  };
  bool isReached(stability::StateSet goal, std::size_t enough);
  bool atEnd(const End& end, std::size_t concessions);
  bool runLevel(std::size_t concessions, const End& end, const stability::Errand& errand);
  bool addLayer(Cost cost);
  stability::StateSet stepInto(Cost cost, std::size_t mover);
  stability::StateSet readyFor(const Lanes& lanes, Cost cost, std::size_t mover);
  std::size_t laneOf(std::size_t mover) const { return tracked_ ? mover : 0; }
  std::optional<Cost> before(Cost cost, bool conceding) const;
  std::optional<Cost> after(Cost cost, Effect effect) const;

  Layers leadingTo(stability::StateSet goal, Cost best);
  void addLeading(Layers& leading, Cost to, Cost from, model::Relation kind);
  struct Walk;
  void walk(Walk& walk, const model::Pattern& at, std::size_t last, Cost cost);

  stability::Engine& engine_;
  const Rules& rules_;
  model::Pattern from_;
  stability::StateSet start_;
  stability::StateSet nothing_;
  std::vector<model::PartyId> movers_;
  Wish wish_;
  bool tracked_;
  std::size_t lanes_;
  Layers layers_;
  Lanes seen_; ///< by lane
  stability::StateSet reached_;
  std::function<void(const Cost&)> told_;
};

} // namespace stasis::analysis
