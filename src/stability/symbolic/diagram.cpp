#include "stability/symbolic/diagram.h"

#include "stability/symbolic/buddy.h"
#include "stability/symbolic/table_errors.h"

#include <algorithm>
#include <utility>

namespace stasis::stability {

Diagram Diagram::made(int node) {
  checkTable();
  Diagram diagram;
  diagram.node_ = bdd_addref(node);
  return diagram;
}

Diagram Diagram::constant(bool value) {
  Diagram diagram;
  diagram.node_ = value ? 1 : 0; // constants are never collected
  return diagram;
}

Diagram Diagram::variable(std::size_t level) { return made(bdd_ithvar(static_cast<int>(level))); }

Diagram::Diagram(const Diagram& other) : node_(other.node_) {
  if (node_ > 1)
    bdd_addref(node_);
}

Diagram& Diagram::operator=(Diagram other) noexcept {
  std::swap(node_, other.node_);
  return *this;
}

Diagram::~Diagram() {
  if (node_ > 1)
    bdd_delref(node_);
}

std::size_t Diagram::level() const { return static_cast<std::size_t>(bdd_var(node_)); }
Diagram Diagram::without() const { return made(bdd_low(node_)); }
Diagram Diagram::with() const { return made(bdd_high(node_)); }

Diagram operator&(const Diagram& a, const Diagram& b) {
  return Diagram::made(bdd_apply(a.node_, b.node_, bddop_and));
}
Diagram operator|(const Diagram& a, const Diagram& b) {
  return Diagram::made(bdd_apply(a.node_, b.node_, bddop_or));
}
Diagram operator^(const Diagram& a, const Diagram& b) {
  return Diagram::made(bdd_apply(a.node_, b.node_, bddop_xor));
}
Diagram operator-(const Diagram& a, const Diagram& b) {
  return Diagram::made(bdd_apply(a.node_, b.node_, bddop_diff));
}
Diagram operator!(const Diagram& a) { return Diagram::made(bdd_not(a.node_)); }

Diagram implies(const Diagram& a, const Diagram& b) {
  return Diagram::made(bdd_apply(a.node_, b.node_, bddop_imp));
}

Diagram choose(const Diagram& condition, const Diagram& then, const Diagram& otherwise) {
  return Diagram::made(bdd_ite(condition.node_, then.node_, otherwise.node_));
}

Diagram some(const Diagram& a, const Diagram& variables) {
  return Diagram::made(bdd_exist(a.node_, variables.node_));
}

Diagram someOfBoth(const Diagram& a, const Diagram& b, const Diagram& variables) {
  return Diagram::made(bdd_appex(a.node_, b.node_, bddop_and, variables.node_));
}

Diagram fixed(const Diagram& a, const Diagram& literals) {
  return Diagram::made(bdd_restrict(a.node_, literals.node_));
}

Diagram simplified(const Diagram& a, const Diagram& care) {
  return Diagram::made(bdd_simplify(a.node_, care.node_));
}

Renaming::Renaming(const std::vector<std::size_t>& from, const std::vector<std::size_t>& to)
    : pairs_(bdd_newpair()) {
  for (std::size_t k = 0; k < from.size(); ++k)
    bdd_setpair(static_cast<bddPair*>(pairs_), static_cast<int>(from[k]), static_cast<int>(to[k]));
  checkTable();
}

Renaming::~Renaming() {
  if (pairs_ != nullptr)
    bdd_freepair(static_cast<bddPair*>(pairs_));
}

Diagram renamed(const Diagram& a, const Renaming& renaming) {
  return Diagram::made(bdd_replace(a.node_, static_cast<bddPair*>(renaming.pairs_)));
}

Diagram conjunctionOf(std::vector<std::size_t> levels) {
  std::ranges::sort(levels, std::greater<>());
  Diagram all = Diagram::constant(true);
  for (const std::size_t level : levels)
    all = Diagram::variable(level) & all;
  return all;
}

} // namespace stasis::stability
