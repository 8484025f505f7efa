#include "analysis/diff/matching.h"

namespace stasis::analysis {

using model::Conflict;
using model::OptionId;
using model::Party;
using model::PartyId;

namespace {

std::vector<std::string> optionNames(const Conflict& conflict, const Party& party) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < party.optionCount; ++i)
    names.push_back(conflict.options[party.firstOption + i].name);
  return names;
}

} // namespace

Matching::Matching(const Conflict& a, const Conflict& b)
    : a_(a), b_(b), parties_(a.parties.size()), options_(a.options.size()),
      newParties_(b.parties.size(), true), newOptions_(b.options.size(), true) {
  matchParties();
  for (std::size_t i = 0; i < a.parties.size(); ++i)
    if (parties_[i])
      matchOptions(PartyId(i), *parties_[i]);
}

void Matching::matchParties() {
  const auto matchWhere = [&](auto same) {
    for (std::size_t i = 0; i < a_.parties.size(); ++i)
      for (std::size_t j = 0; j < b_.parties.size() && !parties_[i]; ++j)
        if (newParties_[j] && same(a_.parties[i], b_.parties[j])) {
          parties_[i] = PartyId(j);
          newParties_[j] = false;
        }
  };
  matchWhere([](const Party& p, const Party& q) { return p.name == q.name; });
  matchWhere([](const Party& p, const Party& q) { return !p.label.empty() && p.label == q.label; });
  matchWhere([&](const Party& p, const Party& q) {
    return p.optionCount > 0 && optionNames(a_, p) == optionNames(b_, q);
  });
}

void Matching::matchOptions(PartyId inA, PartyId inB) {
  const Party& p = a_.party(inA);
  const Party& q = b_.party(inB);
  const auto match = [&](std::size_t i, std::size_t j) {
    options_[i] = OptionId(j);
    newOptions_[j] = false;
  };
  const auto matchWhere = [&](auto same) {
    for (std::size_t i = p.firstOption; i < p.firstOption + p.optionCount; ++i)
      for (std::size_t j = q.firstOption; j < q.firstOption + q.optionCount && !options_[i]; ++j)
        if (newOptions_[j] && same(a_.options[i], b_.options[j]))
          match(i, j);
  };
  matchWhere([](const auto& o, const auto& r) { return o.name == r.name; });
  matchWhere([](const auto& o, const auto& r) { return !o.label.empty() && o.label == r.label; });
  std::vector<std::size_t> left;
  std::vector<std::size_t> added;
  for (std::size_t i = p.firstOption; i < p.firstOption + p.optionCount; ++i)
    if (!options_[i])
      left.push_back(i);
  for (std::size_t j = q.firstOption; j < q.firstOption + q.optionCount; ++j)
    if (newOptions_[j])
      added.push_back(j);
  if (left.size() == 1 && added.size() == 1 && p.optionCount == q.optionCount &&
      a_.options[left[0]].direction == b_.options[added[0]].direction &&
      left[0] - p.firstOption == added[0] - q.firstOption)
    match(left[0], added[0]);
}

std::optional<model::Pattern> Matching::inB(const model::Pattern& ofA) const {
  model::Pattern state(b_.options.size(), model::Choice::no);
  for (std::size_t i = 0; i < options_.size(); ++i) {
    const auto choice = ofA[OptionId(i)];
    if (options_[i])
      state.set(*options_[i], choice);
    else if (choice != model::Choice::no)
      return std::nullopt;
  }
  return state;
}

} // namespace stasis::analysis
