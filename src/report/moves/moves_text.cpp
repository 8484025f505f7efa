#include "report/moves/moves_words.h"
#include "report/telling/folded_line.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/printable.h"
#include "report/telling/table.h"

namespace stasis::report {

using analysis::Effect;

namespace {

std::string words(const MovesView& view, model::PartyId mover, const model::Pattern& to) {
  const std::string told = moveWords(view.engine.conflict(), mover, view.answer.from, to);
  return told.empty() ? "go to " + markAndTitle(view.engine, to) : told;
}

Tone toneOf(Effect effect) {
  return effect == Effect::gain ? Tone::good : effect == Effect::loss ? Tone::faint : Tone::plain;
}

} // namespace

std::string movesText(const MovesView& view, const Look& look) {
  std::string out = foldedLine(printable(movesHeading(view)), look.width);
  for (const MovesGroup& group : movesGroups(view)) {
    out += '\n' + look.paint(Tone::strong, printable(groupHeading(view, group))) + '\n';
    if (group.first->listed.empty())
      continue;
    Table table{{{"", {{"move", false, false}, {"to", false, false}, {"and that is", false, false}}}}, {}};
    for (const auto& move : group.first->listed)
      table.rows.push_back(
          {{printable(words(view, group.first->party, move.to)),
            toneOf(move.effects[group.first->party.index()].effect)},
           {printable(markAndTitle(view.engine, move.to)), Tone::plain},
           {printable(effectsWords(view.engine.conflict(), move.effects, group.first->party, look)),
            Tone::plain}});
    out += table.text(look);
    if (const std::string more = unlisted(view, group); !more.empty())
      out += more + '\n';
  }
  return out;
}

std::string movesMarkdown(const MovesView& view) {
  std::string out = markdownText(movesHeading(view)) + "\n";
  for (const MovesGroup& group : movesGroups(view)) {
    out += "\n**" + markdownText(groupHeading(view, group)) + "**\n";
    if (group.first->listed.empty())
      continue;
    out += '\n' + markdownHead({"move", "to", "and that is"});
    for (const auto& move : group.first->listed)
      out += markdownRow(
          {markdownText(words(view, group.first->party, move.to)),
           markdownText(markAndTitle(view.engine, move.to)),
           markdownText(effectsWords(view.engine.conflict(), move.effects, group.first->party, {}))});
    if (const std::string more = unlisted(view, group); !more.empty())
      out += '\n' + more + '\n';
  }
  return out;
}

} // namespace stasis::report
