#include "report/moves/moves_words.h"

#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>

namespace stasis::report {

using analysis::Effect;
using analysis::MoveEffect;
using analysis::MovesOfParty;
using model::PartyId;

namespace {

/// `2 moves, none an improvement`, `1 move, an improvement`.
std::string countWords(std::size_t moves, std::size_t improvements) {
  if (moves == 0)
    return "no move";
  const std::string all = counted(moves, "move");
  if (moves == 1)
    return all + (improvements == 1 ? ", an improvement" : ", no improvement");
  if (improvements == 0)
    return all + ", none an improvement";
  if (improvements == moves)
    return all + ", all improvements";
  return all + ", " + grouped(improvements) +
         (improvements == 1 ? " of them an improvement" : " of them improvements");
}

/// What two members of a family must have in common to share an entry.
struct MovesKey {
  std::size_t moves = 0;
  std::size_t improvements = 0;
  std::vector<std::string> listed;
  friend bool operator==(const MovesKey&, const MovesKey&) = default;
};

MovesKey keyOf(const MovesView& view, const MovesOfParty& of) {
  MovesKey key{of.moves, of.improvements, {}};
  for (const auto& move : of.listed)
    key.listed.push_back(moveWords(view.engine.conflict(), of.party, view.answer.from, move.to) + '/' +
                         std::to_string(static_cast<int>(move.effects[of.party.index()].effect)));
  return key;
}

std::string ofEffect(const model::Conflict& conflict, const std::vector<MoveEffect>& effects, PartyId mover,
                     Effect wanted, std::string_view words, const Look& look) {
  std::vector<PartyId> parties;
  for (std::size_t i = 0; i < effects.size(); ++i)
    if (effects[i].effect == wanted && PartyId(i) != mover)
      parties.emplace_back(i);
  std::vector<std::string> names;
  const bool own = effects[mover.index()].effect == wanted;
  if (own) {
    std::string self = conflict.party(mover).name;
    const auto& e = effects[mover.index()];
    if (e.before && e.after && *e.before != *e.after)
      self += " (" + ordinal(*e.before) + ' ' + std::string(look.arrow()) + ' ' + ordinal(*e.after) + ')';
    names.push_back(std::move(self));
  }
  for (auto& name : partiesWords(conflict, parties, Called::name))
    names.push_back(std::move(name));
  return names.empty() ? "" : std::string(words) + enumerated(names);
}

} // namespace

std::string effectsWords(const model::Conflict& conflict, const std::vector<MoveEffect>& effects,
                         PartyId mover, const Look& look) {
  std::vector<std::string> parts;
  for (const auto& [effect, words] : {std::pair{Effect::gain, "better for "}, {Effect::loss, "worse for "}})
    if (auto part = ofEffect(conflict, effects, mover, effect, words, look); !part.empty())
      parts.push_back(std::move(part));
  if (parts.empty())
    return "the same for everybody";
  if (effects[mover.index()].effect == Effect::even)
    parts.push_back("the same for " + conflict.party(mover).name);
  return joined(parts, "; ");
}

std::vector<MovesGroup> movesGroups(const MovesView& view) {
  std::vector<MovesGroup> groups;
  std::vector<MovesKey> keys;
  const auto& conflict = view.engine.conflict();
  for (const MovesOfParty& of : view.answer.parties) {
    const auto family = conflict.party(of.party).family;
    MovesKey key = keyOf(view, of);
    std::size_t same = groups.size();
    for (std::size_t g = 0; g < groups.size(); ++g)
      if (family && conflict.party(groups[g].parties.front()).family == family && keys[g] == key)
        same = g;
    if (same < groups.size()) {
      groups[same].parties.push_back(of.party);
    } else {
      groups.push_back({{of.party}, &of});
      keys.push_back(std::move(key));
    }
  }
  return groups;
}

std::string groupHeading(const MovesView& view, const MovesGroup& group) {
  const auto names = partiesWords(view.engine.conflict(), group.parties, Called::name);
  return enumerated(names) + ": " + (group.parties.size() > 1 ? "each " : "") +
         countWords(group.first->moves, group.first->improvements);
}

std::string unlisted(const MovesView& view, const MovesGroup& group) {
  const std::size_t all = view.improvementsOnly ? group.first->improvements : group.first->moves;
  const std::size_t more = all - group.first->listed.size();
  return more == 0 ? "" : grouped(more) + " more; --limit " + std::to_string(all) + " lists them all.";
}

std::string movesHeading(const MovesView& view) {
  std::size_t moves = 0;
  std::size_t improvements = 0;
  for (const MovesOfParty& of : view.answer.parties) {
    moves += of.moves;
    improvements += of.improvements;
  }
  return "From " + markAndTitle(view.engine, view.answer.from) + " (" +
         inWords(view.engine.conflict(), view.answer.from, Called::name) +
         "): " + countWords(moves, improvements) + ".";
}

} // namespace stasis::report
