#include "evidence/grammar/arc_hybrid.h"
#include "evidence/grammar/train/move_cost.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace stasis::evidence::grammar {
namespace {

using Arcs = std::set<std::pair<WordIndex, WordIndex>>;

/// The most arcs of `gold` that any run from here on ends with, by trying all of them.
unsigned bestReachable(const ArcHybrid& state, const std::vector<TreeWord>& gold) {
  if (state.done()) {
    unsigned right = 0;
    for (WordIndex w = 0; w < gold.size(); ++w)
      right += state.node(w).head == gold[w].head;
    return right;
  }
  unsigned best = 0;
  for (const Move move : {Move::shift, Move::left, Move::right})
    if (state.allowed(move)) {
      ArcHybrid next = state;
      next.make(move, 0);
      best = std::max(best, bestReachable(next, gold));
    }
  return best;
}

/// A tree without crossing arcs over [begin, end), its root hanging from `head`.
void grow(std::vector<TreeWord>& words, WordIndex begin, WordIndex end, WordIndex head) {
  while (begin < end) {
    const auto root = *rc::gen::inRange<WordIndex>(begin, end);
    words[root].head = head;
    grow(words, begin, root, root);
    if (head == noWord)
      return grow(words, root + 1, end, root);
    const auto own = *rc::gen::inRange<WordIndex>(root + 1, end + 1);
    grow(words, root + 1, own, root);
    begin = own;
  }
}

std::vector<TreeWord> randomTree(WordIndex most) {
  std::vector<TreeWord> words(*rc::gen::inRange<WordIndex>(1, most + 1));
  grow(words, 0, static_cast<WordIndex>(words.size()), noWord);
  return words;
}

std::vector<Move> allowedMoves(const ArcHybrid& state) {
  std::vector<Move> moves;
  for (const Move move : {Move::shift, Move::left, Move::right})
    if (state.allowed(move))
      moves.push_back(move);
  return moves;
}

// The definition: what a move costs is what can no longer be reached after it.
RC_GTEST_PROP(Oracle, CostIsWhatCanNoLongerBeReached, ()) {
  const std::vector<TreeWord> gold = randomTree(6);
  const train::Oracle oracle(gold);
  ArcHybrid state;
  state.begin(gold.size());
  while (!state.done()) {
    const std::vector<Move> moves = allowedMoves(state);
    const unsigned before = bestReachable(state, gold);
    for (const Move move : moves) {
      ArcHybrid next = state;
      next.make(move, 0);
      RC_ASSERT(oracle.cost(state, move) == before - bestReachable(next, gold));
    }
    state.make(*rc::gen::elementOf(moves), 0);
  }
}

RC_GTEST_PROP(ArcHybrid, AnyMovesEndInOneTree, ()) {
  const auto words = *rc::gen::inRange<std::size_t>(1, 40);
  ArcHybrid state;
  state.begin(words);
  std::size_t moves = 0;
  for (; !state.done(); ++moves)
    state.make(*rc::gen::elementOf(allowedMoves(state)), 0);
  RC_ASSERT(moves == 2 * words - 1);
  std::size_t roots = 0;
  for (WordIndex w = 0; w < words; ++w) {
    roots += state.node(w).head == noWord;
    std::size_t steps = 0;
    for (WordIndex up = w; state.node(up).head != noWord && steps <= words; up = state.node(up).head)
      ++steps;
    RC_ASSERT(steps < words);
  }
  RC_ASSERT(roots == 1U);
}

TEST(ArcHybrid, KnowsTheOutermostChildren) {
  ArcHybrid state;
  state.begin(4);
  for (int i = 0; i < 2; ++i)
    state.make(Move::shift, noLabel);
  state.make(Move::left, 3); // 1 from 2
  state.make(Move::left, 4); // 0 from 2
  EXPECT_EQ(state.node(2).left, (std::array<WordIndex, 2>{0, 1}));
  state.make(Move::shift, noLabel);
  state.make(Move::shift, noLabel);
  state.make(Move::right, 5); // 3 from 2
  EXPECT_EQ(state.node(2).right, (std::array<WordIndex, 2>{3, noWord}));
  EXPECT_EQ(state.node(3).label, 5);
  EXPECT_TRUE(state.done());
}

} // namespace
} // namespace stasis::evidence::grammar
