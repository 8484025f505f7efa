#include "report/telling/legend.h"

#include "report/telling/printable.h"

#include <fmt/format.h>

namespace stasis::report {

namespace {

/// One concept a line, and where to read more.
std::string meanings(const std::vector<model::Concept>& concepts, const Look& look) {
  std::string out;
  std::size_t names = 4;
  for (const auto id : concepts)
    names = std::max(names, width(row(id).name));
  for (const auto id : concepts) {
    std::string indent = padRight(row(id).name, names) + "  ";
    for (const std::string& line :
         fold(row(id).plainly, look.width > names + 26 ? look.width - names - 2 : 24)) {
      out += indent + line + '\n';
      indent = std::string(names + 2, ' ');
    }
  }
  return out + "`stasis help concepts` explains them.\n";
}

} // namespace

std::string conceptsBelow(const std::vector<model::Concept>& concepts, const Look& look) {
  return look.legend && !concepts.empty() ? '\n' + look.paint(Tone::faint, meanings(concepts, look)) : "";
}

std::string conceptLegend(const stability::Solution& solution, const Look& look) {
  std::string out =
      fmt::format("{} holds  {} does not  ? not known  {} taken  {} not taken  1st liked best\n", look.yes(),
                  look.no(), look.taken(), look.notTaken());
  std::vector<model::Concept> concepts;
  bool strength = false;
  for (const auto& answer : solution.concepts) {
    concepts.push_back(answer.id);
    strength = strength || row(answer.id).family == model::ConceptFamily::strength;
  }
  if (strength)
    out += fmt::format("{} holds weakly: not in the strong form of the concept\n", look.weakly());
  return look.paint(Tone::faint, out + meanings(concepts, look));
}

} // namespace stasis::report
