#include "evidence/cited_things.h"

#include <set>
#include <utility>

namespace stasis::evidence {

using model::Conflict;
using model::PartyId;

namespace {

class Walk {
public:
  Walk(const Conflict& conflict, const std::function<void(const Cited&)>& visit)
      : c_(conflict), visit_(visit) {}

  void run() {
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      party(PartyId(i));
    for (std::size_t i = 0; i < c_.constraints.size(); ++i) {
      const auto& one = c_.constraints[i];
      see({Citable::constraint, {}, one.range, one.because, i, &one.holds});
    }
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      preference(PartyId(i));
  }

private:
  const Conflict& c_;
  const std::function<void(const Cited&)>& visit_;
  std::set<std::pair<std::size_t, std::size_t>> shared_; ///< ranges of lines that members of families share

  void see(const Cited& cited) {
    const bool inFamily = cited.kind != Citable::constraint && c_.party(cited.party).family.has_value();
    if (!inFamily || cited.range.empty() || shared_.insert({cited.range.begin, cited.range.end}).second)
      visit_(cited);
  }

  void party(PartyId id) {
    const auto& one = c_.party(id);
    see({Citable::party, id, one.range, one.because, id.index()});
    for (std::size_t i = one.firstOption; i < one.firstOption + one.optionCount; ++i)
      see({Citable::option, id, c_.options[i].range, c_.options[i].because, i});
  }

  void preference(PartyId id) {
    const auto& preference = c_.party(id).preference;
    if (const auto* said = std::get_if<model::Prioritised>(&preference)) {
      for (const auto& tier : said->tiers)
        for (const auto& one : tier)
          see({Citable::statement, id, one.range, one.because, 0, &one.wanted});
    } else if (const auto* weighed = std::get_if<model::Weights>(&preference)) {
      for (const auto& one : weighed->weights)
        see({Citable::weight, id, one.range, one.because, 0, &one.wanted});
    }
  }
};

} // namespace

void forEachCitable(const Conflict& conflict, const std::function<void(const Cited&)>& visit) {
  Walk(conflict, visit).run();
}

} // namespace stasis::evidence
