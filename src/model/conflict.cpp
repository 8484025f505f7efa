#include "model/conflict.h"

#include "model/mark_words.h"

#include <algorithm>

namespace stasis::model {

namespace {

template <class Id, class Named>
std::optional<Id> findNamed(const std::vector<Named>& list, std::string_view name) {
  const auto found = std::ranges::find(list, name, &Named::name);
  if (found == list.end())
    return std::nullopt;
  return Id(static_cast<std::size_t>(found - list.begin()));
}

} // namespace

std::optional<PartyId> Conflict::findParty(std::string_view name) const {
  return findNamed<PartyId>(parties, name);
}

std::optional<DefineId> Conflict::findDefine(std::string_view name) const {
  return findNamed<DefineId>(defines, name);
}

std::string Conflict::nameOf(OptionId id) const {
  const Option& wanted = option(id);
  const bool unique = std::ranges::count(options, wanted.name, &Option::name) == 1 &&
                      !findDefine(wanted.name) && !findParty(wanted.name) &&
                      std::ranges::find(families, wanted.name, &Family::name) == families.end();
  return unique ? wanted.name : party(wanted.owner).name + '.' + wanted.name;
}

const std::string& Conflict::labelOf(PartyId id) const {
  return party(id).label.empty() ? party(id).name : party(id).label;
}

const std::string& Conflict::labelOf(OptionId id) const {
  return option(id).label.empty() ? option(id).name : option(id).label;
}

Attitude Conflict::attitude(PartyId who, PartyId towards) const {
  const auto& written = party(who).attitudes;
  const auto row = std::ranges::find(written, towards, &AttitudeTowards::towards);
  if (row != written.end())
    return row->attitude;
  return who == towards ? Attitude::for_ : Attitude::neutral;
}

bool Conflict::speaksOfStrength() const {
  return std::ranges::any_of(parties, [](const Party& p) { return hasStrong(p.preference); });
}

bool Conflict::speaksOfDoubt() const {
  return std::ranges::any_of(parties,
                             [](const Party& p) { return hasPerhaps(p.preference) || !p.unsure.empty(); });
}

bool Conflict::speaksOfAttitudes() const {
  return std::ranges::any_of(parties, [](const Party& p) { return !p.attitudes.empty(); });
}

bool Conflict::doubtsDirections() const {
  return std::ranges::any_of(options, [](const Option& o) { return o.doubt.has_value(); });
}

std::string doubtText(const DirectionDoubt& doubt) {
  return markText(Mark::perhaps, doubt.odds) +
         (doubt.direction == Direction::irrevocable ? " irrevocable" : " unresumable");
}

bool Conflict::hasMergedStates() const {
  return std::ranges::any_of(listed, [](const ListedState& s) { return !s.pattern.isState(); });
}

bool Conflict::hasGraphForm() const {
  return std::ranges::any_of(parties, [](const Party& p) { return p.moves.has_value(); });
}

namespace {

struct Truth {
  const Conflict& conflict;
  const State& state;

  std::uint8_t constant(bool value) const { return value ? 1 : 0; }
  std::uint8_t option(OptionId id) const { return state.taken(id) ? 1 : 0; }
  std::uint8_t define(DefineId id) const {
    return holds(conflict.define(id).meaning, conflict, state) ? 1 : 0;
  }
  std::uint8_t apply(Expression::Op op, std::uint32_t k, std::span<const std::uint8_t> operands) const {
    return applyTo(op, k, operands) ? 1 : 0;
  }
};

} // namespace

bool holds(const Expression& expression, const Conflict& conflict, const State& state) {
  return expression.fold<std::uint8_t>(Truth{conflict, state}) != 0;
}

} // namespace stasis::model
