#include "analysis/elicit/reach_rows.h"

#include <algorithm>

namespace stasis::analysis {

namespace {

constexpr std::uint32_t none = UINT32_MAX;

/// The graph of legal sequences: a node is a state or, where moves are not transitive, a state and its last
/// mover.
class Graph {
public:
  Graph(const MoveLists& moves, std::size_t states, bool transitive)
      : movers_(transitive ? 1 : moves.size()), next_(states * movers_) {
    for (std::size_t mover = 0; mover < moves.size(); ++mover)
      for (Place from = 0; from < states; ++from)
        for (const Place to : moves[mover][from])
          for (std::size_t last = 0; last < movers_; ++last)
            if (transitive || last != mover)
              next_[from * movers_ + last].push_back(
                  static_cast<std::uint32_t>(to * movers_ + (transitive ? 0 : mover)));
  }

  std::size_t size() const { return next_.size(); }
  Place stateOf(std::uint32_t node) const { return static_cast<Place>(node / movers_); }
  const std::vector<std::uint32_t>& next(std::uint32_t node) const { return next_[node]; }

private:
  std::size_t movers_;
  std::vector<std::vector<std::uint32_t>> next_;
};

/// Tarjan's components without recursion, numbered from the sinks up.
class Components {
public:
  explicit Components(const Graph& graph)
      : graph_(graph), of_(graph.size(), none), index_(graph.size(), none), low_(graph.size(), 0) {
    for (std::uint32_t node = 0; node < graph.size(); ++node)
      if (index_[node] == none)
        visit(node);
  }

  std::uint32_t of(std::uint32_t node) const { return of_[node]; }
  const std::vector<std::vector<std::uint32_t>>& all() const { return members_; }

private:
  struct Frame {
    std::uint32_t node;
    std::size_t edge = 0;
  };

  void open(std::uint32_t node) {
    index_[node] = low_[node] = counter_++;
    stack_.push_back(node);
    frames_.push_back({node});
  }

  void visit(std::uint32_t root) {
    open(root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const std::uint32_t node = frame.node;
      if (frame.edge < graph_.next(node).size()) {
        const std::uint32_t to = graph_.next(node)[frame.edge++];
        if (index_[to] == none)
          open(to);
        else if (of_[to] == none)
          low_[node] = std::min(low_[node], index_[to]);
        continue;
      }
      frames_.pop_back();
      if (!frames_.empty())
        low_[frames_.back().node] = std::min(low_[frames_.back().node], low_[node]);
      if (low_[node] == index_[node])
        close(node);
    }
  }

  void close(std::uint32_t root) {
    auto& members = members_.emplace_back();
    do {
      members.push_back(stack_.back());
      of_[stack_.back()] = static_cast<std::uint32_t>(members_.size() - 1);
      stack_.pop_back();
    } while (members.back() != root);
  }

  const Graph& graph_;
  std::vector<std::uint32_t> of_, index_, low_, stack_;
  std::vector<Frame> frames_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::uint32_t counter_ = 0;
};

} // namespace

ReachRows::ReachRows(const MoveLists& moves, std::size_t states, bool transitive)
    : width_((states + 63) / 64) {
  const Graph graph(moves, states, transitive);
  const Components components(graph);
  std::vector<std::uint64_t> rows(components.all().size() * width_, 0); // by component
  const auto join = [&](std::uint64_t* row, std::uint32_t to) {
    const std::uint64_t* other = rows.data() + components.of(to) * width_;
    for (std::size_t i = 0; i < width_; ++i)
      row[i] |= other[i];
    row[graph.stateOf(to) / 64] |= std::uint64_t{1} << graph.stateOf(to) % 64;
  };
  for (std::size_t c = 0; c < components.all().size(); ++c)
    for (const std::uint32_t node : components.all()[c])
      for (const std::uint32_t to : graph.next(node))
        join(rows.data() + c * width_, to);
  rows_.assign(states * width_, 0);
  for (std::size_t mover = 0; mover < moves.size(); ++mover)
    for (Place from = 0; from < states; ++from)
      for (const Place to : moves[mover][from])
        join(rows_.data() + from * width_,
             static_cast<std::uint32_t>(transitive ? to : to * moves.size() + mover));
}

bool ReachRows::meets(Place from, const std::uint64_t* wanted) const {
  const std::uint64_t* row = rows_.data() + from * width_;
  for (std::size_t i = 0; i < width_; ++i)
    if ((row[i] & wanted[i]) != 0)
      return true;
  return false;
}

} // namespace stasis::analysis
