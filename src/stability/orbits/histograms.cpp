#include "stability/orbits/histograms.h"

#include <algorithm>

namespace stasis::stability {

std::uint64_t histogramCount(std::size_t members, std::size_t choices) {
  if (choices == 0)
    return members == 0 ? 1 : 0;
  __extension__ using Wide = unsigned __int128;
  Wide count = 1;
  for (std::size_t k = 1; k <= std::min(members, choices - 1); ++k) {
    count = count * (members + choices - k) / k;
    if (count >> 64 != 0)
      return std::numeric_limits<std::uint64_t>::max();
  }
  return static_cast<std::uint64_t>(count);
}

Histograms::Histograms(std::size_t members, std::size_t choices)
    : members_(members), choices_(choices),
      size_(static_cast<std::uint32_t>(histogramCount(members, choices))), upTo_(choices * (members + 1)) {
  for (std::size_t c = 0; c < choices; ++c)
    for (std::size_t n = 0; n <= members; ++n)
      upTo_[c * (members + 1) + n] = static_cast<std::uint32_t>(histogramCount(n, c + 1));
}

std::uint32_t Histograms::number(std::span<const std::uint32_t> histogram) const {
  std::uint32_t number = 0;
  std::size_t left = members_;
  for (std::size_t c = choices_; c-- > 1;) {
    number += before(c, left, histogram[c]);
    left -= histogram[c];
  }
  return number;
}

Histogram Histograms::at(std::uint32_t number) const {
  Histogram histogram(choices_);
  std::uint32_t rest = number;
  std::size_t left = members_;
  for (std::size_t c = choices_; c-- > 1;) {
    std::size_t k = 0;
    while (k < left && before(c, left, k + 1) <= rest)
      ++k;
    rest -= before(c, left, k);
    histogram[c] = static_cast<std::uint32_t>(k);
    left -= k;
  }
  if (choices_ > 0)
    histogram[0] = static_cast<std::uint32_t>(left);
  return histogram;
}

std::size_t Histograms::next(Histogram& histogram) const {
  std::size_t c = 0;
  while (c < choices_ && histogram[c] == 0)
    ++c;
  if (c >= choices_)
    return c;
  const std::uint32_t held = histogram[c];
  histogram[c] = 0;
  if (c + 1 == choices_) {
    histogram[0] = held;
    return c;
  }
  ++histogram[c + 1];
  histogram[0] = held - 1;
  return c;
}

OneMore::OneMore(const Histograms& fewer, const Histograms& more)
    : choices(fewer.choices()), up(std::size_t{fewer.size()} * choices),
      down(std::size_t{more.size()} * choices, none) {
  Histogram histogram = fewer.at(0);
  for (std::uint32_t w = 0; w < fewer.size(); ++w, fewer.next(histogram))
    for (std::size_t c = 0; c < choices; ++c) {
      ++histogram[c];
      const std::uint32_t g = more.number(histogram);
      --histogram[c];
      up[w * choices + c] = g;
      down[g * choices + c] = w;
    }
}

} // namespace stasis::stability
