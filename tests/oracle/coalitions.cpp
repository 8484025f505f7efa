#include "oracle/coalitions.h"

#include <algorithm>
#include <deque>
#include <stdexcept>

namespace stasis::oracle {

bool Coalitions::isBetter(const Members& coalition, Place better, Place than) const {
  std::size_t gain = 0;
  std::size_t lose = 0;
  for (const std::size_t i : coalition) {
    gain += game_.prefers(i, better, than) ? 1 : 0;
    lose += game_.prefers(i, than, better) ? 1 : 0;
  }
  return pareto_ ? lose == 0 && gain > 0 : gain == coalition.size();
}

Places Coalitions::improvements(const Members& coalition, Place s) const {
  Places better;
  for (const Place q : game_.groupMoves(coalition, s))
    if (isBetter(coalition, q, s))
      better.push_back(q);
  return better;
}

Places Coalitions::unitImprovements(const Units& units, Place s) const {
  std::set<std::pair<Place, std::size_t>> seen; // (state, unit that moved into it)
  std::deque<std::pair<Place, std::size_t>> queue{{s, units.size()}};
  while (!queue.empty()) {
    const auto [at, last] = queue.front();
    queue.pop_front();
    for (std::size_t unit = 0; unit < units.size(); ++unit)
      if (unit != last)
        for (const Place next : improvements(units[unit], at))
          if (seen.emplace(next, unit).second)
            queue.emplace_back(next, unit);
  }
  std::set<Place> states;
  for (const auto& [state, unit] : seen)
    states.insert(state);
  return Places(states.begin(), states.end());
}

Members Coalitions::outside(const Members& coalition) const {
  Members others;
  for (std::size_t i = 0; i < game_.parties(); ++i)
    if (std::ranges::find(coalition, i) == coalition.end())
      others.push_back(i);
  return others;
}

Units Coalitions::alone(const Members& coalition) const {
  Units units;
  for (const std::size_t i : outside(coalition))
    units.push_back({i});
  return units;
}

Units Coalitions::together(const Members& coalition) const {
  const Members others = outside(coalition);
  Units units;
  for (std::size_t chosen = 1; chosen < std::size_t{1} << others.size(); ++chosen) {
    units.emplace_back();
    for (std::size_t k = 0; k < others.size(); ++k)
      if ((chosen >> k) % 2 == 1)
        units.back().push_back(others[k]);
  }
  return units;
}

bool Coalitions::isNash(const Members& h, Place s) const { return improvements(h, s).empty(); }

bool Coalitions::isGmr(const Members& h, Place s) const {
  for (const Place s1 : improvements(h, s)) {
    bool sanctioned = false;
    for (const Place s2 : game_.groupMoves(outside(h), s1))
      if (!isBetter(h, s2, s))
        sanctioned = true;
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Coalitions::isSmr(const Members& h, Place s) const {
  for (const Place s1 : improvements(h, s)) {
    bool sanctioned = false;
    for (const Place s2 : game_.groupMoves(outside(h), s1)) {
      bool lasting = !isBetter(h, s2, s);
      for (const Place s3 : game_.groupMoves(h, s2))
        if (isBetter(h, s3, s))
          lasting = false;
      if (lasting)
        sanctioned = true;
    }
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Coalitions::isSeq(const Members& h, const Units& others, Place s) const {
  for (const Place s1 : improvements(h, s)) {
    bool sanctioned = false;
    for (const Place s2 : unitImprovements(others, s1))
      if (!isBetter(h, s2, s))
        sanctioned = true;
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Coalitions::isSseq(const Members& h, const Units& others, Place s) const {
  for (const Place s1 : improvements(h, s)) {
    bool sanctioned = false;
    for (const Place s2 : unitImprovements(others, s1)) {
      bool lasting = !isBetter(h, s2, s);
      for (const Place s3 : game_.groupMoves(h, s2))
        if (isBetter(h, s3, s))
          lasting = false;
      if (lasting)
        sanctioned = true;
    }
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Coalitions::isStable(model::Concept concept_, const Members& coalition, const Units& others,
                          Place s) const {
  if (concept_ == model::Concept::nash)
    return isNash(coalition, s);
  if (concept_ == model::Concept::gmr)
    return isGmr(coalition, s);
  if (concept_ == model::Concept::smr)
    return isSmr(coalition, s);
  if (concept_ == model::Concept::seq)
    return isSeq(coalition, others, s);
  if (concept_ == model::Concept::sseq)
    return isSseq(coalition, others, s);
  throw std::logic_error("a concept without a definition");
}

} // namespace stasis::oracle
