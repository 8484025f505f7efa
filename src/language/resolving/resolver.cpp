#include "language/resolving/resolver.h"

#include "language/parsing/token_stream.h"
#include "language/resolving/attitude_resolver.h"
#include "language/resolving/constraints.h"
#include "language/resolving/declarations.h"
#include "language/resolving/lookalike_names.h"
#include "language/resolving/preference_resolver.h"
#include "language/resolving/silence.h"
#include "language/resolving/unsure_resolver.h"
#include "language/resolving/view_resolver.h"

#include <algorithm>

namespace stasis::language {

using model::Conflict;
using model::Expression;
using syntax::Words;

namespace {

class Resolver {
public:
  Resolver(const syntax::File& file, const SourceText& source, bool soundSoFar, Problems& problems)
      : file_(file), source_(source), soundSoFar_(soundSoFar), problems_(problems) {}

  Resolved run() {
    title();
    declare(file_, conflict_, names_, expansion_);
    if (conflict_.parties.empty() && soundSoFar_)
      names_.error("S0315", source_.text().substr(0, 0), "no party is declared in this file").help =
          "begin with `party NAME` and its options; `stasis new` writes a file to start from";
    citeDeclarations();
    defines();
    conflict_.constraints = constraintsOf(file_.constraints, names_, expressions_);
    states_.enterAll(file_);
    for (const auto& p : file_.preferences)
      preferences_.enter(p);
    UnsureResolver(names_, states_, conflict_).enterAll(file_);
    AttitudeResolver attitudes(names_, conflict_, expansion_);
    for (const auto& a : file_.attitudes)
      attitudes.enter(a);
    for (const auto& m : file_.moves)
      moves(m);
    for (const auto& e : file_.expectations)
      if (e.picture.empty())
        if (auto expected = expectation(e))
          conflict_.expectations.push_back(std::move(*expected));
    ViewResolver resolver(names_, expressions_, states_, conflict_, expansion_);
    for (const auto& v : file_.views)
      resolver.enter(v);
    model::Views views = std::move(resolver).take();
    for (const auto& e : file_.expectations)
      if (!e.picture.empty())
        expectationInViews(e, views);
    warnOfLookalikes(file_, names_);
    if (soundSoFar_ && problems_.errors() == 0)
      warnOfSilence(file_, conflict_, views, names_);
    return {std::move(conflict_), std::move(views)};
  }

private:
  const syntax::File& file_;
  const SourceText& source_;
  bool soundSoFar_;
  Problems& problems_;
  Conflict conflict_;
  Names names_{source_, *file_.spellings, conflict_, problems_};
  Expansion expansion_{names_};
  ExpressionResolver expressions_{names_, conflict_, expansion_};
  StateResolver states_{names_, expressions_, conflict_, expansion_};
  PreferenceResolver preferences_{names_, expressions_, states_, conflict_, expansion_};

  void title() {
    conflict_.about = file_.about;
    if (file_.title) {
      conflict_.title = *file_.title;
      return;
    }
    conflict_.title = stem(source_.name());
    if (soundSoFar_)
      names_.warning("S0316", source_.text().substr(0, 0), "the conflict has no title").help =
          "begin the file with `conflict " + quoted(conflict_.title) + '`';
  }

  /// `elmira` of `cases/elmira.conflict`; of standard input `untitled`.
  static std::string stem(const std::string& name) {
    const std::size_t slash = name.find_last_of('/');
    std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
    const std::size_t dot = last.find_last_of('.');
    if (dot != std::string::npos && dot > 0)
      last.resize(dot);
    return last.empty() || last.front() == '<' || last == "-" ? "untitled" : last;
  }

  // --- citations of parties and options, copied to every member of a family

  void citeDeclarations() {
    std::size_t party = 0;
    for (const auto& declared : file_.parties) {
      const auto because = citationsOf(declared.because, names_);
      std::vector<std::vector<model::Citation>> ofOptions;
      for (const auto& option : declared.options)
        ofOptions.push_back(citationsOf(option.because, names_));
      const std::size_t members = declared.isFamily ? declared.members.size() : 1;
      std::size_t bytes = preferences_.bytesOf(because);
      for (const auto& citations : ofOptions)
        bytes += preferences_.bytesOf(citations);
      if (members > 1 && bytes > 0 && !expansion_.copiedWords(bytes * members, declared.name))
        return;
      for (std::size_t i = 0; i < members && party < conflict_.parties.size(); ++i, ++party)
        cite(conflict_.parties[party], because, ofOptions);
    }
  }

  void cite(model::Party& party, const std::vector<model::Citation>& because,
            const std::vector<std::vector<model::Citation>>& ofOptions) {
    party.because = because;
    if (party.optionCount != ofOptions.size())
      return; // an option could not be entered, and so was reported
    for (std::size_t i = 0; i < ofOptions.size(); ++i)
      conflict_.options[party.firstOption + i].because = ofOptions[i];
  }

  // --- conditions

  void defines() {
    const auto order = orderOfDefines(file_, names_);
    for (const std::size_t i : order) {
      const auto& written = file_.defines[i];
      names_.defines.emplace(written.name, model::DefineId(conflict_.defines.size()));
      conflict_.defines.push_back(
          {std::string(written.name), written.label, {}, names_.rangeOf(written.name)});
    }
    std::vector<bool> entered(file_.defines.size(), false);
    for (std::size_t id = 0; id < order.size(); ++id) {
      entered[order[id]] = true;
      conflict_.defines[id].meaning =
          expressions_.resolve(file_.defines[order[id]].meaning).value_or(Expression());
    }
    for (std::size_t i = 0; i < file_.defines.size(); ++i)
      if (!entered[i])
        expressions_.resolve(file_.defines[i].meaning);
  }

  // --- moves and expectations

  void moves(const syntax::Moves& written) {
    const auto party = names_.party(written.party);
    std::vector<model::Move> all;
    for (const auto& arc : written.arcs) {
      const auto from = states_.resolve(arc.from);
      const auto to = states_.resolve(arc.to);
      if (!from || !to)
        continue;
      if (from->kind == to->kind && from->value == to->value) {
        names_
            .warning("S0415", arc.to.words, "this move leads from " + inMarks(arc.from.words) + " to itself")
            .help = "leave it out: staying is always possible";
        continue;
      }
      all.push_back({*from, *to});
      if (arc.both)
        all.push_back({*to, *from});
    }
    if (!party)
      return;
    auto& moves = conflict_.parties[party->index()].moves;
    if (!moves)
      moves.emplace();
    moves->insert(moves->end(), all.begin(), all.end());
  }

  std::optional<model::Expectation> expectation(const syntax::Expectation& e) {
    using Form = syntax::Expectation::Form;
    std::vector<model::ConceptRef> concepts;
    std::vector<model::StateRef> states;
    for (const Words name : e.concepts)
      if (const auto known = names_.concept_(name))
        concepts.push_back({*known, names_.rangeOf(name)});
    for (const auto& name : e.states)
      if (const auto known = states_.resolve(name))
        states.push_back(*known);
    const auto party = e.stableFor ? names_.party(e.party) : std::nullopt;
    auto query = e.query ? expressions_.resolveQuery(*e.query) : std::nullopt;
    const bool whole = concepts.size() == e.concepts.size() && states.size() == e.states.size() &&
                       party.has_value() == e.stableFor && query.has_value() == e.query.has_value();
    if (!whole)
      return std::nullopt;
    const model::Range range = names_.rangeOf(e.words);
    const auto expect = [&](auto what) { return model::Expectation{std::move(what), range}; };
    switch (e.form) {
    case Form::count:
      return expect(model::ExpectCount{decimalNumber(e.number), std::move(concepts), std::move(query)});
    case Form::quantity:
      return expect(model::ExpectQuantity{e.quantity, std::move(concepts), std::move(*query)});
    case Form::equilibria: return expect(model::ExpectEquilibria{concepts.front(), std::move(states)});
    case Form::state:
      return expect(model::ExpectState{states.front(), e.negated, party, std::move(concepts)});
    }
    return std::nullopt;
  }

  void expectationInViews(const syntax::Expectation& e, model::Views& views) {
    auto expected = expectation(e);
    std::optional<model::PartyId> of;
    std::optional<model::PartyId> by;
    if (!e.inHypergame()) {
      const auto viewer = names_.party(e.viewer);
      of = e.secondLevel ? names_.party(e.seen) : viewer;
      if (!viewer || !of)
        return;
      if (e.secondLevel)
        by = viewer;
    }
    if (of ? viewOf(views, *of, by) == nullptr : views.empty()) {
      auto& d =
          names_.error("S0433", e.picture,
                       of ? "this file has no `" + std::string(e.picture.substr(e.picture.find("view"))) + '`'
                          : "this file has no views, so there is no hypergame");
      d.help = of ? "leave " + inMarks(e.picture) + " out, or write the view"
                  : "leave `in hypergame` out, or write what a party sees otherwise: `view PARTY`";
    } else if (expected) {
      views.expectations.push_back({std::move(*expected), of, by});
    }
  }

  /// Without leading zeros.
  static std::string decimalNumber(Words digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return first == Words::npos ? "0" : std::string(digits.substr(first));
  }
};

} // namespace

Resolved resolve(const syntax::File& file, const SourceText& source, bool soundSoFar, Problems& problems) {
  return Resolver(file, source, soundSoFar, problems).run();
}

} // namespace stasis::language
