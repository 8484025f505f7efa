#include "stability/explicit/state_sets.h"

#include <bit>

namespace stasis::stability {

void Bits::setWord(std::size_t w, std::uint64_t bits) {
  const std::size_t left = size_ - 64 * w;
  words_[w] = left >= 64 ? bits : bits & ((std::uint64_t{1} << left) - 1);
}

std::uint64_t Bits::count() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t word : words_)
    sum += static_cast<std::uint64_t>(std::popcount(word));
  return sum;
}

std::size_t Bits::next(std::size_t from) const {
  if (from >= size_)
    return size_;
  std::size_t w = from / 64;
  std::uint64_t word = words_[w] >> from % 64 << from % 64;
  while (word == 0)
    if (++w == words_.size())
      return size_;
    else
      word = words_[w];
  return 64 * w + static_cast<std::size_t>(std::countr_zero(word));
}

namespace {

std::uint64_t hashOf(const Bits& bits) {
  std::uint64_t hash = 0x9E3779B97F4A7C15;
  for (std::size_t w = 0; w < bits.words(); ++w)
    hash = (std::rotl(hash, 5) ^ bits.word(w)) * 0xD6E8FEB86659FD93;
  return hash;
}

} // namespace

StateSet StateSets::keep(Bits bits) {
  const std::uint64_t hash = hashOf(bits);
  const auto [first, last] = byHash_.equal_range(hash);
  for (auto same = first; same != last; ++same)
    if (sets_[same->second] == bits)
      return {same->second};
  const auto handle = static_cast<std::uint32_t>(sets_.size());
  sets_.push_back(std::move(bits));
  hashes_.push_back(hash);
  byHash_.emplace(hash, handle);
  return {handle};
}

void StateSets::shrink(std::uint32_t size) {
  while (sets_.size() > size) {
    const auto [first, last] = byHash_.equal_range(hashes_.back());
    for (auto same = first; same != last; ++same)
      if (same->second + 1 == sets_.size()) {
        byHash_.erase(same);
        break;
      }
    sets_.pop_back();
    hashes_.pop_back();
  }
}

} // namespace stasis::stability
