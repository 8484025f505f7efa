#include "evidence/grammar/train/kernels.h"

#include "evidence/grammar/wide.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>

namespace stasis::evidence::grammar::train {

namespace {

using Lanes = float __attribute__((vector_size(64)));
constexpr std::size_t lanes = 16;

inline void load(const float* from, Lanes& to) { std::memcpy(&to, from, sizeof to); }
inline void store(const Lanes& from, float* to) { std::memcpy(to, &from, sizeof from); }

} // namespace

STASIS_WIDE void multiply(Layer layer, const float* in, const float* weights, float* out) {
  const std::size_t n = layer.outputs;
  for (std::size_t o = 0; o < n; o += lanes)
    for (std::size_t b = 0; b < layer.batch; b += 8) {
      Lanes sum[8];
      for (std::size_t k = 0; k < 8; ++k)
        load(out + (b + k) * n + o, sum[k]);
      const float* x = in + b * layer.inputs;
      for (std::size_t i = 0; i < layer.inputs; ++i) {
        Lanes w;
        load(weights + i * n + o, w);
        for (std::size_t k = 0; k < 8; ++k)
          sum[k] += x[k * layer.inputs + i] * w;
      }
      for (std::size_t k = 0; k < 8; ++k)
        store(sum[k], out + (b + k) * n + o);
    }
}

STASIS_WIDE void gradientOfWeights(Layer layer, const float* in, const float* out, float* gradient) {
  const std::size_t n = layer.outputs;
  for (std::size_t i = 0; i < layer.inputs; i += 8)
    for (std::size_t o = 0; o < n; o += lanes) {
      Lanes sum[8] = {};
      for (std::size_t b = 0; b < layer.batch; ++b) {
        Lanes g;
        load(out + b * n + o, g);
        for (std::size_t k = 0; k < 8; ++k)
          sum[k] += in[b * layer.inputs + i + k] * g;
      }
      for (std::size_t k = 0; k < 8; ++k)
        store(sum[k], gradient + (i + k) * n + o);
    }
}

void transpose(std::size_t rows, std::size_t columns, const float* from, float* to) {
  constexpr std::size_t block = 16;
  for (std::size_t r = 0; r < rows; r += block)
    for (std::size_t c = 0; c < columns; c += block)
      for (std::size_t k = r; k < r + block; ++k)
        for (std::size_t l = c; l < c + block; ++l)
          to[l * rows + k] = from[k * columns + l];
}

STASIS_WIDE void adam(AdamStep step, std::size_t count, const float* gradient, float* values, float* mean,
                      float* square) {
  for (std::size_t i = 0; i < count; ++i) {
    const float g = gradient[i];
    const float m = step.first * mean[i] + (1 - step.first) * g;
    const float s = step.second * square[i] + (1 - step.second) * g * g;
    mean[i] = m;
    square[i] = s;
    values[i] -= step.rate * m / (std::sqrt(s) + step.small);
  }
}

float exponential(float x) {
  if (x < -87)
    return 0;
  const float n = std::floor(x * 1.44269504F + 0.5F);
  const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  float p = 1.0F / 5040;
  for (const float c : {1.0F / 720, 1.0F / 120, 1.0F / 24, 1.0F / 6, 0.5F, 1.0F, 1.0F})
    p = p * r + c;
  return p * std::bit_cast<float>((static_cast<std::int32_t>(n) + 127) << 23);
}

} // namespace stasis::evidence::grammar::train
