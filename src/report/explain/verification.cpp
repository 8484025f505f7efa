#include "report/explain/verification.h"

#include "report/telling/numbers.h"
#include "report/telling/printable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::Failure;
using analysis::Verification;

namespace {

constexpr std::size_t toldAtMost = 20;

} // namespace

std::string verificationText(const Verification& result, const Look& look) {
  std::string out;
  for (std::size_t k = 0; k < result.failures.size() && k < toldAtMost; ++k) {
    const Failure& failure = result.failures[k];
    out += fmt::format("{} {}: {}\n", look.paint(Tone::bad, "fails"), printable(failure.path),
                       printable(failure.message));
  }
  if (result.failures.size() > toldAtMost)
    out += fmt::format("and {} more.\n", result.failures.size() - toldAtMost);
  if (result.failures.empty()) {
    const std::string all = counted(result.held, "verdict holds", "verdicts hold");
    out += look.paint(Tone::good, all) + ", checked from the model alone.\n";
  } else if (result.verdicts > 0) {
    out += fmt::format("{} of {} {}.\n", grouped(result.held), counted(result.verdicts, "verdict"),
                       result.held == 1 ? "holds" : "hold");
  }
  if (!result.notCertified.empty())
    out += fmt::format("{} without a proof: {}{}.\n",
                       counted(result.notCertified.size(), "verdict is", "verdicts are"),
                       result.notCertified.front(), result.notCertified.size() > 1 ? " and others" : "");
  return out;
}

std::string verificationJson(const Verification& result) {
  nlohmann::ordered_json out{{"schema", "stasis/verification-1"},
                             {"verdicts", result.verdicts},
                             {"held", result.held},
                             {"notCertified", result.notCertified},
                             {"failures", nlohmann::ordered_json::array()}};
  for (const Failure& failure : result.failures)
    out["failures"].push_back({{"path", failure.path}, {"message", failure.message}});
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
