#pragma once

// The verb `ask`: what to find out first.

#include "cli/verb.h"

namespace stasis::cli {

Verb askVerb();

} // namespace stasis::cli
