#include "report/play/play.h"

#include "report/moves/moves.h"
#include "report/telling/folded_line.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"

#include <algorithm>

namespace stasis::report {

using analysis::PlayAnswer;
using analysis::PlayMove;
using model::PartyId;
using model::Pattern;

namespace {

constexpr std::size_t answersShown = 8;

std::string moved(stability::Engine& engine, PartyId mover, const Pattern& from, const Pattern& to,
                  const Look& look) {
  const std::string words = moveWords(engine.conflict(), mover, from, to);
  return printable(engine.conflict().party(mover).name + ": " + words + (words.empty() ? "" : " ") +
                   std::string(look.arrow()) + ' ' + markAndTitle(engine, to));
}

std::string whatItDoes(const model::Conflict& conflict, PartyId mover, const PlayAnswer& answer) {
  if (!answer.deters)
    return "does not deter";
  return std::string("deters") +
         (answer.lasts ? "" : ", though " + conflict.party(mover).name + " could then move again") +
         (answer.willing ? "; an improvement for " : "; no improvement for ") +
         conflict.party(answer.party).name;
}

} // namespace

std::string playState(stability::Engine& engine, const analysis::Play& play, const Look& look) {
  return foldedLine(printable("State " + markAndTitle(engine, play.state()) + ": " +
                              inWords(engine.conflict(), play.state(), Called::name)),
                    look.width);
}

std::string playStep(stability::Engine& engine, const analysis::Step& step, const Look& look) {
  return moved(engine, step.mover, step.from, step.to, look);
}

std::string playMoves(stability::Engine& engine, const analysis::Play& play,
                      const std::vector<PlayMove>& moves, bool all, const Look& look) {
  Table table{{{"", {{"", true, false}, {"move", false, false}, {"and that is", false, false}}}}, {}};
  const std::size_t shown = all ? moves.size() : std::min(moves.size(), movesShown);
  for (std::size_t k = 0; k < shown; ++k)
    table.rows.push_back(
        {{std::to_string(k + 1), Tone::plain},
         {moved(engine, moves[k].mover, play.state(), moves[k].what.to, look),
          moves[k].improves() ? Tone::good : Tone::plain},
         {printable(effectsWords(engine.conflict(), moves[k].what.effects, moves[k].mover, look)),
          Tone::plain}});
  if (moves.empty())
    return "Nobody here can move.\n";
  return table.text(look) +
         (shown < moves.size() ? grouped(moves.size() - shown) + " more; m lists them all.\n" : "");
}

std::string playAnswers(stability::Engine& engine, const analysis::Play& play, const PlayMove& move,
                        const Look& look) {
  auto answers = play.answers(move);
  std::string out = moved(engine, move.mover, play.state(), move.what.to, look) + '\n';
  if (!move.improves())
    out += "  This is no improvement for " + printable(engine.conflict().party(move.mover).name) + ".\n";
  if (answers.empty())
    return out + "  None of the others can move then: nothing deters it.\n";
  std::ranges::stable_sort(answers, {}, [](const PlayAnswer& a) { return a.deters ? (a.lasts ? 0 : 1) : 2; });
  const auto deterring = std::ranges::count_if(answers, &PlayAnswer::deters);
  out += "  The others then have " + counted(answers.size(), "answer") + " by one move, " +
         (deterring == 0 ? "none of which deters"
                         : grouped(deterring) + (deterring == 1 ? " deters" : " deter")) +
         " (leaves " + printable(engine.conflict().party(move.mover).name) + " no better off than now):\n";
  for (std::size_t k = 0; k < std::min(answers.size(), answersShown); ++k)
    out += "    " + moved(engine, answers[k].party, move.what.to, answers[k].to, look) + "  " +
           printable(whatItDoes(engine.conflict(), move.mover, answers[k])) + '\n';
  if (answers.size() > answersShown)
    out += "    and " + grouped(answers.size() - answersShown) + " more\n";
  return out;
}

std::string playVerdict(stability::Engine& engine, const analysis::Explanation& verdict) {
  std::vector<std::string> holds;
  std::vector<std::string> not_;
  for (std::size_t k = 0; k < verdict.concepts.size(); ++k) {
    const bool all =
        std::ranges::all_of(verdict.stances, [&](const auto& stance) { return stance.stable[k]; });
    (all ? holds : not_).emplace_back(model::row(verdict.concepts[k]).name);
  }
  std::string out = "State " + printable(markAndTitle(engine, verdict.state));
  if (holds.empty())
    return out + " holds under none of " + enumerated(not_) + ".\n";
  return out + " holds under " + enumerated(holds) + (not_.empty() ? "" : ", not under " + enumerated(not_)) +
         ".\n";
}

} // namespace stasis::report
