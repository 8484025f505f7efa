#include "lsp/symbols.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

using Kind = Symbol::Kind;
using syntax::Words;

class Lister {
public:
  explicit Lister(const Reading& reading) : outline_(reading.outline()) {}

  std::vector<Symbol> run() {
    const auto& file = outline_.file();
    if (file.title && !file.titleWords.empty())
      add(Kind::conflict, *file.title, {}, file.titleWords, file.titleWords);
    for (const auto& source : file.sources)
      add(Kind::source, source.name, source.description, source.name, source.words);
    for (const auto& party : file.parties)
      addParty(party);
    for (const auto& define : file.defines)
      add(Kind::define, define.name, define.label, define.name, define.words);
    for (const auto& state : file.listed)
      add(Kind::state, state.name, state.label, state.name, state.name);
    for (const auto& state : file.named)
      add(Kind::state, state.name, state.label, state.name, state.words);
    for (const auto& preference : file.preferences)
      addPreference(preference);
    for (const auto& moves : file.moves)
      add(Kind::moves, std::string(moves.header), {}, moves.header,
          moves.arcs.empty() ? Words() : moves.arcs.back().to.words);
    std::ranges::stable_sort(all_, {}, [](const Symbol& s) { return s.range.begin; });
    return std::move(all_);
  }

private:
  /// `last`: the words of its last line; empty if it has only one.
  void add(Kind kind, Words name, const std::string& detail, Words place, Words last) {
    if (!place.empty())
      all_.push_back(made(kind, name, detail, place, last));
  }

  Symbol made(Kind kind, Words name, const std::string& detail, Words place, Words last) const {
    Symbol symbol{kind,
                  std::string(name.empty() ? std::string_view("(no title)") : name),
                  detail,
                  {},
                  outline_.range(place),
                  {}};
    symbol.range = model::cover(outline_.block(place, last.empty() ? place : last), symbol.nameRange);
    return symbol;
  }

  void addParty(const syntax::Party& party) {
    if (party.name.empty())
      return;
    Words last = party.words.empty() ? party.name : party.words;
    for (const auto& option : party.options)
      last = option.name.empty() ? last : option.name;
    Symbol symbol =
        made(party.isFamily ? Kind::family : Kind::party, party.name, party.label, party.name, last);
    for (const auto& option : party.options)
      if (!option.name.empty())
        symbol.children.push_back(made(Kind::option, option.name, option.label, option.name, {}));
    all_.push_back(std::move(symbol));
  }

  void addPreference(const syntax::Preference& preference) {
    Words last = preference.header;
    for (const auto& tier : preference.tiers)
      for (const auto& statement : tier)
        last = statement.wanted.words.empty() ? last : statement.wanted.words;
    for (const auto& tie : preference.classes)
      for (const auto& state : tie)
        last = state.words.empty() ? last : state.words;
    for (const auto& weight : preference.weights)
      last = weight.words.empty() ? last : weight.words;
    add(Kind::preference, preference.header, {}, preference.header, last);
  }

  const language::Outline& outline_;
  std::vector<Symbol> all_;
};

} // namespace

std::vector<Symbol> symbols(const Reading& reading) { return Lister(reading).run(); }

} // namespace stasis::lsp
