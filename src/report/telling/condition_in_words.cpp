#include "report/telling/condition_in_words.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
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

std::string wishInWords(const Conflict& conflict, const Expression& wanted, std::optional<PartyId> whose) {
  const auto& root = wanted.root();
  const auto said = [&](const Expression& part) -> std::string {
    if (part.root().op != Op::negation)
      return "for " + conditionInWords(conflict, part, whose);
    return "against " + conditionInWords(conflict, Expression::copyOf(part.operands().front()), whose);
  };
  if (root.op != Op::whenever && root.op != Op::implies)
    return said(wanted);
  const auto parts = wanted.operands();
  const bool turned = root.op == Op::implies;
  return said(Expression::copyOf(parts[turned ? 1 : 0])) + ", if " +
         conditionInWords(conflict, Expression::copyOf(parts[turned ? 0 : 1]), whose);
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
