#pragma once

// Did you mean …? The nearest of the known names to one that is not known, where one is near enough to be
// what was meant.
//
// Distance: least number of letters put in, taken out, replaced or exchanged with their neighbour (optimal
// string alignment; Damerau 1964); a change of case alone counts as one. Near enough: a third of the letters,
// at least one. Cost per candidate O(length × limit); candidates of too different a length cost O(1).

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace stasis::language {

/// The distance, or limit + 1 if it is larger than the limit.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit);

/// Collects candidates one by one and keeps the first of the nearest.
class Nearest {
public:
  explicit Nearest(std::string_view wanted);

  void consider(std::string_view candidate);
  /// The nearest candidate so far, if any is near enough.
  const std::optional<std::string_view>& found() const { return found_; }

private:
  std::string_view wanted_;
  std::size_t limit_;
  std::optional<std::string_view> found_;
};

std::optional<std::string_view> nearest(std::string_view wanted, const std::vector<std::string_view>& known);

} // namespace stasis::language
