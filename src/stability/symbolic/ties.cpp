#include "stability/symbolic/ties.h"

#include "stability/symbolic/rank_bits.h"

#include <algorithm>
#include <iterator>

namespace stasis::stability {

namespace {

using MaybeTie = std::optional<Tie>;

MaybeTie joined(const MaybeTie& a, const MaybeTie& b, std::size_t most) {
  if (!a || !b)
    return std::nullopt;
  Tie both;
  std::ranges::set_union(*a, *b, std::back_inserter(both));
  if (both.size() > most)
    return std::nullopt;
  return both;
}

} // namespace

// A define may use others, wherever they stand. They are taken before it, without recursion.
Ties::Ties(const model::Conflict& conflict, std::size_t most)
    : conflict_(conflict), most_(most), defines_(conflict.defines.size()) {
  std::vector<bool> isKnown(defines_.size());
  std::vector<model::DefineId> waiting;
  for (std::size_t d = 0; d < defines_.size(); ++d)
    waiting.emplace_back(d);
  while (!waiting.empty()) {
    const model::DefineId top = waiting.back();
    const auto& meaning = conflict.define(top).meaning;
    const std::size_t before = waiting.size();
    if (!isKnown[top.index()])
      for (const model::DefineId inner : meaning.defines())
        if (!isKnown[inner.index()])
          waiting.push_back(inner);
    if (waiting.size() > before)
      continue;
    if (!isKnown[top.index()]) {
      defines_[top.index()] = of(meaning);
      isKnown[top.index()] = true;
    }
    waiting.pop_back();
  }
}

std::optional<Tie> Ties::of(const model::Expression& expression) const {
  MaybeTie tie = expression.options();
  if (tie->size() > most_)
    return std::nullopt;
  for (const model::DefineId id : expression.defines())
    tie = joined(tie, defines_[id.index()], most_);
  return tie;
}

std::vector<std::optional<Tie>> Ties::ofRankBits(const model::Preference& preference) const {
  const auto* said = std::get_if<model::Prioritised>(&preference);
  if (said == nullptr)
    return std::vector<MaybeTie>(rankBitsOf(preference));
  std::vector<MaybeTie> bits;
  for (const auto& tier : said->tiers) {
    MaybeTie tie = Tie();
    for (const auto& statement : tier)
      tie = joined(tie, of(statement.wanted), most_);
    bits.insert(bits.end(), rankBitsOf(model::Prioritised{{tier}, {}}), tie);
  }
  return bits;
}

std::vector<Tie> Ties::all() const {
  std::vector<Tie> ties;
  const auto add = [&](const model::Expression& expression) {
    if (auto tie = of(expression); tie && tie->size() > 1)
      ties.push_back(std::move(*tie));
  };
  for (const auto& constraint : conflict_.constraints)
    add(constraint.holds);
  for (const auto& party : conflict_.parties)
    if (const auto* said = std::get_if<model::Prioritised>(&party.preference))
      for (const auto& tier : said->tiers)
        for (const auto& statement : tier)
          add(statement.wanted);
  return ties;
}

} // namespace stasis::stability
