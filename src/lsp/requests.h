#pragma once

// The requests of the Language Server Protocol that are answered, one row each: the method, the capability
// that announces it, and the function that answers it.
//
// Tested by tests/lsp/server_test.cpp, a case a row.

#include "lsp/session.h"

#include <span>
#include <string_view>

namespace stasis::lsp {

/// How much must be known of a text before a request about it is answered.
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

/// The answer to `initialize`, after which the session is as agreed.
rpc::Json agree(Session& session, const rpc::Json& parameters);

} // namespace stasis::lsp
