#pragma once

// Conditions as `.gmcr` files write them: a list of `[option, "Y" or "N"]` that must all hold, or
// `{"compound": true, "members": [condition, …]}` that holds where any member does, at any depth. An option
// is its position in the file's list.
//
// Linear, no recursion. Tested with the reader.

#include "exchange/cube.h"
#include "exchange/gmcr_file.h"

namespace stasis::exchange {

struct GmcrCondition {
  Cubes cubes;
  model::Range range;
};

class GmcrConditions {
public:
  /// `ids`: the model's id of each option of the file.
  GmcrConditions(GmcrFile& file, const std::vector<model::OptionId>& ids) : file_(file), ids_(ids) {}

  /// The conditions of the list under `key`, in order. Reports malformed ones, warns of empty ones, and
  /// leaves out both and repeated ones.
  std::vector<GmcrCondition> under(const nlohmann::json& object, const char* key);

private:
  std::optional<GmcrCondition> read(const nlohmann::json& written);
  bool addCube(const nlohmann::json& written, Cubes& cubes);
  std::optional<Literal> literal(const nlohmann::json& written);

  GmcrFile& file_;
  const std::vector<model::OptionId>& ids_;
};

/// A position in a list of `count` options; none, after a diagnostic, for anything else.
std::optional<std::size_t> optionIndex(const nlohmann::json& value, std::size_t count, GmcrFile& file);

} // namespace stasis::exchange
