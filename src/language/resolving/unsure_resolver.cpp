#include "language/resolving/unsure_resolver.h"

#include "language/parsing/token_stream.h"
#include "language/resolving/doubts.h"

namespace stasis::language {

using model::StateRef;

void UnsureResolver::enterAll(const syntax::File& file) {
  for (const auto& written : file.unsure)
    enter(written, file);
  for (auto& party : conflict_.parties)
    if (!areSound(party))
      party.unsure.clear(); // so that nothing else is said of them
}

void UnsureResolver::enter(const syntax::Unsure& written, const syntax::File& file) {
  const auto party = names_.party(written.party);
  const bool ranked = party && hasRanking(*party, written, file);
  for (const auto& doubt : written.pairs) {
    const auto one = state(doubt.one);
    const auto other = state(doubt.other);
    if (ranked && one && other)
      conflict_.parties[party->index()].unsure.push_back({*one, *other, names_.rangeOf(doubt.words)});
  }
}

/// False, and reported unless a ranking is written and broken, if the party ranks no states.
bool UnsureResolver::hasRanking(model::PartyId party, const syntax::Unsure& written,
                                const syntax::File& file) const {
  if (std::holds_alternative<model::Ranking>(conflict_.party(party).preference))
    return true;
  bool states = false;
  bool statements = false;
  for (const auto& p : file.preferences) {
    const bool own = p.party == written.party;
    states = states || (own && p.form == syntax::Preference::Form::rank);
    statements = statements || (own && p.form == syntax::Preference::Form::prefer);
  }
  if (states)
    return false;
  auto& d = names_.error("S0422", written.header,
                         inMarks(written.party) + " has no ranking beside which pairs "
                                                  "could be in doubt");
  d.help = statements ? "before a statement of `prefer` write `perhaps` if it is not known whether it is held"
                      : "rank the states, the likelier order where it is in doubt: `rank " +
                            std::string(written.party) + "` and `s2 > s1`";
  return false;
}

std::optional<StateRef> UnsureResolver::state(const syntax::StateName& written) const {
  const auto ref = states_.resolve(written);
  if (!ref || conflict_.listed.empty() || states_.listedIndex(*ref))
    return ref;
  names_.error("S0409", written.words, inMarks(written.words) + " is none of the listed states").help =
      "the states below `states` are all there are";
  return std::nullopt;
}

bool UnsureResolver::areSound(const model::Party& party) const {
  const auto* ranking = std::get_if<model::Ranking>(&party.preference);
  if (ranking == nullptr || party.unsure.empty())
    return true;
  const DoubtStates states{[&](const StateRef& ref) { return states_.keyOf(ref); },
                           [&](const StateRef& ref) { return inMarks(names_.words(ref.range)); }};
  const Diagnostics problems = doubtProblems(*ranking, party.unsure, states);
  for (const Diagnostic& problem : problems) {
    auto& d = names_.error(problem.code, names_.words(problem.range), problem.message);
    d.note = problem.note;
    d.help = problem.help;
  }
  return problems.empty();
}

} // namespace stasis::language
