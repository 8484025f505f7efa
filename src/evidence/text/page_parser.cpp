#include "evidence/text/page_parser.h"

#include "language/lexing/loaded_library.h"

namespace stasis::evidence {

namespace {

PageParser loadedParser() {
  language::LoadedLibrary library(STASIS_FILE_GUMBO);
  PageParser parser;
  library.find(parser.parse, "gumbo_parse_with_options");
  library.find(parser.attribute, "gumbo_get_attribute");
  library.find(parser.defaults, "kGumboDefaultOptions");
  library.demand();
  return parser;
}

} // namespace

const PageParser& pageParser() {
  static const PageParser loaded = loadedParser();
  return loaded;
}

} // namespace stasis::evidence
