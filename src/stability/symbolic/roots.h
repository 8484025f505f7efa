#pragma once

// Counts the handles that hold each node: the roots of what a collection keeps. A hash table with open
// addressing, since few of all nodes are held. O(1). Tested with the table in tests/stability/symbolic/.

#include "stability/symbolic/edge.h"

#include <cstddef>
#include <vector>

namespace stasis::stability {

class Roots {
public:
  void hold(std::uint32_t node) {
    if (2 * (size_ + 1) > places_.size())
      grow();
    Place& at = places_[find(node)];
    if (at.count++ == 0) {
      at.node = node;
      ++size_;
    }
  }

  /// The node must be held.
  void release(std::uint32_t node) {
    std::size_t at = find(node);
    if (--places_[at].count > 0)
      return;
    --size_;
    // A later entry that belongs before the gap moves into it.
    for (std::size_t k = after(at); places_[k].count > 0; k = after(k)) {
      const std::size_t wanted = home(places_[k].node);
      const bool mayMove = at <= k ? wanted <= at || wanted > k : wanted <= at && wanted > k;
      if (!mayMove)
        continue;
      places_[at] = places_[k];
      places_[k].count = 0;
      at = k;
    }
  }

  template <class Visit> void each(Visit visit) const {
    for (const Place& place : places_)
      if (place.count > 0)
        visit(Edge{place.node << 1U});
  }

  std::size_t size() const { return size_; }

private:
  struct Place {
    std::uint32_t node = 0;
    std::uint32_t count = 0;
  };

  std::size_t home(std::uint32_t node) const {
    return static_cast<std::size_t>((node * 0x9E3779B97F4A7C15U) >> shift_);
  }
  std::size_t after(std::size_t place) const { return (place + 1) & (places_.size() - 1); }
  std::size_t find(std::uint32_t node) const {
    std::size_t at = home(node);
    while (places_[at].count > 0 && places_[at].node != node)
      at = after(at);
    return at;
  }
  void grow() {
    std::vector<Place> before(2 * places_.size());
    before.swap(places_);
    --shift_;
    for (const Place& place : before)
      if (place.count > 0)
        places_[find(place.node)] = place;
  }

  std::vector<Place> places_ = std::vector<Place>(64); ///< a power of two
  unsigned shift_ = 64 - 6;
  std::size_t size_ = 0;
};

} // namespace stasis::stability
