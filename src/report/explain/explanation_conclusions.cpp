#include "report/explain/explanation_conclusions.h"

#include "report/telling/move_words.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::Reply;
using analysis::ToldImprovement;
using model::Concept;
using model::PartyId;
using model::Pattern;
using model::Sanctions;

std::vector<const ToldImprovement::Ground*>
following(Concept told, const std::vector<const ToldImprovement::Ground*>& failing) {
  const bool sequentialFails =
      std::ranges::any_of(failing, [](const auto* ground) { return ground->id == Concept::seq; });
  const auto follows = [&](Concept other) {
    if ((judgesHigh(told) && !judgesHigh(other)) || (wantsImprovements(told) && !wantsImprovements(other)))
      return false;
    return row(told).sanctions() == row(other).sanctions() || !judgesHigh(told) || !sequentialFails;
  };
  std::vector<const ToldImprovement::Ground*> all;
  std::ranges::copy_if(failing, std::back_inserter(all),
                       [&](const auto* ground) { return follows(ground->id); });
  return all;
}

void ConclusionTeller::tell(PartyId party, const ToldImprovement& improvement, ToldMove& told) const {
  std::vector<Concept> deterred;
  std::vector<const ToldImprovement::Ground*> failing;
  for (const auto& ground : improvement.grounds) {
    if (row(ground.id).sanctions() == Sanctions::none)
      continue;
    if (ground.deterred)
      deterred.push_back(ground.id);
    else
      failing.push_back(&ground);
  }
  if (!deterred.empty())
    told.conclusions.push_back({"Deterred under " + listed(deterred) + ".", {}, Tone::good});
  while (!failing.empty()) {
    const auto ground = *failing.front();
    const auto follows = following(ground.id, failing);
    std::vector<Concept> same;
    for (const auto* other : follows)
      same.push_back(other->id);
    std::erase_if(failing,
                  [&](const auto* other) { return std::ranges::find(follows, other) != follows.end(); });
    told.conclusions.push_back(
        {"Not deterred under " + listed(same) + ": " + why(party, improvement, ground, !deterred.empty()),
         {},
         Tone::bad});
  }
}

std::string ConclusionTeller::why(PartyId party, const ToldImprovement& improvement,
                                  const ToldImprovement::Ground& ground, bool someDeter) const {
  const bool willing = wantsImprovements(ground.id);
  const bool high = judgesHigh(ground.id);
  const std::string whose = others(party) == "the others" ? "its mover's interest"
                                                          : name(PartyId(1 - party.index())) + "'s interest";
  if (!ground.reply)
    return willing && improvement.answers > 0
               ? fmt::format("no answer is in {} at all.", whose)
               : (conflict_.parties.size() == 1 ? "there is nobody to answer"
                                                : others(party) + " cannot answer") +
                     ".";
  std::string reason;
  if (!someDeter && !high && !willing)
    reason = "no answer deters";
  else if (high && willing)
    reason = "no deterring answer is both lasting and in " + whose;
  else if (high)
    reason = "no deterring answer lasts";
  else
    reason = "no deterring answer is in " + whose;
  return reason + "; " + atWorst(party, improvement, ground, high) + ".";
}

std::string ConclusionTeller::atWorst(PartyId party, const ToldImprovement& improvement,
                                      const ToldImprovement::Ground& ground, bool high) const {
  const Reply& reply = improvement.replies[*ground.reply];
  const std::string now = placed(party, told_.state);
  const Pattern& end = ground.unansweredIsWorse ? improvement.to : (high ? reply.best : reply.end());
  std::string out = ground.exact ? "at worst " : "at worst, as far as was searched, ";
  if (ground.unansweredIsWorse)
    out += fmt::format("nobody answers and {} stays in {}", name(party), markAndTitle(engine_, end));
  else if (high && reply.best != reply.end())
    out += fmt::format("{} still gets from {} to {}", name(party), stateMark(engine_, reply.end()),
                       markAndTitle(engine_, reply.best));
  else
    out += fmt::format("{} ends in {}", name(party), markAndTitle(engine_, end));
  if (now.empty())
    return out + ", better than before";
  return out + fmt::format(", {}, still better than {}", placed(party, end), now);
}

} // namespace stasis::report
