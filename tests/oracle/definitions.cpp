#include "oracle/definitions.h"

#include <algorithm>
#include <deque>
#include <stdexcept>

namespace stasis::oracle {

using model::Concept;
using model::State;

namespace {

/// All 2^n states, the first option changing fastest.
std::vector<State> allStates(std::size_t options) {
  std::vector<State> all;
  for (std::size_t value = 0; value < std::size_t{1} << options; ++value) {
    std::string letters;
    for (std::size_t option = 0; option < options; ++option)
      letters += (value >> option) % 2 == 1 ? 'Y' : 'N';
    all.push_back(*State::parse(letters));
  }
  return all;
}

bool isMember(const State& state, const model::Pattern& pattern) {
  for (std::size_t o = 0; o < pattern.size(); ++o)
    if (pattern.letters()[o] != '-' && pattern.letters()[o] != state.letters()[o])
      return false;
  return true;
}

} // namespace

Game::Game(const model::Conflict& conflict) : conflict_(conflict) {
  findStates();
  scores_.resize(parties());
  for (std::size_t i = 0; i < parties(); ++i)
    for (Place s = 0; s < size(); ++s)
      scores_[i].push_back(scores(i, s));
  findMoves();
}

void Game::findStates() {
  const auto all = allStates(conflict_.options.size());
  for (const auto& line : conflict_.listed) {
    states_.push_back(line.pattern);
    members_.emplace_back();
    for (const State& state : all)
      if (isMember(state, line.pattern))
        members_.back().push_back(state);
  }
  if (!conflict_.listed.empty())
    return;
  for (const State& state : all) {
    bool feasible = true;
    for (const auto& constraint : conflict_.constraints)
      feasible = feasible && truth(conflict_, constraint.holds, state);
    if (feasible) {
      states_.push_back(state);
      members_.push_back({state});
    }
  }
}

Place Game::place(const model::StateRef& reference) const {
  switch (reference.kind) {
  case model::StateRef::Kind::listed: return reference.value;
  case model::StateRef::Kind::number: return reference.value - 1;
  case model::StateRef::Kind::named:
    for (Place s = 0; s < size(); ++s)
      for (const State& member : members_[s])
        if (member == conflict_.named[reference.value].state)
          return s;
  }
  throw std::logic_error("a reference to a state that is not feasible");
}

bool Game::holds(const model::Expression& expression, Place s) const {
  for (const State& member : members_[s])
    if (!truth(conflict_, expression, member))
      return false;
  return true;
}

/// Compared lexicographically, larger is better: the number of statements held in each tier; minus the class
/// in a ranking; the sum of weights.
std::vector<long long> Game::scores(std::size_t i, Place s) const {
  const auto& preference = conflict_.parties[i].preference;
  const State& state = members_[s].front();
  if (const auto* prioritised = std::get_if<model::Prioritised>(&preference)) {
    std::vector<long long> held;
    for (const auto& tier : prioritised->tiers) {
      held.push_back(0);
      for (const auto& statement : tier)
        held.back() += truth(conflict_, statement.wanted, state) ? 1 : 0;
    }
    return held;
  }
  if (const auto* ranking = std::get_if<model::Ranking>(&preference)) {
    for (std::size_t best = 0; best < ranking->classes.size(); ++best)
      for (const auto& reference : ranking->classes[best])
        if (place(reference) == s)
          return {-static_cast<long long>(best)};
    throw std::logic_error("a ranking that misses a state");
  }
  if (const auto* weights = std::get_if<model::Weights>(&preference)) {
    long long sum = 0;
    for (const auto& weight : weights->weights)
      if (truth(conflict_, weight.wanted, state))
        sum += weight.units;
    return {sum};
  }
  return {};
}

bool Game::prefers(std::size_t i, Place better, Place worse) const {
  const auto& a = scores_[i][better];
  const auto& b = scores_[i][worse];
  for (std::size_t k = 0; k < a.size(); ++k)
    if (a[k] != b[k])
      return a[k] > b[k];
  return false;
}

/// `to` differs from `from` only in options of i, each changed in an allowed direction.
bool Game::canChange(std::size_t i, const State& from, const State& to) const {
  for (std::size_t o = 0; o < conflict_.options.size(); ++o) {
    const bool before = from.letters()[o] == 'Y';
    const bool after = to.letters()[o] == 'Y';
    if (before == after)
      continue;
    const auto& option = conflict_.options[o];
    if (option.owner.index() != i)
      return false;
    if (option.direction == model::Direction::irrevocable && before)
      return false;
    if (option.direction == model::Direction::unresumable && after)
      return false;
  }
  return true;
}

void Game::findMoves() {
  moves_.assign(parties(), std::vector<Places>(size()));
  for (std::size_t i = 0; i < parties(); ++i) {
    std::set<std::pair<Place, Place>> arcs;
    if (conflict_.parties[i].moves) {
      for (const auto& move : *conflict_.parties[i].moves)
        arcs.emplace(place(move.from), place(move.to));
    } else {
      for (Place s = 0; s < size(); ++s)
        for (Place q = 0; q < size(); ++q)
          for (const State& from : members_[s])
            for (const State& to : members_[q])
              if (canChange(i, from, to))
                arcs.emplace(s, q);
    }
    for (const auto& [s, q] : arcs)
      if (s != q)
        moves_[i][s].push_back(q);
  }
}

void Game::hide(const std::set<Place>& hidden) {
  for (auto& byState : moves_)
    for (Place s = 0; s < size(); ++s) {
      if (hidden.contains(s))
        byState[s].clear();
      std::erase_if(byState[s], [&](Place q) { return hidden.contains(q); });
    }
  reached_.clear();
}

Places Game::improvements(std::size_t i, Place s) const {
  Places better;
  for (const Place q : moves_[i][s])
    if (prefers(i, q, s))
      better.push_back(q);
  return better;
}

Places Game::reach(const std::vector<std::size_t>& group, Place s, bool improving) const {
  std::set<std::pair<Place, std::size_t>> seen; // (state, who moved into it)
  std::deque<std::pair<Place, std::size_t>> queue{{s, parties()}};
  while (!queue.empty()) {
    const auto [at, lastMover] = queue.front();
    queue.pop_front();
    for (const std::size_t mover : group)
      if (mover != lastMover)
        for (const Place next : moves_[mover][at])
          if (!improving || prefers(mover, next, at))
            if (seen.emplace(next, mover).second)
              queue.emplace_back(next, mover);
  }
  std::set<Place> states;
  for (const auto& [state, mover] : seen)
    states.insert(state);
  return Places(states.begin(), states.end());
}

Places Game::groupMoves(const std::vector<std::size_t>& group, Place s) const {
  return reach(group, s, false);
}

Places Game::groupImprovements(const std::vector<std::size_t>& group, Place s) const {
  return reach(group, s, true);
}

std::vector<std::size_t> Game::others(std::size_t i) const {
  std::vector<std::size_t> group;
  for (std::size_t j = 0; j < parties(); ++j)
    if (j != i)
      group.push_back(j);
  return group;
}

const Places& Game::othersReach(std::size_t i, Place s, bool improving) const {
  const std::size_t key = (s * parties() + i) * 2 + (improving ? 1 : 0);
  const auto found = reached_.find(key);
  if (found != reached_.end())
    return found->second;
  return reached_.emplace(key, reach(others(i), s, improving)).first->second;
}

bool Game::isNash(std::size_t i, Place s) const {
  for (const Place s1 : moves_[i][s])
    if (prefers(i, s1, s))
      return false;
  return true;
}

bool Game::isGmr(std::size_t i, Place s) const {
  for (const Place s1 : improvements(i, s)) {
    bool sanctioned = false;
    for (const Place s2 : othersReach(i, s1, false))
      if (!prefers(i, s2, s))
        sanctioned = true;
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Game::isSmr(std::size_t i, Place s) const {
  for (const Place s1 : improvements(i, s)) {
    bool sanctioned = false;
    for (const Place s2 : othersReach(i, s1, false)) {
      bool lasting = !prefers(i, s2, s);
      for (const Place s3 : moves_[i][s2])
        if (prefers(i, s3, s))
          lasting = false;
      if (lasting)
        sanctioned = true;
    }
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Game::isSeq(std::size_t i, Place s) const {
  for (const Place s1 : improvements(i, s)) {
    bool sanctioned = false;
    for (const Place s2 : othersReach(i, s1, true))
      if (!prefers(i, s2, s))
        sanctioned = true;
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Game::isSseq(std::size_t i, Place s) const {
  for (const Place s1 : improvements(i, s)) {
    bool sanctioned = false;
    for (const Place s2 : othersReach(i, s1, true)) {
      bool lasting = !prefers(i, s2, s);
      for (const Place s3 : moves_[i][s2])
        if (prefers(i, s3, s))
          lasting = false;
      if (lasting)
        sanctioned = true;
    }
    if (!sanctioned)
      return false;
  }
  return true;
}

bool Game::isStable(Concept concept_, std::size_t i, Place s) const {
  if (concept_ == Concept::nash)
    return isNash(i, s);
  if (concept_ == Concept::gmr)
    return isGmr(i, s);
  if (concept_ == Concept::smr)
    return isSmr(i, s);
  if (concept_ == Concept::seq)
    return isSeq(i, s);
  if (concept_ == Concept::sseq)
    return isSseq(i, s);
  throw std::logic_error("a concept without a definition");
}

Places Game::stable(Concept concept_, std::size_t i) const {
  Places held;
  for (Place s = 0; s < size(); ++s)
    if (isStable(concept_, i, s))
      held.push_back(s);
  return held;
}

Places Game::equilibria(Concept concept_) const {
  Places held;
  for (Place s = 0; s < size(); ++s) {
    bool forAll = true;
    for (std::size_t i = 0; i < parties(); ++i)
      forAll = forAll && isStable(concept_, i, s);
    if (forAll)
      held.push_back(s);
  }
  return held;
}

} // namespace stasis::oracle
