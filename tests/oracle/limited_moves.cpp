#include "oracle/limited_moves.h"

#include <algorithm>

namespace stasis::oracle {

LimitedMoves::LimitedMoves(const Game& game) : game_(game) {
  Ends nobodyMoves(2);
  for (auto& ends : nobodyMoves)
    for (Place s = 0; s < game.size(); ++s)
      ends.push_back({s});
  byMoves_.push_back(nobodyMoves);
}

std::set<Place> LimitedMoves::endsFrom(std::size_t i, Place s,
                                       const std::vector<std::set<Place>>& after) const {
  const auto canEndNoBetter = [&](Place s1, Place than) {
    return std::ranges::any_of(after[s1], [&](Place y) { return !game_.prefers(i, y, than); });
  };
  std::set<Place> ends;
  if (std::ranges::all_of(game_.moves(i, s), [&](Place s1) { return canEndNoBetter(s1, s); }))
    ends.insert(s);
  for (const Place s1 : game_.moves(i, s))
    for (const Place x : after[s1])
      if (game_.prefers(i, x, s) && std::ranges::all_of(game_.moves(i, s), [&](Place other) {
            return other == s1 || canEndNoBetter(other, x);
          }))
        ends.insert(x);
  return ends;
}

const LimitedMoves::Ends& LimitedMoves::ends(std::size_t h) {
  while (byMoves_.size() <= h) {
    const Ends before = byMoves_.back();
    Ends further(2);
    for (std::size_t i = 0; i < 2; ++i)
      for (Place s = 0; s < game_.size(); ++s)
        further[i].push_back(endsFrom(i, s, before[1 - i]));
    byMoves_.push_back(further);
  }
  return byMoves_[h];
}

Places LimitedMoves::stable(std::size_t h, std::size_t i) {
  Places found;
  for (Place s = 0; s < game_.size(); ++s)
    if (ends(h)[i][s] == std::set<Place>{s})
      found.push_back(s);
  return found;
}

std::pair<std::size_t, std::size_t> LimitedMoves::repetition() {
  for (std::size_t h = 1;; ++h)
    for (std::size_t before = h; before-- > 0;)
      if (const Ends now = ends(h); now == ends(before))
        return {std::max<std::size_t>(before, 1), h - before};
}

Places LimitedMoves::nonMyopic(std::size_t i) {
  const auto [from, period] = repetition();
  Places always = stable(from, i);
  for (std::size_t h = from; h < from + period; ++h)
    std::erase_if(always, [&, now = stable(h, i)](Place s) { return !std::ranges::binary_search(now, s); });
  return always;
}

} // namespace stasis::oracle
