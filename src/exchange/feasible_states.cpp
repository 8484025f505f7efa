#include "exchange/feasible_states.h"

#include <algorithm>

namespace stasis::exchange {

using model::Choice;
using model::OptionId;

namespace {

class Search {
public:
  Search(const Cubes& infeasible, std::size_t options)
      : state_(options, Choice::no), tried_(options, 0), watching_{Lists(options), Lists(options)} {
    for (std::size_t c = 0; c < infeasible.size(); ++c) {
      missing_.push_back(infeasible[c].size());
      for (const Literal literal : infeasible[c])
        watching_[literal.taken ? 1 : 0][literal.option.index()].push_back(c);
    }
  }

  bool run(std::uint64_t steps, const std::function<bool(const model::State&)>& visit) {
    std::size_t open = tried_.size(); // options below this one are not chosen yet
    if (open == 0)
      return visit(state_);
    --open;
    while (steps-- > 0) {
      if (!next(open)) {
        if (++open == tried_.size())
          return true;
      } else if (contradictions_ == 0) {
        if (open > 0)
          --open;
        else if (!visit(state_))
          return false;
      }
    }
    return false;
  }

private:
  using Lists = std::vector<std::vector<std::size_t>>;

  model::State state_;
  std::vector<unsigned char> tried_; ///< per option: choices tried, of N and Y
  Lists watching_[2];                ///< per choice and option: the cubes that ask for it
  std::vector<std::size_t> missing_; ///< per cube: literals not met yet
  std::size_t contradictions_ = 0;   ///< cubes that hold

  /// Undoes the option's choice and makes the next one; false if both were made.
  bool next(std::size_t option) {
    unsigned char& tried = tried_[option];
    if (tried > 0)
      for (const std::size_t cube : watching_[tried - 1][option])
        contradictions_ -= missing_[cube]++ == 0 ? 1 : 0;
    if (tried == 2) {
      tried = 0;
      return false;
    }
    state_.set(OptionId(option), tried == 0 ? Choice::no : Choice::yes);
    for (const std::size_t cube : watching_[tried][option])
      contradictions_ += --missing_[cube] == 0 ? 1 : 0;
    ++tried;
    return true;
  }
};

} // namespace

bool forEachStateOutside(const Cubes& infeasible, std::size_t options, std::uint64_t mostSteps,
                         const std::function<bool(const model::State&)>& visit) {
  if (std::ranges::any_of(infeasible, &Cube::empty))
    return true;
  return Search(infeasible, options).run(mostSteps, visit);
}

} // namespace stasis::exchange
