#include "language/codes/nearest.h"

#include <algorithm>

namespace stasis::language {

namespace {

constexpr std::size_t longestCompared = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool sameButCase(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace

std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t tooFar = limit + 1;
  if (a == b)
    return 0;
  if (sameButCase(a, b))
    return std::min<std::size_t>(1, tooFar);
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit || std::max(a.size(), b.size()) > longestCompared)
    return tooFar;
  // Three rows of the table of distances between prefixes.
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::ranges::min_element(row) > limit)
      return tooFar;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], tooFar);
}

Nearest::Nearest(std::string_view wanted)
    : wanted_(wanted), limit_(std::max<std::size_t>(1, wanted.size() / 3)) {}

void Nearest::consider(std::string_view candidate) {
  if (found_ && limit_ == 0)
    return;
  // A candidate must not be rewritten altogether: one letter for another is no misspelling.
  const std::size_t allowed = std::min(limit_, candidate.size() - std::min<std::size_t>(candidate.size(), 1));
  if (!sameButCase(wanted_, candidate) && allowed == 0)
    return;
  const std::size_t d = distance(wanted_, candidate, std::max<std::size_t>(allowed, 1));
  if (d > std::max<std::size_t>(allowed, 1))
    return;
  found_ = candidate;
  limit_ = d - std::min<std::size_t>(d, 1); // only a nearer one replaces it
}

std::optional<std::string_view> nearest(std::string_view wanted, const std::vector<std::string_view>& known) {
  Nearest search(wanted);
  for (const std::string_view candidate : known)
    search.consider(candidate);
  return search.found();
}

} // namespace stasis::language
