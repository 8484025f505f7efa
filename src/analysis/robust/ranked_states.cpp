#include "analysis/robust/ranked_states.h"

#include <algorithm>
#include <map>

namespace stasis::analysis {

using model::StateRef;

namespace {

const model::Pattern& patternOf(const model::Conflict& conflict, const StateRef& ref) {
  switch (ref.kind) {
  case StateRef::Kind::listed: return conflict.listed[ref.value].pattern;
  case StateRef::Kind::named: return conflict.named[ref.value].state;
  case StateRef::Kind::number: break;
  }
  return conflict.listed[ref.value - 1].pattern;
}

/// The same for two names of one state; a member of a merged state means all of it.
std::string keyOf(const model::Conflict& conflict, const StateRef& ref) {
  const model::Pattern& state = patternOf(conflict, ref);
  for (const auto& line : conflict.listed)
    if (line.pattern == state || (state.isState() && line.pattern.covers(state)))
      return line.pattern.letters();
  return state.letters();
}

} // namespace

model::Conflict withNamedStates(stability::Engine& engine) {
  model::Conflict out = engine.conflict();
  const auto name = [&](model::StateRef& ref) {
    if (ref.kind != model::StateRef::Kind::number || !out.listed.empty())
      return;
    out.named.push_back({"s" + std::to_string(ref.value), {}, *engine.state(ref.value), {}});
    ref.kind = model::StateRef::Kind::named;
    ref.value = out.named.size() - 1;
  };
  for (auto& party : out.parties) {
    if (auto* ranking = std::get_if<model::Ranking>(&party.preference))
      for (auto& tie : ranking->classes)
        std::ranges::for_each(tie, name);
    for (auto& pair : party.unsure) {
      name(pair.one);
      name(pair.other);
    }
    for (std::size_t k = 0; party.moves && k < party.moves->size(); ++k) {
      name((*party.moves)[k].from);
      name((*party.moves)[k].to);
    }
  }
  out.expectations.clear();
  return out;
}

RankedStates rankedStates(const model::Conflict& conflict, const model::Party& party) {
  const auto& ranking = std::get<model::Ranking>(party.preference);
  RankedStates out;
  out.classes = ranking.classes.size();
  std::map<std::string, std::size_t> classOf;
  for (std::size_t k = 0; k < out.classes; ++k)
    for (const auto& ref : ranking.classes[k])
      classOf.emplace(keyOf(conflict, ref), k);
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> doubts;
  for (const auto& pair : party.unsure) {
    const auto [upper, lower] =
        std::minmax(classOf.at(keyOf(conflict, pair.one)), classOf.at(keyOf(conflict, pair.other)));
    out.pairs.push_back({upper, lower, false});
    ++doubts[{upper, lower}];
  }
  out.above.assign(out.classes, std::vector<bool>(out.classes));
  for (std::size_t i = 0; i < out.classes; ++i)
    for (std::size_t j = i + 1; j < out.classes; ++j)
      out.above[i][j] = true;
  for (auto& pair : out.pairs) {
    pair.open = doubts[{pair.upper, pair.lower}] ==
                ranking.classes[pair.upper].size() * ranking.classes[pair.lower].size();
    if (pair.open)
      out.above[pair.upper][pair.lower] = false;
  }
  for (const auto& pair : out.pairs) {
    if (!pair.open)
      continue;
    RankedStates::Block grown{pair.upper, pair.lower};
    std::erase_if(out.blocks, [&](const auto& block) {
      const bool meets = block.first <= grown.last && grown.first <= block.last;
      if (meets)
        grown = {std::min(block.first, grown.first), std::max(block.last, grown.last)};
      return meets;
    });
    out.blocks.push_back(grown);
  }
  std::ranges::sort(out.blocks, {}, &RankedStates::Block::first);
  return out;
}

} // namespace stasis::analysis
