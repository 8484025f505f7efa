#include "analysis/elicit/next_question.h"

#include "analysis/elicit/completion.h"
#include "analysis/elicit/draw_bits.h"
#include "model/lettered.h"

#include <algorithm>

namespace stasis::analysis {

namespace {

constexpr std::size_t drawn = DrawBits::most; ///< rankings
constexpr double nearlyAsGood = 0.97;         ///< of the best question's bits

std::size_t differing(const model::Pattern& a, const model::Pattern& b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    count += a.letters()[i] != b.letters()[i] ? 1U : 0U;
  return count;
}

} // namespace

NextQuestion::NextQuestion(const Stakes& stakes, const model::Conflict& conflict, bool complete,
                           const stability::Errand& errand)
    : stakes_(stakes), complete_(complete), errand_(errand) {
  for (const auto& state : stakes.states())
    named_.push_back(std::ranges::any_of(conflict.named,
                                         [&](const auto& named) {
                                           return !model::isLettered(named) && state.covers(named.state);
                                         }) ||
                     std::ranges::any_of(conflict.listed, [&](const auto& listed) {
                       return !listed.label.empty() && listed.pattern == state;
                     }));
}

std::vector<std::size_t> NextQuestion::open(const KnownOrder& order) const {
  std::vector<std::size_t> open;
  for (std::size_t stake = 0; stake < stakes_.size(); ++stake)
    if (stakes_.verdict(stake, order) == StakeVerdict::open)
      open.push_back(stake);
  return open;
}

std::vector<NextQuestion::Candidate> NextQuestion::candidates(const KnownOrder& order,
                                                              const std::set<PlacePair>& unknown,
                                                              const std::vector<std::size_t>& open) const {
  std::vector<Place> first(order.size()); // of those that are the same
  for (Place place = 0; place < order.size(); ++place)
    first[place] = order.alike(place).front();
  const auto ofClasses = [&](PlacePair pair) { return std::minmax({first[pair.first], first[pair.second]}); };
  std::set<PlacePair> left;
  const auto add = [&](PlacePair pair) {
    if (order.isOpen(pair.first, pair.second))
      left.insert(ofClasses(pair));
  };
  for (const std::size_t stake : open)
    for (const PlacePair& pair : stakes_.pairs(stake))
      add(pair);
  for (Place one = 0; complete_ && one < order.size(); ++one)
    for (Place other = 0; other < one; ++other)
      add({other, one});
  for (const PlacePair& pair : unknown)
    left.erase(ofClasses(pair));
  std::vector<Candidate> all;
  for (const PlacePair& pair : left)
    all.push_back({pair, 0, (named_[pair.first] ? 0U : 1U) + (named_[pair.second] ? 0U : 1U),
                   differing(stakes_.states()[pair.first], stakes_.states()[pair.second])});
  return all;
}

void NextQuestion::weigh(std::vector<Candidate>& candidates, const KnownOrder& order,
                         const std::vector<std::size_t>& open) const {
  std::mt19937_64 dice(1);
  std::vector<DrawBits> verdicts(open.size());
  std::vector<DrawBits> above(candidates.size());
  for (std::size_t i = 0; i < drawn; ++i) {
    errand_.check();
    const KnownOrder ranking = randomCompletion(order, dice);
    for (std::size_t k = 0; k < open.size() && !complete_; ++k)
      if (stakes_.verdict(open[k], ranking) == StakeVerdict::yes)
        verdicts[k].set(i);
    for (std::size_t k = 0; k < candidates.size(); ++k)
      if (ranking.above(candidates[k].pair.first, candidates[k].pair.second))
        above[k].set(i);
  }
  std::vector<std::size_t> yes;
  for (const DrawBits& verdict : verdicts)
    yes.push_back(verdict.count());
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    const std::size_t ups = above[k].count();
    if (complete_)
      candidates[k].bits = doubt(ups, drawn);
    for (std::size_t stake = 0; stake < open.size() && !complete_; ++stake)
      candidates[k].bits += bitsSaid(above[k], ups, verdicts[stake], yes[stake], drawn);
  }
  const double best = std::ranges::max(candidates, {}, &Candidate::bits).bits;
  std::ranges::sort(candidates, {}, [&](const Candidate& c) {
    const bool good = c.bits >= nearlyAsGood * best;
    return std::tuple(!good, good ? c.nameless : 0, good ? c.differences : 0, -c.bits, c.pair);
  });
}

std::optional<PairQuestion> NextQuestion::next(const KnownOrder& order,
                                               const std::set<PlacePair>& unknown) const {
  const auto stakes = open(order);
  auto all = candidates(order, unknown, stakes);
  if (all.empty())
    return std::nullopt;
  weigh(all, order, stakes);
  const auto asked = [&](const Candidate& c) {
    return PairQuestion{c.pair.first, c.pair.second, all.size()};
  };
  if (complete_)
    return asked(all.front());
  for (const Candidate& candidate : all)
    if (isDecisive(stakes_, order, candidate.pair.first, candidate.pair.second, {}, errand_))
      return asked(candidate);
  const auto stake = unsettled(stakes_, order, {}, errand_);
  if (!stake)
    return std::nullopt;
  for (const Candidate& candidate : all)
    if (concerns(stakes_, *stake, order, candidate.pair.first, candidate.pair.second))
      return asked(candidate);
  return std::nullopt;
}

} // namespace stasis::analysis
