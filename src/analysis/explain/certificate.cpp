#include "analysis/explain/certificate.h"

#include "analysis/explain/deterring_sequence.h"
#include "analysis/explain/relational_reasons.h"
#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/simultaneous.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;
using model::Relation;
using model::Sanctions;

std::string_view stepsBy(Relation answers) {
  return answers == Relation::better          ? "improvements"
         : answers == Relation::perhapsBetter ? "possible improvements"
         : answers == Relation::liked         ? "liked moves"
                                              : "moves";
}

std::optional<std::string_view> whyNotCertified(Concept concept_, bool inView) {
  if (inView)
    return "it holds in a view, and `stasis verify` judges the conflict as it is";
  const model::ConceptFamily family = row(concept_).family;
  if (family == model::treeFamily)
    return "the verdict rests on several moves ahead, not on one answer to each move";
  if (family == model::limitedFamily)
    return "the verdict rests on what both would choose in every state some moves ahead";
  if (model::isEither(concept_))
    return "the verdict follows from those under seq and sim, which have proofs";
  return std::nullopt;
}

namespace {

/// Sets up to this size are walked for one verdict and reused for others.
constexpr std::size_t walkedFirst = 20000;

class Certifier {
public:
  Certifier(stability::Engine& engine, const CertifyLimits& limits, const stability::Errand& errand)
      : engine_(engine), conflict_(engine.conflict()), limits_(limits), errand_(errand), rules_(engine),
        exploration_(rules_), reasons_(engine, exploration_, limits.visits, errand) {
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
      if (const auto why = whyNotCertified(id, limits_.inView))
        certificate_.verdicts.push_back({state.letters(),
                                         conflict_.party(party).name,
                                         std::string(row(id).key),
                                         false,
                                         {},
                                         {},
                                         {},
                                         std::string(*why)});
      else
        certificate_.verdicts.push_back(row(id).family == model::ConceptFamily::classical
                                            ? verdict(deterrence, state, party, id)
                                            : verdict(state, party, id));
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
        verdict.improvements.push_back(written(improvement, *steps));
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

  /// For a concept beyond the classical ones. The states the party leaves for take the place of improvements.
  Certificate::Verdict verdict(const Pattern& state, PartyId party, Concept id) {
    Certificate::Verdict verdict{
        state.letters(), conflict_.party(party).name, std::string(row(id).key), true, {}, {}, {}, {}};
    try {
      for (const DepartureReasons& departure : reasons_.reasons(state, party, id).departures) {
        if (departure.sanction) {
          verdict.improvements.push_back(written(departure.to, *departure.sanction));
          continue;
        }
        if (departure.together) {
          verdict.improvements.push_back({departure.to.letters(), {}, moves(departure.together->acts)});
          continue;
        }
        verdict.stable = false;
        verdict.improvements.clear();
        const bool isAnswered =
            row(id).answers != Relation::never && row(id).family != model::simultaneousFamily;
        if (isAnswered)
          verdict.reached = setOf(party, departure.to, row(id).answers);
        if (isAnswered && !verdict.reached)
          verdict.notCertified = tooMany();
        else
          verdict.improvement = departure.to.letters();
        break;
      }
    } catch (const stability::LimitReached& reached) {
      if (reached.limit() != stability::Limit::states)
        throw;
      verdict.stable = false;
      verdict.improvements.clear();
      verdict.improvement.reset();
      verdict.notCertified = reached.what();
    }
    return verdict;
  }

  std::string tooMany() const {
    return "the others can reach more than " + std::to_string(limits_.visits) + " states";
  }

  Certificate::Answered written(const Pattern& improvement, const Sequence& steps) const {
    return {improvement.letters(), moves(steps)};
  }

  std::vector<Certificate::Move> moves(const Sequence& steps) const {
    std::vector<Certificate::Move> all;
    for (const Step& step : steps)
      all.push_back({conflict_.party(step.mover).name, step.to.letters()});
    return all;
  }

  /// False if what the others can reach from this improvement is too much to certify.
  bool proveNotStable(Certificate::Verdict& verdict, PartyId party, const Pattern& improvement, Concept id) {
    if (row(id).sanctions() != Sanctions::none) {
      verdict.reached = setOf(party, improvement, row(id).answers);
      if (!verdict.reached) {
        verdict.notCertified = tooMany();
        return false;
      }
    }
    verdict.improvement = improvement.letters();
    verdict.notCertified.reset();
    return true;
  }

  /// The position of the set in `reached`; none if it is too large.
  std::optional<std::size_t> setOf(PartyId party, const Pattern& from, Relation answers) {
    const auto key = std::tuple(party, from.letters(), answers);
    if (const auto known = sets_.find(key); known != sets_.end())
      return known->second;
    auto& place = sets_[key];
    const auto start = exploration_.at(from);
    if (answers == Relation::always || answers == Relation::better) {
      const auto reach = exploration_.others(party, start, answers, limits_.visits, errand_);
      if (!reach->complete)
        return place;
      certificate_.reached.push_back(written(reach->visits, party, from, answers));
    } else {
      const auto& reach = reasons_.others(party, start, answers);
      if (!reach.complete)
        return place;
      certificate_.reached.push_back(written(reach.visits, party, from, answers));
    }
    place = certificate_.reached.size() - 1;
    listed_ += certificate_.reached.back().states.size();
    return place;
  }

  Certificate::Reached written(const std::vector<Exploration::Visit>& visits, PartyId party,
                               const Pattern& from, Relation answers) const {
    Certificate::Reached set{
        conflict_.party(party).name, std::string(stepsBy(answers)), from.letters(), {}, {}};
    std::vector<Exploration::Place> places;
    for (std::size_t v = 1; v < visits.size(); ++v)
      if (visits[v].place != visits.front().place)
        places.push_back(visits[v].place);
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
  RelationalReasons reasons_;
  Certificate certificate_;
  std::map<std::tuple<PartyId, std::string, Relation>, std::optional<std::size_t>> sets_;
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
