#include "stability/orbits/kinds.h"

#include <map>
#include <numeric>

namespace stasis::stability {

using model::PartyId;

Renamed::Renamed(const model::Conflict& conflict)
    : party(conflict.parties.size()), option(conflict.options.size()) {
  std::iota(party.begin(), party.end(), 0);
  std::iota(option.begin(), option.end(), 0);
}

void Renamed::send(const model::Conflict& conflict, PartyId from, PartyId to) {
  party[from.index()] = to.index();
  const auto& a = conflict.party(from);
  const auto& b = conflict.party(to);
  for (std::size_t k = 0; k < a.optionCount; ++k)
    option[a.firstOption + k] = b.firstOption + k;
}

namespace {

Renamed exchange(const model::Conflict& conflict, PartyId a, PartyId b) {
  Renamed renamed(conflict);
  renamed.send(conflict, a, b);
  renamed.send(conflict, b, a);
  return renamed;
}

/// Each member goes to the place of the next, the last to that of the first.
Renamed rotation(const model::Conflict& conflict, const Parties& members) {
  Renamed renamed(conflict);
  for (std::size_t k = 0; k < members.size(); ++k)
    renamed.send(conflict, members[k], members[(k + 1) % members.size()]);
  return renamed;
}

/// What two parties of one kind have in common for certain: how their options can be changed.
std::vector<std::size_t> outline(const model::Conflict& conflict, PartyId id) {
  const auto& party = conflict.party(id);
  std::vector<std::size_t> words{party.moves ? 1U : 0U, party.preference.index()};
  if (const auto* tiers = std::get_if<model::Prioritised>(&party.preference))
    for (const auto& tier : tiers->tiers)
      for (const auto& statement : tier)
        words.push_back(statement.wanted.nodes().size());
  for (std::size_t k = 0; k < party.optionCount; ++k)
    words.push_back(static_cast<std::size_t>(conflict.options[party.firstOption + k].direction));
  return words;
}

/// Exchanging the first two and sending each to the next make every order of the members.
template <class Unchanged>
bool isOneKind(const model::Conflict& conflict, const Parties& kind, Unchanged unchanged) {
  return kind.size() == 1 || (unchanged(exchange(conflict, kind[0], kind[1])) &&
                              (kind.size() == 2 || unchanged(rotation(conflict, kind))));
}

/// Comparisons beyond this are not made: each reads the whole conflict. Who is not compared is alike to
/// nobody, which is never wrong, only slower.
constexpr std::size_t mostComparisons = 4096;

/// Parties in the kinds given, split by `areAlike`, which each party is asked with the first of a part. Kinds
/// that `isWhole` need no split.
template <class IsWhole, class AreAlike>
std::vector<Parties> split(const std::vector<Parties>& kinds, IsWhole isWhole, AreAlike areAlike) {
  std::vector<Parties> parts;
  std::size_t comparisons = 0;
  for (const Parties& kind : kinds) {
    const auto first = static_cast<std::ptrdiff_t>(parts.size());
    if (isWhole(kind)) {
      parts.push_back(kind);
      continue;
    }
    for (const PartyId party : kind) {
      const auto part = std::find_if(parts.begin() + first, parts.end(), [&](const Parties& p) {
        return ++comparisons <= mostComparisons && areAlike(p.front(), party);
      });
      if (part == parts.end())
        parts.push_back({party});
      else
        part->push_back(party);
    }
  }
  return parts;
}

/// Kinds that are not proved fall apart.
template <class Unchanged>
std::vector<Parties> proved(const model::Conflict& conflict, const std::vector<Parties>& kinds,
                            Unchanged unchanged) {
  std::vector<Parties> result;
  for (const Parties& kind : kinds) {
    if (isOneKind(conflict, kind, unchanged))
      result.push_back(kind);
    else
      for (const PartyId party : kind)
        result.push_back({party});
  }
  std::ranges::sort(result, {}, [](const Parties& kind) { return kind.front(); });
  return result;
}

} // namespace

std::vector<Parties> kindsOf(const model::Conflict& conflict, const StateNamed& stateNamed) {
  std::map<std::vector<std::size_t>, Parties> byOutline;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p)
    byOutline[outline(conflict, PartyId(p))].emplace_back(p);
  std::vector<Parties> candidates;
  for (const auto& [words, parties] : byOutline)
    candidates.push_back(parties);
  WrittenShape<Hashed> hashed(conflict, stateNamed);
  WrittenShape<Numbered> numbered(conflict, stateNamed);
  const Renamed same(conflict);
  const auto asWritten = hashed.of(same);
  const auto numbers = numbered.of(same);
  const auto unchanged = [&](const Renamed& renamed) { return hashed.of(renamed) == asWritten; };
  const auto kinds = split(
      candidates, [&](const Parties& kind) { return isOneKind(conflict, kind, unchanged); },
      [&](PartyId a, PartyId b) { return unchanged(exchange(conflict, a, b)); });
  return proved(conflict, kinds, [&](const Renamed& renamed) { return numbered.of(renamed) == numbers; });
}

namespace {

/// By party: whether the condition speaks of an option of its own, in a definition or not.
std::vector<bool> spokenOf(const model::Expression& condition, const model::Conflict& conflict) {
  std::vector<bool> spoken(conflict.parties.size(), false);
  std::vector<bool> seen(conflict.defines.size(), false);
  std::vector<const model::Expression*> left{&condition};
  while (!left.empty()) {
    const model::Expression& expression = *left.back();
    left.pop_back();
    for (const model::OptionId option : expression.options())
      spoken[conflict.option(option).owner.index()] = true;
    for (const model::DefineId define : expression.defines())
      if (!seen[define.index()]) {
        seen[define.index()] = true;
        left.push_back(&conflict.defines[define.index()].meaning);
      }
  }
  return spoken;
}

} // namespace

std::vector<Parties> splitBy(const model::Expression& condition, const std::vector<Parties>& kinds,
                             const model::Conflict& conflict) {
  const std::vector<bool> spoken = spokenOf(condition, conflict);
  std::vector<Parties> of;     // of whom the condition speaks
  std::vector<Parties> others; // to whom it is all the same
  for (const Parties& kind : kinds) {
    Parties inside;
    Parties outside;
    for (const PartyId party : kind)
      (spoken[party.index()] ? inside : outside).push_back(party);
    if (!inside.empty())
      of.push_back(std::move(inside));
    if (!outside.empty())
      others.push_back(std::move(outside));
  }
  WrittenShape<Hashed> hashed(conflict, {});
  WrittenShape<Numbered> numbered(conflict, {});
  const Renamed same(conflict);
  const auto asWritten = hashed.of(condition, same);
  const auto number = numbered.of(condition, same);
  const auto unchanged = [&](const Renamed& renamed) { return hashed.of(condition, renamed) == asWritten; };
  const auto parts = split(
      of, [&](const Parties& kind) { return isOneKind(conflict, kind, unchanged); },
      [&](PartyId a, PartyId b) { return unchanged(exchange(conflict, a, b)); });
  auto all = proved(conflict, parts,
                    [&](const Renamed& renamed) { return numbered.of(condition, renamed) == number; });
  all.insert(all.end(), others.begin(), others.end());
  std::ranges::sort(all, {}, [](const Parties& kind) { return kind.front(); });
  return all;
}

} // namespace stasis::stability
