#pragma once

// A set of states, or of states and thresholds, as a reduced ordered decision diagram (Bryant 1986): equal
// functions are the same edge of the same table. A handle keeps its function alive; making a diagram may
// collect every function that no handle leads to. Constants belong to no table.
//
// An operation costs at worst about the product of its operands' sizes. It throws LimitReached if the table's
// memory or the errand ends (diagram_table.h). The operands of one operation must belong to one table. Tested
// in tests/stability/symbolic/.

#include "stability/symbolic/edge.h"

#include <cstddef>
#include <vector>

namespace stasis::stability {

class DiagramTable;
class Substitution;

class Diagram {
public:
  /// The set that holds nowhere.
  Diagram() = default;
  static Diagram constant(bool value);
  /// Keeps this function of the table alive.
  Diagram(DiagramTable& table, Edge edge);

  Diagram(const Diagram& other);
  Diagram(Diagram&& other) noexcept : table_(other.table_), edge_(other.edge_) { other.edge_ = nowhere; }
  Diagram& operator=(Diagram other) noexcept;
  ~Diagram();

  bool holdsNowhere() const { return edge_ == nowhere; }
  bool holdsEverywhere() const { return edge_ == everywhere; }
  bool isConstant() const { return edge_.isConstant(); }
  /// As long as both are kept, equal edges are equal functions.
  Edge edge() const { return edge_; }
  friend bool operator==(const Diagram& a, const Diagram& b) { return a.edge_ == b.edge_; }

  /// The variable tested first; then what is left of the function if it is not taken, or taken. Not for
  /// constants.
  std::size_t level() const;
  Diagram without() const;
  Diagram with() const;
  /// Not for constants.
  DiagramTable& table() const { return *table_; }

  friend Diagram operator&(const Diagram& a, const Diagram& b);
  friend Diagram operator|(const Diagram& a, const Diagram& b);
  friend Diagram operator^(const Diagram& a, const Diagram& b);
  /// a and not b.
  friend Diagram operator-(const Diagram& a, const Diagram& b);
  friend Diagram operator!(const Diagram& a);
  Diagram& operator&=(const Diagram& b) { return *this = *this & b; }
  Diagram& operator|=(const Diagram& b) { return *this = *this | b; }
  Diagram& operator-=(const Diagram& b) { return *this = *this - b; }

private:
  friend struct Operands;
  DiagramTable* table_ = nullptr; ///< none for some constants
  Edge edge_ = nowhere;
};

Diagram implies(const Diagram& a, const Diagram& b);
Diagram choose(const Diagram& condition, const Diagram& then, const Diagram& otherwise);
/// Where at least two of the three hold.
Diagram majority(const Diagram& a, const Diagram& b, const Diagram& c);
/// Where some values of these variables (a conjunction of them) make `a` hold.
Diagram some(const Diagram& a, const Diagram& variables);
/// some(a & b, variables), without making the conjunction.
Diagram someOfBoth(const Diagram& a, const Diagram& b, const Diagram& variables);
/// The same, with each of the variables put into `a` in place of the variable just before it. `a` may depend
/// on none of them.
Diagram someOfBothMoved(const Diagram& a, const Diagram& b, const Diagram& variables);
/// `a` with variables fixed as in this conjunction of literals.
Diagram fixed(const Diagram& a, const Diagram& literals);
/// A function, small if possible, that agrees with `a` wherever `care` holds.
Diagram simplified(const Diagram& a, const Diagram& care);
/// `a` with functions in place of variables, all at once.
Diagram composed(const Diagram& a, const Substitution& substitution);

/// Functions in place of variables. Cheap if they are variables that keep their order among all others.
class Substitution {
public:
  explicit Substitution(DiagramTable& table);

  /// Puts the function in place of the variable at this level.
  void put(std::size_t level, const Diagram& function);

private:
  friend Diagram composed(const Diagram& a, const Substitution& substitution);
  DiagramTable* table_;
  std::vector<Diagram> kept_;
  std::vector<Edge> byLevel_; ///< from the first variable that is replaced to the last
  std::size_t first_ = 0;
  std::uint32_t number_;
};

/// The conjunction of these variables, given by level.
Diagram conjunctionOf(DiagramTable& table, std::vector<std::size_t> levels);

} // namespace stasis::stability
