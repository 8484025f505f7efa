#include "analysis/elicit/pair_answers.h"

#include <algorithm>

namespace stasis::analysis {

using Kind = PairAnswer::Kind;

std::set<std::pair<Place, Place>> PairAnswers::unknown() const {
  std::set<std::pair<Place, Place>> pairs;
  for (const PairAnswer& answer : answers_)
    if (answer.kind == Kind::unknown && order_.isOpen(answer.one, answer.other))
      pairs.insert(std::minmax(answer.one, answer.other));
  return pairs;
}

std::vector<std::size_t> PairAnswers::add(PairAnswer answer) {
  auto contradicting = circle(answer);
  if (contradicting.empty()) {
    extend(answer);
    answers_.push_back(std::move(answer));
  }
  return contradicting;
}

void PairAnswers::remove(std::size_t position) {
  answers_.erase(answers_.begin() + static_cast<std::ptrdiff_t>(position));
  order_ = KnownOrder(order_.size());
  for (const PairAnswer& answer : answers_)
    extend(answer);
}

void PairAnswers::extend(const PairAnswer& answer) {
  if (answer.kind == Kind::unknown || !order_.isOpen(answer.one, answer.other))
    return;
  if (answer.kind == Kind::rather)
    order_.addAbove(answer.one, answer.other);
  else
    order_.addSame(answer.one, answer.other);
}

// A preference is contradicted by any path back; two that are the same only by a path that prefers somewhere,
// in either direction.
std::vector<std::size_t> PairAnswers::circle(const PairAnswer& answer) const {
  if (answer.kind == Kind::unknown)
    return {};
  const bool same = answer.kind == Kind::same;
  auto back = path(answer.other, answer.one, same);
  if (same)
    if (auto forth = path(answer.one, answer.other, true); forth && (!back || forth->size() < back->size()))
      back = std::move(forth);
  return back ? *back : std::vector<std::size_t>{};
}

// Breadth first over (state, whether some step so far prefers).
std::optional<std::vector<std::size_t>> PairAnswers::path(Place from, Place to, bool strictly) const {
  struct Visit {
    Place place;
    bool preferred;
    std::size_t before; ///< position in the queue
    std::size_t answer;
  };
  std::vector<Visit> queue{{from, false, 0, 0}};
  std::vector<bool> seen(2 * order_.size(), false);
  seen[2 * from] = true;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const Visit at = queue[next];
    if (at.place == to && (at.preferred || !strictly)) {
      std::vector<std::size_t> answers;
      for (std::size_t k = next; k != 0; k = queue[k].before)
        answers.insert(answers.begin(), queue[k].answer);
      return answers;
    }
    for (std::size_t k = 0; k < answers_.size(); ++k) {
      const PairAnswer& answer = answers_[k];
      const bool along = answer.kind != Kind::unknown && answer.one == at.place;
      const bool against = answer.kind == Kind::same && answer.other == at.place;
      if (!along && !against)
        continue;
      const Place end = along ? answer.other : answer.one;
      const bool preferred = at.preferred || answer.kind == Kind::rather;
      if (!seen[2 * end + (preferred ? 1U : 0U)]) {
        seen[2 * end + (preferred ? 1U : 0U)] = true;
        queue.push_back({end, preferred, next, k});
      }
    }
  }
  return std::nullopt;
}

} // namespace stasis::analysis
