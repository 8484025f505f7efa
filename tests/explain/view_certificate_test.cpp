// A checker reads the model, not what somebody sees of it: a certificate of a view claims nothing.

#include "analysis/explain/verify.h"
#include "explain/every_question.h"
#include "oracle/oracle_engine.h"
#include "report/explain/certificate.h"
#include "stability/solution.h"
#include "support/published.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <variant>

namespace stasis::report {
namespace {

using analysis::Certificate;
using Json = nlohmann::ordered_json;

TEST(CertificateOfAView, EveryVerdictHasItsReasonAndNoClaim) {
  const model::Conflict conflict = support::syriaIraq();
  oracle::OracleEngine engine(conflict);
  analysis::CertifyLimits limits;
  limits.inView = true;
  const Certificate certificate = analysis::certify(
      engine, test::everyQuestion(conflict, engine.game().feasible()), stability::everyConcept(), limits, {});
  EXPECT_TRUE(certificate.reached.empty());
  const std::string text = certificateJson(certificate);
  for (const Json& verdict : Json::parse(text)["verdicts"]) {
    EXPECT_EQ(verdict.size(), 4U) << verdict;
    EXPECT_NE(verdict.value("notCertified", "").find("view"), std::string::npos) << verdict;
  }
  const auto read = readCertificate(text);
  ASSERT_TRUE(std::holds_alternative<Certificate>(read));
  const auto result = analysis::verify(conflict, std::get<Certificate>(read), {});
  EXPECT_TRUE(result.failures.empty());
  EXPECT_EQ(result.held, 0U);
  EXPECT_EQ(result.notCertified.size(), certificate.verdicts.size());
}

} // namespace
} // namespace stasis::report
