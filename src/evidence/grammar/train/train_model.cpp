#include "evidence/grammar/train/train_model.h"

#include "evidence/grammar/train/quantise.h"

#include <cstring>

namespace stasis::evidence::grammar::train {

namespace {

using Sentences = std::vector<const TreebankSentence*>;

/// Puts sections into a file.
class Writer {
public:
  Writer() : bytes_(sizeof(ModelHead), '\0') {
    std::memcpy(head_.magic.data(), modelMagic.data(), modelMagic.size());
  }

  template <class T> void put(Section section, const std::vector<T>& values) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
    const std::size_t size = values.size() * sizeof(T);
    head_.sections[static_cast<std::size_t>(section)] = {static_cast<std::uint32_t>(bytes_.size()),
                                                         static_cast<std::uint32_t>(size)};
    bytes_.append(reinterpret_cast<const char*>(values.data()), size);
  }
  std::string bytes() {
    std::memcpy(bytes_.data(), &head_, sizeof head_);
    return bytes_;
  }

private:
  ModelHead head_{};
  std::string bytes_;
};

/// The tagger's answer with the weights of training.
std::vector<TagClass> tagsBy(const Perceptron& perceptron, const Lexicon& lexicon,
                             const TreebankSentence& sentence) {
  std::vector<WordForm> forms;
  formsOf(sentence.text, sentence.ranges(), forms);
  std::vector<std::uint8_t> ambiguity;
  for (const WordForm& form : forms)
    ambiguity.push_back(lexicon.find(form.word).ambiguity);
  std::vector<TagClass> tags;
  TagFeatures features;
  TagClass previous = noTag;
  TagClass second = noTag;
  for (std::size_t w = 0; w < forms.size(); ++w) {
    tagFeatures({forms, ambiguity}, w, previous, second, features);
    tags.push_back(perceptron.best(features));
    second = previous;
    previous = tags.back();
  }
  return tags;
}

class Trainer {
public:
  Trainer(const std::vector<TreebankSentence>& sentences, const ModelSettings& settings)
      : settings_(settings) {
    for (const TreebankSentence& sentence : sentences)
      all_.push_back(&sentence);
    classes_ = tagClassesOf(all_, settings.leastOfPair);
    labels_ = labelsOf(all_);
    lexicon_ = lexiconOf(all_, classes_, settings.leastOfWord);
  }

  std::string all() {
    trainTheTagger();
    const std::vector<TaggedSentence> tagged = jackknifed();
    ParserSettings settings = settings_.parser;
    if (settings_.afterRound)
      settings.afterRound = [this](int round, const FloatNetwork& network) {
        settings_.afterRound(round, bytesOf(network));
      };
    return bytesOf(trainParser(tagged, lexicon_, classes_, labels_, settings));
  }

private:
  void say(const std::string& done) const {
    if (settings_.progress)
      settings_.progress(done);
  }

  void trainTheTagger() {
    weights_ = packed(trainTagger(all_, classes_, lexicon_.view(), settings_.tagger), settings_.taggerBytes);
    say("tagger: " + std::to_string(classes_.pairs.size()) + " classes, " +
        std::to_string(lexicon_.hashes.size()) + " words, " + std::to_string(weights_.bytes.size()) +
        " bytes of weights");
  }

  std::vector<TaggedSentence> jackknifed() const {
    TaggerSettings settings = settings_.tagger;
    settings.rounds = settings_.roundsOfFolds;
    std::vector<TaggedSentence> tagged;
    for (const TreebankSentence* sentence : all_)
      tagged.push_back({sentence, {}});
    for (std::size_t fold = 0; fold < settings_.folds; ++fold) {
      Sentences others;
      for (std::size_t s = 0; s < all_.size(); ++s)
        if (s % settings_.folds != fold)
          others.push_back(all_[s]);
      const LexiconLists lexicon = lexiconOf(others, classes_, settings_.leastOfWord);
      Perceptron tagger = trainTagger(others, classes_, lexicon.view(), settings);
      tagger.average();
      for (std::size_t s = fold; s < all_.size(); s += settings_.folds)
        tagged[s].tags = tagsBy(tagger, lexicon.view(), *all_[s]);
      say("fold " + std::to_string(fold + 1) + " of " + std::to_string(settings_.folds) + " is tagged");
    }
    return tagged;
  }

  std::string bytesOf(const FloatNetwork& network) const {
    const WholeNetwork whole = quantised(network, lexicon_);
    Writer writer;
    writer.put(Section::tags, classes_.pairs);
    writer.put(Section::lexiconDirectory, lexicon_.directory);
    writer.put(Section::lexiconHashes, lexicon_.hashes);
    writer.put(Section::lexiconWords, lexicon_.words);
    writer.put(Section::lexiconAmbiguity, lexicon_.ambiguity);
    writer.put(Section::weightDirectory, weights_.directory);
    writer.put(Section::weights, weights_.bytes);
    writer.put(Section::shifts, weights_.shifts);
    writer.put(Section::labels, labels_);
    writer.put(Section::wordRows, whole.wordRows);
    writer.put(Section::tagRows, whole.tagRows);
    writer.put(Section::labelRows, whole.labelRows);
    writer.put(Section::smallRows, whole.smallRows);
    writer.put(Section::first, whole.first);
    writer.put(Section::firstScale, whole.firstScale);
    writer.put(Section::firstBias, whole.firstBias);
    writer.put(Section::second, whole.second);
    writer.put(Section::secondBias, whole.secondBias);
    return writer.bytes();
  }

  const ModelSettings& settings_;
  Sentences all_;
  TagClasses classes_;
  std::vector<Relation> labels_;
  LexiconLists lexicon_;
  PackedWeights weights_;
};

} // namespace

std::string trainModel(const std::vector<TreebankSentence>& sentences, const ModelSettings& settings) {
  return Trainer(sentences, settings).all();
}

} // namespace stasis::evidence::grammar::train
