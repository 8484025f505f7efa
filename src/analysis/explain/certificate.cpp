#include "analysis/explain/certificate.h"

#include "analysis/explain/deterrence.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;
using model::Relation;
using model::Sanctions;

namespace {

/// Sets of this size are walked for one verdict and serve many.
constexpr std::size_t walkedFirst = 20000;

class Certifier {
public:
  Certifier(stability::Engine& engine, const CertifyLimits& limits, const stability::Errand& errand)
      : engine_(engine), conflict_(engine.conflict()), limits_(limits), errand_(errand), rules_(engine),
        exploration_(rules_) {
    certificate_.conflict = conflict_.title;
    for (const auto& party : conflict_.parties)
      certificate_.parties.push_back(party.name);
    for (const auto& option : conflict_.options)
      certificate_.options.push_back({conflict_.party(option.owner).name, option.name});
  }

  void add(const Pattern& state, PartyId party, const std::vector<Concept>& concepts) {
    const stability::Scratch scratch(engine_);
    Effort effort;
    effort.visits = std::min(walkedFirst, limits_.visits);
    Deterrence deterrence(engine_, exploration_, party, state, effort, errand_);
    for (const Concept id : concepts)
      certificate_.verdicts.push_back(verdict(deterrence, state, party, id));
  }

  Certificate take() { return std::move(certificate_); }

private:
  Certificate::Verdict verdict(Deterrence& deterrence, const Pattern& state, PartyId party, Concept id) {
    Certificate::Verdict verdict;
    verdict.state = state.letters();
    verdict.party = conflict_.party(party).name;
    verdict.concept_ = row(id).key;
    verdict.stable = true;
    for (const Pattern& improvement : deterrence.improvements()) {
      if (const auto steps = deterrence.sanction(improvement, id)) {
        Certificate::Answered answered{improvement.letters(), {}};
        for (const Step& step : *steps)
          answered.sanction.push_back({conflict_.party(step.mover).name, step.to.letters()});
        verdict.improvements.push_back(std::move(answered));
        continue;
      }
      verdict.stable = false;
      if (proveNotStable(verdict, party, improvement, id))
        break;
    }
    if (!verdict.stable)
      verdict.improvements.clear();
    return verdict;
  }

  /// False where what the others can make of this improvement is too much to certify.
  bool proveNotStable(Certificate::Verdict& verdict, PartyId party, const Pattern& improvement, Concept id) {
    if (row(id).sanctions() != Sanctions::none) {
      verdict.reached = setOf(party, improvement, row(id).sanctions() == Sanctions::improvements);
      if (!verdict.reached) {
        verdict.notCertified = "the others can reach more than " + std::to_string(limits_.visits) + " states";
        return false;
      }
    }
    verdict.improvement = improvement.letters();
    verdict.notCertified.reset();
    return true;
  }

  /// Where in `reached` the set stands; none where it is too large.
  std::optional<std::size_t> setOf(PartyId party, const Pattern& from, bool improvements) {
    const auto key = std::tuple(party, from.letters(), improvements);
    if (const auto known = sets_.find(key); known != sets_.end())
      return known->second;
    const auto reach =
        exploration_.others(party, exploration_.at(from), improvements ? Relation::better : Relation::always,
                            limits_.visits, errand_);
    auto& place = sets_[key];
    if (!reach->complete)
      return place;
    place = certificate_.reached.size();
    certificate_.reached.push_back(written(*reach, party, from, improvements));
    listed_ += certificate_.reached.back().states.size();
    return place;
  }

  Certificate::Reached written(const Exploration::Reach& reach, PartyId party, const Pattern& from,
                               bool improvements) const {
    Certificate::Reached set{conflict_.party(party).name, improvements, from.letters(), {}, {}};
    std::vector<Exploration::Place> places;
    for (std::size_t v = 1; v < reach.visits.size(); ++v)
      places.push_back(reach.visits[v].place);
    std::ranges::sort(places, [this](auto a, auto b) {
      return a != b && rules_.before(exploration_.state(a), exploration_.state(b));
    });
    const auto rest = std::ranges::unique(places);
    places.erase(rest.begin(), rest.end());
    if (places.size() > limits_.listed || listed_ + places.size() > limits_.listedInAll)
      set.count = std::to_string(places.size());
    else
      for (const auto place : places)
        set.states.push_back(exploration_.state(place).letters());
    return set;
  }

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const CertifyLimits& limits_;
  const stability::Errand& errand_;
  Rules rules_;
  Exploration exploration_;
  Certificate certificate_;
  std::map<std::tuple<PartyId, std::string, bool>, std::optional<std::size_t>> sets_;
  std::size_t listed_ = 0;
};

} // namespace

Certificate certify(stability::Engine& engine, const std::vector<Question>& questions,
                    const std::vector<Concept>& concepts, const CertifyLimits& limits,
                    const stability::Errand& errand) {
  Certifier certifier(engine, limits, errand);
  std::size_t done = 0;
  for (const Question& question : questions) {
    errand.tell({"certifying", done++, questions.size()});
    for (const PartyId party : question.parties)
      certifier.add(question.state, party, concepts);
  }
  return certifier.take();
}

} // namespace stasis::analysis
