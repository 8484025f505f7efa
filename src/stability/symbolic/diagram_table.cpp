#include "stability/symbolic/diagram_table.h"

#include "stability/symbolic/diagram.h"

#include <algorithm>
#include <bit>
#include <string>

namespace stasis::stability {

namespace {

constexpr std::size_t nodesPerAnswer = 2;
constexpr std::size_t bytesPerNode =
    NodeTable::bytesPerNode + OperationCache::bytesPerAnswer / nodesPerAnswer;
constexpr std::size_t leastNodes = 1U << 10U;
constexpr std::size_t mostNodesEver = 1U << 28U; ///< questions of the cache have 29 bits an edge
/// Below this many nodes, growing is cheaper than collecting.
constexpr std::size_t collectFrom = 1U << 18U;

LimitReached outOfMemory(std::uint64_t bytes) {
  const std::string allowed = bytes < 1U << 20U ? std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes")
                                                : std::to_string(bytes >> 20U) + " MiB";
  return {Limit::memory, "the symbolic engine needs more than the memory allowed (" + allowed +
                             "); a larger --max-memory allows more"};
}

std::size_t nodesWithin(std::uint64_t bytes) {
  if (bytes / bytesPerNode < leastNodes)
    throw outOfMemory(bytes);
  return static_cast<std::size_t>(std::min<std::uint64_t>(bytes / bytesPerNode, mostNodesEver));
}

} // namespace

DiagramTable::DiagramTable(std::uint64_t bytes, const Errand& errand)
    : mostBytes_(bytes), mostNodes_(nodesWithin(bytes)), errand_(errand), nodes_(leastNodes),
      cache_(leastNodes / nodesPerAnswer), collectAt_(std::min(collectFrom, mostNodes_)) {}

Diagram DiagramTable::variable(std::size_t level) {
  return {*this, node(static_cast<Level>(level), nowhere, everywhere)};
}

std::size_t DiagramTable::bytes() const {
  return nodes_.capacity() * NodeTable::bytesPerNode + cache_.size() * OperationCache::bytesPerAnswer;
}

std::size_t DiagramTable::nodesInUse() {
  collect(nowhere, nowhere);
  return nodes_.live();
}

void DiagramTable::look() {
  if (pace_ == Pace::hurry || steps_ >= stepsAtLeisure)
    errand_.check();
}

Edge DiagramTable::node(Level level, Edge low, Edge high) {
  Edge found;
  if (collectAlways_)
    collect(low, high);
  while (!nodes_.find(level, low, high, found))
    makeRoom(low, high);
  return found;
}

bool DiagramTable::growTable() {
  const std::size_t capacity = std::min(2 * nodes_.capacity(), mostNodes_);
  if (capacity == nodes_.capacity())
    return false;
  nodes_.grow(capacity);
  const std::size_t answers = std::bit_floor(capacity) / nodesPerAnswer;
  if (answers > cache_.size())
    cache_.grow(answers);
  return true;
}

/// The table is full.
void DiagramTable::makeRoom(Edge low, Edge high) {
  if (nodes_.capacity() < collectAt_ && growTable())
    return;
  collect(low, high);
  const std::size_t live = nodes_.live();
  if (2 * live > nodes_.capacity() && growTable())
    collectAt_ = nodes_.capacity();
  else if (live > nodes_.capacity() / 8 * 7) // otherwise it would have to collect again and again
    throw outOfMemory(mostBytes_);
}

void DiagramTable::collect(Edge low, Edge high) {
  nodes_.beginMarking();
  roots_.each([&](Edge e) { nodes_.mark(e); });
  for (const Edge e : {low, high, answer_})
    nodes_.mark(e);
  for (const Frame& frame : stack_) {
    nodes_.mark(frame.a);
    if (frame.operation != Operation::composed)
      nodes_.mark(frame.b);
    nodes_.mark(frame.c);
    nodes_.mark(frame.low);
  }
  cache_.forget([&](const OperationCache::Question& q, Edge answer) {
    const bool numbered = q.operation == static_cast<std::uint32_t>(Operation::composed);
    return !nodes_.isMarked(Edge{q.a}) || (!numbered && !nodes_.isMarked(Edge{q.b})) ||
           !nodes_.isMarked(Edge{q.c}) || !nodes_.isMarked(answer);
  });
  nodes_.sweep();
}

} // namespace stasis::stability
