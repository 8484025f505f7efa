#pragma once

// What a statement does in the conflict: who threatens, promises, offers, refuses, demands or asks for what,
// of whom, and if what. A statement may tell of another's act ("Orr revealed that two banks had offered a
// loan"): then the act is theirs, and the statement its evidence.
//
// What a statement does not settle stays open: no actor without a speaker or a subject that names one.

#include "evidence/ledger.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

struct Act {
  evidence::SpeechAct kind = evidence::SpeechAct::report;
  std::string actor;                    ///< as a reader calls it
  std::optional<std::string> addressee; ///< whose doing is wanted
  std::string what;                     ///< words of the report: the thing done, refused or wanted
  bool negated = false;                 ///< what is said not to be done
  bool own = true;                      ///< `what` is the actor's own doing, not something put to it
  const evidence::LedgerEntry* entry = nullptr;
  std::size_t report = 0;
};

/// Who speaks for whom in all the ledgers, to tell a person's party.
class Principals {
public:
  void add(const evidence::LedgerEntry& entry);
  /// The party of a name: its principal where it has one, by the surname too; none if nobody is called so.
  std::optional<std::string> partyOf(std::string_view name) const;
  /// The known party that the words begin with: `India refuses to …`, `the ministry is …`.
  std::optional<std::string> subjectOf(std::string_view words) const;

private:
  struct Row {
    std::string name;
    std::string party;
  };
  std::vector<Row> rows_;
  void addRow(const std::string& name, const std::string& party);
};

/// None where the statement does nothing in the conflict (a report, an accusation, a denial), or nobody is
/// said to do it.
std::optional<Act> actOf(const evidence::LedgerEntry& entry, std::size_t report,
                         const Principals& principals);

} // namespace stasis::drafting
