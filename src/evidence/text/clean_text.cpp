#include "evidence/text/clean_text.h"

#include <algorithm>

namespace stasis::evidence {

void CleanText::copy(std::string_view shown, std::size_t from, std::uint8_t step) {
  if (shown.empty())
    return;
  const bool follows = !runs_.empty() && runs_.back().step == step &&
                       runs_.back().from + (text_.size() - runs_.back().at) * step == from;
  if (!follows)
    runs_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(from), 0, step});
  text_ += shown;
}

void CleanText::put(std::string_view shown, model::Range from) {
  if (shown.empty())
    return;
  runs_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(from.begin),
                   static_cast<std::uint32_t>(from.end), 0});
  text_ += shown;
}

void CleanText::drop(std::size_t bytes) {
  text_.resize(text_.size() - std::min(bytes, text_.size()));
  while (!runs_.empty() && runs_.back().at >= text_.size())
    runs_.pop_back();
}

const CleanText::Run& CleanText::runOf(std::size_t at) const {
  return *std::prev(std::ranges::upper_bound(runs_, at, {}, [](const Run& r) { return std::size_t{r.at}; }));
}

model::Range CleanText::original(model::Range range) const {
  if (runs_.empty())
    return {0, 0};
  if (range.empty() && range.begin >= text_.size()) {
    const std::size_t end = text_.empty() ? 0 : original({text_.size() - 1, text_.size()}).end;
    return {end, end};
  }
  const Run& first = runOf(range.begin);
  const std::size_t begin = first.from + (range.begin - first.at) * first.step;
  if (range.empty())
    return {begin, begin};
  const Run& last = runOf(range.end - 1);
  const std::size_t end = last.step == 0 ? last.to : last.from + (range.end - last.at) * last.step;
  return {std::min(begin, end), std::max(begin, end)}; // a page may move text elsewhere
}

} // namespace stasis::evidence
