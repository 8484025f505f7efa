#include "evidence/grammar/train/kernels.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>

// Machines with wide registers run a copy of these functions made for them.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#define STASIS_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define STASIS_WIDE
#endif

namespace stasis::evidence::grammar::train {

namespace {

using Lanes = float __attribute__((vector_size(32)));
constexpr std::size_t lanes = 8;

inline void load(const float* from, Lanes& to) { std::memcpy(&to, from, sizeof to); }
inline void store(const Lanes& from, float* to) { std::memcpy(to, &from, sizeof from); }

} // namespace

STASIS_WIDE void multiply(Layer layer, const float* in, const float* weights, float* out) {
  const std::size_t n = layer.outputs;
  for (std::size_t o = 0; o < n; o += 2 * lanes)
    for (std::size_t b = 0; b < layer.batch; b += 4) {
      Lanes sum[4][2];
      for (std::size_t k = 0; k < 4; ++k)
        for (std::size_t h = 0; h < 2; ++h)
          load(out + (b + k) * n + o + h * lanes, sum[k][h]);
      for (std::size_t i = 0; i < layer.inputs; ++i) {
        Lanes w[2];
        load(weights + i * n + o, w[0]);
        load(weights + i * n + o + lanes, w[1]);
        for (std::size_t k = 0; k < 4; ++k) {
          const float x = in[(b + k) * layer.inputs + i];
          sum[k][0] += x * w[0];
          sum[k][1] += x * w[1];
        }
      }
      for (std::size_t k = 0; k < 4; ++k)
        for (std::size_t h = 0; h < 2; ++h)
          store(sum[k][h], out + (b + k) * n + o + h * lanes);
    }
}

STASIS_WIDE void gradientOfWeights(Layer layer, const float* in, const float* out, float* gradient) {
  const std::size_t n = layer.outputs;
  for (std::size_t i = 0; i < layer.inputs; i += 4)
    for (std::size_t o = 0; o < n; o += 2 * lanes) {
      Lanes sum[4][2] = {};
      for (std::size_t b = 0; b < layer.batch; ++b) {
        Lanes g[2];
        load(out + b * n + o, g[0]);
        load(out + b * n + o + lanes, g[1]);
        for (std::size_t k = 0; k < 4; ++k) {
          const float x = in[b * layer.inputs + i + k];
          sum[k][0] += x * g[0];
          sum[k][1] += x * g[1];
        }
      }
      for (std::size_t k = 0; k < 4; ++k)
        for (std::size_t h = 0; h < 2; ++h)
          store(sum[k][h], gradient + (i + k) * n + o + h * lanes);
    }
}

STASIS_WIDE void gradientOfInputs(Layer layer, const float* out, const float* weights, float* in) {
  const std::size_t n = layer.outputs;
  for (std::size_t i = 0; i < layer.inputs; i += 2)
    for (std::size_t b = 0; b < layer.batch; b += 4) {
      Lanes sum[2][4] = {};
      for (std::size_t o = 0; o < n; o += lanes) {
        Lanes w[2];
        load(weights + i * n + o, w[0]);
        load(weights + (i + 1) * n + o, w[1]);
        for (std::size_t k = 0; k < 4; ++k) {
          Lanes g;
          load(out + (b + k) * n + o, g);
          sum[0][k] += g * w[0];
          sum[1][k] += g * w[1];
        }
      }
      for (std::size_t h = 0; h < 2; ++h)
        for (std::size_t k = 0; k < 4; ++k) {
          const Lanes& s = sum[h][k];
          in[(b + k) * layer.inputs + i + h] =
              ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
        }
    }
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
