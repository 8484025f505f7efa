#pragma once

// Numbers for words and features: 32-bit hashes that are the same on every machine. The last step is the
// finalizer of MurmurHash3 (Appleby 2011, public domain). O(bytes).

#include <cstdint>
#include <string_view>

namespace stasis::evidence::grammar {

constexpr std::uint32_t mixed(std::uint32_t h) {
  h ^= h >> 16;
  h *= 0x85EBCA6BU;
  h ^= h >> 13;
  h *= 0xC2B2AE35U;
  return h ^ (h >> 16);
}

/// One number for two; their order counts.
constexpr std::uint32_t paired(std::uint32_t a, std::uint32_t b) {
  return mixed(a * 0x9E3779B1U + (b ^ 0x5BD1E995U) * 0x27D4EB2FU);
}

constexpr std::uint32_t hashOf(std::string_view bytes) {
  std::uint32_t h = 2166136261U;
  for (const char c : bytes)
    h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return mixed(h);
}

} // namespace stasis::evidence::grammar
