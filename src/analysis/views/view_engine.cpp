#include "analysis/views/view_engine.h"

#include "analysis/states/open_engine.h"
#include "analysis/views/picture.h"
#include "language/codes/plain_diagnostic.h"

#include <algorithm>

namespace stasis::analysis {

using model::Pattern;
using stability::StateNumber;

std::optional<StateNumber> ViewEngine::number(const Pattern& state) {
  return sees(state) ? whole_.number(state) : std::nullopt;
}

std::optional<Pattern> ViewEngine::state(StateNumber number) {
  auto state = whole_.state(number);
  return state && sees(*state) ? state : std::nullopt;
}

namespace {

language::Diagnostic nothingSeen(const model::Conflict& conflict, const model::View& view) {
  auto d = language::error("S0432", view.range,
                           "no state is left " + viewWords(conflict, view) + ": it hides them all");
  d.help = "let it see some; `stasis states` shows those of the conflict";
  return d;
}

/// What is wrong with the picture alone; warnings speak of the conflict, and are given for it.
language::Diagnostics errorsIn(language::Diagnostics found, const model::Conflict& conflict,
                               const model::View& view) {
  std::erase_if(found, [](const auto& d) { return d.severity != language::Severity::error; });
  if (std::ranges::any_of(found, [](const auto& d) { return d.code == "S0603"; }))
    return {nothingSeen(conflict, view)};
  for (auto& d : found)
    d.message += ", " + viewWords(conflict, view);
  return found;
}

} // namespace

OpenedView openView(stability::Engine& whole, stability::Engine& below, const model::View& view,
                    const stability::EngineLimits& limits, const stability::Errand& errand,
                    bool everyFamily) {
  const model::Conflict& conflict = whole.conflict();
  auto picture = std::make_unique<const model::Conflict>(pictureOf(whole, below, view));
  if (!conflict.listed.empty() && picture->listed.empty())
    return {nullptr, {nothingSeen(conflict, view)}};
  Opened inner = openEngine(*picture, limits, errand, everyFamily);
  if (!inner.engine)
    return {nullptr, errorsIn(std::move(inner.diagnostics), conflict, view)};
  OpenedView opened;
  opened.engine = std::make_unique<ViewEngine>(whole, std::move(picture), std::move(inner.engine));
  return opened;
}

} // namespace stasis::analysis
