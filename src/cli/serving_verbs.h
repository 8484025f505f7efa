#pragma once

// The verbs that another program starts and talks to: editors and assistants. Only the table and `main` need
// them.

#include "cli/verb.h"

namespace stasis::cli {

/// Makes the sources of the gallery that a program holds readable by every verb; nothing where it holds none.
void openGallery();

Verb lspVerb();
Verb mcpVerb();

} // namespace stasis::cli
