#pragma once

// The answer of `explain`: a story of improvements, replies and conclusions, told once in the conflict's
// words and laid out as text or Markdown. For programs the same as data, with the story's words beside it, is
// `stasis/explanation-1`. (What proves a verdict is a certificate, see certificate.h.)

#include "analysis/explain/explanation.h"
#include "report/telling/look.h"

#include <string>
#include <vector>

namespace stasis::report {

struct ExplanationView {
  stability::Engine& engine;
  const analysis::Explanation& explanation;
};

std::string explanationText(const ExplanationView& view, const Look& look);
std::string explanationMarkdown(const ExplanationView& view);

/// Reasons at several states of one conflict, JSON; `more` states were meant beyond those.
std::string reasonsJson(stability::Engine& engine, const std::vector<analysis::Explanation>& explanations,
                        const stability::Count& more);

/// What a reply does, and which concepts that decides.
struct Effect {
  std::string text;
  std::string decides; ///< `counts for GMR`; may be empty
  Tone tone = Tone::plain;
};

struct ToldReply {
  std::vector<model::Pattern> path; ///< the states it leads through, from where the improvement ended
  std::vector<std::string> steps;
  std::vector<Effect> effects;
};

struct ToldMove {
  model::Pattern to;
  std::string move;   ///< `1 → 4 attack  (take attack)`
  std::string change; ///< `Iraq: 4th → 2nd`; may be empty
  std::string question;
  std::vector<ToldReply> replies;
  std::string untold; ///< how many more replies there are; may be empty
  std::vector<Effect> conclusions;
};

struct ToldStance {
  std::vector<model::PartyId> parties; ///< one, or members of a family that stand alike
  std::string heading;                 ///< who, and what its verdict is
  std::string moves;                   ///< how many improvements it has
  std::vector<ToldMove> improvements;
  std::string untold;
};

struct Story {
  std::string heading;            ///< which state; empty where one stance says it
  std::vector<std::string> state; ///< what is done in it
  std::vector<ToldStance> stances;
  std::string unfinished; ///< for whom a limit cut the reasons short; may be empty
};

Story story(const ExplanationView& view, const Look& look);

} // namespace stasis::report
