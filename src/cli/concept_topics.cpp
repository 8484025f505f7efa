#include "cli/concept_topics.h"

#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/numbered_concepts.h"
#include "model/simultaneous.h"
#include "report/telling/party_words.h"

#include <algorithm>
#include <deque>

namespace stasis::cli {

using model::Relation;

namespace {

/// How a state called `t` compares with s, for party i.
std::string compares(Relation relation, const std::string& t) {
  switch (relation) {
  case Relation::never: return "no " + t;
  case Relation::always: return "any " + t;
  case Relation::better: return t + " is better than s";
  case Relation::notBetter: return t + " is no better than s";
  case Relation::muchWorse: return t + " is much worse than s";
  case Relation::notMuchWorse: return t + " is not much worse than s";
  case Relation::surelyBetter: return t + " is known to be better than s";
  case Relation::perhapsBetter: return t + " is better than s or it is not known how they compare";
  case Relation::surelyNotBetter: return t + " is known to be no better than s";
  case Relation::perhapsNotBetter: return t + " is no better than s or it is not known how they compare";
  case Relation::liked:
    return t + " is as good as s for all that i is for, and no better for any that i is against";
  case Relation::notLiked:
    return t + " is worse than s for somebody i is for, or better for somebody i is against, or s itself";
  }
  return {};
}

std::string steps(Relation answers) {
  return answers == Relation::better ? "improvements of those who make them"
         : answers == Relation::perhapsBetter
             ? "moves that are improvements of those who make them, or to states they cannot compare"
         : answers == Relation::liked ? "moves that suit the attitudes of those who make them"
                                      : "any legal moves";
}

/// The same for a concept that looks any number of moves ahead.
std::string treeDefinition(const model::ConceptRow& concept_) {
  const std::size_t h = movesAhead(concept_.id);
  const std::string depth = !isLimit(concept_.id) ? "h = " + std::to_string(h)
                            : h % 2 == 0          ? "every large enough even h"
                                                  : "every large enough odd h";
  return "State s is stable for i under " + std::string(concept_.key) + " if C_h(s) holds for " + depth +
         ". C_k(x): every move of i from x to a state y that is better than s has D_(k-1)(y). D_k(y): the "
         "others can bring about from y by " +
         steps(concept_.answers) +
         ", nobody twice in a row, a state z that is no better than s and has C_(k-1)(z). C_0 holds "
         "everywhere, D_0 nowhere.";
}

/// The same where the others act at the same time.
std::string simultaneousDefinition(const model::ConceptRow& concept_) {
  if (model::isEither(concept_.id))
    return "State s is stable for i under seq_or_sim if it is stable for i under seq or under sim.";
  return "State s is stable for i under sim if for every improvement of i from s there is a feasible state "
         "that is no better than s for i and that comes about if i makes this improvement and one or more of "
         "the others each make one of their own improvements from s, all at once.";
}

constexpr std::string_view endsAfter = "There are two parties, i and j. G_0(i, s) is s. G_h(i, s) is the "
                                       "best for i among the G_(h-1)(j, s1), s1 "
                                       "any move of i from s, if that is better for i than s, and s if not. ";

/// The same where two parties foresee each other's choices.
std::string limitedDefinition(const model::ConceptRow& concept_) {
  if (const auto h = limitOf(concept_.id))
    return std::string(endsAfter) + "State s is stable for i under " + std::string(concept_.key) + " if G_" +
           std::to_string(*h) +
           "(i, s) is s. Where ties leave it open which of several states that is, s must be the only one.";
  return std::string(endsAfter) + "State s is stable for i under nonmyopic if from some h on every G_h(i, s) "
                                  "is s. G repeats, so that is "
                                  "decided after finitely many h.";
}

std::string definition(const model::ConceptRow& concept_) {
  if (concept_.family == model::simultaneousFamily)
    return simultaneousDefinition(concept_);
  if (concept_.family == model::limitedFamily)
    return limitedDefinition(concept_);
  if (concept_.family == model::treeFamily)
    return treeDefinition(concept_);
  std::string out = "State s is stable for i under " + std::string(concept_.key) + " if ";
  const std::string leaves = "for every move of i to a state s1 such that " + compares(concept_.leaves, "s1");
  if (concept_.answers == Relation::never)
    return out + "i has no move to a state s1 such that " + compares(concept_.leaves, "s1") + ".";
  out += leaves + ", there is another state s2 that the others can bring about from s1 by " +
         steps(concept_.answers) + ", nobody twice in a row, such that " + compares(concept_.deters, "s2");
  if (concept_.undoes != Relation::never)
    out += ", and i has no move from s2 to a state s3 such that " + compares(concept_.undoes, "s3");
  return out + ".";
}

std::string_view exampleOf(model::ConceptFamily family) {
  if (family == model::treeFamily)
    return "stasis solve conflicts/elmira/nine-states.conflict --concept trees";
  if (family == model::simultaneousFamily)
    return "stasis solve conflicts/cuban-missile-crisis/cuban-missile-crisis.conflict --concept "
           "seq,sim,seq_or_sim";
  if (family == model::limitedFamily)
    return "stasis solve conflicts/syria-iraq/syria-iraq.conflict --concept limited";
  switch (family) {
  case model::ConceptFamily::strength:
    return "stasis solve conflicts/syria-iraq/strength.conflict --concept strength";
  case model::ConceptFamily::unknown:
    return "stasis solve conflicts/syria-iraq/unknown.conflict --concept unknown";
  default: return "stasis solve conflicts/syria-iraq/attitudes.conflict --concept attitudes";
  }
}

/// `kept`: what its words point to.
Topic topicOf(const model::ConceptRow& concept_, std::deque<std::string>& kept) {
  const auto keep = [&](std::string words) -> std::string_view {
    return kept.emplace_back(std::move(words));
  };
  return {concept_.key,
          keep(std::string(concept_.name) + ", " + std::string(concept_.title)),
          keep(report::atBeginning(std::string(concept_.plainly)) + "."),
          keep(definition(concept_)),
          exampleOf(concept_.family),
          keep("the concepts of " + std::string(row(concept_.family).name)),
          concept_.source,
          {}};
}

} // namespace

const Topic* numberedTopic(std::string_view key) {
  static std::deque<std::string> kept;
  static std::deque<Topic> told;
  const auto known = std::ranges::find(told, key, &Topic::name);
  if (known != told.end())
    return &*known;
  const auto id = model::findNumbered(key);
  return id ? &told.emplace_back(topicOf(row(*id), kept)) : nullptr;
}

const std::vector<Topic>& conceptTopics() {
  static std::deque<std::string> kept;
  static const std::vector<Topic> all = [] {
    std::vector<Topic> topics;
    for (const auto& concept_ : model::allConcepts())
      if (concept_.family != model::ConceptFamily::classical)
        topics.push_back(topicOf(concept_, kept));
    topics.push_back(
        {"stackelberg",
         "Stackelberg stability, led by PARTY",
         "A party that acts first foresees how the other, who looks at its own move alone, will reply.",
         "There are two parties. State s is stable for PARTY under stackelberg_PARTY if it is under l2, and "
         "for the other if it is under l1.",
         "stasis solve conflicts/cuban-missile-crisis/cuban-missile-crisis.conflict --concept "
         "stackelberg_US,stackelberg_USSR",
         "which equilibria the United States could lead to, and which the Soviet Union",
         "Fang, Hipel & Kilgour 1993, after von Stackelberg 1934",
         {"stackelberg_PARTY", "leader"}});
    return topics;
  }();
  return all;
}

} // namespace stasis::cli
