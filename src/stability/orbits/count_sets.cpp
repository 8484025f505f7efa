#include "stability/orbits/count_sets.h"

#include "stability/orbits/orbit_sets.h"

#include <algorithm>

namespace stasis::stability {

using model::Pattern;

namespace {

constexpr std::size_t mostCells = std::size_t{1} << 23;

LimitReached tooFine() {
  return LimitReached(Limit::memory,
                      "too many of the parties alike are told apart here; --engine symbolic may do");
}

} // namespace

std::size_t CountSets::wordsOfRow(const CountSpace& space) const {
  const std::size_t uses = std::size_t{1} << counted_.choices().size();
  return space.byUse ? std::max<std::size_t>(1, uses / 64) : 1;
}

std::uint64_t CountSets::fullWord(const CountSpace& space) const {
  const std::size_t uses = std::size_t{1} << counted_.choices().size();
  return space.byUse && uses < 64 ? (std::uint64_t{1} << uses) - 1 : ~std::uint64_t{0};
}

std::size_t CountSets::apartChoices(const CountSpace& space) const {
  std::size_t product = 1;
  for (std::size_t k = 0; k < space.apart.size(); ++k)
    product *= counted_.choices().size();
  return product;
}

std::size_t CountSets::cells(const CountSpace& space) const {
  return counted_.together().size() * apartChoices(space) * space.classes.size();
}

std::size_t CountSets::choiceApart(const CountSpace& space, std::size_t apart, std::size_t k) const {
  for (std::size_t after = k + 1; after < space.apart.size(); ++after)
    apart /= counted_.choices().size();
  return apart % counted_.choices().size();
}

CountSpace CountSets::common(const CountSpace& a, const CountSpace& b) const {
  CountSpace space{{}, {}, a.byUse || b.byUse};
  std::ranges::set_union(a.apart, b.apart, std::back_inserter(space.apart));
  for (const CountSpace* one : {&a, &b}) {
    SumClasses classes = one->classes;
    for (std::size_t less = one->apart.size(); less < space.apart.size(); ++less)
      classes = classes.withOneLess();
    space.classes.cutAsIn(classes);
  }
  constexpr std::size_t mostApart = 4;
  if (space.apart.size() > mostApart || cells(space) * wordsOfRow(space) > mostCells ||
      CappedSums::count(space.classes) > CappedSums::most)
    throw tooFine();
  return space;
}

namespace {

/// Bit by bit, for each set of used choices, the bit of the same set with these choices added.
void copyWithUsed(const std::uint64_t* from, ChoiceSet used, std::size_t uses, std::uint64_t* to) {
  for (std::size_t u = 0; u < uses; ++u) {
    const std::size_t with = u | used;
    to[u / 64] |= (from[with / 64] >> with % 64 & 1) << u % 64;
  }
}

} // namespace

RowWords CountSets::in(const CountSpace& space, const CountSet& set) const {
  const CountSpace& from = *set.space;
  if (space == from)
    return *set.rows;
  const std::size_t choices = counted_.choices().size();
  const std::size_t words = wordsOfRow(space);
  const std::size_t fromWords = wordsOfRow(from);
  const auto& summands = from.classes.summands();
  std::vector<Sums> least; // of each class here, by the summands there
  for (std::size_t k = 0; k < space.classes.size(); ++k)
    least.push_back(from.classes.leastAs(k, space.classes));
  RowWords rows(cells(space) * words);
  for (CellPlace place; place.together < counted_.together().size(); ++place.together)
    for (place.apart = 0; place.apart < apartChoices(space); ++place.apart) {
      CellPlace there{place.together, 0, 0};
      ChoiceSet used = 0;
      Sums more(summands.size()); // of those who stand apart here only
      for (std::size_t k = 0; k < space.apart.size(); ++k) {
        const std::size_t choice = choiceApart(space, place.apart, k);
        if (std::ranges::binary_search(from.apart, space.apart[k])) {
          there.apart = there.apart * choices + choice;
          continue;
        }
        used |= ChoiceSet{1} << choice;
        for (std::size_t s = 0; s < summands.size(); ++s)
          more[s] += summands[s].byChoice[choice];
      }
      for (place.number = 0; place.number < space.classes.size(); ++place.number) {
        Sums sums = least[place.number];
        for (std::size_t s = 0; s < sums.size(); ++s)
          sums[s] += more[s];
        there.number = from.classes.classOf(sums);
        const std::uint64_t* row = set.rows->data() + cellOf(from, there) * fromWords;
        std::uint64_t* to = rows.data() + cellOf(space, place) * words;
        if (!from.byUse)
          std::fill_n(to, words, row[0] != 0 ? fullWord(space) : 0);
        else if (used == 0)
          std::copy_n(row, words, to);
        else
          copyWithUsed(row, used, std::size_t{1} << choices, to);
      }
    }
  return rows;
}

std::optional<std::size_t> CountSets::togetherIn(const Pattern& state) const {
  CountedConflict::Together choices;
  for (const model::PartyId single : counted_.singles()) {
    const auto choice = counted_.alike().choice(single, state);
    if (!choice)
      return std::nullopt;
    choices.push_back(static_cast<std::uint16_t>(*choice));
  }
  return counted_.find(choices);
}

bool CountSets::contains(const CountSet& set, const Pattern& state) const {
  if (set.isList())
    return std::ranges::binary_search(set.states, state, numberedBefore);
  const auto together = togetherIn(state);
  if (!together)
    return false;
  const CountSpace& space = *set.space;
  const auto& summands = space.classes.summands();
  CellPlace place{*together, 0, 0};
  Sums sums(summands.size());
  std::size_t used = 0;
  for (const model::PartyId member : counted_.members()) {
    const auto choice = counted_.alike().choice(member, state);
    if (!choice)
      return false;
    if (std::ranges::binary_search(space.apart, member)) {
      place.apart = place.apart * counted_.choices().size() + *choice;
      continue;
    }
    used |= std::size_t{1} << *choice;
    for (std::size_t s = 0; s < sums.size(); ++s)
      sums[s] += summands[s].byChoice[*choice];
  }
  place.number = space.classes.classOf(sums);
  const std::uint64_t* row = set.rows->data() + cellOf(space, place) * wordsOfRow(space);
  return space.byUse ? (row[used / 64] >> used % 64 & 1) != 0 : row[0] != 0;
}

template <class Join> CountSet CountSets::joined(const CountSet& a, const CountSet& b, Join join) const {
  CountSpace space = common(*a.space, *b.space);
  RowWords rows = in(space, a);
  const RowWords other = in(space, b);
  for (std::size_t w = 0; w < rows.size(); ++w)
    rows[w] = join(rows[w], other[w]);
  return {std::make_shared<const CountSpace>(std::move(space)),
          std::make_shared<const RowWords>(std::move(rows)),
          {}};
}

CountSet CountSets::listWhere(const CountSet& list, const CountSet& set, bool wanted) const {
  CountSet found;
  for (const Pattern& state : list.states)
    if (contains(set, state) == wanted)
      found.states.push_back(state);
  return found;
}

CountSet CountSets::both(const CountSet& a, const CountSet& b) const {
  if (a.isList())
    return listWhere(a, b, true);
  if (b.isList())
    return listWhere(b, a, true);
  return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x & y; });
}

CountSet CountSets::either(const CountSet& a, const CountSet& b) const {
  if (a.isList() && b.isList()) {
    CountSet all;
    std::ranges::set_union(a.states, b.states, std::back_inserter(all.states), numberedBefore);
    return all;
  }
  if (a.isList() || b.isList()) {
    const CountSet& list = a.isList() ? a : b;
    const CountSet& set = a.isList() ? b : a;
    if (listWhere(list, set, false).states.empty())
      return set;
    throw tooFine();
  }
  return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x | y; });
}

CountSet CountSets::without(const CountSet& a, const CountSet& b) const {
  if (a.isList())
    return listWhere(a, b, false);
  if (b.isList()) {
    if (listWhere(b, a, true).states.empty())
      return a;
    throw tooFine();
  }
  return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x & ~y; });
}

} // namespace stasis::stability
