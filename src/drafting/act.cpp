#include "drafting/act.h"

#include "drafting/told_act.h"
#include "evidence/reading/clause_tokens.h"

#include <algorithm>
#include <array>

namespace stasis::drafting {

using evidence::ClauseToken;
using evidence::ClauseTokens;
using evidence::LedgerEntry;
using evidence::SpeechAct;

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view surname(std::string_view name) {
  const auto space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

/// Begins with the name, as whole words.
bool beginsWith(std::string_view words, std::string_view name) {
  return !name.empty() && words.starts_with(name) &&
         (words.size() == name.size() || words[name.size()] == ' ' || words[name.size()] == '\'' ||
          static_cast<unsigned char>(words[name.size()]) >= 0x80);
}

bool isAct(SpeechAct kind) {
  return kind != SpeechAct::report && kind != SpeechAct::accusation && kind != SpeechAct::denial;
}

bool isWanted(SpeechAct kind) { return kind == SpeechAct::demand || kind == SpeechAct::request; }

/// The words that say what is done: of a conditional its consequence; of a statement that quotes and tells
/// the whole of it.
const evidence::Passage& said(const LedgerEntry& entry) {
  if (entry.consequence)
    return *entry.consequence;
  return entry.content ? *entry.content : *entry.quote;
}

/// `Donald asked me`, told in the speaker's own words, is no act of the report's.
bool isTold(const LedgerEntry& entry) { return entry.content.has_value(); }

/// `him to communicate`: cut to what is asked.
bool ofSpeaker(std::string& what) {
  for (const std::string_view pronoun : {"him ", "her ", "them ", "it ", "us "})
    if (what.starts_with(pronoun)) {
      what.erase(0, pronoun.size());
      if (what.starts_with("to "))
        what.erase(0, 3);
      return true;
    }
  return false;
}

} // namespace

void Principals::addRow(const std::string& name, const std::string& party) {
  if (!name.empty() && std::ranges::find(rows_, name, &Row::name) == rows_.end())
    rows_.push_back({name, party});
}

void Principals::add(const LedgerEntry& entry) {
  if (!entry.speaker)
    return;
  const std::string& party = entry.principal ? *entry.principal : *entry.speaker;
  addRow(party, party);
  addRow(*entry.speaker, party);
}

std::optional<std::string> Principals::partyOf(std::string_view name) const {
  const std::string wanted = lower(name);
  for (const Row& row : rows_)
    if (lower(row.name) == wanted)
      return row.party;
  for (const Row& row : rows_)
    if (lower(surname(row.name)) == wanted)
      return row.party;
  return std::nullopt;
}

std::optional<std::string> Principals::subjectOf(std::string_view words) const {
  std::string text = lower(words);
  for (const std::string_view article : {"the ", "any ", "if "})
    if (text.starts_with(article))
      text.erase(0, article.size());
  for (const Row& row : rows_)
    if (beginsWith(text, lower(row.name)) || beginsWith(text, lower(surname(row.name))))
      return row.party;
  return std::nullopt;
}

std::optional<Act> actOf(const LedgerEntry& entry, std::size_t report, const Principals& principals) {
  Act act;
  act.entry = &entry;
  act.report = report;
  act.kind = entry.kind;
  act.what = said(entry).read();
  if (const auto told = isTold(entry) ? toldAct(act.what) : std::nullopt) {
    act.actor = principals.subjectOf(told->actor).value_or(told->actor);
    act.kind = told->kind;
    act.what = told->what;
    if (isWanted(act.kind) && entry.speaker && ofSpeaker(act.what)) // Trump had asked him to …
      act.addressee = entry.principal ? *entry.principal : *entry.speaker;
  } else if (entry.speaker) {
    act.actor = entry.principal ? *entry.principal : *entry.speaker;
  }
  if (act.actor.empty() || !isAct(act.kind))
    return std::nullopt;
  if (entry.addressee && !act.addressee)
    act.addressee = principals.partyOf(*entry.addressee);
  if (act.kind == SpeechAct::demand && !act.addressee)
    act.addressee = principals.subjectOf(act.what);
  if (!act.addressee && isWanted(act.kind) && isTold(entry))
    if (auto wanted = wantedOf(act.what)) {
      act.addressee = principals.partyOf(wanted->of).value_or(wanted->of);
      act.what = std::move(wanted->what);
    }
  if (act.addressee == act.actor || (act.addressee && !isWanted(act.kind)))
    act.addressee.reset();
  if (act.kind == SpeechAct::refusal)
    refuse(act.what, act.negated, act.own);
  return act;
}

} // namespace stasis::drafting
