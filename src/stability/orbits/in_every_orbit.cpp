#include "stability/orbits/in_every_orbit.h"

#include <algorithm>

namespace stasis::stability {

RowShape RowShape::ofOwn(const OrbitSpace& space) {
  RowShape shape;
  shape.choices = space.own().size();
  shape.lanes = 8;
  while (shape.lanes < 64 && shape.lanes < shape.choices)
    shape.lanes *= 2;
  shape.words = (shape.choices + shape.lanes - 1) / shape.lanes;
  return shape;
}

InEveryOrbit::InEveryOrbit(const OrbitSpace& space, RowShape shape,
                           const std::vector<const model::Expression*>& conditions)
    : space_(space), shape_(shape), circuit_(space.alike().conflict) {
  const model::Conflict& conflict = space.alike().conflict;
  for (const auto* condition : conditions)
    roots_.push_back(circuit_.add(*condition));
  const auto tallies = talliesOf(circuit_, circuit_.cone(roots_), space);
  std::vector<Circuit::GateId> counted;
  for (const Tally& tally : tallies)
    counted.push_back(tally.gate);
  cone_ = circuit_.cone(roots_, counted);
  values_.resize(circuit_.size());
  std::vector<Circuit::GateId> gateOf(conflict.options.size(), static_cast<Circuit::GateId>(circuit_.size()));
  for (const Circuit::GateId id : cone_)
    if (circuit_.gate(id).op == Circuit::Op::option)
      gateOf[circuit_.gate(id).value] = id;
  for (const OrbitBlock& block : space.blocks())
    addLeaves(block, gateOf);
  for (const Tally& tally : tallies)
    if (std::ranges::binary_search(cone_, tally.gate))
      addTally(tally);
  std::erase_if(cone_, [&](Circuit::GateId id) { return std::ranges::binary_search(counted, id); });
  for (Cursor& cursor : cursors_)
    assign(cursor);
}

void InEveryOrbit::addLeaves(const OrbitBlock& block, const std::vector<Circuit::GateId>& gateOf) {
  std::vector<Leaf> leaves;
  for (std::size_t m = 0; m < block.members.size(); ++m) {
    const auto& party = space_.alike().conflict.party(block.members[m]);
    for (std::uint32_t bit = 0; bit < party.optionCount; ++bit)
      if (const auto gate = gateOf[party.firstOption + bit]; gate < circuit_.size())
        leaves.push_back({gate, m, bit});
  }
  if (isOwn(block))
    return addOwn(leaves);
  cursors_.push_back({&block,
                      block.histograms->at(0),
                      std::vector<std::uint32_t>(leaves.empty() ? 0 : block.members.size()),
                      std::move(leaves),
                      {},
                      {},
                      0});
}

void InEveryOrbit::addOwn(const std::vector<Leaf>& leaves) {
  const auto& choices = space_.alike().kinds[space_.own().kind].choices;
  for (const Leaf& leaf : leaves) {
    OwnLeaf own{leaf.gate, std::vector<std::uint64_t>(shape_.words)};
    for (std::size_t a = 0; a < shape_.choices; ++a)
      own.taken[a / shape_.lanes] |= std::uint64_t{choices.mask(a) >> leaf.bit & 1U} << a % shape_.lanes;
    if (shape_.words == 1) // from here on, the same in every row
      for (std::size_t shift = 0; shift < 64; shift += shape_.lanes)
        for (std::uint64_t& word : values_[leaf.gate])
          word |= own.taken.front() << shift;
    else
      own_.push_back(std::move(own));
  }
}

void InEveryOrbit::addTally(const Tally& tally) {
  const Circuit::Gate& gate = circuit_.gate(tally.gate);
  std::vector<std::uint32_t> own(shape_.choices);
  for (std::size_t b = 0, c = 0; b < tally.held.size(); ++b) {
    const bool none = tally.held[b].empty();
    if (isOwn(space_.blocks()[b])) {
      if (!none)
        own = tally.held[b];
      continue;
    }
    Cursor& cursor = cursors_[c++];
    if (none)
      continue;
    cursor.counted.push_back(tallies_.size());
    cursor.held.push_back(tally.held[b]);
  }
  Running running{tally.gate, tally.always, {}};
  running.places.resize((gate.operandCount + std::size_t{1}) * shape_.words);
  for (std::size_t held = 0; held <= gate.operandCount; ++held)
    for (std::size_t a = 0; a < shape_.choices; ++a)
      if (holdsWith(gate, held + own[a]))
        running.places[held * shape_.words + a / shape_.lanes] |= std::uint64_t{1} << a % shape_.lanes;
  tallies_.push_back(std::move(running));
}

void InEveryOrbit::assign(Cursor& cursor) {
  for (std::size_t t = 0; t < cursor.counted.size(); ++t)
    for (std::size_t c = 0; c < cursor.histogram.size(); ++c)
      tallies_[cursor.counted[t]].held += cursor.histogram[c] * cursor.held[t][c];
  takeMasks(cursor);
}

void InEveryOrbit::next(Cursor& cursor) {
  const Histograms& histograms = *cursor.block->histograms;
  const std::size_t gave = histograms.next(cursor.histogram);
  cursor.digit = cursor.digit + 1 == histograms.size() ? 0 : cursor.digit + 1;
  const std::uint32_t toFirst = cursor.histogram.front();
  const std::uint32_t toAfter = cursor.digit == 0 ? 0 : 1;
  for (std::size_t t = 0; t < cursor.counted.size(); ++t) {
    const auto& held = cursor.held[t];
    std::uint32_t& all = tallies_[cursor.counted[t]].held; // wraps around if the new number is smaller
    all += toFirst * held.front() - (toFirst + toAfter) * held[gave];
    if (toAfter != 0)
      all += held[gave + 1];
  }
  takeMasks(cursor);
}

void InEveryOrbit::takeMasks(Cursor& cursor) const {
  if (cursor.leaves.empty())
    return;
  const auto& choices = space_.alike().kinds[cursor.block->kind].choices;
  std::size_t member = 0;
  for (std::size_t c = 0; c < cursor.histogram.size(); ++c)
    for (std::uint32_t k = 0; k < cursor.histogram[c]; ++k)
      cursor.masks[member++] = choices.mask(c);
}

void InEveryOrbit::advance() {
  for (auto cursor = cursors_.rbegin(); cursor != cursors_.rend(); ++cursor) {
    next(*cursor);
    if (cursor->digit != 0)
      return;
  }
}

/// Sets the options taken in one word of a row; the word begins at this place.
void InEveryOrbit::put(std::size_t place, std::size_t word) {
  const std::size_t at = place / 64;
  const std::size_t shift = place % 64;
  const std::uint64_t all = shape_.lanes == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << shape_.lanes) - 1;
  for (const Cursor& cursor : cursors_)
    for (const Leaf& leaf : cursor.leaves)
      if ((cursor.masks[leaf.member] >> leaf.bit & 1) != 0)
        values_[leaf.gate][at] |= all << shift;
  for (const Running& tally : tallies_)
    values_[tally.gate][at] |= tally.places[tally.held * shape_.words + word] << shift;
  for (const OwnLeaf& leaf : own_)
    values_[leaf.gate][at] |= leaf.taken[word] << shift;
}

void InEveryOrbit::clear() {
  for (const Cursor& cursor : cursors_)
    for (const Leaf& leaf : cursor.leaves)
      values_[leaf.gate].fill(0);
  for (const OwnLeaf& leaf : own_)
    values_[leaf.gate].fill(0);
  for (const Running& tally : tallies_)
    values_[tally.gate].fill(0);
}

void InEveryOrbit::visit(const Visit& visit, const Errand& errand) {
  const std::uint64_t all = space_.size() / shape_.choices * shape_.words;
  const std::size_t atOnce = placesAtOnce / shape_.lanes;
  std::vector<const Places*> places;
  for (const Circuit::GateId root : roots_)
    places.push_back(&values_[root]);
  std::size_t word = 0; // of the row
  for (std::uint64_t first = 0; first < all; first += atOnce) {
    if (first / atOnce % 64 == 0)
      errand.check();
    clear();
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(atOnce, all - first));
    for (std::size_t k = 0; k < count; ++k) {
      put(k * shape_.lanes, word);
      word = word + 1 == shape_.words ? 0 : word + 1;
      if (word == 0)
        advance();
    }
    evaluateWords(circuit_, cone_, values_);
    visit(first, count, places);
  }
}

} // namespace stasis::stability
