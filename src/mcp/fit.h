#pragma once

// A JSON value cut to a number of bytes. Lists, objects and texts that are too long lose their ends. Each cut
// is described by its place (RFC 6901, JSON Pointer), how much is there and how much there was. Asking for
// the part at that place, from there on, gives the rest, so that every byte can be had in pieces.
//
// O(size × depth). Tested by tests/mcp/fit_test.cpp: random values put together again from their parts.

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace stasis::mcp {

using Json = nlohmann::ordered_json;

struct Cut {
  std::string part;     ///< the place
  std::size_t from = 0; ///< the first item, member or byte that is missing
  std::size_t of = 0;   ///< how many there were
};

struct Fitted {
  Json value;
  std::vector<Cut> cuts; ///< the outer ones first
};

/// `part` is the place of `value` in the whole; `from` is what is left out at its start. At least one item
/// stays, if there is one.
Fitted fit(const Json& value, std::size_t most, const std::string& part = {}, std::size_t from = 0);

/// The value at a place; none if there is none.
std::optional<Json> partOf(const Json& value, const std::string& part);

/// By place, the outer ones first: the number of items of every list, and of every object whose members
/// contain others.
Json countsOf(const Json& value, std::size_t most);

} // namespace stasis::mcp
