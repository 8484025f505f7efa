#include "stability/orbits/told_apart.h"

#include "stability/orbits/alike_conflict.h"

#include <algorithm>

namespace stasis::stability {

using model::PartyId;

namespace {

/// The conflict without one statement or constraint.
struct Without {
  model::Conflict conflict;
  model::Range range;
};

/// The conflict without each line that may tell the two apart: the member's own statements, and lines that
/// mention one of them and not the other.
std::vector<Without> withoutEach(const model::Conflict& conflict, PartyId member, PartyId fellow) {
  std::vector<Without> all;
  const auto speaksOf = [&](const model::Expression& e) {
    const auto names = [&](PartyId party) {
      return std::ranges::any_of(e.options(),
                                 [&](auto option) { return conflict.option(option).owner == party; });
    };
    return names(member) != names(fellow);
  };
  for (std::size_t p = 0; p < conflict.parties.size(); ++p) {
    const auto* tiers = std::get_if<model::Prioritised>(&conflict.parties[p].preference);
    for (std::size_t t = 0; tiers != nullptr && t < tiers->tiers.size(); ++t)
      for (std::size_t k = 0; k < tiers->tiers[t].size(); ++k) {
        const auto& statement = tiers->tiers[t][k];
        if (PartyId(p) != member && !speaksOf(statement.wanted))
          continue;
        Without left{conflict, statement.range};
        auto& tier = std::get<model::Prioritised>(left.conflict.parties[p].preference).tiers[t];
        tier.erase(tier.begin() + static_cast<std::ptrdiff_t>(k));
        if (tier.empty()) {
          auto& list = std::get<model::Prioritised>(left.conflict.parties[p].preference).tiers;
          list.erase(list.begin() + static_cast<std::ptrdiff_t>(t));
        }
        all.push_back(std::move(left));
      }
  }
  for (std::size_t k = 0; k < conflict.constraints.size(); ++k)
    if (speaksOf(conflict.constraints[k].holds)) {
      Without left{conflict, conflict.constraints[k].range};
      left.conflict.constraints.erase(left.conflict.constraints.begin() + static_cast<std::ptrdiff_t>(k));
      all.push_back(std::move(left));
    }
  return all;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3)
    digits.insert(at - 3, ",");
  return digits;
}

language::Diagnostic toldApart(const model::Conflict& conflict, PartyId member, std::size_t others,
                               std::size_t choices, model::Range range) {
  const std::string name = "`" + conflict.party(member).name + "`";
  return {language::Severity::warning,
          "S0611",
          range,
          "this alone tells " + name + " apart from " + std::to_string(others) +
              " parties who are alike: " + grouped(histogramCount(others + 1, choices)) +
              " ways to divide them among their choices become " + std::to_string(choices) + " × " +
              grouped(histogramCount(others, choices)),
          {},
          "say it of every member, or leave it out, and all are counted together"};
}

} // namespace

language::Diagnostics membersToldApart(const model::Conflict& conflict, std::uint64_t fewest,
                                       std::uint64_t most) {
  language::Diagnostics found;
  const bool named = !conflict.listed.empty() || std::ranges::any_of(conflict.parties, [](const auto& party) {
    return std::holds_alternative<model::Ranking>(party.preference) || party.optionCount > mostOwnOptions;
  });
  if (named || conflict.families.empty())
    return found;
  const AlikeConflict alike(conflict, kindsOf(conflict, {}));
  const std::uint64_t orbits = alike.orbits();
  if (orbits < fewest)
    return found;
  for (const auto& family : conflict.families) {
    const auto largest = std::ranges::max_element(
        family.members, {}, [&](PartyId member) { return alike.kind(member).members.size(); });
    const AlikeKind& kind = alike.kind(*largest);
    const auto alone = std::ranges::find_if(
        family.members, [&](PartyId member) { return alike.kind(member).members.size() == 1; });
    if (kind.members.size() < 2 || alone == family.members.end())
      continue;
    for (const Without& left : withoutEach(conflict, *alone, *largest)) {
      const AlikeConflict fewer(left.conflict, kindsOf(left.conflict, {}));
      if (fewer.kindOf[alone->index()] != fewer.kindOf[largest->index()] ||
          fewer.orbits() > std::min(most, orbits / 2))
        continue;
      found.push_back(toldApart(conflict, *alone, kind.members.size(), kind.choices.size(), left.range));
      break;
    }
  }
  return found;
}

} // namespace stasis::stability
