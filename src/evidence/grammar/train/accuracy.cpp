#include "evidence/grammar/train/accuracy.h"

#include "evidence/grammar/parse.h"
#include "evidence/grammar/tokenizer.h"

#include <algorithm>
#include <cstdio>

namespace stasis::evidence::grammar::train {

namespace {

void compareTrees(const std::vector<TreeWord>& gold, const SentenceTree& tree, Accuracy& accuracy) {
  for (WordIndex w = 0; w < gold.size(); ++w) {
    const TreeWord& got = tree[w];
    const bool head = got.head == gold[w].head;
    ++accuracy.words;
    accuracy.upos += got.upos == gold[w].upos;
    accuracy.xpos += got.xpos == gold[w].xpos;
    accuracy.heads += head;
    accuracy.relations += head && base(got.relation) == base(gold[w].relation);
    accuracy.wholeRelations += head && got.relation == gold[w].relation;
  }
}

void compareWords(const TreebankSentence& sentence, const std::vector<model::Range>& gold,
                  Accuracy& accuracy) {
  std::vector<model::Range> cut;
  tokenize(sentence.text, {0, sentence.text.size()}, cut);
  accuracy.cut += cut.size();
  accuracy.cutRight += static_cast<std::size_t>(std::ranges::count_if(cut, [&](model::Range range) {
    const auto found = std::ranges::lower_bound(gold, range.begin, {}, &model::Range::begin);
    return found != gold.end() && *found == range;
  }));
}

} // namespace

Accuracy measure(const Model& model, const std::vector<TreebankSentence>& sentences) {
  Accuracy accuracy;
  SentenceParser parser(model);
  for (const TreebankSentence& sentence : sentences) {
    const std::vector<model::Range> ranges = sentence.ranges();
    compareTrees(sentence.words, parser.parse(sentence.text, ranges), accuracy);
    compareWords(sentence, ranges, accuracy);
  }
  return accuracy;
}

std::string told(const Accuracy& a) {
  const auto share = [&](std::size_t part) { return Accuracy::percent(part, a.words); };
  std::array<char, 160> text{};
  const int size =
      std::snprintf(text.data(), text.size(),
                    "UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f (%.2f with subtypes) words %.2f", share(a.upos),
                    share(a.xpos), share(a.heads), share(a.relations), share(a.wholeRelations), a.cutScore());
  return {text.data(), static_cast<std::size_t>(size)};
}

} // namespace stasis::evidence::grammar::train
