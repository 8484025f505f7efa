#include "evidence/grammar/train/vocabulary.h"

#include <algorithm>
#include <map>

namespace stasis::evidence::grammar::train {

namespace {

using Sentences = std::vector<const TreebankSentence*>;
using TagCounts = std::map<TagClass, std::uint32_t>;

/// Wider than the classes need: g++ 12 gives a false warning for comparing vectors of bytes.
using TagSet = std::vector<unsigned>;

struct Counted {
  TagCounts tags;
  std::uint32_t ending = 0;
};

std::map<std::uint32_t, Counted> countWords(const Sentences& sentences, const TagClasses& classes) {
  std::map<std::uint32_t, Counted> counts;
  std::vector<WordForm> forms;
  for (const TreebankSentence* sentence : sentences) {
    formsOf(sentence->text, sentence->ranges(), forms);
    for (std::size_t w = 0; w < forms.size(); ++w) {
      Counted& counted = counts[forms[w].word];
      ++counted.tags[classes.of({sentence->words[w].upos, sentence->words[w].xpos})];
      counted.ending = forms[w].endings[2];
    }
  }
  return counts;
}

std::uint32_t total(const TagCounts& counts) {
  std::uint32_t sum = 0;
  for (const auto& [tag, n] : counts)
    sum += n;
  return sum;
}

TagSet oftenBorne(const TagCounts& counts) {
  TagSet tags;
  for (const auto& [tag, n] : counts)
    if (n * 20 >= total(counts))
      tags.push_back(tag);
  return tags;
}

/// Numbers the sets of tags from 1, those of the most words first; 255 for all sets beyond the table.
std::map<TagSet, std::uint8_t> numbered(const std::map<TagSet, std::size_t>& sets) {
  std::vector<std::pair<std::size_t, TagSet>> order;
  for (const auto& [set, n] : sets)
    order.emplace_back(n, set);
  std::ranges::sort(order, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::map<TagSet, std::uint8_t> numbers;
  for (std::size_t i = 0; i < order.size(); ++i)
    numbers[order[i].second] = static_cast<std::uint8_t>(std::min<std::size_t>(i + 1, 255));
  return numbers;
}

} // namespace

TagClass TagClasses::of(TagPair pair) const {
  const auto found = std::ranges::find(pairs, pair);
  const auto same = found != pairs.end() ? found : std::ranges::find(pairs, pair.upos, &TagPair::upos);
  return static_cast<TagClass>(same == pairs.end() ? 0 : same - pairs.begin());
}

TagClasses tagClassesOf(const Sentences& sentences, std::size_t least) {
  std::map<std::pair<Upos, Xpos>, std::size_t> counts;
  for (const TreebankSentence* sentence : sentences)
    for (const TreeWord& w : sentence->words)
      ++counts[{w.upos, w.xpos}];
  std::vector<std::pair<std::size_t, TagPair>> order;
  for (const auto& [pair, n] : counts)
    if (n >= least)
      order.push_back({n, {pair.first, pair.second}});
  std::ranges::stable_sort(order, std::greater(), &std::pair<std::size_t, TagPair>::first);
  TagClasses classes;
  for (const auto& [n, pair] : order)
    if (classes.pairs.size() < 128)
      classes.pairs.push_back(pair);
  return classes;
}

std::vector<Relation> labelsOf(const Sentences& sentences) {
  std::vector<bool> seen(relationNames.size());
  for (const TreebankSentence* sentence : sentences)
    for (const TreeWord& w : sentence->words)
      seen[static_cast<std::size_t>(w.relation)] = true;
  std::vector<Relation> labels;
  for (std::size_t r = 1; r < seen.size(); ++r)
    if (seen[r])
      labels.push_back(static_cast<Relation>(r));
  return labels;
}

LexiconLists lexiconOf(const Sentences& sentences, const TagClasses& classes, std::size_t least) {
  std::map<std::uint32_t, Counted> counts = countWords(sentences, classes);
  std::erase_if(counts, [&](const auto& entry) { return total(entry.second.tags) < least; });
  std::map<TagSet, std::size_t> sets;
  for (const auto& [word, counted] : counts)
    ++sets[oftenBorne(counted.tags)];
  const auto numbers = numbered(sets);
  LexiconLists lists;
  lists.directory.assign(Lexicon::buckets + 1, 0);
  for (const auto& [word, counted] : counts) {
    lists.hashes.push_back(word);
    lists.counts.push_back(total(counted.tags));
    lists.endings.push_back(counted.ending);
    lists.words.push_back(static_cast<std::uint16_t>(lists.hashes.size()));
    lists.ambiguity.push_back(numbers.at(oftenBorne(counted.tags)));
    ++lists.directory[(word >> 20) + 1];
  }
  for (std::size_t b = 0; b < Lexicon::buckets; ++b)
    lists.directory[b + 1] = static_cast<std::uint16_t>(lists.directory[b + 1] + lists.directory[b]);
  return lists;
}

} // namespace stasis::evidence::grammar::train
