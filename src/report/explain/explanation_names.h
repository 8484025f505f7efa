#pragma once

// What the parts of an explanation share: the words for its parties, states and places.

#include "report/explain/explanation.h"

#include <string>
#include <vector>

namespace stasis::report {

class ExplanationNames {
public:
  ExplanationNames(const ExplanationView& view, const Look& look, Called called)
      : engine_(view.engine), conflict_(engine_.conflict()), told_(view.explanation), look_(look),
        called_(called) {}

protected:
  std::string name(model::PartyId party) const;
  /// Words that begin with a party, at the beginning of a sentence.
  std::string beginning(std::string words) const;
  /// The name of the only other party, else `the others`.
  std::string others(model::PartyId party) const;
  /// `take attack`; by labels `choose “Attack”`. Empty if nothing definite changes.
  std::string does(const analysis::Step& step) const;
  /// `1 → 4 attack`; by labels `to “Open war”`, empty if nobody named it.
  std::string arrow(const model::Pattern& from, const model::Pattern& to) const;
  /// `3rd`; empty if the engine does not rank states.
  std::string placed(model::PartyId party, const model::Pattern& state) const;
  /// ` (3rd)`.
  std::string parenthesised(model::PartyId party, const model::Pattern& state) const;
  /// `4th → 2nd`.
  std::string change(model::PartyId party, const model::Pattern& from, const model::Pattern& to) const;

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const analysis::Explanation& told_;
  const Look& look_;
  Called called_;
};

/// `GMR`, `GMR and SMR`, `GMR, SMR and SEQ`.
std::string listed(const std::vector<model::Concept>& concepts);
bool judgesHigh(model::Concept id);
bool wantsImprovements(model::Concept id);
/// `  (take attack)`; empty if `words` is.
std::string inParentheses(const std::string& words);

} // namespace stasis::report
