#include "report/telling/legend.h"

#include "report/telling/printable.h"

#include <fmt/format.h>

namespace stasis::report {

std::string conceptLegend(const stability::Solution& solution, const Look& look) {
  std::string out =
      fmt::format("{} holds  {} does not  ? not known  {} taken  {} not taken  1st liked best\n", look.yes(),
                  look.no(), look.taken(), look.notTaken());
  for (const auto& answer : solution.concepts) {
    const std::string head = padRight(row(answer.id).name, 4) + "  ";
    std::string indent = head;
    for (const std::string& line : fold(row(answer.id).plainly, look.width > 30 ? look.width - 6 : 24)) {
      out += indent + line + '\n';
      indent = std::string(6, ' ');
    }
  }
  out += "`stasis help concepts` tells more.\n";
  return look.paint(Tone::faint, out);
}

} // namespace stasis::report
