#pragma once

// The effect of a move on the party that makes it. A concession is a move that is not an improvement: it ends
// in a state that the mover likes less, or equally. (Where an equilibrium is reached only by concessions, it
// is "contingent upon the willingness" of those who must make them.)

#include "analysis/paths/rules.h"
#include "analysis/paths/sequence.h"

#include <cstdint>

namespace stasis::analysis {

enum class Effect : std::uint8_t { gain, even, loss };

Effect effectOf(const Rules& rules, const Step& step);

inline bool isConcession(Effect effect) { return effect != Effect::gain; }

} // namespace stasis::analysis
