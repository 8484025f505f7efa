#include "model/limited_moves.h"

#include "model/numbered_concepts.h"

#include <charconv>
#include <deque>
#include <mutex>
#include <string>

namespace stasis::model {

namespace {

/// Concepts are numbered in eight bits, and those of the table and the numbered ones take some.
constexpr std::size_t mostLed = 96;

/// A Stackelberg concept with the words that its row points to.
struct Led {
  std::string key;
  std::string name;
  std::string title;
  ConceptRow row;
};

struct AllLed {
  std::mutex mutex;
  std::deque<Led> rows; ///< a deque, so that rows stay where they are
};

AllLed& allLed() {
  static AllLed all;
  return all;
}

} // namespace

std::optional<std::size_t> limitOf(Concept concept_) {
  const std::string_view key = row(concept_).key;
  if (key.front() != 'l')
    return std::nullopt;
  std::size_t h = 0;
  std::from_chars(key.data() + 1, key.data() + key.size(), h);
  return h;
}

std::string_view leaderOf(Concept concept_) {
  const std::string_view key = row(concept_).key;
  return key.starts_with(ledPrefix) ? key.substr(ledPrefix.size()) : std::string_view();
}

Concept askedUnder(Concept led, std::string_view party) {
  return *findConcept(leaderOf(led) == party ? "l2" : "l1");
}

std::optional<Concept> ledBy(std::string_view leader) {
  AllLed& all = allLed();
  const std::scoped_lock lock(all.mutex);
  for (const Led& known : all.rows)
    if (known.key.substr(ledPrefix.size()) == leader)
      return known.row.id;
  if (all.rows.size() == mostLed)
    return std::nullopt;
  const std::string name(leader);
  Led& led = all.rows.emplace_back(std::string(ledPrefix) + name, "St_" + name,
                                   "Stackelberg stability, led by " + name, ConceptRow{});
  led.row = {Concept(allConcepts().size() + numberedCount() + all.rows.size() - 1),
             limitedFamily,
             led.key,
             led.name,
             led.title,
             Relation::better,
             Relation::better,
             Relation::notBetter,
             Relation::never,
             "Fang, Hipel & Kilgour 1993, after von Stackelberg 1934",
             "the leader would end no better off after the best reply of the other, who looks at its own "
             "move alone"};
  return led.row.id;
}

const ConceptRow& rowOfLed(std::size_t index) {
  AllLed& all = allLed();
  const std::scoped_lock lock(all.mutex);
  return all.rows.at(index).row;
}

} // namespace stasis::model
