#pragma once

// The table that holds the diagrams of one engine, and the operations on them. Tables are independent: two
// engines may run in two threads.
//
// A table starts small and grows as needed, up to a bound in bytes. When it is full, it collects every node
// that no root leads to. Roots are the handles (diagram.h) and what the current operation still needs.
// Operations keep a stack of their own, so neither the number of variables nor the depth of a diagram uses
// the thread's stack. Every few thousand steps they check whether the errand has ended.
//
// If the bound is reached or the errand ends, the current operation throws LimitReached. Diagrams made before
// stay valid, and work can go on.
//
// Cost: an operation takes at most about as many steps as its operands have pairs (triples) of nodes, and
// usually far fewer. Known steps are in a cache that holds as many answers as there is room for nodes. Tested
// in tests/stability/symbolic/ against truth tables and BuDDy, with a collection at every new node.

#include "stability/errand.h"
#include "stability/symbolic/node_table.h"
#include "stability/symbolic/operation_cache.h"
#include "stability/symbolic/roots.h"

#include <cstdint>
#include <vector>

namespace stasis::stability {

class Diagram;

class DiagramTable {
public:
  /// Throws LimitReached if not even the smallest table fits in this many bytes.
  DiagramTable(std::uint64_t bytes, const Errand& errand);
  DiagramTable(const DiagramTable&) = delete;
  DiagramTable& operator=(const DiagramTable&) = delete;

  Diagram variable(std::size_t level);

  enum class Operation : std::uint8_t {
    conjunction = 1,
    exclusive = 2,
    choice = 3,     ///< a ? b : c
    majority = 4,   ///< two of three
    some = 5,       ///< some values of the variables b make a hold
    someOfBoth = 6, ///< some values of the variables c make a and b hold
    fixed = 7,      ///< a with the variables of the literals b fixed as they are in b
    simplified = 9, ///< small, and like a wherever b holds
    composed = 10,  ///< a with functions in place of variables; b is the number of these functions
    /// someOfBoth, with each of the variables c in a in place of the one just before it
    someOfBothMoved = 11,
  };
  /// What is put in place of variables: a function for each level from `first` on (or `itself`), and the
  /// number of this list.
  struct Functions {
    const std::vector<Edge>& byLevel;
    Level first;
    std::uint32_t number;
  };
  static constexpr Edge itself{0xFFFFFFFF};
  Edge run(Operation operation, Edge a, Edge b, Edge c, const Functions* functions = nullptr);
  /// A new number for a list of functions.
  std::uint32_t numberOfFunctions() { return ++lists_; }

  const NodeTable& nodes() const { return nodes_; }
  void hold(Edge e) {
    if (!e.isConstant())
      roots_.hold(e.node());
  }
  void release(Edge e) noexcept {
    if (!e.isConstant())
      roots_.release(e.node());
  }

  /// Counts a step of other work on the diagrams, so that this work ends as operations do.
  void step() {
    if (++steps_ % stepsBetweenLooks == 0)
      look();
  }

  /// The number of nodes that some handle leads to. Collects the others.
  std::size_t nodesInUse();
  /// Collects before each new node. For tests.
  void collectAlways(bool always) { collectAlways_ = always; }
  std::size_t bytes() const;
  std::size_t mostBytes() const { return mostBytes_; }

  /// How soon operations end once the errand has ended: at the next check (hurry), or only after many more
  /// steps, so that what was finished can still be reported. The steps are counted for one operation (each)
  /// or for all while the pace lasts (together).
  enum class Pace : std::uint8_t { each, together, hurry };
  class At {
  public:
    At(DiagramTable& table, Pace pace) : table_(table), before_(table.pace_) {
      if (pace > before_) {
        table.pace_ = pace;
        table.steps_ = 0;
      }
    }
    ~At() { table_.pace_ = before_; }
    At(const At&) = delete;
    At& operator=(const At&) = delete;

  private:
    DiagramTable& table_;
    Pace before_;
  };

private:
  /// The last question that a frame has asked.
  enum class Stage : std::uint8_t { begun, narrowing, narrowed, low, high, joined };
  struct Frame {
    Edge a, b, c;
    Edge low; ///< the answer with the variable not taken
    Level level;
    Operation operation;
    bool flip; ///< the answer is negated
    Stage stage;
  };
  static constexpr std::uint64_t stepsBetweenLooks = 1U << 12U;
  static constexpr std::uint64_t stepsAtLeisure = 1U << 21U;

  bool ask(Operation operation, Edge a, Edge b, Edge c);
  bool askConjunction(Edge a, Edge b);
  bool askExclusive(Edge a, Edge b);
  bool askChoice(Edge f, Edge g, Edge h);
  bool askMajority(Edge a, Edge b, Edge c);
  bool askSome(Edge a, Edge variables);
  bool askSomeOfBoth(Edge a, Edge b, Edge variables);
  bool askSomeOfBothMoved(Edge a, Edge b, Edge variables);
  bool askHalfMoved(const Frame& frame, bool taken);
  bool askFixed(Edge a, Edge literals);
  bool askSimplified(Edge a, Edge care);
  bool askComposed(Edge a);
  bool askEither(Edge a, Edge b);
  bool known(Edge answer);
  bool lookUpOrPush(Operation operation, Edge a, Edge b, Edge c, Level level, bool flip,
                    Stage stage = Stage::begun);

  void proceed();
  bool askHalf(const Frame& frame, bool taken);
  bool quantifies(const Frame& frame) const;
  bool join(const Frame& frame);
  Edge functionAt(Level level);
  void finish();

  Edge node(Level level, Edge low, Edge high);
  void makeRoom(Edge low, Edge high);
  bool growTable();
  void collect(Edge low, Edge high);
  void look();

  std::uint64_t mostBytes_;
  std::size_t mostNodes_;
  const Errand& errand_;
  NodeTable nodes_;
  OperationCache cache_;
  Roots roots_;
  std::vector<Frame> stack_;
  Edge answer_;
  const Functions* functions_ = nullptr;
  std::uint32_t lists_ = 0;
  std::uint64_t steps_ = 0;
  std::size_t collectAt_;
  Pace pace_ = Pace::each;
  bool collectAlways_ = false;
};

} // namespace stasis::stability
