#include "analysis/robust/variation.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace stasis::analysis {

using model::Conflict;
using model::Direction;
using model::PartyId;
using model::Preference;
using model::Prioritised;
using model::Ranking;
using model::StateRef;
using model::Weights;

namespace {

using Tiers = std::vector<std::vector<std::size_t>>;

/// Positions 0, 1, 2, … in the tiers in which they are written.
Tiers tiersOf(const Preference& preference) {
  Tiers tiers;
  std::size_t next = 0;
  const auto add = [&](std::size_t count) {
    auto& tier = tiers.emplace_back();
    while (count-- > 0)
      tier.push_back(next++);
  };
  if (const auto* said = std::get_if<Prioritised>(&preference))
    for (const auto& tier : said->tiers)
      add(tier.size());
  else if (const auto* ranking = std::get_if<Ranking>(&preference))
    for (std::size_t k = 0; k < ranking->classes.size(); ++k)
      add(1);
  else if (const auto* weights = std::get_if<Weights>(&preference))
    add(weights->weights.size());
  return tiers;
}

Prioritised arranged(const Prioritised& written, const Tiers& tiers) {
  std::vector<const model::Statement*> all;
  for (const auto& tier : written.tiers)
    for (const auto& statement : tier)
      all.push_back(&statement);
  Prioritised out{.tiers = {}, .range = written.range};
  for (const auto& tier : tiers) {
    auto& kept = out.tiers.emplace_back();
    for (const std::size_t k : tier)
      kept.push_back(*all[k]);
  }
  return out;
}

Preference arranged(const Preference& written, const Tiers& tiers) {
  if (const auto* said = std::get_if<Prioritised>(&written)) {
    if (tiers.empty())
      return std::monostate();
    return arranged(*said, tiers);
  }
  if (const auto* ranking = std::get_if<Ranking>(&written)) {
    Ranking out = *ranking;
    for (std::size_t k = 0; k < tiers.size(); ++k)
      out.classes[k] = ranking->classes[tiers[k].front()];
    return out;
  }
  if (const auto* weights = std::get_if<Weights>(&written)) {
    Weights out = *weights;
    out.weights.clear();
    for (const auto& tier : tiers)
      for (const std::size_t k : tier)
        out.weights.push_back(weights->weights[k]);
    return out;
  }
  return written;
}

/// Where a preference is written. Members of a family with the same place share it.
model::Range rangeOf(const Preference& preference) {
  const auto* said = std::get_if<Prioritised>(&preference);
  return said != nullptr ? said->range : model::Range();
}

} // namespace

std::string_view keyOf(ChangeKind kind) {
  switch (kind) {
  case ChangeKind::drop: return "drop";
  case ChangeKind::swap: return "swap";
  case ChangeKind::free: return "free";
  case ChangeKind::bind: return "bind";
  case ChangeKind::allow: return "allow";
  }
  return "";
}

bool operator<(const Draft& a, const Draft& b) {
  return std::tie(a.preferences, a.directions, a.constraints) <
         std::tie(b.preferences, b.directions, b.constraints);
}

Variation::Variation(stability::Engine& engine, const Varied& varied)
    : conflict_(engine.conflict()), varied_(varied) {
  conflict_.expectations.clear();
  pinNumbers(engine);
  gatherPreferences();
  for (const auto& one : preferences_)
    draft_.preferences.push_back(tiersOf(conflict_.party(one.parties.front()).preference));
  for (const auto& option : conflict_.options)
    draft_.directions.push_back(option.direction);
  draft_.constraints.assign(conflict_.constraints.size(), true);
}

void Variation::pinNumbers(stability::Engine& engine) {
  if (!conflict_.listed.empty())
    return; // the list numbers the states, whatever changes
  const auto pin = [&](StateRef& ref) {
    if (ref.kind != StateRef::Kind::number)
      return;
    conflict_.named.push_back({"s" + std::to_string(ref.value), {}, *engine.state(ref.value), {}});
    ref.kind = StateRef::Kind::named;
    ref.value = conflict_.named.size() - 1;
  };
  for (auto& party : conflict_.parties) {
    if (auto* ranking = std::get_if<Ranking>(&party.preference))
      for (auto& tie : ranking->classes)
        std::ranges::for_each(tie, pin);
    if (party.moves)
      for (auto& move : *party.moves) {
        pin(move.from);
        pin(move.to);
      }
  }
}

void Variation::gatherPreferences() {
  for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
    const PartyId id(i);
    const auto& party = conflict_.party(id);
    const auto range = rangeOf(party.preference);
    const auto shares = [&](const WrittenPreference& other) {
      const auto& first = conflict_.party(other.parties.front());
      return party.family && first.family == party.family && !range.empty() &&
             rangeOf(first.preference) == range;
    };
    if (const auto one = std::ranges::find_if(preferences_, shares); one != preferences_.end())
      one->parties.push_back(id);
    else
      preferences_.push_back({{id}});
  }
}

bool Variation::isVaried(PartyId party) const {
  return varied_.parties.empty() || std::ranges::find(varied_.parties, party) != varied_.parties.end();
}

std::vector<std::size_t> Variation::sharing(std::size_t option) const {
  std::vector<std::size_t> all{option};
  const auto& one = conflict_.options[option];
  const auto family = conflict_.party(one.owner).family;
  if (!family || one.range.empty())
    return all;
  for (std::size_t o = 0; o < conflict_.options.size(); ++o) {
    const auto& other = conflict_.options[o];
    if (o != option && other.range == one.range && conflict_.party(other.owner).family == family)
      all.push_back(o);
  }
  return all;
}

std::vector<Change> Variation::changes(const Draft& draft) const {
  std::vector<Change> out;
  for (const ChangeKind kind : varied_.kinds)
    switch (kind) {
    case ChangeKind::drop: addDrops(draft, out); break;
    case ChangeKind::swap: addSwaps(draft, out); break;
    case ChangeKind::free: addDirections(draft, true, out); break;
    case ChangeKind::bind: addDirections(draft, false, out); break;
    case ChangeKind::allow: addConstraints(draft, out); break;
    }
  return out;
}

void Variation::addDrops(const Draft& draft, std::vector<Change>& out) const {
  for (std::size_t p = 0; p < preferences_.size(); ++p) {
    const PartyId first = preferences_[p].parties.front();
    if (!isVaried(first) || std::holds_alternative<Ranking>(conflict_.party(first).preference))
      continue;
    for (const auto& tier : draft.preferences[p])
      for (const std::size_t k : tier)
        out.push_back({ChangeKind::drop, p, {k}, {}});
  }
}

void Variation::addSwaps(const Draft& draft, std::vector<Change>& out) const {
  for (std::size_t p = 0; p < preferences_.size(); ++p) {
    if (!isVaried(preferences_[p].parties.front()))
      continue;
    const auto& tiers = draft.preferences[p];
    for (std::size_t t = 0; t + 1 < tiers.size(); ++t)
      out.push_back({ChangeKind::swap, p, tiers[t], tiers[t + 1]});
  }
}

void Variation::addDirections(const Draft& draft, bool bound, std::vector<Change>& out) const {
  for (std::size_t o = 0; o < conflict_.options.size(); ++o) {
    const PartyId owner = conflict_.options[o].owner;
    if (!isVaried(owner) || conflict_.party(owner).moves || std::ranges::min(sharing(o)) != o)
      continue;
    if ((draft.directions[o] != Direction::both) == bound)
      out.push_back({bound ? ChangeKind::free : ChangeKind::bind, o, {}, {}});
  }
}

void Variation::addConstraints(const Draft& draft, std::vector<Change>& out) const {
  if (!conflict_.listed.empty() || !varied_.parties.empty())
    return;
  for (std::size_t k = 0; k < draft.constraints.size(); ++k)
    if (draft.constraints[k])
      out.push_back({ChangeKind::allow, k, {}, {}});
}

Draft Variation::after(Draft draft, const Change& change) const {
  switch (change.kind) {
  case ChangeKind::drop: {
    auto& tiers = draft.preferences[change.where];
    for (auto& tier : tiers)
      std::erase(tier, change.first.front());
    std::erase_if(tiers, [](const auto& tier) { return tier.empty(); });
    break;
  }
  case ChangeKind::swap: {
    auto& tiers = draft.preferences[change.where];
    const auto first = std::ranges::find(tiers, change.first);
    std::iter_swap(first, std::ranges::find(tiers, change.second));
    break;
  }
  case ChangeKind::free:
  case ChangeKind::bind:
    for (const std::size_t o : sharing(change.where))
      draft.directions[o] = change.kind == ChangeKind::free ? Direction::both : Direction::irrevocable;
    break;
  case ChangeKind::allow: draft.constraints[change.where] = false; break;
  }
  return draft;
}

namespace {

/// A line that follows one without the mark makes no strong difference any more (model/preference.h).
void keepStrongFirst(model::Preference& preference) {
  auto* said = std::get_if<model::Prioritised>(&preference);
  if (said == nullptr)
    return;
  bool behind = false;
  for (auto& tier : said->tiers) {
    const bool isStrong = model::markOf(tier) == model::Mark::strongly;
    for (auto& statement : tier)
      if (isStrong && behind)
        statement.mark = model::Mark::none;
    behind = behind || !isStrong;
  }
}

} // namespace

Conflict Variation::conflict(const Draft& draft) const {
  Conflict out = conflict_;
  for (std::size_t p = 0; p < preferences_.size(); ++p)
    if (draft.preferences[p] != draft_.preferences[p])
      for (const PartyId id : preferences_[p].parties) {
        auto& preference = out.parties[id.index()].preference;
        preference = arranged(conflict_.party(id).preference, draft.preferences[p]);
        keepStrongFirst(preference);
      }
  for (std::size_t o = 0; o < out.options.size(); ++o)
    out.options[o].direction = draft.directions[o];
  out.constraints.clear();
  for (std::size_t k = 0; k < draft.constraints.size(); ++k)
    if (draft.constraints[k])
      out.constraints.push_back(conflict_.constraints[k]);
  return out;
}

Conflict Variation::conflict(const Variant& variant) const {
  Draft draft = draft_;
  for (const Change& change : variant)
    draft = after(std::move(draft), change);
  return conflict(draft);
}

std::vector<Variant> Variation::variants(std::size_t depth) const {
  std::vector<Variant> out;
  std::set<Draft> seen{draft_};
  std::vector<Draft> singles;
  for (const Change& change : changes(draft_))
    if (Draft draft = after(draft_, change); seen.insert(draft).second) {
      out.push_back({change});
      singles.push_back(std::move(draft));
    }
  if (depth < 2)
    return out;
  for (std::size_t k = 0; k < singles.size(); ++k)
    for (const Change& second : changes(singles[k]))
      if (seen.insert(after(singles[k], second)).second)
        out.push_back({out[k].front(), second});
  return out;
}

} // namespace stasis::analysis
