#pragma once

// Lines of text about changes to a conflict: what the text of `robust` and of `robust --subsets` share. Each
// citation is shown once, below the first change that it concerns. Tested by the sessions of tests/cli.

#include "report/robust/change_words.h"
#include "report/telling/look.h"

#include <set>

namespace stasis::report {

class ChangeLines {
public:
  /// All must outlive this.
  ChangeLines(const model::Conflict& conflict, const ChangeWords& words, const Look& look)
      : conflict_(conflict), words_(words), look_(look) {}

  /// The text folded to the page, with line ends. Lines after the first are indented by `further` spaces.
  std::string lines(std::string_view text, std::size_t indent, std::size_t further) const;
  std::string lines(std::string_view text, std::size_t indent) const {
    return lines(text, indent, indent + 2);
  }

  /// `said`, where it stands in the file, and below it the citations that have not been shown yet.
  std::string change(const std::string& said, const analysis::Change& change, std::size_t indent,
                     std::size_t further, std::size_t citations);

private:
  const model::Conflict& conflict_;
  const ChangeWords& words_;
  const Look& look_;
  std::set<const model::Citation*> shown_;
};

/// `every concept`, or `Nash, GMR and SMR`: the concepts at these positions of those solved.
std::string underWords(const std::vector<model::Concept>& solved, const std::vector<std::size_t>& positions);

} // namespace stasis::report
