#pragma once

// What must hold for any bytes given as a sentence: its words are the tokenizer's, the tree has one root and
// no cycle, and a second parser gives the same. Shared by the fuzzer and by the tests.

#include "evidence/grammar/parse.h"
#include "evidence/grammar/tokenizer.h"
#include "evidence/grammar/tree_text.h"

#include <string>

namespace stasis::evidence::grammar {

inline std::string treeProblem(const SentenceTree& tree) {
  std::size_t roots = 0;
  for (WordIndex w = 0; w < tree.size(); ++w) {
    roots += tree.head(w) == noWord;
    std::size_t steps = 0;
    for (WordIndex up = w; tree.head(up) != noWord; up = tree.head(up))
      if (tree.head(up) >= tree.size() || ++steps > tree.size())
        return "word " + std::to_string(w) + " does not reach the root";
  }
  if (roots != (tree.empty() ? 0U : 1U))
    return std::to_string(roots) + " roots";
  return {};
}

/// What does not hold of the tree of `text`, or nothing.
inline std::string parseProblem(const std::string& text, const SentenceTree& tree) {
  std::vector<model::Range> words;
  tokenize(text, {0, text.size()}, words);
  if (words.size() != tree.size())
    return "other words than the tokenizer's";
  for (WordIndex w = 0; w < tree.size(); ++w)
    if (tree[w].range != words[w])
      return "word " + std::to_string(w) + " is not where it stands";
  return treeProblem(tree);
}

inline std::string parseProblem(const std::string& text) {
  SentenceParser fresh;
  const SentenceTree tree = parse(text, {0, text.size()});
  if (treeText(tree) != treeText(fresh.parse(text, {0, text.size()})))
    return "two parsers differ";
  return parseProblem(text, tree);
}

} // namespace stasis::evidence::grammar
