#include "cli/certify.h"

#include "analysis/explain/certificate.h"
#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "report/explain/certificate.h"

#include <algorithm>
#include <filesystem>

namespace stasis::cli {

namespace {

namespace fs = std::filesystem;

std::string fileFor(const std::string& path, const std::string& model) {
  std::error_code error;
  if (!path.ends_with('/') && !fs::is_directory(path, error))
    return path;
  const std::string stem = model == "-" ? "conflict" : fs::path(model).stem().string();
  return (fs::path(path) / (stem + ".certificate.json")).string();
}

} // namespace

Exit certifyAll(stability::Engine& engine, stability::StateSet states,
                const std::vector<model::Concept>& concepts, const Arguments& arguments, Console& console) {
  const stability::Count count = engine.count(states);
  if (count > mostCertified) {
    console.sayError(
        "certificates are written for up to " + std::to_string(mostCertified) + " states, and these are " +
            count.get_str(),
        "`--where EXPRESSION` narrows them down; `stasis explain --format json` certifies one state");
    return Exit::limit;
  }
  const auto provable = conceptsWithReasons(concepts, console);
  if (!provable)
    return Exit::usage;
  std::vector<model::PartyId> parties;
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    parties.emplace_back(i);
  std::vector<analysis::Question> questions;
  for (const auto& state : engine.list(states, mostCertified))
    questions.push_back({state, parties});
  try {
    const auto certificate = analysis::certify(engine, questions, *provable, {}, console.errand());
    const std::string path = fileFor(arguments.value("--certify"), arguments.operands[0]);
    if (!writeFile(path, report::certificateJson(certificate), arguments.has("--force"), console))
      return Exit::wrong;
    const auto open = std::ranges::count_if(
        certificate.verdicts, [](const auto& verdict) { return verdict.notCertified.has_value(); });
    console.sayNote(std::to_string(certificate.verdicts.size() - static_cast<std::size_t>(open)) +
                    " verdicts certified in " + path);
    if (open == 0)
      return Exit::done;
    console.sayError(std::to_string(open) + " verdicts are too large to certify and stand without a proof");
    return Exit::limit;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace stasis::cli
