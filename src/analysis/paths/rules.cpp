#include "analysis/paths/rules.h"

#include "analysis/states/state_reference.h"
#include "model/wishes.h"
#include "stability/circuit.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <string>
#include <unordered_map>

namespace stasis::analysis {

using model::Choice;
using model::Conflict;
using model::Direction;
using model::OptionId;
using model::PartyId;
using model::Pattern;
using stability::Circuit;
using stability::Tri;

namespace {

using Word = stability::Words<1>;

/// The first six of some options in 64 choices, bit by bit.
constexpr std::array<std::uint64_t, 6> choicesOf{0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0,
                                                 0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};

/// Conditions evaluated together.
class Conditions {
public:
  Conditions() = default;
  Conditions(const Circuit& circuit, std::vector<Circuit::GateId> roots)
      : circuit_(&circuit), roots_(std::move(roots)), cone_(circuit.cone(roots_)) {
    for (const auto gate : cone_)
      if (circuit.gate(gate).op == Circuit::Op::option)
        inputs_.push_back({gate, OptionId(circuit.gate(gate).value)});
  }

  struct Input {
    Circuit::GateId gate;
    OptionId option;
  };
  const std::vector<Input>& inputs() const { return inputs_; }
  const std::vector<Circuit::GateId>& roots() const { return roots_; }

  /// False if some condition fails in this pattern whatever the open options are.
  bool mayHold(const Pattern& pattern, std::vector<Tri>& values) const {
    if (roots_.empty())
      return true;
    values.resize(circuit_->size());
    for (const auto& [gate, option] : inputs_)
      values[gate] = pattern[option] == Choice::either ? Tri::open
                     : pattern.taken(option)           ? Tri::yes
                                                       : Tri::no;
    stability::evaluateOpen(*circuit_, cone_, values);
    return std::ranges::none_of(roots_, [&](auto root) { return values[root] == Tri::no; });
  }

  /// Sets the word of every root in `values`; `word(option)` gives the words of the options.
  template <class WordOf> void evaluate(std::vector<Word>& values, WordOf&& word) const {
    if (roots_.empty())
      return;
    values.resize(circuit_->size());
    for (const auto& [gate, option] : inputs_)
      values[gate][0] = word(option);
    stability::evaluateWords<1>(*circuit_, cone_, values);
  }

private:
  const Circuit* circuit_ = nullptr;
  std::vector<Circuit::GateId> roots_;
  std::vector<Circuit::GateId> cone_;
  std::vector<Input> inputs_;
};

bool binaryBefore(const Pattern& a, const Pattern& b) {
  return std::ranges::lexicographical_compare(a.letters().rbegin(), a.letters().rend(), b.letters().rbegin(),
                                              b.letters().rend());
}

/// Whether the direction allows some choice in `from` to become some choice in `to`.
bool allows(Direction direction, Choice from, Choice to) {
  if (from == to || from == Choice::either || to == Choice::either)
    return true;
  if (direction == Direction::irrevocable)
    return to == Choice::yes;
  return direction == Direction::both || to == Choice::no;
}

} // namespace

/// What the model says, read once.
class Rules::Book {
public:
  explicit Book(stability::Engine& engine) : conflict(engine.conflict()), circuit_(conflict) {
    for (std::size_t i = 0; i < conflict.listed.size(); ++i)
      listed.emplace(conflict.listed[i].pattern.letters(), i);
    merged = conflict.hasMergedStates();
    readConditions();
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      readRanking(engine, conflict.parties[i]);
      readArcs(engine, conflict.parties[i]);
    }
  }

  const Conflict& conflict;
  std::unordered_map<std::string, std::size_t> listed; ///< letters to position
  bool merged = false;
  Conditions constraints;
  std::vector<Conditions> touched;    ///< by party: the constraints that its own options can break
  std::vector<Conditions> statements; ///< by party, in the order written
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
  void readConditions() {
    std::vector<Circuit::GateId> all;
    for (const auto& constraint : conflict.constraints)
      all.push_back(circuit_.add(constraint.holds));
    std::vector<std::vector<Circuit::GateId>> wanted(conflict.parties.size());
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      model::eachWish(conflict.parties[i].preference, [&](const model::Expression& wish, model::Range) {
        wanted[i].push_back(circuit_.add(wish));
      });
    }
    std::vector<std::vector<Circuit::GateId>> own(conflict.parties.size());
    for (const auto gate : all)
      for (const PartyId party : whoseOptions(gate))
        own[party.index()].push_back(gate);
    constraints = Conditions(circuit_, all);
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      touched.emplace_back(circuit_, own[i]);
      statements.emplace_back(circuit_, wanted[i]);
    }
  }

  std::set<PartyId> whoseOptions(Circuit::GateId gate) const {
    std::set<PartyId> owners;
    const Conditions alone(circuit_, {gate});
    for (const auto& input : alone.inputs())
      owners.insert(conflict.option(input.option).owner);
    return owners;
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

  Circuit circuit_;
};

namespace {

/// Own choices of a party. Options are decided from the last to the first, so the results come in the order
/// of binary value; the first six are decided together. A choice is abandoned when a constraint fails
/// whatever the rest is.
class OwnChoices {
public:
  OwnChoices(const Conflict& conflict, const model::Party& party, const Pattern& from,
             const Conditions& constraints)
      : conflict_(conflict), party_(party), from_(from), constraints_(constraints), at_(from),
        together_(std::min(party.optionCount, choicesOf.size())) {
    for (std::size_t k = 0; k < party.optionCount; ++k)
      at_.set(own(k), Choice::either);
  }

  template <class Visit> void each(Visit&& visit) { choose(party_.optionCount, visit); }

private:
  OptionId own(std::size_t k) const { return OptionId(party_.firstOption + k); }

  template <class Visit> void choose(std::size_t left, Visit& visit) {
    if (left == together_)
      return chooseTogether(visit);
    if (!constraints_.mayHold(at_, open_))
      return;
    const OptionId option = own(left - 1);
    for (const Choice choice : {Choice::no, Choice::yes})
      if (allows(conflict_.option(option).direction, from_[option], choice)) {
        at_.set(option, choice);
        choose(left - 1, visit);
      }
    at_.set(option, Choice::either);
  }

  template <class Visit> void chooseTogether(Visit& visit) {
    std::uint64_t held = ~std::uint64_t{0} >> (64 - (std::size_t{1} << together_));
    for (std::size_t k = 0; k < together_; ++k) {
      const Direction direction = conflict_.option(own(k)).direction;
      held &= allows(direction, from_[own(k)], Choice::yes) ? ~std::uint64_t{0} : ~choicesOf[k];
      held &= allows(direction, from_[own(k)], Choice::no) ? ~std::uint64_t{0} : choicesOf[k];
    }
    constraints_.evaluate(words_, [&](OptionId option) -> std::uint64_t {
      const std::size_t k = option.index() - party_.firstOption; // wraps around for earlier options
      if (k < together_)
        return choicesOf[k];
      return at_.taken(option) ? ~std::uint64_t{0} : 0;
    });
    for (const auto root : constraints_.roots())
      held &= words_[root][0];
    Pattern to = at_;
    for (; held != 0; held &= held - 1) {
      const auto choice = static_cast<std::size_t>(std::countr_zero(held));
      for (std::size_t k = 0; k < together_; ++k)
        to.set(own(k), (choice >> k & 1U) != 0 ? Choice::yes : Choice::no);
      if (to != from_)
        visit(to);
    }
  }

  const Conflict& conflict_;
  const model::Party& party_;
  const Pattern& from_;
  const Conditions& constraints_;
  Pattern at_;
  std::size_t together_;
  std::vector<Tri> open_;
  std::vector<Word> words_;
};

/// Whether the party's options alone turn some member of one into some member of the other.
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
  std::vector<Tri> values;
  return book_->constraints.mayHold(state, values);
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
  static const Conditions unbound;
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
  std::vector<Pattern> better;
  const std::vector<Pattern> ends = moves(party, from);
  const std::vector<Worth> worths = this->worths(party, ends);
  const Worth here = worth(party, from);
  for (std::size_t k = 0; k < ends.size(); ++k)
    if (worths[k] > here)
      better.push_back(ends[k]);
  return better;
}

namespace {

/// States 64 at a time: `visit(first, how many, values)`.
template <class Visit>
void eachBlock(const Conditions& statements, std::span<const Pattern> states, Visit&& visit) {
  std::vector<Word> values;
  for (std::size_t begin = 0; begin < states.size(); begin += 64) {
    const auto block = states.subspan(begin, std::min<std::size_t>(64, states.size() - begin));
    statements.evaluate(values, [&](OptionId option) {
      std::uint64_t word = 0;
      for (std::size_t k = 0; k < block.size(); ++k)
        word |= std::uint64_t{block[k].taken(option)} << k;
      return word;
    });
    visit(begin, block.size(), values);
  }
}

/// Statements that hold, tier by tier.
std::vector<Worth> tiersHeld(const model::Prioritised& prioritised, const Conditions& statements,
                             std::span<const Pattern> states) {
  std::vector<Worth> worths(states.size(), Worth(prioritised.tiers.size()));
  eachBlock(statements, states, [&](std::size_t begin, std::size_t count, const std::vector<Word>& values) {
    std::size_t next = 0;
    for (std::size_t t = 0; t < prioritised.tiers.size(); ++t)
      for (std::size_t n = prioritised.tiers[t].size(); n > 0; --n, ++next)
        for (std::size_t k = 0; k < count; ++k)
          worths[begin + k][t] += static_cast<std::int64_t>(values[statements.roots()[next]][0] >> k & 1U);
  });
  return worths;
}

/// The sum of the weights whose conditions hold.
std::vector<Worth> weightsHeld(const model::Weights& weights, const Conditions& conditions,
                               std::span<const Pattern> states) {
  std::vector<Worth> worths(states.size(), Worth{0});
  eachBlock(conditions, states, [&](std::size_t begin, std::size_t count, const std::vector<Word>& values) {
    for (std::size_t w = 0; w < weights.weights.size(); ++w)
      for (std::size_t k = 0; k < count; ++k)
        if ((values[conditions.roots()[w]][0] >> k & 1U) != 0)
          worths[begin + k].front() += weights.weights[w].units;
  });
  return worths;
}

} // namespace

std::vector<std::vector<std::uint64_t>> Rules::statementsHeld(PartyId party,
                                                              std::span<const Pattern> states) const {
  const Conditions& statements = book_->statements[party.index()];
  std::vector<std::vector<std::uint64_t>> held(statements.roots().size());
  eachBlock(statements, states, [&](std::size_t, std::size_t count, const std::vector<Word>& values) {
    const std::uint64_t those = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
    for (std::size_t k = 0; k < held.size(); ++k)
      held[k].push_back(values[statements.roots()[k]][0] & those);
  });
  return held;
}

// All members of a merged state have the same worth; the member with no open option taken represents it.
std::vector<Worth> Rules::worths(PartyId party, std::span<const Pattern> states) const {
  const auto& preference = conflict().party(party).preference;
  if (const auto* prioritised = std::get_if<model::Prioritised>(&preference))
    return tiersHeld(*prioritised, book_->statements[party.index()], states);
  if (const auto* weights = std::get_if<model::Weights>(&preference))
    return weightsHeld(*weights, book_->statements[party.index()], states);
  std::vector<Worth> worths;
  for (const Pattern& state : states) {
    if (std::holds_alternative<model::Ranking>(preference)) {
      const auto& classes = book_->ranking[party.index()];
      const auto found = classes.find(state.letters());
      worths.push_back({found == classes.end() ? INT64_MIN : -static_cast<std::int64_t>(found->second)});
    } else {
      worths.emplace_back();
    }
  }
  return worths;
}

Worth Rules::worth(PartyId party, const Pattern& state) const {
  return std::move(worths(party, std::span(&state, 1)).front());
}

std::strong_ordering Rules::compare(PartyId party, const Pattern& a, const Pattern& b) const {
  return worth(party, a) <=> worth(party, b);
}

} // namespace stasis::analysis
