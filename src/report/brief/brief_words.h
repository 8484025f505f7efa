#pragma once

// The words that the parts of a brief share: outcomes, parties, how an outcome holds. Nothing is computed
// here, and no concept is named unless the reader asked for that.

#include "report/brief/brief.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

class BriefWords {
public:
  explicit BriefWords(const BriefView& view) : view_(view), conflict_(view.engine.conflict()) {}

  const BriefView& view() const { return view_; }
  const analysis::Brief& brief() const { return view_.brief; }
  const model::Conflict& conflict() const { return conflict_; }
  /// How much of a kind is told: all of it if the reader asked for that.
  std::size_t atMost(std::size_t usual) const { return view_.all ? std::size_t{1} << 20 : usual; }

  bool isToday(const model::Pattern& state) const;
  /// Whether the model gives it a name, and not a number only.
  bool hasTitle(const model::Pattern& state) const;
  /// Inside a sentence: `“Talks on neutral ground”`; `today` for today's state, whatever its name; else `this
  /// outcome`.
  std::string called(const model::Pattern& state) const;
  /// The outcome in question, which is named there if it has a name: `today`, `the outcome asked about`.
  std::string asked() const;
  /// How the outcome holds, if the page tells of it: `holds by itself`; else empty.
  std::string knownToHold(const model::Pattern& state) const;

  /// Parties at the beginning of a sentence, or inside it.
  std::string parties(const std::vector<model::PartyId>& parties, bool begins) const;
  std::string insideLabel(model::PartyId party) const;
  /// `A, B and C`; between semicolons where one of them has a comma or an `and` of its own.
  static std::string listOf(const std::vector<std::string>& names);

  /// Small numbers in words: `three`, `12`.
  static std::string number(std::size_t number);
  /// With a capital and a full stop.
  static std::string sentence(std::string words);
  /// `holds by fear`; of several `hold by fear`.
  static std::string holds(analysis::Standing standing, bool many = false);
  /// `hold by fear`, `not hold`, after `would`.
  std::string wouldHold(analysis::Standing standing) const;
  /// ` (Nash)` if concepts are named.
  std::string named(std::string_view concept_) const;

  /// What is done there, as what differs from today where that is shorter: `Unlike today, Russia would choose
  /// “A”`.
  std::string doneThere(const model::Pattern& state) const;

private:
  std::string actSinceToday(model::PartyId id, const model::Pattern& state) const;

  const BriefView& view_;
  const model::Conflict& conflict_;
};

} // namespace stasis::report
