#include "stability/explicit/relational_stability.h"

#include <algorithm>
#include <numeric>

namespace stasis::stability {

using model::ConceptFamily;
using model::ConceptRow;
using model::PartyId;
using model::Relation;

/// The states of each class, one class after the other.
struct RelationalStability::ByClass {
  std::vector<std::uint32_t> begin, states;

  explicit ByClass(const AlikeStates& alike)
      : begin(alike.classes() + std::size_t{1}, 0), states(alike.classOf().size()) {
    for (const std::uint32_t k : alike.classOf())
      ++begin[k + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    auto next = begin;
    for (std::uint32_t s = 0; s < states.size(); ++s)
      states[next[alike.classOf(s)]++] = s;
  }
  std::span<const std::uint32_t> of(std::uint32_t k) const {
    return std::span(states).subspan(begin[k], begin[k + 1] - begin[k]);
  }
};

/// Some classes of a party, as many as a row has bits, and what several concepts ask of them.
template <std::size_t W> class RelationalStability::Pass {
public:
  static constexpr std::uint32_t width = 64 * W;

  Pass(RelationalStability& all, const AlikeStates& alike, const ByClass& byClass, PartyId party,
       std::uint32_t first)
      : all_(all), alike_(alike), states_(byClass), party_(party), first_(first),
        count_(std::min(width, alike.classes() - first)) {}

  void judge(Stable& stable) {
    prepare(stable);
    for (std::uint32_t k = 0; k < count_; ++k) {
      if (k % 16 == 0)
        all_.errand_.check();
      for (const std::uint32_t s : states_.of(first_ + k))
        for (std::uint32_t left = stays(s, k), c = 0; left != 0; left >>= 1, ++c)
          if ((left & 1) != 0)
            stable[c].second.set(s);
    }
  }

private:
  using Row = ClassRow<W>;
  using Rows = StateRows<W>;

  /// Concepts that leave for the same states, and those that fear the same answers, as bits by place.
  struct Leaving {
    const std::vector<Row>* rows;
    std::uint32_t concepts;
  };
  struct Feared {
    const GroupAnswers* group; ///< null: nobody answers
    const Rows* targets;
    const Brought<W>* brought;
    std::uint32_t concepts;
  };

  void prepare(const Stable& stable) {
    std::map<Relation, std::size_t> leaving;
    std::map<const Brought<W>*, std::size_t> feared;
    for (std::size_t c = 0; c < stable.size(); ++c) {
      const ConceptRow& concept_ = row(stable[c].first);
      everyConcept_ |= 1U << c;
      const auto [l, newRelation] = leaving.emplace(concept_.leaves, leaving_.size());
      if (newRelation)
        leaving_.push_back({&byClass(concept_.leaves), 0});
      leaving_[l->second].concepts |= 1U << c;
      const bool answered = concept_.answers != Relation::never;
      const Brought<W>* brought = answered ? &into(concept_) : nullptr;
      const auto [f, newAnswer] = feared.emplace(brought, feared_.size());
      if (newAnswer)
        feared_.push_back(answered ? Feared{&group(concept_), &deterring(concept_), brought, 0}
                                   : Feared{nullptr, nullptr, nullptr, 0});
      feared_[f->second].concepts |= 1U << c;
    }
  }

  /// The concepts under which the party stays at s, of class first + k: every state that it leaves s for
  /// meets an answer.
  std::uint32_t stays(std::uint32_t s, std::uint32_t k) const {
    std::uint32_t staying = everyConcept_;
    for (const std::uint32_t to : moves().from(s)) {
      if (to == s)
        continue;
      std::uint32_t leaving = 0;
      for (const Leaving& one : leaving_)
        leaving |= (*one.rows)[alike_.classOf(to)].has(k) ? one.concepts : 0;
      leaving &= staying;
      if (leaving == 0)
        continue;
      for (const Feared& answer : feared_)
        if ((leaving & answer.concepts) != 0 &&
            (answer.group == nullptr || !answer.group->meets(*answer.brought, *answer.targets, to, k)))
          staying &= ~(leaving & answer.concepts);
      if (staying == 0)
        return 0;
    }
    return staying;
  }

  const std::vector<Row>& byClass(Relation relation) {
    std::vector<Row>& rows = byRelation_[relation];
    if (!rows.empty())
      return rows;
    const auto known = byRelation_.find(model::contrary(relation));
    if (known != byRelation_.end() && !known->second.empty()) {
      for (const Row& contrary : known->second)
        rows.push_back(~contrary);
      return rows;
    }
    rows.resize(alike_.classes());
    alike_.fillRows(relation, first_, count_, {rows.front().words, W * rows.size()}, W, all_.errand_);
    return rows;
  }

  /// The classes that each state deters and, if the concept asks for it, from which the party cannot undo
  /// that.
  const Rows& deterring(const ConceptRow& concept_) {
    const auto [known, isNew] = deterring_.try_emplace({concept_.deters, concept_.undoes});
    Rows& found = known->second;
    if (!isNew)
      return found;
    const std::vector<Row>& deters = byClass(concept_.deters);
    if (concept_.undoes == Relation::never) {
      found.rows = deters;
      found.of = alike_.classOf().data();
      return found;
    }
    const std::vector<Row>& undoes = byClass(concept_.undoes);
    const bool contrary = model::contrary(concept_.deters) == concept_.undoes;
    if (moves().inCells() && contrary) { // then every state of the cell must deter
      found.of = moves().cellOf().data();
      for (std::size_t cell = 0; cell < moves().rows(); ++cell) {
        Row row = ~Row();
        for (const std::uint32_t s : moves().cell(cell))
          row &= deters[alike_.classOf(s)];
        found.rows.push_back(row);
      }
      return found;
    }
    for (std::uint32_t s = 0; s < all_.space_.size(); ++s) {
      Row row = deters[alike_.classOf(s)];
      for (const std::uint32_t to : moves().from(s))
        if (to != s)
          row &= ~undoes[alike_.classOf(to)];
      found.rows.push_back(row);
    }
    return found;
  }

  /// For each state, the classes that the others can deter by some state they bring about from there.
  const Brought<W>& into(const ConceptRow& concept_) {
    const auto [known, isNew] = into_.try_emplace({concept_.deters, concept_.undoes, concept_.answers});
    if (isNew)
      known->second = group(concept_).into(deterring(concept_), all_.errand_);
    return known->second;
  }

  const PartySteps& moves() const { return all_.moves_.at(party_); }
  const GroupAnswers& group(const ConceptRow& concept_) {
    return all_.answers(concept_.family, concept_.answers, party_);
  }

  RelationalStability& all_;
  const AlikeStates& alike_;
  const ByClass& states_;
  PartyId party_;
  std::uint32_t first_; ///< the class of bit 0
  std::uint32_t count_;
  std::map<Relation, std::vector<Row>> byRelation_;
  std::map<std::pair<Relation, Relation>, Rows> deterring_;             ///< by what deters and what undoes
  std::map<std::tuple<Relation, Relation, Relation>, Brought<W>> into_; ///< and by the answers
  std::uint32_t everyConcept_ = 0;
  std::vector<Leaving> leaving_;
  std::vector<Feared> feared_;
};

RelationalStability::RelationalStability(const StateSpace& space, const std::vector<Ranks>& ranks,
                                         std::uint64_t maxMemory, const Errand& errand)
    : space_(space), ranks_(ranks), maxMemory_(maxMemory), errand_(errand) {}

RelationalStability::Stable RelationalStability::judge(ConceptFamily family, PartyId party) {
  Stable stable;
  for (const ConceptRow& concept_ : model::conceptsOf(family))
    stable.emplace_back(concept_.id, Bits(space_.size()));
  moves(party);
  const std::uint64_t bytes = rowsOfPass(family, party) * sizeof(std::uint64_t);
  const std::uint64_t left = maxMemory_ - std::min(taken_, maxMemory_);
  if (alike(family, party).classes() > 64 && 8 * bytes <= left / 2)
    judge<8>(family, party, stable);
  else if (bytes <= left)
    judge<1>(family, party, stable);
  else
    take(bytes); // throws
  return stable;
}

template <std::size_t W>
void RelationalStability::judge(ConceptFamily family, PartyId party, Stable& stable) {
  const AlikeStates& classes = alike(family, party);
  const ByClass byClass(classes);
  for (std::uint32_t first = 0; first < classes.classes(); first += 64 * W)
    Pass<W>(*this, classes, byClass, party, first).judge(stable);
}

/// How many rows a pass takes at most. Makes the groups that it asks.
std::uint64_t RelationalStability::rowsOfPass(ConceptFamily family, PartyId party) {
  std::uint64_t rows = 0;
  std::map<std::pair<Relation, Relation>, bool> targets;
  std::map<std::tuple<Relation, Relation, Relation>, bool> searches;
  std::map<Relation, bool> relations;
  const std::uint64_t classes = alike(family, party).classes();
  for (const ConceptRow& concept_ : model::conceptsOf(family)) {
    for (const Relation relation : {concept_.leaves, concept_.deters, concept_.undoes})
      if (relation != Relation::never && relations.emplace(relation, true).second)
        rows += classes;
    if (concept_.answers == Relation::never)
      continue;
    if (targets.emplace(std::pair(concept_.deters, concept_.undoes), true).second)
      rows += concept_.undoes == Relation::never ? classes
              : moves(party).inCells()           ? moves(party).rows()
                                                 : space_.size();
    if (searches.emplace(std::tuple(concept_.deters, concept_.undoes, concept_.answers), true).second)
      rows += answers(family, concept_.answers, party).rows();
  }
  return rows;
}

std::string RelationalStability::told() const {
  std::map<ConceptFamily, std::pair<std::uint32_t, PartyId>> most;
  for (const auto& [key, alike] : alike_) {
    auto& [classes, party] = most.try_emplace(key.first, 0, key.second).first->second;
    if (alike->classes() > classes)
      std::tie(classes, party) = std::pair(alike->classes(), key.second);
  }
  std::string words;
  for (const auto& [family, found] : most)
    words += "; " + std::string(model::row(family).key) + ": up to " + std::to_string(found.first) +
             " classes of states that compare alike (" + space_.conflict().party(found.second).name +
             "), 512 at a time";
  return words;
}

// --- what is made once

void RelationalStability::take(std::uint64_t bytes) {
  taken_ += bytes;
  if (taken_ > maxMemory_)
    throw LimitReached(
        Limit::memory,
        "what the others can answer, written down state by state as relations that are no rank "
        "need, does not fit in memory; a larger --max-memory allows more");
}

bool RelationalStability::freeBothWays(PartyId party) const {
  return !space_.merged() && !space_.conflict().hasGraphForm() &&
         std::ranges::all_of(space_.conflict().options, [&](const auto& option) {
           return option.owner != party || option.direction == model::Direction::both;
         });
}

const PartySteps& RelationalStability::moves(PartyId party) {
  const auto known = moves_.find(party);
  if (known != moves_.end())
    return known->second;
  const std::uint64_t share = (maxMemory_ - std::min(taken_, maxMemory_)) / 2;
  PartySteps made = freeBothWays(party) ? PartySteps::inCells(space_, party)
                                        : PartySteps(arcsOf(space_, party, share, errand_), space_.size());
  take(made.bytes());
  return moves_.emplace(party, std::move(made)).first->second;
}

const AlikeStates& RelationalStability::alike(ConceptFamily family, PartyId party) {
  auto& known = alike_[{family, party}];
  if (!known) {
    known = family == ConceptFamily::attitudes ? alikeByAttitudes(space_, party, ranks_)
                                               : alikeInDoubt(space_, party, ranks_[party.index()], errand_);
    take(sizeof(std::uint32_t) * space_.size() + 2 * sizeof(std::uint64_t) * known->classes());
  }
  return *known;
}

/// The moves of a party that lead to states which stand in the relation to where the move begins.
PartySteps RelationalStability::stepsAlong(ConceptFamily family, Relation relation, PartyId party) {
  const AlikeStates& classes = alike(family, party);
  const PartySteps& all = moves(party);
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> to;
  for (std::uint32_t s = 0; s < space_.size(); ++s) {
    if (s % 4096 == 0) {
      errand_.check();
      if (sizeof(std::uint32_t) * to.size() > maxMemory_)
        take(maxMemory_); // throws
    }
    classes.keep(relation, all.from(s), s, to);
    begin.push_back(static_cast<std::uint32_t>(to.size()));
  }
  to.shrink_to_fit();
  return {std::move(begin), std::move(to)};
}

const GroupAnswers& RelationalStability::answers(ConceptFamily family, Relation relation, PartyId party) {
  const std::tuple key(relation == Relation::always ? ConceptFamily::classical : family, relation, party);
  const auto known = answers_.find(key);
  if (known != answers_.end())
    return known->second;
  std::vector<const PartySteps*> steps;
  bool inCells = true;
  for (std::size_t j = 0; j < ranks_.size(); ++j) {
    if (PartyId(j) == party)
      continue;
    const PartySteps* own = &moves(PartyId(j));
    inCells = inCells && own->inCells();
    if (relation != Relation::always) {
      const auto [along, isNew] = along_.try_emplace({family, relation, PartyId(j)});
      if (isNew) {
        along->second = stepsAlong(family, relation, PartyId(j));
        take(along->second.bytes());
      }
      own = &along->second;
    }
    steps.push_back(own);
  }
  GroupAnswers group = relation == Relation::always && inCells
                           ? GroupAnswers::inComponents(space_.size(), steps)
                           : GroupAnswers::bySteps(space_.size(), std::move(steps), errand_);
  take(group.bytes());
  return answers_.emplace(key, std::move(group)).first->second;
}

} // namespace stasis::stability
