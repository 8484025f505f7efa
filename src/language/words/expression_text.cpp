#include "language/words/expression_text.h"

#include <algorithm>
#include <span>

namespace stasis::language {

namespace {

using model::Conflict;
using model::DefineId;
using model::Expression;
using model::Family;
using model::OptionId;
using model::Party;
using model::PartyId;
using Op = Expression::Op;
using Tree = std::span<const Expression::Node>;

/// How tightly an operator binds its operands.
enum class Level { iff, implies, disjunction, exclusive, conjunction, negation, leaf };

Level levelOf(Op op) {
  switch (op) {
  case Op::iff: return Level::iff;
  case Op::implies:
  case Op::whenever: return Level::implies;
  case Op::disjunction: return Level::disjunction;
  case Op::exclusive: return Level::exclusive;
  case Op::conjunction: return Level::conjunction;
  case Op::negation: return Level::negation;
  default: return Level::leaf;
  }
}

std::string_view wordOf(Op op) {
  switch (op) {
  case Op::iff: return "iff";
  case Op::implies: return "implies";
  case Op::whenever: return "if";
  case Op::disjunction: return "or";
  case Op::exclusive: return "xor";
  default: return "and";
  }
}

bool isCount(Op op) { return op == Op::atLeast || op == Op::atMost || op == Op::exactly; }

/// `any of`, `at least 3 of`; the number one is a word, as one says it.
std::string countWords(Op op, std::uint32_t k, std::size_t items) {
  if (op == Op::atLeast && k == items && items > 1)
    return "all of ";
  if (op == Op::atLeast && k == 1)
    return "any of ";
  if (op == Op::atMost && k == 0)
    return "none of ";
  const std::string_view which = op == Op::atLeast ? "at least " : op == Op::atMost ? "at most " : "exactly ";
  return std::string(which) + (k == 1 ? "one" : std::to_string(k)) + " of ";
}

/// Names of parties, those of a whole family by its name.
std::string partiesText(const std::vector<PartyId>& parties, const Conflict& conflict) {
  std::string text;
  for (std::size_t at = 0; at < parties.size();) {
    const Party& one = conflict.party(parties[at]);
    const Family* family = one.family ? &conflict.families[one.family->index()] : nullptr;
    const bool whole = family != nullptr && family->members.size() > 1 &&
                       family->members.size() <= parties.size() - at &&
                       std::equal(family->members.begin(), family->members.end(),
                                  parties.begin() + static_cast<std::ptrdiff_t>(at));
    text.append(at == 0 ? "" : ", ").append(whole ? family->name : one.name);
    at += whole ? family->members.size() : 1;
  }
  return text;
}

std::string stabilityText(const model::Stability& asked, const Conflict& conflict) {
  std::string text = asked.parties.empty() ? std::string("equilibrium")
                                           : "stable for " + partiesText(asked.parties, conflict);
  for (const model::Concept id : asked.concepts)
    text.append(id == asked.concepts.front() ? " under " : ", ").append(model::row(id).key);
  return text;
}

/// Work still to be written, the next on top: a subtree, or characters between two.
struct Pending {
  Tree tree;
  std::string characters;
  bool fold = false; ///< a space to fold at
  bool last = true;  ///< nothing of the same parentheses follows the subtree
};

class Speaker {
public:
  Speaker(const Conflict& conflict, const OptionNames& names, std::optional<PartyId> self,
          std::span<const model::Stability> stabilities = {})
      : conflict_(conflict), names_(names), self_(self), stabilities_(stabilities) {}

  FoldableText say(Tree whole) {
    pending_.push_back({.tree = whole});
    while (!pending_.empty()) {
      const Pending next = std::move(pending_.back());
      pending_.pop_back();
      if (next.fold)
        said_.addFold();
      else if (next.tree.empty())
        said_.add(next.characters);
      else
        expand(next.tree, next.last);
    }
    return std::move(said_);
  }

private:
  const Conflict& conflict_;
  const OptionNames& names_;
  std::optional<PartyId> self_;
  std::span<const model::Stability> stabilities_; ///< of a query
  FoldableText said_;
  std::vector<Pending> pending_;
  std::vector<Pending> parts_; ///< of the subtree at hand, in order

  void expand(Tree tree, bool last) {
    const auto& root = tree.back();
    parts_.clear();
    if (isCount(root.op))
      count(tree);
    else if (root.op == Op::negation)
      negation(tree, last);
    else if (root.operands > 0)
      join(tree, last);
    else
      said_.add(leaf(root));
    std::move(parts_.rbegin(), parts_.rend(), std::back_inserter(pending_));
  }

  std::string leaf(const Expression::Node& node) const {
    if (node.op == Op::constant)
      return node.value != 0 ? "true" : "false";
    if (isStability(node))
      return stabilityText(stabilities_[node.value - conflict_.defines.size()], conflict_);
    if (node.op == Op::define)
      return conflict_.define(DefineId(node.value)).name;
    return nameOf(OptionId(node.value));
  }

  bool isStability(const Expression::Node& node) const {
    return node.op == Op::define && node.value >= conflict_.defines.size();
  }

  std::string nameOf(OptionId option) const {
    return conflict_.option(option).owner == self_ ? "self." + conflict_.option(option).name
                                                   : names_.of(option);
  }

  void characters(std::string text) { parts_.push_back({.characters = std::move(text)}); }
  void fold() { parts_.push_back({.fold = true}); }

  void operand(Tree tree, bool parenthesised, bool last) {
    if (parenthesised)
      characters("(");
    parts_.push_back({.tree = tree, .last = parenthesised || last});
    if (parenthesised)
      characters(")");
  }

  /// A count whose list may seem to go on in what follows: all but `any of` and `all of` one whole list.
  bool openEnded(Tree tree) const {
    const auto& root = tree.back();
    if (!isCount(root.op) || root.operands == 0)
      return false;
    const bool quantifier = root.op == Op::atLeast && (root.value == 1 || root.value == root.operands);
    const auto items = itemsOf(tree);
    return !quantifier || items.size() > 1 || !items.front().tree.empty();
  }

  void negation(Tree tree, bool last) {
    const Tree inner = tree.first(tree.size() - 1);
    characters("not ");
    operand(inner, levelOf(inner.back().op) < Level::negation || (openEnded(inner) && !last), last);
  }

  void join(Tree tree, bool last) {
    const Op op = tree.back().op;
    const auto operands = Expression::operandsOf(tree);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const bool ends = last && i + 1 == operands.size();
      const Op inner = operands[i].back().op;
      operand(operands[i], levelOf(inner) <= levelOf(op) || (openEnded(operands[i]) && !ends), ends);
      if (i + 1 == operands.size())
        continue;
      characters(" " + std::string(wordOf(op)));
      fold();
    }
  }

  /// One entry of a list: a name that stands for several options, or one operand.
  struct Item {
    std::string name;
    Tree tree;
  };

  void count(Tree tree) {
    const auto& root = tree.back();
    if (root.operands == 0) { // no options to count: the language has no empty list
      said_.add(model::applyTo(root.op, root.value, {}) ? "true" : "false");
      return;
    }
    characters(countWords(root.op, root.value, root.operands));
    const auto items = itemsOf(tree);
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) {
        characters(",");
        fold();
      }
      if (items[i].tree.empty())
        characters(items[i].name);
      else
        operand(items[i].tree, needsParentheses(items[i].tree.back()), true);
    }
  }

  bool needsParentheses(const Expression::Node& item) const {
    return item.operands > 0 || isCount(item.op) || isStability(item);
  }

  /// The list of a count, options of a whole family as `Family.option` and all of one member as `member.*`.
  std::vector<Item> itemsOf(Tree tree) const {
    const auto operands = Expression::operandsOf(tree);
    std::vector<Item> items;
    for (std::size_t at = 0; at < operands.size();) {
      const auto rest = std::span(operands).subspan(at);
      if (const auto name = familyAt(rest); !name.text.empty()) {
        items.push_back({name.text, {}});
        at += name.length;
      } else {
        items.push_back({{}, operands[at++]});
      }
    }
    return items;
  }

  struct Run {
    std::string text;
    std::size_t length = 0;
  };

  Run familyAt(std::span<const Tree> operands) const {
    if (operands.front().back().op != Op::option)
      return {};
    const OptionId first(operands.front().back().value);
    const Party& owner = conflict_.party(conflict_.option(first).owner);
    if (!owner.family)
      return {};
    const Family& family = conflict_.families[owner.family->index()];
    if (const Run run = optionOfAll(family, first, operands); run.length > 1)
      return run;
    return allOptionsOf(conflict_.option(first).owner, operands);
  }

  static bool isOption(std::span<const Tree> operands, std::size_t i, OptionId option) {
    return i < operands.size() && operands[i].back().op == Op::option &&
           operands[i].back().value == option.index();
  }

  Run optionOfAll(const Family& family, OptionId first, std::span<const Tree> operands) const {
    for (std::size_t i = 0; i < family.members.size(); ++i) {
      const auto option = sameOptionOf(family.members[i], first, conflict_);
      if (!option || !isOption(operands, i, *option))
        return {};
    }
    return {family.name + '.' + conflict_.option(first).name, family.members.size()};
  }

  Run allOptionsOf(PartyId id, std::span<const Tree> operands) const {
    const Party& party = conflict_.party(id);
    for (std::size_t i = 0; i < party.optionCount; ++i)
      if (!isOption(operands, i, OptionId(party.firstOption + i)))
        return {};
    return party.optionCount < 2 ? Run{} : Run{(id == self_ ? "self" : party.name) + ".*", party.optionCount};
  }
};

} // namespace

FoldableText foldableText(const Expression& expression, const Conflict& conflict, const OptionNames& names,
                          std::optional<PartyId> self) {
  return Speaker(conflict, names, self).say(expression.nodes());
}

FoldableText foldableText(const model::Query& query, const Conflict& conflict, const OptionNames& names) {
  return Speaker(conflict, names, std::nullopt, query.stabilities).say(query.condition.nodes());
}

std::string text(const Expression& expression, const Conflict& conflict) {
  return foldableText(expression, conflict, OptionNames(conflict)).text;
}

std::string text(const model::Query& query, const Conflict& conflict) {
  return foldableText(query, conflict, OptionNames(conflict)).text;
}

} // namespace stasis::language
