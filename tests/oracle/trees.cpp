#include "oracle/trees.h"

#include <algorithm>
#include <iterator>

namespace stasis::oracle {

Trees::Trees(const Game& game, bool credible) : game_(game) {
  for (std::size_t i = 0; i < game.parties(); ++i) {
    std::vector<std::size_t> others;
    for (std::size_t j = 0; j < game.parties(); ++j)
      if (j != i)
        others.push_back(j);
    own_.emplace_back();
    others_.emplace_back();
    for (Place s = 0; s < game.size(); ++s) {
      own_[i].push_back(credible ? game.improvements(i, s) : game.moves(i, s));
      others_[i].push_back(credible ? game.groupImprovements(others, s) : game.groupMoves(others, s));
    }
  }
}

/// [h][s] for h up to `last`.
std::vector<std::vector<bool>> Trees::verdicts(std::size_t last, std::size_t i) const {
  std::vector<std::vector<bool>> held(last + 1, std::vector<bool>(game_.size(), true));
  for (Place s = 0; s < game_.size(); ++s) {
    std::vector<bool> better(game_.size());
    for (Place x = 0; x < game_.size(); ++x)
      better[x] = game_.prefers(i, x, s);
    std::vector<bool> safe(game_.size(), true);      // C_0
    std::vector<bool> answered(game_.size(), false); // D_0
    for (std::size_t k = 1; k <= last; ++k) {
      std::vector<bool> nextSafe(game_.size());
      std::vector<bool> nextAnswered(game_.size());
      for (Place x = 0; x < game_.size(); ++x) {
        nextSafe[x] = std::ranges::all_of(own_[i][x], [&](Place y) { return !better[y] || answered[y]; });
        nextAnswered[x] = std::ranges::any_of(others_[i][x], [&](Place z) { return !better[z] && safe[z]; });
      }
      safe = std::move(nextSafe);
      answered = std::move(nextAnswered);
      held[k][s] = safe[s];
    }
  }
  return held;
}

Places Trees::stable(std::size_t h, std::size_t i) const {
  auto& known = verdicts_[i];
  if (known.size() <= h)
    known = verdicts(std::max(h, lastOdd()), i);
  Places found;
  for (Place s = 0; s < game_.size(); ++s)
    if (known[h][s])
      found.push_back(s);
  return found;
}

Places Trees::equilibria(std::size_t h) const {
  Places found = stable(h, 0);
  for (std::size_t i = 1; i < game_.parties(); ++i) {
    Places both;
    std::ranges::set_intersection(found, stable(h, i), std::back_inserter(both));
    found = std::move(both);
  }
  return found;
}

} // namespace stasis::oracle
