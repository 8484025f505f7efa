#include "analysis/elicit/topics.h"

#include "model/wishes.h"

#include <algorithm>
#include <map>

namespace stasis::analysis {

using model::Conflict;
using model::Expression;

namespace {

/// The party's statements or weighed conditions in the model, else every define and option.
std::vector<Expression> conditionsOf(const Conflict& conflict, model::PartyId party) {
  std::vector<Expression> all;
  model::eachWish(conflict.party(party).preference,
                  [&](const Expression& wanted, model::Range) { all.push_back(wanted); });
  if (!all.empty())
    return all;
  for (std::size_t d = 0; d < conflict.defines.size(); ++d)
    all.push_back(Expression::define(model::DefineId(d)));
  for (std::size_t o = 0; o < conflict.options.size(); ++o)
    all.push_back(Expression::option(model::OptionId(o)));
  return all;
}

/// All other states.
PlaceBits elsewhere(PlaceBits bits, std::size_t states) {
  for (std::uint64_t& word : bits)
    word = ~word;
  if (states % 64 != 0)
    bits.back() &= (std::uint64_t{1} << states % 64) - 1;
  return bits;
}

/// Whether a topic speaks for the first kind (1), for the second (-1), for neither (0), or that is open.
std::optional<int> favour(const Topics& topics, const KnownOrder& literals, std::size_t topic, Place one,
                          Place other) {
  const int more = (topics.holds(topic, one) ? 1 : 0) - (topics.holds(topic, other) ? 1 : 0);
  switch (literals.compare(static_cast<Place>(2 * topic), static_cast<Place>(2 * topic + 1))) {
  case Placed::better: return more;
  case Placed::worse: return -more;
  case Placed::same: return 0;
  case Placed::open: break;
  }
  return more == 0 ? std::optional(0) : std::nullopt;
}

Place betterLiteral(const KnownOrder& literals, std::size_t topic) {
  const auto place = static_cast<Place>(2 * topic);
  return literals.above(place + 1, place) ? place + 1 : place;
}

/// Topics of equal importance that tell two kinds apart, and for which of them they speak together.
struct Tier {
  Place literal = 0; ///< one of them
  int favour = 0;
};

Placed compareKinds(const Topics& topics, const KnownOrder& literals, Place one, Place other) {
  std::vector<Tier> tiers;
  for (std::size_t topic = 0; topic < topics.size(); ++topic) {
    const auto speaks = favour(topics, literals, topic, one, other);
    if (!speaks)
      return Placed::open;
    if (*speaks == 0)
      continue;
    const Place literal = betterLiteral(literals, topic);
    const auto same = std::ranges::find_if(tiers, [&](const Tier& tier) {
      return literals.atLeast(tier.literal, literal) && literals.atLeast(literal, tier.literal);
    });
    if (same == tiers.end())
      tiers.push_back({literal, *speaks});
    else
      same->favour += *speaks;
  }
  std::erase_if(tiers, [](const Tier& tier) { return tier.favour == 0; });
  bool forOne = false, forOther = false;
  for (const Tier& tier : tiers)
    if (std::ranges::none_of(tiers, [&](const Tier& t) { return literals.above(t.literal, tier.literal); }))
      (tier.favour > 0 ? forOne : forOther) = true;
  return forOne && forOther ? Placed::open
         : forOne           ? Placed::better
         : forOther         ? Placed::worse
                            : Placed::same;
}

/// The states found so far, and in which of them each condition holds and fails.
class Telling {
public:
  Telling(stability::Engine& engine, const std::vector<Expression>& conditions) : engine_(engine) {
    for (const Expression& wanted : conditions)
      conditions_.push_back({engine.where(wanted), engine.where(Expression::negation(wanted)), {}, {}});
  }

  void add(const model::Pattern& state) {
    found_.push_back(state);
    for (auto& [holds, fails, held, failed] : conditions_) {
      held.push_back(engine_.contains(holds, state));
      failed.push_back(engine_.contains(fails, state));
    }
  }

  /// One where it holds, one where it fails, and one where its members differ.
  void alone(std::size_t one) {
    const auto [holds, fails, held, failed] = conditions_[one];
    if (std::ranges::count(held, true) == 0)
      addOf(holds);
    if (std::ranges::count(failed, true) == 0)
      addOf(fails);
    addOf(engine_.without(engine_.feasible(), engine_.either(holds, fails)));
  }

  /// One where the two differ, and one where they do not.
  void together(std::size_t one, std::size_t other) {
    const auto a = conditions_[one].holds, b = conditions_[other].holds;
    if (conditions_[one].held == conditions_[other].held)
      addOf(engine_.either(engine_.without(a, b), engine_.without(b, a)));
    const auto& first = conditions_[one].held;
    const auto& second = conditions_[other].held;
    bool alike = false;
    for (std::size_t at = 0; at < found_.size() && !alike; ++at)
      alike = first[at] == second[at];
    if (!alike)
      addOf(engine_.either(engine_.both(a, b), engine_.without(engine_.without(engine_.feasible(), a), b)));
  }

  std::size_t size() const { return conditions_.size(); }
  std::vector<model::Pattern> found() && { return std::move(found_); }

private:
  struct Condition {
    stability::StateSet holds, fails;
    std::vector<bool> held, failed; ///< by state found
  };

  void addOf(stability::StateSet set) {
    if (const auto first = engine_.list(set, 1); !first.empty())
      add(first.front());
  }

  stability::Engine& engine_;
  std::vector<Condition> conditions_;
  std::vector<model::Pattern> found_;
};

} // namespace

std::vector<Expression> conditionsAskedAbout(const Conflict& conflict, model::PartyId party,
                                             const std::vector<Expression>& given) {
  return given.empty() ? conditionsOf(conflict, party) : given;
}

std::vector<model::Pattern> tellingStates(stability::Engine& engine,
                                          const std::vector<Expression>& conditions,
                                          const stability::Errand& errand) {
  Telling telling(engine, conditions);
  for (const auto& named : engine.conflict().named)
    if (engine.contains(engine.feasible(), named.state))
      telling.add(named.state);
  for (std::size_t one = 0; one < telling.size(); ++one) {
    const stability::Scratch scratch(engine);
    errand.check();
    telling.alone(one);
    for (std::size_t other = 0; other < one; ++other)
      telling.together(one, other);
  }
  return std::move(telling).found();
}

Topics::Topics(const Conflict& conflict, model::PartyId party, const std::vector<model::Pattern>& states,
               const std::vector<Expression>& given)
    : party_(party) {
  for (const Expression& wanted : conditionsAskedAbout(conflict, party, given))
    add(wanted, conflict, states);
  std::map<std::vector<bool>, Place> kinds;
  for (Place place = 0; place < states.size(); ++place) {
    std::vector<bool> held;
    for (const auto& topic : topics_)
      held.push_back((topic.holds[place / 64] >> place % 64 & 1U) != 0);
    const auto [kind, isNew] = kinds.emplace(held, static_cast<Place>(kinds_.size()));
    if (isNew)
      kinds_.push_back(std::move(held));
    kindOf_.push_back(kind->second);
  }
}

void Topics::add(const Expression& wanted, const Conflict& conflict,
                 const std::vector<model::Pattern>& states) {
  const auto holds = heldAlike(wanted, conflict, states);
  const auto isEmpty = [](const PlaceBits& bits) {
    return std::ranges::all_of(bits, [](std::uint64_t word) { return word == 0; });
  };
  if (!holds)
    leftOut_.push_back({wanted, Why::tellsMembersApart});
  else if (isEmpty(*holds) || isEmpty(elsewhere(*holds, states.size())))
    leftOut_.push_back({wanted, Why::alwaysTheSame});
  else if (literalOf(wanted, conflict, states))
    leftOut_.push_back({wanted, Why::repeated});
  else if (topics_.size() == most)
    leftOut_.push_back({wanted, Why::tooMany});
  else
    topics_.push_back({wanted, *holds});
}

std::optional<Place> Topics::literalOf(const Expression& wanted, const Conflict& conflict,
                                       const std::vector<model::Pattern>& states) const {
  const auto holds = heldAlike(wanted, conflict, states);
  if (!holds)
    return std::nullopt;
  const PlaceBits fails = elsewhere(*holds, states.size());
  for (std::size_t topic = 0; topic < topics_.size(); ++topic)
    if (topics_[topic].holds == *holds || topics_[topic].holds == fails)
      return static_cast<Place>(2 * topic + (topics_[topic].holds == *holds ? 0 : 1));
  return std::nullopt;
}

Expression Topics::wanted(Place literal) const {
  const Expression& condition = topics_[topicOf(literal)].wanted;
  if (literal % 2 == 0)
    return condition;
  return condition.root().op == Expression::Op::negation ? Expression::copyOf(condition.operands().front())
                                                         : Expression::negation(condition);
}

KnownOrder orderOfKinds(const Topics& topics, const KnownOrder& literals) {
  return KnownOrder::compared(
      topics.kinds(), [&](Place one, Place other) { return compareKinds(topics, literals, one, other); });
}

std::vector<std::vector<Place>>
listFrom(const Topics& topics, const std::vector<std::vector<Place>>& complete, const KnownOrder& known) {
  std::vector<std::vector<Place>> list;
  std::vector<bool> done(topics.size(), false);
  for (const auto& tied : complete) {
    std::vector<Place> tier;
    for (const Place literal : tied) {
      const Place opposite = Topics::opposite(literal);
      const bool matters = known.above(literal, opposite);
      if (matters && !done[Topics::topicOf(literal)])
        tier.push_back(literal);
      done[Topics::topicOf(literal)] = true;
    }
    if (!tier.empty())
      list.push_back(std::move(tier));
  }
  return list;
}

} // namespace stasis::analysis
