#include "language/resolving/declarations.h"

#include "language/lexing/decimal.h"
#include "language/parsing/token_stream.h"

#include <unordered_map>

namespace stasis::language {

using model::Conflict;
using model::OptionId;
using model::PartyId;
using syntax::Words;

namespace {

class Declarations {
public:
  Declarations(const syntax::File& file, Conflict& conflict, Names& names, Expansion& expansion)
      : file_(file), conflict_(conflict), names_(names), expansion_(expansion) {}

  void enterAll() {
    for (const syntax::Source& s : file_.sources)
      source(s);
    for (const syntax::Party& p : file_.parties)
      p.isFamily ? family(p) : single(p);
    for (std::size_t i = 0; i < file_.listed.size(); ++i)
      state(file_.listed[i].name, {model::StateRef::Kind::listed, i, {}});
    for (std::size_t i = 0; i < file_.named.size(); ++i)
      state(file_.named[i].name, {model::StateRef::Kind::named, i, {}});
    warnOfLabels();
  }

private:
  const syntax::File& file_;
  Conflict& conflict_;
  Names& names_;
  Expansion& expansion_;

  // Answers call a thing by its label: two of one label cannot be told apart in them.
  void warnOfLabels() {
    std::unordered_map<std::string_view, Words> states;
    for (const auto& state : file_.named)
      warnOfLabel(states, state.label, state.name, "state");
    std::unordered_map<std::string_view, Words> parties;
    for (const syntax::Party& party : file_.parties) {
      warnOfLabel(parties, party.label, party.name, "party");
      for (const syntax::Member& member : party.members)
        warnOfLabel(parties, member.label, member.name, "party");
      std::unordered_map<std::string_view, Words> options;
      for (const syntax::Option& option : party.options)
        warnOfLabel(options, option.label, option.name, "option");
    }
  }

  void warnOfLabel(std::unordered_map<std::string_view, Words>& labels, const std::string& label, Words name,
                   const std::string& what) {
    if (label.empty() || name.empty())
      return;
    const auto [first, isNew] = labels.emplace(label, name);
    if (isNew || first->second == name)
      return;
    auto& d =
        names_.warning("S0405", name, "the " + what + ' ' + inMarks(first->second) + " has this label, too");
    d.note = "answers call them by it: " + quoted(label);
    d.help = "give each a label of its own";
    d.related.push_back({names_.rangeOf(first->second), "the first"});
  }

  /// True if the name is new; a name that could not be read is, silently, not.
  template <class Table> bool isNew(const Table& table, Words name, const std::string& what) {
    const auto before = table.find(name);
    if (before != table.end())
      names_.twice(name, before->first, what);
    return before == table.end() && !name.empty();
  }

  void source(const syntax::Source& s) {
    if (!isNew(names_.sources, s.name, "source"))
      return;
    names_.sources.emplace(s.name, model::SourceId(conflict_.sources.size()));
    conflict_.sources.push_back({std::string(s.name), s.path, s.description, names_.rangeOf(s.name)});
  }

  PartyId party(Words name, const std::string& label) {
    const PartyId id(conflict_.parties.size());
    if (isNew(names_.parties, name, "party") && isNew(names_.families, name, "family"))
      names_.parties.emplace(name, id);
    model::Party p;
    p.name = name;
    p.label = label;
    p.range = names_.rangeOf(name);
    p.firstOption = conflict_.options.size();
    conflict_.parties.push_back(std::move(p));
    return id;
  }

  void single(const syntax::Party& p) { options(p, party(p.name, p.label)); }

  void family(const syntax::Party& f) {
    const model::FamilyId id(conflict_.families.size());
    if (isNew(names_.families, f.name, "family") && isNew(names_.parties, f.name, "party") &&
        !f.members.empty())
      names_.families.emplace(f.name, id);
    conflict_.families.push_back({std::string(f.name), f.label, {}, names_.rangeOf(f.name)});
    std::size_t labels = 0; // of one member's options
    for (const syntax::Option& o : f.options)
      labels += o.name.size() + o.label.size();
    for (const syntax::Member& m : f.members) {
      if (!expansion_.options(f.options.size(), f.name) || !expansion_.copiedWords(labels, f.name))
        return;
      if (isRepeated(m.name, id))
        continue;
      const PartyId member = party(m.name, m.label);
      conflict_.parties.back().family = id;
      conflict_.families.back().members.push_back(member);
      options(f, member);
    }
  }

  bool isRepeated(Words member, model::FamilyId family) {
    const auto before = names_.parties.find(member);
    if (before == names_.parties.end() || conflict_.party(before->second).family != family)
      return false;
    names_.error("S0204", member, inMarks(member) + " is named twice in this family").help = "once is enough";
    return true;
  }

  /// The options of a declaration, for the party or for one member. A second party of a name lends its
  /// options to the first, so that they are known.
  void options(const syntax::Party& declared, PartyId owner) {
    if (!declared.isFamily && !expansion_.options(declared.options.size(), declared.name))
      return;
    const auto& p = conflict_.party(owner);
    const auto known = names_.parties.find(p.name);
    const PartyId calledOwner = known == names_.parties.end() ? owner : known->second;
    const bool first = !declared.isFamily || conflict_.families.back().members.size() == 1;
    for (const syntax::Option& o : declared.options) {
      if (o.name.empty())
        continue;
      if (const auto before = names_.optionOf(owner, o.name); before) {
        if (first)
          names_.twiceAt(o.name, conflict_.option(*before).range, "option");
        continue;
      }
      const OptionId id(conflict_.options.size());
      names_.own(owner, o.name, id);
      if (calledOwner != owner && !names_.optionOf(calledOwner, o.name))
        names_.own(calledOwner, o.name, id);
      names_.options[o.name].push_back(id);
      conflict_.options.push_back({std::string(o.name),
                                   o.label,
                                   owner,
                                   o.doubted ? model::Direction::both : o.direction,
                                   {},
                                   names_.rangeOf(o.name),
                                   doubtOf(o)});
      ++conflict_.parties[owner.index()].optionCount;
    }
  }

  static std::optional<model::DirectionDoubt> doubtOf(const syntax::Option& o) {
    if (!o.doubted)
      return std::nullopt;
    return model::DirectionDoubt{o.direction, oddsOf(o.odds)};
  }

  void state(Words name, model::StateRef ref) {
    if (isNew(names_.states, name, "state"))
      names_.states.emplace(name, ref);
  }
};

} // namespace

void declare(const syntax::File& file, Conflict& conflict, Names& names, Expansion& expansion) {
  Declarations(file, conflict, names, expansion).enterAll();
}

} // namespace stasis::language
