#include "stability/orbits/party_colours.h"

#include "model/wishes.h"
#include "stability/orbits/mentions.h"
#include "stability/orbits/naming.h"
#include "stability/orbits/shape.h"

#include <unordered_set>

namespace stasis::stability {

namespace {

using Colours = std::vector<std::uint64_t>;

/// A round sees one step further: who is spoken of by whom, by whom they are spoken of, and so on.
constexpr int mostRounds = 8;

std::size_t different(const Colours& colours) {
  return std::unordered_set<std::uint64_t>(colours.begin(), colours.end()).size();
}

/// How the party's options can be changed, and in which form it says what it wants.
std::uint64_t outline(const model::Conflict& conflict, const model::Party& party) {
  std::vector<std::uint64_t> words{party.moves ? 1U : 0U, party.preference.index()};
  for (std::size_t k = 0; k < party.optionCount; ++k)
    words.push_back(static_cast<std::uint64_t>(conflict.options[party.firstOption + k].direction));
  return Hashed()(words);
}

/// Conditions with each option called by the colour of its owner and its place there.
class Round {
public:
  Round(const model::Conflict& conflict, const Colours& before) : conflict_(conflict), before_(before) {
    for (const auto& define : conflict.defines)
      defines_.push_back(shape_.of(define.meaning));
  }

  Colours after() {
    spoken_.assign(before_.size(), 0);
    if (conflict_.listed.empty())
      for (const auto& constraint : conflict_.constraints)
        speaks(constraint.holds, shape_.of(constraint.holds));
    for (std::size_t d = 0; d < defines_.size(); ++d)
      speaks(conflict_.defines[d].meaning, hashed_({defineKey, defines_[d]}));
    Colours colours;
    for (std::size_t p = 0; p < before_.size(); ++p)
      colours.push_back(wants(p));
    for (std::size_t p = 0; p < colours.size(); ++p)
      colours[p] = hashed_({before_[p], colours[p], spoken_[p]});
    return colours;
  }

  // --- leaves of shapes ---
  std::uint64_t option(model::OptionId id) const {
    const model::Option& option = conflict_.option(id);
    const std::size_t owner = option.owner.index();
    if (owner >= before_.size()) // nobody's
      return hashed_({id.index()});
    const std::size_t place = id.index() - conflict_.parties[owner].firstOption;
    return hashed_({before_[owner], place, owner == whose_ ? 1U : 0U});
  }
  std::uint64_t define(model::DefineId id) const { return defines_[id.index()]; }

private:
  enum Key : std::uint64_t { defineKey = 300 };

  /// What the party wants; its lines speak of others, too.
  std::uint64_t wants(std::size_t party) {
    whose_ = party;
    const model::Preference& preference = conflict_.parties[party].preference;
    const std::uint64_t all = hashed_(shape_.of(preference));
    model::eachWish(preference, [&](const model::Expression& condition, model::Range) {
      speaks(condition, hashed_({before_[party], shape_.of(condition)}), party);
    });
    whose_ = nobody;
    return all;
  }

  /// Lines that speak of a party are added up: their order is none of their meaning.
  void speaks(const model::Expression& condition, std::uint64_t line, std::size_t of = nobody) {
    for (const model::OptionId id : condition.options())
      if (const std::size_t owner = conflict_.option(id).owner.index(); owner < spoken_.size() && owner != of)
        spoken_[owner] += hashed_({line, id.index() - conflict_.parties[owner].firstOption});
  }

  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

  const model::Conflict& conflict_;
  const Colours& before_;
  Hashed hashed_;
  Shape<Hashed, Round> shape_{hashed_, *this};
  Colours defines_;
  Colours spoken_;
  std::size_t whose_ = nobody;
};

} // namespace

Colours partyColours(const model::Conflict& conflict) {
  Colours colours;
  for (const auto& party : conflict.parties)
    colours.push_back(outline(conflict, party));
  std::size_t found = different(colours);
  for (int round = 0; round < mostRounds; ++round) {
    Colours next = Round(conflict, colours).after();
    const std::size_t now = different(next);
    colours = std::move(next);
    if (now == found)
      break;
    found = now;
  }
  return colours;
}

} // namespace stasis::stability
