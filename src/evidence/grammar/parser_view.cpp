#include "evidence/grammar/parser_view.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

WordIndex childOf(const ArcHybrid& state, WordIndex w, bool left, std::size_t k) {
  if (w == noWord)
    return noWord;
  return left ? state.node(w).left[k] : state.node(w).right[k];
}

std::uint8_t distanceClass(WordIndex a, WordIndex b) {
  if (a == noWord || b == noWord)
    return 0;
  const WordIndex d = b - a;
  if (d <= 5)
    return static_cast<std::uint8_t>(d);
  return d < 8 ? 6 : d < 12 ? 7 : d < 20 ? 8 : d < 40 ? 9 : 10;
}

std::uint8_t upToThree(unsigned n) { return static_cast<std::uint8_t>(std::min(n, 3U)); }

/// Children on both sides, 0–3 each.
std::uint8_t childrenClass(const ArcHybrid& state, WordIndex w) {
  if (w == noWord)
    return 0;
  const ArcHybrid::Node& node = state.node(w);
  return static_cast<std::uint8_t>(upToThree(node.leftCount) * 4 + upToThree(node.rightCount));
}

void seeWords(const ArcHybrid& state, std::array<WordIndex, net::places>& words) {
  const WordIndex s0 = state.stack(0);
  const WordIndex s1 = state.stack(1);
  const WordIndex b0 = state.buffer(0);
  words = {s0, s1, state.stack(2), b0, state.buffer(1), state.buffer(2)};
  std::size_t next = 6;
  for (const WordIndex w : {s0, s1})
    for (const bool left : {true, false})
      for (const std::size_t k : {0U, 1U})
        words[next++] = childOf(state, w, left, k);
  words[next++] = childOf(state, b0, true, 0);
  words[next++] = childOf(state, b0, true, 1);
  for (const WordIndex w : {s0, s1})
    words[next++] = childOf(state, childOf(state, w, false, 0), false, 0);
}

/// Whether the two stand inside marks, and how many marks are between them: 1–16, less one; also 0 if one is
/// missing.
std::uint8_t marksClass(const MarksBefore& marks, WordIndex a, WordIndex b) {
  if (a == noWord || b == noWord)
    return 0;
  const unsigned between = std::min(marks.quotationMarks(a, b), 2U);
  return static_cast<std::uint8_t>(1 + between * 4 + marks.inside(a) * 2U + marks.inside(b));
}

} // namespace

void MarksBefore::count(std::span<const WordForm> forms) {
  commas_.assign(1, 0);
  marks_.assign(1, 0);
  for (const WordForm& form : forms) {
    commas_.push_back(static_cast<std::uint16_t>(commas_.back() + form.comma));
    marks_.push_back(static_cast<std::uint16_t>(marks_.back() + form.quotationMark));
  }
}

void see(const ArcHybrid& state, const MarksBefore& marks, ParserView& view) {
  seeWords(state, view.words);
  for (std::size_t i = 0; i < net::labelled; ++i) {
    const WordIndex w = view.words[net::places - net::labelled + i];
    view.labels[i] = w == noWord ? noLabel : state.node(w).label;
  }
  const WordIndex s0 = state.stack(0);
  const WordIndex s1 = state.stack(1);
  const WordIndex b0 = state.buffer(0);
  const auto commas = [&](WordIndex a, WordIndex b) {
    return a == noWord || b == noWord ? std::uint8_t{0}
                                      : static_cast<std::uint8_t>(1 + upToThree(marks.commas(a, b)));
  };
  view.smalls = {
      distanceClass(s0, b0),    distanceClass(s1, s0),     static_cast<std::uint8_t>(commas(s0, b0)),
      commas(s1, s0),           marksClass(marks, s0, b0), marksClass(marks, s1, s0),
      childrenClass(state, s0), childrenClass(state, s1)};
}

} // namespace stasis::evidence::grammar
