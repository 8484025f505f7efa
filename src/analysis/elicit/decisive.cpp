#include "analysis/elicit/decisive.h"

#include "analysis/elicit/completion.h"

#include <algorithm>

namespace stasis::analysis {

namespace {

/// Two classes side by side: which of them is preferred, all else being equal.
class SideBySide {
public:
  SideBySide(const Stakes& stakes, std::size_t stake, std::vector<Place> ones, std::vector<Place> others,
             std::size_t cases, const stability::Errand& errand)
      : stakes_(stakes), stake_(stake), ones_(std::move(ones)), others_(std::move(others)), cases_(cases),
        errand_(errand) {}

  /// `tied`: in which the two classes are one.
  bool decides(const KnownOrder& tied) {
    errand_.check();
    if (cases_ == 0)
      return true;
    --cases_;
    const auto verdict = verdicts(tied);
    const bool yes = std::ranges::count(verdict, StakeVerdict::yes) > 0;
    const bool no = std::ranges::count(verdict, StakeVerdict::no) > 0;
    if (yes && no)
      return true;
    if (std::ranges::count(verdict, StakeVerdict::open) == 0)
      return false;
    for (const auto& [a, b] : stakes_.pairs(stake_))
      if (tied.isOpen(a, b))
        return decides(tied, a, b);
    return false;
  }

  /// Only in what this example shows.
  bool shows(const KnownOrder& complete) const {
    const auto verdict = verdicts(complete);
    return std::ranges::count(verdict, verdict.front()) != 3;
  }

private:
  std::vector<StakeVerdict> verdicts(const KnownOrder& tied) const {
    KnownOrder better = tied;
    better.split(ones_, others_);
    KnownOrder worse = tied;
    worse.split(others_, ones_);
    return {stakes_.verdict(stake_, tied), stakes_.verdict(stake_, better), stakes_.verdict(stake_, worse)};
  }

  bool ofTheTwo(Place place) const {
    return std::ranges::find(ones_, place) != ones_.end() ||
           std::ranges::find(others_, place) != others_.end();
  }

  bool decides(const KnownOrder& tied, Place a, Place b) {
    KnownOrder next = tied;
    next.addAbove(a, b);
    if (decides(next))
      return true;
    next = tied;
    next.addAbove(b, a);
    if (decides(next))
      return true;
    if (ofTheTwo(a) || ofTheTwo(b)) // a third class that ties with both would not stay as it is
      return false;
    next = tied;
    next.addSame(a, b);
    return decides(next);
  }

  const Stakes& stakes_;
  std::size_t stake_;
  std::vector<Place> ones_, others_;
  std::size_t cases_;
  const stability::Errand& errand_;
};

/// Whether some ranking that fits gives this verdict.
class Reachable {
public:
  Reachable(const Stakes& stakes, std::size_t stake, std::size_t cases, const stability::Errand& errand)
      : stakes_(stakes), stake_(stake), cases_(cases), errand_(errand) {}

  bool from(const KnownOrder& order, StakeVerdict wanted) {
    errand_.check();
    if (cases_ == 0)
      return true;
    --cases_;
    const StakeVerdict verdict = stakes_.verdict(stake_, order);
    if (verdict != StakeVerdict::open)
      return verdict == wanted;
    for (const auto& [a, b] : stakes_.pairs(stake_)) {
      if (!order.isOpen(a, b))
        continue;
      KnownOrder above = order, below = order, same = order;
      above.addAbove(a, b);
      below.addAbove(b, a);
      same.addSame(a, b);
      return from(above, wanted) || from(below, wanted) || from(same, wanted);
    }
    return false;
  }

private:
  const Stakes& stakes_;
  std::size_t stake_;
  std::size_t cases_;
  const stability::Errand& errand_;
};

} // namespace

bool concerns(const Stakes& stakes, std::size_t stake, const KnownOrder& order, Place one, Place other) {
  const auto& pairs = stakes.pairs(stake);
  const auto others = order.alike(other);
  return std::ranges::any_of(order.alike(one), [&](Place a) {
    return std::ranges::any_of(others, [&](Place b) {
      return std::ranges::binary_search(pairs, std::pair(std::min(a, b), std::max(a, b)));
    });
  });
}

bool isDecisive(const Stakes& stakes, const KnownOrder& order, Place one, Place other,
                const SearchEffort& effort, const stability::Errand& errand) {
  const auto ones = order.alike(one);
  const auto others = order.alike(other);
  KnownOrder tied = order;
  tied.addSame(one, other);
  std::vector<SideBySide> open;
  for (std::size_t stake = 0; stake < stakes.size(); ++stake)
    if (concerns(stakes, stake, order, one, other) && stakes.verdict(stake, order) == StakeVerdict::open)
      open.emplace_back(stakes, stake, ones, others, effort.cases, errand);
  std::mt19937_64 dice(1);
  for (std::size_t i = 0; i < effort.examples && !open.empty(); ++i) {
    const KnownOrder example = randomCompletion(tied, dice);
    if (std::ranges::any_of(open, [&](const SideBySide& stake) { return stake.shows(example); }))
      return true;
  }
  return std::ranges::any_of(open, [&](SideBySide& stake) { return stake.decides(tied); });
}

std::optional<std::size_t> unsettled(const Stakes& stakes, const KnownOrder& order,
                                     const SearchEffort& effort, const stability::Errand& errand) {
  for (std::size_t stake = 0; stake < stakes.size(); ++stake)
    if (stakes.verdict(stake, order) == StakeVerdict::open &&
        Reachable(stakes, stake, effort.cases, errand).from(order, StakeVerdict::yes) &&
        Reachable(stakes, stake, effort.cases, errand).from(order, StakeVerdict::no))
      return stake;
  return std::nullopt;
}

} // namespace stasis::analysis
