#pragma once

// What a talk of `elicit` compares, two at a time: the states of a conflict, or statements about its options.
// Both are places in one order (analysis/elicit/pair_answers.h). Tested in tests/cli/elicit.session.

#include "analysis/elicit/next_statement.h"
#include "cli/elicit_answers.h"
#include "report/elicit/elicitation.h"

namespace stasis::cli {

class Comparison {
public:
  virtual ~Comparison() = default;

  virtual std::size_t places() const = 0;
  /// What is compared and answered.
  virtual report::ElicitationView answered(const analysis::PairAnswers& answers) = 0;
  /// The same with the next question, if one is left, and the verdicts that are open. Throws LimitReached.
  virtual report::ElicitationView view(const analysis::PairAnswers& answers) = 0;
  /// The place that a text of the user's names.
  virtual NamedPlace named(std::string_view text) = 0;
};

/// What all talks need to know.
struct Interview {
  stability::Engine& engine;
  model::PartyId party;
  const std::vector<model::Pattern>& states; ///< all feasible ones, or those that tell statements apart
  const std::vector<model::Concept>& concepts;
  bool complete = false;
};

class StateComparison : public Comparison {
public:
  StateComparison(const Interview& asked, const analysis::Stakes& stakes, const stability::Errand& errand)
      : asked_(asked), stakes_(stakes), questions_(stakes, asked.engine.conflict(), asked.complete, errand) {}

  std::size_t places() const override { return asked_.states.size(); }
  report::ElicitationView answered(const analysis::PairAnswers& answers) override;
  report::ElicitationView view(const analysis::PairAnswers& answers) override;
  NamedPlace named(std::string_view text) override;

private:
  Interview asked_;
  const analysis::Stakes& stakes_;
  analysis::NextQuestion questions_;
};

class StatementComparison : public Comparison {
public:
  StatementComparison(const Interview& asked, const analysis::Topics& topics,
                      const analysis::ListEquilibria* equilibria, const stability::Errand& errand)
      : asked_(asked), topics_(topics), questions_(topics, equilibria, asked.complete, errand) {}

  std::size_t places() const override { return topics_.literals(); }
  report::ElicitationView answered(const analysis::PairAnswers& answers) override;
  report::ElicitationView view(const analysis::PairAnswers& answers) override;
  NamedPlace named(std::string_view text) override;

private:
  Interview asked_;
  const analysis::Topics& topics_;
  analysis::NextStatement questions_;
};

} // namespace stasis::cli
