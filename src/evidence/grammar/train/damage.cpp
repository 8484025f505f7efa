#include "evidence/grammar/train/damage.h"

#include "evidence/grammar/characters.h"

#include <algorithm>

namespace stasis::evidence::grammar::train {

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

void inTitleCase(TreebankSentence& sentence) {
  for (const TreeWord& w : sentence.words) {
    const bool joined = w.range.begin > 0 && sentence.text[w.range.begin - 1] != ' ';
    const bool small =
        w.upos == Upos::adp || w.upos == Upos::det || w.upos == Upos::cconj || w.xpos == Xpos::to;
    if (!joined && !small)
      sentence.text[w.range.begin] = upper(sentence.text[w.range.begin]);
  }
}

void withoutStop(TreebankSentence& sentence) {
  const TreeWord& last = sentence.words.back();
  const auto index = static_cast<WordIndex>(sentence.words.size() - 1);
  const bool isHead = std::ranges::any_of(sentence.words, [&](const TreeWord& w) { return w.head == index; });
  if (sentence.words.size() > 1 && last.xpos == Xpos::stop && !isHead && last.head != noWord)
    sentence.words.pop_back();
}

} // namespace

TreebankSentence perhapsDamaged(const TreebankSentence& sentence, float chance, Dice& dice) {
  TreebankSentence damaged = sentence;
  if (!dice.happens(chance))
    return damaged;
  switch (dice.below(4)) {
  case 0: inTitleCase(damaged); break;
  case 1: std::ranges::transform(damaged.text, damaged.text.begin(), upper); break;
  case 2: std::ranges::transform(damaged.text, damaged.text.begin(), lower); break;
  default: withoutStop(damaged);
  }
  return damaged;
}

} // namespace stasis::evidence::grammar::train
