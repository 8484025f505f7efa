#pragma once

// The inner loops of the parser's network, on whole numbers: wide registers give the same results as narrow
// ones. Tested against plain loops.

#include "evidence/grammar/model.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stasis::evidence::grammar {

using HiddenSums = std::array<std::int16_t, net::hidden>;

/// sums[j] = Σ rows[r][j], with rows of net::hidden numbers. The caller makes sure that no sum leaves 16
/// bits.
void sumRows(std::span<const std::int16_t* const> rows, HiddenSums& sums);

/// sums[j] = Σ values[i] weights[i × net::hidden + j], for an even number of values from −127 to 127;
/// likewise the weights.
void weighted(std::span<const std::int8_t> values, const std::int8_t* weights,
              std::array<std::int32_t, net::hidden>& sums);

/// The second layer, laid out by pairs of hidden units so that units that are 0 cost nothing.
class PairedWeights {
public:
  /// `weights`: rows of net::hidden numbers, one for each output.
  PairedWeights(std::span<const std::int16_t> weights, std::span<const std::int32_t> bias);

  /// sums[r] = bias[r] + Σ hidden[j] weights[r][j] for every output, with padding. The caller makes sure that
  /// no partial sum leaves 32 bits.
  void products(const HiddenSums& hidden, std::vector<std::int32_t>& sums) const;

private:
  std::size_t width_; ///< outputs, with padding
  std::vector<std::int32_t> bias_;
  std::vector<std::int16_t> weights_; ///< pair × output × 2
};

} // namespace stasis::evidence::grammar
