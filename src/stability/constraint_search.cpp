#include "stability/constraint_search.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <set>

namespace stasis::stability {

ConstraintSearch::ConstraintSearch(const model::Conflict& conflict,
                                   const std::vector<std::size_t>& constraints)
    : circuit_(conflict), naming_(conflict.options.size()), optionGate_(conflict.options.size(), 0) {
  for (const std::size_t position : constraints)
    entries_.push_back({circuit_.add(conflict.constraints[position].holds), {}, {}});
  values_.assign(circuit_.size(), Tri::open);
  decided_.assign(entries_.size(), false);
  undecided_ = entries_.size();
  for (std::size_t k = 0; k < entries_.size(); ++k) {
    Entry& entry = entries_[k];
    entry.cone = circuit_.cone(std::span(&entry.root, 1));
    entry.options = circuit_.options(entry.cone);
    for (const model::OptionId option : entry.options)
      naming_[option.index()].push_back(k);
    for (const Circuit::GateId g : entry.cone)
      if (circuit_.gate(g).op == Circuit::Op::option)
        optionGate_[circuit_.gate(g).value] = g;
  }
  for (std::size_t k = 0; k < entries_.size(); ++k)
    possible_ = evaluate(k) && possible_;
}

bool ConstraintSearch::evaluate(std::size_t k) {
  if (decided_[k])
    return true;
  evaluateOpen(circuit_, entries_[k].cone, values_);
  const Tri value = values_[entries_[k].root];
  if (value == Tri::yes) {
    decided_[k] = true;
    --undecided_;
    trail_.push_back(k);
  }
  return value != Tri::no;
}

bool ConstraintSearch::set(model::OptionId option, bool taken) {
  steps_.push_back({option, trail_.size()});
  const auto& naming = naming_[option.index()];
  if (naming.empty())
    return true;
  values_[optionGate_[option.index()]] = taken ? Tri::yes : Tri::no;
  return std::ranges::all_of(naming, [&](std::size_t k) { return evaluate(k); });
}

void ConstraintSearch::undo() {
  const Step step = steps_.back();
  steps_.pop_back();
  for (; trail_.size() > step.trail; trail_.pop_back()) {
    decided_[trail_.back()] = false;
    ++undecided_;
  }
  if (!naming_[step.option.index()].empty())
    values_[optionGate_[step.option.index()]] = Tri::open;
}

std::vector<model::OptionId> ConstraintSearch::constraintOrder() const {
  std::vector<model::OptionId> order;
  std::vector<bool> placed(naming_.size(), false);
  std::vector<std::size_t> left(entries_.size());
  std::set<std::pair<std::size_t, std::size_t>> open; // how many options are left, and the constraint
  for (std::size_t k = 0; k < entries_.size(); ++k) {
    left[k] = entries_[k].options.size();
    if (left[k] > 0)
      open.emplace(left[k], k);
  }
  const auto place = [&](model::OptionId option) {
    if (placed[option.index()])
      return;
    placed[option.index()] = true;
    order.push_back(option);
    for (const std::size_t k : naming_[option.index()]) {
      open.erase({left[k], k});
      if (--left[k] > 0)
        open.emplace(left[k], k);
    }
  };
  while (!open.empty()) {
    const auto& options = entries_[open.begin()->second].options;
    std::for_each(options.rbegin(), options.rend(), place);
  }
  for (std::size_t o = naming_.size(); o-- > 0;)
    place(model::OptionId(o));
  return order;
}

namespace {

/// Thrown inside a search that has used up its settings.
struct SearchEnded {};

class Satisfiability {
public:
  /// `settings`: how many more options may be set.
  Satisfiability(const model::Conflict& conflict, const std::vector<std::size_t>& constraints,
                 std::size_t& settings, const Errand& errand)
      : search_(conflict, constraints), order_(search_.constraintOrder()), settings_(settings),
        errand_(errand) {}

  bool answer() { return search_.possible() && extend(0); }

private:
  bool extend(std::size_t depth) {
    if (search_.undecided() == 0)
      return true;
    if (settings_-- == 0)
      throw SearchEnded();
    if (settings_ % 4096 == 0)
      errand_.check();
    for (const bool taken : {false, true}) {
      const bool found = search_.set(order_[depth], taken) && extend(depth + 1);
      search_.undo();
      if (found)
        return true;
    }
    return false;
  }

  ConstraintSearch search_;
  std::vector<model::OptionId> order_;
  std::size_t& settings_;
  const Errand& errand_;
};

struct Contradictions {
  const model::Conflict& conflict;
  std::size_t& settings;
  const Errand& errand;

  bool contradict(const std::vector<std::size_t>& constraints) const {
    errand.check();
    return !Satisfiability(conflict, constraints, settings, errand).answer();
  }

  /// A part of `candidates` that still contradicts together with `given`, and from which nothing can be left
  /// out (QuickXplain: Junker 2004). Cost: about 2 k log(m / k) checks for k found among m.
  std::vector<std::size_t> irreducible(const std::vector<std::size_t>& given, bool givenIsNew,
                                       const std::vector<std::size_t>& candidates) const {
    if (givenIsNew && contradict(given))
      return {};
    if (candidates.size() == 1)
      return candidates;
    const auto middle = candidates.begin() + static_cast<std::ptrdiff_t>(candidates.size() / 2);
    const std::vector<std::size_t> first(candidates.begin(), middle);
    const std::vector<std::size_t> second(middle, candidates.end());
    const auto needed = irreducible(together(given, first), true, second);
    return together(irreducible(together(given, needed), !needed.empty(), first), needed);
  }

  static std::vector<std::size_t> together(const std::vector<std::size_t>& a,
                                           const std::vector<std::size_t>& b) {
    std::vector<std::size_t> all;
    std::ranges::merge(a, b, std::back_inserter(all));
    return all;
  }

  /// The first contradictory set of exactly `size` constraints, in lexicographic order; empty if none.
  std::vector<std::size_t> ofSize(std::size_t size) const {
    std::vector<std::size_t> set(size);
    std::iota(set.begin(), set.end(), 0);
    const std::size_t all = conflict.constraints.size();
    for (;;) {
      if (contradict(set))
        return set;
      std::size_t k = size;
      while (k > 0 && set[k - 1] == all - size + k - 1)
        --k;
      if (k == 0)
        return {};
      ++set[k - 1];
      std::iota(set.begin() + static_cast<std::ptrdiff_t>(k), set.end(), set[k - 1] + 1);
    }
  }
};

/// Sets of one to three constraints are tried if there are no more of them than this.
constexpr std::size_t setsWorthTrying = 20'000;

std::size_t setsOfSize(std::size_t size, std::size_t all) {
  std::size_t sets = 1;
  for (std::size_t k = 0; k < size; ++k)
    sets = sets * (all - k) / (k + 1);
  return sets;
}

} // namespace

namespace {

std::vector<std::size_t> smallest(const model::Conflict& conflict, std::size_t& settings,
                                  const Errand& errand) {
  const Contradictions search{conflict, settings, errand};
  std::vector<std::size_t> all(conflict.constraints.size());
  std::iota(all.begin(), all.end(), 0);
  if (!search.contradict(all))
    return {};
  const std::vector<std::size_t> found = search.irreducible({}, false, all);
  for (std::size_t size = 1; size < std::min<std::size_t>(found.size(), 4); ++size)
    if (setsOfSize(size, all.size()) <= setsWorthTrying)
      if (auto smaller = search.ofSize(size); !smaller.empty())
        return smaller;
  return found;
}

} // namespace

std::vector<std::size_t> smallestContradiction(const model::Conflict& conflict, const Errand& errand) {
  std::size_t settings = std::numeric_limits<std::size_t>::max();
  return smallest(conflict, settings, errand);
}

std::optional<std::vector<std::size_t>> contradictionWithin(const model::Conflict& conflict,
                                                            std::size_t settings, const Errand& errand) {
  try {
    return smallest(conflict, settings, errand);
  } catch (const SearchEnded&) {
    return std::nullopt;
  }
}

} // namespace stasis::stability
