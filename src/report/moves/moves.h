#pragma once

// The answer of `moves`: for each party what it can do from a state, told as what is taken and dropped, and
// what that does for everybody. Members of a family whose moves are alike are told together. JSON is
// `stasis/moves-1`.

#include "analysis/moves/moves.h"
#include "report/telling/look.h"
#include "stability/solution.h"

#include <string>
#include <vector>

namespace stasis::report {

struct MovesView {
  stability::Engine& engine;
  const analysis::MovesAnswer& answer;
  bool improvementsOnly = false;
  /// JSON: present where the conflict was solved; each state told then says under what it is an equilibrium.
  const stability::Solution* solution = nullptr;
};

std::string movesText(const MovesView& view, const Look& look);
std::string movesMarkdown(const MovesView& view);
std::string movesCsv(const MovesView& view);
/// The first view, and the others under `also`.
std::string movesJson(const std::vector<MovesView>& views);

/// `better for Iraq (4th → 2nd); worse for Syria`; who is not named likes it as well as before.
std::string effectsWords(const model::Conflict& conflict, const std::vector<analysis::MoveEffect>& effects,
                         model::PartyId mover, const Look& look);

} // namespace stasis::report
