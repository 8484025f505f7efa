#include "stability/cube/choice_moves.h"

#include <algorithm>
#include <bit>

namespace stasis::stability::cube {

ChoiceMoves::ChoiceMoves(const Digit& digit) {
  for (const std::uint64_t choice : digit.choices)
    advances_.push_back((choice & digit.kept) | (~choice & digit.barred));
  group();
}

ChoiceMoves ChoiceMoves::backwards(const Digit& digit) {
  ChoiceMoves moves;
  for (const std::uint64_t choice : digit.choices)
    moves.advances_.push_back((~choice & digit.kept) | (choice & digit.barred));
  moves.group();
  return moves;
}

void ChoiceMoves::group() {
  std::vector<std::uint64_t> distinct = advances_;
  std::ranges::sort(distinct);
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::ranges::stable_sort(distinct, std::ranges::greater(),
                           [](std::uint64_t a) { return std::popcount(a); });
  const auto includes = [&](std::size_t large, std::size_t small) {
    return (distinct[small] & ~distinct[large]) == 0;
  };
  members_.resize(distinct.size());
  sources_.resize(distinct.size());
  further_.resize(distinct.size());
  for (std::size_t g = 0; g < distinct.size(); ++g) {
    for (std::size_t c = 0; c < advances_.size(); ++c) {
      if (advances_[c] == distinct[g])
        members_[g].push_back(static_cast<std::uint16_t>(c));
      if ((distinct[g] & ~advances_[c]) == 0)
        sources_[g].push_back(static_cast<std::uint16_t>(c));
    }
    for (std::size_t f = g;
         f-- > 0;) // from the smallest on: a group that a closer group already includes is not one step away
      if (includes(f, g) &&
          std::ranges::none_of(further_[g], [&](std::uint32_t h) { return includes(f, h); }))
        further_[g].push_back(static_cast<std::uint32_t>(f));
  }
  for (std::size_t g = 0; g < distinct.size(); ++g)
    groups_.push_back({members_[g].data(), static_cast<std::uint32_t>(members_[g].size()),
                       static_cast<std::uint32_t>(sources_[g].size()), sources_[g].data(), further_[g].data(),
                       static_cast<std::uint32_t>(further_[g].size())});
  view_ = {groups_.data(), static_cast<std::uint32_t>(groups_.size()),
           static_cast<std::uint32_t>(advances_.size())};
}

} // namespace stasis::stability::cube
