#pragma once

// A JSON value cut to a number of bytes: lists, objects and texts that are too long lose their ends, and each
// cut is told by its place (RFC 6901, JSON Pointer), how much is there and how much there is. Asking for the
// part at that place, from there on, gives the rest, so that every byte can be had in pieces.
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
  std::size_t from = 0; ///< the first item, member or byte that is not there
  std::size_t of = 0;   ///< how many there are
};

struct Fitted {
  Json value;
  std::vector<Cut> cuts; ///< from the outside in, in order
};

/// `part` is the place of `value` in the whole, `from` what is left out at its start. At least one item is
/// there, if there is one.
Fitted fit(const Json& value, std::size_t most, const std::string& part = {}, std::size_t from = 0);

/// The value at a place; none if there is none.
std::optional<Json> partOf(const Json& value, const std::string& part);

/// How many items every list and object with members of their own has, by place, the outer ones first.
Json countsOf(const Json& value, std::size_t most);

} // namespace stasis::mcp
