#pragma once

// rapidcheck as these tests use it: a stated number of runs, the same every time (RC_PARAMS="seed=…" tries
// others), with choices through Dice, so that a failing conflict shrinks before it is shown.

#include "support/random_conflict.h"

#include <rapidcheck.h>

#include <cstdlib>

namespace stasis::support {

class ShrinkingDice : public Dice {
public:
  std::size_t roll(std::size_t sides) override {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(std::size_t{0}, sides));
  }
};

inline rc::Gen<model::Conflict> conflicts(const Kind& kind) {
  return rc::gen::exec([kind] {
    ShrinkingDice dice;
    return randomConflict(kind, dice);
  });
}

/// Whether `property(conflict)` (RC_ASSERT inside) holds for `runs` random conflicts of a kind.
template <class Property> bool holdsFor(int runs, const Kind& kind, Property property) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = runs;
  if (std::getenv("RC_PARAMS") == nullptr)
    params.seed = 1987;
  const auto result = rc::detail::checkTestable(
      [&] {
        const model::Conflict conflict = *conflicts(kind);
        property(conflict);
      },
      rc::detail::TestMetadata{}, params);
  if (!result.template is<rc::detail::SuccessResult>())
    rc::detail::printResultMessage(result, std::cerr);
  return result.template is<rc::detail::SuccessResult>();
}

} // namespace stasis::support
