#include "stability/orbits/mentions.h"

#include "model/wishes.h"

namespace stasis::stability {

Mentions::Mentions(const model::Conflict& conflict)
    : ofOption_(conflict.options.size()), ofDefine_(conflict.defines.size()) {
  const auto line = [](Line::Kind kind, std::size_t k) { return Line{kind, static_cast<std::uint32_t>(k)}; };
  if (conflict.listed.empty())
    for (std::size_t c = 0; c < conflict.constraints.size(); ++c)
      note(conflict.constraints[c].holds, line(Line::Kind::constraint, c));
  for (std::size_t p = 0; p < conflict.parties.size(); ++p)
    model::eachWish(conflict.parties[p].preference, [&](const model::Expression& condition, model::Range) {
      note(condition, line(Line::Kind::wants, p));
    });
  for (std::size_t d = 0; d < conflict.defines.size(); ++d)
    note(conflict.defines[d].meaning, line(Line::Kind::define, d));
}

void Mentions::note(const model::Expression& condition, Line line) {
  for (const model::OptionId option : condition.options())
    ofOption_[option.index()].push_back(line);
  for (const model::DefineId define : condition.defines())
    ofDefine_[define.index()].push_back(line);
}

} // namespace stasis::stability
