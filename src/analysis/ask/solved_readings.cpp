#include "analysis/ask/solved_readings.h"

#include "analysis/robust/workers.h"
#include "analysis/states/open_engine.h"

#include <algorithm>
#include <map>

namespace stasis::analysis {

using stability::Errand;
using stability::LimitReached;

namespace {

std::vector<bool> solved(const model::Conflict& conflict, const SolvedQuestion& question,
                         const Errand& errand) {
  const bool beyond = row(question.concept_).family != model::ConceptFamily::classical;
  const auto opened = openEngine(conflict, question.limits, errand, beyond);
  if (!opened.engine) // a sound conflict has sound readings, unless it is too large
    throw LimitReached(stability::Limit::memory, opened.diagnostics.front().message);
  return verdicts(*opened.engine, question.concept_, question.outcomes);
}

} // namespace

SolvedReadings SolvedReadings::all(const Readings& readings, const SolvedQuestion& question,
                                   std::uint64_t seed, const Errand& errand) {
  SolvedReadings counts;
  readings.forEach(
      [&](const Reading& reading) { counts.rows_.push_back({reading, readings.odds(reading), {}, false}); });
  Draws draws(seed);
  for (std::size_t k = counts.rows_.size(); k > 1; --k)
    std::swap(counts.rows_[k - 1], counts.rows_[draws.below(std::uint64_t{k})]);
  counts.solve(readings, question, errand);
  return counts;
}

SolvedReadings SolvedReadings::drawn(const Readings& readings, const SolvedQuestion& question,
                                     std::size_t draws, std::uint64_t seed, const Errand& errand) {
  SolvedReadings counts;
  Draws dice(seed);
  std::map<Reading, std::size_t> known;
  for (std::size_t k = 0; k < draws; ++k) {
    errand.check();
    const auto [place, isNew] = known.emplace(readings.draw(dice), counts.rows_.size());
    if (isNew)
      counts.rows_.push_back({place->first, 0, {}, false});
    counts.drawings_.push_back(place->second);
  }
  counts.solve(readings, question, errand);
  // What is not solved ends the sample: the drawings before it are as random as a smaller sample.
  const auto end =
      std::ranges::find_if(counts.drawings_, [&](std::size_t r) { return !counts.rows_[r].solved; });
  counts.drawings_.erase(end, counts.drawings_.end());
  for (const std::size_t r : counts.drawings_)
    ++counts.rows_[r].odds;
  return counts;
}

void SolvedReadings::solve(const Readings& readings, const SolvedQuestion& question, const Errand& errand) {
  outcomes_ = question.outcomes.size();
  const Errand quiet{errand.stop, errand.deadline, {}};
  try {
    inTurns(rows_.size(), question.threads, "readings", errand, [&](std::size_t k) {
      rows_[k].held = solved(readings.conflict(rows_[k].reading), question, quiet);
      rows_[k].solved = true;
    });
  } catch (const LimitReached& reached) {
    stopped_ = {reached.limit(), reached.what()};
  }
}

std::size_t SolvedReadings::size() const {
  return drawings_.empty() ? static_cast<std::size_t>(std::ranges::count_if(rows_, &Row::solved))
                           : drawings_.size();
}

Tally SolvedReadings::tally(const Answers& answers) {
  Tally tally{0, std::vector<stability::Count>(outcomes_)};
  for (const Row& row : rows_) {
    const bool agrees = std::ranges::all_of(
        answers, [&](const Answer& answer) { return row.reading[answer.point] == answer.yes; });
    if (!row.solved || !agrees)
      continue;
    tally.all += row.odds;
    for (std::size_t o = 0; o < outcomes_; ++o)
      if (row.held[o])
        tally.held[o] += row.odds;
  }
  return tally;
}

} // namespace stasis::analysis
