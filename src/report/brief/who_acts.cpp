// The parties, and what each does today; what is done in the outcome asked about.
#include "report/brief/brief_parts.h"
#include "report/telling/state_words.h"

namespace stasis::report {

using model::Choice;
using model::Conflict;
using model::PartyId;
using model::Pattern;

namespace {

/// Those that have chosen nothing there.
std::vector<PartyId> idleIn(const Conflict& conflict, const Pattern& state) {
  std::vector<PartyId> idle;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto& party = conflict.parties[i];
    bool acts = false;
    for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
      acts = acts || state[model::OptionId(o)] != Choice::no;
    if (!acts)
      idle.emplace_back(i);
  }
  return idle;
}

} // namespace

BriefSection partiesSection(const BriefWords& words) {
  const Conflict& conflict = words.conflict();
  const Pattern& state = conflict.statusQuo ? *conflict.statusQuo : words.brief().state;
  BriefSection section{"Who takes part, and what they do " +
                           (conflict.statusQuo ? std::string("today") : "in " + words.called(state)),
                       {},
                       {},
                       BriefPart::today};
  if (const std::string title = stateTitle(conflict, state);
      conflict.statusQuo && !title.empty() && title != "status quo" && title != "today" && title != "Today")
    section.title += ", called “" + title + "”";
  for (const std::string& line : whatIsDone(conflict, state))
    section.paragraphs.push_back({{}, BriefWords::sentence(line)});
  if (const auto idle = idleIn(conflict, state); !idle.empty())
    section.paragraphs.push_back(
        {{}, words.parties(idle, true) + (idle.size() == 1 ? " does nothing." : " do nothing.")});
  return section;
}

BriefSection askedSection(const BriefWords& words) {
  BriefSection section{"The outcome asked about", {}, {}, BriefPart::asked};
  if (words.conflict().statusQuo && !words.brief().isToday)
    section.opening = (words.hasTitle(words.brief().state) ? words.called(words.brief().state) + ". " : "") +
                      words.doneThere(words.brief().state);
  return section;
}

} // namespace stasis::report
