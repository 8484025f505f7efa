#include "analysis/ranking_share.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace stasis::analysis {

namespace {

/// By size: how many sets.
using Sizes = std::vector<mpz_class>;

/// States counted as one: the sets of them for which it holds, and all.
struct Block {
  Sizes holds;
  Sizes all;
};

using BlockId = std::uint32_t;
using Term = std::vector<BlockId>; ///< ascending
using Clause = std::vector<Term>;  ///< ascending
using Formula = std::vector<Clause>;

struct TooMuch {};

template <class T> void sortUnique(std::vector<T>& list) {
  std::ranges::sort(list);
  const auto rest = std::ranges::unique(list);
  list.erase(rest.begin(), rest.end());
}

class Counter {
public:
  Counter(const CountEffort& effort, const stability::Errand& errand)
      : left_(effort.products), errand_(errand) {}

  BlockId addState() { return add({{0, 1}, {1, 1}}); }

  /// The sets of the blocks in `free` and in the formula for which the formula holds.
  Sizes count(Formula formula, std::set<BlockId> free) {
    errand_.check();
    Sizes factor{1};
    if (!simplify(formula, free, factor))
      return {0};
    for (const BlockId block : free)
      if (!occurs(formula, block))
        factor = times(factor, blocks_[block].all);
    for (Formula& part : parts(std::move(formula)))
      factor = times(factor, split(std::move(part)));
    return factor;
  }

private:
  BlockId add(Block block) {
    blocks_.push_back(std::move(block));
    return static_cast<BlockId>(blocks_.size() - 1);
  }

  Sizes times(const Sizes& a, const Sizes& b) {
    const std::size_t products = a.size() * b.size();
    if (products > left_)
      throw TooMuch{};
    left_ -= products;
    Sizes out(a.size() + b.size() - 1, 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == 0)
        continue;
      for (std::size_t j = 0; j < b.size(); ++j)
        out[i + j] += a[i] * b[j];
      if (i % 256 == 255)
        errand_.check();
    }
    return out;
  }

  static Sizes minus(Sizes a, const Sizes& b) {
    for (std::size_t k = 0; k < b.size(); ++k)
      a[k] -= b[k];
    return a;
  }

  static bool occurs(const Formula& formula, BlockId block) {
    for (const Clause& clause : formula)
      for (const Term& term : clause)
        if (std::ranges::binary_search(term, block))
          return true;
    return false;
  }

  static std::set<BlockId> blocksOf(const Formula& formula) {
    std::set<BlockId> found;
    for (const Clause& clause : formula)
      for (const Term& term : clause)
        found.insert(term.begin(), term.end());
    return found;
  }

  /// False if it cannot hold. `free` loses what is counted in `factor` or becomes part of another block.
  bool simplify(Formula& formula, std::set<BlockId>& free, Sizes& factor) {
    for (const BlockId block : blocksOf(formula))
      free.insert(block);
    do {
      if (!force(formula, free, factor))
        return false;
    } while (joinAlways(formula, free) || joinAlternatives(formula, free) || forced(formula));
    return true;
  }

  static bool forced(const Formula& formula) {
    return std::ranges::any_of(formula, [](const Clause& clause) { return clause.size() < 2; });
  }

  /// A clause of one term: its blocks must hold.
  bool force(Formula& formula, std::set<BlockId>& free, Sizes& factor) {
    for (bool again = true; again;) {
      again = false;
      for (const Clause& clause : formula) {
        if (clause.empty())
          return false;
        if (clause.size() > 1)
          continue;
        for (const BlockId block : Term(clause.front())) {
          factor = times(factor, blocks_[block].holds);
          free.erase(block);
          formula = given(formula, block, true);
        }
        again = true;
        break;
      }
    }
    sortUnique(formula);
    return true;
  }

  /// What is left to hold once the block does, or does not.
  static Formula given(const Formula& formula, BlockId block, bool holds) {
    Formula left;
    for (const Clause& clause : formula) {
      Clause terms;
      bool met = false;
      for (const Term& term : clause) {
        const bool has = std::ranges::binary_search(term, block);
        if (has && !holds)
          continue;
        terms.push_back(term);
        if (has)
          std::erase(terms.back(), block);
        met = met || terms.back().empty();
      }
      if (met)
        continue;
      absorb(terms);
      left.push_back(std::move(terms));
    }
    sortUnique(left);
    return left;
  }

  static void absorb(Clause& clause) {
    std::set<BlockId> alone;
    for (const Term& term : clause)
      if (term.size() == 1)
        alone.insert(term.front());
    std::erase_if(clause, [&](const Term& term) {
      return term.size() > 1 && std::ranges::any_of(term, [&](BlockId b) { return alone.contains(b); });
    });
    sortUnique(clause);
  }

  using Spots = std::vector<std::pair<std::uint32_t, std::uint32_t>>; ///< (clause, term)

  static std::map<BlockId, Spots> spotsOf(const Formula& formula) {
    std::map<BlockId, Spots> spots;
    for (std::uint32_t c = 0; c < formula.size(); ++c)
      for (std::uint32_t t = 0; t < formula[c].size(); ++t)
        for (const BlockId block : formula[c][t])
          spots[block].emplace_back(c, t);
    return spots;
  }

  /// Blocks that occur in the same terms become one, which holds where all of them do.
  bool joinAlways(Formula& formula, std::set<BlockId>& free) {
    std::map<Spots, std::vector<BlockId>> alike;
    for (auto& [block, spots] : spotsOf(formula))
      alike[std::move(spots)].push_back(block);
    std::map<BlockId, BlockId> renamed;
    for (const auto& [spots, members] : alike)
      if (members.size() > 1)
        rename(members, add(joined(members, &Block::holds)), renamed, free);
    replace(formula, renamed);
    return !renamed.empty();
  }

  /// Blocks that are terms by themselves in the same clauses become one, which holds where one of them does.
  bool joinAlternatives(Formula& formula, std::set<BlockId>& free) {
    std::map<std::vector<std::uint32_t>, std::vector<BlockId>> alike;
    for (const auto& [block, spots] : spotsOf(formula)) {
      std::vector<std::uint32_t> clauses;
      bool alone = true;
      for (const auto& [c, t] : spots) {
        clauses.push_back(c);
        alone = alone && formula[c][t].size() == 1;
      }
      if (alone)
        alike[clauses].push_back(block);
    }
    std::map<BlockId, BlockId> renamed;
    for (const auto& [clauses, members] : alike)
      if (members.size() > 1) {
        Block fails = joined(members, nullptr);
        fails.holds = minus(fails.all, fails.holds);
        rename(members, add(std::move(fails)), renamed, free);
      }
    replace(formula, renamed);
    return !renamed.empty();
  }

  /// The product of what holds, or (no member given) of what does not.
  Block joined(const std::vector<BlockId>& members, Sizes Block::* holds) {
    Block block{{1}, {1}};
    for (const BlockId member : members) {
      const Block& one = blocks_[member];
      block.holds = times(block.holds, holds != nullptr ? one.*holds : minus(one.all, one.holds));
      block.all = times(block.all, one.all);
    }
    return block;
  }

  static void rename(const std::vector<BlockId>& members, BlockId as, std::map<BlockId, BlockId>& renamed,
                     std::set<BlockId>& free) {
    for (const BlockId member : members) {
      renamed[member] = as;
      free.erase(member);
    }
    free.insert(as);
  }

  static void replace(Formula& formula, const std::map<BlockId, BlockId>& renamed) {
    if (renamed.empty())
      return;
    for (Clause& clause : formula) {
      for (Term& term : clause) {
        for (BlockId& block : term)
          if (const auto found = renamed.find(block); found != renamed.end())
            block = found->second;
        sortUnique(term);
      }
      sortUnique(clause);
    }
    sortUnique(formula);
  }

  /// Clauses that share no block, directly or through others, apart.
  static std::vector<Formula> parts(Formula formula) {
    std::vector<std::pair<std::set<BlockId>, Formula>> groups;
    for (Clause& clause : formula) {
      std::pair<std::set<BlockId>, Formula> group;
      group.first = blocksOf({clause});
      group.second = {std::move(clause)};
      std::erase_if(groups, [&](auto& other) {
        const bool touches =
            std::ranges::any_of(other.first, [&](BlockId b) { return group.first.contains(b); });
        if (touches) {
          group.first.merge(other.first);
          group.second.insert(group.second.end(), other.second.begin(), other.second.end());
        }
        return touches;
      });
      groups.push_back(std::move(group));
    }
    std::vector<Formula> out;
    for (auto& group : groups)
      out.push_back(std::move(group.second));
    return out;
  }

  /// By cases of the block that occurs most.
  Sizes split(Formula formula) {
    BlockId most = 0;
    std::size_t times_ = 0;
    std::set<BlockId> rest;
    for (const auto& [block, spots] : spotsOf(formula)) {
      rest.insert(block);
      if (spots.size() > times_) {
        most = block;
        times_ = spots.size();
      }
    }
    rest.erase(most);
    const Block block = blocks_[most];
    Sizes with = times(block.holds, count(given(formula, most, true), rest));
    const Sizes without = times(minus(block.all, block.holds), count(given(formula, most, false), rest));
    with.resize(std::max(with.size(), without.size()), 0);
    for (std::size_t k = 0; k < without.size(); ++k)
      with[k] += without[k];
    return with;
  }

  std::vector<Block> blocks_;
  std::size_t left_;
  const stability::Errand& errand_;
};

mpq_class shareOf(const Sizes& sizes, std::size_t m) {
  std::vector<mpz_class> factorials{1};
  for (std::size_t k = 1; k <= m + 1; ++k)
    factorials.push_back(factorials.back() * static_cast<unsigned long>(k));
  mpz_class meet = 0;
  for (std::size_t k = 0; k < sizes.size() && k <= m; ++k)
    meet += sizes[k] * factorials[k] * factorials[m - k];
  mpq_class share(meet, factorials[m + 1]);
  share.canonicalize();
  return share;
}

} // namespace

mpz_class rankingsOf(std::size_t states) {
  mpz_class all;
  mpz_fac_ui(all.get_mpz_t(), states);
  return all;
}

std::optional<mpq_class> shareOfRankings(const StabilityCondition& condition, const CountEffort& effort,
                                         const stability::Errand& errand) {
  const std::size_t m = condition.states.size();
  if (m > effort.states)
    return std::nullopt;
  Counter counter(effort, errand);
  for (std::size_t q = 0; q < m; ++q)
    counter.addState();
  Formula formula;
  for (const auto& clause : condition.clauses) {
    Clause terms(clause.terms.begin(), clause.terms.end());
    sortUnique(terms);
    formula.push_back(std::move(terms));
  }
  sortUnique(formula);
  try {
    return shareOf(counter.count(std::move(formula), {}), m);
  } catch (const TooMuch&) {
    return std::nullopt;
  }
}

} // namespace stasis::analysis
