#include "language/resolving/attitude_resolver.h"

#include "language/parsing/token_stream.h"

#include <algorithm>

namespace stasis::language {

using model::PartyId;

void AttitudeResolver::enter(const syntax::Attitudes& written) {
  const auto who = holders(written);
  for (const auto& item : written.items)
    enter(item, who.value_or(Parties()));
}

std::optional<AttitudeResolver::Parties> AttitudeResolver::holders(const syntax::Attitudes& written) const {
  if (!written.each)
    return names_.partyOrFamily(written.party);
  const auto family = names_.family(written.party);
  return family ? std::optional(conflict_.families[family->index()].members) : std::nullopt;
}

void AttitudeResolver::enter(const syntax::AttitudeTowards& item, const Parties& holders) {
  const bool self = item.towards == "self";
  const auto named = self ? std::optional(Parties()) : names_.partyOrFamily(item.towards);
  if (!named || !expansion_.attitudes(holders.size() * std::max<std::size_t>(1, named->size()), item.words))
    return;
  for (const PartyId holder : holders) {
    const Parties whom = self ? Parties{holder} : towards(item, *named, holder);
    for (const PartyId party : whom)
      if (!set(holder, party, item))
        return;
    if (whom.empty()) {
      names_
          .error("S0426", item.words,
                 inMarks(item.towards) + " has no other member than " + inMarks(conflict_.party(holder).name))
          .help = "an attitude is one towards somebody; that of a party towards itself is `for self`";
      return;
    }
  }
}

/// A family is its other members.
AttitudeResolver::Parties AttitudeResolver::towards(const syntax::AttitudeTowards& item, const Parties& named,
                                                    PartyId holder) const {
  Parties whom = named;
  if (names_.families.contains(item.towards))
    std::erase(whom, holder);
  return whom;
}

std::vector<model::AttitudeTowards>& AttitudeResolver::rowsOf(PartyId holder) {
  if (view_ == nullptr)
    return conflict_.parties[holder.index()].attitudes;
  auto& all = view_->regards;
  const auto known = std::ranges::find(all, holder, &model::View::Regard::party);
  return known != all.end() ? known->attitudes : all.emplace_back(model::View::Regard{holder, {}}).attitudes;
}

/// False, and reported, if the attitude is known already.
bool AttitudeResolver::set(PartyId holder, PartyId towards, const syntax::AttitudeTowards& item) {
  const auto [before, isFirst] = seen_.emplace(std::pair(holder, towards), item.words);
  if (isFirst) {
    rowsOf(holder).push_back({towards, item.attitude, names_.rangeOf(item.words)});
    return true;
  }
  const std::string whom = holder == towards ? "itself" : conflict_.party(towards).name;
  auto& d = names_.error("S0427", item.words,
                         conflict_.party(holder).name + " has an attitude towards " + whom + " already");
  d.note = inMarks(before->second) + " is on line " + std::to_string(names_.lineOf(before->second));
  d.related.push_back({names_.rangeOf(before->second), "the first"});
  d.help = "keep one of the two";
  return false;
}

} // namespace stasis::language
