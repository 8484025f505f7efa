#include "cli/view_asked.h"

#include "analysis/views/hypergame.h"
#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/given.h"
#include "cli/model_file.h"
#include "model/trimmed.h"

#include <algorithm>
#include <utility>

namespace stasis::cli {

namespace {

std::optional<model::PartyId> partyGiven(const std::string& text, const model::Conflict& conflict,
                                         Console& console) {
  const std::string name(model::trimmed(text));
  const auto parties = partiesGiven({name}, conflict, console);
  if (!parties)
    return std::nullopt;
  if (parties->size() == 1)
    return parties->front();
  console.sayError("`" + name + "` are several parties, and a view is that of one");
  return std::nullopt;
}

/// `this model has the views Russia and Russia of Ukraine`.
std::string viewsThere(const model::Conflict& conflict, const model::Views& views) {
  std::string list;
  for (const auto& view : views)
    list += (list.empty() ? "`" : ", `") + nameOfView(conflict, view) + '`';
  return list.empty() ? "this model has no views; `view PARTY` in it begins one" : "its views: " + list;
}

} // namespace

OptionRow viewOption() {
  return {"--view",
          "PARTY",
          "answer for the conflict as this party sees it, by its `view` in the model; 'P of Q' for what P "
          "thinks Q "
          "sees",
          {},
          ""};
}

const model::View* viewGiven(const std::string& text, const model::Conflict& conflict,
                             const model::Views& views, Console& console) {
  const std::size_t of = text.find(" of ");
  const auto first = partyGiven(text.substr(0, of), conflict, console);
  if (!first)
    return nullptr;
  std::optional<model::PartyId> second;
  if (of != std::string::npos && !(second = partyGiven(text.substr(of + 4), conflict, console)))
    return nullptr;
  const model::View* view = second ? model::viewOf(views, *second, first) : model::viewOf(views, *first);
  if (view != nullptr)
    return view;
  const std::string& who = conflict.party(*first).name;
  if (second)
    console.sayError("nothing says that " + who + " thinks " + conflict.party(*second).name +
                         " sees the conflict otherwise than " + who + " itself",
                     viewsThere(conflict, views));
  else
    console.sayError(who + " has no view: it sees the conflict as it is", viewsThere(conflict, views));
  return nullptr;
}

std::unique_ptr<analysis::Hypergame> hypergameOf(OpenModel& model, const Arguments& arguments,
                                                 Console& console) {
  auto game = std::make_unique<analysis::Hypergame>(
      *model.engine, model.file.views, limitsAsked(arguments), console.errand(),
      asksBeyondClassical(arguments) || speakBeyondRanks(model.file.views));
  sayDiagnostics(game->diagnostics(), model.file.source, arguments, console);
  return game->diagnostics().empty() ? std::move(game) : nullptr;
}

std::string nameOfView(const model::Conflict& conflict, const model::View& view) {
  const std::string& of = conflict.party(view.of).name;
  return view.by ? conflict.party(*view.by).name + " of " + of : of;
}

} // namespace stasis::cli
