#include "report/telling/plain_facts.h"

#include "report/telling/condition_in_words.h"
#include "report/telling/path_words.h"

#include <algorithm>
#include <utility>

namespace stasis::report {

using model::Conflict;
using model::Expression;
using model::OptionId;
using model::PartyId;
using model::State;
using Op = Expression::Op;

namespace {

using Ways = std::vector<Facts>;

std::vector<Expression> partsOf(const Expression& condition) {
  std::vector<Expression> parts;
  for (const auto& operand : condition.operands())
    parts.push_back(Expression::copyOf(operand));
  return parts;
}

bool isCount(Op op) { return op == Op::atLeast || op == Op::atMost || op == Op::exactly; }

/// Adds the fact; false if the opposite is among them.
bool addFact(Facts& facts, const Fact& fact) {
  for (const Fact& one : facts)
    if (one.what == fact.what)
      return one.so == fact.so;
  facts.push_back(fact);
  return true;
}

/// Whether all of `few` is among `many`.
bool within(const Facts& few, const Facts& many) {
  return std::ranges::all_of(few, [&](const Fact& fact) { return std::ranges::count(many, fact) > 0; });
}

// --- all ways

class WaysTeller {
public:
  /// Empty: never; one way without facts: always.
  Ways ways(const Expression& condition, bool value) {
    const auto& root = condition.root();
    if (root.op == Op::constant)
      return (root.value != 0) == value ? Ways{{}} : Ways{};
    if (root.op == Op::option || root.op == Op::define || isCount(root.op))
      return {{{condition, value}}};
    const auto parts = partsOf(condition);
    switch (root.op) {
    case Op::negation: return ways(parts[0], !value);
    case Op::conjunction: return value ? all(parts, true) : any(parts, false);
    case Op::disjunction: return value ? any(parts, true) : all(parts, false);
    case Op::implies: return conditional(parts[1], parts[0], value);
    case Op::whenever: return conditional(parts[0], parts[1], value);
    case Op::iff: return alike(parts[0], parts[1], value);
    default: return odd(parts, value);
    }
  }

  bool tooMany() const { return tooMany_; }

private:
  Ways conditional(const Expression& then, const Expression& when, bool value) {
    return value ? either(ways(then, true), ways(when, false)) : both(ways(when, true), ways(then, false));
  }

  Ways alike(const Expression& one, const Expression& other, bool value) {
    return either(both(ways(one, true), ways(other, value)), both(ways(one, false), ways(other, !value)));
  }

  Ways odd(const std::vector<Expression>& parts, bool value) {
    Ways even{{}};
    Ways odd;
    for (const Expression& part : parts) {
      Ways nextOdd = either(both(even, ways(part, true)), both(odd, ways(part, false)));
      even = either(both(even, ways(part, false)), both(odd, ways(part, true)));
      odd = std::move(nextOdd);
    }
    return value ? odd : even;
  }

  Ways all(const std::vector<Expression>& parts, bool value) {
    Ways together{{}};
    for (const Expression& part : parts)
      together = both(together, ways(part, value));
    return together;
  }

  Ways any(const std::vector<Expression>& parts, bool value) {
    Ways together;
    for (const Expression& part : parts)
      together = either(std::move(together), ways(part, value));
    return together;
  }

  Ways both(const Ways& some, const Ways& others) {
    Ways together;
    for (const Facts& one : some)
      for (const Facts& other : others) {
        Facts facts = one;
        if (std::ranges::all_of(other, [&](const Fact& fact) { return addFact(facts, fact); }))
          together = either(std::move(together), {facts});
      }
    return together;
  }

  Ways either(Ways some, const Ways& others) {
    for (const Facts& other : others) {
      if (std::ranges::any_of(some, [&](const Facts& one) { return within(one, other); }))
        continue;
      std::erase_if(some, [&](const Facts& one) { return within(other, one); });
      some.push_back(other);
    }
    tooMany_ = tooMany_ || some.size() > mostWays * mostWays;
    if (tooMany_)
      some.resize(std::min(some.size(), mostWays));
    return some;
  }

  bool tooMany_ = false;
};

// --- in one state

class StateFacts {
public:
  StateFacts(const Conflict& conflict, const State& state, const State& other)
      : conflict_(conflict), state_(state), other_(other) {}

  Facts of(const Expression& condition) const {
    const auto& root = condition.root();
    const bool value = holds(condition, conflict_, state_);
    if (root.op == Op::constant)
      return {};
    if (root.op == Op::option || root.op == Op::define)
      return {{condition, value}};
    const auto parts = partsOf(condition);
    if (isCount(root.op))
      return parts.size() > mostItemsNamed ? Facts{{condition, value}}
                                           : ofCount(root.op, root.value, parts, value);
    switch (root.op) {
    case Op::conjunction: return value ? ofAll(parts) : ofOne(parts, false);
    case Op::disjunction: return value ? ofOne(parts, true) : ofAll(parts);
    case Op::whenever: return ofConditional(parts[0], parts[1], value);
    case Op::implies: return ofConditional(parts[1], parts[0], value);
    default: return ofAll(parts);
    }
  }

private:
  Facts ofAll(const std::vector<Expression>& parts) const {
    Facts facts;
    for (const Expression& part : parts)
      for (const Fact& fact : of(part))
        addFact(facts, fact);
    return facts;
  }

  /// One part that has this value, rather one that has another value in the other state, and with the fewest
  /// facts.
  Facts ofOne(const std::vector<Expression>& parts, bool value) const {
    std::optional<std::pair<bool, Facts>> best;
    for (const Expression& part : parts) {
      if (holds(part, conflict_, state_) != value)
        continue;
      std::pair one{holds(part, conflict_, other_) == value, of(part)};
      if (!best || std::pair(one.first, one.second.size()) < std::pair(best->first, best->second.size()))
        best = std::move(one);
    }
    return best ? best->second : Facts{};
  }

  Facts ofConditional(const Expression& then, const Expression& when, bool value) const {
    if (!value)
      return ofAll({when, then});
    const Expression not_ = Expression::negation(when);
    return ofOne({then, not_}, true);
  }

  /// Those items that suffice: of too many the ones that are so, of too few the ones that are not.
  Facts ofCount(Op op, std::uint32_t k, const std::vector<Expression>& items, bool value) const {
    std::vector<Expression> so;
    std::vector<Expression> notSo;
    for (const Expression& item : items)
      (holds(item, conflict_, state_) ? so : notSo).push_back(item);
    const bool enough = (op == Op::atLeast && value) || (op == Op::atMost && !value);
    if (enough) {
      so.resize(std::min<std::size_t>(so.size(), op == Op::atLeast ? k : k + std::size_t{1}));
      return ofAll(so);
    }
    return op == Op::exactly ? ofAll(items) : ofAll(notSo);
  }

  const Conflict& conflict_;
  const State& state_;
  const State& other_;
};

// --- words

/// Options of one party, by their labels, the owner last.
struct OwnersWords {
  std::optional<PartyId> owner;
  std::vector<std::string> names;
};

std::string quotedLabel(const Conflict& conflict, OptionId option) {
  return "“" + conflict.labelOf(option) + "”";
}

/// The options among the facts that are so, or not so, by owner; a number of names.
std::vector<OwnersWords> optionsByOwner(const Conflict& conflict, const Facts& facts, bool so) {
  std::vector<OwnersWords> all;
  for (const Fact& fact : facts) {
    if (fact.so != so || fact.what.root().op != Op::option)
      continue;
    const OptionId option(fact.what.root().value);
    const PartyId owner = conflict.option(option).owner;
    auto found = std::ranges::find(all, std::optional(owner), &OwnersWords::owner);
    if (found == all.end()) {
      all.push_back({owner, {}});
      found = all.end() - 1;
    }
    found->names.push_back(quotedLabel(conflict, option));
  }
  return all;
}

std::string withOwner(const Conflict& conflict, const OwnersWords& words, std::optional<PartyId> whose,
                      std::string_view last) {
  return enumerated(words.names, last) +
         (words.owner == whose ? "" : " (" + conflict.labelOf(*words.owner) + ")");
}

/// `“A” and “B” (Ukraine) and “C” (Russia)`.
std::string optionNames(const Conflict& conflict, const Facts& facts, bool so, std::optional<PartyId> whose,
                        std::string_view last, std::size_t& number) {
  std::vector<std::string> parts;
  for (const OwnersWords& words : optionsByOwner(conflict, facts, so)) {
    parts.push_back(withOwner(conflict, words, whose, last));
    number += words.names.size();
  }
  return enumerated(parts, last);
}

std::string otherNames(const Conflict& conflict, const Facts& facts, bool so, Op op,
                       std::optional<PartyId> whose, std::string_view last) {
  std::vector<std::string> parts;
  for (const Fact& fact : facts)
    if (fact.so == so && (op == Op::define ? fact.what.root().op == op : isCount(fact.what.root().op)))
      parts.push_back(conditionInWords(conflict, fact.what, whose));
  return enumerated(parts, last);
}

} // namespace

std::optional<std::vector<Facts>> waysOf(const Expression& condition, bool value) {
  WaysTeller teller;
  Ways ways = teller.ways(condition, value);
  const bool always = std::ranges::any_of(ways, &Facts::empty);
  if (teller.tooMany() || ways.empty() || ways.size() > mostWays || always)
    return std::nullopt;
  return ways;
}

Facts factsIn(const Conflict& conflict, const Expression& condition, const State& state, const State& other) {
  return StateFacts(conflict, state, other).of(condition);
}

std::string factsInWords(const Conflict& conflict, const Facts& facts, std::optional<PartyId> whose,
                         Tense tense) {
  const bool now = tense == Tense::present;
  std::vector<std::string> parts;
  for (const bool so : {true, false}) {
    std::size_t number = 0;
    const std::string names = optionNames(conflict, facts, so, whose, so ? "and" : "nor", number);
    if (names.empty())
      continue;
    const std::string not_ = so ? "" : "not ";
    parts.push_back((!so && number > 1 ? "neither " : "") + names +
                    (now ? (number > 1 && so ? " are " : " is ") : " would ") +
                    (!so && number > 1 ? "" : not_) + (now ? "" : "be ") + "chosen");
  }
  for (const bool so : {true, false}) {
    if (const std::string names = otherNames(conflict, facts, so, Op::define, whose, so ? "and" : "nor");
        !names.empty())
      parts.push_back(std::string("there ") + (now ? "is " : "would be ") + (so ? "" : "no ") + names);
    if (const std::string counts = otherNames(conflict, facts, so, Op::atLeast, whose, "and");
        !counts.empty())
      parts.push_back((so ? "" : "not ") + counts + (now ? " is chosen" : " would be chosen"));
  }
  return enumerated(parts);
}

std::string factsAsThing(const Conflict& conflict, const Facts& facts, std::optional<PartyId> whose) {
  const auto chosen = optionsByOwner(conflict, facts, true);
  const auto not_ = optionsByOwner(conflict, facts, false);
  std::size_t options = 0;
  for (const auto* all : {&chosen, &not_})
    for (const OwnersWords& words : *all)
      options += words.names.size();
  const auto owner =
      chosen.empty() ? (not_.empty() ? std::nullopt : not_.front().owner) : chosen.front().owner;
  const bool one = options > 1 && chosen.size() < 2 && not_.size() < 2 &&
                   (chosen.empty() || not_.empty() || chosen.front().owner == not_.front().owner);
  if (one && owner != whose) // the owner once, at the end
    return factsAsThing(conflict, facts, owner) + " (" + conflict.labelOf(*owner) + ")";

  const bool onlyDenied = std::ranges::none_of(facts, &Fact::so);
  std::vector<std::string> held;
  std::vector<std::string> denied;
  for (const OwnersWords& words : chosen)
    held.push_back(withOwner(conflict, words, whose, "and"));
  for (const OwnersWords& words : not_)
    denied.push_back(withOwner(conflict, words, whose, onlyDenied ? "nor" : "or"));
  for (const Fact& fact : facts)
    if (fact.what.root().op != Op::option)
      (fact.so ? held : denied).push_back(conditionInWords(conflict, fact.what, whose));
  if (denied.empty())
    return enumerated(held);
  if (!onlyDenied)
    return enumerated(held) + " without " + enumerated(denied, "or");
  return (facts.size() == 1 ? "no " : "neither ") + enumerated(denied, "nor");
}

} // namespace stasis::report
