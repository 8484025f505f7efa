#pragma once

// Ids are types, so a party cannot be mistaken for an option. Each holds the position in its list of the
// Conflict, from 0, and costs no more than a number.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace stasis::model {

template <class Tag> class Id {
public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t position) : position_(static_cast<std::uint32_t>(position)) {}

  /// Position in the owning list, from 0.
  constexpr std::size_t index() const { return position_; }

  friend constexpr auto operator<=>(Id, Id) = default;

private:
  std::uint32_t position_ = 0;
};

using PartyId = Id<struct PartyTag>;
using OptionId = Id<struct OptionTag>;
using DefineId = Id<struct DefineTag>;
using FamilyId = Id<struct FamilyTag>;
using SourceId = Id<struct SourceTag>;

} // namespace stasis::model

template <class Tag> struct std::hash<stasis::model::Id<Tag>> {
  std::size_t operator()(stasis::model::Id<Tag> id) const noexcept { return id.index(); }
};
