#include "stability/symbolic/weighted_sum.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace stasis::stability {

namespace {

using Sums = std::vector<std::uint64_t>; ///< ascending, each once

/// More sums than this, over all terms of one bit, are not looked at one by one.
constexpr std::size_t mostSums = std::size_t{1} << 22U;
/// The depth of a set with more nodes than this is not looked for.
constexpr std::size_t fewNodes = 64;

/// The last level that a set tests; none if it has too many nodes.
std::optional<std::size_t> lastLevel(const Diagram& set) {
  std::size_t last = set.level();
  std::unordered_set<std::uint32_t> seen;
  std::vector<Diagram> waiting{set};
  while (!waiting.empty()) {
    const Diagram at = std::move(waiting.back());
    waiting.pop_back();
    if (at.isConstant() || !seen.insert(at.edge().node()).second)
      continue;
    if (seen.size() > fewNodes)
      return std::nullopt;
    last = std::max(last, at.level());
    waiting.push_back(at.without());
    waiting.push_back(at.with());
  }
  return last;
}

/// Whether no term depends on a variable before the last one of the term before it.
bool oneBehindAnother(const std::vector<Term>& terms) {
  for (std::size_t k = 0; k + 1 < terms.size(); ++k) {
    const auto last = lastLevel(terms[k].where);
    if (!last || *last > terms[k + 1].where.level())
      return false;
  }
  return true;
}

void keepEachOnce(Sums& sums) {
  std::ranges::sort(sums);
  const auto rest = std::ranges::unique(sums);
  sums.erase(rest.begin(), rest.end());
}

std::size_t placeOf(const Sums& sums, std::uint64_t sum) {
  return static_cast<std::size_t>(std::ranges::lower_bound(sums, sum) - sums.begin());
}

/// Without terms that always or never count, the others in the order of variables; returns what always
/// counts.
std::uint64_t putInOrder(std::vector<Term>& terms) {
  std::uint64_t always = 0;
  for (const Term& term : terms)
    always += term.where.holdsEverywhere() ? term.number : 0;
  std::erase_if(terms, [](const Term& term) { return term.where.isConstant() || term.number == 0; });
  std::ranges::stable_sort(terms, {}, [](const Term& term) { return term.where.level(); });
  return always;
}

/// Modulo a power of two: what `always` and the terms before each one may have come to, and what all may.
/// None if there are too many.
std::optional<std::vector<Sums>> sumsBefore(const std::vector<Term>& terms, std::uint64_t always,
                                            std::uint64_t mask) {
  std::vector<Sums> before{{always & mask}};
  std::size_t all = 0;
  for (const Term& term : terms) {
    const Sums& here = before.back();
    Sums next = here;
    for (const std::uint64_t sum : here)
      next.push_back((sum + term.number) & mask);
    keepEachOnce(next);
    all += next.size();
    if (all > mostSums)
      return std::nullopt;
    before.push_back(std::move(next));
  }
  return before;
}

/// One bit of the sum, from the last term upwards.
std::optional<Diagram> bitOf(const std::vector<Term>& terms, std::uint64_t always, std::size_t bit) {
  const std::uint64_t mask = ~std::uint64_t{0} >> (63 - bit);
  const auto before = sumsBefore(terms, always, mask);
  if (!before)
    return std::nullopt;
  std::vector<Diagram> behind; ///< by what the terms before have come to
  for (const std::uint64_t sum : before->back())
    behind.push_back(Diagram::constant((sum >> bit & 1) != 0));
  for (std::size_t k = terms.size(); k-- > 0;) {
    const Sums& sums = (*before)[k + 1];
    const auto at = [&](std::uint64_t sum) -> const Diagram& { return behind[placeOf(sums, sum)]; };
    std::vector<Diagram> here;
    for (const std::uint64_t sum : (*before)[k])
      here.push_back(choose(terms[k].where, at((sum + terms[k].number) & mask), at(sum)));
    behind = std::move(here);
  }
  return behind.front();
}

/// The bounds that are left after each term: those to be exceeded without it and with it, without those that
/// always or never are. None if there are too many.
std::optional<std::vector<Sums>> boundsBehind(const std::vector<Term>& terms, Sums bounds,
                                              std::vector<std::uint64_t>& most) {
  most.assign(terms.size() + 1, 0); // the largest sum of the terms from each one on
  for (std::size_t k = terms.size(); k-- > 0;)
    most[k] = most[k + 1] + terms[k].number;
  std::vector<Sums> behind{std::move(bounds)};
  std::size_t all = 0;
  for (std::size_t k = 0; k < terms.size(); ++k) {
    Sums next;
    for (const std::uint64_t bound : behind.back()) {
      if (bound < most[k + 1])
        next.push_back(bound);
      if (bound >= terms[k].number && bound - terms[k].number < most[k + 1])
        next.push_back(bound - terms[k].number);
    }
    keepEachOnce(next);
    all += next.size();
    if (all > mostSums)
      return std::nullopt;
    behind.push_back(std::move(next));
  }
  return behind;
}

void add(std::vector<Diagram>& sum, const Term& term) {
  Diagram carry;
  for (std::size_t bit = 0; bit < sum.size(); ++bit) {
    const Diagram digit = sum[bit];
    const Diagram added = (term.number >> bit & 1) != 0 ? term.where : Diagram();
    sum[bit] = digit ^ added ^ carry;
    carry = choose(digit, added | carry, added & carry);
  }
}

} // namespace

std::vector<Diagram> sumBits(std::vector<Term> terms, std::size_t width) {
  const std::uint64_t always = putInOrder(terms);
  std::vector<Diagram> bits;
  if (oneBehindAnother(terms))
    for (std::optional<Diagram> bit; bits.size() < width && (bit = bitOf(terms, always, bits.size()));)
      bits.push_back(std::move(*bit));
  if (bits.size() == width)
    return bits;
  bits.clear();
  for (std::size_t bit = 0; bit < width; ++bit)
    bits.push_back(Diagram::constant((always >> bit & 1) != 0));
  for (std::size_t k = terms.size(); k-- > 0;)
    add(bits, terms[k]);
  return bits;
}

std::optional<std::vector<Diagram>> sumAbove(std::vector<Term> terms, std::vector<std::uint64_t> bounds) {
  const std::uint64_t always = putInOrder(terms);
  if (!oneBehindAnother(terms))
    return std::nullopt;
  const auto decided = std::ranges::lower_bound(bounds, always); // what always counts exceeds those before
  std::vector<Diagram> exceeded(static_cast<std::size_t>(decided - bounds.begin()), Diagram::constant(true));
  bounds.erase(bounds.begin(), decided);
  for (std::uint64_t& bound : bounds)
    bound -= always;
  std::vector<std::uint64_t> most;
  const auto left = boundsBehind(terms, std::move(bounds), most);
  if (!left)
    return std::nullopt;
  std::vector<Diagram> behind(left->back().size());
  for (std::size_t k = terms.size(); k-- > 0;) {
    const auto at = [&](std::uint64_t bound) {
      return bound < most[k + 1] ? behind[placeOf((*left)[k + 1], bound)] : Diagram();
    };
    std::vector<Diagram> here;
    for (const std::uint64_t bound : (*left)[k])
      here.push_back(choose(terms[k].where,
                            bound < terms[k].number ? Diagram::constant(true) : at(bound - terms[k].number),
                            at(bound)));
    behind = std::move(here);
  }
  exceeded.insert(exceeded.end(), behind.begin(), behind.end());
  return exceeded;
}

} // namespace stasis::stability
