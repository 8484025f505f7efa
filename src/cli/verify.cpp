#include "analysis/explain/verify.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "report/explain/certificate.h"
#include "report/explain/verification.h"

namespace stasis::cli {

namespace {

Exit verify(const Arguments& arguments, Console& console) {
  if (arguments.operands[0] == "-" && arguments.operands[1] == "-") {
    console.sayError("only one of the two can be standard input");
    return Exit::usage;
  }
  const auto file = readModel(arguments.operands[0], console);
  if (!file)
    return Exit::wrong;
  if (!file->conflict) {
    sayDiagnostics(file->diagnostics, file->source, arguments, console);
    return Exit::wrong;
  }
  const auto text = readFile(arguments.operands[1], console);
  if (!text)
    return Exit::wrong;
  try {
    const auto read = report::readCertificate(text->text());
    analysis::Verification result;
    if (const auto* failure = std::get_if<analysis::Failure>(&read))
      result.failures.push_back(*failure);
    else
      result = analysis::verify(*file->conflict, std::get<analysis::Certificate>(read), console.errand());
    if (result.failures.empty() && result.verdicts == 0 && result.notCertified.empty())
      result.failures.push_back({"verdicts", "the certificate has no verdict"});
    const std::string answer = arguments.value("--format") == "json"
                                   ? report::verificationJson(result)
                                   : report::verificationText(result, console.look());
    if (!deliver(answer, arguments, console) || !result.failures.empty())
      return Exit::wrong;
    return result.notCertified.empty() ? Exit::done : Exit::limit;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb verifyVerb() {
  Verb verb;
  verb.name = "verify";
  verb.summary = "check a certificate against the conflict alone";
  verb.about = "Reads the conflict a second time, by code of its own that shares nothing with the "
               "engines, and checks every claim of the CERTIFICATE: that sanctions are legal and deter, "
               "that nothing the others can reach does. Exit status 1 with the place of every claim that "
               "fails; 3 if a verdict stands without a proof.";
  verb.operands = {{"CONFLICT", "the conflict"},
                   {"CERTIFICATE", "from `explain --format json` or `solve --certify`"}};
  verb.options = {
      {"--format", "FORMAT", "how to answer", {"text", "json"}, "text"},
  };
  verb.add(outputOptions());
  verb.examples = {"stasis explain model.conflict --format json | stasis verify model.conflict -"};
  verb.run = verify;
  return verb;
}

} // namespace stasis::cli
