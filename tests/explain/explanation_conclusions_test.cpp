#include "report/explain/explanation_conclusions.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using analysis::ToldImprovement;
using model::Concept;

/// The concepts told together with the first of these, all of which fail.
std::vector<Concept> toldWithFirst(const std::vector<Concept>& failing) {
  std::vector<ToldImprovement::Ground> grounds;
  for (const Concept id : failing)
    grounds.push_back({.id = id});
  std::vector<const ToldImprovement::Ground*> all;
  for (const auto& ground : grounds)
    all.push_back(&ground);
  std::vector<Concept> told;
  for (const auto* ground : following(failing.front(), all))
    told.push_back(ground->id);
  return told;
}

// GMR asks least, SSEQ for what SMR and SEQ ask together.
TEST(ExplanationConclusions, WhatAsksForMoreFailsForTheSameReason) {
  constexpr auto gmr = Concept::gmr, smr = Concept::smr, seq = Concept::seq, sseq = Concept::sseq;
  EXPECT_EQ(toldWithFirst({gmr, smr, seq, sseq}), (std::vector{gmr, smr, seq, sseq}));
  EXPECT_EQ(toldWithFirst({seq, sseq}), (std::vector{seq, sseq}));
  EXPECT_EQ(toldWithFirst({smr, sseq}), (std::vector{smr, sseq}));
  EXPECT_EQ(toldWithFirst({sseq}), (std::vector{sseq}));
}

// Where both fail, SSEQ is told with SEQ, in whatever order they stand.
TEST(ExplanationConclusions, SseqIsToldWithSeq) {
  constexpr auto smr = Concept::smr, seq = Concept::seq, sseq = Concept::sseq;
  EXPECT_EQ(toldWithFirst({smr, seq, sseq}), (std::vector{smr}));
  EXPECT_EQ(toldWithFirst({smr, sseq, seq}), (std::vector{smr}));
}

} // namespace
} // namespace stasis::report
