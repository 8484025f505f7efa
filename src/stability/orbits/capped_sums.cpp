#include "stability/orbits/capped_sums.h"

#include <algorithm>
#include <cmath>

namespace stasis::stability {

namespace {

std::uint32_t capOf(const SumClasses::Summand& summand) {
  return summand.cuts.empty() ? 0 : summand.cuts.back();
}

/// Numbers of a fixed length, one for each value; a step adds some to others.
class LongNumbers {
public:
  LongNumbers(std::size_t count, std::size_t limbs) : limbs_(limbs), words_(count * limbs), used_(count) {}

  bool isZero(std::size_t k) const { return used_[k] == 0; }
  void setOne(std::size_t k) {
    words_[k * limbs_] = 1;
    used_[k] = 1;
  }
  void add(std::size_t k, const LongNumbers& from, std::size_t other) {
    mp_limb_t* to = words_.data() + k * limbs_;
    mpn_add_n(to, to, from.words_.data() + other * limbs_, static_cast<mp_size_t>(limbs_));
    used_[k] = 1;
  }
  void clear() {
    std::ranges::fill(words_, mp_limb_t{0});
    std::ranges::fill(used_, std::uint8_t{0});
  }
  Count number(std::size_t k) const {
    Count count;
    mpz_import(count.get_mpz_t(), limbs_, -1, sizeof(mp_limb_t), 0, 0, words_.data() + k * limbs_);
    return count;
  }

private:
  std::size_t limbs_;
  std::vector<mp_limb_t> words_;
  std::vector<std::uint8_t> used_;
};

} // namespace

std::size_t CappedSums::count(const SumClasses& classes) {
  std::size_t product = 1;
  for (const auto& summand : classes.summands()) {
    product *= capOf(summand) + std::size_t{1};
    if (product > most)
      return most + 1;
  }
  return product;
}

CappedSums::CappedSums(const SumClasses& classes, std::size_t choices)
    : choices_(choices), classCount_(classes.size()), classes_(count(classes)),
      after_(classes_.size() * choices) {
  const auto& summands = classes.summands();
  Sums sums(summands.size());
  for (std::size_t value = 0; value < classes_.size(); ++value) {
    std::size_t rest = value;
    for (std::size_t k = summands.size(); k-- > 0;) {
      sums[k] = static_cast<std::uint32_t>(rest % (capOf(summands[k]) + 1));
      rest /= capOf(summands[k]) + 1;
    }
    classes_[value] = static_cast<std::uint32_t>(classes.classOf(sums));
    for (std::size_t c = 0; c < choices; ++c) {
      std::size_t after = 0;
      for (std::size_t k = 0; k < summands.size(); ++k) {
        const std::uint32_t cap = capOf(summands[k]);
        after = after * (cap + 1) + std::min(cap, sums[k] + summands[k].byChoice[c]);
      }
      after_[value * choices + c] = static_cast<Value>(after);
    }
  }
}

std::vector<Count> CappedSums::ways(std::size_t members, ChoiceSet allowed, const Errand& errand) const {
  const double bits = static_cast<double>(members) * std::log2(static_cast<double>(choices_) + 1);
  LongNumbers now(size(), static_cast<std::size_t>(bits / 64) + 1);
  LongNumbers next = now;
  now.setOne(0);
  for (std::size_t m = 0; m < members; ++m) {
    errand.check();
    next.clear();
    for (std::size_t value = 0; value < size(); ++value)
      for (std::size_t c = 0; c < choices_ && !now.isZero(value); ++c)
        if (hasChoice(allowed, c))
          next.add(after_[value * choices_ + c], now, value);
    std::swap(now, next);
  }
  std::vector<Count> byClass(classCount_);
  for (std::size_t value = 0; value < size(); ++value)
    if (!now.isZero(value))
      byClass[classes_[value]] += now.number(value);
  return byClass;
}

CappedSums::Completable::Completable(const CappedSums& sums, std::size_t members, ChoiceSet allowed,
                                     const std::vector<bool>& into, const Errand& errand) {
  auto& none = by_.emplace_back(sums.size());
  for (std::size_t value = 0; value < sums.size(); ++value)
    none[value] = into[sums.classOf(static_cast<Value>(value))] ? 1 : 0;
  for (std::size_t m = 1; m <= members; ++m) {
    errand.check();
    std::vector<std::uint8_t> now(sums.size());
    const std::vector<std::uint8_t>& before = by_.back();
    for (std::size_t value = 0; value < sums.size(); ++value)
      for (std::size_t c = 0; c < sums.choices(); ++c)
        if (hasChoice(allowed, c))
          now[value] |= before[sums.after(static_cast<Value>(value), c)];
    by_.push_back(std::move(now));
  }
}

} // namespace stasis::stability
