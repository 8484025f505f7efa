#pragma once

// The verbs that another program starts and talks to: editors and assistants. Only the table needs them.

#include "cli/verb.h"

namespace stasis::cli {

Verb lspVerb();
Verb mcpVerb();

} // namespace stasis::cli
