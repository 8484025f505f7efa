#include "analysis/explain/second_reading.h"

#include "stability/errand.h"

#include <algorithm>

namespace stasis::analysis {

using model::Conflict;
using model::Direction;
using model::Expression;
using stability::Limit;
using stability::LimitReached;

namespace {

bool truthOf(const Expression::Node& node, const std::vector<bool>& stack) {
  using Op = Expression::Op;
  const auto first = stack.end() - static_cast<std::ptrdiff_t>(node.operands);
  const auto held = static_cast<std::size_t>(std::count(first, stack.end(), true));
  switch (node.op) {
  case Op::negation: return held == 0;
  case Op::conjunction: return held == node.operands;
  case Op::disjunction: return held != 0;
  case Op::exclusive: return (held & 1U) != 0;
  case Op::iff: return first[0] == first[1];
  case Op::implies: return first[1] || !first[0];
  case Op::whenever: return first[0] || !first[1];
  case Op::atLeast: return held >= node.value;
  case Op::atMost: return held <= node.value;
  case Op::exactly: return held == node.value;
  default: return false;
  }
}

bool within(const std::string& member, const std::string& pattern) {
  for (std::size_t o = 0; o < pattern.size(); ++o)
    if (pattern[o] != '-' && pattern[o] != member[o])
      return false;
  return true;
}

/// Whether the owner of an option can change it from `from` to `to`; an open one has both values.
bool changes(char from, char to, Direction direction) {
  const bool mayTake = direction != Direction::unresumable;
  const bool mayDrop = direction != Direction::irrevocable;
  if (from == 'N' && to == 'Y')
    return mayTake;
  if (from == 'Y' && to == 'N')
    return mayDrop;
  return true;
}

} // namespace

SecondReading::SecondReading(const Conflict& conflict)
    : conflict_(conflict), arcs_(conflict.parties.size()), classes_(conflict.parties.size()),
      moves_(conflict.parties.size()), scores_(conflict.parties.size()) {
  readArcs();
  readRankings();
  readUnsure();
}

void SecondReading::readUnsure() {
  unsure_.resize(conflict_.parties.size());
  for (std::size_t i = 0; i < unsure_.size(); ++i)
    for (const auto& pair : conflict_.parties[i].unsure)
      unsure_[i].emplace_back(meaning(pair.one), meaning(pair.other));
}

void SecondReading::readArcs() {
  for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
    if (const auto& moves = conflict_.parties[i].moves)
      for (const auto& move : *moves)
        arcs_[i][meaning(move.from)].push_back(meaning(move.to));
}

void SecondReading::readRankings() {
  for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
    if (const auto* ranking = std::get_if<model::Ranking>(&conflict_.parties[i].preference)) {
      std::int64_t value = 0;
      for (const auto& tie : ranking->classes) {
        for (const auto& reference : tie)
          classes_[i].emplace(meaning(reference), value);
        --value;
      }
    }
}

/// The letters of the state that a reference names; for a member of a merged state, those of the merged one.
std::string SecondReading::meaning(const model::StateRef& reference) {
  using Kind = model::StateRef::Kind;
  const auto& listed = conflict_.listed;
  if (reference.kind == Kind::listed)
    return listed.at(reference.value).pattern.letters();
  if (reference.kind == Kind::named) {
    const std::string& letters = conflict_.named.at(reference.value).state.letters();
    for (const auto& line : listed)
      if (within(letters, line.pattern.letters()))
        return line.pattern.letters();
    return letters;
  }
  if (!listed.empty())
    return reference.value >= 1 && reference.value <= listed.size()
               ? listed[reference.value - 1].pattern.letters()
               : std::string();
  if (numbered_.empty()) {
    const std::size_t n = conflict_.options.size();
    if (n > mostCounted)
      throw LimitReached(Limit::states, "states called by number are counted out up to " +
                                            std::to_string(mostCounted) + " options; name them instead");
    for (std::uint64_t value = 0; value < std::uint64_t{1} << n; ++value) {
      std::string letters(n, 'N');
      for (std::size_t o = 0; o < n; ++o)
        if ((value >> o & 1U) != 0)
          letters[o] = 'Y';
      if (feasible(letters))
        numbered_.push_back(std::move(letters));
    }
  }
  return reference.value >= 1 && reference.value <= numbered_.size() ? numbered_[reference.value - 1]
                                                                     : std::string();
}

bool SecondReading::holds(const Expression& expression, const std::string& letters,
                          const std::vector<bool>& defines) const {
  std::vector<bool> stack;
  for (const auto& node : expression.nodes()) {
    bool value = false;
    if (node.op == Expression::Op::constant)
      value = node.value != 0;
    else if (node.op == Expression::Op::option)
      value = letters[node.value] == 'Y';
    else if (node.op == Expression::Op::define)
      value = defines[node.value];
    else
      value = truthOf(node, stack);
    stack.resize(stack.size() - node.operands);
    stack.push_back(value);
  }
  return stack.back();
}

std::vector<bool> SecondReading::defines(const std::string& letters) const {
  std::vector<bool> known;
  for (const auto& define : conflict_.defines)
    known.push_back(holds(define.meaning, letters, known));
  return known;
}

bool SecondReading::feasible(const std::string& letters) const {
  if (!conflict_.listed.empty())
    return std::ranges::any_of(conflict_.listed,
                               [&](const auto& line) { return line.pattern.letters() == letters; });
  if (letters.size() != conflict_.options.size() || letters.find_first_not_of("YN") != std::string::npos)
    return false;
  const auto known = defines(letters);
  return std::ranges::all_of(conflict_.constraints,
                             [&](const auto& constraint) { return holds(constraint.holds, letters, known); });
}

std::optional<SecondReading::Met> SecondReading::find(std::string_view letters) {
  const std::string key(letters);
  if (const auto known = places_.find(key); known != places_.end())
    return known->second;
  return feasible(key) ? std::optional(meet(key)) : std::nullopt;
}

SecondReading::Met SecondReading::meet(const std::string& letters) {
  const auto [place, added] = places_.emplace(letters, static_cast<Met>(met_.size()));
  if (added)
    met_.push_back(letters);
  return place->second;
}

const std::vector<SecondReading::Met>& SecondReading::moves(std::size_t party, Met from) {
  if (const auto known = moves_[party].find(from); known != moves_[party].end())
    return known->second;
  std::vector<Met> ends;
  if (conflict_.parties[party].moves) {
    const auto arcs = arcs_[party].find(met_[from]);
    if (arcs != arcs_[party].end())
      for (const std::string& to : arcs->second)
        if (const auto end = find(to); end && *end != from && std::ranges::find(ends, *end) == ends.end())
          ends.push_back(*end);
  } else {
    ends = conflict_.listed.empty() ? byOptions(conflict_.parties[party], from) : amongListed(party, from);
  }
  return moves_[party][from] = std::move(ends);
}

std::vector<SecondReading::Met> SecondReading::byOptions(const model::Party& party, Met from) {
  std::vector<std::size_t> mayChange;
  const std::string start = met_[from];
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
    if (changes(start[o], start[o] == 'Y' ? 'N' : 'Y', conflict_.options[o].direction))
      mayChange.push_back(o);
  if (mayChange.size() > mostOwn)
    throw LimitReached(Limit::states, "every choice of a party is tried up to " + std::to_string(mostOwn) +
                                          " options; " + party.name + " has " +
                                          std::to_string(mayChange.size()));
  std::vector<Met> ends;
  for (std::uint64_t flips = 1; flips < std::uint64_t{1} << mayChange.size(); ++flips) {
    std::string to = start;
    for (std::size_t k = 0; k < mayChange.size(); ++k)
      if ((flips >> k & 1U) != 0)
        to[mayChange[k]] = start[mayChange[k]] == 'Y' ? 'N' : 'Y';
    if (const auto end = find(to))
      ends.push_back(*end);
  }
  return ends;
}

std::vector<SecondReading::Met> SecondReading::amongListed(std::size_t party, Met from) {
  std::vector<Met> ends;
  const std::string start = met_[from];
  for (const auto& line : conflict_.listed) {
    const std::string& to = line.pattern.letters();
    bool reachable = to != start;
    for (std::size_t o = 0; o < to.size() && reachable; ++o) {
      const auto& option = conflict_.options[o];
      reachable = option.owner.index() == party ? changes(start[o], to[o], option.direction)
                                                : start[o] == to[o] || start[o] == '-' || to[o] == '-';
    }
    if (reachable)
      ends.push_back(meet(to));
  }
  return ends;
}

/// Compared lexicographically; larger is better.
const SecondReading::Score& SecondReading::score(std::size_t party, Met state) {
  if (const auto known = scores_[party].find(state); known != scores_[party].end())
    return known->second;
  std::string letters = met_[state];
  const auto& preference = conflict_.parties[party].preference;
  Score score;
  if (const auto* prioritised = std::get_if<model::Prioritised>(&preference)) {
    std::ranges::replace(letters, '-', 'N');
    const auto known = defines(letters);
    for (const auto& tier : prioritised->tiers) {
      score.push_back(0);
      for (const auto& statement : tier)
        score.back() += holds(statement.wanted, letters, known) ? 1 : 0;
    }
  } else if (std::holds_alternative<model::Ranking>(preference)) {
    const auto place = classes_[party].find(letters);
    score.push_back(place == classes_[party].end() ? INT64_MIN : place->second);
  } else if (const auto* weights = std::get_if<model::Weights>(&preference)) {
    std::ranges::replace(letters, '-', 'N');
    const auto known = defines(letters);
    score.push_back(0);
    for (const auto& weight : weights->weights)
      if (holds(weight.wanted, letters, known))
        score.back() += weight.units;
  }
  return scores_[party][state] = std::move(score);
}

bool SecondReading::prefers(std::size_t party, Met better, Met worse) {
  const Score& a = score(party, better);
  return a > score(party, worse);
}

bool SecondReading::prefersStrongly(std::size_t party, Met better, Met worse) {
  const Score a = score(party, better);
  const Score b = score(party, worse);
  const auto& preference = conflict_.parties[party].preference;
  if (const auto* ranking = std::get_if<model::Ranking>(&preference)) {
    for (const std::size_t k : ranking->strongAfter)
      if (a.front() >= -static_cast<std::int64_t>(k) && b.front() < -static_cast<std::int64_t>(k))
        return true;
    return false;
  }
  const auto* said = std::get_if<model::Prioritised>(&preference);
  for (std::size_t k = 0; said != nullptr && k < a.size(); ++k)
    if (a[k] != b[k])
      return a[k] > b[k] && said->tiers[k].front().mark == model::Mark::strongly;
  return false;
}

SecondReading::Known SecondReading::known(std::size_t party, Met t, Met s) {
  for (const auto& [one, other] : unsure_[party])
    if ((one == met_[t] && other == met_[s]) || (one == met_[s] && other == met_[t]))
      return Known::unknown;
  const Score a = score(party, t);
  const Score b = score(party, s);
  const auto* said = std::get_if<model::Prioritised>(&conflict_.parties[party].preference);
  std::vector<Known> readings;
  const auto note = [&](Known reading) {
    if (std::ranges::find(readings, reading) == readings.end())
      readings.push_back(reading);
  };
  std::size_t k = 0;
  for (; k < a.size(); ++k) {
    if (a[k] == b[k])
      continue;
    note(a[k] > b[k] ? Known::better : Known::worse);
    if (said == nullptr || said->tiers[k].front().mark != model::Mark::perhaps)
      break; // every reading so far decides here
  }
  if (k == a.size())
    note(Known::same);
  return readings.size() == 1 ? readings.front() : Known::unknown;
}

bool SecondReading::likes(std::size_t party, Met t, Met s) {
  bool suits = t != s;
  for (std::size_t j = 0; j < conflict_.parties.size(); ++j) {
    model::Attitude attitude = j == party ? model::Attitude::for_ : model::Attitude::neutral;
    for (const auto& row : conflict_.parties[party].attitudes)
      if (row.towards.index() == j)
        attitude = row.attitude;
    if (attitude == model::Attitude::for_)
      suits = suits && !prefers(j, s, t);
    if (attitude == model::Attitude::against)
      suits = suits && !prefers(j, t, s);
  }
  return suits;
}

} // namespace stasis::analysis
