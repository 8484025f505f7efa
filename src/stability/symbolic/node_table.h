#pragma once

// The nodes of reduced ordered decision diagrams (Bryant 1986) with complement edges: each node tests one
// variable and leads to one function without it and one with it. Equal functions are equal edges, because
//
//   no node has both edges alike              (it would test what does not matter)
//   no two nodes have the same three fields   (the table of nodes is a hash table)
//   the edge `low` is never negated           (the negated edge to the node is used instead)
//
// 16 bytes a node, and 4 for its place in the hash table. A node's number does not change. A sweep frees
// unmarked nodes in ascending order, so that the same work gives the same numbers. Finding or adding a node
// is O(1). Tested in tests/stability/symbolic/.

#include "stability/symbolic/edge.h"
#include "stability/symbolic/room.h"

#include <cstddef>
#include <vector>

namespace stasis::stability {

class NodeTable {
public:
  struct Node {
    Level level;
    Edge low; ///< never negated
    Edge high;
    std::uint32_t next; ///< the next node in the chain of its hash value, or of free nodes; 0 ends it
  };

  static constexpr std::size_t bytesPerNode = sizeof(Node) + sizeof(std::uint32_t);

  /// Throws std::bad_alloc. `capacity` is at least 2.
  explicit NodeTable(std::size_t capacity);

  Level level(Edge e) const { return nodes_[e.node()].level; }
  /// What is left of the function if the variable at `level` is not taken, or taken. `level` may not come
  /// after the variable that it tests first.
  Edge without(Edge e, Level level) const {
    const Node& node = nodes_[e.node()];
    return node.level == level ? node.low.flipped(e.isNegated()) : e;
  }
  Edge with(Edge e, Level level) const {
    const Node& node = nodes_[e.node()];
    return node.level == level ? node.high.flipped(e.isNegated()) : e;
  }

  /// Finds or adds the function that tests this variable first; both edges test later ones. False if there is
  /// no such node and no room for one.
  bool find(Level level, Edge low, Edge high, Edge& found) {
    if (low == high) {
      found = low;
      return true;
    }
    const bool flip = low.isNegated();
    low = low.flipped(flip);
    high = high.flipped(flip);
    std::uint32_t& head = heads_[place(level, low, high)];
    std::uint32_t at = head;
    for (; at != 0; at = nodes_[at].next) {
      const Node& node = nodes_[at];
      if (node.level == level && node.low == low && node.high == high)
        break;
    }
    if (at == 0 && (at = fresh()) != 0) {
      nodes_[at] = {level, low, high, head};
      head = at;
    }
    found = Edge{at << 1U}.flipped(flip);
    return at != 0;
  }

  /// Makes room. If it throws std::bad_alloc, all nodes stay.
  void grow(std::size_t capacity);

  void mark(Edge root);
  bool isMarked(Edge e) const { return (marks_[e.node() >> 6U] >> (e.node() & 63U) & 1U) != 0; }
  void beginMarking() {
    marks_.assign(used_ / 64 + 1, 0);
    marks_[0] = 1; // the constant is always there
  }
  /// Frees every node that is not marked.
  void sweep();

  std::size_t capacity() const { return capacity_; }
  std::size_t live() const { return live_; } ///< nodes in use, the constant among them

private:
  static constexpr Level freeNode = noLevel - 1;

  std::size_t place(Level level, Edge low, Edge high) const {
    const std::uint64_t mixed = (std::uint64_t{low.code} * 0x9E3779B97F4A7C15U) ^
                                (std::uint64_t{high.code} * 0xC2B2AE3D27D4EB4FU) ^
                                (std::uint64_t{level} * 0x165667B19E3779F9U);
    return static_cast<std::size_t>((mixed * 0xD6E8FEB86659FD93U) >> shift_);
  }
  /// A new node's number; 0 if there is no room.
  std::uint32_t fresh() {
    std::uint32_t at = free_;
    if (at != 0)
      free_ = nodes_[at].next;
    else if (used_ < capacity_)
      at = static_cast<std::uint32_t>(used_++);
    live_ += at != 0 ? 1 : 0;
    return at;
  }
  void hashAll();

  Room<Node> nodes_;
  Room<std::uint32_t> heads_; ///< its size is a power of two, at most the number of nodes that have room
  unsigned shift_ = 0;
  std::size_t capacity_;
  std::size_t used_ = 1; ///< nodes from this one on have never been used
  std::size_t live_ = 1;
  std::uint32_t free_ = 0;
  std::vector<std::uint64_t> marks_;
  std::vector<std::uint32_t> waiting_;
};

} // namespace stasis::stability
