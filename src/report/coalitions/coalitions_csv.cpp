#include "report/coalitions/coalitions.h"
#include "report/telling/csv.h"
#include "report/telling/move_words.h"

namespace stasis::report {

std::string coalitionsCsv(const CoalitionsView& view) {
  const auto& answer = view.answer;
  std::string out = csvLine({"coalition", "state", "options", "concept", "equilibrium", "stable"});
  for (std::size_t c = 0; c < answer.coalitions.size(); ++c)
    for (std::size_t s = 0; s < answer.states.size(); ++s)
      for (std::size_t k = 0; k < answer.concepts.size(); ++k)
        out += csvLine({coalitionName(view.engine.conflict(), answer.coalitions[c]),
                        stateMark(view.engine, answer.states[s]), answer.states[s].letters(),
                        std::string(row(answer.concepts[k]).key), csvFlag(answer.equilibrium[s][k]),
                        csvFlag(answer.stable[c][s][k])});
  return out;
}

} // namespace stasis::report
