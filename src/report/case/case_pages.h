#pragma once

// The parts of the report on a case that show the model and its evidence, linked to each other by the numbers
// of the citations that were found.

#include "report/case/case_report.h"

#include <map>
#include <string>
#include <vector>

namespace stasis::report {

class CaseCitations {
public:
  explicit CaseCitations(const CaseView& view);

  /// What a line rests on, each item linked to its passage; empty if nothing is cited.
  std::string because(const std::vector<model::Citation>& citations) const;
  /// The reports with the cited passages marked and linked back.
  std::string reports() const;

private:
  std::string report(std::size_t source) const;
  std::string marked(std::size_t source) const;

  const CaseView& view_;
  std::map<std::size_t, std::size_t> numbers_; ///< by the citation's place in the model, from 1
};

/// What holds as each sees it; empty without views.
std::string viewsHtml(const CaseView& view);

/// Parties with what they can do, what must hold, and what each wants.
std::string modelHtml(const CaseView& view, const CaseCitations& citations);

} // namespace stasis::report
