#include "evidence/grammar/train/quantise.h"

#include <algorithm>
#include <cmath>

namespace stasis::evidence::grammar::train {

namespace {

/// A table of rows and the inputs it feeds: `places` groups of `width` from `input` on. If `own` is not 0,
/// each place has that many rows of its own.
struct Kind {
  std::size_t width;
  std::size_t input;
  std::size_t places;
  std::size_t own;
  std::vector<float> rows;
  std::vector<std::int8_t>* whole;
};

void append(std::vector<float>& rows, const float* row, std::size_t width) {
  rows.insert(rows.end(), row, row + width);
}

/// The sum of two rows, of a word and of its ending.
void appendWord(std::vector<float>& rows, const FloatNetwork& network, std::size_t word, std::size_t ending) {
  for (std::size_t k = 0; k < net::wordWidth; ++k)
    rows.push_back(network.wordRow(word)[k] + network.endingRow(ending)[k]);
}

std::vector<float> wordRows(const FloatNetwork& network, const LexiconLists& lexicon) {
  const std::size_t known = network.size().knownWords;
  std::vector<float> rows;
  for (std::size_t w = 0; w < known; ++w)
    appendWord(rows, network, w, lexicon.endings[w] % net::endings);
  for (std::size_t e = 0; e < net::endings; ++e)
    appendWord(rows, network, known, e);
  append(rows, network.wordRow(known + 1), net::wordWidth);
  return rows;
}

std::vector<Kind> kindsOf(const FloatNetwork& network, const LexiconLists& lexicon, WholeNetwork& whole) {
  const std::size_t tagInput = net::places * net::wordWidth;
  const std::size_t labelInput = tagInput + net::places * net::tagWidth;
  const std::size_t smallInput = labelInput + net::labelled * net::labelWidth;
  std::vector<Kind> kinds{
      {net::wordWidth, 0, net::places, 0, wordRows(network, lexicon), &whole.wordRows},
      {net::tagWidth, tagInput, net::places, 0, {}, &whole.tagRows},
      {net::labelWidth, labelInput, net::labelled, 0, {}, &whole.labelRows},
      {net::smallWidth, smallInput, net::smalls, net::smallValues, {}, &whole.smallRows},
  };
  for (std::size_t r = 0; r < network.size().tags + 1; ++r)
    append(kinds[1].rows, network.tagRow(r), net::tagWidth);
  for (std::size_t r = 0; r < network.size().labels + 2; ++r)
    append(kinds[2].rows, network.labelRow(r), net::labelWidth);
  for (std::size_t r = 0; r < net::smalls * net::smallValues; ++r)
    append(kinds[3].rows, network.smallRow(r), net::smallWidth);
  return kinds;
}

float largestOf(const std::vector<float>& values) {
  float largest = 1e-6F;
  for (const float v : values)
    largest = std::max(largest, std::abs(v));
  return largest;
}

template <class Whole> Whole rounded(double value) { return static_cast<Whole>(std::floor(value + 0.5)); }

/// Turns the rows of a kind into 8 bits; its weights are multiplied by what the rows were divided by.
void takeRows(Kind& kind, std::vector<float>& weights) {
  const float step = largestOf(kind.rows) / 127;
  for (const float v : kind.rows)
    kind.whole->push_back(rounded<std::int8_t>(v / step));
  for (std::size_t i = kind.input; i < kind.input + kind.places * kind.width; ++i)
    for (std::size_t j = 0; j < net::hidden; ++j)
      weights[i * net::hidden + j] *= step;
}

/// Turns the first layer into 8 bits; returns the step of each hidden unit.
std::vector<double> takeFirst(const std::vector<float>& weights, WholeNetwork& whole) {
  std::vector<double> steps(net::hidden, 1e-9);
  for (std::size_t i = 0; i < weights.size(); ++i)
    steps[i % net::hidden] = std::max(steps[i % net::hidden], std::abs(double{weights[i]}) / 127);
  for (std::size_t i = 0; i < weights.size(); ++i)
    whole.first.push_back(rounded<std::int8_t>(weights[i] / steps[i % net::hidden]));
  return steps;
}

/// Adds to each hidden unit the largest absolute sum that one row of a kind gives at one place.
void addLargest(const Kind& kind, std::size_t place, const std::vector<std::int8_t>& first,
                std::vector<std::int64_t>& largest) {
  std::vector<std::int32_t> here(net::hidden);
  const std::size_t begin = kind.own * place * kind.width;
  const std::size_t end = kind.own != 0 ? begin + kind.own * kind.width : kind.whole->size();
  const std::int8_t* weights = first.data() + (kind.input + place * kind.width) * net::hidden;
  for (std::size_t row = begin; row < end; row += kind.width) {
    std::array<std::int32_t, net::hidden> sums{};
    for (std::size_t k = 0; k < kind.width; ++k)
      for (std::size_t j = 0; j < net::hidden; ++j)
        sums[j] += (*kind.whole)[row + k] * weights[k * net::hidden + j];
    for (std::size_t j = 0; j < net::hidden; ++j)
      here[j] = std::max(here[j], std::abs(sums[j]));
  }
  for (std::size_t j = 0; j < net::hidden; ++j)
    largest[j] += here[j];
}

/// The largest power of two by which the hidden layer can be multiplied within 16 bits; `largest` becomes the
/// largest hidden sums after that.
double hiddenScale(const std::vector<Kind>& kinds, const std::vector<float>& bias,
                   const std::vector<double>& steps, const WholeNetwork& whole,
                   std::vector<double>& largest) {
  std::vector<std::int64_t> sums(net::hidden);
  std::size_t parts = 1;
  for (const Kind& kind : kinds)
    for (std::size_t p = 0; p < kind.places; ++p, ++parts)
      addLargest(kind, p, whole.first, sums);
  double scale = 4096;
  const auto at = [&](std::size_t j) {
    return (static_cast<double>(sums[j]) * steps[j] + std::abs(bias[j])) * scale * 1.001 +
           static_cast<double>(parts);
  };
  for (std::size_t j = 0; j < net::hidden; ++j)
    while (at(j) > 32767)
      scale /= 2;
  for (std::size_t j = 0; j < net::hidden; ++j)
    largest.push_back(at(j));
  return scale;
}

/// Turns the second layer into whole numbers, by the largest power of two that keeps every score within 32
/// bits.
void takeSecond(const FloatNetwork& network, double hiddenScale, const std::vector<double>& largest,
                WholeNetwork& whole) {
  const std::size_t width = network.width();
  const auto weight = [&](std::size_t j, std::size_t a) { return double{network.second()[j * width + a]}; };
  double scale = 8192;
  const auto fits = [&](std::size_t a) {
    double sum = std::abs(network.secondBias()[a]) * scale * hiddenScale + 1;
    bool small = true;
    for (std::size_t j = 0; j < net::hidden; ++j) {
      sum += largest[j] * (std::abs(weight(j, a)) * scale + 1);
      small = small && std::abs(weight(j, a)) * scale < 32767;
    }
    return small && sum < 2147483647.0;
  };
  for (std::size_t a = 0; a < network.size().actions(); ++a)
    while (!fits(a))
      scale /= 2;
  for (std::size_t a = 0; a < network.size().actions(); ++a) {
    for (std::size_t j = 0; j < net::hidden; ++j)
      whole.second.push_back(rounded<std::int16_t>(weight(j, a) * scale));
    whole.secondBias.push_back(rounded<std::int32_t>(network.secondBias()[a] * scale * hiddenScale));
  }
}

} // namespace

WholeNetwork quantised(const FloatNetwork& network, const LexiconLists& lexicon) {
  WholeNetwork whole;
  std::vector<Kind> kinds = kindsOf(network, lexicon, whole);
  std::vector<float> weights = network.first();
  for (Kind& kind : kinds)
    takeRows(kind, weights);
  const std::vector<double> steps = takeFirst(weights, whole);
  std::vector<double> largest;
  const double scale = hiddenScale(kinds, network.firstBias(), steps, whole, largest);
  for (std::size_t j = 0; j < net::hidden; ++j) {
    whole.firstScale.push_back(rounded<std::int32_t>(steps[j] * scale * 65536));
    whole.firstBias.push_back(rounded<std::int16_t>(network.firstBias()[j] * scale));
  }
  takeSecond(network, scale, largest, whole);
  return whole;
}

} // namespace stasis::evidence::grammar::train
