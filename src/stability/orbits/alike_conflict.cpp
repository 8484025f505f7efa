#include "stability/orbits/alike_conflict.h"

#include "stability/orbits/low_search.h"

#include <algorithm>
#include <cmath>

namespace stasis::stability {

const Histograms& HistogramTables::of(std::size_t members, std::size_t choices) {
  return histograms_.try_emplace({members, choices}, members, choices).first->second;
}

const OneMore& HistogramTables::oneMore(std::size_t members, std::size_t choices) {
  const std::pair key{members, choices};
  if (const auto known = oneMore_.find(key); known != oneMore_.end())
    return known->second;
  return oneMore_.emplace(key, OneMore(of(members, choices), of(members + 1, choices))).first->second;
}

AlikeConflict::AlikeConflict(const model::Conflict& of, const std::vector<Parties>& parts)
    : conflict(of), kindOf(of.parties.size()) {
  const ConstraintsByParty constraints = constraintsByParty(conflict);
  jointConstraints = constraints.joint;
  const bool listed = !conflict.listed.empty();
  if (listed)
    jointConstraints.clear();
  for (const Parties& members : parts) {
    const auto& alone = constraints.alone[members.front().index()];
    kinds.push_back({members,
                     OwnChoices(conflict, members.front(), listed ? std::vector<std::size_t>{} : alone),
                     listed || std::ranges::any_of(members, [&](model::PartyId party) {
                       return std::ranges::binary_search(constraints.inJoint, party);
                     })});
  }
  std::ranges::stable_sort(kinds, {}, [](const AlikeKind& kind) {
    return histogramCount(kind.members.size(), kind.choices.size());
  });
  for (std::size_t k = 0; k < kinds.size(); ++k)
    for (const model::PartyId party : kinds[k].members)
      kindOf[party.index()] = k;
}

bool AlikeConflict::noChoice() const {
  return std::ranges::any_of(kinds, [](const AlikeKind& kind) { return kind.choices.size() == 0; });
}

namespace {

constexpr std::uint64_t tooMany = std::numeric_limits<std::uint64_t>::max();

std::uint64_t times(std::uint64_t a, std::uint64_t b) { return b != 0 && a > tooMany / b ? tooMany : a * b; }

} // namespace

std::uint64_t AlikeConflict::orbits() const {
  std::uint64_t all = 1;
  for (const AlikeKind& kind : kinds)
    all = times(all, histogramCount(kind.members.size(), kind.choices.size()));
  std::uint64_t sum = all;
  for (std::size_t own = 0; own < kinds.size(); ++own) {
    std::uint64_t orbits = kinds[own].choices.size();
    for (std::size_t k = 0; k < kinds.size(); ++k)
      orbits = times(orbits,
                     histogramCount(kinds[k].members.size() - (k == own ? 1 : 0), kinds[k].choices.size()));
    sum = sum > tooMany - orbits ? tooMany : sum + orbits;
  }
  return sum;
}

namespace {

/// The memory that one kind takes, for each row of its first party's space.
struct BytesOfRow {
  double kept = 0;     ///< ranks, and sets of five concepts, or of nine
  double searched = 0; ///< while lows are searched for (low_search.h)
};

BytesOfRow bytesOfRow(const AlikeConflict& alike, std::size_t own) {
  const auto choices = static_cast<double>(alike.kinds[own].choices.size());
  const double vectors = std::ceil(choices / lanesOfVector);
  BytesOfRow bytes{(alike.conflict.speaksOfStrength() ? 4 : 3) * choices,
                   1 + 2 * (choices + lanesOfVector * vectors)};
  for (std::size_t k = 0; k < alike.kinds.size(); ++k) {
    const auto others = static_cast<double>(alike.kinds[k].members.size() - (k == own ? 1 : 0));
    const auto theirs = static_cast<double>(alike.kinds[k].choices.size());
    const double contexts = others / (others + theirs - 1); // histograms with one member less, for each row
    bytes.searched += others == 0 ? 0 : contexts * vectors * theirs * theirs;
  }
  return bytes;
}

} // namespace

bool AlikeConflict::fits(std::uint64_t bytes) const {
  if (noChoice())
    return true;
  double all = 1;
  for (const AlikeKind& kind : kinds)
    all *= static_cast<double>(histogramCount(kind.members.size(), kind.choices.size()));
  double kept = 2 * all; // sets of all states, and their order
  double searched = 0;
  for (std::size_t own = 0; own < kinds.size(); ++own) {
    const auto members = static_cast<double>(kinds[own].members.size());
    const auto choices = static_cast<double>(kinds[own].choices.size());
    const double rows = all * (members / (members + choices - 1)); // its kind has one member less
    if (!(rows < OneMore::none) || kept > static_cast<double>(bytes))
      return false;
    const BytesOfRow row = bytesOfRow(*this, own);
    kept += rows * row.kept;
    searched = std::max(searched, rows * row.searched);
  }
  return kept + searched <= static_cast<double>(bytes);
}

} // namespace stasis::stability
