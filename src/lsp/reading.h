#pragma once

// One version of a text, read: its tokens, its outline, its names, the conflict in it and its problems. It
// does not change once made, so threads can share it.
//
// O(bytes). Tested through everything that uses it.

#include "language/lexing/token.h"
#include "language/parse.h"
#include "lsp/names.h"
#include "lsp/positions.h"

#include <string>
#include <vector>

namespace stasis::lsp {

class Reading {
public:
  /// `name` is the name of the text in messages. Never throws, whatever the bytes.
  Reading(std::string name, std::string text, std::int64_t version, Encoding encoding);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  std::int64_t version() const { return version_; }
  const language::SourceText& source() const { return source_; }
  std::string_view text() const { return source_.text(); }
  const Positions& positions() const { return positions_; }
  const language::Outline& outline() const { return outline_; }
  const std::vector<language::Token>& tokens() const { return tokens_; }
  const Names& names() const { return names_; }
  const language::Parsed& parsed() const { return parsed_; }
  /// The conflict, or the part of it without errors; null if there is neither.
  const model::Conflict* conflict() const;

  std::string_view words(model::Range range) const {
    return text().substr(range.begin, range.end - range.begin);
  }

private:
  std::int64_t version_;
  language::SourceText source_;
  Positions positions_;
  language::Outline outline_;
  std::vector<language::Token> tokens_;
  Names names_;
  language::Parsed parsed_;
};

} // namespace stasis::lsp
