#pragma once

// A set of states, or of states and thresholds, as a reduced ordered decision diagram (Bryant 1986): equal
// functions are the same node. BuDDy behind one handle; nothing else in the project names it.
//
// Handles keep their nodes; everything else may be collected whenever a diagram is made. Operations cost
// about the product of their operands' sizes at worst, and throw LimitReached where the table's memory ends
// or the errand at hand does (see diagram_table.h).

#include <cstddef>
#include <vector>

namespace stasis::stability {

class Diagram {
public:
  /// Holds nowhere.
  Diagram() = default;
  static Diagram constant(bool value);
  static Diagram variable(std::size_t level);

  Diagram(const Diagram& other);
  Diagram(Diagram&& other) noexcept : node_(other.node_) { other.node_ = 0; }
  Diagram& operator=(Diagram other) noexcept;
  ~Diagram();

  bool holdsNowhere() const { return node_ == 0; }
  bool holdsEverywhere() const { return node_ == 1; }
  bool isConstant() const { return node_ <= 1; }
  /// Same number, same function, as long as both are kept.
  int node() const { return node_; }
  friend bool operator==(const Diagram& a, const Diagram& b) { return a.node_ == b.node_; }

  /// The variable tested first, and what is left of the function either way. Not for constants.
  std::size_t level() const;
  Diagram without() const;
  Diagram with() const;

  friend Diagram operator&(const Diagram& a, const Diagram& b);
  friend Diagram operator|(const Diagram& a, const Diagram& b);
  friend Diagram operator^(const Diagram& a, const Diagram& b);
  /// a and not b.
  friend Diagram operator-(const Diagram& a, const Diagram& b);
  friend Diagram operator!(const Diagram& a);
  Diagram& operator&=(const Diagram& b) { return *this = *this & b; }
  Diagram& operator|=(const Diagram& b) { return *this = *this | b; }
  Diagram& operator-=(const Diagram& b) { return *this = *this - b; }

  friend Diagram implies(const Diagram& a, const Diagram& b);
  friend Diagram choose(const Diagram& condition, const Diagram& then, const Diagram& otherwise);
  /// Some values of these variables (a conjunction of them) make it hold.
  friend Diagram some(const Diagram& a, const Diagram& variables);
  /// some(a & b, variables) without the conjunction in between.
  friend Diagram someOfBoth(const Diagram& a, const Diagram& b, const Diagram& variables);
  /// With variables fixed as in this conjunction of literals.
  friend Diagram fixed(const Diagram& a, const Diagram& literals);
  /// A function, small if possible, that agrees with `a` wherever `care` holds.
  friend Diagram simplified(const Diagram& a, const Diagram& care);

  /// The same function of other variables.
  friend Diagram renamed(const Diagram& a, const class Renaming& renaming);

private:
  static Diagram made(int node);
  int node_ = 0;
};

Diagram implies(const Diagram& a, const Diagram& b);
Diagram choose(const Diagram& condition, const Diagram& then, const Diagram& otherwise);
Diagram some(const Diagram& a, const Diagram& variables);
Diagram someOfBoth(const Diagram& a, const Diagram& b, const Diagram& variables);
Diagram fixed(const Diagram& a, const Diagram& literals);
Diagram simplified(const Diagram& a, const Diagram& care);

/// Variables put in the place of others, level by level. Cheap where it keeps their order among all others.
class Renaming {
public:
  Renaming(const std::vector<std::size_t>& from, const std::vector<std::size_t>& to);
  Renaming(Renaming&& other) noexcept : pairs_(other.pairs_) { other.pairs_ = nullptr; }
  Renaming& operator=(Renaming&&) = delete;
  ~Renaming();

private:
  friend Diagram renamed(const Diagram& a, const Renaming& renaming);
  void* pairs_;
};

Diagram renamed(const Diagram& a, const Renaming& renaming);

/// The conjunction of these variables, given by level.
Diagram conjunctionOf(std::vector<std::size_t> levels);

} // namespace stasis::stability
