#include "report/telling/condition_in_words.h"

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

  Words constant(bool value) const { return {value ? "whatever happens" : "what cannot be"}; }

  Words option(OptionId id) const {
    const PartyId owner = conflict_.option(id).owner;
    const std::string label = inQuotes(conflict_.labelOf(id));
    return {owner == whose_ ? label : label + " (" + conflict_.labelOf(owner) + ")", Level::name, {}, id};
  }

  Words define(DefineId id) const {
    const auto& define = conflict_.define(id);
    std::string words = define.label;
    if (words.empty()) {
      words = define.name;
      std::ranges::replace(words, '_', ' ');
    }
    return {inQuotes(words)};
  }

  Words apply(Op op, std::uint32_t k, std::span<Words> operands) const {
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

private:
  static std::string within(const Words& words, Level level) {
    return words.level <= level ? "(" + words.text + ")" : words.text;
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

/// The operands of a disjunction and of those in it.
void alternativesOf(const Expression& expression, std::vector<Expression>& all) {
  if (expression.root().op != Op::disjunction) {
    all.push_back(expression);
    return;
  }
  for (const auto& operand : expression.operands())
    alternativesOf(Expression::copyOf(operand), all);
}

bool isName(const Expression& expression) {
  return expression.root().op == Op::option || expression.root().op == Op::define;
}

/// `one or the other of two things: (a) “A” and “B”; (b) neither “A” nor “C”`; empty if a plain list is as
/// clear.
std::string alternatives(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  constexpr std::size_t mostLettered = 6;
  std::vector<Expression> all;
  alternativesOf(wanted, all);
  const bool plain = std::ranges::all_of(all, [](const Expression& one) {
    return isName(one) ||
           (one.root().op == Op::negation && isName(Expression::copyOf(one.operands().front())));
  });
  if (all.size() < 2 || all.size() > mostLettered || plain)
    return {};
  std::string text = all.size() == 2 ? std::string("one or the other of two things: ")
                                     : "one or another of " + std::to_string(all.size()) + " things: ";
  for (std::size_t i = 0; i < all.size(); ++i)
    text += std::string(i == 0 ? "(" : "; (") + static_cast<char>('a' + i) + ") " +
            conditionInWords(conflict, all[i], whose);
  return text;
}

/// Behind `when`: `“A” (United States) is chosen`, `there is no “settlement”`.
std::string circumstance(const Conflict& conflict, const Expression& condition,
                         std::optional<PartyId> whose) {
  const bool denied = condition.root().op == Op::negation;
  const Expression inner = denied ? Expression::copyOf(condition.operands().front()) : condition;
  if (inner.root().op == Op::option)
    return conditionInWords(conflict, inner, whose) + (denied ? " is not chosen" : " is chosen");
  if (inner.root().op == Op::define)
    return (denied ? "there is no " : "there is ") + conditionInWords(conflict, inner, whose);
  return conditionInWords(conflict, condition, whose);
}

/// `“A” or “B”` for `not A and not B`, which is a wish against either; empty for any other.
std::string neither(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  if (wanted.root().op != Op::conjunction)
    return {};
  std::vector<std::string> names;
  for (const auto& operand : wanted.operands()) {
    const Expression one = Expression::copyOf(operand);
    if (one.root().op != Op::negation)
      return {};
    const Expression denied = Expression::copyOf(one.operands().front());
    if (!isName(denied))
      return {};
    names.push_back(conditionInWords(conflict, denied, whose));
  }
  return listed(names, "or");
}

/// What is wanted, or denied, without a condition. `“A” and “B” together`, where `not “A” and “B”` could be
/// read as neither.
WishInWords unconditional(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose,
                          bool apart) {
  if (std::string told = neither(conflict, wanted, whose); !told.empty())
    return {true, std::move(told)};
  const bool against = wanted.root().op == Op::negation;
  const Expression part = against ? Expression::copyOf(wanted.operands().front()) : wanted;
  if (apart)
    if (std::string told = alternatives(conflict, part, whose); !told.empty())
      return {against, std::move(told)};
  const bool together = against && part.root().op == Op::conjunction &&
                        std::ranges::all_of(part.operands(), [](const auto& operand) {
                          return Expression::copyOf(operand).root().op != Op::negation;
                        });
  return {against, conditionInWords(conflict, part, whose) + (together ? " together" : "")};
}

} // namespace

WishInWords wishOf(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  const auto& root = wanted.root();
  if (root.op != Op::whenever && root.op != Op::implies)
    return unconditional(conflict, wanted, whose, true);
  const auto parts = wanted.operands();
  const bool turned = root.op == Op::implies;
  WishInWords wish = unconditional(conflict, Expression::copyOf(parts[turned ? 1 : 0]), whose, false);
  wish.what += " when " + circumstance(conflict, Expression::copyOf(parts[turned ? 0 : 1]), whose);
  return wish;
}

std::string wishInWords(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  const WishInWords wish = wishOf(conflict, wanted, whose);
  return (wish.against ? "against " : "for ") + wish.what;
}

std::string constraintInWords(const Conflict& conflict, const Expression& holds) {
  const auto& root = holds.root();
  if (root.op == Op::negation)
    return "never " + conditionInWords(conflict, Expression::copyOf(holds.operands().front()));
  const bool count =
      root.operands > 0 && (root.op == Op::atLeast || root.op == Op::atMost || root.op == Op::exactly);
  return (count ? "" : "always ") + conditionInWords(conflict, holds);
}

} // namespace stasis::report
