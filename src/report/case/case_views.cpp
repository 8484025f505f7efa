// What holds as each party sees the conflict: the states with whose picture makes them hold, and who would be
// surprised.
#include "report/case/case_pages.h"
#include "report/case/html.h"
#include "report/solution/hypergame_text.h"
#include "report/telling/move_words.h"

#include <algorithm>

namespace stasis::report {

namespace {

constexpr std::size_t mostRows = 40;

std::string cell(const std::string& html, std::string_view css = {}) { return element("td", html, css); }

} // namespace

std::string viewsHtml(const CaseView& view) {
  if (view.hypergame == nullptr)
    return {};
  const auto& answer = *view.hypergame;
  std::string head = element("th", "state");
  for (const auto id : answer.concepts)
    head += element("th", std::string(row(id).name), "mid");
  std::string rows = element("tr", head + element("th", "whose picture"));
  for (std::size_t k = 0; k < std::min(mostRows, answer.states.states.size()); ++k) {
    const auto& state = answer.states.states[k];
    std::string cells = cell(htmlText(markAndTitle(view.engine, state.state)));
    for (const auto& set : answer.equilibria)
      cells += cell(!set ? "?" : view.engine.contains(*set, state.state) ? "✓" : "·", "mid");
    rows += element("tr", cells + cell(htmlText(whosePicture(view.engine.conflict(), state))));
  }
  std::string surprised;
  for (std::size_t k = 0; k < std::min(mostRows, answer.surprises.all.size()); ++k)
    surprised += element("li", htmlText(surpriseWords(view.engine, answer.surprises.all[k])));
  return element("h2", "As each sees it") +
         element("p", "Equilibria when each party judges by its own view; the model below has the views.",
                 "faint") +
         element("div", element("table", rows), "wide") +
         (surprised.empty() ? "" : element("h3", "Surprised would be") + element("ul", surprised));
}

} // namespace stasis::report
