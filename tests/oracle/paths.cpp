#include "oracle/paths.h"

namespace stasis::oracle {

namespace {

/// (concessions, length); absent: no way.
using Cost = std::optional<std::pair<std::size_t, std::size_t>>;

class Finder {
public:
  Finder(const Game& game, const std::vector<std::size_t>& group, const std::set<Place>& goal, Wish wish)
      : game_(game), group_(group), goal_(goal), wish_(wish),
        toGo_(game.size(), std::vector<Cost>(game.parties() + 1)) {
    bool changed = true;
    while (changed) {
      changed = false;
      for (Place s = 0; s < game.size(); ++s)
        for (std::size_t last = 0; last <= game.parties(); ++last)
          changed = relax(s, last) || changed;
    }
  }

  Cost best(Place from) const { return toGo_[from][game_.parties()]; }

  void write(Place s, std::size_t last, Way& so_far, std::set<Way>& out) const {
    const Cost here = toGo_[s][last];
    if (here->second == 0) {
      out.insert(so_far);
      return;
    }
    for (const std::size_t mover : group_)
      for (const Place q : game_.moves(mover, s))
        if (const Cost there = after(s, last, mover, q); there && *there == *here) {
          so_far.emplace_back(mover, q);
          write(q, mover, so_far, out);
          so_far.pop_back();
        }
  }

private:
  /// The cost from s on if the first step is the mover's move to q.
  Cost after(Place s, std::size_t last, std::size_t mover, Place q) const {
    const bool improvement = game_.prefers(mover, q, s);
    if (mover == last || (wish_ == Wish::improving && !improvement) || !toGo_[q][mover])
      return std::nullopt;
    auto [concessions, length] = *toGo_[q][mover];
    if (wish_ == Wish::fewestConcessions && !improvement)
      ++concessions;
    return std::pair(concessions, length + 1);
  }

  bool relax(Place s, std::size_t last) {
    Cost least = toGo_[s][last];
    if (goal_.contains(s))
      least = std::pair<std::size_t, std::size_t>(0, 0);
    for (const std::size_t mover : group_)
      for (const Place q : game_.moves(mover, s))
        if (const Cost there = after(s, last, mover, q); there && (!least || *there < *least))
          least = there;
    const bool changed = least != toGo_[s][last];
    toGo_[s][last] = least;
    return changed;
  }

  const Game& game_;
  const std::vector<std::size_t>& group_;
  const std::set<Place>& goal_;
  Wish wish_;
  std::vector<std::vector<Cost>> toGo_; ///< [state][last mover, or parties() for none]
};

} // namespace

std::optional<BestWays> bestWays(const Game& game, const std::vector<std::size_t>& group, Place from,
                                 const std::set<Place>& goal, Wish wish) {
  const Finder finder(game, group, goal, wish);
  const Cost best = finder.best(from);
  if (!best)
    return std::nullopt;
  BestWays found{best->first, best->second, {}};
  Way way;
  finder.write(from, game.parties(), way, found.ways);
  return found;
}

} // namespace stasis::oracle
