#pragma once

// The name in JSON of the limit that ended work early.

#include "stability/errand.h"

#include <string_view>

namespace stasis::report {

constexpr std::string_view limitName(stability::Limit limit) {
  switch (limit) {
  case stability::Limit::interrupted: return "interrupted";
  case stability::Limit::timeout: return "timeout";
  case stability::Limit::states: return "states";
  case stability::Limit::memory: return "memory";
  }
  return "";
}

} // namespace stasis::report
