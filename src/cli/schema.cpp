#include "cli/schema.h"

namespace stasis::cli {

OptionRow schemaOption() {
  return {"--schema", "VERSION", "JSON as it was in an earlier version", {"1", "2"}, ""};
}

int schemaAsked(const Arguments& arguments, int current) {
  return arguments.value("--schema") == "1" ? 1 : current;
}

} // namespace stasis::cli
