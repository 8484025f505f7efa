#include "analysis/ask/questions.h"

#include "analysis/ask/joint_readings.h"
#include "analysis/ask/solved_readings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stasis::analysis {

using stability::Count;
using stability::Errand;
using stability::Limit;
using stability::LimitReached;

namespace {

double ratio(const Count& part, const Count& whole) { return mpq_class(part, whole).get_d(); }

double entropy(double p) { return p <= 0 || p >= 1 ? 0 : -p * std::log2(p) - (1 - p) * std::log2(1 - p); }

/// By outcome.
std::vector<double> entropies(const Tally& tally) {
  std::vector<double> all;
  for (const Count& held : tally.held)
    all.push_back(tally.all == 0 ? 0 : entropy(ratio(held, tally.all)));
  return all;
}

double sumOf(const std::vector<double>& bits) { return std::accumulate(bits.begin(), bits.end(), 0.0); }

Shares sharesOf(const Tally& part, const Count& whole) {
  Shares shares{part.all > 0, whole > 0 ? ratio(part.all, whole) : 0, {}};
  for (const Count& held : part.held)
    shares.shares.push_back(part.all > 0 ? ratio(held, part.all) : 0);
  return shares;
}

/// So that equals stay equals, whatever order they were added up in.
double rounded(double bits) { return std::round(bits / leastBits); }

class Asking {
public:
  Asking(stability::Engine& engine, const AskQuestion& question, const Errand& errand)
      : engine_(engine), question_(question), errand_(errand) {
    out_.conflict = withNamedStates(engine);
    out_.points = openPoints(out_.conflict, question.points);
  }

  Questions run() {
    const Readings readings(out_.conflict, out_.points);
    try {
      out_.count = readings.count();
      out_.circles = readings.circles();
      out_.asWritten = verdicts(engine_, question_.concept_, question_.outcomes);
      solve(readings);
    } catch (const LimitReached& reached) {
      out_.stopped = {reached.limit(), reached.what()};
    }
    return std::move(out_);
  }

private:
  SolvedQuestion solvedQuestion() const {
    return {question_.concept_, question_.outcomes, question_.limits, question_.threads};
  }

  void solve(const Readings& readings) {
    if (question_.sample)
      return sampled(readings);
    if (out_.count && *out_.count <= fewReadings)
      return singly(readings);
    out_.whyNotJointly = JointReadings::whyNot(readings, solvedQuestion());
    if (out_.whyNotJointly.empty() && jointly(readings))
      return;
    const bool ranOutOfTime = out_.way == Way::jointly && errand_.deadline;
    if (out_.count && *out_.count <= mostChoices && !ranOutOfTime)
      return singly(readings);
    sampled(readings);
  }

  void singly(const Readings& readings) {
    out_.way = Way::singly;
    weighFinished(SolvedReadings::all(readings, solvedQuestion(), question_.seed, errand_));
  }

  void sampled(const Readings& readings) {
    out_.way = Way::sampled;
    weighFinished(SolvedReadings::drawn(readings, solvedQuestion(), question_.sample.value_or(drawnByDefault),
                                        question_.seed, errand_));
  }

  /// In half of the time that is left; a sample gets the rest if that is not enough (false).
  bool jointly(const Readings& readings) {
    out_.way = Way::jointly;
    Errand errand = errand_;
    const auto now = Errand::Clock::now();
    if (errand.deadline)
      errand.deadline = now + (*errand.deadline - now) / 2;
    try {
      JointReadings counts(readings, solvedQuestion(), engine_.list(engine_.feasible(), 1).front(), errand);
      weigh(counts);
      return true;
    } catch (const LimitReached& reached) {
      if (reached.limit() == Limit::interrupted)
        throw;
      out_.whyNotJointly = reached.what();
      out_.shares.clear();
      out_.worth.clear();
      out_.ranking.clear();
      out_.then.clear();
      return false;
    }
  }

  /// What is finished counts, if it is anything at all.
  void weighFinished(SolvedReadings counts) {
    out_.stopped = counts.stopped();
    out_.solved = counts.size();
    if (out_.solved == 0)
      return;
    const bool alike = std::ranges::none_of(out_.points, [](const Point& p) { return p.odds.has_value(); });
    if (out_.way == Way::sampled || (out_.stopped && alike))
      out_.error = std::sqrt(std::log(2 * static_cast<double>(question_.outcomes.size()) / doubtOfBound) /
                             (2 * static_cast<double>(out_.solved)));
    weigh(counts);
  }

  void weigh(ReadingCounts& counts) {
    const Tally all = counts.tally({});
    for (const Count& held : all.held)
      out_.shares.push_back({held, all.all});
    out_.openBy = entropies(all);
    out_.open = sumOf(out_.openBy);
    for (std::size_t j = 0; j < out_.points.size(); ++j) {
      out_.worth.push_back(worth(counts, all, {}, j));
      if (out_.worth.back().bits > leastBits)
        out_.ranking.push_back(j);
    }
    std::ranges::stable_sort(out_.ranking, std::greater<>(),
                             [&](std::size_t j) { return rounded(out_.worth[j].bits); });
    if (out_.ranking.empty())
      return;
    for (const bool answer : {true, false})
      out_.then.push_back({answer, best(counts, {out_.ranking.front(), answer})});
  }

  /// What one more answer is worth.
  PointWorth worth(ReadingCounts& counts, const Tally& before, const Answers& known,
                   std::size_t point) const {
    const auto with = [&](bool yes) {
      Answers more = known;
      more.push_back({point, yes});
      return counts.tally(more);
    };
    const Tally yes = with(true);
    const Tally no = with(false);
    PointWorth worth{point, 0, entropies(before), sharesOf(yes, before.all), sharesOf(no, before.all)};
    const auto afterYes = entropies(yes);
    const auto afterNo = entropies(no);
    for (std::size_t o = 0; o < worth.bitsBy.size(); ++o)
      worth.bitsBy[o] -= worth.yes.odds * afterYes[o] + worth.no.odds * afterNo[o];
    worth.bits = sumOf(worth.bitsBy);
    return worth;
  }

  std::optional<PointWorth> best(ReadingCounts& counts, const Answer& known) const {
    const Tally before = counts.tally({known});
    std::optional<PointWorth> best;
    for (std::size_t j = 0; j < out_.points.size() && before.all > 0; ++j) {
      if (j == known.point)
        continue;
      PointWorth one = worth(counts, before, {known}, j);
      if (one.bits > leastBits && (!best || rounded(one.bits) > rounded(best->bits)))
        best = std::move(one);
    }
    return best;
  }

  stability::Engine& engine_;
  const AskQuestion& question_;
  const Errand& errand_;
  Questions out_;
};

} // namespace

Questions questions(stability::Engine& engine, const AskQuestion& question, const Errand& errand) {
  return Asking(engine, question, errand).run();
}

} // namespace stasis::analysis
