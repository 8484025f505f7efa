#pragma once

// The answer of `invert`, for people (text, Markdown) and for programs (JSON `stasis/inversion-2`).

#include "analysis/invert/infeasible.h"
#include "analysis/invert/inversion.h"
#include "report/telling/look.h"

#include <string>
#include <vector>

namespace stasis::report {

struct InversionView {
  stability::Engine& engine;
  const analysis::InversionQuestion& question;
  const analysis::InversionAnswer& answer;
  std::string target; ///< in the words of the user
  int schema = 2;     ///< of the JSON
};

std::string inversionText(const InversionView& view, const Look& look);
std::string inversionMarkdown(const InversionView& view);
std::string inversionJson(const InversionView& view);

/// The answer if no state that is meant is feasible.
std::string infeasibleText(const model::Conflict& conflict, const std::string& target,
                           const analysis::Infeasible& why);
std::string infeasibleJson(const model::Conflict& conflict, const std::string& target,
                           const analysis::Infeasible& why, int schema = 2);

/// The content that text and Markdown lay out, each in its own way.
struct InversionStory {
  struct Condition {
    std::string concepts; ///< `GMR and SEQ`
    std::string share;
    std::string condition;
    std::string notMet; ///< where it fails as written
    bool met = false;   ///< whether it holds as written
  };
  struct Party {
    std::string heading;
    std::vector<Condition> conditions;
  };
  struct State {
    std::string heading;
    std::vector<std::string> done;
    std::vector<Party> parties;
  };
  struct Change {
    std::string words;                ///< several changes of one statement are alternatives
    std::vector<std::string> because; ///< what was said that speaks against it
    bool assumed = false;             ///< nothing is cited
  };
  struct Way {
    std::string state; ///< if several are asked about
    std::vector<Change> changes;
    std::string outcome;
  };
  struct Least {
    std::string heading;
    std::vector<Way> ways;
    std::string untold;
  };
  std::string title;
  std::string who;   ///< whom names of parties mean; may be empty
  std::string asked; ///< if several states are asked about
  std::vector<State> states;
  std::vector<Least> least;
  std::vector<std::string> notes;
};

InversionStory inversionStory(const InversionView& view, const Look& look);

} // namespace stasis::report
