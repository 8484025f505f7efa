#include "analysis/elicit/known_order.h"

namespace stasis::analysis {

void PairBits::join(Place row, const PairBits& table, Place other) {
  for (std::size_t i = 0; i < width_; ++i)
    words_[row * width_ + i] |= table.words_[other * width_ + i];
}

KnownOrder::KnownOrder(std::size_t states) : states_(states), noBetter_(states), better_(states) {
  for (Place place = 0; place < states; ++place)
    noBetter_.set(place, place);
}

KnownOrder KnownOrder::ranked(const std::vector<std::uint32_t>& classes) {
  KnownOrder order(classes.size());
  for (Place a = 0; a < classes.size(); ++a)
    for (Place b = 0; b < classes.size(); ++b) {
      if (classes[a] <= classes[b])
        order.noBetter_.set(a, b);
      if (classes[b] < classes[a])
        order.better_.set(a, b);
    }
  return order;
}

KnownOrder KnownOrder::compared(std::size_t states, const std::function<Placed(Place, Place)>& compare) {
  KnownOrder order(states);
  for (Place a = 0; a < states; ++a)
    for (Place b = 0; b < a; ++b) {
      const Placed placed = compare(a, b);
      if (placed == Placed::better || placed == Placed::same)
        order.noBetter_.set(a, b);
      if (placed == Placed::worse || placed == Placed::same)
        order.noBetter_.set(b, a);
      if (placed == Placed::better)
        order.better_.set(b, a);
      if (placed == Placed::worse)
        order.better_.set(a, b);
    }
  return order;
}

Placed KnownOrder::compare(Place one, Place other) const {
  if (above(one, other))
    return Placed::better;
  if (above(other, one))
    return Placed::worse;
  return atLeast(one, other) && atLeast(other, one) ? Placed::same : Placed::open;
}

bool KnownOrder::isComplete() const {
  for (Place a = 0; a < states_; ++a)
    for (Place b = 0; b < a; ++b)
      if (isOpen(a, b))
        return false;
  return true;
}

void KnownOrder::addAbove(Place better, Place worse) {
  PairBits upper(states_); // row `worse` alone
  for (Place x = 0; x < states_; ++x)
    if (atLeast(x, better)) {
      upper.set(worse, x);
      noBetter_.join(x, noBetter_, worse);
    }
  for (Place y = 0; y < states_; ++y)
    if (atLeast(worse, y))
      better_.join(y, upper, worse);
}

// All that is at least as good as one of the two is now at least as good as what the other is, and strictly
// better where it was better than the one, or the other is better than it.
void KnownOrder::addSame(Place one, Place other) {
  const KnownOrder before = *this;
  const auto tie = [&](Place a, Place b) {
    for (Place x = 0; x < states_; ++x) {
      if (!before.atLeast(x, a))
        continue;
      noBetter_.join(x, before.noBetter_, b);
      for (Place y = 0; y < states_; ++y)
        if (before.atLeast(b, y) && (before.above(x, a) || before.above(b, y)))
          better_.set(y, x);
    }
  };
  tie(one, other);
  tie(other, one);
}

void KnownOrder::split(const std::vector<Place>& upper, const std::vector<Place>& lower) {
  for (const Place low : lower)
    for (const Place high : upper) {
      noBetter_.reset(low, high);
      better_.set(low, high);
    }
}

std::vector<Place> KnownOrder::alike(Place place) const {
  std::vector<Place> all;
  for (Place other = 0; other < states_; ++other)
    if (atLeast(place, other) && atLeast(other, place))
      all.push_back(other);
  return all;
}

} // namespace stasis::analysis
