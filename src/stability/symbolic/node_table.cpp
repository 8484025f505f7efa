#include "stability/symbolic/node_table.h"

#include <bit>

namespace stasis::stability {

namespace {

std::size_t headsFor(std::size_t capacity) { return std::bit_floor(capacity); }

} // namespace

NodeTable::NodeTable(std::size_t capacity) : capacity_(capacity) {
  nodes_.resize(capacity);
  nodes_[0] = {noLevel, nowhere, nowhere, 0};
  heads_ = Room<std::uint32_t>::zeroed(headsFor(capacity));
  shift_ = 64U - static_cast<unsigned>(std::countr_zero(headsFor(capacity)));
}

void NodeTable::grow(std::size_t capacity) {
  auto heads = Room<std::uint32_t>::zeroed(headsFor(capacity));
  nodes_.resize(capacity);
  capacity_ = capacity;
  heads_ = std::move(heads);
  shift_ = 64U - static_cast<unsigned>(std::countr_zero(headsFor(capacity)));
  hashAll();
}

void NodeTable::hashAll() {
  for (std::size_t at = 1; at < used_; ++at) {
    Node& node = nodes_[at];
    if (node.level == freeNode)
      continue;
    std::uint32_t& head = heads_[place(node.level, node.low, node.high)];
    node.next = head;
    head = static_cast<std::uint32_t>(at);
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
  heads_.clear(headsFor(capacity_));
  free_ = 0;
  live_ = 1;
  for (std::size_t at = used_; --at > 0;) {
    Node& node = nodes_[at];
    if (!isMarked(Edge{static_cast<std::uint32_t>(at << 1U)})) {
      node = {freeNode, nowhere, nowhere, free_};
      free_ = static_cast<std::uint32_t>(at);
    } else {
      ++live_;
    }
  }
  hashAll();
}

} // namespace stasis::stability
