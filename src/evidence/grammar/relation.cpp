#include "evidence/grammar/relation.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

std::optional<Relation> exactly(std::string_view name) {
  const auto found = std::ranges::find(relationNames, name);
  if (found == relationNames.end())
    return std::nullopt;
  return static_cast<Relation>(found - relationNames.begin());
}

std::string_view baseName(std::string_view name) { return name.substr(0, name.find(':')); }

} // namespace

std::optional<Relation> relationOf(std::string_view name) {
  const std::optional<Relation> whole = exactly(name);
  return whole ? whole : exactly(baseName(name));
}

Relation base(Relation r) { return exactly(baseName(nameOf(r))).value_or(r); }

} // namespace stasis::evidence::grammar
