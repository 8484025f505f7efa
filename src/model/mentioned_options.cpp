#include "model/mentioned_options.h"

#include <algorithm>
#include <unordered_set>

namespace stasis::model {

std::vector<OptionId> mentionedOptions(std::vector<const Expression*> conditions, const Conflict& conflict) {
  std::vector<OptionId> mentioned;
  std::unordered_set<std::size_t> reached; // definitions
  while (!conditions.empty()) {
    const Expression& condition = *conditions.back();
    conditions.pop_back();
    const auto options = condition.options();
    mentioned.insert(mentioned.end(), options.begin(), options.end());
    for (const DefineId define : condition.defines())
      if (reached.insert(define.index()).second)
        conditions.push_back(&conflict.define(define).meaning);
  }
  std::ranges::sort(mentioned);
  const auto repeated = std::ranges::unique(mentioned);
  mentioned.erase(repeated.begin(), repeated.end());
  return mentioned;
}

} // namespace stasis::model
