#include "stability/explicit/group_words.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace stasis::stability {

/// Finds the strongly connected parts of the graph that answers follow, each after all that it leads to. Its
/// nodes are, for each member and state: the member has moved into the state; and: it moves next. Which parts
/// a part leads to is gathered on the way, on a stack (Nuutila & Soisalon-Soininen 1994).
class GroupAnswers::Parts {
public:
  static constexpr std::uint32_t top = 0xFFFFFFFF;

  Parts(GroupAnswers& group, const Errand& errand)
      : group_(group), states_(static_cast<std::uint32_t>(group.states_)),
        members_(static_cast<std::uint32_t>(group.steps_.size())), index_(2 * group.states_ * members_, 0),
        heldBy_(group.states_, top), errand_(errand) {
    for (State s = 0; s < group.states_; ++s)
      for (std::uint32_t j = 0; j < members_; ++j)
        if (group_.steps_[j]->stepsFrom(s) && index_[nextNode(s, j)] == 0)
          search(s, j);
    group_.partBegin_.push_back(static_cast<std::uint32_t>(group_.held_.size()));
    group_.nextBegin_.push_back(static_cast<std::uint32_t>(group_.next_.size()));
  }

  /// The part from which member j moves next.
  std::uint32_t partOf(State s, std::uint32_t j) const { return top - index_[nextNode(s, j)]; }

private:
  struct Frame {
    State state;
    std::uint32_t member;
    bool next;           ///< the member moves next; otherwise it has moved into the state
    bool first;          ///< nothing found before it was met again
    std::uint32_t at;    ///< which successor is looked at
    std::size_t reached; ///< how many parts were waiting when it was opened
  };

  std::uint32_t nextNode(State s, std::uint32_t j) const { return (members_ + j) * states_ + s; }
  std::uint32_t movedNode(State s, std::uint32_t j) const { return j * states_ + s; }
  std::uint32_t nodeOf(const Frame& frame) const {
    return frame.next ? nextNode(frame.state, frame.member) : movedNode(frame.state, frame.member);
  }
  static bool isPart(std::uint32_t index) { return index > top / 2; }

  void search(State s, std::uint32_t j) {
    open(s, j, true);
    while (!frames_.empty()) {
      if (++visits_ % 4096 == 0)
        errand_.check();
      Frame& frame = frames_.back();
      if (frame.next ? allSteps(frame) : allWhoMoveNext(frame))
        close(frame);
    }
  }

  /// False if a state is stepped into for the first time; it is opened.
  bool allSteps(Frame& frame) {
    const auto to = group_.steps_[frame.member]->from(frame.state);
    std::uint32_t& own = index_[nodeOf(frame)];
    for (; frame.at < to.size(); ++frame.at)
      if (to[frame.at] != frame.state && !isMet(frame, own, movedNode(to[frame.at], frame.member))) {
        open(to[frame.at], frame.member, false);
        return false;
      }
    return true;
  }

  bool allWhoMoveNext(Frame& frame) {
    std::uint32_t& own = index_[nodeOf(frame)];
    for (; frame.at < members_; ++frame.at)
      if (frame.at != frame.member && group_.steps_[frame.at]->stepsFrom(frame.state) &&
          !isMet(frame, own, nextNode(frame.state, frame.at))) {
        open(frame.state, frame.at, true);
        return false;
      }
    return true;
  }

  bool isMet(Frame& frame, std::uint32_t& own, std::uint32_t successor) {
    const std::uint32_t index = index_[successor];
    if (index == 0)
      return false;
    if (isPart(index)) {
      if (reached_.size() == frame.reached || reached_.back() != top - index)
        reached_.push_back(top - index);
    } else if (index < own) {
      own = index;
      frame.first = false;
    }
    return true;
  }

  void open(State s, std::uint32_t j, bool next) {
    frames_.push_back({s, j, next, true, 0, reached_.size()});
    index_[nodeOf(frames_.back())] = ++found_;
  }

  void close(const Frame& closed) {
    const Frame frame = closed;
    frames_.pop_back();
    const std::uint32_t node = nodeOf(frame);
    if (!frame.first) {
      waiting_.push_back({node, frame.next ? top : frame.state});
      return;
    }
    group_.partBegin_.push_back(static_cast<std::uint32_t>(group_.held_.size()));
    group_.nextBegin_.push_back(static_cast<std::uint32_t>(group_.next_.size()));
    const std::uint32_t least = index_[node];
    add(node, frame.next ? top : frame.state);
    while (!waiting_.empty() && index_[waiting_.back().node] >= least) {
      add(waiting_.back().node, waiting_.back().state);
      waiting_.pop_back();
    }
    for (; reached_.size() > frame.reached; reached_.pop_back())
      if (std::exchange(metBy_[reached_.back()], parts_) != parts_)
        group_.next_.push_back(reached_.back());
    metBy_.push_back(top);
    ++parts_;
  }

  /// Adds a node to the part that is found; `state` is what was stepped into.
  void add(std::uint32_t node, State state) {
    index_[node] = top - parts_;
    if (state != top && std::exchange(heldBy_[state], parts_) != parts_)
      group_.held_.push_back(state);
  }

  struct Waiting {
    std::uint32_t node;
    State state;
  };

  GroupAnswers& group_;
  std::uint32_t states_;
  std::uint32_t members_;
  std::vector<std::uint32_t> index_;  ///< by node: 0, or when it was found, or its part counted from the top
  std::vector<std::uint32_t> heldBy_; ///< by state: the last part that holds it
  std::vector<std::uint32_t> metBy_;  ///< by part: the last one that leads to it
  std::vector<Frame> frames_;
  std::vector<Waiting> waiting_;       ///< finished, but their part is not
  std::vector<std::uint32_t> reached_; ///< the parts that nodes of unfinished parts lead to
  const Errand& errand_;
  std::uint32_t found_ = 0;
  std::uint32_t parts_ = 0;
  std::size_t visits_ = 0;
};

GroupAnswers GroupAnswers::bySteps(std::size_t states, std::vector<const PartySteps*> steps,
                                   const Errand& errand) {
  GroupAnswers group;
  group.states_ = states;
  group.steps_ = std::move(steps);
  if (2 * states * group.steps_.size() >= Parts::top / 2)
    throw LimitReached(Limit::memory, "there are too many states and parties to write down every answer");
  group.addPlaces(Parts(group, errand));
  return group;
}

void GroupAnswers::addPlaces(const Parts& parts) {
  Numbering places;
  places.of(0); // no part
  placeOf_.reserve(states_);
  std::vector<std::uint32_t> into;
  for (State s = 0; s < states_; ++s) {
    into.clear();
    for (std::uint32_t j = 0; j < steps_.size(); ++j)
      if (steps_[j]->stepsFrom(s))
        into.push_back(parts.partOf(s, j));
    std::ranges::sort(into);
    std::uint32_t place = 0;
    for (std::size_t k = 0; k < into.size(); ++k)
      if (k == 0 || into[k] != into[k - 1])
        place = places.of(place, into[k] + 1);
    placeOf_.push_back(place);
  }
  chain_ = places.seen();
  places_ = chain_.size();
}

GroupAnswers GroupAnswers::inComponents(std::size_t states, const std::vector<const PartySteps*>& steps) {
  GroupAnswers group;
  group.states_ = states;
  group.exact_ = true;
  std::vector<std::uint32_t> above(states);
  std::iota(above.begin(), above.end(), 0U);
  const auto root = [&](State s) {
    while (above[s] != s)
      s = above[s] = above[above[s]];
    return s;
  };
  for (const PartySteps* cells : steps)
    for (std::size_t row = 0; row < cells->rows(); ++row)
      for (const State s : cells->cell(row))
        above[root(s)] = root(cells->cell(row).front());
  Numbering components;
  group.placeOf_.reserve(states);
  for (State s = 0; s < states; ++s)
    group.placeOf_.push_back(components.of(root(s)));
  group.places_ = components.size();
  return group;
}

template <std::size_t W>
Brought<W> GroupAnswers::into(const StateRows<W>& targets, const Errand& errand) const {
  Brought<W> found;
  if (exact_) {
    found.once.resize(places_);
    found.twice.resize(places_);
    for (State s = 0; s < states_; ++s) {
      if (s % 4096 == 0)
        errand.check();
      const ClassRow<W>& row = targets[s];
      found.twice[placeOf_[s]] |= found.once[placeOf_[s]] & row;
      found.once[placeOf_[s]] |= row;
    }
    return found;
  }
  std::vector<ClassRow<W>> byPart(partBegin_.size() - 1);
  for (std::size_t part = 0; part < byPart.size(); ++part) {
    if (part % 4096 == 0)
      errand.check();
    ClassRow<W> row;
    for (std::uint32_t k = partBegin_[part]; k < partBegin_[part + 1]; ++k)
      row |= targets[held_[k]];
    for (std::uint32_t k = nextBegin_[part]; k < nextBegin_[part + 1]; ++k)
      row |= byPart[next_[k]];
    byPart[part] = row;
  }
  found.once.resize(places_);
  for (std::size_t place = 1; place < places_; ++place) {
    found.once[place] = found.once[chain_[place] >> 32];
    found.once[place] |= byPart[static_cast<std::uint32_t>(chain_[place]) - 1];
  }
  return found;
}

bool GroupAnswers::reachesAnother(State start, const Target& isTarget) const {
  const std::size_t members = steps_.size();
  for (const PartySteps* own : steps_)
    for (const State to : own->from(start))
      if (to != start && isTarget(to))
        return true;
  seen_.resize((states_ * members + 63) / 64, 0);
  std::vector<std::pair<State, std::uint32_t>> open{{start, static_cast<std::uint32_t>(members)}};
  bool found = false;
  for (std::size_t next = 0; next < open.size() && !found; ++next) { // nearest first
    const auto [at, last] = open[next];
    for (std::uint32_t j = 0; j < members && !found; ++j)
      if (j != last)
        for (const State to : steps_[j]->from(at)) {
          if (to == at)
            continue;
          if (to != start && isTarget(to)) {
            found = true;
            break;
          }
          const std::size_t bit = to * members + j;
          if ((seen_[bit / 64] >> bit % 64 & 1) == 0) {
            seen_[bit / 64] |= std::uint64_t{1} << bit % 64;
            open.emplace_back(to, j);
          }
        }
  }
  for (std::size_t k = 1; k < open.size(); ++k)
    seen_[(open[k].first * members + open[k].second) / 64] = 0;
  return found;
}

std::uint64_t GroupAnswers::bytes() const {
  const std::uint64_t search = exact_ ? 0 : states_ * steps_.size() * 8 + states_ * steps_.size() / 8;
  return search + 8 * chain_.size() +
         4 * (placeOf_.size() + partBegin_.size() + held_.size() + nextBegin_.size() + next_.size());
}

template Brought<1> GroupAnswers::into(const StateRows<1>& targets, const Errand& errand) const;
template Brought<8> GroupAnswers::into(const StateRows<8>& targets, const Errand& errand) const;

} // namespace stasis::stability
