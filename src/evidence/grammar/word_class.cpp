#include "evidence/grammar/word_class.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

template <class Kind, std::size_t n>
std::optional<Kind> named(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end())
    return std::nullopt;
  return static_cast<Kind>(found - names.begin());
}

} // namespace

std::optional<Upos> uposOf(std::string_view name) { return named<Upos>(uposNames, name); }

std::optional<Xpos> xposOf(std::string_view name) { return named<Xpos>(xposNames, name); }

} // namespace stasis::evidence::grammar
