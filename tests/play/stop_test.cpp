// Work on sets of orbits ends when it should: every operation that walks over orbits looks at the clock.
#include "language/parse.h"
#include "stability/orbits/orbits_engine.h"

#include <gtest/gtest.h>

#include <stop_token>
#include <string>

namespace stasis::stability {
namespace {

using model::PartyId;
using model::Relation;

// Each member keeps a count in view, so that sets of a member tell it apart from the others.
const std::string family = R"(conflict "Family"
party Russia
  option target
parties Guarantors of G1, G2, G3, G4, G5, G6
  option ground
  option sea
define half = at least 3 of Guarantors.ground
prefer Russia
  not half
  target
prefer each Guarantors
  self.ground iff half
  self.sea
  not self.ground
status quo none
)";

TEST(StoppedOrbits, EndEveryOperationThatWalksOverThem) {
  const auto parsed = language::parse(language::SourceText("t", family));
  ASSERT_TRUE(parsed.conflict);
  std::stop_source stop;
  Errand errand;
  errand.stop = stop.get_token();
  const auto opened = openOrbits(*parsed.conflict, {}, errand);
  ASSERT_TRUE(opened.engine);
  Engine& engine = *opened.engine;
  const model::Pattern quo = engine.list(engine.feasible(), 1).at(0);
  const PartyId first(1);
  const PartyId second(2);
  const StateSet own = engine.notPreferredTo(first, quo);
  const StateSet other = engine.notPreferredTo(second, quo);
  engine.stable(model::Concept::nash, first);
  const StateSet united = engine.either(own, other);

  stop.request_stop();
  EXPECT_THROW(engine.either(own, other), LimitReached);
  EXPECT_THROW(engine.both(own, other), LimitReached);
  EXPECT_THROW(engine.without(own, other), LimitReached);
  EXPECT_THROW(engine.canMoveInto(own, second, Relation::always), LimitReached);
  EXPECT_THROW(engine.reachedFrom(own, second, Relation::better), LimitReached);
  EXPECT_THROW(engine.notPreferredTo(first, quo), LimitReached);
  EXPECT_THROW(engine.worseThan(first, quo), LimitReached);
  EXPECT_THROW(engine.count(united), LimitReached);
  EXPECT_THROW(engine.list(united, 3), LimitReached);
  EXPECT_THROW(engine.number(quo), LimitReached);
  EXPECT_THROW(engine.traffic(), LimitReached);
  EXPECT_THROW(engine.stableForEach({{first, model::Concept::nash}}), LimitReached);
}

} // namespace
} // namespace stasis::stability
