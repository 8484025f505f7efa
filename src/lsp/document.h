#pragma once

// A text that an editor has open: its bytes, the version the editor gave them, and the places in them. It
// changes by replacements; each refers to the text that the one before it has left.
//
// O(bytes) for a change. Tested by tests/lsp/positions_test.cpp: random edits against a plain string.

#include "lsp/positions.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::lsp {

class Document {
public:
  Document(std::string uri, std::string text, std::int64_t version, Encoding encoding);

  const std::string& uri() const { return uri_; }
  std::int64_t version() const { return version_; }
  std::string_view text() const { return text_; }
  const Positions& positions() const;

  void replaceAll(std::string text);
  /// A place on a line that does not exist means the end of the text. Returns false if there was such a
  /// place, or if the end comes before the start.
  bool replace(Position start, Position end, std::string_view with);
  void setVersion(std::int64_t version) { version_ = version; }

private:
  std::string uri_;
  std::string text_;
  std::int64_t version_;
  Encoding encoding_;
  mutable std::optional<Positions> positions_;
};

/// The path of a `file:` address; none for any other.
std::optional<std::string> pathOf(std::string_view uri);
/// The address of an absolute path.
std::string uriOf(std::string_view path);

} // namespace stasis::lsp
