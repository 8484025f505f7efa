#include "language/resolving/preference_resolver.h"

#include "language/lexing/decimal.h"
#include "language/parsing/state_letters.h"
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"
#include "language/resolving/constraints.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace stasis::language {

using model::PartyId;
using model::StateRef;
using Form = syntax::Preference::Form;

void PreferenceResolver::enter(const syntax::Preference& written) {
  const bool ofFamily = names_.families.contains(written.party);
  if (written.form == Form::prefer && (written.each || ofFamily))
    return enterEach(written);
  if (written.each) // reported: only `prefer` can speak of each
    return;
  const auto party = names_.party(written.party);
  std::optional<model::Preference> preference;
  expressions_.setWisher(party);
  if (written.form == Form::prefer)
    preference = statements(written, std::nullopt);
  else if (written.form == Form::rank)
    preference = ranking(written);
  else
    preference = weights(written);
  expressions_.setWisher(std::nullopt);
  if (party)
    set(*party, written, preference ? std::move(*preference) : model::Prioritised());
}

void PreferenceResolver::enterEach(const syntax::Preference& written) {
  if (!written.each) {
    auto& d = names_.error("S0209", written.party, inMarks(written.party) + " is a family, not a party");
    d.mend({d.range.begin, d.range.begin}, "each ").help =
        "write `prefer each " + std::string(written.party) + '`';
  }
  const auto family = names_.family(written.party);
  if (!family) { // what is wrong in the statements themselves is reported all the same
    const auto party = names_.parties.find(written.party);
    if (party != names_.parties.end())
      statements(written, party->second);
    return;
  }
  for (const PartyId member : conflict_.families[family->index()].members) {
    auto said = statements(written, member);
    const bool fits = said && expansion_.copiedWords(bytesOf(*said), written.header);
    set(member, written, said.value_or(model::Prioritised()));
    if (!fits)
      break; // the other copies would only say the same again
    expressions_.setQuiet(true);
  }
  expressions_.setQuiet(false);
}

void PreferenceResolver::set(PartyId party, const syntax::Preference& written, model::Preference preference) {
  const auto [before, isFirst] = headers_.emplace(party.index(), written.header);
  if (!isFirst) {
    auto& d = names_.error("S0401", written.header, conflict_.party(party).name + " has preferences already");
    d.note = inMarks(before->second) + " is on line " + std::to_string(names_.lineOf(before->second));
    d.related.push_back({names_.rangeOf(before->second), "the first block"});
    d.help = "put all of them in one block";
    return;
  }
  if (view_ != nullptr)
    view_->wishes.push_back({party, std::move(preference)});
  else
    conflict_.parties[party.index()].preference = std::move(preference);
}

std::size_t PreferenceResolver::bytesOf(const std::vector<model::Citation>& because) {
  std::size_t bytes = 0;
  for (const model::Citation& citation : because)
    bytes += citation.words.size() + sizeof citation;
  return bytes;
}

std::size_t PreferenceResolver::bytesOf(const model::Prioritised& said) {
  std::size_t bytes = 0;
  for (const auto& tier : said.tiers)
    for (const model::Statement& statement : tier)
      bytes += bytesOf(statement.because);
  return bytes;
}

// --- prefer

std::optional<model::Prioritised> PreferenceResolver::statements(const syntax::Preference& written,
                                                                 std::optional<PartyId> self) {
  model::Prioritised said;
  said.range = names_.rangeOf(written.header);
  bool broken = false;
  for (const auto& tier : written.tiers) {
    auto& kept = said.tiers.emplace_back();
    for (const auto& s : tier) {
      auto wanted = expressions_.resolve(s.wanted, self);
      auto because = citationsOf(s.because, names_);
      broken = broken || !wanted || because.size() != s.because.size();
      kept.push_back({wanted ? std::move(*wanted) : model::Expression(), std::move(because),
                      names_.rangeOf(s.wanted.words), s.mark, oddsOf(s.odds)});
    }
  }
  if (broken)
    return std::nullopt;
  return said;
}

// --- rank

std::optional<model::Ranking> PreferenceResolver::ranking(const syntax::Preference& written) {
  model::Ranking ranking;
  ranking.range = names_.rangeOf(written.header);
  ranking.strongAfter = written.strongAfter;
  if (written.classes.empty() && !written.broken)
    names_.error("S0403", written.header, "no states are ranked here").help =
        "write the states below, best first: `s2 > s1 ~ s3`";
  bool broken = written.broken || written.classes.empty();
  std::optional<syntax::Words> rest;
  for (const auto& tie : written.classes) {
    auto& kept = ranking.classes.emplace_back();
    for (const auto& state : tie)
      if (isRest(state.words))
        rest = rest.value_or(state.words);
      else if (auto ref = states_.resolve(state))
        kept.push_back(*ref);
      else
        broken = true;
  }
  if (rest)
    sayRest(ranking, *rest);
  broken = broken || rest;
  const bool eachOnce = checkRepeated(ranking);
  const bool explained = !eachOnce && view_ == nullptr && unranked(ranking).size() == 1; // one for another
  if (broken || explained || !checkComplete(ranking, written) || !eachOnce)
    return std::nullopt;
  return ranking;
}

bool PreferenceResolver::checkRepeated(const model::Ranking& ranking) const {
  std::map<std::string, StateRef> seen;
  bool good = true;
  for (const auto& tie : ranking.classes) {
    for (const StateRef& ref : tie) {
      const auto [before, isNew] = seen.emplace(states_.keyOf(ref), ref);
      if (isNew)
        continue;
      const syntax::Words words = names_.words(ref.range);
      const syntax::Words first = names_.words(before->second.range);
      auto& d = names_.error("S0402", words, inMarks(words) + " is ranked twice");
      if (words != first)
        d.note = "it is the same state as " + inMarks(first);
      const auto missing = unranked(ranking);
      if (view_ == nullptr && missing.size() == 1) {
        d.help = "was " + inMarks(missing.front()) + " meant? It has no place yet";
        d.propose(d.range, missing.front());
      } else {
        d.help = "delete one of the two: a state has one place; states equally good are joined by `~`";
      }
      good = false;
    }
  }
  return good;
}

/// The names of the listed states that have no place in it.
std::vector<std::string> PreferenceResolver::unranked(const model::Ranking& ranking) const {
  std::vector<bool> ranked(conflict_.listed.size(), false);
  for (const auto& tie : ranking.classes)
    for (const StateRef& ref : tie)
      if (const auto i = states_.listedIndex(ref))
        ranked[*i] = true;
  const auto repeated = [&](std::size_t i) { // the same name again, which has been reported
    const auto end = conflict_.listed.begin() + static_cast<std::ptrdiff_t>(i);
    return !conflict_.listed[i].name.empty() &&
           std::ranges::find(conflict_.listed.begin(), end, conflict_.listed[i].name,
                             &model::ListedState::name) != end;
  };
  std::vector<std::string> names;
  for (std::size_t i = 0; i < ranked.size(); ++i)
    if (!ranked[i] && !repeated(i))
      names.push_back(conflict_.listed[i].name.empty() ? 's' + std::to_string(i + 1)
                                                       : conflict_.listed[i].name);
  return names;
}

/// `others`, `the rest`, where no state has that name.
bool PreferenceResolver::isRest(syntax::Words state) const {
  bool rest = false;
  for (std::size_t begin = 0; begin < state.size();) {
    const std::size_t end = std::min(state.find(' ', begin), state.size());
    rest = rest || meansTheRest(state.substr(begin, end - begin));
    begin = end + 1;
  }
  return rest && !names_.states.contains(state);
}

void PreferenceResolver::sayRest(const model::Ranking& ranking, syntax::Words rest) const {
  auto& d = names_.error("S0403", rest, "a ranking names every state, and " + inMarks(rest) + " names none");
  const auto names = unranked(ranking);
  std::string tie;
  for (const std::string& name : names)
    tie += (tie.empty() ? "" : " ~ ") + name;
  if (tie.empty())
    d.help =
        conflict_.listed.empty()
            ? "name each state that has no place yet, those equally good joined by `~`; conditions, most "
              "important first, stand below `prefer` and need no names of states"
            : "leave it out: every state has a place";
  else {
    d.help = "write " + inMarks(tie) + ": the states that have no place yet, equally good";
    d.propose(d.range, tie);
  }
}

/// Where the ranking says `s3` and means by it a state of that name, while the third is one of those missing.
std::string PreferenceResolver::hiddenNumber(const model::Ranking& ranking,
                                             const std::vector<std::string>& missing) const {
  for (const auto& tie : ranking.classes)
    for (const StateRef& ref : tie) {
      const syntax::Words words = names_.words(ref.range);
      if (!isStateNumber(words))
        continue;
      const char* digits = words.data() + 1;
      std::size_t number = 0;
      std::from_chars(digits, digits + words.size() - 1, number);
      if (number == 0 || number > conflict_.listed.size() || states_.listedIndex(ref) == number - 1)
        continue;
      const std::string& hidden = conflict_.listed[number - 1].name;
      if (std::ranges::find(missing, hidden) != missing.end())
        return inMarks(words) + " is the name of another state; the one with that number is " +
               inMarks(hidden);
    }
  return {};
}

bool PreferenceResolver::checkComplete(const model::Ranking& ranking,
                                       const syntax::Preference& written) const {
  if (conflict_.listed.empty() || states_.listBroken())
    return true;
  bool good = true;
  for (const auto& tie : ranking.classes)
    for (const StateRef& ref : tie) {
      if (states_.listedIndex(ref))
        continue;
      const syntax::Words words = names_.words(ref.range);
      names_.error("S0409", words, inMarks(words) + " is none of the listed states").help =
          "the states below `states` are all there are";
      good = false;
    }
  std::string missing;
  const auto all = unranked(ranking);
  const std::size_t count = all.size();
  for (std::size_t i = 0; i < std::min<std::size_t>(count, 5); ++i)
    missing += (i > 0 ? ", " : "") + all[i];
  if (count == 0 || !good || view_ != nullptr) // a view may hide states: what it misses shows later
    return good;
  auto& d = names_.error("S0403", written.header,
                         count == 1 ? "state " + missing + " is not ranked"
                                    : std::to_string(count) + " states are not ranked: " + missing +
                                          (count > 5 ? ", …" : ""));
  d.help = "every state has a place in the ranking; join those equally good by `~`";
  d.note = hiddenNumber(ranking, all);
  return false;
}

// --- weigh

namespace {

/// The same for the same condition only.
std::string wordsOf(const model::Expression& condition) {
  std::string words;
  for (const auto& node : condition.nodes())
    words += std::to_string(static_cast<int>(node.op)) + ' ' + std::to_string(node.value) + ' ' +
             std::to_string(node.operands) + ';';
  return words;
}

} // namespace

std::optional<model::Weights> PreferenceResolver::weights(const syntax::Preference& written) {
  model::Weights all;
  all.range = names_.rangeOf(written.header);
  std::map<std::string, model::Range> seen;
  bool broken = written.broken;
  for (const auto& w : written.weights)
    all.decimals = std::max(all.decimals, std::min(decimalsOf(w.number), mostDecimals));
  std::uint64_t total = 0;
  bool sumTold = false;
  for (const auto& w : written.weights) {
    auto wanted = expressions_.resolve(w.wanted);
    const auto units = unitsOf(w.number, all.decimals);
    const bool fits = units && *units <= mostUnits - total;
    const bool inSumOnly = units && !fits;
    if (!fits && !(inSumOnly && sumTold)) // the sum is one fault, however many weights follow
      names_
          .error("S0410", w.number,
                 decimalsOf(w.number) > mostDecimals ? "more than nine decimals"
                 : units                             ? "with the weights above, this number is too large"
                                                     : "this number is too large")
          .help = "only the proportions of the weights matter: round or scale them";
    auto because = citationsOf(w.because, names_);
    sumTold = sumTold || inSumOnly;
    broken = broken || !wanted || !fits || because.size() != w.because.size();
    if (!wanted || !fits)
      continue;
    total += *units;
    const syntax::Words words = w.wanted.words;
    const auto [before, isNew] = seen.emplace(wordsOf(*wanted), names_.rangeOf(words));
    if (!isNew) {
      auto& d = names_.error("S0405", words, inMarks(words) + " has a weight already");
      d.note = "the first is on line " + std::to_string(names_.lineOf(names_.words(before->second)));
      d.related.push_back({before->second, "the first"});
      d.help = "keep one of the two";
    }
    const auto signedUnits = static_cast<std::int64_t>(*units);
    all.weights.push_back({std::move(*wanted), w.negative ? -signedUnits : signedUnits, std::move(because),
                           names_.rangeOf(words)});
  }
  if (broken)
    return std::nullopt;
  return all;
}

} // namespace stasis::language
