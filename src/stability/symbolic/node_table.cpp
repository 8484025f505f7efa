#include "stability/symbolic/node_table.h"

#include <bit>

namespace stasis::stability {

NodeTable::NodeTable(std::size_t capacity) {
  grow(capacity);
  nodes_[0] = {noLevel, nowhere, nowhere};
}

void NodeTable::grow(std::size_t capacity) {
  nodes_.resize(capacity);
  places_.resize(placesFor(capacity));
  places_.clear();
  lastPlace_ = placesFor(capacity) - 1;
  shift_ = 64U - static_cast<unsigned>(std::countr_zero(placesFor(capacity)));
  capacity_ = capacity;
  hashAll();
}

void NodeTable::hashAll() {
  for (std::size_t k = 1; k < used_; ++k) {
    const Node& node = nodes_[k];
    if (node.level == freeNode)
      continue;
    const std::uint64_t mixed = mix(node.level, node.low, node.high);
    std::size_t at = mixed >> shift_;
    while (places_[at] != 0)
      at = (at + 1) & lastPlace_;
    places_[at] = signOf(mixed) << numberBits | static_cast<std::uint32_t>(k);
  }
}

/// Goes down along `low` and keeps `high` for later, so no more edges wait than there are variables.
void NodeTable::mark(Edge root) {
  waiting_.push_back(root.node());
  while (!waiting_.empty()) {
    std::uint32_t at = waiting_.back();
    waiting_.pop_back();
    while (!isMarked(Edge{at << 1U})) {
      marks_[at >> 6U] |= std::uint64_t{1} << (at & 63U);
      waiting_.push_back(nodes_[at].high.node());
      at = nodes_[at].low.node();
    }
  }
}

void NodeTable::sweep() {
  places_.clear();
  free_ = 0;
  live_ = 1;
  for (std::size_t at = used_; --at > 0;) {
    Node& node = nodes_[at];
    if (!isMarked(Edge{static_cast<std::uint32_t>(at << 1U)})) {
      node = {freeNode, Edge{free_}, nowhere};
      free_ = static_cast<std::uint32_t>(at);
    } else {
      ++live_;
    }
  }
  hashAll();
}

} // namespace stasis::stability
