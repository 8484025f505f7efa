#include "report/solution/next_command.h"

#include "report/telling/shell_word.h"
#include "report/telling/state_row.h"

namespace stasis::report {

namespace {

/// The first party that has a reason to leave today's state.
std::optional<model::PartyId> leaver(const StateRow& r) {
  for (std::size_t p = 0; p < r.places.size(); ++p)
    for (const auto& stable : r.stable)
      if (!stable[p].value_or(true))
        return model::PartyId(p);
  return std::nullopt;
}

} // namespace

std::string nextCommand(const SolutionView& view) {
  if (view.file.empty() || view.file == "-")
    return {};
  const auto& conflict = view.engine.conflict();
  const std::string file = shellWord(view.file.front() == '-' ? "./" + view.file : view.file);
  const std::string program = shellWord(view.program);
  const auto today = conflict.statusQuo ? view.engine.list(view.engine.matching({*conflict.statusQuo}), 1)
                                        : std::vector<model::Pattern>();
  if (today.empty())
    return program + " states " + file;
  const auto party = leaver(stateRow(view.engine, view.solution, today.front()));
  return party ? program + " explain " + file + " --state status-quo --party " +
                     shellWord(conflict.party(*party).name)
               : program + " brief " + file;
}

} // namespace stasis::report
