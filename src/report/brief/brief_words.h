#pragma once

// The words that the parts of a brief share: outcomes, parties, how an outcome holds, and why a party would
// leave it or stays. Nothing is computed here, and no concept is named unless the reader asked for that.

#include "report/brief/brief.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

class BriefWords {
public:
  explicit BriefWords(const BriefView& view) : view_(view), conflict_(view.engine.conflict()) {}

  bool isToday(const model::Pattern& state) const;
  /// Whether the model gives it a name, and not a number only.
  bool hasTitle(const model::Pattern& state) const;
  /// `“Talks on neutral ground”`; `today` if today's state has no name; `outcome A` for one of the outcomes
  /// told that has no name; `this outcome` for the one in question.
  std::string called(const model::Pattern& state) const;
  /// The same at the beginning of a sentence.
  std::string lead(const model::Pattern& state) const;
  /// Of an outcome without a name: `as today, but Lower would choose “Go to court”`; what is done there if no
  /// outcome with a name is near.
  std::string whatItIs(const model::Pattern& state) const;
  /// `Today`, if the state in question is today's.
  std::string stateCalled() const;

  /// Parties at the beginning of a sentence, or inside it.
  std::string parties(const std::vector<model::PartyId>& parties, bool begins) const;
  /// `the countries that met` inside a sentence, for `The countries that met`.
  static std::string inside(std::string label);
  std::string insideLabel(model::PartyId party) const { return inside(conflict_.labelOf(party)); }
  /// `A, B and C`; between semicolons where one of them has a comma or an `and` of its own.
  static std::string listOf(const std::vector<std::string>& names);

  /// With a capital and a full stop.
  static std::string sentence(std::string words);
  /// `holds by fear`; of several `hold by fear`.
  static std::string holds(analysis::Standing standing, bool many = false);
  /// `hold by fear`, `not hold`, after `would`.
  std::string wouldHold(analysis::Standing standing) const;
  /// `By itself: nobody would gain by acting alone.`
  /// `first`: none before it spoke of answers.
  std::string meaning(analysis::Standing standing, bool first) const;
  /// ` (Nash)` if concepts are named.
  std::string named(std::string_view concept_) const;

  /// Why one party stays or leaves, in short sentences: what it would like, what is so there, what it could
  /// do and get, and what may hold it back.
  std::string reason(const analysis::BriefReason& reason, const model::Pattern& state) const;
  /// The same for parties that would gain nothing by acting alone, after their names; empty for others.
  std::string quiet(const analysis::BriefReason& reason) const;
  std::string lack(const analysis::BriefLack& lack, bool many) const;

  /// Behind `the wish`: `for “A”`; `to avoid “B” when there is “C”`.
  std::string wishTold(const model::Expression& wanted, model::PartyId party) const;

  /// Behind what is done in a step that pays: ` to have “talks”`; empty if the wish is that it is done.
  std::string aim(const model::Expression& wanted, const analysis::Step& step) const;

  /// What is done there, as what differs from today where that is shorter: `Unlike today, Russia would choose
  /// “A”`.
  std::string doneThere(const model::Pattern& state) const;

private:
  std::string wish(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string wanted(const model::Expression& wish, bool perhaps, model::PartyId party,
                     const model::Pattern& state, const model::Pattern& other) const;
  std::string act(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string sacrifice(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string answer(const analysis::BriefReason& reason, const model::Pattern& state) const;
  bool losesBy(const analysis::Step& step) const;
  std::string loss(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string actSinceToday(model::PartyId id, const model::Pattern& state) const;

  const BriefView& view_;
  const model::Conflict& conflict_;
};

} // namespace stasis::report
