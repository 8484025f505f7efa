#include "evidence/cited_things.h"

#include <set>
#include <utility>

namespace stasis::evidence {

using model::Conflict;
using model::PartyId;

namespace {

class Walk {
public:
  Walk(const Conflict& conflict, const model::Views& views, const std::function<void(const Cited&)>& visit)
      : c_(conflict), views_(views), visit_(visit) {}

  void run() {
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      party(PartyId(i));
    for (std::size_t i = 0; i < c_.constraints.size(); ++i) {
      const auto& one = c_.constraints[i];
      see({Citable::constraint, {}, one.range, one.because, i, &one.holds});
    }
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      preference(PartyId(i));
    for (const auto& one : views_)
      view(one);
  }

private:
  const Conflict& c_;
  const model::Views& views_;
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
    preference(c_.party(id).preference, Citable::statement, Citable::weight, id);
  }

  void preference(const model::Preference& preference, Citable statement, Citable weight, PartyId id) {
    if (const auto* said = std::get_if<model::Prioritised>(&preference)) {
      for (const auto& tier : said->tiers)
        for (const auto& one : tier)
          see({statement, id, one.range, one.because, 0, &one.wanted});
    } else if (const auto* weighed = std::get_if<model::Weights>(&preference)) {
      for (const auto& one : weighed->weights)
        see({weight, id, one.range, one.because, 0, &one.wanted});
    }
  }

  /// What a party sees otherwise, as said by whoever thinks so.
  void view(const model::View& view) {
    const PartyId id = view.by.value_or(view.of);
    for (const auto& one : view.unaware) {
      const auto option = model::Expression::option(one.option);
      see({Citable::view, id, one.range, one.because, 0, &option});
    }
    for (const auto& one : view.blind)
      see({Citable::view, id, one.range, one.because, 0, std::get_if<model::Expression>(&one.what)});
    for (const auto& one : view.constraints)
      see({Citable::view, id, one.range, one.because, 0, &one.holds});
    for (const auto& wish : view.wishes)
      preference(wish.preference, Citable::view, Citable::view, id);
  }
};

} // namespace

void forEachCitable(const Conflict& conflict, const model::Views& views,
                    const std::function<void(const Cited&)>& visit) {
  Walk(conflict, views, visit).run();
}

} // namespace stasis::evidence
