#pragma once

// Every way to change one place of a JSON value, to see what a strict reader still accepts.

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

namespace stasis::report {

using ChangedJson = nlohmann::ordered_json;

/// Calls `use` on the changed whole, and undoes it.
inline void eachChange(ChangedJson& whole, ChangedJson& here, const std::vector<std::string>& words,
                       const std::function<void()>& use) {
  const ChangedJson before = here;
  const auto tryIt = [&](ChangedJson changed) {
    if (changed == before)
      return;
    here = std::move(changed);
    use();
    here = before;
  };
  if (here.is_string()) {
    for (const std::string& word : words)
      tryIt(word);
    for (std::size_t k = 0; k < before.get<std::string>().size() && k < 8; ++k) {
      std::string letters = before.get<std::string>();
      letters[k] = letters[k] == 'Y' ? 'N' : 'Y';
      tryIt(letters);
    }
  } else if (here.is_boolean()) {
    tryIt(!before.get<bool>());
  } else if (here.is_number()) {
    tryIt(before.get<std::uint64_t>() + 1);
    tryIt(before.get<std::int64_t>() - 1);
  }
  tryIt(nullptr);
  if (here.is_structured()) {
    for (std::size_t k = 0; k < before.size(); ++k) {
      ChangedJson shorter = before;
      shorter.erase(before.is_array() ? shorter.begin() + static_cast<std::ptrdiff_t>(k)
                                      : std::next(shorter.begin(), static_cast<std::ptrdiff_t>(k)));
      tryIt(shorter);
      if (before.is_array()) {
        ChangedJson doubled = before;
        doubled.push_back(before[k]);
        tryIt(doubled);
      }
    }
    for (auto& child : here)
      eachChange(whole, child, words, use);
  }
}

} // namespace stasis::report
