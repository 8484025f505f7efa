#pragma once

// `.conflict` text to a Conflict. Never throws on any bytes; every problem of the file is reported in one
// run.

#include "language/codes/diagnostic.h"
#include "language/lexing/source_text.h"
#include "model/conflict.h"
#include "model/view.h"

#include <optional>

namespace stasis::language {

struct Parsed {
  std::optional<model::Conflict> conflict; ///< present when there are no errors
  /// Present when the errors are in wishes, expectations, sources and citations alone: what can be is known,
  /// so later stages can look for more problems. What has an error is left out of it.
  std::optional<model::Conflict> soundPart;
  Diagnostics diagnostics;          ///< errors and warnings, by place
  std::vector<std::string> allowed; ///< codes of warnings that are meant (`allow S0411`)
  model::Views views{};             ///< of the conflict, or of its sound part
};

/// O(bytes) in time and memory, but for names misspelt (each compared with those declared).
Parsed parse(const SourceText& source);

struct ParsedExpression {
  std::optional<model::Expression> expression; ///< present when there are no errors
  Diagnostics diagnostics;                     ///< their ranges are places in the text of the expression
};

/// One expression over a conflict that has been read, as on a command line; it may stand on several lines.
ParsedExpression parseExpression(const SourceText& source, const model::Conflict& conflict);

/// What is wrong with the form of one condition or, with `asks`, of one query, whatever its names mean;
/// empty: it is one, and can be put into a line of a text.
Diagnostics checkForm(const SourceText& source, bool asks);

struct ParsedQuery {
  std::optional<model::Query> query; ///< present when there are no errors
  Diagnostics diagnostics;
};

/// The same of a query, in which stability may be named.
ParsedQuery parseQuery(const SourceText& source, const model::Conflict& conflict);

} // namespace stasis::language
