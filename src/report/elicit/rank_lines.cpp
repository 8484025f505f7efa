#include "analysis/elicit/completion.h"
#include "language/words/foldable_text.h"
#include "report/elicit/elicitation.h"
#include "report/telling/state_words.h"

namespace stasis::report {

using language::FoldableText;

std::string rankLines(const ElicitationView& view) {
  const auto& conflict = view.engine.conflict();
  const std::string& party = conflict.party(view.stakes.party()).name;
  const auto name = [&](analysis::Place place) {
    return stateInModel(conflict, view.stakes.states()[place]);
  };
  const auto ranking =
      language::joined(analysis::firstCompletion(view.answers.order()), " >", [&](const auto& tied) {
        return language::joined(tied, " ~",
                                [&](analysis::Place place) { return FoldableText{name(place), {}}; });
      });
  std::string text = "rank " + party + '\n' + language::folded(ranking, "  ");
  if (const auto unknown = view.answers.unknown(); !unknown.empty())
    text += language::folded(FoldableText{"unsure " + party + ' ', {}}.add(language::joined(
                                 unknown, ",",
                                 [&](const auto& pair) {
                                   return FoldableText{name(pair.first) + " ? " + name(pair.second), {}};
                                 })),
                             "");
  return text;
}

} // namespace stasis::report
