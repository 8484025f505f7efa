#include "stability/cube/shape.h"

#include "stability/circuit.h"
#include "stability/constraint_search.h"
#include "stability/cube/lanes.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace stasis::stability::cube {

using model::OptionId;
using model::PartyId;

namespace {

/// For each party the constraints that mention only its options, and all the others.
struct Sorted {
  std::vector<std::vector<std::size_t>> alone;
  std::vector<std::size_t> joint;
};

Sorted sorted(const model::Conflict& conflict) {
  Sorted result{std::vector<std::vector<std::size_t>>(conflict.parties.size()), {}};
  Circuit circuit(conflict);
  for (std::size_t k = 0; k < conflict.constraints.size(); ++k) {
    const Circuit::GateId root = circuit.add(conflict.constraints[k].holds);
    const auto options = circuit.options(circuit.cone(std::span(&root, 1)));
    const auto owner = [&](OptionId o) { return conflict.options[o.index()].owner; };
    const bool alone = !options.empty() && std::ranges::all_of(options, [&](OptionId o) {
      return owner(o) == owner(options[0]);
    });
    (alone ? result.alone[owner(options[0]).index()] : result.joint).push_back(k);
  }
  return result;
}

/// A party's choices under its own constraints, ascending.
class OwnChoices {
public:
  OwnChoices(const model::Conflict& conflict, const model::Party& party,
             const std::vector<std::size_t>& constraints, const Errand& errand)
      : search_(conflict, constraints), party_(party), errand_(errand),
        most_(changesFreely(conflict, party) ? mostWideChoices : mostChoices) {}

  /// None if there are too many, or if finding them takes too long.
  std::optional<std::vector<std::uint64_t>> find() {
    if (search_.possible() && !extend(party_.optionCount, 0))
      return std::nullopt;
    return std::move(choices_);
  }

private:
  bool extend(std::size_t left, std::uint64_t taken) {
    if (++steps_ % 1024 == 0)
      errand_.check();
    if (steps_ > mostSteps)
      return false;
    if (left == 0) {
      choices_.push_back(taken);
      return choices_.size() <= most_;
    }
    const OptionId option(party_.firstOption + left - 1);
    for (const bool take : {false, true}) {
      const bool allowed = search_.set(option, take);
      const bool going =
          !allowed || extend(left - 1, taken | (take ? std::uint64_t{1} << option.index() : 0));
      search_.undo();
      if (!going)
        return false;
    }
    return true;
  }

  static bool changesFreely(const model::Conflict& conflict, const model::Party& party) {
    const auto own = std::span(conflict.options).subspan(party.firstOption, party.optionCount);
    return std::ranges::all_of(own, [](const auto& o) { return o.direction == model::Direction::both; });
  }

  static constexpr std::size_t mostSteps = 65536;
  ConstraintSearch search_;
  const model::Party& party_;
  const Errand& errand_;
  std::size_t most_;
  std::vector<std::uint64_t> choices_;
  std::size_t steps_ = 0;
};

Digit digitOf(const model::Conflict& conflict, PartyId id, std::vector<std::uint64_t> choices) {
  const model::Party& party = conflict.party(id);
  Digit digit{.party = id, .choices = std::move(choices)};
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o) {
    const std::uint64_t bit = std::uint64_t{1} << o;
    digit.options |= bit;
    digit.kept |= conflict.options[o].direction == model::Direction::irrevocable ? bit : 0;
    digit.barred |= conflict.options[o].direction == model::Direction::unresumable ? bit : 0;
  }
  return digit;
}

} // namespace

std::optional<Shape> Shape::of(const model::Conflict& conflict, std::uint64_t mostNumbers,
                               const Errand& errand) {
  if (!conflict.listed.empty() || conflict.hasGraphForm() || conflict.options.size() > 62)
    return std::nullopt;
  Shape shape;
  shape.conflict_ = &conflict;
  Sorted constraints = sorted(conflict);
  shape.joint_ = std::move(constraints.joint);
  std::vector<std::size_t> order(conflict.parties.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](std::size_t i) { return conflict.parties[i].firstOption; });
  for (const std::size_t i : order) {
    auto choices = OwnChoices(conflict, conflict.parties[i], constraints.alone[i], errand).find();
    if (!choices || choices->empty())
      return std::nullopt;
    if (choices->size() == 1) {
      shape.fixed_ |= choices->front();
      continue;
    }
    shape.digits_.push_back(cube::digitOf(conflict, PartyId(i), std::move(*choices)));
    shape.digits_.back().stride = shape.size_;
    if (shape.digits_.back().radix() > mostNumbers / shape.size_)
      return std::nullopt;
    shape.size_ *= shape.digits_.back().radix();
  }
  return shape;
}

std::optional<std::size_t> Shape::digitOf(PartyId party) const {
  const auto found = std::ranges::find(digits_, party, &Digit::party);
  return found == digits_.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - digits_.begin()));
}

std::uint64_t Shape::taken(std::size_t number) const {
  std::uint64_t taken = fixed_;
  for (const Digit& digit : digits_) {
    taken |= digit.choices[number % digit.radix()];
    number /= digit.radix();
  }
  return taken;
}

std::optional<std::size_t> Shape::find(std::uint64_t taken) const {
  std::size_t number = 0;
  std::uint64_t known = 0;
  for (const Digit& digit : digits_) {
    const auto choice = std::ranges::lower_bound(digit.choices, taken & digit.options);
    if (choice == digit.choices.end() || *choice != (taken & digit.options))
      return std::nullopt;
    number += digit.stride * static_cast<std::size_t>(choice - digit.choices.begin());
    known |= digit.options;
  }
  return (taken & ~known) == fixed_ ? std::optional(number) : std::nullopt;
}

std::optional<std::size_t> Shape::find(const model::State& state) const {
  if (state.size() != conflict_->options.size() || !state.isState())
    return std::nullopt;
  std::uint64_t taken = 0;
  for (std::size_t o = 0; o < state.size(); ++o)
    taken |= static_cast<std::uint64_t>(state[OptionId(o)] == model::Choice::yes ? 1 : 0) << o;
  return find(taken);
}

} // namespace stasis::stability::cube
