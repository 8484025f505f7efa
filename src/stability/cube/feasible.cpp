#include "stability/cube/feasible.h"

#include "stability/cube/in_parallel.h"
#include "stability/cube/option_columns.h"

#include <algorithm>
#include <bit>

namespace stasis::stability::cube {

Feasible::Feasible(const Shape& shape, const Errand& errand) : count_(shape.size()) {
  if (shape.joint().empty())
    return;
  std::vector<const model::Expression*> constraints;
  for (const std::size_t k : shape.joint())
    constraints.push_back(&shape.conflict().constraints[k].holds);
  const Conditions conditions(shape, constraints);
  const std::size_t blocks = (shape.size() + blockNumbers - 1) / blockNumbers;
  bits_.resize(blocks * blockWords);
  inParallel(blocks, 64, errand, [&](std::size_t begin, std::size_t end) {
    Conditions own = conditions;
    for (std::size_t b = begin; b < end; ++b) {
      own.evaluate(b * blockNumbers);
      for (std::size_t w = 0; w < blockWords; ++w) {
        std::uint64_t held = ~std::uint64_t{0};
        for (std::size_t k = 0; k < own.size(); ++k)
          held &= own[k][w];
        bits_[b * blockWords + w] = held;
      }
    }
  });
  for (std::size_t w = shape.size() / 64; w < bits_.size(); ++w) {
    const std::size_t left = 64 * w < shape.size() ? shape.size() - 64 * w : 0;
    bits_[w] &= left == 0 ? 0 : (std::uint64_t{1} << left) - 1;
  }
  countWords();
  if (count_ == shape.size())
    bits_ = {};
}

void Feasible::countWords() {
  count_ = 0;
  for (std::size_t w = 0; w < bits_.size(); ++w) {
    if (w % 8 == 0)
      before_.push_back(count_);
    count_ += static_cast<std::size_t>(std::popcount(bits_[w]));
  }
}

std::size_t Feasible::placeOf(std::size_t number) const {
  if (full())
    return number;
  std::size_t place = before_[number / 512];
  for (std::size_t w = number / 512 * 8; w < number / 64; ++w)
    place += static_cast<std::size_t>(std::popcount(bits_[w]));
  return place + static_cast<std::size_t>(
                     std::popcount(bits_[number / 64] & ((std::uint64_t{1} << number % 64) - 1)));
}

std::size_t Feasible::numberAt(std::size_t place) const {
  if (full())
    return place;
  const auto above = std::ranges::upper_bound(before_, place);
  std::size_t w = static_cast<std::size_t>(above - before_.begin() - 1) * 8;
  std::size_t left = place - before_[w / 8];
  for (;; ++w) {
    const auto here = static_cast<std::size_t>(std::popcount(bits_[w]));
    if (left < here)
      break;
    left -= here;
  }
  std::uint64_t word = bits_[w];
  for (; left > 0; --left)
    word &= word - 1;
  return 64 * w + static_cast<std::size_t>(std::countr_zero(word));
}

} // namespace stasis::stability::cube
