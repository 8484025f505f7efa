#include "report/explain/deterrence_words.h"

#include "analysis/paths/effect.h"
#include "report/explain/explanation_names.h"
#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

using analysis::Reply;
using analysis::Step;
using analysis::ToldImprovement;
using model::Choice;
using model::OptionId;
using model::PartyId;
using model::Sanctions;

namespace {

std::string enumerated(const std::vector<std::string>& parts, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i)
    out += (i == 0 ? "" : i + 1 == parts.size() ? " " + std::string(last) + " " : ", ") + parts[i];
  return out;
}

std::string answer(const model::Conflict& conflict, const Reply& reply) {
  std::vector<std::string> parts;
  for (const Step& step : reply.steps)
    parts.push_back(insideSentence(conflict.labelOf(step.mover)) + " would " + actWords(conflict, step));
  return enumerated(parts, "and then");
}

/// The first ground that holds, among those that require willing steps of a sanction (or those that do not).
const ToldImprovement::Ground* deterring(const ToldImprovement& improvement, bool willing) {
  const auto found = std::ranges::find_if(improvement.grounds, [&](const auto& ground) {
    return ground.deterred && ground.reply && wantsImprovements(ground.id) == willing;
  });
  return found == improvement.grounds.end() ? nullptr : &*found;
}

std::string cost(const model::Conflict& conflict, const analysis::Rules& rules, const Reply& reply) {
  const Step& step = reply.steps[reply.unwilling.value_or(0)];
  return insideSentence(conflict.labelOf(step.mover)) +
         (analysis::effectOf(rules, step) == analysis::Effect::even ? " would gain nothing by it"
                                                                    : " would lose by it");
}

/// `move to “Open war”`.
std::string moveToWords(const model::Conflict& conflict, const model::Pattern& state) {
  const std::string title = stateTitle(conflict, state);
  return title.empty() ? "move on" : "move to “" + title + "”";
}

} // namespace

std::string actWords(const model::Conflict& conflict, const Step& step) {
  std::vector<std::string> taken;
  std::vector<std::string> dropped;
  for (std::size_t o = 0; o < step.from.size(); ++o) {
    const OptionId id(o);
    if (step.from[id] == step.to[id] || step.to[id] == Choice::either)
      continue;
    if (conflict.option(id).owner != step.mover) // a listed move, which need not be a move by options
      return moveToWords(conflict, step.to);
    (step.to[id] == Choice::yes ? taken : dropped).push_back("“" + conflict.labelOf(id) + "”");
  }
  std::vector<std::string> parts;
  if (!taken.empty())
    parts.push_back("choose " + enumerated(taken, "and"));
  if (!dropped.empty())
    parts.push_back("drop " + enumerated(dropped, "and"));
  return parts.empty() ? "act" : joined(parts, " and ");
}

std::string deterrenceWords(const model::Conflict& conflict, const analysis::Rules& rules, PartyId party,
                            const ToldImprovement& improvement) {
  const std::string name = insideSentence(conflict.labelOf(party));
  if (const auto* ground = deterring(improvement, true))
    return "But then " + answer(conflict, improvement.replies[*ground->reply]) +
           ", in their own interest, and " + name + " would be no better off.";
  if (const auto* ground = deterring(improvement, false)) {
    const Reply& reply = improvement.replies[*ground->reply];
    if (!reply.unwilling) // only willing answers were asked for
      return "But then " + answer(conflict, reply) + ", and " + name + " would be no better off.";
    return "It might fear that " + answer(conflict, reply) + "; but " + cost(conflict, rules, reply) + ".";
  }
  const bool asked = std::ranges::any_of(improvement.grounds, [](const auto& ground) {
    return model::row(ground.id).sanctions() != Sanctions::none;
  });
  return asked ? "No answer of the others would take that gain away." : "";
}

} // namespace stasis::report
