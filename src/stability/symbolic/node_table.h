#pragma once

// The nodes of reduced ordered decision diagrams (Bryant 1986) with complement edges: each node tests one
// variable and leads to one function without it and one with it. Equal functions are equal edges, because
//
//   no node has both edges alike              (it would test what does not matter)
//   no two nodes have the same three fields   (the table of nodes is a hash table)
//   the edge `low` is never negated           (the negated edge to the node is used instead)
//
// 12 bytes a node, and 5 to 11 for its place in the hash table: open addressing, where four bits of the hash
// beside the number of a node spare nearly all looks at other nodes. Such a look is what costs most, since it
// finds nothing in the processor's caches. A node's number does not change. A sweep frees unmarked nodes in
// ascending order, so that the same work gives the same numbers. Finding or adding a node is O(1). Tested in
// tests/stability/symbolic/.

#include "stability/symbolic/edge.h"
#include "stability/symbolic/room.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace stasis::stability {

class NodeTable {
public:
  struct Node {
    Level level;
    Edge low; ///< never negated
    Edge high;
  };

  static constexpr std::size_t mostNodes = std::size_t{1} << 28U;

  /// Throws std::bad_alloc. `capacity` is at least 2 and at most `mostNodes`.
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
    const std::uint64_t mixed = mix(level, low, high);
    std::size_t at = mixed >> shift_;
    const std::uint32_t sign = signOf(mixed);
    std::uint32_t number = 0;
    for (; places_[at] != 0; at = (at + 1) & lastPlace_) {
      if (places_[at] >> numberBits != sign)
        continue;
      number = places_[at] & (mostNodes - 1);
      const Node& node = nodes_[number];
      if (node.level == level && node.low == low && node.high == high)
        break;
    }
    if (places_[at] == 0 && (number = fresh()) != 0) {
      nodes_[number] = {level, low, high};
      places_[at] = sign << numberBits | number;
    }
    found = Edge{number << 1U}.flipped(flip);
    return number != 0;
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
  /// What a table with room for so many nodes takes.
  static std::size_t bytesFor(std::size_t capacity) {
    return capacity * sizeof(Node) + placesFor(capacity) * sizeof(std::uint32_t);
  }

private:
  static constexpr Level freeNode = noLevel - 1; ///< `low` of such a node is the next free one's number
  static constexpr unsigned numberBits = 28;

  static std::size_t placesFor(std::size_t capacity) { return std::bit_ceil(capacity + capacity / 3); }
  static std::uint64_t mix(Level level, Edge low, Edge high) {
    const std::uint64_t mixed = (std::uint64_t{low.code} * 0x9E3779B97F4A7C15U) ^
                                (std::uint64_t{high.code} * 0xC2B2AE3D27D4EB4FU) ^
                                (std::uint64_t{level} * 0x165667B19E3779F9U);
    return mixed * 0xD6E8FEB86659FD93U;
  }
  /// Bits that the place does not tell.
  std::uint32_t signOf(std::uint64_t mixed) const {
    return static_cast<std::uint32_t>(mixed >> (shift_ - 4U)) & 15U;
  }
  /// A new node's number; 0 if there is no room.
  std::uint32_t fresh() {
    std::uint32_t at = free_;
    if (at != 0)
      free_ = nodes_[at].low.code;
    else if (used_ < capacity_)
      at = static_cast<std::uint32_t>(used_++);
    live_ += at != 0 ? 1 : 0;
    return at;
  }
  void hashAll();

  Room<Node> nodes_;
  /// Number of the node and four bits of its hash; 0: free. Their number is a power of two, and a quarter
  /// of them stays free.
  Room<std::uint32_t> places_;
  std::size_t lastPlace_ = 0;
  unsigned shift_ = 0;
  std::size_t capacity_ = 0;
  std::size_t used_ = 1; ///< nodes from this one on have never been used
  std::size_t live_ = 1;
  std::uint32_t free_ = 0;
  std::vector<std::uint64_t> marks_;
  std::vector<std::uint32_t> waiting_;
};

} // namespace stasis::stability
