#include "cli/certify.h"

#include "analysis/explain/certificate.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "report/explain/certificate.h"

#include <cstddef>
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

/// Says which verdicts have no proof, and why: those in views, and those under some concepts.
void sayWithoutProof(const std::vector<model::Concept>& concepts, const OpenModel& model, Console& console) {
  std::map<std::string_view, std::string> keys; // by reason
  for (const model::Concept id : concepts)
    if (const auto why = analysis::whyNotCertified(id, model.inView())) {
      std::string& told = keys[*why];
      told += (told.empty() ? "`" : ", `") + std::string(row(id).key) + '`';
    }
  for (const auto& [why, told] : keys)
    console.sayNote("not certified under " + told + ": " + std::string(why));
  if (!model.inView() && !model.file.views.empty())
    console.sayNote("the verdicts on the conflict are certified, those in views are not: " +
                    std::string(*analysis::whyNotCertified(concepts.front(), true)));
}

/// How many verdicts have a proof, and how many have none although others under their concept do.
struct Proofs {
  std::ptrdiff_t given = 0;
  std::ptrdiff_t tooLarge = 0;
};

Proofs proofsIn(const analysis::Certificate& certificate, bool inView) {
  Proofs proofs;
  for (const auto& verdict : certificate.verdicts)
    if (!verdict.notCertified)
      ++proofs.given;
    else if (const auto known = model::findConcept(verdict.concept_);
             !known || !analysis::whyNotCertified(*known, inView))
      ++proofs.tooLarge;
  return proofs;
}

} // namespace

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
    analysis::CertifyLimits limits;
    limits.inView = model.inView();
    const auto certificate = analysis::certify(engine, questions, concepts, limits, console.errand());
    const std::string path = fileFor(arguments.value("--certify"), arguments.operands[0]);
    if (!writeFile(path, report::certificateJson(certificate), arguments.has("--force"), console))
      return Exit::wrong;
    const auto [given, tooLarge] = proofsIn(certificate, model.inView());
    console.sayNote(std::to_string(given) + " verdicts certified in " + path);
    sayWithoutProof(concepts, model, console);
    if (tooLarge > 0)
      console.sayError(std::to_string(tooLarge) +
                       " verdicts are too large to certify and stand without a proof");
    else if (given == 0)
      console.sayError("no verdict is certified");
    return given == 0 || tooLarge > 0 ? Exit::limit : Exit::done;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace stasis::cli
