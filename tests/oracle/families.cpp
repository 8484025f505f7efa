#include "oracle/families.h"

#include <deque>
#include <set>
#include <stdexcept>

namespace stasis::oracle {

namespace {

bool anyMove(std::size_t, Place, Place) { return true; }
bool nothing(Place) { return false; }

std::size_t classOf(const Game& game, const model::Ranking& ranking, Place s) {
  for (std::size_t k = 0; k < ranking.classes.size(); ++k)
    for (const auto& reference : ranking.classes[k])
      if (game.place(reference) == s)
        return k;
  throw std::logic_error("a ranking that misses a state");
}

int held(const Game& game, const std::vector<model::Statement>& tier, Place s) {
  int count = 0;
  for (const auto& statement : tier)
    count += truth(game.conflict(), statement.wanted, game.members(s).front()) ? 1 : 0;
  return count;
}

} // namespace

bool Families::muchBetter(std::size_t i, Place better, Place worse) const {
  const auto& preference = game_.conflict().parties[i].preference;
  if (const auto* ranking = std::get_if<model::Ranking>(&preference)) {
    for (const std::size_t k : ranking->strongAfter)
      if (classOf(game_, *ranking, better) <= k && k < classOf(game_, *ranking, worse))
        return true;
    return false;
  }
  if (const auto* said = std::get_if<model::Prioritised>(&preference))
    for (const auto& tier : said->tiers)
      if (held(game_, tier, better) != held(game_, tier, worse))
        return held(game_, tier, better) > held(game_, tier, worse) &&
               tier.front().mark == model::Mark::strongly;
  return false;
}

Families::Order Families::known(std::size_t i, Place t, Place s) const {
  const auto [at, added] = known_.emplace(std::tuple(i, t, s), Order::same);
  if (added)
    at->second = read(i, t, s);
  return at->second;
}

Families::Order Families::read(std::size_t i, Place t, Place s) const {
  const auto& party = game_.conflict().parties[i];
  for (const auto& pair : party.unsure) {
    const Place one = game_.place(pair.one);
    const Place other = game_.place(pair.other);
    if ((one == t && other == s) || (one == s && other == t))
      return Order::unknown;
  }
  std::set<Order> under;
  const auto* said = std::get_if<model::Prioritised>(&party.preference);
  if (said == nullptr) {
    return game_.prefers(i, t, s) ? Order::better : game_.prefers(i, s, t) ? Order::worse : Order::same;
  }
  std::size_t doubtful = 0;
  for (const auto& tier : said->tiers)
    doubtful += tier.front().mark == model::Mark::perhaps ? 1 : 0;
  for (std::size_t reading = 0; reading < std::size_t{1} << doubtful; ++reading) {
    std::size_t next = 0;
    Order order = Order::same;
    for (const auto& tier : said->tiers) {
      const bool counts = tier.front().mark != model::Mark::perhaps || (reading >> next++ & 1) != 0;
      if (counts && order == Order::same && held(game_, tier, t) != held(game_, tier, s))
        order = held(game_, tier, t) > held(game_, tier, s) ? Order::better : Order::worse;
    }
    under.insert(order);
  }
  return under.size() == 1 ? *under.begin() : Order::unknown;
}

bool Families::liked(std::size_t i, Place t, Place s) const {
  if (t == s)
    return false;
  for (std::size_t j = 0; j < game_.parties(); ++j) {
    auto attitude = i == j ? model::Attitude::for_ : model::Attitude::neutral;
    for (const auto& row : game_.conflict().parties[i].attitudes)
      if (row.towards.index() == j)
        attitude = row.attitude;
    if (attitude == model::Attitude::for_ && game_.prefers(j, s, t))
      return false;
    if (attitude == model::Attitude::against && game_.prefers(j, t, s))
      return false;
  }
  return true;
}

Places Families::reach(std::size_t i, Place s1, const Step& step) const {
  std::set<std::pair<Place, std::size_t>> seen;
  std::deque<std::pair<Place, std::size_t>> queue{{s1, i}};
  std::set<Place> ends;
  while (!queue.empty()) {
    const auto [at, last] = queue.front();
    queue.pop_front();
    for (std::size_t j = 0; j < game_.parties(); ++j)
      if (j != i && j != last)
        for (const Place to : game_.moves(j, at))
          if (step(j, at, to) && seen.emplace(to, j).second) {
            queue.emplace_back(to, j);
            ends.insert(to);
          }
  }
  ends.erase(s1);
  return {ends.begin(), ends.end()};
}

bool Families::holds(std::size_t i, Place s, const Is& leaves, const Step& step, const Is& deters,
                     const Is& undoes) const {
  for (const Place s1 : game_.moves(i, s)) {
    if (!leaves(s1))
      continue;
    bool answered = false;
    for (const Place s2 : reach(i, s1, step)) {
      bool lasting = deters(s2);
      for (const Place s3 : game_.moves(i, s2))
        if (undoes(s3))
          lasting = false;
      if (lasting)
        answered = true;
    }
    if (!answered)
      return false;
  }
  return true;
}

bool Families::strong(std::string_view key, std::size_t i, Place s) const {
  const Is leaves = [&](Place s1) { return game_.prefers(i, s1, s); };
  const Is deters = [&](Place s2) { return muchBetter(i, s, s2); };
  const Is undoes = [&](Place s3) { return !muchBetter(i, s, s3); };
  const Step improves = [&](std::size_t j, Place from, Place to) { return game_.prefers(j, to, from); };
  if (key == "gmr")
    return holds(i, s, leaves, anyMove, deters, nothing);
  if (key == "smr")
    return holds(i, s, leaves, anyMove, deters, undoes);
  if (key == "seq")
    return holds(i, s, leaves, improves, deters, nothing);
  if (key == "sseq")
    return holds(i, s, leaves, improves, deters, undoes);
  throw std::logic_error("a strong concept without a definition");
}

bool Families::unsure(std::string_view key, char x, std::size_t i, Place s) const {
  const Is leaves = [&](Place s1) {
    const Order order = known(i, s1, s);
    return order == Order::better || (order == Order::unknown && (x == 'a' || x == 'c'));
  };
  const Is deters = [&](Place s2) {
    const Order order = known(i, s2, s);
    return order == Order::same || order == Order::worse ||
           (order == Order::unknown && (x == 'c' || x == 'd'));
  };
  const Is undoes = [&](Place s3) { return !deters(s3); };
  const Step mayImprove = [&](std::size_t j, Place from, Place to) {
    const Order order = known(j, to, from);
    return order == Order::better || order == Order::unknown;
  };
  if (key == "nash")
    return holds(i, s, leaves, anyMove, nothing, nothing);
  if (key == "gmr")
    return holds(i, s, leaves, anyMove, deters, nothing);
  if (key == "smr")
    return holds(i, s, leaves, anyMove, deters, undoes);
  if (key == "seq")
    return holds(i, s, leaves, mayImprove, deters, nothing);
  throw std::logic_error("a concept of doubt without a definition");
}

bool Families::relational(std::string_view key, std::size_t i, Place s) const {
  const Is likes = [&](Place t) { return liked(i, t, s); };
  const Is deters = [&](Place t) { return !liked(i, t, s); };
  const Step likesToAnswer = [&](std::size_t j, Place from, Place to) { return liked(j, to, from); };
  if (key == "nash")
    return holds(i, s, likes, anyMove, nothing, nothing);
  if (key == "gmr")
    return holds(i, s, likes, anyMove, deters, nothing);
  if (key == "smr")
    return holds(i, s, likes, anyMove, deters, likes);
  if (key == "seq")
    return holds(i, s, likes, likesToAnswer, deters, nothing);
  throw std::logic_error("a relational concept without a definition");
}

bool Families::isStable(std::string_view key, std::size_t i, Place s) const {
  constexpr std::string_view strongly = "strong_";
  if (key.starts_with(strongly))
    return strong(key.substr(strongly.size()), i, s);
  if (key.size() > 2 && key[key.size() - 2] == '_')
    return unsure(key.substr(0, key.size() - 2), key.back(), i, s);
  if (key.starts_with('r'))
    return relational(key.substr(1), i, s);
  throw std::logic_error("a concept without a definition");
}

Places Families::stable(std::string_view key, std::size_t i) const {
  Places found;
  for (Place s = 0; s < game_.size(); ++s)
    if (isStable(key, i, s))
      found.push_back(s);
  return found;
}

Places Families::equilibria(std::string_view key) const {
  Places found;
  for (Place s = 0; s < game_.size(); ++s) {
    bool all = true;
    for (std::size_t i = 0; i < game_.parties(); ++i)
      all = all && isStable(key, i, s);
    if (all)
      found.push_back(s);
  }
  return found;
}

} // namespace stasis::oracle
