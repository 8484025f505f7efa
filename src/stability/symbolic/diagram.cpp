#include "stability/symbolic/diagram.h"

#include "stability/symbolic/diagram_table.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace stasis::stability {

using Operation = DiagramTable::Operation;

Diagram Diagram::constant(bool value) {
  Diagram diagram;
  diagram.edge_ = value ? everywhere : nowhere;
  return diagram;
}

Diagram::Diagram(DiagramTable& table, Edge edge) : table_(&table), edge_(edge) { table.hold(edge); }

Diagram::Diagram(const Diagram& other) : table_(other.table_), edge_(other.edge_) {
  if (!edge_.isConstant())
    table_->hold(edge_);
}

Diagram& Diagram::operator=(Diagram other) noexcept {
  std::swap(table_, other.table_);
  std::swap(edge_, other.edge_);
  return *this;
}

Diagram::~Diagram() {
  if (!edge_.isConstant())
    table_->release(edge_);
}

std::size_t Diagram::level() const { return table_->nodes().level(edge_); }
Diagram Diagram::without() const {
  return {*table_, table_->nodes().without(edge_, table_->nodes().level(edge_))};
}
Diagram Diagram::with() const { return {*table_, table_->nodes().with(edge_, table_->nodes().level(edge_))}; }

/// Operands, and the table of those that belong to one.
struct Operands {
  Edge a, b, c;
  DiagramTable* table;

  explicit Operands(const Diagram& first, const Diagram& second, const Diagram& third = {})
      : a(first.edge_), b(second.edge_), c(third.edge_), table(first.table_) {
    for (const Diagram* other : {&second, &third})
      if (table == nullptr)
        table = other->table_;
  }

  /// `truth`: the answer if all operands are constants, as bit a + 2 b + 4 c.
  Diagram operate(Operation operation, unsigned truth) const {
    if (table != nullptr)
      return {*table, table->run(operation, a, b, c)};
    const unsigned row = a.code + 2 * b.code + 4 * c.code;
    return Diagram::constant(((truth >> row) & 1U) != 0);
  }
};

namespace {

constexpr unsigned truthOfConjunction = 0x88; // a and b
constexpr unsigned truthOfExclusive = 0x66;   // a xor b
constexpr unsigned truthOfChoice = 0xD8;      // a ? b : c
constexpr unsigned truthOfMajority = 0xE8;
constexpr unsigned truthOfFirst = 0xAA; // a

} // namespace

Diagram operator!(const Diagram& a) {
  Diagram negated = a;
  negated.edge_ = !a.edge_;
  return negated;
}

Diagram operator&(const Diagram& a, const Diagram& b) {
  return Operands(a, b).operate(Operation::conjunction, truthOfConjunction);
}
Diagram operator|(const Diagram& a, const Diagram& b) { return !((!a) & (!b)); }
Diagram operator^(const Diagram& a, const Diagram& b) {
  return Operands(a, b).operate(Operation::exclusive, truthOfExclusive);
}
Diagram operator-(const Diagram& a, const Diagram& b) { return a & !b; }

Diagram implies(const Diagram& a, const Diagram& b) { return (!a) | b; }

Diagram choose(const Diagram& condition, const Diagram& then, const Diagram& otherwise) {
  return Operands(condition, then, otherwise).operate(Operation::choice, truthOfChoice);
}

Diagram majority(const Diagram& a, const Diagram& b, const Diagram& c) {
  return Operands(a, b, c).operate(Operation::majority, truthOfMajority);
}

Diagram some(const Diagram& a, const Diagram& variables) {
  return Operands(a, variables).operate(Operation::some, truthOfFirst);
}

Diagram someOfBoth(const Diagram& a, const Diagram& b, const Diagram& variables) {
  return Operands(a, b, variables).operate(Operation::someOfBoth, truthOfConjunction);
}

Diagram someOfBothMoved(const Diagram& a, const Diagram& b, const Diagram& variables) {
  return Operands(a, b, variables).operate(Operation::someOfBothMoved, truthOfConjunction);
}

Diagram fixed(const Diagram& a, const Diagram& literals) {
  return Operands(a, literals).operate(Operation::fixed, truthOfFirst);
}

Diagram simplified(const Diagram& a, const Diagram& care) {
  return Operands(a, care).operate(Operation::simplified, truthOfFirst);
}

Substitution::Substitution(DiagramTable& table) : table_(&table), number_(table.numberOfFunctions()) {}

void Substitution::put(std::size_t level, const Diagram& function) {
  if (byLevel_.empty())
    first_ = level;
  if (level < first_) {
    byLevel_.insert(byLevel_.begin(), first_ - level, DiagramTable::itself);
    first_ = level;
  }
  if (level - first_ >= byLevel_.size())
    byLevel_.resize(level - first_ + 1, DiagramTable::itself);
  byLevel_[level - first_] = function.edge();
  kept_.push_back(function);
  number_ = table_->numberOfFunctions();
}

Diagram composed(const Diagram& a, const Substitution& substitution) {
  if (a.isConstant())
    return a;
  const DiagramTable::Functions functions{substitution.byLevel_, static_cast<Level>(substitution.first_),
                                          substitution.number_};
  return {*substitution.table_,
          substitution.table_->run(Operation::composed, a.edge(), nowhere, nowhere, &functions)};
}

Diagram conjunctionOf(DiagramTable& table, std::vector<std::size_t> levels) {
  std::ranges::sort(levels, std::greater<>());
  Diagram all = Diagram::constant(true);
  for (const std::size_t level : levels)
    all = table.variable(level) & all;
  return all;
}

} // namespace stasis::stability
