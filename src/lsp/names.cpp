#include "lsp/names.h"

#include "model/limited_moves.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

std::size_t find(const std::unordered_map<std::string_view, std::size_t>& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? nothing : found->second;
}

std::string ownedKey(std::size_t owner, std::string_view name) {
  return std::to_string(owner) + '.' + std::string(name);
}

} // namespace

Names::Names(const language::Outline& outline, std::string_view text) : text_(text) {
  for (const auto& spelling : *outline.file().spellings)
    spelled_.emplace(spelling.composed.data(), spelling.range);
  declareAll(outline.file());
  callAll(outline.file());
  std::ranges::stable_sort(occurrences_, {}, [](const Occurrence& o) { return o.range.begin; });
  std::ranges::stable_sort(citations_, {}, [](const CitationPlace& c) { return c.range.begin; });
  std::ranges::stable_sort(placedWords_, {}, &model::Range::begin);
}

model::Range Names::rangeOf(Words words) const {
  if (const auto found = spelled_.find(words.data()); found != spelled_.end())
    return found->second;
  const auto begin = static_cast<std::size_t>(words.data() - text_.data());
  return {begin, begin + words.size()};
}

// --- declarations

std::size_t Names::declare(Thing thing, Words name, std::string label, std::size_t owner) {
  if (name.empty())
    return nothing;
  const std::size_t number = declarations_.size();
  declarations_.push_back({thing, name, std::move(label), rangeOf(name), owner});
  occurrences_.push_back({rangeOf(name), name, thing, number, true});
  return number;
}

void Names::declareParty(const syntax::Party& party) {
  const Thing thing = party.isFamily ? Thing::family : Thing::party;
  const std::size_t number = declare(thing, party.name, party.label);
  if (number != nothing)
    holders_.emplace(party.name, number);
  for (const auto& member : party.members)
    if (const std::size_t one = declare(Thing::party, member.name, member.label, number); one != nothing)
      holders_.emplace(member.name, one);
  for (const auto& option : party.options)
    if (const std::size_t one = declare(Thing::option, option.name, option.label, number); one != nothing) {
      options_[option.name].push_back(one);
      owned_.emplace(ownedKey(number, option.name), one);
    }
}

void Names::declareAll(const syntax::File& file) {
  for (const auto& party : file.parties)
    declareParty(party);
  const auto enter = [this](Table& table, Thing thing, Words name, const std::string& label) {
    if (const std::size_t one = declare(thing, name, label); one != nothing)
      table.emplace(name, one);
  };
  for (const auto& define : file.defines)
    enter(defines_, Thing::define, define.name, define.label);
  for (const auto& state : file.listed)
    enter(states_, Thing::state, state.name, state.label);
  for (const auto& state : file.named)
    enter(states_, Thing::state, state.name, state.label);
  for (const auto& source : file.sources)
    if (const std::size_t one = declare(Thing::source, source.name, source.description); one != nothing) {
      sources_.emplace(source.name, one);
      paths_.emplace(one, source.path);
    }
}

// --- calls

void Names::call(Words words, Thing thing, std::size_t declaration) {
  if (!words.empty())
    occurrences_.push_back({rangeOf(words), words, thing, declaration, false});
}

std::size_t Names::holderOf(std::string_view name) const { return find(holders_, name); }

std::size_t Names::optionOf(std::size_t owner, std::string_view name) const {
  if (owner == nothing)
    return nothing;
  const auto own = owned_.find(ownedKey(owner, name));
  if (own != owned_.end())
    return own->second;
  const std::size_t family = declarations_[owner].owner;
  const auto shared = family == nothing ? owned_.end() : owned_.find(ownedKey(family, name));
  return shared == owned_.end() ? nothing : shared->second;
}

void Names::callParty(Words words) {
  const std::size_t holder = holderOf(words);
  call(words, holder == nothing ? Thing::party : declarations_[holder].thing, holder);
}

void Names::callState(Words words) { call(words, Thing::state, find(states_, words)); }

void Names::callConcepts(const std::vector<Words>& concepts) {
  for (const Words one : concepts)
    if (one.starts_with(model::ledPrefix)) // the party that leads is named in it
      callParty(one.substr(model::ledPrefix.size()));
    else
      call(one, Thing::solutionConcept, nothing);
}

void Names::callBare(Words words) {
  if (const std::size_t define = find(defines_, words); define != nothing)
    return call(words, Thing::define, define);
  const auto found = options_.find(words);
  if (found != options_.end())
    return call(words, Thing::option, found->second.size() == 1 ? found->second.front() : nothing);
  if (holderOf(words) != nothing)
    return callParty(words);
  if (find(states_, words) != nothing)
    return callState(words);
  call(words, Thing::option, nothing);
}

// `self` is the family whose members the statement is about.
void Names::callReference(const syntax::Reference& reference, std::size_t self) {
  if (reference.kind == syntax::Reference::Kind::plain)
    return callBare(reference.first);
  if (!reference.ofSelf())
    callParty(reference.first);
  const std::size_t owner = reference.ofSelf() ? self : holderOf(reference.first);
  if (reference.kind == syntax::Reference::Kind::member)
    call(reference.second, Thing::option, optionOf(owner, reference.second));
}

void Names::callExpression(const syntax::Expression& expression, std::size_t self) {
  for (const auto& reference : expression.references)
    callReference(reference, self);
  for (const auto& stability : expression.stabilities) {
    for (const Words party : stability.parties)
      callParty(party);
    callConcepts(stability.concepts);
  }
}

void Names::cite(const syntax::Citations& citations) {
  for (const auto& citation : citations) {
    const std::size_t source = find(sources_, citation.source);
    call(citation.source, Thing::source, source);
    if (!citation.words.empty() && !citation.textWords.empty())
      citations_.push_back({rangeOf(citation.words), rangeOf(citation.textWords), source});
  }
}

void Names::callPreference(const syntax::Preference& preference) {
  callParty(preference.party);
  const std::size_t self = preference.each ? holderOf(preference.party) : nothing;
  for (const auto& tier : preference.tiers)
    for (const auto& statement : tier) {
      placeFirstWord(statement.markWords);
      callExpression(statement.wanted, self);
      cite(statement.because);
    }
  for (const auto& tie : preference.classes)
    for (const auto& state : tie)
      callState(state.words);
  for (const auto& weight : preference.weights) {
    callExpression(weight.wanted, self);
    cite(weight.because);
  }
}

/// Notes the place of the first of these words.
void Names::placeFirstWord(Words words) {
  if (!words.empty())
    placedWords_.push_back(rangeOf(words.substr(0, words.find_first_of(" \t"))));
}

void Names::callUnsure(const syntax::Unsure& unsure) {
  placeFirstWord(unsure.header);
  callParty(unsure.party);
  for (const auto& pair : unsure.pairs) {
    callState(pair.one.words);
    callState(pair.other.words);
  }
}

void Names::callAttitudes(const syntax::Attitudes& attitudes) {
  placeFirstWord(attitudes.header);
  callParty(attitudes.party);
  for (const auto& item : attitudes.items) {
    placeFirstWord(item.words);
    if (item.towards != "self")
      callParty(item.towards);
  }
}

void Names::callExpectation(const syntax::Expectation& expectation) {
  if (!expectation.picture.empty()) {
    placeFirstWord(expectation.picture);
    if (expectation.inHypergame())
      placeFirstWord(expectation.picture.substr(expectation.picture.find("hypergame")));
    else
      callParty(expectation.viewer);
    if (expectation.secondLevel)
      callParty(expectation.seen);
  }
  callConcepts(expectation.concepts);
  for (const auto& state : expectation.states)
    callState(state.words);
  if (expectation.stableFor)
    callParty(expectation.party);
  if (expectation.query)
    callExpression(*expectation.query);
}

void Names::callView(const syntax::View& view) {
  callParty(view.party);
  if (view.secondLevel)
    callParty(view.seen);
  for (const auto& preference : view.preferences)
    callPreference(preference);
  for (const auto& attitudes : view.attitudes)
    callAttitudes(attitudes);
  for (const auto& constraint : view.constraints) {
    callExpression(constraint.condition);
    cite(constraint.because);
  }
  for (const auto& unaware : view.unaware) {
    placeFirstWord(unaware.word);
    for (const auto& option : unaware.options)
      callReference(option, nothing);
    cite(unaware.because);
  }
  for (const auto& blind : view.blind) {
    placeFirstWord(blind.word);
    for (const auto& state : blind.states)
      if (blind.condition.empty() || states_.contains(state.words))
        callState(state.words);
    const bool isState = blind.states.size() == 1 && states_.contains(blind.states.front().words);
    if (!isState && !blind.condition.empty())
      callExpression(blind.condition, nothing);
    cite(blind.because);
  }
}

void Names::callAll(const syntax::File& file) {
  for (const auto& party : file.parties) {
    cite(party.because);
    for (const auto& option : party.options)
      cite(option.because);
  }
  for (const auto& constraint : file.constraints) {
    callExpression(constraint.condition);
    cite(constraint.because);
  }
  for (const auto& define : file.defines)
    callExpression(define.meaning);
  for (const auto& state : file.named)
    for (const auto& reference : state.options.taken)
      callReference(reference, nothing);
  for (const auto& today : file.statusQuo)
    for (const auto& reference : today.options.taken)
      callReference(reference, nothing);
  for (const auto& preference : file.preferences)
    callPreference(preference);
  for (const auto& unsure : file.unsure)
    callUnsure(unsure);
  for (const auto& attitudes : file.attitudes)
    callAttitudes(attitudes);
  for (const auto& moves : file.moves) {
    callParty(moves.party);
    for (const auto& arc : moves.arcs) {
      callState(arc.from.words);
      callState(arc.to.words);
    }
  }
  for (const auto& expectation : file.expectations)
    callExpectation(expectation);
  for (const auto& view : file.views)
    callView(view);
}

// --- asking

const Occurrence* Names::at(std::size_t offset) const {
  auto after =
      std::ranges::upper_bound(occurrences_, offset, {}, [](const Occurrence& o) { return o.range.begin; });
  if (after == occurrences_.begin())
    return nullptr;
  const Occurrence& here = *--after;
  return offset <= here.range.end ? &here : nullptr;
}

const CitationPlace* Names::citationAt(std::size_t offset) const {
  auto after =
      std::ranges::upper_bound(citations_, offset, {}, [](const CitationPlace& c) { return c.range.begin; });
  if (after == citations_.begin())
    return nullptr;
  const CitationPlace& here = *--after;
  return offset <= here.range.end ? &here : nullptr;
}

std::vector<std::size_t> Names::meanings(const Occurrence& occurrence) const {
  if (occurrence.declaration != nothing)
    return {occurrence.declaration};
  const auto found = options_.find(occurrence.name);
  return occurrence.thing == Thing::option && found != options_.end() ? found->second
                                                                      : std::vector<std::size_t>();
}

std::vector<model::Range> Names::placesOf(std::size_t declaration) const {
  std::vector<model::Range> places;
  for (const Occurrence& one : occurrences_)
    if (one.declaration == declaration)
      places.push_back(one.range);
  return places;
}

std::string_view Names::pathOf(std::size_t source) const {
  const auto found = paths_.find(source);
  return found == paths_.end() ? std::string_view() : found->second;
}

std::string Names::callOf(std::size_t option) const {
  const Declaration& it = declarations_[option];
  const bool alone = options_.at(it.name).size() == 1 && !defines_.contains(it.name) &&
                     !holders_.contains(it.name) &&
                     (it.owner == nothing || declarations_[it.owner].thing != Thing::family);
  return alone || it.owner == nothing
             ? std::string(it.name)
             : std::string(declarations_[it.owner].name) + '.' + std::string(it.name);
}

} // namespace stasis::lsp
