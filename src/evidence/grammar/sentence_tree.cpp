#include "evidence/grammar/sentence_tree.h"

#include "model/lower_case.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

/// Takes one character off the front of `word`, in the form in which words are compared.
char nextCharacter(std::string_view& word) {
  constexpr std::string_view bent = "\u2019";
  if (word.starts_with(bent)) {
    word.remove_prefix(bent.size());
    return '\'';
  }
  const char c = model::lowerCase(word.front());
  word.remove_prefix(1);
  return c;
}

bool finite(Xpos x) { return x == Xpos::vbd || x == Xpos::vbp || x == Xpos::vbz || x == Xpos::md; }

bool isSubject(Relation r) {
  return r == Relation::nsubj || r == Relation::nsubjPass || r == Relation::nsubjOuter ||
         r == Relation::csubj || r == Relation::csubjPass;
}

bool helps(Relation r) { return r == Relation::aux || r == Relation::auxPass || r == Relation::cop; }

} // namespace

SentenceTree::SentenceTree(std::string_view text, std::vector<TreeWord> words)
    : text_(text), words_(std::move(words)), children_(words_.empty() ? 0 : words_.size() - 1),
      first_(words_.size() + 1) {
  for (const TreeWord& word : words_)
    if (word.head != noWord)
      ++first_[word.head + 1];
  for (std::size_t w = 0; w < words_.size(); ++w)
    first_[w + 1] += first_[w];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (WordIndex w = 0; w < words_.size(); ++w)
    if (words_[w].head == noWord)
      root_ = w;
    else
      children_[next[words_[w].head]++] = w;
}

std::span<const WordIndex> SentenceTree::children(WordIndex w) const {
  return {children_.data() + first_[w], children_.data() + first_[w + 1]};
}

std::string_view SentenceTree::text(WordIndex w) const {
  const model::Range range = words_[w].range;
  return text_.substr(range.begin, range.end - range.begin);
}

bool SentenceTree::is(WordIndex w, std::string_view lower) const {
  std::string_view word = text(w);
  while (!word.empty() && !lower.empty()) {
    if (nextCharacter(word) != lower.front())
      return false;
    lower.remove_prefix(1);
  }
  return word.empty() && lower.empty();
}

WordIndex SentenceTree::child(WordIndex w, Relation r) const {
  for (const WordIndex c : children(w))
    if (relation(c) == r || base(relation(c)) == r)
      return c;
  return noWord;
}

SentenceTree::Extent SentenceTree::extent(WordIndex w) const {
  Extent extent{w, w};
  std::vector<WordIndex> open{w};
  while (!open.empty()) {
    const WordIndex next = open.back();
    open.pop_back();
    extent = {std::min(extent.first, next), std::max(extent.last, next)};
    open.insert(open.end(), children(next).begin(), children(next).end());
  }
  return extent;
}

model::Range SentenceTree::range(WordIndex w) const {
  const Extent e = extent(w);
  return {words_[e.first].range.begin, words_[e.last].range.end};
}

bool SentenceTree::under(WordIndex w, WordIndex ancestor) const {
  while (w != ancestor && w != noWord)
    w = head(w);
  return w == ancestor;
}

bool SentenceTree::isFiniteForm(WordIndex w) const { return finite(words_[w].xpos); }

bool SentenceTree::isFiniteClause(WordIndex w) const {
  return isFiniteForm(w) || std::ranges::any_of(children(w), [this](WordIndex c) {
           return helps(relation(c)) && isFiniteForm(c);
         });
}

bool SentenceTree::isNegated(WordIndex w) const {
  return std::ranges::any_of(children(w), [this](WordIndex c) {
    return is(c, "not") || is(c, "n't") || is(c, "never") || is(c, "nt") ||
           (helps(relation(c)) && isNegated(c));
  });
}

std::vector<WordIndex> SentenceTree::conjuncts(WordIndex w) const {
  std::vector<WordIndex> all{w};
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const WordIndex c : children(all[i]))
      if (relation(c) == Relation::conj)
        all.push_back(c);
  std::ranges::sort(all);
  return all;
}

WordIndex SentenceTree::subject(WordIndex w) const {
  for (; w != noWord; w = relation(w) == Relation::conj ? head(w) : noWord)
    for (const WordIndex c : children(w))
      if (isSubject(relation(c)))
        return c;
  return noWord;
}

void makeOneTree(std::vector<TreeWord>& words) {
  if (words.empty())
    return;
  WordIndex root = 0;
  while (root < words.size() && words[root].head != noWord)
    ++root;
  root = root == words.size() ? 0 : root;
  words[root].head = noWord;
  words[root].relation = Relation::root;
  // A word is settled once the way up from it is known to reach the root.
  std::vector<WordIndex> settledBy(words.size(), noWord);
  settledBy[root] = root;
  for (WordIndex start = 0; start < words.size(); ++start)
    for (WordIndex w = start; settledBy[w] == noWord; w = words[w].head) {
      settledBy[w] = start;
      const WordIndex head = words[w].head;
      if (head >= words.size() || (settledBy[head] == start && head != root)) {
        words[w].head = root;
        if (words[w].relation == Relation::root)
          words[w].relation = Relation::parataxis;
      }
    }
}

} // namespace stasis::evidence::grammar
