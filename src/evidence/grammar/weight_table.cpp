#include "evidence/grammar/weight_table.h"

namespace stasis::evidence::grammar {

namespace {

/// Where a bucket that begins at `at` ends; beyond the bytes if it is truncated.
std::size_t endOfBucket(std::span<const std::uint8_t> bytes, std::size_t at) {
  if (at >= bytes.size())
    return bytes.size() + 1;
  const std::size_t features = bytes[at];
  const std::size_t counts = at + 1 + 2 * features;
  std::size_t end = counts + features;
  if (end > bytes.size())
    return end;
  for (std::size_t f = 0; f < features; ++f)
    end += 2U * bytes[counts + f];
  return end;
}

} // namespace

bool WeightTable::isSound() const {
  if (directory_.size() != (std::size_t{1} << bucketBits) + 1 || directory_.back() != bytes_.size())
    return false;
  for (std::size_t b = 0; b + 1 < directory_.size(); ++b)
    if (endOfBucket(bytes_, directory_[b]) != directory_[b + 1])
      return false;
  return true;
}

} // namespace stasis::evidence::grammar
