#include "stability/symbolic/counting.h"

#include "stability/symbolic/diagram_table.h"

#include <unordered_map>

namespace stasis::stability {

namespace {

__extension__ using Wide = unsigned __int128;
constexpr std::size_t wideOptions = 127;

template <class Number> class Counting {
public:
  Counting(DiagramTable& table, const Levels& levels) : table_(table), levels_(levels) {}

  /// The number of choices of all options.
  Number of(Edge root) {
    std::vector<Edge> waiting{root.plain()};
    while (!waiting.empty()) {
      const Edge at = waiting.back();
      const bool isDone = at.isConstant() || known_.count(at.node()) > 0;
      const Level level = table_.nodes().level(at);
      if (isDone || (wait(waiting, table_.nodes().without(at, level)) &&
                     wait(waiting, table_.nodes().with(at, level)))) {
        waiting.pop_back();
        if (!isDone)
          known_.emplace(at.node(), Number(from(level + 1, table_.nodes().without(at, level)) +
                                           from(level + 1, table_.nodes().with(at, level))));
      }
    }
    return from(0, root);
  }

private:
  /// True if the edge is already counted; otherwise it waits.
  bool wait(std::vector<Edge>& waiting, Edge e) {
    table_.step();
    if (e.isConstant() || known_.count(e.node()) > 0)
      return true;
    waiting.push_back(e.plain());
    return false;
  }

  /// The number of choices of the options from this level on; the level is at or before the node's.
  Number from(std::size_t level, Edge e) const {
    const std::size_t all = levels_.optionsFrom(level);
    Number count = 0;
    if (!e.isConstant()) {
      count = known_.at(e.node());
      count <<= all - levels_.optionsFrom(table_.nodes().level(e));
    }
    if (!e.isNegated())
      return count;
    Number every = 1;
    every <<= all;
    return Number(every - count);
  }

  DiagramTable& table_;
  const Levels& levels_;
  std::unordered_map<std::uint32_t, Number> known_; ///< for each node, the count of the function not negated
};

Count counted(Wide number) {
  Count count(static_cast<unsigned long>(number >> 64U));
  count <<= 64;
  return count + Count(static_cast<unsigned long>(number));
}

} // namespace

Count countOf(const Diagram& set, const Levels& levels) {
  const std::size_t options = levels.options().size();
  if (set.isConstant())
    return set.holdsNowhere() ? Count(0) : Count(1) << options;
  const DiagramTable::At pace(set.table(), DiagramTable::Pace::together);
  if (options > wideOptions)
    return Counting<Count>(set.table(), levels).of(set.edge());
  return counted(Counting<Wide>(set.table(), levels).of(set.edge()));
}

} // namespace stasis::stability
