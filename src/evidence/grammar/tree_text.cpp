#include "evidence/grammar/tree_text.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

void put(std::string& out, std::string_view cell, std::size_t width) {
  out += cell;
  out.append(width > cell.size() ? width - cell.size() : 0, ' ');
  out += ' ';
}

/// The bytes in a form that can stand on one line.
std::string onOneLine(std::string_view word) {
  std::string out(word);
  std::ranges::replace_if(out, [](char c) { return static_cast<unsigned char>(c) < ' '; }, '?');
  return out;
}

} // namespace

std::string treeText(const SentenceTree& tree) {
  std::size_t width = 0;
  for (WordIndex w = 0; w < tree.size(); ++w)
    width = std::max(width, tree.text(w).size());
  const std::size_t figures = std::to_string(tree.size()).size();
  std::string out;
  for (WordIndex w = 0; w < tree.size(); ++w) {
    const std::string number = std::to_string(w + 1);
    out.append(figures - number.size(), ' ');
    put(out, number, 0);
    put(out, onOneLine(tree.text(w)), width);
    put(out, nameOf(tree[w].upos), 5);
    put(out, nameOf(tree[w].xpos), 5);
    out += nameOf(tree.relation(w));
    if (const WordIndex head = tree.head(w); head != noWord)
      out += ' ' + std::to_string(head + 1) + ' ' + onOneLine(tree.text(head));
    out += '\n';
  }
  return out;
}

std::string pathText(const SentenceTree& tree, WordIndex w) {
  std::string out = onOneLine(tree.text(w));
  for (; tree.head(w) != noWord; w = tree.head(w))
    out += ' ' + std::string(nameOf(tree.relation(w))) + "\u2190 " + onOneLine(tree.text(tree.head(w)));
  return out;
}

} // namespace stasis::evidence::grammar
