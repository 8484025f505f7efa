#include "language/words/families_written.h"

#include "language/words/expression_text.h"

#include <algorithm>

namespace stasis::language {

using namespace model;

namespace {

bool sameWords(const std::vector<Citation>& a, const std::vector<Citation>& b) {
  return std::ranges::equal(
      a, b, [](const Citation& x, const Citation& y) { return x.source == y.source && x.words == y.words; });
}

bool alike(const Party& p, const Party& q, const Conflict& conflict) {
  if (p.optionCount != q.optionCount || !sameWords(p.because, q.because))
    return false;
  for (std::size_t i = 0; i < p.optionCount; ++i) {
    const Option& o = conflict.options[p.firstOption + i];
    const Option& r = conflict.options[q.firstOption + i];
    if (o.name != r.name || o.label != r.label || o.direction != r.direction || o.doubt != r.doubt ||
        !sameWords(o.because, r.because))
      return false;
  }
  return true;
}

} // namespace

const Family* familyOpenedBy(PartyId first, const Conflict& conflict) {
  if (!conflict.party(first).family)
    return nullptr;
  const Family& family = conflict.families[conflict.party(first).family->index()];
  for (std::size_t i = 0; i < family.members.size(); ++i)
    if (family.members[i].index() != first.index() + i ||
        !alike(conflict.party(family.members[i]), conflict.party(first), conflict))
      return nullptr;
  return &family;
}

bool wantsEach(const Family& family, const Conflict& conflict, const OptionNames& names) {
  const PartyId first = family.members.front();
  const auto* said = std::get_if<Prioritised>(&conflict.party(first).preference);
  const auto same = [&](const Statement& x, const Statement& y, PartyId member) {
    return x.range == y.range && x.mark == y.mark && x.odds == y.odds && sameWords(x.because, y.because) &&
           foldableText(x.wanted, conflict, names, first).text ==
               foldableText(y.wanted, conflict, names, member).text;
  };
  return said != nullptr && std::ranges::all_of(family.members, [&](PartyId id) {
           const auto* other = std::get_if<Prioritised>(&conflict.party(id).preference);
           return other != nullptr &&
                  std::ranges::equal(said->tiers, other->tiers, [&](const auto& a, const auto& b) {
                    return std::ranges::equal(
                        a, b, [&](const Statement& x, const Statement& y) { return same(x, y, id); });
                  });
         });
}

} // namespace stasis::language
