#include "stability/symbolic/diagram_table.h"

#include "stability/symbolic/buddy.h"
#include "stability/symbolic/table_errors.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

namespace stasis::stability {

namespace {

// As large as the table: a node has 20 bytes, and each of six operation caches 24 bytes for every fourth
// node.
constexpr int cacheRatio = 4;
constexpr std::uint64_t bytesPerNode = 20 + 6 * 24 / cacheRatio;
constexpr int leastNodes = 1 << 12;

struct State {
  std::weak_ptr<DiagramTable> table;
  std::thread::id thread;
  const Errand* errand = nullptr;
  int error = 0;
  int maxNodes = 0;
  std::uint64_t bytes = 0;
  unsigned operations = 0;
};

State& state() {
  static State one;
  return one;
}

LimitReached outOfMemory() {
  return {Limit::memory, "the symbolic engine needs more than the memory allowed (" +
                             std::to_string(state().bytes >> 20) +
                             " MiB); a larger --max-memory allows more"};
}

void onError(int error) { state().error = error; }

// Called before and after a collection, in the middle of an operation. The operation can be left from here:
// BuDDy forgets an unfinished one when the next begins, and Debian builds it with unwind tables.
void onCollection(int before, bddGbcStat* statistics) {
  if (before != 0) {
    if (state().errand != nullptr)
      state().errand->check();
    return;
  }
  // A table that is full but for a little would collect again and again.
  if (statistics->nodes >= state().maxNodes / 8 * 7 && statistics->freenodes < statistics->nodes / 10)
    throw outOfMemory();
}

} // namespace

void checkTable() {
  State& s = state();
  if (s.error != 0) {
    const int error = std::exchange(s.error, 0);
    bdd_clear_error();
    const Errand* errand = std::exchange(s.errand, nullptr);
    bdd_gbc(); // what an operation that failed left in the caches is wrong
    s.errand = errand;
    if (error == BDD_MEMORY || error == BDD_NODENUM)
      throw outOfMemory();
    throw std::logic_error(std::string("decision diagrams: ") + bdd_errstring(error));
  }
  if (s.errand != nullptr && ++s.operations % 16 == 0)
    s.errand->check();
}

std::shared_ptr<DiagramTable> DiagramTable::open(std::size_t variables, std::uint64_t bytes) {
  State& s = state();
  auto table = s.table.lock();
  if (table && s.thread != std::this_thread::get_id())
    throw TableInUse("the symbolic engine is in use: it works on one conflict at a time");
  if (table) {
    table->widen(variables, bytes);
    return table;
  }
  table.reset(new DiagramTable(variables, bytes));
  s.table = table;
  s.thread = std::this_thread::get_id();
  return table;
}

DiagramTable::DiagramTable(std::size_t variables, std::uint64_t bytes) {
  State& s = state();
  s.error = 0;
  s.bytes = bytes;
  s.maxNodes = static_cast<int>(std::clamp<std::uint64_t>(bytes / bytesPerNode, leastNodes, 1 << 30));
  const int start = variables < 24 ? leastNodes : std::min(1 << 20, s.maxNodes / 2);
  if (bdd_init(start, start / cacheRatio) != 0)
    throw outOfMemory();
  bdd_error_hook(onError);
  bdd_gbc_hook(onCollection);
  bdd_resize_hook(nullptr);
  bdd_setcacheratio(cacheRatio);
  s.maxNodes = std::max(s.maxNodes, bdd_getallocnum());
  bdd_setmaxnodenum(s.maxNodes);
  bdd_setmaxincrease(1 << 22);
  bdd_setvarnum(static_cast<int>(std::max<std::size_t>(variables, 1)));
  try {
    checkTable();
  } catch (...) {
    bdd_done(); // the destructor of what was not made is not called
    throw;
  }
}

DiagramTable::~DiagramTable() {
  bdd_error_hook(onError);
  bdd_gbc_hook(nullptr);
  bdd_done();
}

void DiagramTable::widen(std::size_t variables, std::uint64_t bytes) {
  State& s = state();
  if (static_cast<int>(variables) > bdd_varnum())
    bdd_setvarnum(static_cast<int>(variables));
  s.bytes = bytes;
  s.maxNodes =
      std::max(static_cast<int>(std::clamp<std::uint64_t>(bytes / bytesPerNode, leastNodes, 1 << 30)),
               bdd_getallocnum());
  bdd_setmaxnodenum(s.maxNodes);
  checkTable();
}

std::size_t DiagramTable::nodesInUse() const {
  const Errand* errand = std::exchange(state().errand, nullptr);
  bdd_gbc();
  state().errand = errand;
  return static_cast<std::size_t>(bdd_getnodenum());
}

DiagramTable::Hurry::Hurry(const Errand& errand) : before_(std::exchange(state().errand, &errand)) {}
DiagramTable::Hurry::~Hurry() { state().errand = before_; }

} // namespace stasis::stability
