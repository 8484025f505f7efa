#include "analysis/elicit/next_statement.h"

#include "analysis/elicit/completion.h"

#include <algorithm>

namespace stasis::analysis {

namespace {

constexpr std::size_t statesDrawn = 30'000; ///< states solved for one question, about

bool isIn(const PlaceBits& bits, Place place) { return (bits[place / 64] >> place % 64 & 1U) != 0; }

/// The literal that the party wants; none if it does not care, or that is not known.
std::optional<Place> wantedOf(const KnownOrder& literals, std::size_t topic) {
  const auto place = static_cast<Place>(2 * topic);
  if (literals.above(place, place + 1))
    return place;
  return literals.above(place + 1, place) ? std::optional(place + 1) : std::nullopt;
}

} // namespace

std::size_t NextStatement::draws() const {
  const std::size_t states = equilibria_ == nullptr ? 0 : equilibria_->states();
  return std::clamp<std::size_t>(statesDrawn / std::max<std::size_t>(states, 1), 16, DrawBits::most);
}

std::vector<NextStatement::Open> NextStatement::openVerdicts(const KnownOrder& literals) const {
  std::vector<Open> open;
  if (equilibria_ == nullptr)
    return open;
  const auto bounds = equilibria_->bounds(orderOfKinds(topics_, literals));
  for (std::size_t c = 0; c < bounds.size(); ++c)
    for (Place state = 0; state < equilibria_->states(); ++state)
      if (isIn(bounds[c].possible, state) && !isIn(bounds[c].sure, state))
        open.push_back({state, equilibria_->concepts()[c]});
  return open;
}

std::vector<NextStatement::Candidate> NextStatement::candidates(const KnownOrder& literals,
                                                                const std::set<PlacePair>& unknown) const {
  std::vector<Candidate> all;
  const auto add = [&](Place one, Place other) {
    const PlacePair pair = std::minmax(one, other);
    if (literals.isOpen(one, other) && !unknown.contains(pair))
      all.push_back({pair, {}, 0});
  };
  for (std::size_t topic = 0; topic < topics_.size(); ++topic)
    add(static_cast<Place>(2 * topic), static_cast<Place>(2 * topic + 1));
  for (std::size_t topic = 0; topic < topics_.size(); ++topic)
    for (std::size_t other = 0; other < topic; ++other)
      if (const auto one = wantedOf(literals, other), two = wantedOf(literals, topic); one && two)
        add(*one, *two);
  return all;
}

std::size_t NextStatement::mostLeft(const KnownOrder& literals, const std::set<PlacePair>& unknown) const {
  std::size_t left = candidates(literals, unknown).size();
  const auto isOpen = [&](std::size_t topic) {
    const auto place = static_cast<Place>(2 * topic);
    return literals.isOpen(place, place + 1) && !unknown.contains({place, place + 1});
  };
  const auto counts = [&](std::size_t topic) { return isOpen(topic) || wantedOf(literals, topic); };
  for (std::size_t topic = 0; topic < topics_.size(); ++topic)
    for (std::size_t other = 0; other < topic; ++other)
      left += counts(topic) && counts(other) && (isOpen(topic) || isOpen(other)) ? 1U : 0U;
  return left;
}

void NextStatement::weigh(std::vector<Candidate>& candidates, const KnownOrder& literals,
                          const std::vector<Open>& open) const {
  const std::size_t drawn = draws();
  std::mt19937_64 dice(1);
  std::vector<DrawBits> verdicts(open.size());
  for (std::size_t k = 0; k < drawn; ++k) {
    errand_.check();
    const KnownOrder list = randomCompletion(literals, dice);
    for (Candidate& candidate : candidates)
      if (list.above(candidate.pair.first, candidate.pair.second))
        candidate.first.set(k);
    if (complete_)
      continue;
    const auto found = equilibria_->equilibria(orderOfKinds(topics_, list));
    std::size_t c = 0;
    for (std::size_t o = 0; o < open.size(); ++o) {
      while (equilibria_->concepts()[c] != open[o].id)
        ++c;
      if (isIn(found[c], open[o].state))
        verdicts[o].set(k);
    }
  }
  for (Candidate& candidate : candidates) {
    const std::size_t first = candidate.first.count();
    candidate.bits = complete_ ? doubt(first, drawn) : 0;
    for (std::size_t o = 0; o < open.size() && !complete_; ++o)
      if (const std::size_t yes = verdicts[o].count(); yes > 0 && yes < drawn)
        candidate.bits += bitsSaid(candidate.first, first, verdicts[o], yes, drawn);
  }
}

NextStatement::Found NextStatement::next(const KnownOrder& literals,
                                         const std::set<PlacePair>& unknown) const {
  Found found{{}, openVerdicts(literals)};
  auto all = candidates(literals, unknown);
  if (all.empty() || (found.open.empty() && !complete_))
    return found;
  weigh(all, literals, found.open);
  const auto best = std::ranges::max_element(all, {}, &Candidate::bits);
  found.next = {best->pair.first, best->pair.second, mostLeft(literals, unknown)};
  return found;
}

} // namespace stasis::analysis
