#pragma once

// The answer of `moves`: what each party can do from a state, as the options it takes and drops, and what
// each move does for everybody. Members of a family whose moves are alike share an entry. JSON is
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
  /// For JSON: present if the conflict was solved. Each state shown then lists the concepts under which it is
  /// an equilibrium.
  const stability::Solution* solution = nullptr;
};

std::string movesText(const MovesView& view, const Look& look);
std::string movesMarkdown(const MovesView& view);
std::string movesCsv(const MovesView& view);
/// The first view, and the others under `also`.
std::string movesJson(const std::vector<MovesView>& views);

/// `better for Iraq (4th → 2nd); worse for Syria`. A party that is not named likes it as much as before.
std::string effectsWords(const model::Conflict& conflict, const std::vector<analysis::MoveEffect>& effects,
                         model::PartyId mover, const Look& look);

} // namespace stasis::report
