#include "analysis/paths/improvement_tree.h"

#include <map>

namespace stasis::analysis {

using model::PartyId;

namespace {

class Grower {
public:
  Grower(const Rules& rules, const TreeLimits& limits) : rules_(rules), limits_(limits) {}

  ImprovementTree grow(const model::Pattern& root, const stability::Errand& errand) {
    add({root, std::nullopt, PartyId(0), 0, 0});
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      errand.check();
      branch(i);
    }
    return std::move(tree_);
  }

private:
  void add(ImprovementTree::Node node) {
    positions_.emplace(node.state.letters(), tree_.nodes.size());
    tree_.nodes.push_back(std::move(node));
  }

  void branch(std::size_t from) {
    std::size_t children = 0;
    const model::Pattern state = tree_.nodes[from].state;
    const std::size_t depth = tree_.nodes[from].depth;
    for (std::size_t i = 0; i < rules_.conflict().parties.size(); ++i)
      for (auto& to : rules_.improvements(PartyId(i), state)) {
        const auto known = positions_.find(to.letters());
        const bool grows =
            depth < limits_.depth && children < limits_.children && tree_.nodes.size() < limits_.nodes;
        if (known != positions_.end()) {
          tree_.links.push_back({from, known->second, PartyId(i)});
        } else if (grows) {
          add({std::move(to), from, PartyId(i), depth + 1, 0});
          ++children;
        } else {
          ++tree_.nodes[from].untold;
        }
      }
  }

  const Rules& rules_;
  const TreeLimits& limits_;
  std::map<std::string, std::size_t> positions_;
  ImprovementTree tree_;
};

} // namespace

ImprovementTree improvementTree(const Rules& rules, const model::Pattern& root, const TreeLimits& limits,
                                const stability::Errand& errand) {
  return Grower(rules, limits).grow(root, errand);
}

} // namespace stasis::analysis
