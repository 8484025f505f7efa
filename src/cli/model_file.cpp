#include "cli/model_file.h"

#include "analysis/states/open_by_moves.h"
#include "analysis/states/open_engine.h"
#include "analysis/views/view_engine.h"
#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/hosted.h"
#include "cli/open_by_moves.h"
#include "cli/view_asked.h"
#include "cli/workbook.h"
#include "language/parse.h"
#include "report/telling/diagnostics.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace stasis::cli {

std::optional<ModelFile> readModel(const std::string& path, Console& console) {
  auto source = readTableSource(path, console);
  if (!source)
    return std::nullopt;
  return modelOf(std::move(*source));
}

ModelFile modelOf(language::SourceText source) {
  const exchange::FileKind kind = exchange::kindOf(source);
  language::Parsed parsed = exchange::readModel(source);
  const auto kept = [](std::optional<model::Conflict>& conflict) {
    return conflict ? std::make_unique<const model::Conflict>(std::move(*conflict)) : nullptr;
  };
  return ModelFile{std::move(source),         kept(parsed.conflict),
                   kept(parsed.soundPart),    std::move(parsed.diagnostics),
                   std::move(parsed.allowed), kind,
                   std::move(parsed.views)};
}

std::optional<language::SourceText> readTableSource(const std::string& path, Console& console) {
  auto source = readFile(path, console);
  if (source && path != "-" && exchange::kindOf(*source) == exchange::FileKind::workbook)
    return readWorkbook(path, console);
  return source;
}

std::string folderOf(const std::string& path) {
  return path == "-" ? std::string() : std::filesystem::path(path).parent_path().string();
}

SourcesWithin& sourcesWithin() {
  static SourcesWithin given;
  return given;
}

evidence::ReadSource sourceReader() {
  const char* within = std::getenv("STASIS_WITHIN");
  if (within == nullptr || *within == '\0')
    return [](const std::string& path) {
      const std::string* hosted = hostedFile(path);
      return hosted != nullptr ? evidence::SourceContent{*hosted, ""} : evidence::readSourceFile(path);
    };
  if (sourcesWithin())
    if (auto inside = sourcesWithin()(within))
      return *inside;
  std::error_code ignored;
  return [folder = std::filesystem::weakly_canonical(within, ignored)](
             const std::string& path) -> evidence::SourceContent {
    std::error_code error;
    const auto real = std::filesystem::canonical(path, error);
    if (error == std::errc::too_many_symbolic_link_levels)
      return {std::nullopt, "is a symbolic link that leads in a circle"};
    if (error)
      return {std::nullopt, "does not exist"};
    const auto inside = real.lexically_relative(folder);
    if (*inside.begin() == "..")
      return {std::nullopt, "is outside the folder"};
    if (std::ranges::any_of(inside, [](const auto& name) { return name.native().starts_with('.'); }))
      return {std::nullopt, "is hidden, and hidden files are not served"};
    return evidence::readSourceFile(real.string());
  };
}

void sayDiagnostics(const language::Diagnostics& diagnostics, const language::SourceText& source,
                    const Arguments&, Console& console) {
  console.sayProblems(diagnostics, source);
}

std::vector<OptionRow> engineOptions() {
  using Kind = OptionRow::Kind;
  return {
      {"--engine",
       "ENGINE",
       "how to compute; auto chooses by size",
       {"auto", "explicit", "symbolic", "orbits"},
       "auto"},
      {"--max-states",
       "N",
       "feasible states the explicit engine may hold; by default what memory allows",
       {},
       "",
       Kind::number},
  };
}

Exit sayStopped(stability::Limit limit, const std::string& message, Console& console) {
  if (limit == stability::Limit::interrupted) {
    console.say("interrupted\n");
    return Exit::interrupted;
  }
  console.sayError(message);
  return Exit::limit;
}

stability::EngineLimits limitsAsked(const Arguments& arguments) {
  using stability::EngineChoice;
  stability::EngineLimits limits;
  const std::string engine = arguments.value("--engine");
  limits.engine = engine == "explicit"   ? EngineChoice::explicitly
                  : engine == "symbolic" ? EngineChoice::symbolic
                  : engine == "orbits"   ? EngineChoice::orbits
                                         : EngineChoice::automatic;
  limits.maxStates = arguments.number("--max-states").value_or(0);
  limits.maxMemory = arguments.bytes("--max-memory").value_or(0);
  return limits;
}

std::function<std::unique_ptr<stability::Engine>(const model::Conflict&)>
reopening(const Arguments& arguments, Console& console) {
  const stability::EngineLimits limits = limitsAsked(arguments);
  const stability::Errand& errand = console.errand();
  return [limits, &errand](const model::Conflict& conflict) -> std::unique_ptr<stability::Engine> {
    try {
      return analysis::openEngine(conflict, limits, errand).engine;
    } catch (const stability::LimitReached& reached) {
      if (reached.limit() == stability::Limit::states || reached.limit() == stability::Limit::memory)
        return nullptr;
      throw;
    }
  };
}

bool isJudgedByMoves(model::Concept id) {
  return row(id).family == model::ConceptFamily::classical &&
         row(id).sanctions() != model::Sanctions::improvements;
}

bool asksOnlyByMoves(const std::string& expression, const model::Conflict& conflict) {
  const auto parsed = language::parseQuery(language::SourceText("--where", expression), conflict);
  return !parsed.query || std::ranges::all_of(parsed.query->stabilities, [](const model::Stability& asked) {
    return std::ranges::all_of(asked.concepts, isJudgedByMoves);
  });
}

namespace {

/// Lays a view over what the engine of the model stands for. False, after a diagnostic, if it has an error.
bool layOver(OpenModel& model, const model::View& view, const Arguments& arguments, Console& console) {
  auto& whole = model.inView() ? *model.below.front() : *model.engine;
  auto opened = analysis::openView(whole, *model.engine, view, limitsAsked(arguments), console.errand(),
                                   asksBeyondClassical(arguments));
  sayDiagnostics(opened.diagnostics, model.file.source, arguments, console);
  if (!opened.engine)
    return false;
  model.below.push_back(std::move(model.engine));
  model.engine = std::move(opened.engine);
  return true;
}

/// The picture that `--view` asks for. What P thinks Q sees is laid over what P sees.
Opening inView(OpenModel model, const Arguments& arguments, Console& console) {
  const model::Conflict& conflict = *model.file.conflict;
  const model::View* view = viewGiven(arguments.value("--view"), conflict, model.file.views, console);
  if (view == nullptr)
    return {std::nullopt, Exit::usage};
  const model::View* first = view->by ? model::viewOf(model.file.views, *view->by) : nullptr;
  for (const model::View* one : {first, view})
    if (one != nullptr && !layOver(model, *one, arguments, console))
      return {std::nullopt, Exit::wrong};
  return {std::move(model), Exit::done};
}

} // namespace

Opening openModel(const std::string& path, const Arguments& arguments, Console& console) {
  return openModelFor([](const model::Conflict&) { return false; }, path, arguments, console);
}

Opening openModelFor(const OnlyByMoves& onlyByMoves, const std::string& path, const Arguments& arguments,
                     Console& console) {
  auto file = readModel(path, console);
  if (!file)
    return {std::nullopt, Exit::wrong};
  if (!file->conflict) {
    sayDiagnostics(file->diagnostics, file->source, arguments, console);
    return {std::nullopt, Exit::wrong};
  }
  const stability::EngineLimits limits = limitsAsked(arguments);
  try {
    OpenModel model{std::move(*file), {}, nullptr};
    const model::Conflict& conflict = *model.file.conflict;
    const bool hasViews = arguments.has("--view") || !model.file.views.empty(); // whose surprises are moves
    const bool everyFamily = asksBeyondClassical(arguments) || speakBeyondRanks(model.file.views);
    auto opened = !hasViews && onlyByMoves(conflict)
                      ? analysis::openByMoves(conflict, limits, console.errand())
                      : analysis::openEngine(conflict, limits, console.errand(), everyFamily);
    auto& diagnostics = model.file.diagnostics;
    diagnostics.insert(diagnostics.end(), opened.diagnostics.begin(), opened.diagnostics.end());
    language::silence(diagnostics, model.file.allowed);
    language::sortByPlace(diagnostics);
    sayDiagnostics(diagnostics, model.file.source, arguments, console);
    if (!opened.engine)
      return {std::nullopt, Exit::wrong};
    model.engine = std::move(opened.engine);
    if (arguments.has("--view"))
      return inView(std::move(model), arguments, console);
    return {std::move(model), Exit::done};
  } catch (const stability::LimitReached& reached) {
    const Exit status = sayStopped(reached.limit(), reached.what(), console);
    if (reached.limit() == stability::Limit::timeout)
      console.sayNote("which states can be was not found, so nothing is answered");
    return {std::nullopt, status};
  }
}

} // namespace stasis::cli
