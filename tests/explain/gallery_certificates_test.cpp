#include "analysis/explain/certificate.h"
#include "analysis/explain/verify.h"
#include "analysis/states/open_engine.h"
#include "explain/every_question.h"
#include "language/parse.h"
#include "stability/solution.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stasis::analysis {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> gallery() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(support::root()) / "conflicts"))
    if (entry.path().extension() == ".conflict")
      files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

std::string nameOf(const testing::TestParamInfo<std::string>& info) {
  const fs::path path(info.param); // two folders may have a file of one name
  std::string name = (path.parent_path().filename() / path.stem()).string();
  std::ranges::replace_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

class Gallery : public testing::TestWithParam<std::string> {};

/// Every state of a small conflict, some two hundred of a large one.
std::vector<model::Pattern> someStates(stability::Engine& engine) {
  const auto all = engine.list(engine.feasible(), 1U << 20U);
  const std::size_t stride = std::max<std::size_t>(1, all.size() / (all.size() > 20000 ? 10 : 200));
  std::vector<model::Pattern> some;
  for (std::size_t s = 0; s < all.size(); s += stride)
    some.push_back(all[s]);
  return some;
}

TEST_P(Gallery, VerdictsOfTheEngineAreCertifiedAndVerified) {
  std::ifstream in(GetParam(), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto parsed = language::parse(language::SourceText(GetParam(), text.str()));
  ASSERT_TRUE(parsed.conflict);
  const auto& conflict = *parsed.conflict;
  const auto opened = openEngine(conflict, {}, stability::Errand{});
  ASSERT_TRUE(opened.engine);
  if (opened.engine->count(opened.engine->feasible()) > 1U << 24U)
    GTEST_SKIP() << "its states are too many to be listed";
  const auto questions = test::everyQuestion(conflict, someStates(*opened.engine));

  const auto certificate =
      certify(*opened.engine, questions, stability::everyConcept(), {}, stability::Errand{});
  ASSERT_EQ(certificate.verdicts.size(), questions.size() * conflict.parties.size() * model::conceptCount);
  for (const auto& verdict : certificate.verdicts) {
    const auto set =
        opened.engine->stable(*model::findConcept(verdict.concept_), *conflict.findParty(verdict.party));
    ASSERT_EQ(opened.engine->contains(set, *model::Pattern::parse(verdict.state)), verdict.stable)
        << verdict.state << ' ' << verdict.party << ' ' << verdict.concept_;
  }
  const auto result = verify(conflict, certificate, stability::Errand{});
  for (const auto& failure : result.failures)
    ADD_FAILURE() << failure.path << ": " << failure.message;
  EXPECT_EQ(result.held, certificate.verdicts.size());
}

INSTANTIATE_TEST_SUITE_P(, Gallery, testing::ValuesIn(gallery()), nameOf);

} // namespace
} // namespace stasis::analysis
