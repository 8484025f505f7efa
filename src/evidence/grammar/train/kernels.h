#pragma once

// The three products of a layer on batches, and Adam's step. Each sum is taken in an order that the source
// fixes, in sixteen lanes and without fused operations, so every machine gets the same floats, with wide
// registers or narrow ones.

#include <cstddef>

namespace stasis::evidence::grammar::train {

/// Widths are multiples of 16, batches of 8.
struct Layer {
  std::size_t batch;
  std::size_t inputs;
  std::size_t outputs;
};

/// out[b][o] += Σ in[b][i] weights[i][o].
void multiply(Layer layer, const float* in, const float* weights, float* out);
/// gradient[i][o] = Σ in[b][i] out[b][o].
void gradientOfWeights(Layer layer, const float* in, const float* out, float* gradient);
/// Rows become columns; both are multiples of 16.
void transpose(std::size_t rows, std::size_t columns, const float* from, float* to);

/// Adam (Kingma & Ba 2015): `rate` is already corrected for the bias of the first steps.
struct AdamStep {
  float rate;
  float first = 0.9F;
  float second = 0.999F;
  float small = 1e-8F;
};
void adam(AdamStep step, std::size_t count, const float* gradient, float* values, float* mean, float* square);

/// eˣ for x ≤ 0 to about seven digits, by a polynomial (the one of Cephes, Moshier 1984, has this form).
float exponential(float x);

} // namespace stasis::evidence::grammar::train
