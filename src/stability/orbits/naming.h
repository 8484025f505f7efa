#pragma once

// Two ways to give one value to what is written alike. `Numbered` gives the same number to the same words
// only; `Hashed` is faster and may, once in 2^64, give two lists of words one value.
//
// Cost: O(words), times the logarithm of what has been named for `Numbered`. Tested in
// tests/stability/orbits/kinds_test.cpp.

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace stasis::stability {

class Numbered {
public:
  using Value = std::uint32_t;
  Value operator()(std::vector<std::uint64_t> words) {
    return numbers_.try_emplace(std::move(words), static_cast<Value>(numbers_.size())).first->second;
  }

private:
  std::map<std::vector<std::uint64_t>, Value> numbers_;
};

class Hashed {
public:
  using Value = std::uint64_t;
  Value operator()(const std::vector<std::uint64_t>& words) const {
    std::uint64_t hash = words.size();
    for (const std::uint64_t word : words)
      hash = mixed(hash * 0x9E3779B97F4A7C15U + word);
    return hash;
  }

private:
  static std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
  }
};

} // namespace stasis::stability
