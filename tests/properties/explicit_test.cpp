#include "properties/engine_suite.h"
#include "stability/explicit/explicit_engine.h"

namespace stasis::properties {
namespace {

struct Explicit {
  static std::unique_ptr<Engine> open(const Conflict& conflict) {
    auto opened = stability::openExplicit(conflict, {}, {});
    for (const auto& d : opened.diagnostics)
      EXPECT_EQ(d.severity, language::Severity::warning) << d.message;
    return std::move(opened.engine);
  }

  static std::vector<support::Kind> kinds() {
    support::Kind large = support::Kind::optionForm();
    large.maxOptions = 9;
    large.weights = true;
    return {support::Kind::anything(), support::Kind::optionForm(), support::Kind::mergedStates(),
            support::Kind::graphOnly(), large};
  }

  static constexpr int runs = 400;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Explicit, EngineSuite, Explicit);

} // namespace
} // namespace stasis::properties
