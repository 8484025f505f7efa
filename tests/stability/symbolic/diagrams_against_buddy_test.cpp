// Compares the package with BuDDy, which shares no code with it: the same random operations on both must give
// the same graph.

#include "stability/symbolic/diagram.h"
#include "stability/symbolic/diagram_table.h"
#include "support/dice.h"

#include <bdd.h>
#include <gtest/gtest.h>

#include <map>

// For C++ BuDDy's header puts functions of a handle type of its own in the places of these.
#undef bdd_init
#undef bdd_done
#undef bdd_ithvar
#undef bdd_nithvar
#undef bdd_makeset
#undef bdd_error_hook

namespace stasis::diagrams {
namespace {

using stability::Diagram;
using stability::DiagramTable;
using stability::Substitution;

/// BuDDy has one table for the process. Debian's writes behind its stack of references when it composes deep
/// functions of few variables (the stack has 2 n + 4 places, the recursion needs more), and reads what was
/// never written when it collects in the middle of an operation: it is given more variables and room than it
/// needs.
class Buddy {
public:
  Buddy() {
    bdd_init(1 << 18, 1 << 14);
    bdd_setvarnum(200);
    bdd_gbc_hook(nullptr);
  }
  ~Buddy() { bdd_done(); }
  static void makeRoom() {
    if (bdd_getnodenum() > 1 << 17)
      bdd_gbc();
  }
  Buddy(const Buddy&) = delete;
  Buddy& operator=(const Buddy&) = delete;
};

struct Both {
  Diagram diagram;
  BDD other = 0; ///< held
};

class SameWork {
public:
  SameWork(DiagramTable& table, std::size_t variables, std::uint64_t seed)
      : table_(table), variables_(variables), dice_(seed) {
    for (std::size_t k = 0; k < 20; ++k) {
      const std::size_t level = k % variables;
      pool_.push_back({table.variable(level), bdd_addref(bdd_ithvar(static_cast<int>(level)))});
    }
  }
  ~SameWork() {
    for (const Both& each : pool_)
      bdd_delref(each.other);
  }
  SameWork(const SameWork&) = delete;
  SameWork& operator=(const SameWork&) = delete;

  void step() {
    Both made = make();
    bdd_addref(made.other);
    if (bdd_nodecount(made.other) > largest) { // not too large for a million steps
      bdd_delref(made.other);
      const std::size_t level = dice_.roll(variables_);
      made = {table_.variable(level), bdd_addref(bdd_ithvar(static_cast<int>(level)))};
    }
    known_.clear();
    ASSERT_TRUE(same(made.diagram, made.other)) << "operation " << last_;
    Both& place = pool_[dice_.roll(pool_.size())];
    bdd_delref(place.other);
    place = std::move(made);
  }

private:
  static constexpr int largest = 40;

  const Both& any() { return pool_[dice_.roll(pool_.size())]; }

  Both make() {
    const Both &a = any(), &b = any(), &c = any();
    last_ = dice_.roll(9);
    switch (last_) {
    case 0: return {a.diagram & b.diagram, bdd_apply(a.other, b.other, bddop_and)};
    case 1: return {a.diagram | b.diagram, bdd_apply(a.other, b.other, bddop_or)};
    case 2: return {a.diagram ^ b.diagram, bdd_apply(a.other, b.other, bddop_xor)};
    case 3: return {!a.diagram, bdd_not(a.other)};
    case 4: return {choose(a.diagram, b.diagram, c.diagram), bdd_ite(a.other, b.other, c.other)};
    case 5: return {a.diagram - b.diagram, bdd_apply(a.other, b.other, bddop_diff)};
    case 6: return quantified(a, b);
    case 7: return restricted(a);
    default: return replaced(a);
    }
  }

  Both quantified(const Both& a, const Both& b) {
    std::vector<std::size_t> levels;
    std::vector<int> numbers;
    for (std::size_t v = 0; v < variables_; ++v)
      if (dice_.roll(3) == 0) {
        levels.push_back(v);
        numbers.push_back(static_cast<int>(v));
      }
    const BDD set = bdd_addref(bdd_makeset(numbers.data(), static_cast<int>(numbers.size())));
    const Diagram cube = stability::conjunctionOf(table_, levels);
    Both made = dice_.roll(2) == 0 ? Both{some(a.diagram, cube), bdd_exist(a.other, set)}
                                   : Both{someOfBoth(a.diagram, b.diagram, cube),
                                          bdd_appex(a.other, b.other, bddop_and, set)};
    bdd_delref(set);
    return made;
  }

  Both restricted(const Both& a) {
    const std::size_t level = dice_.roll(variables_);
    const bool taken = dice_.roll(2) == 0;
    const Diagram variable = table_.variable(level);
    const int number = static_cast<int>(level);
    return {fixed(a.diagram, taken ? variable : !variable),
            bdd_restrict(a.other, taken ? bdd_ithvar(number) : bdd_nithvar(number))};
  }

  /// Two variables replaced: more would make functions of many thousand nodes.
  Both replaced(const Both& a) {
    Substitution substitution(table_);
    bddPair* pair = bdd_newpair();
    for (int k = 0; k < 2; ++k) {
      const std::size_t v = dice_.roll(variables_);
      const Both& function = any();
      substitution.put(v, function.diagram);
      bdd_setbddpair(pair, static_cast<int>(v), function.other);
    }
    Both made{composed(a.diagram, substitution), bdd_addref(bdd_veccompose(a.other, pair))};
    bdd_freepair(pair);
    bdd_delref(made.other);
    return made;
  }

  bool same(const Diagram& diagram, BDD other) {
    if (diagram.isConstant() || other <= 1)
      return diagram.isConstant() && other <= 1 && diagram.holdsEverywhere() == (other == 1);
    const auto [at, isNew] = known_.emplace(other, diagram.edge().code);
    if (!isNew)
      return at->second == diagram.edge().code;
    return diagram.level() == static_cast<std::size_t>(bdd_var(other)) &&
           same(diagram.without(), bdd_low(other)) && same(diagram.with(), bdd_high(other));
  }

  DiagramTable& table_;
  std::size_t variables_;
  support::SeededDice dice_;
  std::vector<Both> pool_;
  std::map<BDD, std::uint32_t> known_;
  std::size_t last_ = 0;
};

void workTheSame(std::size_t variables, std::uint64_t seed, int steps, bool collectAlways) {
  const Buddy buddy;
  const stability::Errand errand;
  DiagramTable table(1U << 30U, errand);
  table.collectAlways(collectAlways);
  SameWork work(table, variables, seed);
  for (int k = 0; k < steps && !testing::Test::HasFatalFailure(); ++k) {
    work.step();
    Buddy::makeRoom();
  }
}

// A million operations in all, a collection before every new node in a quarter of them.
TEST(Diagrams, AreTheGraphsOfAnotherPackage) {
  for (std::uint64_t seed = 1; seed <= 15; ++seed)
    workTheSame(4 + seed, seed, 50'000, false);
}

TEST(Diagrams, AreTheGraphsOfAnotherPackageWithACollectionAtEveryNode) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed)
    workTheSame(3 + seed, 100 + seed, 25'000, true);
}

} // namespace
} // namespace stasis::diagrams
