#include "analysis/invert/joint_changes.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;

JointChanges::JointChanges(stability::Engine& engine, const Rules& rules, ChangedStability& changed,
                           const model::Pattern& state, Concept id, std::vector<PreferenceChanges>& changes,
                           const stability::Errand& errand)
    : changed_(changed), id_(id), state_(changed.at(state)), changes_(changes), errand_(errand) {
  const Concept needed = row(id).judgement() == model::Judgement::high ? Concept::smr : Concept::gmr;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    needed_.emplace_back(rules, stabilityCondition(engine, rules, state, PartyId(i), needed, errand).value(),
                         changes[i]);
    order_.push_back(i);
    at_.push_back(&changes[i].written());
  }
}

JointChanges::Found JointChanges::at(std::size_t distance, std::size_t limit,
                                     const std::function<void(std::size_t)>& tell) {
  found_ = {};
  keys_.clear();
  tried_ = 0;
  limit_ = limit;
  distance_ = distance;
  tell_ = &tell;
  share(0, distance);
  return std::move(found_);
}

/// The party's preferences at a distance that can do, whatever the others prefer. Each is checked against the
/// condition once, although it is tried with many preferences of the others.
const std::vector<Arrangement>& JointChanges::passing(std::size_t party, std::size_t own) {
  auto& kept = passing_[{party, own}];
  if (!kept) {
    kept.emplace();
    const bool complete = changes_[party].each(own, [&](const Arrangement& arrangement) {
      if (needed_[party].holds(arrangement))
        kept->push_back(arrangement);
      return true;
    });
    found_.complete = found_.complete && complete;
  }
  return *kept;
}

void JointChanges::share(std::size_t party, std::size_t left) {
  if (party == changes_.size()) {
    if (left == 0)
      tried();
    return;
  }
  const bool last = party + 1 == changes_.size();
  for (std::size_t own = last ? left : 0; own <= left; ++own) {
    if (own > 0 && !changes_[party].any())
      break;
    const auto visit = [&](const Arrangement& arrangement) {
      if (own > 0)
        changed_.prefer(PartyId(party), arrangement);
      at_[party] = &arrangement;
      share(party + 1, left - own);
      return true;
    };
    if (own < distance_) {
      for (const Arrangement& arrangement : passing(party, own))
        visit(arrangement);
    } else { // all changes are this party's: visited only here
      const bool complete = changes_[party].each(own, [&](const Arrangement& arrangement) {
        return !needed_[party].holds(arrangement) || visit(arrangement);
      });
      found_.complete = found_.complete && complete;
    }
    if (own > 0)
      changed_.prefer(PartyId(party), changes_[party].written());
  }
  at_[party] = &changes_[party].written();
}

void JointChanges::tried() {
  if (++tried_ % 64 == 0) {
    errand_.check();
    (*tell_)(tried_);
  }
  if (!stableForAll())
    return;
  std::string key;
  for (const Arrangement* arrangement : at_)
    key += PreferenceChanges::key(*arrangement) + '/';
  if (!keys_.insert(std::move(key)).second)
    return;
  ++found_.all;
  if (found_.first.size() >= limit_)
    return;
  auto& way = found_.first.emplace_back();
  for (const Arrangement* arrangement : at_)
    way.push_back(*arrangement);
}

bool JointChanges::stableForAll() {
  for (std::size_t k = 0; k < order_.size(); ++k)
    if (!changed_.stable(id_, PartyId(order_[k]), state_, errand_)) {
      std::rotate(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(k),
                  order_.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      return false;
    }
  return true;
}

} // namespace stasis::analysis
