#pragma once

// `because` lines below the lines of a draft: words of the reports that `check` finds again, with the names
// of the sources they are cited from. If the words would begin right after a `not` or end right before an
// `if`, their whole sentence is cited.
//
// One search in its report for each citation. Tested by drafts, whose citations are all found.

#include "drafting/draft.h"
#include "drafting/sketch.h"
#include "evidence/citable_text.h"
#include "exchange/identifier.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

class CitationLines {
public:
  /// `given`: names already in use. Sources with these paths (in `known`) keep their names.
  CitationLines(const std::vector<DraftReport>& reports, exchange::GivenNames& given,
                const std::vector<std::pair<std::string, std::string>>& known = {});

  /// One line for each citation, with the indent; empty if nothing is found.
  std::string because(const std::vector<Cite>& cites, std::string_view indent);
  /// Declares the sources that were cited and are not known already.
  std::string sources() const;
  const std::string& sourceName(std::size_t report) const { return names_[report]; }

private:
  const std::vector<DraftReport>& reports_;
  std::vector<std::unique_ptr<evidence::CitableText>> texts_;
  std::vector<std::string> names_;
  std::vector<bool> cited_;
  std::vector<bool> known_;

  std::string citable(const Cite& cite) const;
};

} // namespace stasis::drafting
