#include "report/telling/path_words.h"

#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"

namespace stasis::report {

using analysis::Effect;
using analysis::Step;
using model::Choice;
using model::OptionId;

std::string briefMove(const model::Conflict& conflict, const Step& step) {
  std::string taken;
  std::string dropped;
  for (std::size_t o = 0; o < step.from.size(); ++o) {
    const OptionId id(o);
    if (step.from[id] == step.to[id] || step.to[id] == Choice::either)
      continue;
    const auto& option = conflict.option(id);
    const std::string name = option.owner == step.mover ? option.name : conflict.nameOf(id);
    std::string& words = step.to[id] == Choice::yes ? taken : dropped;
    words.append(words.empty() ? "" : ", ").append(step.to[id] == Choice::yes ? "" : "not ").append(name);
  }
  return taken.empty() || dropped.empty() ? taken + dropped : taken + ", " + dropped;
}

namespace {

std::string arrow(const model::Conflict& conflict, const Step& step, bool concession, const Look& look) {
  const std::string_view line = look.ascii ? (concession ? "=" : "-") : (concession ? "═" : "─");
  const std::string_view head = look.ascii ? (concession ? "=>" : "->") : (concession ? "⇒" : "→");
  const std::string what = briefMove(conflict, step);
  std::string text = conflict.party(step.mover).name;
  text.append(what.empty() ? "" : ": ").append(what);
  return std::string(line) + printable(text) + std::string(head);
}

} // namespace

std::string pathText(stability::Engine& engine, const analysis::Rules& rules, const model::Pattern& start,
                     const analysis::Sequence& path, std::size_t indent, const Look& look) {
  std::string out(indent, ' ');
  const std::string first = printable(stateMark(engine, start));
  out += look.paint(Tone::strong, first);
  std::size_t column = indent + width(first);
  for (const Step& step : path) {
    const bool concession = isConcession(effectOf(rules, step));
    const std::string move = arrow(engine.conflict(), step, concession, look);
    const std::string mark = printable(stateMark(engine, step.to));
    const std::size_t wide = width(move) + width(mark) + 2;
    if (column + wide > look.width && column > indent + width(first)) {
      out += '\n' + std::string(indent + 2, ' ');
      column = indent + 2;
    }
    out +=
        ' ' + look.paint(concession ? Tone::warn : Tone::plain, move) + ' ' + look.paint(Tone::strong, mark);
    column += wide;
  }
  return out + '\n';
}

std::string whatItCosts(stability::Engine& engine, const analysis::Rules& rules, const Step& step) {
  const auto before = engine.place(step.mover, step.from);
  const auto after = engine.place(step.mover, step.to);
  const Effect effect = effectOf(rules, step);
  if (effect == Effect::even)
    return before ? "which it likes as well (" + ordinal(*before) + " place)" : "which it likes as well";
  if (before && after)
    return "from its " + ordinal(*before) + " to its " + ordinal(*after) + " place";
  return effect == Effect::gain ? "which it likes better" : "which it likes less";
}

std::string enumerated(const std::vector<std::string>& names, std::string_view last) {
  std::string out;
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (k > 0)
      out += k + 1 == names.size() ? " " + std::string(last) + " " : ", ";
    out += names[k];
  }
  return out;
}

} // namespace stasis::report
