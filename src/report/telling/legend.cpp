#include "report/telling/legend.h"

#include "report/telling/printable.h"

#include <fmt/format.h>

namespace stasis::report {

std::string_view plainly(model::Concept concept_) {
  using model::Concept;
  switch (concept_) {
  case Concept::nash: return "nobody gains by acting alone";
  case Concept::gmr: return "whoever gains by acting fears some answer, whatever it costs those who give it";
  case Concept::smr:
    return "whoever gains by acting fears an answer that it could not repair, whatever it costs those who "
           "give it";
  case Concept::seq: return "whoever gains by acting fears an answer that others gain by giving";
  case Concept::sseq:
    return "whoever gains by acting fears an answer that others gain by giving and that it could not repair";
  }
  return {};
}

std::string conceptLegend(const stability::Solution& solution, const Look& look) {
  std::string out =
      fmt::format("{} holds  {} does not  ? not known  {} taken  {} not taken  1st liked best\n", look.yes(),
                  look.no(), look.taken(), look.notTaken());
  for (const auto& answer : solution.concepts) {
    const std::string head = padRight(row(answer.id).name, 4) + "  ";
    std::string indent = head;
    for (const std::string& line : fold(plainly(answer.id), look.width > 30 ? look.width - 6 : 24)) {
      out += indent + line + '\n';
      indent = std::string(6, ' ');
    }
  }
  out += "`stasis help concepts` tells more.\n";
  return look.paint(Tone::faint, out);
}

} // namespace stasis::report
