#include "evidence/grammar/train/dice.h"
#include "evidence/grammar/train/kernels.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stasis::evidence::grammar::train {
namespace {

std::vector<float> random(std::size_t count, Dice& dice) {
  std::vector<float> values(count);
  for (float& v : values)
    v = dice.unit() - 0.5F;
  return values;
}

class Kernels : public testing::Test {
protected:
  static constexpr Layer layer{8, 24, 32};
  Dice dice{3};
  std::vector<float> in = random(layer.batch * layer.inputs, dice);
  std::vector<float> out = random(layer.batch * layer.outputs, dice);
  std::vector<float> weights = random(layer.inputs * layer.outputs, dice);
};

TEST_F(Kernels, MultiplyIsTheSumOfProducts) {
  const std::vector<float> before = out;
  multiply(layer, in.data(), weights.data(), out.data());
  for (std::size_t b = 0; b < layer.batch; ++b)
    for (std::size_t o = 0; o < layer.outputs; ++o) {
      double sum = before[b * layer.outputs + o];
      for (std::size_t i = 0; i < layer.inputs; ++i)
        sum += double{in[b * layer.inputs + i]} * weights[i * layer.outputs + o];
      EXPECT_NEAR(out[b * layer.outputs + o], sum, 1e-5);
    }
}

TEST_F(Kernels, GradientOfWeightsIsTheSumOverTheBatch) {
  std::vector<float> gradient(weights.size());
  gradientOfWeights(layer, in.data(), out.data(), gradient.data());
  for (std::size_t i = 0; i < layer.inputs; ++i)
    for (std::size_t o = 0; o < layer.outputs; ++o) {
      double sum = 0;
      for (std::size_t b = 0; b < layer.batch; ++b)
        sum += double{in[b * layer.inputs + i]} * out[b * layer.outputs + o];
      EXPECT_NEAR(gradient[i * layer.outputs + o], sum, 1e-5);
    }
}

TEST_F(Kernels, TransposeExchangesRowsAndColumns) {
  const std::vector<float> square = random(16 * 32, dice);
  std::vector<float> turned(square.size());
  transpose(16, 32, square.data(), turned.data());
  for (std::size_t r = 0; r < 16; ++r)
    for (std::size_t c = 0; c < 32; ++c)
      EXPECT_EQ(turned[c * 16 + r], square[r * 32 + c]);
}

TEST_F(Kernels, AdamWalksAgainstTheGradient) {
  std::vector<float> value{1, 1, 1};
  std::vector<float> mean(3);
  std::vector<float> square(3);
  const std::vector<float> gradient{2, -0.5F, 0};
  adam({.rate = 0.1F * std::sqrt(1 - 0.999F) / (1 - 0.9F)}, 3, gradient.data(), value.data(), mean.data(),
       square.data());
  EXPECT_NEAR(value[0], 0.9, 1e-4); // the first step is the rate, whatever the gradient's size
  EXPECT_NEAR(value[1], 1.1, 1e-4);
  EXPECT_EQ(value[2], 1);
}

TEST(Exponential, IsThatOfTheLibrary) {
  for (float x = -90; x <= 0; x += 0.37F)
    EXPECT_NEAR(exponential(x), std::exp(x), 2e-6 * std::exp(x) + 1e-37) << x;
}

} // namespace
} // namespace stasis::evidence::grammar::train
