#include "analysis/rules.h"

#include "analysis/state_reference.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace stasis::analysis {

using model::Choice;
using model::Conflict;
using model::DefineId;
using model::Direction;
using model::Expression;
using model::OptionId;
using model::PartyId;
using model::Pattern;

namespace {

/// Kleene's three values: unknown while an option it depends on is open.
enum class Truth : std::uint8_t { no, yes, unknown };

Truth opposite(Truth t) {
  if (t == Truth::unknown)
    return t;
  return t == Truth::yes ? Truth::no : Truth::yes;
}

struct Tally {
  std::size_t held = 0;
  std::size_t open = 0;
  std::size_t all = 0;
};

Tally tally(std::span<const Truth> operands) {
  Tally t{0, 0, operands.size()};
  for (const Truth operand : operands) {
    t.held += operand == Truth::yes ? 1 : 0;
    t.open += operand == Truth::unknown ? 1 : 0;
  }
  return t;
}

Truth atLeast(const Tally& t, std::size_t k) {
  if (t.held >= k)
    return Truth::yes;
  return t.held + t.open < k ? Truth::no : Truth::unknown;
}

Truth exactly(const Tally& t, std::size_t k) {
  if (t.held > k || t.held + t.open < k)
    return Truth::no;
  return t.open == 0 ? Truth::yes : Truth::unknown;
}

Truth implies(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::yes)
    return Truth::yes;
  return a == Truth::yes && b == Truth::no ? Truth::no : Truth::unknown;
}

Truth apply(Expression::Op op, std::uint32_t k, std::span<const Truth> operands) {
  using Op = Expression::Op;
  const Tally t = tally(operands);
  const auto settled = [&](bool value) {
    return t.open > 0 ? Truth::unknown : (value ? Truth::yes : Truth::no);
  };
  switch (op) {
  case Op::negation: return opposite(operands[0]);
  case Op::conjunction: return atLeast(t, t.all);
  case Op::disjunction: return atLeast(t, 1);
  case Op::exclusive: return settled(t.held % 2 == 1);
  case Op::iff: return settled(t.held != 1);
  case Op::implies: return implies(operands[0], operands[1]);
  case Op::whenever: return implies(operands[1], operands[0]);
  case Op::atLeast: return atLeast(t, k);
  case Op::atMost: return opposite(atLeast(t, std::size_t{k} + 1));
  case Op::exactly: return exactly(t, k);
  case Op::constant:
  case Op::option:
  case Op::define: break;
  }
  return Truth::unknown;
}

/// Expressions in one state or partly open pattern; each define is worked out once, when first asked for.
class Reading {
public:
  Reading(const Conflict& conflict, const Pattern& state)
      : conflict_(conflict), state_(state), defines_(conflict.defines.size()) {}

  Truth of(const Expression& expression) { return expression.fold<Truth>(*this); }

  static Truth constant(bool value) { return value ? Truth::yes : Truth::no; }
  Truth option(OptionId id) const {
    if (state_[id] == Choice::either)
      return Truth::unknown;
    return constant(state_.taken(id));
  }
  Truth define(DefineId id) {
    auto& known = defines_[id.index()];
    if (!known)
      known = of(conflict_.define(id).meaning);
    return *known;
  }
  static Truth apply(Expression::Op op, std::uint32_t k, std::span<const Truth> operands) {
    return analysis::apply(op, k, operands);
  }

private:
  const Conflict& conflict_;
  const Pattern& state_;
  std::vector<std::optional<Truth>> defines_;
};

/// Options an expression depends on, through its defines.
std::vector<bool> optionsOf(const Conflict& conflict, const Expression& expression) {
  std::vector<bool> seen(conflict.options.size());
  std::vector<bool> opened(conflict.defines.size());
  std::vector<const Expression*> open{&expression};
  while (!open.empty()) {
    const Expression& e = *open.back();
    open.pop_back();
    for (const OptionId option : e.options())
      seen[option.index()] = true;
    for (const DefineId define : e.defines()) {
      if (!opened[define.index()])
        open.push_back(&conflict.define(define).meaning);
      opened[define.index()] = true;
    }
  }
  return seen;
}

/// One member of a merged state: all members are worth the same.
Pattern memberOf(Pattern state) {
  for (std::size_t o = 0; o < state.size(); ++o)
    if (state[OptionId(o)] == Choice::either)
      state.set(OptionId(o), Choice::no);
  return state;
}

bool binaryBefore(const Pattern& a, const Pattern& b) {
  return std::ranges::lexicographical_compare(a.letters().rbegin(), a.letters().rend(), b.letters().rbegin(),
                                              b.letters().rend());
}

/// Whether the direction lets some choice in `from` become some choice in `to`.
bool allows(Direction direction, Choice from, Choice to) {
  if (from == to || from == Choice::either || to == Choice::either)
    return true;
  if (direction == Direction::irrevocable)
    return to == Choice::yes;
  return direction == Direction::both || to == Choice::no;
}

} // namespace

/// What is read from the model once.
class Rules::Book {
public:
  explicit Book(stability::Engine& engine) : conflict(engine.conflict()) {
    for (std::size_t i = 0; i < conflict.listed.size(); ++i)
      listed.emplace(conflict.listed[i].pattern.letters(), i);
    merged = conflict.hasMergedStates();
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      readConstraints(conflict.parties[i]);
      readRanking(engine, conflict.parties[i]);
      readArcs(engine, conflict.parties[i]);
    }
  }

  const Conflict& conflict;
  std::unordered_map<std::string, std::size_t> listed; ///< letters to position
  bool merged = false;
  /// By party: the constraints that its own options can break.
  std::vector<std::vector<const Expression*>> touched;
  /// By party: the class of each state in a ranking, from 0 for the best.
  std::vector<std::unordered_map<std::string, std::size_t>> ranking;
  /// By party: its listed moves.
  std::vector<std::unordered_map<std::string, std::vector<Pattern>>> arcs;

  bool before(const Pattern& a, const Pattern& b) const {
    if (listed.empty())
      return binaryBefore(a, b);
    const auto place = [&](const Pattern& p) {
      const auto found = listed.find(p.letters());
      return found == listed.end() ? listed.size() : found->second;
    };
    const std::size_t i = place(a);
    const std::size_t j = place(b);
    return i != j ? i < j : (i == listed.size() && binaryBefore(a, b));
  }

private:
  void readConstraints(const model::Party& party) {
    auto& own = touched.emplace_back();
    for (const auto& constraint : conflict.constraints) {
      const auto options = optionsOf(conflict, constraint.holds);
      const auto first = options.begin() + static_cast<std::ptrdiff_t>(party.firstOption);
      if (std::find(first, first + static_cast<std::ptrdiff_t>(party.optionCount), true) !=
          first + static_cast<std::ptrdiff_t>(party.optionCount))
        own.push_back(&constraint.holds);
    }
  }

  void readRanking(stability::Engine& engine, const model::Party& party) {
    auto& classes = ranking.emplace_back();
    if (const auto* written = std::get_if<model::Ranking>(&party.preference))
      for (std::size_t k = 0; k < written->classes.size(); ++k)
        for (const auto& reference : written->classes[k])
          if (const auto state = patternOf(engine, reference))
            classes.emplace(state->letters(), k);
  }

  void readArcs(stability::Engine& engine, const model::Party& party) {
    auto& from = arcs.emplace_back();
    if (!party.moves)
      return;
    for (const auto& move : *party.moves) {
      const auto start = patternOf(engine, move.from);
      const auto end = patternOf(engine, move.to);
      if (start && end && *start != *end)
        from[start->letters()].push_back(*end);
    }
    for (auto& [letters, ends] : from) {
      std::ranges::sort(ends, [this](const Pattern& a, const Pattern& b) { return before(a, b); });
      const auto rest = std::ranges::unique(ends);
      ends.erase(rest.begin(), rest.end());
    }
  }
};

namespace {

/// Own choices of a party, tried option by option from the last to the first so that what is found comes in
/// the order of binary value; a choice is not followed where a constraint fails whatever the rest is.
class OwnChoices {
public:
  OwnChoices(const Conflict& conflict, const model::Party& party, const Pattern& from,
             const std::vector<const Expression*>& constraints)
      : conflict_(conflict), party_(party), from_(from), constraints_(constraints), at_(from) {
    for (std::size_t k = 0; k < party.optionCount; ++k)
      at_.set(OptionId(party.firstOption + k), Choice::either);
  }

  template <class Visit> void each(Visit&& visit) { choose(party_.optionCount, visit); }

private:
  template <class Visit> void choose(std::size_t left, Visit& visit) {
    if (!mayHold())
      return;
    if (left == 0) {
      if (at_ != from_)
        visit(at_);
      return;
    }
    const OptionId option(party_.firstOption + left - 1);
    for (const Choice choice : {Choice::no, Choice::yes})
      if (allows(conflict_.option(option).direction, from_[option], choice)) {
        at_.set(option, choice);
        choose(left - 1, visit);
      }
    at_.set(option, Choice::either);
  }

  bool mayHold() const {
    Reading reading(conflict_, at_);
    return std::ranges::all_of(constraints_,
                               [&](const Expression* e) { return reading.of(*e) != Truth::no; });
  }

  const Conflict& conflict_;
  const model::Party& party_;
  const Pattern& from_;
  const std::vector<const Expression*>& constraints_;
  Pattern at_;
};

/// Some member of one can become some member of the other by the party's options alone.
bool movesBetween(const Conflict& conflict, PartyId party, const Pattern& from, const Pattern& to) {
  if (from == to)
    return false;
  for (std::size_t o = 0; o < from.size(); ++o) {
    const OptionId option(o);
    const auto& written = conflict.option(option);
    const Direction direction = written.direction;
    if (written.owner == party
            ? !allows(direction, from[option], to[option])
            : from[option] != to[option] && from[option] != Choice::either && to[option] != Choice::either)
      return false;
  }
  return true;
}

} // namespace

Rules::Rules(stability::Engine& engine) : book_(std::make_unique<const Book>(engine)) {}
Rules::~Rules() = default;
Rules::Rules(Rules&&) noexcept = default;
Rules& Rules::operator=(Rules&&) noexcept = default;

const Conflict& Rules::conflict() const { return book_->conflict; }

bool Rules::transitive() const { return !book_->merged && !conflict().hasGraphForm(); }

bool Rules::before(const Pattern& a, const Pattern& b) const { return book_->before(a, b); }

bool Rules::feasible(const Pattern& state) const {
  if (!book_->listed.empty())
    return book_->listed.contains(state.letters());
  if (state.size() != conflict().options.size() || !state.isState())
    return false;
  Reading reading(conflict(), state);
  return std::ranges::all_of(conflict().constraints,
                             [&](const auto& c) { return reading.of(c.holds) == Truth::yes; });
}

bool Rules::isMove(PartyId party, const Pattern& from, const Pattern& to) const {
  if (conflict().party(party).moves) {
    const auto& arcs = book_->arcs[party.index()];
    const auto found = arcs.find(from.letters());
    return found != arcs.end() && std::ranges::find(found->second, to) != found->second.end();
  }
  return feasible(from) && feasible(to) && movesBetween(conflict(), party, from, to);
}

std::vector<Pattern> Rules::moves(PartyId id, const Pattern& from) const {
  const auto& party = conflict().party(id);
  if (party.moves) {
    const auto& arcs = book_->arcs[id.index()];
    const auto found = arcs.find(from.letters());
    return found == arcs.end() ? std::vector<Pattern>{} : found->second;
  }
  std::vector<Pattern> ends;
  const bool fewerListed =
      party.optionCount >= 24 || (std::size_t{1} << party.optionCount) > conflict().listed.size();
  if (!book_->listed.empty() && (book_->merged || fewerListed)) {
    for (const auto& line : conflict().listed)
      if (movesBetween(conflict(), id, from, line.pattern))
        ends.push_back(line.pattern);
    return ends;
  }
  static const std::vector<const Expression*> unbound;
  OwnChoices choices(conflict(), party, from, book_->listed.empty() ? book_->touched[id.index()] : unbound);
  choices.each([&](const Pattern& to) {
    if (ends.size() == mostMoves)
      throw stability::LimitReached(stability::Limit::states, party.name + " has more than " +
                                                                  std::to_string(mostMoves) +
                                                                  " moves from one state, too many to list");
    if (book_->listed.empty() || book_->listed.contains(to.letters()))
      ends.push_back(to);
  });
  if (!book_->listed.empty())
    std::ranges::sort(ends, [this](const Pattern& a, const Pattern& b) { return before(a, b); });
  return ends;
}

std::vector<Pattern> Rules::improvements(PartyId party, const Pattern& from) const {
  std::vector<Pattern> better = moves(party, from);
  const Worth here = worth(party, from);
  std::erase_if(better, [&](const Pattern& to) { return worth(party, to) <= here; });
  return better;
}

Worth Rules::worth(PartyId party, const Pattern& state) const {
  const auto& preference = conflict().party(party).preference;
  if (const auto* prioritised = std::get_if<model::Prioritised>(&preference)) {
    const Pattern member = memberOf(state);
    Reading reading(conflict(), member);
    Worth held;
    for (const auto& tier : prioritised->tiers)
      held.push_back(std::ranges::count_if(
          tier, [&](const auto& statement) { return reading.of(statement.wanted) == Truth::yes; }));
    return held;
  }
  if (std::holds_alternative<model::Ranking>(preference)) {
    const auto& classes = book_->ranking[party.index()];
    const auto found = classes.find(state.letters());
    return {found == classes.end() ? INT64_MIN : -static_cast<std::int64_t>(found->second)};
  }
  if (const auto* weights = std::get_if<model::Weights>(&preference)) {
    std::int64_t sum = 0;
    for (const auto& weight : weights->weights)
      sum += state.taken(weight.option) ? weight.units : 0;
    return {sum};
  }
  return {};
}

std::strong_ordering Rules::compare(PartyId party, const Pattern& a, const Pattern& b) const {
  return worth(party, a) <=> worth(party, b);
}

} // namespace stasis::analysis
