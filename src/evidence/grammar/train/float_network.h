#pragma once

// The parser's network during training: tables of rows for words, endings, tags, relations and small numbers,
// a hidden layer of rectified units with dropout (Srivastava and others 2014), and a layer of actions. One
// batch at a time: forward, then backward with one step of Adam; in the tables only the used rows are
// touched.
//
// The row of a known word is the sum of its own and that of its ending. An unknown word has its ending's row
// and one that all unknown words share. O(batch × inputs × hidden).

#include "evidence/grammar/network.h"
#include "evidence/grammar/train/dice.h"
#include "evidence/grammar/train/kernels.h"

#include <vector>

namespace stasis::evidence::grammar::train {

/// Two rows whose sum makes a word.
struct WordRows {
  std::uint32_t word;   ///< known words, then "unknown", then "none"
  std::uint32_t ending; ///< endings, then one that stays empty, for "none"
};

/// The rows that a state of the parser looks at.
struct Example {
  std::array<WordRows, net::places> words;
  std::array<std::uint32_t, net::places> tags;
  std::array<std::uint32_t, net::labelled> labels;
  std::array<std::uint32_t, net::smalls> smalls;
};

struct NetworkSize {
  std::size_t knownWords;
  std::size_t tags;
  std::size_t labels;
  std::size_t actions() const { return 1 + 2 * labels; }
};

class FloatNetwork {
public:
  static constexpr std::size_t batch = 32;

  FloatNetwork(NetworkSize size, std::uint64_t seed);

  /// Scores of the actions of each example of a batch; examples beyond `used` are ignored.
  void forward(const std::vector<Example>& examples, float dropout, Dice& dice);
  const float* scores(std::size_t b) const { return scores_.data() + b * width_; }
  /// `gradient`: of the loss by scores, rows of width(). One step with the given rate.
  void backward(const std::vector<float>& gradient, float rate);
  /// Actions, filled up to a multiple of 16.
  std::size_t width() const { return width_; }
  const NetworkSize& size() const { return size_; }

  // Tables as they stand, for the writer of the model.
  const float* wordRow(std::size_t row) const { return table(0, row, net::wordWidth); }
  const float* endingRow(std::size_t row) const { return table(endings_, row, net::wordWidth); }
  const float* tagRow(std::size_t row) const { return table(tags_, row, net::tagWidth); }
  const float* labelRow(std::size_t row) const { return table(labels_, row, net::labelWidth); }
  const float* smallRow(std::size_t row) const { return table(smalls_, row, net::smallWidth); }
  const std::vector<float>& first() const { return first_.values; }
  const std::vector<float>& firstBias() const { return firstBias_.values; }
  const std::vector<float>& second() const { return second_.values; } ///< hidden × width()
  const std::vector<float>& secondBias() const { return secondBias_.values; }

private:
  struct Learnt {
    explicit Learnt(std::size_t count) : values(count), mean(count), square(count), gradient(count) {}
    std::vector<float> values, mean, square, gradient;
    void step(AdamStep step) {
      adam(step, values.size(), gradient.data(), values.data(), mean.data(), square.data());
    }
  };
  /// Some numbers of the tables that feed some inputs.
  struct Piece {
    std::size_t row;
    std::size_t input;
    std::size_t width;
  };
  template <class Use> void pieces(const Example& example, Use use) const;
  const float* table(std::size_t begin, std::size_t row, std::size_t width) const {
    return rows_.values.data() + begin + row * width;
  }
  void dropOut(float dropout, Dice& dice);
  static void backThrough(Layer layer, const float* out, Learnt& weights, std::vector<float>& in);
  void backwardToRows(AdamStep step);

  NetworkSize size_;
  std::size_t width_;
  std::size_t endings_, tags_, labels_, smalls_; ///< where the tables begin
  Learnt rows_, first_, firstBias_, second_, secondBias_;
  std::vector<bool> touched_;
  std::vector<Example> examples_;
  std::vector<float> inputs_, hidden_, mask_, scores_, hiddenGradient_, inputGradient_;
  float firstDecay_ = 1;
  float secondDecay_ = 1;
};

} // namespace stasis::evidence::grammar::train
