#include "evidence/grammar/train/float_network.h"

#include <algorithm>
#include <cmath>

namespace stasis::evidence::grammar::train {

namespace {

constexpr std::size_t tagInputs = net::places * net::wordWidth;
constexpr std::size_t labelInputs = tagInputs + net::places * net::tagWidth;
constexpr std::size_t smallInputs = labelInputs + net::labelled * net::labelWidth;

constexpr std::size_t filledUp(std::size_t n) { return (n + 15) / 16 * 16; }

void fill(std::vector<float>& values, float largest, Dice& dice) {
  for (float& v : values)
    v = (2 * dice.unit() - 1) * largest;
}

std::size_t rowNumbers(const NetworkSize& size) {
  return (size.knownWords + 2 + net::endings + 1) * net::wordWidth + (size.tags + 1) * net::tagWidth +
         (size.labels + 2) * net::labelWidth + net::smalls * net::smallValues * net::smallWidth;
}

} // namespace

FloatNetwork::FloatNetwork(NetworkSize size, std::uint64_t seed)
    : size_(size), width_(filledUp(size.actions())), endings_((size.knownWords + 2) * net::wordWidth),
      tags_(endings_ + (net::endings + 1) * net::wordWidth), labels_(tags_ + (size.tags + 1) * net::tagWidth),
      smalls_(labels_ + (size.labels + 2) * net::labelWidth), rows_(rowNumbers(size)),
      first_(net::inputs * net::hidden), firstBias_(net::hidden), second_(net::hidden * width_),
      secondBias_(width_), touched_(rows_.values.size() / net::smallWidth), inputs_(batch * net::inputs),
      hidden_(batch * net::hidden), mask_(batch * net::hidden), scores_(batch * width_),
      hiddenGradient_(batch * net::hidden), inputGradient_(batch * net::inputs) {
  Dice dice(seed);
  fill(rows_.values, 0.1F, dice);
  fill(first_.values, std::sqrt(6.0F / static_cast<float>(net::inputs + net::hidden)), dice);
  fill(second_.values, std::sqrt(6.0F / static_cast<float>(net::hidden + width_)), dice);
  std::fill_n(rows_.values.begin() + static_cast<std::ptrdiff_t>(endings_ + net::endings * net::wordWidth),
              net::wordWidth, 0.0F);
}

template <class Use> void FloatNetwork::pieces(const Example& example, Use use) const {
  for (std::size_t p = 0; p < net::places; ++p) {
    use(Piece{example.words[p].word * net::wordWidth, p * net::wordWidth, net::wordWidth});
    if (example.words[p].ending != net::endings)
      use(Piece{endings_ + example.words[p].ending * net::wordWidth, p * net::wordWidth, net::wordWidth});
    use(Piece{tags_ + example.tags[p] * net::tagWidth, tagInputs + p * net::tagWidth, net::tagWidth});
  }
  for (std::size_t i = 0; i < net::labelled; ++i)
    use(Piece{labels_ + example.labels[i] * net::labelWidth, labelInputs + i * net::labelWidth,
              net::labelWidth});
  for (std::size_t i = 0; i < net::smalls; ++i)
    use(Piece{smalls_ + (i * net::smallValues + example.smalls[i]) * net::smallWidth,
              smallInputs + i * net::smallWidth, net::smallWidth});
}

void FloatNetwork::forward(const std::vector<Example>& examples, float dropout, Dice& dice) {
  examples_ = examples;
  std::ranges::fill(inputs_, 0.0F);
  for (std::size_t b = 0; b < examples_.size(); ++b)
    pieces(examples_[b], [&](Piece piece) {
      for (std::size_t k = 0; k < piece.width; ++k)
        inputs_[b * net::inputs + piece.input + k] += rows_.values[piece.row + k];
    });
  for (std::size_t b = 0; b < batch; ++b)
    std::ranges::copy(firstBias_.values, hidden_.begin() + static_cast<std::ptrdiff_t>(b * net::hidden));
  multiply({batch, net::inputs, net::hidden}, inputs_.data(), first_.values.data(), hidden_.data());
  dropOut(dropout, dice);
  for (std::size_t b = 0; b < batch; ++b)
    std::ranges::copy(secondBias_.values, scores_.begin() + static_cast<std::ptrdiff_t>(b * width_));
  multiply({batch, net::hidden, width_}, hidden_.data(), second_.values.data(), scores_.data());
}

/// Rectifies the hidden layer and drops some units; `mask_` holds the factor of each.
void FloatNetwork::dropOut(float dropout, Dice& dice) {
  const float kept = 1 / (1 - dropout);
  for (std::size_t h = 0; h < hidden_.size(); ++h) {
    const bool drop = dropout > 0 && dice.happens(dropout);
    mask_[h] = drop || hidden_[h] <= 0 ? 0 : kept;
    hidden_[h] *= mask_[h];
  }
}

/// The gradient by a layer's input, from that by its output.
void FloatNetwork::backThrough(Layer layer, const float* out, Learnt& weights, std::vector<float>& in) {
  transpose(layer.inputs, layer.outputs, weights.values.data(),
            weights.gradient.data()); // a place that is free now
  std::ranges::fill(in, 0.0F);
  multiply({layer.batch, layer.outputs, layer.inputs}, out, weights.gradient.data(), in.data());
}

void FloatNetwork::backward(const std::vector<float>& gradient, float rate) {
  firstDecay_ *= AdamStep{}.first;
  secondDecay_ *= AdamStep{}.second;
  const AdamStep step{.rate = rate * std::sqrt(1 - secondDecay_) / (1 - firstDecay_)};
  const Layer actions{batch, net::hidden, width_};
  const Layer inputs{batch, net::inputs, net::hidden};
  backThrough(actions, gradient.data(), second_, hiddenGradient_);
  for (std::size_t h = 0; h < hiddenGradient_.size(); ++h)
    hiddenGradient_[h] *= mask_[h];
  backThrough(inputs, hiddenGradient_.data(), first_, inputGradient_);
  gradientOfWeights(actions, hidden_.data(), gradient.data(), second_.gradient.data());
  gradientOfWeights(inputs, inputs_.data(), hiddenGradient_.data(), first_.gradient.data());
  std::ranges::fill(firstBias_.gradient, 0.0F);
  std::ranges::fill(secondBias_.gradient, 0.0F);
  for (std::size_t b = 0; b < batch; ++b) {
    for (std::size_t h = 0; h < net::hidden; ++h)
      firstBias_.gradient[h] += hiddenGradient_[b * net::hidden + h];
    for (std::size_t a = 0; a < width_; ++a)
      secondBias_.gradient[a] += gradient[b * width_ + a];
  }
  for (Learnt* learnt : {&first_, &firstBias_, &second_, &secondBias_})
    learnt->step(step);
  backwardToRows(step);
}

void FloatNetwork::backwardToRows(AdamStep step) {
  std::vector<Piece> used;
  for (std::size_t b = 0; b < examples_.size(); ++b)
    pieces(examples_[b], [&](Piece piece) {
      if (!touched_[piece.row / net::smallWidth]) {
        touched_[piece.row / net::smallWidth] = true;
        used.push_back(piece);
      }
      for (std::size_t k = 0; k < piece.width; ++k)
        rows_.gradient[piece.row + k] += inputGradient_[b * net::inputs + piece.input + k];
    });
  for (const Piece& piece : used) {
    touched_[piece.row / net::smallWidth] = false;
    adam(step, piece.width, rows_.gradient.data() + piece.row, rows_.values.data() + piece.row,
         rows_.mean.data() + piece.row, rows_.square.data() + piece.row);
    std::fill_n(rows_.gradient.begin() + static_cast<std::ptrdiff_t>(piece.row), piece.width, 0.0F);
  }
}

} // namespace stasis::evidence::grammar::train
