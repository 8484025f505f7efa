#include "report/telling/legend.h"

#include "report/telling/printable.h"

#include <fmt/format.h>

namespace stasis::report {

std::string conceptLegend(const stability::Solution& solution, const Look& look) {
  std::string out =
      fmt::format("{} holds  {} does not  ? not known  {} taken  {} not taken  1st liked best\n", look.yes(),
                  look.no(), look.taken(), look.notTaken());
  std::size_t names = 4;
  bool strength = false;
  for (const auto& answer : solution.concepts) {
    names = std::max(names, width(row(answer.id).name));
    strength = strength || row(answer.id).family == model::ConceptFamily::strength;
  }
  if (strength)
    out += fmt::format("{} holds weakly: not in the strong form of the concept\n", look.weakly());
  for (const auto& answer : solution.concepts) {
    const std::string head = padRight(row(answer.id).name, names) + "  ";
    std::string indent = head;
    for (const std::string& line :
         fold(row(answer.id).plainly, look.width > names + 26 ? look.width - names - 2 : 24)) {
      out += indent + line + '\n';
      indent = std::string(names + 2, ' ');
    }
  }
  out += "`stasis help concepts` tells more.\n";
  return look.paint(Tone::faint, out);
}

} // namespace stasis::report
