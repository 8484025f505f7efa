#pragma once

// Small published conflicts built by hand, for tests that must not depend on the language.

#include "model/conflict.h"

namespace stasis::support {

/// Prisoners' dilemma: 1 nobody cooperates, 4 both do.
model::Conflict prisonersDilemma();

/// Syria and Iraq on the Euphrates, 1975 (Hipel, Kilgour & Kinsara 2014), rankings in state numbers.
model::Conflict syriaIraq();

/// Elmira groundwater contamination, nine states, the last merged (Kilgour & Hipel 2005).
model::Conflict elmira();
/// The same with every move listed outright.
model::Conflict elmiraGraphForm();
/// The twelve states of the guide to GMCR+ (Kinsara 2014), the four after abandonment apart and tied.
model::Conflict elmiraTwelveStates();

} // namespace stasis::support
