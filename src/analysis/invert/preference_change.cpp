#include "analysis/invert/preference_change.h"

#include <algorithm>
#include <unordered_set>

namespace stasis::analysis {

using model::Prioritised;
using model::Ranking;
using model::Weights;
using Item = Arrangement::Item;
using Kind = PreferenceChange::Kind;

namespace {

Item itemAt(std::size_t written) { return {static_cast<std::uint16_t>(written), false, false}; }

/// One tier in all, or one for each item.
Arrangement inOrder(const std::vector<std::size_t>& sizes) {
  Arrangement arrangement;
  std::size_t next = 0;
  for (const std::size_t size : sizes) {
    auto& tier = arrangement.tiers.emplace_back();
    for (std::size_t k = 0; k < size; ++k)
      tier.push_back(itemAt(next++));
  }
  return arrangement;
}

void take(Arrangement& from, std::size_t tier, std::size_t item) {
  auto& items = from.tiers[tier];
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(item));
  if (items.empty())
    from.tiers.erase(from.tiers.begin() + static_cast<std::ptrdiff_t>(tier));
}

} // namespace

model::Expression opposite(const model::Expression& wanted) {
  if (wanted.root().op == model::Expression::Op::negation)
    return model::Expression::copyOf(wanted.operands().front());
  return model::Expression::negation(wanted);
}

std::vector<const model::Statement*> statementsOf(const Prioritised& preference) {
  std::vector<const model::Statement*> all;
  for (const auto& tier : preference.tiers)
    for (const auto& statement : tier)
      all.push_back(&statement);
  return all;
}

PreferenceChanges::PreferenceChanges(const model::Preference& written) : preference_(written) {
  std::vector<std::size_t> sizes;
  if (const auto* prioritised = std::get_if<Prioritised>(&written)) {
    form_ = Form::statements;
    for (const auto& tier : prioritised->tiers)
      sizes.push_back(tier.size());
  } else if (const auto* ranking = std::get_if<Ranking>(&written)) {
    form_ = Form::classes;
    sizes.assign(ranking->classes.size(), 1);
  } else if (const auto* weights = std::get_if<Weights>(&written)) {
    form_ = Form::weights;
    sizes.assign(weights->weights.empty() ? 0 : 1, weights->weights.size());
  }
  for (const std::size_t size : sizes)
    items_ += size;
  if (items_ == 0)
    form_ = Form::none;
  kept_.push_back({inOrder(sizes)});
}

std::string PreferenceChanges::key(const Arrangement& arrangement) {
  std::string key;
  for (const auto& tier : arrangement.tiers) {
    auto items = tier; // order within a tier has no meaning
    std::ranges::sort(items, {}, &Item::written);
    for (const Item& item : items) {
      key += static_cast<char>(item.written & 0xFFU);
      key += static_cast<char>(item.written >> 8U);
      key += item.negated ? '-' : '+';
    }
    key += '|';
  }
  return key;
}

bool PreferenceChanges::keep(std::size_t distance) {
  if (kept_.size() > distance)
    return true;
  if (!keep(distance - 1))
    return false;
  std::unordered_set<std::string> seen;
  for (const auto& level : kept_)
    for (const Arrangement& arrangement : level)
      seen.insert(key(arrangement));
  std::vector<Arrangement> next;
  for (const Arrangement& from : kept_.back()) {
    const bool all = eachFrom(from, [&](const Arrangement& to) {
      if (seen.insert(key(to)).second)
        next.push_back(to);
      return next.size() <= mostKept;
    });
    if (!all)
      return false;
  }
  kept_.push_back(std::move(next));
  return true;
}

bool PreferenceChanges::each(std::size_t distance, const Visit& visit) {
  if (distance == 0) {
    visit(written());
    return true;
  }
  if (distance < kept_.size()) {
    for (const Arrangement& arrangement : kept_[distance])
      if (!visit(arrangement))
        return true;
    return true;
  }
  if (!keep(distance - 1))
    return false;
  for (const Arrangement& from : kept_[distance - 1])
    if (!eachFrom(from, visit))
      return true;
  return true;
}

bool PreferenceChanges::eachFrom(const Arrangement& from, const Visit& visit) const {
  if (form_ == Form::statements)
    return eachOfStatements(from, visit);
  Arrangement to = from;
  if (form_ == Form::classes) {
    for (std::size_t k = 0; k + 1 < to.tiers.size(); ++k) {
      std::swap(to.tiers[k], to.tiers[k + 1]);
      if (!visit(to))
        return false;
      std::swap(to.tiers[k], to.tiers[k + 1]);
    }
    return true;
  }
  if (to.tiers.empty())
    return true;
  for (std::size_t k = 0; k < from.tiers[0].size(); ++k) {
    to = from;
    take(to, 0, k);
    if (!visit(to))
      return false;
    if (from.tiers[0][k].negated)
      continue;
    to = from;
    to.tiers[0][k].negated = true;
    if (!visit(to))
      return false;
  }
  return true;
}

bool PreferenceChanges::eachOfStatements(const Arrangement& from, const Visit& visit) const {
  for (std::size_t t = 0; t < from.tiers.size(); ++t)
    for (std::size_t k = 0; k < from.tiers[t].size(); ++k) {
      Arrangement to = from;
      // A statement that was already changed is not dropped: dropping it at once is nearer.
      if (!from.tiers[t][k].negated && !from.tiers[t][k].moved) {
        take(to, t, k);
        if (!visit(to))
          return false;
      }
      if (!from.tiers[t][k].negated) {
        to = from;
        to.tiers[t][k].negated = true;
        if (!visit(to))
          return false;
      }
      if (!from.tiers[t][k].moved && !eachMove(from, t, k, visit))
        return false;
    }
  return true;
}

bool PreferenceChanges::eachMove(const Arrangement& from, std::size_t tier, std::size_t item,
                                 const Visit& visit) const {
  Arrangement without = from;
  Item moved = from.tiers[tier][item];
  moved.moved = true;
  const bool alone = from.tiers[tier].size() == 1;
  take(without, tier, item);
  for (std::size_t place = 0; place <= without.tiers.size(); ++place) {
    if (alone && place == tier)
      continue;
    Arrangement to = without;
    to.tiers.insert(to.tiers.begin() + static_cast<std::ptrdiff_t>(place), {moved});
    if (!visit(to))
      return false;
  }
  return true;
}

model::Preference PreferenceChanges::preference(const Arrangement& arrangement) const {
  if (const auto* prioritised = std::get_if<Prioritised>(&preference_)) {
    const auto statements = statementsOf(*prioritised);
    Prioritised changed{{}, prioritised->range};
    for (const auto& tier : arrangement.tiers) {
      auto& to = changed.tiers.emplace_back();
      for (const Item& item : tier) {
        to.push_back(*statements[item.written]);
        if (item.negated)
          to.back().wanted = opposite(to.back().wanted);
      }
    }
    return changed;
  }
  if (const auto* ranking = std::get_if<Ranking>(&preference_)) {
    Ranking changed{{}, ranking->range, ranking->strongAfter};
    for (const auto& tier : arrangement.tiers)
      changed.classes.push_back(ranking->classes[tier.front().written]);
    return changed;
  }
  if (const auto* weights = std::get_if<Weights>(&preference_)) {
    Weights changed = *weights;
    changed.weights.clear();
    for (const auto& tier : arrangement.tiers)
      for (const Item& item : tier) {
        changed.weights.push_back(weights->weights[item.written]);
        if (item.negated)
          changed.weights.back().units = -changed.weights.back().units;
      }
    return changed;
  }
  return preference_;
}

std::vector<PreferenceChange> PreferenceChanges::exchanges(const Arrangement& arrangement) const {
  std::vector<PreferenceChange> changes;
  for (std::size_t a = 0; a < arrangement.tiers.size(); ++a)
    for (std::size_t b = a + 1; b < arrangement.tiers.size(); ++b) {
      const std::size_t upper = arrangement.tiers[a].front().written;
      const std::size_t lower = arrangement.tiers[b].front().written;
      if (upper > lower)
        changes.push_back({Kind::exchange, upper, lower});
    }
  return changes;
}

std::vector<PreferenceChange> PreferenceChanges::changes(const Arrangement& arrangement) const {
  if (form_ == Form::classes)
    return exchanges(arrangement);
  std::vector<PreferenceChange> changes;
  std::vector<bool> left(items_);
  for (std::size_t t = 0; t < arrangement.tiers.size(); ++t)
    for (const Item& item : arrangement.tiers[t]) {
      left[item.written] = true;
      if (item.negated)
        changes.push_back({Kind::negate, item.written, std::nullopt});
      if (!item.moved)
        continue;
      PreferenceChange move{Kind::move, item.written, std::nullopt, item.negated};
      if (t + 1 < arrangement.tiers.size()) {
        move.other = arrangement.tiers[t + 1].front().written;
        move.otherNegated = arrangement.tiers[t + 1].front().negated;
      }
      changes.push_back(move);
    }
  for (std::size_t k = 0; k < items_; ++k)
    if (!left[k])
      changes.push_back({Kind::drop, k, std::nullopt});
  std::ranges::stable_sort(changes, {}, &PreferenceChange::item);
  return changes;
}

} // namespace stasis::analysis
