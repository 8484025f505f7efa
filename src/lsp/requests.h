#pragma once

// The requests of the Language Server Protocol that are answered, one row each: the method, the capability
// that announces it, and the function that answers it.
//
// Tested by tests/lsp/server_test.cpp, one case for each row.

#include "lsp/session.h"

#include <span>
#include <string_view>

namespace stasis::lsp {

/// What must be known of a text before a request about it can be answered.
enum class Needs : std::uint8_t {
  names,   ///< some version has been read
  reading, ///< this version has been read
  inspection,
  judgement,
};

struct RequestRow {
  std::string_view method;
  Needs needs;
  /// Throws Refused or NotYet.
  rpc::Json (*answer)(Session& session, OpenText& text, const rpc::Json& parameters);
};

std::span<const RequestRow> requestRows();

/// The answer to `initialize`. It sets the session to what was agreed.
rpc::Json agree(Session& session, const rpc::Json& parameters);

} // namespace stasis::lsp
