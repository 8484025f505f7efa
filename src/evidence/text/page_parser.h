#pragma once

// The functions of the library that parses pages. It is loaded with the first page.

#include <gumbo.h>

namespace stasis::evidence {

struct PageParser {
  decltype(gumbo_parse_with_options)* parse = nullptr;
  decltype(gumbo_get_attribute)* attribute = nullptr;
  const GumboOptions* defaults = nullptr;
};

/// Throws LibraryMissing where the library is not on this machine.
const PageParser& pageParser();

} // namespace stasis::evidence
