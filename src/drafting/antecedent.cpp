#include "drafting/antecedent.h"

#include "drafting/deed.h"
#include "drafting/lemma.h"
#include "evidence/grammar/parse.h"
#include "evidence/reading/lexicon.h"

#include <algorithm>
#include <array>

namespace stasis::drafting {

using evidence::grammar::base;
using evidence::grammar::noWord;
using evidence::grammar::Relation;
using evidence::grammar::SentenceTree;
using evidence::grammar::Upos;
using evidence::grammar::WordIndex;
using evidence::grammar::Xpos;

namespace {

constexpr std::size_t longestContext = 600; // bytes

bool isMany(std::string_view pronoun) {
  return pronoun == "them" || pronoun == "these" || pronoun == "those";
}

/// A noun of that number that is an object, or the subject of its clause.
bool canStand(const SentenceTree& tree, WordIndex w, bool many) {
  if (tree[w].upos != Upos::noun || tree[w].xpos != (many ? Xpos::nns : Xpos::nn))
    return false;
  const Relation r = tree.relation(w);
  if (r != Relation::obj && base(r) != Relation::nsubj)
    return false;
  const auto* known = evidence::Lexicon::get().find(nounLemma(tree.text(w)));
  const std::uint32_t classes = known == nullptr ? 0 : known->common;
  return (classes & evidence::lexical::time) == 0 && (many || (classes & evidence::lexical::role) == 0);
}

/// Who does what is done at the end of the words, or what they hang on: `police said they had no intention of
/// removing` them, who are not the police (principle B, Chomsky 1981).
bool isDoer(const SentenceTree& tree, WordIndex noun) {
  auto w = static_cast<WordIndex>(tree.size() - 1);
  while (w != noWord && tree.head(w) != tree.head(noun)) {
    if (w == noun)
      return true; // "no intention of removing it"
    if (base(tree.relation(w)) == Relation::advcl || tree.relation(w) == Relation::aclRelcl)
      return false;
    w = tree.head(w);
  }
  return w == noun || (w != noWord && base(tree.relation(noun)) == Relation::nsubj);
}

/// `own`: the sentence that the pronoun goes on with.
std::optional<Antecedent> lastIn(std::string_view words, bool many, bool own) {
  if (words.empty())
    return std::nullopt;
  const SentenceTree tree = evidence::grammar::parse(words, model::Range{0, words.size()});
  std::optional<WordIndex> best;
  for (WordIndex w = 0; w < tree.size(); ++w)
    if (canStand(tree, w, many) && !(own && isDoer(tree, w)) &&
        (!best || tree.relation(w) == Relation::obj || tree.relation(*best) != Relation::obj))
      best = w;
  if (!best)
    return std::nullopt;
  return Antecedent{nounLemma(tree.text(*best)), phraseAt(tree, *best)};
}

} // namespace

bool standsForThing(std::string_view lowerPronoun) {
  constexpr std::array<std::string_view, 4> things{"it", "them", "these", "those"};
  return std::ranges::find(things, lowerPronoun) != things.end();
}

std::optional<Antecedent> antecedentOf(std::string_view lowerPronoun, std::string_view before) {
  if (before.size() > longestContext)
    before.remove_prefix(before.size() - longestContext);
  const bool many = isMany(lowerPronoun);
  for (int sentences = 0; sentences < 2 && !before.empty(); ++sentences) {
    const auto stop = before.find_last_of(".?!\n", before.size() > 1 ? before.size() - 2 : 0);
    const std::size_t begin = stop == std::string_view::npos ? 0 : stop + 1;
    if (auto found = lastIn(before.substr(begin), many, sentences == 0))
      return found;
    before = before.substr(0, begin);
  }
  return std::nullopt;
}

} // namespace stasis::drafting
