#include "oracle/simultaneous.h"

namespace stasis::oracle {

std::string Simultaneous::with(std::string state, std::size_t actor, const std::string& from) const {
  for (std::size_t o = 0; o < state.size(); ++o)
    if (game_.conflict().options[o].owner.index() == actor)
      state[o] = from[o];
  return state;
}

std::vector<std::string> Simultaneous::together(const std::vector<std::size_t>& actors, Place s,
                                                const std::string& state) const {
  std::vector<std::string> found{state};
  for (const std::size_t actor : actors) {
    std::vector<std::string> more;
    for (const std::string& before : found)
      for (const Place to : game_.improvements(actor, s))
        more.push_back(with(before, actor, game_.feasible()[to].letters()));
    found = more;
  }
  return found;
}

bool Simultaneous::isStable(std::size_t i, Place s) const {
  for (const Place s1 : game_.improvements(i, s)) {
    bool deterred = false;
    for (std::size_t set = 1; set < std::size_t{1} << game_.parties(); ++set) {
      std::vector<std::size_t> actors;
      for (std::size_t j = 0; j < game_.parties(); ++j)
        if ((set >> j) % 2 == 1)
          actors.push_back(j);
      if ((set >> i) % 2 == 1)
        continue;
      for (const std::string& state : together(actors, s, game_.feasible()[s1].letters()))
        for (Place q = 0; q < game_.size(); ++q)
          if (game_.feasible()[q].letters() == state && !game_.prefers(i, q, s))
            deterred = true;
    }
    if (!deterred)
      return false;
  }
  return true;
}

Places Simultaneous::stable(std::size_t i) const {
  Places found;
  for (Place s = 0; s < game_.size(); ++s)
    if (isStable(i, s))
      found.push_back(s);
  return found;
}

} // namespace stasis::oracle
