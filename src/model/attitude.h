#pragma once

// How a party looks on another party's gains (Inohara, Hipel & Walker, Conflict analysis approaches for
// investigating attitudes and misperceptions, JSSSE 16, 2007). A party that is `for` another wishes the
// states that this one likes at least as well, one that is `against` it those that this one likes no better;
// a `neutral` one does not mind. Towards itself a party is `for`, towards all others neutral, unless it says
// otherwise.

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
