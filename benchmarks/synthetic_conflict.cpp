#include "synthetic_conflict.h"

#include <random>

namespace stasis::benchmarks {

using model::Expression;
using model::OptionId;
using Op = Expression::Op;

namespace {

class Maker {
public:
  explicit Maker(const Shape& shape) : shape_(shape), random_(20250905 + shape.options) {}

  model::Conflict make() {
    for (std::size_t i = 0; i < shape_.parties; ++i)
      addParty(i);
    for (std::size_t k = 0; k < shape_.constraints; ++k) {
      const std::size_t a = 2 * k % shape_.options; // apart, so that each leaves three quarters
      c_.constraints.push_back({.holds = Expression::negation(Expression::join(
                                    Op::conjunction, {option(a), option((a + 1) % shape_.options)}))});
    }
    for (auto& party : c_.parties)
      party.preference = statements(party);
    return std::move(c_);
  }

private:
  void addParty(std::size_t i) {
    const std::size_t first = shape_.options * i / shape_.parties;
    const std::size_t end = shape_.options * (i + 1) / shape_.parties;
    c_.parties.push_back(
        {.name = "P" + std::to_string(i + 1), .firstOption = first, .optionCount = end - first});
    for (std::size_t o = first; o < end; ++o) {
      model::Option made{.name = "o" + std::to_string(o + 1), .owner = model::PartyId(i)};
      if (shape_.directed && o % 5 == 0)
        made.direction = model::Direction::irrevocable;
      c_.options.push_back(std::move(made));
    }
  }

  std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(random_() % sides); }
  static Expression option(std::size_t o) { return Expression::option(OptionId(o)); }

  Expression literal(const model::Party& party) {
    const bool own = party.optionCount > 0 && roll(3) == 0;
    Expression e = option(own ? party.firstOption + roll(party.optionCount) : roll(shape_.options));
    return roll(2) == 0 ? e : Expression::negation(std::move(e));
  }

  model::Preference statements(const model::Party& party) {
    constexpr Op joins[] = {Op::conjunction, Op::disjunction, Op::iff, Op::implies};
    model::Prioritised preference;
    for (std::size_t k = 0; k < shape_.statements; ++k) {
      Expression wanted = literal(party);
      if (roll(2) == 0)
        wanted = Expression::join(joins[roll(4)], {std::move(wanted), literal(party)});
      preference.tiers.push_back({{.wanted = std::move(wanted)}});
    }
    return preference;
  }

  Shape shape_;
  std::mt19937_64 random_;
  model::Conflict c_;
};

} // namespace

model::Conflict syntheticConflict(const Shape& shape) { return Maker(shape).make(); }

} // namespace stasis::benchmarks
