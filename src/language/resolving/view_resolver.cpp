#include "language/resolving/view_resolver.h"

#include "language/parsing/token_stream.h"
#include "language/resolving/attitude_resolver.h"
#include "language/resolving/constraints.h"

#include <algorithm>

namespace stasis::language {

using model::OptionId;

void ViewResolver::enter(const syntax::View& written) {
  model::View view;
  const bool whole = header(written, view);
  PreferenceResolver preferences(names_, expressions_, states_, conflict_, expansion_, &view);
  for (const auto& p : written.preferences)
    preferences.enter(p);
  AttitudeResolver attitudes(names_, conflict_, expansion_, &view);
  for (const auto& a : written.attitudes)
    attitudes.enter(a);
  view.constraints = constraintsOf(written.constraints, names_, expressions_);
  for (const auto& u : written.unaware)
    unaware(u, view);
  for (const auto& b : written.blind)
    blind(b, view);
  const bool says = !written.preferences.empty() || !written.attitudes.empty() ||
                    !written.constraints.empty() || !written.unaware.empty() || !written.blind.empty();
  if (whole && !says)
    names_.warning("S0326", written.header, "nothing is seen otherwise in this view").help =
        "write below it what the party sees otherwise, or delete it";
  if (whole)
    views_.push_back(std::move(view));
}

/// False, and reported, if it is not known whose view it is.
bool ViewResolver::header(const syntax::View& written, model::View& view) {
  view.range = names_.rangeOf(written.header);
  const auto party = names_.party(written.party);
  const auto seen = written.secondLevel ? names_.party(written.seen) : party;
  if (!party || !seen)
    return false;
  view.of = *seen;
  if (written.secondLevel) {
    view.by = *party;
    if (*party == *seen) {
      auto& d = names_.error("S0430", written.header,
                             "what " + inMarks(written.party) + " thinks it sees itself is what it sees");
      d.help = "write `view " + std::string(written.party) + "`";
      return false;
    }
  }
  return isFirst(written, view);
}

/// False, and reported, if there is such a view already.
bool ViewResolver::isFirst(const syntax::View& written, const model::View& view) {
  const auto before = std::ranges::find_if(
      entered_, [&](const Header& one) { return one.of == view.of && one.by == view.by; });
  if (before == entered_.end()) {
    entered_.push_back({view.of, view.by, written.header});
    return true;
  }
  auto& d = names_.error("S0429", written.header, inMarks(written.header) + " stands in this file already");
  d.note = "the first is on line " + std::to_string(names_.lineOf(before->words));
  d.related.push_back({names_.rangeOf(before->words), "the first"});
  d.help = "put all that this party sees otherwise in one block";
  return false;
}

void ViewResolver::unaware(const syntax::Unaware& written, model::View& view) {
  const auto because = citationsOf(written.because, names_);
  for (const auto& ref : written.options) {
    const auto options = expressions_.optionsOf(ref);
    if (!options || !expansion_.options(options->size(), ref.words))
      continue;
    for (const OptionId option : *options) {
      if (isOwn(option, ref, view))
        break;
      if (std::ranges::find(view.unaware, option, &model::View::Unaware::option) != view.unaware.end()) {
        names_.warning("S0405", ref.words, inMarks(ref.words) + " is named twice in this view").help =
            "once is enough";
        break;
      }
      view.unaware.push_back({option, because, names_.rangeOf(ref.words)});
    }
  }
}

/// True, and reported, if the option belongs to the party whose view it is.
bool ViewResolver::isOwn(OptionId option, const syntax::Reference& ref, const model::View& view) const {
  const model::PartyId owner = conflict_.option(option).owner;
  if (owner != view.of || view.range.empty())
    return false;
  names_
      .error("S0431", ref.words,
             conflict_.party(owner).name + " cannot be unaware of " + inMarks(ref.words) +
                 ", an option of its own")
      .help =
      "what it cannot take in its own picture is a constraint: `never " + std::string(ref.words) + '`';
  return true;
}

void ViewResolver::blind(const syntax::Blind& written, model::View& view) {
  const auto because = citationsOf(written.because, names_);
  const bool states =
      written.states.size() > 1 ||
      (written.states.size() == 1 && (written.condition.empty() || isState(written.states[0])));
  if (states) {
    for (const auto& name : written.states)
      blindState(name, because, view);
    return;
  }
  if (auto condition = expressions_.resolve(written.condition))
    view.blind.push_back({std::move(*condition), because, names_.rangeOf(written.condition.words)});
}

/// The name of a state comes before that of an option or a definition, and these before numbers and letters.
bool ViewResolver::isState(const syntax::StateName& name) const {
  if (names_.states.contains(name.words))
    return true;
  if (names_.options.contains(name.words) || names_.defines.contains(name.words))
    return false;
  const std::string_view digits = name.words.substr(name.words.starts_with('s') ? 1 : 0);
  const bool number = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  const bool letters = name.words.find_first_not_of("YN") == std::string_view::npos;
  return number || letters;
}

void ViewResolver::blindState(const syntax::StateName& name, const std::vector<model::Citation>& because,
                              model::View& view) {
  const auto state = states_.resolve(name);
  if (!state)
    return;
  if (!conflict_.listed.empty() && !states_.listedIndex(*state)) {
    names_.error("S0409", name.words, inMarks(name.words) + " is none of the listed states").help =
        "the states below `states` are all there are";
    return;
  }
  const std::string key = states_.keyOf(*state);
  for (const auto& before : view.blind)
    if (const auto* other = std::get_if<model::StateRef>(&before.what);
        other != nullptr && states_.keyOf(*other) == key) {
      names_.warning("S0405", name.words, inMarks(name.words) + " is named twice in this view").help =
          "once is enough";
      return;
    }
  view.blind.push_back({*state, because, names_.rangeOf(name.words)});
}

} // namespace stasis::language
