#include "analysis/diff/answer_diff.h"

#include <unordered_map>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;
using stability::ConceptAnswer;
using stability::Engine;

namespace {

class Comparison {
public:
  Comparison(Engine& a, Engine& b, const Matching& matching) : a_(a), b_(b), m_(matching) {}

  AnswerDiff run(const std::vector<model::Concept>& concepts) {
    diff_.statesBefore = a_.count(a_.feasible());
    diff_.statesAfter = b_.count(b_.feasible());
    const auto before = stability::solve(a_, concepts);
    const auto after = stability::solve(b_, concepts);
    diff_.stopped = before.stopped ? before.stopped : after.stopped;
    diff_.complete =
        !diff_.stopped && diff_.statesBefore <= mostStatesCompared && diff_.statesAfter <= mostStatesCompared;
    if (diff_.complete)
      pairStates();
    for (std::size_t k = 0; k < concepts.size(); ++k)
      concept_(before.concepts[k], after.concepts[k]);
    return std::move(diff_);
  }

private:
  Engine& a_;
  Engine& b_;
  const Matching& m_;
  AnswerDiff diff_;
  std::vector<std::pair<Pattern, Pattern>> common_;

  void pairStates() {
    std::unordered_map<std::string, bool> inB; // true: the first has it too
    const auto after = b_.list(b_.feasible(), mostStatesCompared);
    for (const auto& state : after)
      inB.emplace(state.letters(), false);
    for (const auto& state : a_.list(a_.feasible(), mostStatesCompared)) {
      const auto other = m_.inB(state);
      const auto found = other ? inB.find(other->letters()) : inB.end();
      if (found == inB.end()) {
        diff_.lost.push_back(state);
      } else {
        found->second = true;
        common_.emplace_back(state, *other);
      }
    }
    for (const auto& state : after)
      if (!inB.at(state.letters()))
        diff_.gained.push_back(state);
  }

  void concept_(const ConceptAnswer& before, const ConceptAnswer& after) {
    if (diff_.complete)
      for (std::size_t i = 0; i < before.stable.size(); ++i)
        if (const auto other = m_.partyInB(PartyId(i)))
          verdicts(before.id, *other, *before.stable[i], *after.stable[other->index()]);
    if (before.equilibria && after.equilibria)
      equilibria(before.id, *before.equilibria, *after.equilibria);
  }

  void verdicts(model::Concept id, PartyId party, stability::StateSet before, stability::StateSet after) {
    VerdictChange change{party, id, {}, {}};
    for (const auto& [inA, inB] : common_) {
      const bool was = a_.contains(before, inA);
      const bool is = b_.contains(after, inB);
      if (was != is)
        (is ? change.nowStable : change.noLonger).push_back(inB);
    }
    if (!change.nowStable.empty() || !change.noLonger.empty())
      diff_.verdicts.push_back(std::move(change));
  }

  void equilibria(model::Concept id, stability::StateSet before, stability::StateSet after) {
    EquilibriumChange change{id, {}, {}, a_.count(before), b_.count(after)};
    if (diff_.complete) {
      for (const auto& [inA, inB] : common_) {
        const bool was = a_.contains(before, inA);
        const bool is = b_.contains(after, inB);
        if (was && !is)
          change.lost.push_back(inA);
        if (is && !was)
          change.gained.push_back(inB);
      }
      for (const auto& state : diff_.lost)
        if (a_.contains(before, state))
          change.lost.push_back(state);
      for (const auto& state : diff_.gained)
        if (b_.contains(after, state))
          change.gained.push_back(state);
    }
    if (!change.gained.empty() || !change.lost.empty() || change.before != change.after)
      diff_.equilibria.push_back(std::move(change));
  }
};

} // namespace

AnswerDiff diffAnswers(Engine& a, Engine& b, const Matching& matching,
                       const std::vector<model::Concept>& concepts) {
  return Comparison(a, b, matching).run(concepts);
}

} // namespace stasis::analysis
