#pragma once

// The answer of `explain`: a story of improvements, replies and conclusions, put into the conflict's words
// once and laid out as text or Markdown. Programs get the same as data, with the words of the story beside
// it, as `stasis/explanation-1`. (A verdict is proved by a certificate, see certificate.h.)

#include "analysis/explain/explanation.h"
#include "report/telling/look.h"
#include "report/telling/party_words.h"

#include <string>
#include <vector>

namespace stasis::report {

struct ExplanationView {
  stability::Engine& engine;
  const analysis::Explanation& explanation;
};

std::string explanationText(const ExplanationView& view, const Look& look);
std::string explanationMarkdown(const ExplanationView& view);

/// Reasons at several states of one conflict, as JSON. `more`: the number of further states that were meant.
std::string reasonsJson(stability::Engine& engine, const std::vector<analysis::Explanation>& explanations,
                        const stability::Count& more);

/// What a reply does, and which concepts this decides.
struct Effect {
  std::string text;
  std::string decides; ///< `counts for GMR`; may be empty
  Tone tone = Tone::plain;
};

struct ToldReply {
  std::vector<model::Pattern> path; ///< the states it passes through, from the end of the improvement on
  std::vector<std::string> steps;
  std::vector<Effect> effects;
};

struct ToldMove {
  model::Pattern to;
  std::string move;   ///< `1 → 4 attack  (take attack)`
  std::string change; ///< `Iraq: 4th → 2nd`; may be empty
  std::string question;
  std::vector<ToldReply> replies;
  std::string untold; ///< how many replies are not shown; may be empty
  std::vector<Effect> conclusions;
};

struct ToldStance {
  std::vector<model::PartyId> parties; ///< one, or members of a family with the same stance
  std::string heading;                 ///< who, and what its verdict is
  std::string moves;                   ///< how many improvements it has
  std::vector<ToldMove> improvements;
  std::string untold;
};

struct Story {
  std::string heading;            ///< which state; empty if a single stance says it
  std::vector<std::string> state; ///< what is done in it
  std::vector<ToldStance> stances;
  std::string unfinished; ///< the parties for whom a limit cut the reasons short; may be empty
};

/// `called`: parties and options by their names in the file, or by their labels for those who read neither
/// the file nor the concepts. Then states have no numbers, and there are no conclusions (see
/// `deterrenceWords`).
Story story(const ExplanationView& view, const Look& look, Called called = Called::name);

} // namespace stasis::report
