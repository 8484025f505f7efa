// What holds as each party sees the conflict: the states with whose picture makes them hold, and who would be
// surprised.
#include "report/case/case_pages.h"
#include "report/explain/outcome_in_words.h"
#include "report/solution/hypergame_text.h"
#include "report/telling/html.h"
#include "report/telling/standing_words.h"

#include <algorithm>
#include <optional>

namespace stasis::report {

namespace {

constexpr std::size_t mostRows = 40;

std::string cell(const std::string& html, std::string_view css = {}) { return element("td", html, css); }

/// Without the concepts at its end, unless they are named.
std::string surprise(const CaseView& view, const analysis::Surprise& one) {
  std::string words = surpriseWords(view.engine, one);
  if (const std::size_t at = words.rfind(" (");
      !view.concepts && words.ends_with(')') && at != std::string::npos)
    words.erase(at);
  return words;
}

/// How firmly it holds when each party judges by its own view.
std::string verdict(const CaseView& view, const model::Pattern& state) {
  const auto& answer = *view.hypergame;
  const auto& words = wordsOf(stability::standingUnder([&](model::Concept id) -> std::optional<bool> {
    const auto at = std::ranges::find(answer.concepts, id);
    if (at == answer.concepts.end())
      return std::nullopt;
    const auto& set = answer.equilibria[static_cast<std::size_t>(at - answer.concepts.begin())];
    return set ? std::optional(view.engine.contains(*set, state)) : std::nullopt;
  }));
  return element("span", std::string(words.mark) + " " + std::string(words.word),
                 "strength-" + std::string(words.key));
}

} // namespace

std::string viewsHtml(const CaseView& view) {
  if (view.hypergame == nullptr)
    return {};
  const auto& answer = *view.hypergame;
  std::string head = element("th", "outcome");
  if (view.concepts)
    for (const auto id : answer.concepts)
      head += element("th", std::string(row(id).name), "mid");
  else
    head += element("th", "does it hold?");
  std::string rows = element("tr", head + element("th", "in whose eyes"));
  for (std::size_t k = 0; k < std::min(mostRows, answer.states.states.size()); ++k) {
    const auto& state = answer.states.states[k];
    std::string cells = cell(htmlText(outcomeInWords(view.engine.conflict(), state.state)));
    if (view.concepts)
      for (const auto& set : answer.equilibria)
        cells += cell(!set ? "?" : view.engine.contains(*set, state.state) ? "✓" : "·", "mid");
    else
      cells += cell(verdict(view, state.state));
    rows += element("tr", cells + cell(htmlText(whosePicture(view.engine.conflict(), state))));
  }
  std::string surprised;
  for (std::size_t k = 0; k < std::min(mostRows, answer.surprises.all.size()); ++k)
    surprised += element("li", htmlText(surprise(view, answer.surprises.all[k])));
  return element("h2", "As each sees it") +
         element("p", "What holds when each party judges by its own view; the model below has the views.",
                 "faint") +
         element("div", element("table", rows), "wide") +
         (surprised.empty() ? "" : element("h3", "Surprised would be") + element("ul", surprised));
}

} // namespace stasis::report
