#include "report/telling/condition_in_words.h"

#include "report/telling/plain_facts.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace stasis::report {

using model::Conflict;
using model::DefineId;
using model::Expression;
using model::OptionId;
using model::PartyId;
using Op = Expression::Op;

namespace {

/// How tightly words hang together, loosest first: operands that are looser, or as loose, get parentheses.
enum class Level : std::uint8_t { iff, condition, disjunction, conjunction, negation, name };

struct Words {
  std::string text;
  Level level = Level::name;
  std::string denied = {};             ///< of a negation: what it denies, in parentheses if that needs them
  std::optional<OptionId> option = {}; ///< if it is an option alone
  std::vector<std::string> about = {}; ///< the options and definitions in it
  bool grouped = false;                ///< whether something in it is in parentheses
};

std::string inQuotes(const std::string& words) { return "“" + words + "”"; }

/// `A, B and C`.
std::string listed(const std::vector<std::string>& items, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 == items.size() ? " " + std::string(last) + " " : ", ") + items[i];
  return text;
}

class Teller {
public:
  Teller(const Conflict& conflict, std::optional<PartyId> whose) : conflict_(conflict), whose_(whose) {}

  Words constant(bool value) const {
    Words words{value ? "whatever happens" : "what cannot be"};
    words.about = {words.text};
    return words;
  }

  Words option(OptionId id) const {
    const PartyId owner = conflict_.option(id).owner;
    const std::string label = inQuotes(conflict_.labelOf(id));
    Words words{owner == whose_ ? label : label + " (" + conflict_.labelOf(owner) + ")", Level::name, {}, id};
    words.about = {words.text};
    return words;
  }

  Words define(DefineId id) const {
    const auto& define = conflict_.define(id);
    std::string words = define.label;
    if (words.empty()) {
      words = define.name;
      std::ranges::replace(words, '_', ' ');
    }
    return {inQuotes(words), Level::name, {}, {}, {inQuotes(words)}};
  }

  Words apply(Op op, std::uint32_t k, std::span<Words> operands) const {
    Words words = applied(op, k, operands);
    const Level parted = partedAt(op, operands.size());
    for (const Words& operand : operands) {
      words.grouped = words.grouped || operand.grouped || operand.level <= parted;
      for (const std::string& one : operand.about)
        if (std::ranges::find(words.about, one) == words.about.end())
          words.about.push_back(one);
    }
    return words;
  }

private:
  Words applied(Op op, std::uint32_t k, std::span<Words> operands) const {
    switch (op) {
    case Op::negation: return negation(operands.front());
    case Op::conjunction: return conjunction(operands);
    case Op::disjunction: return {joined(operands, Level::disjunction, "or"), Level::disjunction};
    case Op::exclusive:
      return operands.size() == 2
                 ? Words{"either " + joined(operands, Level::disjunction, "or") + ", not both",
                         Level::disjunction}
                 : Words{"an odd number of " + items(operands)};
    case Op::iff: return {pair(operands[0], "if, and only if,", operands[1], Level::iff), Level::iff};
    case Op::implies: return {pair(operands[1], "if", operands[0], Level::condition), Level::condition};
    case Op::whenever: return {pair(operands[0], "if", operands[1], Level::condition), Level::condition};
    default: return {counted(op, k, operands)};
    }
  }

  /// Operands as loose as this are in parentheses.
  static Level partedAt(Op op, std::size_t operands) {
    switch (op) {
    case Op::iff: return Level::iff;
    case Op::implies:
    case Op::whenever: return Level::condition;
    case Op::disjunction: return Level::disjunction;
    case Op::conjunction: return Level::conjunction;
    case Op::exclusive: return operands == 2 ? Level::disjunction : Level::negation;
    default: return Level::negation;
    }
  }

  /// Nothing in parentheses has others inside: of that, only what it is about is told.
  static std::string within(const Words& words, Level level) {
    if (words.level > level)
      return words.text;
    return words.grouped ? "a condition on " + listed(words.about, "and") : "(" + words.text + ")";
  }

  static std::string pair(const Words& first, std::string_view word, const Words& second, Level level) {
    return within(first, level) + " " + std::string(word) + " " + within(second, level);
  }

  static std::string joined(std::span<const Words> operands, Level level, std::string_view word) {
    std::vector<std::string> parts;
    for (const Words& operand : operands)
      parts.push_back(within(operand, level));
    return listed(parts, word);
  }

  static Words negation(const Words& operand) {
    const std::string inner = within(operand, Level::negation);
    return {"not " + inner, Level::negation, inner};
  }

  /// `A and B without C or D` for A, B and neither C nor D; `neither C nor D` alone.
  static Words conjunction(std::span<const Words> operands) {
    std::vector<std::string> held;
    std::vector<std::string> denied;
    for (const Words& operand : operands)
      if (operand.denied.empty())
        held.push_back(within(operand, Level::conjunction));
      else
        denied.push_back(operand.denied);
    if (denied.empty())
      return {listed(held, "and"), Level::conjunction};
    if (!held.empty())
      return {listed(held, "and") + " without " + listed(denied, "or"), Level::conjunction};
    std::string text = "neither " + denied.front();
    for (std::size_t k = 1; k < denied.size(); ++k)
      text += " nor " + denied[k];
    return {text, Level::conjunction};
  }

  static std::string howMany(Op op, std::uint32_t k, std::size_t items) {
    if (op == Op::atLeast && k == items && items > 1)
      return "all";
    if (op == Op::atLeast && k == 1)
      return "any";
    if (op == Op::atMost && k == 0)
      return "none";
    const std::string_view which = op == Op::atLeast  ? "at least "
                                   : op == Op::atMost ? "at most "
                                                      : "exactly ";
    return std::string(which) + (k == 1 ? "one" : std::to_string(k));
  }

  std::string counted(Op op, std::uint32_t k, std::span<const Words> operands) const {
    if (operands.empty())
      return constant(model::applyTo(op, k, {})).text;
    const std::string many = howMany(op, k, operands.size());
    if (const std::string family = familyOf(operands); !family.empty())
      return inQuotes(conflict_.labelOf(*operands.front().option)) + " by " +
             (many == "all" ? "all " : many + " of the ") + family;
    return many + " of " + items(operands);
  }

  /// `26 guarantors`, if the list is the same option of all members of one family.
  std::string familyOf(std::span<const Words> operands) const {
    if (!operands.front().option)
      return {};
    const auto placeOf = [&](OptionId id) {
      return id.index() - conflict_.party(conflict_.option(id).owner).firstOption;
    };
    const auto family = conflict_.party(conflict_.option(*operands.front().option).owner).family;
    if (!family || conflict_.families[family->index()].members.size() != operands.size() ||
        operands.size() < 2)
      return {};
    const auto& members = conflict_.families[family->index()].members;
    for (std::size_t i = 0; i < operands.size(); ++i)
      if (!operands[i].option || conflict_.option(*operands[i].option).owner != members[i] ||
          placeOf(*operands[i].option) != placeOf(*operands.front().option))
        return {};
    const auto& named = conflict_.families[family->index()];
    return std::to_string(members.size()) + " " + (named.label.empty() ? named.name : named.label);
  }

  static std::string items(std::span<const Words> operands) {
    std::vector<std::string> parts;
    const std::size_t named = operands.size() > mostItemsNamed + 1 ? mostItemsNamed : operands.size();
    for (const Words& operand : operands.first(named))
      parts.push_back(within(operand, Level::negation));
    if (named < operands.size())
      parts.push_back(std::to_string(operands.size() - named) + " more");
    return listed(parts, "and");
  }

  const Conflict& conflict_;
  std::optional<PartyId> whose_;
};

} // namespace

namespace {

/// The party that has all options named in it, if there are several.
std::optional<PartyId> ownerOfAll(const Conflict& conflict, const Expression& expression) {
  const auto options = expression.options();
  if (options.size() < 2)
    return std::nullopt;
  const PartyId owner = conflict.option(options.front()).owner;
  const bool all =
      std::ranges::all_of(options, [&](OptionId option) { return conflict.option(option).owner == owner; });
  return all ? std::optional(owner) : std::nullopt;
}

} // namespace

std::string conditionInWords(const Conflict& conflict, const Expression& expression,
                             std::optional<PartyId> whose) {
  const auto owner = ownerOfAll(conflict, expression);
  if (!owner || owner == whose)
    return expression.fold<Words>(Teller(conflict, whose)).text;
  return expression.fold<Words>(Teller(conflict, owner)).text + " (" + conflict.labelOf(*owner) + ")";
}

namespace {

using Ways = std::optional<std::vector<Facts>>;

bool hasHeld(const Facts& facts) { return std::ranges::any_of(facts, &Fact::so); }

bool isOneThing(const Facts& facts) { return facts.size() == 1 && facts.front().so; }

/// Whether each of the ways can be said as a thing that is there.
bool eachHasHeld(const Ways& ways) { return ways && std::ranges::all_of(*ways, hasHeld); }

/// `“A” or “B”`: the ways are single things.
bool areThings(const Ways& ways) { return ways && std::ranges::all_of(*ways, isOneThing); }

std::string things(const Conflict& conflict, const std::vector<Facts>& ways, std::optional<PartyId> whose) {
  Facts together;
  for (const Facts& way : ways)
    together.push_back(way.front());
  const bool options =
      std::ranges::all_of(together, [](const Fact& fact) { return fact.what.root().op == Op::option; });
  std::vector<std::string> all;
  for (const Facts& way : ways)
    all.push_back(factsAsThing(conflict, way, whose));
  if (options && ways.size() > 1) { // the owner once, at the end
    const PartyId owner = conflict.option(OptionId(together.front().what.root().value)).owner;
    const bool one = std::ranges::all_of(together, [&](const Fact& fact) {
      return conflict.option(OptionId(fact.what.root().value)).owner == owner;
    });
    if (one && owner != whose)
      return things(conflict, ways, owner) + " (" + conflict.labelOf(owner) + ")";
  }
  return listed(all, "or");
}

std::size_t length(const Ways& ways) {
  if (!ways)
    return SIZE_MAX;
  std::size_t facts = 0;
  for (const Facts& way : *ways)
    facts += way.size() + 1;
  return facts;
}

/// `one of these: “A” and “B”; “C” without “A”`.
std::string oneOf(const Conflict& conflict, const std::vector<Facts>& ways, std::optional<PartyId> whose,
                  std::string_view which) {
  std::string text(which);
  for (std::size_t i = 0; i < ways.size(); ++i)
    text += (i == 0 ? " " : "; ") + factsAsThing(conflict, ways[i], whose);
  return text;
}

/// `“A” and “B” together, or neither` for two that go together; empty for others.
std::string alikeInWords(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  const Op op = wanted.root().op;
  if (op != Op::iff && (op != Op::exclusive || wanted.operands().size() != 2))
    return {};
  Facts facts;
  for (const auto& operand : wanted.operands()) {
    const Expression one = Expression::copyOf(operand);
    if (one.root().op != Op::option && one.root().op != Op::define)
      return {};
    facts.push_back({one, true});
  }
  const std::string both = factsAsThing(conflict, facts, whose);
  return op == Op::iff ? both + " together, or neither" : "one of " + both + ", not both";
}

WishInWords unconditional(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose);

/// `all of these: “A” or “B”; no “C” and “D” together`, where each part is plain; empty for others.
std::string allOf(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  if (wanted.root().op != Op::conjunction)
    return {};
  std::string text = "all of these:";
  for (const auto& operand : wanted.operands()) {
    const WishInWords part = unconditional(conflict, Expression::copyOf(operand), whose);
    if (part.what.find(": ") != std::string::npos)
      return {};
    text += (text.ends_with(':') ? " " : "; ") + std::string(part.against ? "no " : "") + part.what;
  }
  return text;
}

/// What is wanted, or denied, without a condition; nothing in it is nested.
WishInWords unconditional(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  if (std::string told = alikeInWords(conflict, wanted, whose); !told.empty())
    return {false, std::move(told)};
  const Ways for_ = waysOf(wanted, true);
  const Ways against = waysOf(wanted, false);
  if (for_ && for_->size() == 1 && hasHeld(for_->front()))
    return {false, factsAsThing(conflict, for_->front(), whose)};
  if (against && against->size() == 1 && hasHeld(against->front())) {
    const Facts& facts = against->front();
    const bool together = facts.size() > 1 && std::ranges::all_of(facts, &Fact::so);
    return {true, factsAsThing(conflict, facts, whose) + (together ? " together" : "")};
  }
  if (areThings(for_))
    return {false, things(conflict, *for_, whose)};
  if (areThings(against))
    return {true, things(conflict, *against, whose)};
  if (std::string all = allOf(conflict, wanted, whose); !all.empty())
    return {false, std::move(all)};
  if (!for_ && !against)
    return {false, conditionInWords(conflict, wanted, whose)};
  if (length(against) < length(for_) && (eachHasHeld(against) || !for_))
    return {true, oneOf(conflict, *against, whose, "any of these:")};
  return {false, oneOf(conflict, *for_, whose, "one of these:")};
}

} // namespace

WishInWords wishOf(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  const auto& root = wanted.root();
  if (root.op != Op::whenever && root.op != Op::implies)
    return unconditional(conflict, wanted, whose);
  const auto parts = wanted.operands();
  const bool turned = root.op == Op::implies;
  const Ways when = waysOf(Expression::copyOf(parts[turned ? 0 : 1]), true);
  if (!when)
    return unconditional(conflict, wanted, whose);
  WishInWords wish = unconditional(conflict, Expression::copyOf(parts[turned ? 1 : 0]), whose);
  if (when->size() > 1 && wish.what.find(": ") != std::string::npos)
    return unconditional(conflict, wanted, whose);
  std::vector<std::string> circumstances;
  for (const Facts& facts : *when)
    circumstances.push_back("when " + factsInWords(conflict, facts, whose));
  wish.what += " " + listed(circumstances, "or");
  return wish;
}

std::string wishInWords(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  const WishInWords wish = wishOf(conflict, wanted, whose);
  return (wish.against ? "against " : "for ") + wish.what;
}

namespace {

/// Before what cannot be at once: `both “A” and “B”`.
std::string together(const Facts& facts) {
  const bool held = std::ranges::all_of(facts, &Fact::so);
  return !held || facts.size() < 2 ? "" : facts.size() == 2 ? "both " : "all of ";
}

} // namespace

std::string constraintInWords(const Conflict& conflict, const Expression& holds) {
  const auto& root = holds.root();
  const Ways ways = waysOf(holds, true);
  const Ways never = waysOf(holds, false);
  if (root.operands > 0 && (root.op == Op::atLeast || root.op == Op::atMost || root.op == Op::exactly))
    return conditionInWords(conflict, holds);
  if (eachHasHeld(never)) {
    std::vector<std::string> all;
    for (const Facts& facts : *never)
      all.push_back("never " + together(facts) + factsAsThing(conflict, facts, std::nullopt));
    return listed(all, "and");
  }
  if (areThings(ways))
    return "always " + things(conflict, *ways, std::nullopt);
  if (ways)
    return oneOf(conflict, *ways, std::nullopt, "always one of these:");
  return "always " + conditionInWords(conflict, holds);
}

std::string withoutConstraintInWords(const Conflict& conflict, const Expression& holds) {
  const Ways never = waysOf(holds, false);
  if (!never)
    return "this rule did not bind: " + constraintInWords(conflict, holds);
  std::vector<std::string> all;
  for (const Facts& facts : *never)
    all.push_back(factsAsThing(conflict, facts, std::nullopt));
  return "it were possible to have " + listed(all, "or");
}

} // namespace stasis::report
