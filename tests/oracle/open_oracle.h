#pragma once

// The oracle as an engine on a changed conflict, for analyses that open one.

#include "oracle/oracle_engine.h"

#include <memory>
#include <stdexcept>

namespace stasis::oracle {

/// None if a ranking misses a state, as it can where a constraint has been dropped.
inline std::unique_ptr<stability::Engine> openOracle(const model::Conflict& conflict) {
  try {
    return std::make_unique<OracleEngine>(conflict);
  } catch (const std::logic_error&) {
    return nullptr;
  }
}

} // namespace stasis::oracle
