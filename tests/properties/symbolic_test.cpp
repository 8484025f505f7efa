#include "properties/engine_suite.h"
#include "stability/symbolic/symbolic_engine.h"

namespace stasis::properties {
namespace {

std::unique_ptr<Engine> opened(const Conflict& conflict) {
  auto result = stability::openSymbolic(conflict, {}, {});
  for (const auto& d : result.diagnostics)
    EXPECT_EQ(d.severity, language::Severity::warning) << d.message;
  return std::move(result.engine);
}

/// What the engine takes: everything but listed moves and merged states.
support::Kind taken() {
  support::Kind kind;
  kind.merged = false;
  kind.graphForm = false;
  return kind;
}

struct Symbolic {
  static std::unique_ptr<Engine> open(const Conflict& conflict) {
    return conflict.hasMergedStates() || conflict.hasGraphForm() ? nullptr : opened(conflict);
  }

  static std::vector<support::Kind> kinds() {
    support::Kind large = support::Kind::optionForm();
    large.maxOptions = 9;
    large.weights = true;
    support::Kind lonely = support::Kind::optionForm(); // one or two parties of many options
    lonely.maxParties = 2;
    lonely.maxOptions = 9;
    return {taken(), support::Kind::optionForm(), large, lonely};
  }

  static constexpr int runs = 400;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Symbolic, EngineSuite, Symbolic);

} // namespace
} // namespace stasis::properties
