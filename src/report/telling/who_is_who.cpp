#include "report/telling/who_is_who.h"

#include "model/lower_case.h"
#include "report/telling/markdown.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"

#include <algorithm>

namespace stasis::report {

using model::Conflict;

std::string whoIsWho(const Conflict& conflict) {
  std::vector<std::string> told;
  const auto tell = [&](const std::string& name, const std::string& label) {
    std::string spoken = model::lowerCase(name);
    std::ranges::replace(spoken, '_', ' ');
    if (!label.empty() && model::lowerCase(label) != spoken)
      told.push_back(name + ": " + label);
  };
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto& party = conflict.parties[i];
    const auto* family = party.family ? &conflict.families[party.family->index()] : nullptr;
    if (family != nullptr && family->members.front() == model::PartyId(i))
      tell(family->name, family->label);
    tell(party.name, party.label);
  }
  return joined(told, "; ");
}

std::string whoIsWhoLines(const Conflict& conflict, const Look& look) {
  std::string out;
  if (const std::string told = whoIsWho(conflict); !told.empty())
    for (const std::string& line : fold(printable(told), look.width))
      out += look.paint(Tone::faint, line) + '\n';
  return out;
}

std::string whoIsWhoMarkdown(const Conflict& conflict) {
  const std::string told = whoIsWho(conflict);
  return told.empty() ? told : markdownText(told) + "\n\n";
}

std::string markdownTitle(const Conflict& conflict) {
  return "# " + markdownText(conflict.title) + "\n\n" + whoIsWhoMarkdown(conflict);
}

std::string titleLines(const Conflict& conflict, const Look& look) {
  return look.paint(Tone::strong, printable(conflict.title)) + '\n' + whoIsWhoLines(conflict, look);
}

} // namespace stasis::report
