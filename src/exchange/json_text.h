#pragma once

// JSON with the place of every value: the usual tree, and for each value the bytes it was written in, so that
// a problem is shown exactly where it is. nlohmann-json keeps no places; after it has accepted the text, one
// scan walks text and tree side by side. If a key occurs twice, the last one counts, as usual.
//
// RFC 8259. O(bytes), no recursion: nesting costs no stack. Tested against texts with their places counted by
// hand, and on junk: any bytes give a tree or a diagnostic.

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"
#include "model/range.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace stasis::exchange {

class JsonText {
public:
  /// None if the text is not JSON; the diagnostic (S0701) says where it stops being JSON.
  static std::optional<JsonText> read(const language::SourceText& source, language::Problems& problems);

  JsonText(JsonText&&) noexcept;
  JsonText& operator=(JsonText&&) noexcept;
  ~JsonText();

  const nlohmann::json& root() const { return *root_; }
  /// The bytes of a value of this tree; for an array or object its opening bracket.
  model::Range place(const nlohmann::json& value) const;
  /// Keys that occur a second time in their object.
  const std::vector<model::Range>& repeatedKeys() const { return repeated_; }

  struct Place {
    const nlohmann::json* value;
    model::Range range;
  };

private:
  JsonText() = default;
  std::unique_ptr<nlohmann::json> root_;
  std::vector<Place> places_; ///< by address; the last place of a value counts
  std::vector<model::Range> repeated_;
};

} // namespace stasis::exchange
