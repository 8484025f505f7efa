#include "stability/cube/preference_numbers.h"

#include "stability/cube/in_parallel.h"
#include "stability/cube/lanes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <mutex>
#include <numeric>

namespace stasis::stability::cube {

namespace {

/// Numbers below this are kept in 16 bits.
constexpr std::uint64_t fewNumbers = 65535;
constexpr std::uint64_t digitBound = std::uint64_t{1} << 31;
/// Blocks a thread takes at once.
constexpr std::size_t manyBlocks = 64;

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  return a > ~std::uint64_t{0} / b ? ~std::uint64_t{0} : a * b;
}

/// Hands on whole blocks; the last one is filled up.
template <class Number, class Take>
void eachDense(std::span<const Number> numbers, std::size_t begin, const Take& take) {
  for (std::size_t at = 0; at < numbers.size(); at += blockNumbers) {
    const std::size_t count = std::min(blockNumbers, numbers.size() - at);
    Number block[blockNumbers] = {};
    std::copy_n(numbers.begin() + static_cast<std::ptrdiff_t>(at), count, block);
    take(begin + at, count, block);
  }
}

std::size_t blocksOf(const Shape& shape) { return (shape.size() + blockNumbers - 1) / blockNumbers; }

} // namespace

PreferenceNumbers::PreferenceNumbers(const Shape& shape, const Feasible& feasible, model::PartyId party,
                                     const Errand& errand)
    : shape_(shape), feasible_(feasible) {
  const auto& preference = shape.conflict().party(party).preference;
  if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
    prepareStatements(*tiers, errand);
  else if (const auto* weights = std::get_if<model::Weights>(&preference))
    prepareSums(*weights, errand);
  else if (const auto* ranking = std::get_if<model::Ranking>(&preference))
    prepareClasses(*ranking);
}

// --- prefer

void PreferenceNumbers::prepareStatements(const model::Prioritised& preference, const Errand& errand) {
  std::vector<const model::Expression*> wanted;
  for (const auto& tier : preference.tiers)
    for (const auto& statement : tier)
      wanted.push_back(&statement.wanted);
  statements_.resize(wanted.size());
  conditions_.emplace(shape_, wanted);
  keepStatements(preference);
  if (bound_ <= fewNumbers)
    return;
  findRanges(errand);
  keepStatements(preference);
  if (bound_ > fewNumbers)
    refineByStatements(errand);
}

/// Keeps all statements or, once the ranges are known, those that decide something.
void PreferenceNumbers::keepStatements(const model::Prioritised& preference) {
  kept_.clear();
  bound_ = 1;
  std::size_t next = 0;
  for (const auto& tier : preference.tiers) {
    const std::size_t first = kept_.size();
    for (std::size_t k = 0; k < tier.size(); ++k, ++next)
      if (!ranged_ || (statements_[next].holdsSomewhere && statements_[next].failsSomewhere))
        kept_.push_back({next, 1});
    if (kept_.size() == first)
      continue;
    kept_[first].times = static_cast<std::uint32_t>(kept_.size() - first + 1);
    bound_ = times(bound_, kept_[first].times);
  }
}

void PreferenceNumbers::findRanges(const Errand& errand) {
  std::mutex guard;
  inParallel(blocksOf(shape_), manyBlocks, errand, [&](std::size_t begin, std::size_t end) {
    Conditions own = *conditions_;
    std::vector<StatementRange> ranges(own.size());
    for (std::size_t b = begin; b < end; ++b) {
      own.evaluate(b * blockNumbers);
      note(own, b * blockNumbers, ranges);
    }
    const std::lock_guard lock(guard);
    merge(ranges);
  });
  ranged_ = true;
}

void PreferenceNumbers::note(const Conditions& conditions, std::size_t begin,
                             std::vector<StatementRange>& ranges) const {
  Block alive{};
  for (std::size_t w = 0; w < blockWords && begin + 64 * w < shape_.size(); ++w) {
    const std::size_t left = shape_.size() - begin - 64 * w;
    alive[w] =
        feasible_.word(begin / 64 + w) & (left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1);
  }
  for (std::size_t k = 0; k < ranges.size(); ++k) {
    if (ranges[k].holdsSomewhere && ranges[k].failsSomewhere)
      continue;
    std::uint64_t holds = 0;
    std::uint64_t fails = 0;
    for (std::size_t w = 0; w < blockWords; ++w) {
      holds |= conditions[k][w] & alive[w];
      fails |= ~conditions[k][w] & alive[w];
    }
    ranges[k].holdsSomewhere |= holds != 0;
    ranges[k].failsSomewhere |= fails != 0;
  }
}

void PreferenceNumbers::merge(const std::vector<StatementRange>& ranges) {
  for (std::size_t k = 0; k < ranges.size(); ++k) {
    statements_[k].holdsSomewhere |= ranges[k].holdsSomewhere;
    statements_[k].failsSomewhere |= ranges[k].failsSomewhere;
  }
}

/// Takes as many tiers at a time as one digit has room for.
void PreferenceNumbers::refineByStatements(const Errand& errand) {
  Densified ranks(shape_.size());
  std::vector<std::uint32_t> digits(blocksOf(shape_) * blockNumbers);
  for (std::size_t from = 0; from < kept_.size() && !ranks.complete();) {
    std::uint64_t radix = 1;
    std::size_t to = from;
    while (to < kept_.size() && (to == from || kept_[to].times == 1 || radix * kept_[to].times <= digitBound))
      radix *= kept_[to++].times;
    inParallel(blocksOf(shape_), manyBlocks, errand, [&](std::size_t begin, std::size_t end) {
      Conditions own = *conditions_;
      std::vector<NumberStep> steps;
      for (std::size_t k = from; k < to; ++k)
        steps.push_back({own[kept_[k].statement].data(), kept_[k].times});
      for (std::size_t b = begin; b < end; ++b) {
        own.evaluate(b * blockNumbers);
        kernels().numbers.number32(steps.data(), steps.size(), blockWords, &digits[b * blockNumbers]);
      }
    });
    clearHoles(digits);
    errand.check();
    ranks.refine(std::span(digits).first(shape_.size()), radix);
    from = to;
  }
  digits = {};
  const std::uint64_t bound = ranks.distinct();
  keepDense(ranks.take(), bound);
}

/// Gives holes the class of some state, so that no class consists of holes alone.
void PreferenceNumbers::clearHoles(std::vector<std::uint32_t>& digits) const {
  if (feasible_.full())
    return;
  const std::uint32_t some = digits[feasible_.numberAt(0)];
  for (std::size_t w = 0; 64 * w < shape_.size(); ++w)
    for (std::uint64_t holes = ~feasible_.word(w); holes != 0; holes &= holes - 1)
      if (const std::size_t n = 64 * w + static_cast<std::size_t>(std::countr_zero(holes)); n < shape_.size())
        digits[n] = some;
}

void PreferenceNumbers::keepDense(std::vector<Rank> dense, std::uint64_t bound) {
  bound_ = bound;
  if (bound <= fewNumbers)
    dense16_.assign(dense.begin(), dense.end());
  else
    dense32_ = std::move(dense);
}

// --- weigh

void PreferenceNumbers::prepareSums(const model::Weights& weights, const Errand& errand) {
  tabulateOptions(weights);
  sortOutOthers(weights);
  std::uint64_t unit = 0;
  for (const auto& sums : sums_)
    for (const std::uint64_t sum : sums)
      unit = std::gcd(unit, sum);
  for (const Other& other : others_)
    unit = std::gcd(unit, other.units);
  if (unit == 0)
    return;
  std::uint64_t most = 0;
  for (auto& sums : sums_) {
    for (std::uint64_t& sum : sums)
      sum /= unit;
    most += *std::ranges::max_element(sums);
  }
  for (Other& other : others_)
    most += other.units /= unit;
  bound_ = most + 1;
  if (bound_ > fewNumbers)
    refineBySums(most, errand);
}

void PreferenceNumbers::tabulateOptions(const model::Weights& weights) {
  for (const Digit& digit : shape_.digits()) {
    std::vector<std::int64_t> own(digit.radix(), 0);
    for (const auto& weight : weights.weights)
      if (const auto option = weight.option(); option && (digit.options >> option->index() & 1) != 0)
        for (std::size_t c = 0; c < digit.radix(); ++c)
          own[c] += (digit.choices[c] >> option->index() & 1) != 0 ? weight.units : 0;
    const std::int64_t least = *std::ranges::min_element(own);
    auto& sums = sums_.emplace_back();
    for (const std::int64_t sum : own)
      sums.push_back(static_cast<std::uint64_t>(sum - least));
  }
}

void PreferenceNumbers::sortOutOthers(const model::Weights& weights) {
  std::vector<const model::Expression*> wanted;
  for (const auto& weight : weights.weights)
    if (!weight.option()) {
      wanted.push_back(&weight.wanted);
      others_.push_back({static_cast<std::uint64_t>(std::abs(weight.units)), weight.units < 0});
    }
  if (!wanted.empty())
    conditions_.emplace(shape_, wanted);
}

/// Takes as many bits of the sums at a time as one digit has room for.
void PreferenceNumbers::refineBySums(std::uint64_t most, const Errand& errand) {
  Densified ranks(shape_.size());
  std::vector<std::uint32_t> digits(blocksOf(shape_) * blockNumbers);
  for (auto left = static_cast<unsigned>(std::bit_width(most)); left > 0 && !ranks.complete();) {
    const unsigned width = std::min({left, static_cast<unsigned>(std::bit_width(ranks.room())) - 1, 31U});
    left -= width;
    inParallel(blocksOf(shape_), manyBlocks, errand, [&](std::size_t begin, std::size_t end) {
      std::optional<Conditions> own = conditions_;
      std::array<std::uint64_t, blockNumbers> sums{};
      for (std::size_t at = begin * blockNumbers; at < end * blockNumbers; at += blockNumbers) {
        sumBlock(at, own, sums);
        for (std::size_t k = 0; k < blockNumbers; ++k)
          digits[at + k] = static_cast<std::uint32_t>(sums[k] >> left & ((std::uint64_t{1} << width) - 1));
      }
    });
    clearHoles(digits);
    errand.check();
    ranks.refine(std::span(digits).first(shape_.size()), std::uint64_t{1} << width);
  }
  digits = {};
  const std::uint64_t bound = ranks.distinct();
  keepDense(ranks.take(), bound);
}

/// The sums of a block: those of options are counted like an odometer, then the other conditions are added.
/// Sums beyond the last number mean nothing.
void PreferenceNumbers::sumBlock(std::size_t begin, std::optional<Conditions>& others,
                                 std::span<std::uint64_t> sums) const {
  const auto& digits = shape_.digits();
  std::vector<std::size_t> at;
  std::uint64_t sum = 0;
  for (std::size_t d = 0; d < digits.size(); ++d) {
    at.push_back(begin / digits[d].stride % digits[d].radix());
    sum += sums_[d][at[d]];
  }
  for (std::uint64_t& one : sums) {
    one = sum;
    for (std::size_t d = 0; d < digits.size(); ++d) {
      sum -= sums_[d][at[d]];
      at[d] = at[d] + 1 == digits[d].radix() ? 0 : at[d] + 1;
      sum += sums_[d][at[d]];
      if (at[d] != 0)
        break;
    }
  }
  if (!others)
    return;
  others->evaluate(begin);
  for (std::size_t k = 0; k < others_.size(); ++k)
    for (std::size_t w = 0; w < blockWords; ++w) {
      const std::uint64_t counts = others_[k].negative ? ~(*others)[k][w] : (*others)[k][w];
      for (std::size_t bit = 0; bit < 64; ++bit)
        sums[64 * w + bit] += (counts >> bit & 1) * others_[k].units;
    }
}

// --- rank

void PreferenceNumbers::prepareClasses(const model::Ranking& ranking) {
  std::vector<Rank> ranks(shape_.size(), 0);
  for (std::size_t k = 0; k < ranking.classes.size(); ++k)
    for (const auto& reference : ranking.classes[k]) {
      std::optional<std::size_t> number;
      if (reference.kind == model::StateRef::Kind::named)
        number = shape_.find(shape_.conflict().named[reference.value].state);
      else if (reference.value >= 1 && reference.value <= feasible_.count())
        number = feasible_.numberAt(reference.value - 1);
      if (number)
        ranks[*number] = static_cast<Rank>(ranking.classes.size() - 1 - k);
    }
  keepDense(std::move(ranks), std::max<std::uint64_t>(1, ranking.classes.size()));
}

void PreferenceNumbers::release() {
  conditions_.reset();
  dense16_ = {};
  dense32_ = {};
}

// --- blocks

void PreferenceNumbers::each(const Take16& take16, const Take32& take32, const Errand& errand) {
  std::mutex guard;
  inParallel(blocksOf(shape_), manyBlocks, errand, [&](std::size_t first, std::size_t last) {
    const std::size_t begin = first * blockNumbers;
    const std::size_t end = std::min(last * blockNumbers, shape_.size());
    if (!dense32_.empty())
      return eachDense<std::uint32_t>(std::span(dense32_).subspan(begin, end - begin), begin, take32);
    if (!dense16_.empty())
      return eachDense<std::uint16_t>(std::span(dense16_).subspan(begin, end - begin), begin, take16);
    alignas(64) std::uint16_t numbers[blockNumbers] = {};
    std::array<std::uint64_t, blockNumbers> sums{};
    std::optional<Conditions> own = conditions_;
    std::vector<StatementRange> ranges(statements_.size());
    std::vector<NumberStep> steps;
    for (const Kept& kept : kept_)
      steps.push_back({(*own)[kept.statement].data(), kept.times});
    for (std::size_t at = begin; at < end; at += blockNumbers) {
      const std::size_t count = std::min(blockNumbers, end - at);
      if (!sums_.empty()) {
        sumBlock(at, own, sums);
        std::ranges::transform(sums, numbers,
                               [](std::uint64_t sum) { return static_cast<std::uint16_t>(sum); });
      } else if (own) {
        own->evaluate(at);
        if (!ranged_)
          note(*own, at, ranges);
        kernels().numbers.number16(steps.data(), steps.size(), blockWords, numbers);
      }
      take16(at, count, numbers);
    }
    const std::lock_guard lock(guard);
    merge(ranges);
  });
}

} // namespace stasis::stability::cube
