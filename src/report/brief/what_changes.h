#pragma once

// What would change how an outcome holds: which wish, or which rule, if somebody gave it up. The changes that
// end it come first, then those that make it hold more firmly, then those that make it hold less firmly.

#include "report/brief/reason_words.h"

#include <string>
#include <utility>
#include <vector>

namespace stasis::report {

class WhatChanges {
public:
  explicit WhatChanges(const BriefWords& words) : words_(words), brief_(words.brief()) {}

  /// Sentences about the outcome in question, what they only count last.
  struct Told {
    std::vector<std::string> sentences;
    bool leavesOut = false;
  };
  Told ofTheAsked() const;
  /// The same about another outcome, of which `reason` was told, if a single one was.
  Told ofAnother(const std::vector<std::pair<std::size_t, analysis::Standing>>& turning,
                 analysis::Standing now, const analysis::BriefReason* reason) const;

  /// Whether each wish and each rule was left out once, and every way to hold was judged.
  bool isComplete() const { return brief_.drops && allTried() && triedAllWays(); }

private:
  using Turns = std::vector<std::pair<std::size_t, analysis::Standing>>;

  Turns inOrder(Turns turns, analysis::Standing now) const;
  Turns turnsOfTheAsked() const;
  bool isToldOfTheAsked(std::size_t variant) const;
  bool allTried() const;
  bool triedAllWays() const;
  bool triedAny() const;
  std::string turn(const analysis::Robustness& answer, std::size_t variant, const std::string& what,
                   const std::string& becomes, const analysis::BriefReason* reason) const;
  std::string wishOfDropped(const analysis::Robustness& answer, std::size_t variant,
                            const analysis::BriefReason& reason) const;
  bool leavesOut(const analysis::Robustness& answer, std::size_t variant,
                 const analysis::BriefReason& reason) const;
  std::string unlessFeared() const;
  std::string withoutTwo() const;
  std::string noOther() const;
  std::string nothingToLeaveOut() const;

  const BriefWords& words_;
  const analysis::Brief& brief_;
};

} // namespace stasis::report
