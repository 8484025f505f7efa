#pragma once

// How a party regards another party's gains (Inohara, Hipel & Walker, Conflict analysis approaches for
// investigating attitudes and misperceptions, JSSSE 16, 2007). A party that is `for` another wants the states
// that the other likes at least as well. A party that is `against` another wants the states that the other
// likes no better. A `neutral` party does not mind. By default a party is `for` itself and neutral towards
// all others.

#include "model/ids.h"
#include "model/range.h"

#include <cstdint>

namespace stasis::model {

enum class Attitude : std::uint8_t { against, neutral, for_ };

/// One item of `attitude P  for Q, against R`.
struct AttitudeTowards {
  PartyId towards;
  Attitude attitude = Attitude::neutral;
  Range range; ///< the item: `for Q`
};

} // namespace stasis::model
