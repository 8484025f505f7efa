#include "analysis/invert/ranking_share.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace stasis::analysis {

namespace {

/// The number N_k of sets of each size k: Σ N_k z^k with z a power of two above every N_k, so that GMP
/// multiplies and subtracts whole polynomials (Kronecker 1882).
using Sizes = mpz_class;

/// States counted as one: the sets of them in which it holds, and all sets.
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
  Counter(std::size_t states, const CountEffort& effort, const stability::Errand& errand)
      : left_(effort.words), errand_(errand) {
    const Sizes z = Sizes(1) << 64 * wordsOf(states);
    for (std::size_t q = 0; q < states; ++q)
      add({z, 1 + z});
  }

  /// Words of one coefficient; no coefficient exceeds 2^states.
  static std::size_t wordsOf(std::size_t states) { return states / 64 + 1; }

  /// The sets of blocks, of `free` and of the formula, for which the formula holds.
  Sizes count(Formula formula, std::set<BlockId> free) {
    errand_.check();
    Sizes factor = 1;
    if (!simplify(formula, free, factor))
      return 0;
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
    const std::size_t words = mpz_size(a.get_mpz_t()) + mpz_size(b.get_mpz_t());
    if (words > left_)
      throw TooMuch{};
    left_ -= words;
    errand_.check();
    return a * b;
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

  /// False if it cannot hold. Removes from `free` what it counts in `factor` or joins to another block.
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

  /// What must still hold if the block holds, or if it does not.
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

  /// Joins blocks that occur in the same terms: the joined block holds if all of them hold.
  bool joinAlways(Formula& formula, std::set<BlockId>& free) {
    std::map<Spots, std::vector<BlockId>> alike;
    for (auto& [block, spots] : spotsOf(formula))
      alike[std::move(spots)].push_back(block);
    std::map<BlockId, BlockId> renamed;
    for (const auto& [spots, members] : alike)
      if (members.size() > 1)
        rename(members, add(joined(members, true)), renamed, free);
    replace(formula, renamed);
    return !renamed.empty();
  }

  /// Joins blocks that are single terms of the same clauses: the joined block holds if one of them holds.
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
        Block some = joined(members, false);
        some.holds = some.all - some.holds;
        rename(members, add(std::move(some)), renamed, free);
      }
    replace(formula, renamed);
    return !renamed.empty();
  }

  /// The sets in which all members hold, or none. Multiplies in halves: factors of equal size cost least.
  Block joined(std::span<const BlockId> members, bool hold) {
    if (members.size() == 1) {
      const Block& one = blocks_[members.front()];
      return {hold ? one.holds : Sizes(one.all - one.holds), one.all};
    }
    const Block a = joined(members.first(members.size() / 2), hold);
    const Block b = joined(members.subspan(members.size() / 2), hold);
    return {times(a.holds, b.holds), times(a.all, b.all)};
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

  /// Separates clauses that share no block, directly or through others.
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

  /// Splits by the cases of the block that occurs most.
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
    const Sizes with = times(block.holds, count(given(formula, most, true), rest));
    return with + times(block.all - block.holds, count(given(formula, most, false), rest));
  }

  std::vector<Block> blocks_;
  std::size_t left_;
  const stability::Errand& errand_;
};

/// N_k.
mpz_class coefficient(const Sizes& sizes, std::size_t k, std::size_t words) {
  const std::size_t all = mpz_size(sizes.get_mpz_t());
  mpz_class n;
  if (k * words < all)
    mpz_import(n.get_mpz_t(), std::min(words, all - k * words), -1, sizeof(mp_limb_t), 0, 0,
               mpz_limbs_read(sizes.get_mpz_t()) + k * words);
  return n;
}

mpq_class shareOf(const Sizes& sizes, std::size_t m) {
  static_assert(sizeof(mp_limb_t) == 8);
  std::vector<mpz_class> factorials{1};
  for (std::size_t k = 1; k <= m + 1; ++k)
    factorials.push_back(factorials.back() * static_cast<unsigned long>(k));
  mpz_class meet = 0;
  for (std::size_t k = 0; k <= m; ++k)
    meet += coefficient(sizes, k, Counter::wordsOf(m)) * factorials[k] * factorials[m - k];
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
  Counter counter(m, effort, errand);
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
