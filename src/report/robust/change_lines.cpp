#include "report/robust/change_lines.h"

#include "report/telling/path_words.h"
#include "report/telling/printable.h"

#include <fmt/format.h>

namespace stasis::report {

std::string ChangeLines::lines(std::string_view text, std::size_t indent, std::size_t further) const {
  std::string out;
  for (const auto& line : fold(printable(text), look_.width - further))
    out += std::string(out.empty() ? indent : further, ' ') + line + '\n';
  return out;
}

std::string ChangeLines::change(const std::string& said, const analysis::Change& change, std::size_t indent,
                                std::size_t further, std::size_t citations) {
  const std::string place = words_.place(change);
  std::string out = lines(said + (place.empty() ? "" : "   (" + place + ")"), indent, further);
  for (const auto* citation : words_.because(change))
    if (shown_.insert(citation).second)
      out += look_.paint(
          Tone::faint,
          lines(fmt::format("because {} \"{}\"", conflict_.source(citation->source).name, citation->words),
                citations));
  return out;
}

std::string underWords(const std::vector<model::Concept>& solved, const std::vector<std::size_t>& positions) {
  if (positions.size() == model::conceptCount)
    return "every concept";
  std::vector<std::string> names;
  for (const std::size_t c : positions)
    names.emplace_back(row(solved[c]).name);
  return enumerated(names);
}

} // namespace stasis::report
