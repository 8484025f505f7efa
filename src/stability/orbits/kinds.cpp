#include "stability/orbits/kinds.h"

#include "model/mentioned_options.h"
#include "stability/orbits/party_colours.h"

#include <algorithm>
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

/// Each member goes to the place of the next, the last to that of the first.
Renamed rotation(const model::Conflict& conflict, const Parties& members) {
  Renamed renamed(conflict);
  for (std::size_t k = 0; k < members.size(); ++k)
    renamed.send(conflict, members[k], members[(k + 1) % members.size()]);
  return renamed;
}

/// Renamings of a conflict, and whether what is asked stays the same under each.
template <class Unchanged> class Exchanges {
public:
  Exchanges(const model::Conflict& conflict, Unchanged unchanged)
      : conflict_(conflict), unchanged_(unchanged), renamed_(conflict) {}

  bool areAlike(PartyId a, PartyId b) {
    renamed_.send(conflict_, a, b);
    renamed_.send(conflict_, b, a);
    const bool alike = unchanged_(renamed_, Parties{a, b});
    renamed_.send(conflict_, a, a);
    renamed_.send(conflict_, b, b);
    return alike;
  }

  /// Exchanging the first two and sending each to the next make every order of the members.
  bool isOneKind(const Parties& kind) {
    return kind.size() == 1 ||
           (areAlike(kind[0], kind[1]) && (kind.size() == 2 || unchanged_(rotation(conflict_, kind), kind)));
  }

private:
  const model::Conflict& conflict_;
  Unchanged unchanged_;
  Renamed renamed_; ///< everything where it is, between two questions
};

/// Where this much was read, no more is compared. Who is not compared is alike to nobody, which is never
/// wrong, only slower. A comparison reads this much at least.
constexpr std::size_t mostRead = 1U << 23U;
constexpr std::size_t leastRead = 16;

/// Parties in the kinds given, split: each party is compared with the first of each part. `read` says how
/// much was read.
template <class Unchanged, class Read>
std::vector<Parties> split(const std::vector<Parties>& kinds, Exchanges<Unchanged>& exchanges, Read read) {
  std::vector<Parties> parts;
  std::size_t comparisons = 0;
  const auto areAlike = [&](PartyId a, PartyId b) {
    return read() + leastRead * ++comparisons <= mostRead && exchanges.areAlike(a, b);
  };
  for (const Parties& kind : kinds) {
    const auto first = static_cast<std::ptrdiff_t>(parts.size());
    if (exchanges.isOneKind(kind)) {
      parts.push_back(kind);
      continue;
    }
    for (const PartyId party : kind) {
      const auto part = std::find_if(parts.begin() + first, parts.end(),
                                     [&](const Parties& p) { return areAlike(p.front(), party); });
      if (part == parts.end())
        parts.push_back({party});
      else
        part->push_back(party);
    }
  }
  return parts;
}

/// Splits every kind that is not proved.
template <class Unchanged>
std::vector<Parties> proved(const std::vector<Parties>& kinds, Exchanges<Unchanged> exchanges) {
  std::vector<Parties> result;
  for (const Parties& kind : kinds) {
    if (exchanges.isOneKind(kind))
      result.push_back(kind);
    else
      for (const PartyId party : kind)
        result.push_back({party});
  }
  std::ranges::sort(result, {}, [](const Parties& kind) { return kind.front(); });
  return result;
}

/// Parties of one colour, in the order of the conflict.
std::vector<Parties> byColour(const model::Conflict& conflict) {
  const auto colours = partyColours(conflict);
  std::map<std::uint64_t, Parties> parties;
  for (std::size_t p = 0; p < colours.size(); ++p)
    parties[colours[p]].emplace_back(p);
  std::vector<Parties> kinds;
  for (auto& [colour, kind] : parties)
    kinds.push_back(std::move(kind));
  return kinds;
}

} // namespace

std::vector<Parties> kindsOf(const model::Conflict& conflict, const StateNamed& stateNamed) {
  WrittenShape<Hashed> hashed(conflict, stateNamed);
  Exchanges likely(conflict, [&](const Renamed& renamed, const Parties& moved) {
    return hashed.isKeptBy(renamed, moved);
  });
  const auto kinds = split(byColour(conflict), likely, [&] { return hashed.read(); });
  if (std::ranges::all_of(kinds, [](const Parties& kind) { return kind.size() == 1; }))
    return proved(kinds, likely);
  WrittenShape<Numbered> numbered(conflict, stateNamed);
  return proved(kinds, Exchanges(conflict, [&](const Renamed& renamed, const Parties& moved) {
                  return numbered.isKeptBy(renamed, moved);
                }));
}

namespace {

/// For each party, whether the condition mentions an option of that party, directly or through a define.
std::vector<bool> spokenOf(const model::Expression& condition, const model::Conflict& conflict) {
  std::vector<bool> spoken(conflict.parties.size(), false);
  for (const model::OptionId option : model::mentionedOptions({&condition}, conflict))
    spoken[conflict.option(option).owner.index()] = true;
  return spoken;
}

} // namespace

std::vector<Parties> splitBy(const model::Expression& condition, const std::vector<Parties>& kinds,
                             const model::Conflict& conflict) {
  const std::vector<bool> spoken = spokenOf(condition, conflict);
  std::vector<Parties> of;     // parties that the condition mentions
  std::vector<Parties> others; // parties that it does not mention
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
  Exchanges likely(conflict, [&](const Renamed& renamed, const Parties&) {
    return hashed.of(condition, renamed) == asWritten;
  });
  const auto parts = split(of, likely, [&] { return hashed.read(); });
  auto all = proved(parts, Exchanges(conflict, [&](const Renamed& renamed, const Parties&) {
                      return numbered.of(condition, renamed) == number;
                    }));
  all.insert(all.end(), others.begin(), others.end());
  std::ranges::sort(all, {}, [](const Parties& kind) { return kind.front(); });
  return all;
}

} // namespace stasis::stability
