#include "stability/symbolic/diagram_table.h"

#include "stability/symbolic/diagram.h"

#include <algorithm>
#include <bit>
#include <string>

namespace stasis::stability {

namespace {

constexpr std::size_t leastNodes = 1U << 10U;
/// Below this many nodes, growing is cheaper than collecting.
constexpr std::size_t collectFrom = 1U << 18U;

LimitReached outOfMemory(std::uint64_t bytes) {
  const std::string allowed = bytes < 1U << 20U ? std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes")
                                                : std::to_string(bytes >> 20U) + " MiB";
  return {Limit::memory, "the symbolic engine needs more than the memory allowed (" + allowed +
                             "); a larger --max-memory allows more"};
}

std::size_t bytesFor(std::size_t nodes) {
  return NodeTable::bytesFor(nodes) + std::bit_floor(nodes) * OperationCache::bytesPerAnswer;
}

/// How many nodes fit.
std::size_t nodesWithin(std::uint64_t bytes) {
  std::size_t nodes = leastNodes;
  if (bytesFor(nodes) > bytes)
    throw outOfMemory(bytes);
  while (nodes < NodeTable::mostNodes && bytesFor(2 * nodes) <= bytes)
    nodes *= 2;
  for (std::size_t part = nodes / 2; nodes < NodeTable::mostNodes && part >= leastNodes; part /= 2)
    if (bytesFor(nodes + part) <= bytes)
      nodes += part;
  return nodes;
}

} // namespace

DiagramTable::DiagramTable(std::uint64_t bytes, const Errand& errand)
    : mostBytes_(bytes), mostNodes_(nodesWithin(bytes)), errand_(errand), nodes_(leastNodes),
      cache_(leastNodes), collectAt_(std::min(collectFrom, mostNodes_)) {}

Diagram DiagramTable::variable(std::size_t level) {
  return {*this, node(static_cast<Level>(level), nowhere, everywhere)};
}

std::size_t DiagramTable::bytes() const {
  return NodeTable::bytesFor(nodes_.capacity()) + cache_.size() * OperationCache::bytesPerAnswer;
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
  if (2 * cache_.size() <= capacity)
    cache_.grow();
  return true;
}

/// The table is full.
void DiagramTable::makeRoom(Edge low, Edge high) {
  if (nodes_.capacity() < collectAt_ && growTable())
    return;
  collect(low, high);
  const std::size_t live = nodes_.live();
  if (live > nodes_.capacity() / 4 * 3 && growTable())
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
