#include "cli/certify.h"

#include "analysis/explain/certificate.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "report/explain/certificate.h"

#include <algorithm>
#include <filesystem>
#include <map>

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

/// Says under which concepts verdicts have no proof, and why. Returns how many verdicts these are.
std::ptrdiff_t sayWithoutProof(const std::vector<model::Concept>& concepts, std::size_t each,
                               Console& console) {
  std::map<std::string_view, std::string> keys; // by reason
  std::size_t verdicts = 0;
  for (const model::Concept id : concepts)
    if (const auto why = analysis::whyNotCertified(id)) {
      std::string& told = keys[*why];
      told += (told.empty() ? "`" : ", `") + std::string(row(id).key) + '`';
      verdicts += each;
    }
  for (const auto& [why, told] : keys)
    console.sayNote("not certified under " + told + ": " + std::string(why));
  return static_cast<std::ptrdiff_t>(verdicts);
}

} // namespace

void leaveUncertified(analysis::Certificate& certificate) {
  certificate.reached.clear();
  for (auto& verdict : certificate.verdicts) {
    verdict.improvements.clear();
    verdict.improvement.reset();
    verdict.reached.reset();
    verdict.notCertified = notCertifiedInView;
  }
}

Exit certifyAll(OpenModel& model, stability::StateSet states, const std::vector<model::Concept>& concepts,
                const Arguments& arguments, Console& console) {
  auto& engine = *model.engine;
  const stability::Count count = engine.count(states);
  if (count > mostCertified) {
    console.sayError(
        "certificates are written for up to " + std::to_string(mostCertified) + " states, and these are " +
            count.get_str(),
        "`--where EXPRESSION` narrows them down; `stasis explain --format json` certifies one state");
    return Exit::limit;
  }
  std::vector<model::PartyId> parties;
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    parties.emplace_back(i);
  std::vector<analysis::Question> questions;
  for (const auto& state : engine.list(states, mostCertified))
    questions.push_back({state, parties});
  try {
    auto certificate = analysis::certify(engine, questions, concepts, {}, console.errand());
    if (model.inView())
      leaveUncertified(certificate);
    else if (!model.file.views.empty())
      console.sayNote("the verdicts on the conflict are certified, those in views are not: " +
                      std::string(notCertifiedInView));
    const std::string path = fileFor(arguments.value("--certify"), arguments.operands[0]);
    if (!writeFile(path, report::certificateJson(certificate), arguments.has("--force"), console))
      return Exit::wrong;
    const auto without = std::ranges::count_if(
        certificate.verdicts, [](const auto& verdict) { return verdict.notCertified.has_value(); });
    console.sayNote(std::to_string(certificate.verdicts.size() - static_cast<std::size_t>(without)) +
                    " verdicts certified in " + path);
    const auto open = without - sayWithoutProof(concepts, count.get_ui() * parties.size(), console);
    if (open == 0)
      return Exit::done;
    if (model.inView()) {
      console.sayError("no verdict in a view is certified: " + std::string(notCertifiedInView));
      return Exit::limit;
    }
    console.sayError(std::to_string(open) + " verdicts are too large to certify and stand without a proof");
    return Exit::limit;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace stasis::cli
