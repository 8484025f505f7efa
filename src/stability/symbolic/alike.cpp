#include "stability/symbolic/alike.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace stasis::stability {

using model::ConceptFamily;
using model::OptionId;
using model::PartyId;
using Op = model::Expression::Op;

namespace {

/// Which options (and parties) are exchanged.
struct Exchange {
  std::vector<std::size_t> option;
  std::size_t a, b;

  std::size_t party(std::size_t p) const { return p == a ? b : p == b ? a : p; }
};

/// A number for every expression of the conflict; equal if they differ only in the order of operands.
class Shapes {
public:
  Shapes(const model::Conflict& conflict, ConceptFamily family) : conflict_(conflict), family_(family) {}

  /// The shapes of the constraints (one list), then those of each party's preference and attitudes.
  std::vector<std::vector<std::uint32_t>> of(const Exchange& exchange) {
    exchange_ = &exchange;
    defines_.clear();
    for (const auto& define : conflict_.defines)
      defines_.push_back(shape(define.meaning));
    std::vector<std::vector<std::uint32_t>> all(1 + conflict_.parties.size());
    for (const auto& constraint : conflict_.constraints)
      all[0].push_back(shape(constraint.holds));
    std::ranges::sort(all[0]);
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p) {
      all[1 + exchange.party(p)] = preference(conflict_.parties[p].preference);
      if (family_ == ConceptFamily::attitudes)
        all[1 + exchange.party(p)].push_back(attitudes(PartyId(p)));
    }
    return all;
  }

private:
  std::vector<std::uint32_t> preference(const model::Preference& preference) {
    std::vector<std::uint32_t> shapes;
    if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
      for (const auto& tier : tiers->tiers) {
        std::vector<std::uint32_t> key{tierKey + markRead(tier)};
        for (const auto& statement : tier)
          key.push_back(shape(statement.wanted));
        std::ranges::sort(key.begin() + 1, key.end());
        shapes.push_back(number(std::move(key)));
      }
    else if (const auto* weights = std::get_if<model::Weights>(&preference)) {
      for (const auto& weight : weights->weights)
        shapes.push_back(number({weightKey, static_cast<std::uint32_t>(weight.units),
                                 static_cast<std::uint32_t>(weight.units >> 32), shape(weight.wanted)}));
      std::ranges::sort(shapes);
    }
    return shapes;
  }

  /// The mark of the tier, for concepts that read it.
  std::uint32_t markRead(const std::vector<model::Statement>& tier) const {
    const model::Mark mark = model::markOf(tier);
    const bool isRead = (family_ == ConceptFamily::strength && mark == model::Mark::strongly) ||
                        (family_ == ConceptFamily::unknown && mark == model::Mark::perhaps);
    return isRead ? static_cast<std::uint32_t>(mark) : 0;
  }

  /// Towards each party, by the place that the exchange gives it.
  std::uint32_t attitudes(PartyId who) {
    std::vector<std::uint32_t> key(1 + conflict_.parties.size(), attitudeKey);
    for (std::size_t q = 0; q < conflict_.parties.size(); ++q)
      key[1 + exchange_->party(q)] = static_cast<std::uint32_t>(conflict_.attitude(who, PartyId(q)));
    return number(std::move(key));
  }

  std::uint32_t shape(const model::Expression& expression) { return expression.fold<std::uint32_t>(*this); }

public: // the algebra of shapes
  std::uint32_t constant(bool value) { return number({key(Op::constant), value ? 1U : 0U}); }
  std::uint32_t option(OptionId id) {
    return number({key(Op::option), static_cast<std::uint32_t>(exchange_->option[id.index()])});
  }
  std::uint32_t define(model::DefineId id) const { return defines_[id.index()]; }
  std::uint32_t apply(Op op, std::uint32_t k, std::span<const std::uint32_t> operands) {
    std::vector<std::uint32_t> words{key(op), k};
    words.insert(words.end(), operands.begin(), operands.end());
    if (op != Op::implies && op != Op::whenever)
      std::ranges::sort(words.begin() + 2, words.end());
    return number(std::move(words));
  }

private:
  // Apart from the operators of expressions; a tier's mark is added to its key.
  static constexpr std::uint32_t weightKey = 100;
  static constexpr std::uint32_t attitudeKey = 101;
  static constexpr std::uint32_t tierKey = 102;
  static std::uint32_t key(Op op) { return static_cast<std::uint32_t>(op); }
  std::uint32_t number(std::vector<std::uint32_t> words) {
    return numbers_.try_emplace(std::move(words), static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  const model::Conflict& conflict_;
  ConceptFamily family_;
  const Exchange* exchange_ = nullptr;
  std::vector<std::uint32_t> defines_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers_;
};

bool sameOptions(const model::Conflict& conflict, const model::Party& a, const model::Party& b) {
  if (a.optionCount != b.optionCount || a.moves || b.moves)
    return false;
  for (std::size_t k = 0; k < a.optionCount; ++k)
    if (conflict.options[a.firstOption + k].direction != conflict.options[b.firstOption + k].direction)
      return false;
  return true;
}

/// Rankings and lists name states one by one; they are not searched for likeness.
bool namesStates(const model::Conflict& conflict) {
  return !conflict.listed.empty() || std::ranges::any_of(conflict.parties, [](const model::Party& party) {
    return std::holds_alternative<model::Ranking>(party.preference);
  });
}

} // namespace

std::vector<PartyId> likeness(const model::Conflict& conflict, ConceptFamily family) {
  std::vector<PartyId> like;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p)
    like.emplace_back(p);
  if (namesStates(conflict) || conflict.families.empty())
    return like;
  Exchange none{std::vector<std::size_t>(conflict.options.size()), 0, 0};
  std::iota(none.option.begin(), none.option.end(), 0);
  Shapes shapes(conflict, family);
  const auto asWritten = shapes.of(none);
  const auto areAlike = [&](std::size_t p, std::size_t q) {
    const model::Party& a = conflict.parties[p];
    const model::Party& b = conflict.parties[q];
    if (!sameOptions(conflict, a, b))
      return false;
    Exchange exchange{none.option, p, q};
    for (std::size_t o = 0; o < a.optionCount; ++o)
      std::swap(exchange.option[a.firstOption + o], exchange.option[b.firstOption + o]);
    return shapes.of(exchange) == asWritten;
  };
  for (const auto& family : conflict.families) {
    std::vector<PartyId> kinds; // the first of each
    for (const PartyId member : family.members) {
      const auto kind =
          std::ranges::find_if(kinds, [&](PartyId k) { return areAlike(k.index(), member.index()); });
      if (kind == kinds.end())
        kinds.push_back(member);
      else
        like[member.index()] = *kind;
    }
  }
  return like;
}

} // namespace stasis::stability
