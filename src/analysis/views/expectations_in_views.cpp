#include "analysis/views/expectations_in_views.h"

#include "analysis/views/hypergame_engine.h"

namespace stasis::analysis {

std::vector<Verdict> checkExpectations(Hypergame& game) {
  HypergameEngine all(game);
  std::vector<Verdict> verdicts;
  for (const model::ExpectInViews& one : game.views().expectations) {
    stability::Engine& engine = one.of ? game.pictureOf(*one.of, one.by) : all;
    verdicts.push_back(checkExpectation(engine, game.whole(), one.expected));
  }
  return verdicts;
}

} // namespace stasis::analysis
