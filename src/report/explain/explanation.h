#pragma once

// The answer of `explain`, for people: a story of improvements, replies and conclusions, told once in the
// conflict's words and laid out as text or Markdown. (For programs the same is a certificate,
// see certificate.h.)

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

/// What a reply does, and which concepts that decides.
struct Effect {
  std::string text;
  std::string decides; ///< `counts for GMR`; may be empty
  Tone tone = Tone::plain;
};

struct ToldReply {
  std::vector<std::string> steps;
  std::vector<Effect> effects;
};

struct ToldMove {
  std::string move;   ///< `1 → 4 attack  (take attack)`
  std::string change; ///< `Iraq: 4th → 2nd`; may be empty
  std::string question;
  std::vector<ToldReply> replies;
  std::string untold; ///< how many more replies there are; may be empty
  std::vector<Effect> conclusions;
};

struct ToldStance {
  std::string heading; ///< who, and what its verdict is
  std::string moves;   ///< how many improvements it has
  std::vector<ToldMove> improvements;
  std::string untold;
};

struct Story {
  std::string heading;            ///< which state; empty where one stance says it
  std::vector<std::string> state; ///< what is done in it
  std::vector<ToldStance> stances;
};

Story story(const ExplanationView& view, const Look& look);

} // namespace stasis::report
