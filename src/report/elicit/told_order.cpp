#include "report/elicit/told_order.h"

#include "analysis/elicit/completion.h"
#include "analysis/elicit/statement_list.h"
#include "language/words/expression_text.h"

#include <algorithm>

namespace stasis::report {

using language::FoldableText;

namespace {

const std::string& partyOf(const ElicitationView& view) {
  return view.engine.conflict().party(view.party).name;
}

/// `rank P` and, where something is not known, `unsure P`.
std::string rankLines(const ElicitationView& view, const std::vector<std::vector<analysis::Place>>& classes) {
  const auto ranking = language::joined(classes, " >", [&](const auto& tied) {
    return language::joined(
        tied, " ~", [&](analysis::Place place) { return FoldableText{placeInModel(view, place), {}}; });
  });
  std::string text = "rank " + partyOf(view) + '\n' + language::folded(ranking, "  ");
  if (const auto unknown = view.answers.unknown(); !unknown.empty())
    text += language::folded(FoldableText{"unsure " + partyOf(view) + ' ', {}}.add(language::joined(
                                 unknown, ",",
                                 [&](const auto& pair) {
                                   return FoldableText{placeInModel(view, pair.first) + " ? " +
                                                           placeInModel(view, pair.second),
                                                       {}};
                                 })),
                             "");
  return text;
}

/// Lines of a list whose order may not be known in part: where it is not known which of two counts for more,
/// the lower one may stand above the upper, `perhaps`, unless what must stand above it is in between.
std::vector<std::string> statementsOf(const ElicitationView& view) {
  const auto& order = view.answers.order();
  const auto list = analysis::listFrom(*view.topics, analysis::firstCompletion(order), order);
  const auto unknown = view.answers.unknown();
  std::vector<std::string> lines;
  for (std::size_t t = 0; t < list.size(); ++t) {
    for (std::size_t below = t + 1; below < list.size(); ++below)
      for (const analysis::Place literal : list[below]) {
        const bool doubted = std::ranges::any_of(
            list[t], [&](analysis::Place upper) { return unknown.contains(std::minmax(upper, literal)); });
        const bool barred = std::any_of(list.begin() + static_cast<std::ptrdiff_t>(t),
                                        list.begin() + static_cast<std::ptrdiff_t>(below),
                                        [&](const auto& tier) { return order.above(tier.front(), literal); });
        if (doubted && !barred)
          lines.push_back("perhaps " + placeInModel(view, literal));
      }
    std::string line;
    for (const analysis::Place literal : list[t])
      line += (line.empty() ? "" : " | ") + placeInModel(view, literal);
    lines.push_back(line);
  }
  for (const auto& [one, other] : unknown)
    if (analysis::Topics::opposite(one) == other)
      lines.push_back("perhaps " + placeInModel(view, one));
  return lines;
}

std::string preferLines(const ElicitationView& view, const std::vector<std::string>& statements) {
  std::string text = "prefer " + partyOf(view) + '\n';
  for (const std::string& statement : statements)
    text += "  " + statement + '\n';
  return text;
}

ToldOrder toldStatements(const ElicitationView& view) {
  ToldOrder told{{}, statementsOf(view), {}, {}};
  if (!told.statements.empty())
    told.lines = preferLines(view, told.statements);
  return told;
}

std::vector<std::string> words(const ElicitationView& view, const analysis::StatementList& list) {
  std::vector<std::string> statements;
  for (const auto& wanted : list.statements)
    statements.push_back(language::text(wanted, view.engine.conflict()));
  return statements;
}

} // namespace

ToldOrder toldOrder(const ElicitationView& view) {
  if (view.topics != nullptr)
    return toldStatements(view);
  ToldOrder ranked;
  ranked.classes = analysis::firstCompletion(view.answers.order());
  ranked.lines = rankLines(view, ranked.classes);
  if (view.form == ElicitedForm::rank)
    return ranked;
  if (!view.answers.unknown().empty()) {
    ranked.whyNotStatements = "only a ranking can say that the order of two states is not known";
    return ranked;
  }
  const auto list = analysis::statementList(view.engine.conflict(), view.states, view.answers.order());
  if (!list) {
    ranked.whyNotStatements = "no list of statements about up to three options gives this order";
    return ranked;
  }
  ToldOrder stated{list->classes, words(view, *list), {}, {}};
  stated.lines = preferLines(view, stated.statements);
  return view.form == ElicitedForm::prefer || stated.lines.size() < ranked.lines.size() ? stated : ranked;
}

} // namespace stasis::report
