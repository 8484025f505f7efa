#include "evidence/grammar/train/tagger_training.h"

#include "evidence/grammar/train/damage.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stasis::evidence::grammar::train {

namespace {

/// Teaches one sentence.
class Teacher {
public:
  Teacher(Perceptron& perceptron, const TagClasses& classes, const Lexicon& lexicon)
      : perceptron_(perceptron), classes_(classes), lexicon_(lexicon) {}

  void teach(const TreebankSentence& sentence) {
    formsOf(sentence.text, sentence.ranges(), forms_);
    ambiguity_.clear();
    for (const WordForm& form : forms_)
      ambiguity_.push_back(lexicon_.find(form.word).ambiguity);
    TagFeatures features;
    TagClass previous = noTag;
    TagClass second = noTag;
    for (std::size_t w = 0; w < forms_.size(); ++w) {
      tagFeatures({forms_, ambiguity_}, w, previous, second, features);
      const TagClass guess = perceptron_.best(features);
      perceptron_.learn(features, guess, classes_.of({sentence.words[w].upos, sentence.words[w].xpos}));
      second = previous;
      previous = guess;
    }
  }

private:
  Perceptron& perceptron_;
  const TagClasses& classes_;
  const Lexicon& lexicon_;
  std::vector<WordForm> forms_;
  std::vector<std::uint8_t> ambiguity_;
};

struct Weight {
  TagClass tag;
  std::int8_t value;
};

/// A feature with the weights that remain.
struct Row {
  std::uint32_t hash;
  std::vector<Weight> weights;
};

/// The step of each template's weights: a power of two times a common unit.
class Steps {
public:
  explicit Steps(const std::vector<Perceptron::Learnt>& learnt) : largest_(tagFeatureCount) {
    for (const Perceptron::Learnt& one : learnt)
      for (const double w : one.weights)
        largest_[one.number] = std::max(largest_[one.number], std::abs(w));
    unit_ = std::max(*std::ranges::max_element(largest_), 1.0) / 127 / 16;
  }
  std::uint8_t shift(std::size_t number) const {
    std::uint8_t s = 0;
    while (largest_[number] > 127 * unit_ * (1 << s))
      ++s;
    return s;
  }
  std::int8_t eightBits(std::size_t number, double weight) const {
    const double steps = weight / (unit_ * (1 << shift(number)));
    return static_cast<std::int8_t>(std::clamp(std::floor(steps + 0.5), -127.0, 127.0));
  }

private:
  std::vector<double> largest_;
  double unit_ = 1;
};

std::vector<Row> rowsOver(const std::vector<Perceptron::Learnt>& learnt, const Steps& steps, double least) {
  std::vector<Row> rows;
  for (const Perceptron::Learnt& one : learnt) {
    Row row{one.hash, {}};
    for (std::size_t c = 0; c < one.weights.size(); ++c)
      if (const std::int8_t value = steps.eightBits(one.number, one.weights[c]);
          value != 0 && std::abs(one.weights[c]) >= least)
        row.weights.push_back({static_cast<TagClass>(c), value});
    if (!row.weights.empty())
      rows.push_back(std::move(row));
  }
  return rows;
}

std::size_t bytesOf(const std::vector<Row>& rows) {
  std::size_t bytes = std::size_t{1} << WeightTable::bucketBits;
  for (const Row& row : rows)
    bytes += 3 + 2 * row.weights.size();
  return bytes;
}

/// The rows that remain if weights are dropped, the smallest first, until the rest fits.
std::vector<Row> fitting(const std::vector<Perceptron::Learnt>& learnt, const Steps& steps,
                         std::size_t bytes) {
  double low = 0;
  double high = 64;
  std::vector<Row> rows = rowsOver(learnt, steps, low);
  if (bytesOf(rows) <= bytes)
    return rows;
  for (int i = 0; i < 24; ++i) {
    const double middle = (low + high) / 2;
    (bytesOf(rowsOver(learnt, steps, middle)) <= bytes ? high : low) = middle;
  }
  return rowsOver(learnt, steps, high);
}

void appendBucket(const std::vector<Row>& rows, std::size_t begin, std::size_t end,
                  std::vector<std::uint8_t>& out) {
  out.push_back(static_cast<std::uint8_t>(end - begin));
  for (std::size_t r = begin; r < end; ++r) {
    out.push_back(static_cast<std::uint8_t>(rows[r].hash));
    out.push_back(static_cast<std::uint8_t>(rows[r].hash >> 8));
  }
  for (std::size_t r = begin; r < end; ++r)
    out.push_back(static_cast<std::uint8_t>(rows[r].weights.size()));
  for (std::size_t r = begin; r < end; ++r)
    for (const Weight w : rows[r].weights) {
      out.push_back(w.tag);
      out.push_back(static_cast<std::uint8_t>(w.value));
    }
}

} // namespace

Perceptron trainTagger(const std::vector<const TreebankSentence*>& sentences, const TagClasses& classes,
                       const Lexicon& lexicon, const TaggerSettings& settings) {
  Perceptron perceptron(classes.pairs.size());
  Teacher teacher(perceptron, classes, lexicon);
  Dice dice(settings.seed);
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int round = 0; round < settings.rounds; ++round) {
    dice.shuffle(order);
    for (const std::size_t s : order)
      teacher.teach(perhapsDamaged(*sentences[s], settings.damaged, dice));
  }
  return perceptron;
}

PackedWeights packed(const Perceptron& perceptron, std::size_t bytes) {
  const std::vector<Perceptron::Learnt> learnt = perceptron.learnt();
  const Steps steps(learnt);
  const std::vector<Row> rows = fitting(learnt, steps, bytes);
  PackedWeights out;
  for (std::size_t f = 0; f < tagFeatureCount; ++f)
    out.shifts.push_back(steps.shift(f));
  std::size_t r = 0;
  for (std::uint32_t bucket = 0; bucket < 1U << WeightTable::bucketBits; ++bucket) {
    out.directory.push_back(static_cast<std::uint32_t>(out.bytes.size()));
    const std::size_t begin = r;
    while (r < rows.size() && rows[r].hash >> (32 - WeightTable::bucketBits) == bucket)
      ++r;
    appendBucket(rows, begin, std::min(r, begin + 255), out.bytes);
  }
  out.directory.push_back(static_cast<std::uint32_t>(out.bytes.size()));
  return out;
}

} // namespace stasis::evidence::grammar::train
