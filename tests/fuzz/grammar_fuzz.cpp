#include "grammar/parse_property.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stasis::evidence::grammar;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string broken = parseProblem(text, parse(text, {0, text.size()}));
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
