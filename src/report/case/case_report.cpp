#include "report/case/case_report.h"

#include "model/pattern.h"
#include "report/case/case_pages.h"
#include "report/case/html.h"
#include "report/case/tree_svg.h"
#include "report/explain/explanation.h"
#include "report/telling/legend.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/repetition_words.h"
#include "report/telling/state_row.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>
#include <gmpxx.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace stasis::report {

namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--ink:#1b2430;--faint:#5f6b79;--paper:#fff;--rule:#d8dde3;--soft:#f4f5f7;--good:#1b6e3c;--bad:#b3261e;--mark:#ffe9a8;
--p0:#005f96;--p1:#b34700;--p2:#00785a;--p3:#a34b81;--p4:#8a5d00;--p5:#1d7db3;--p6:#6f5516;--p7:#555}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaef;--faint:#9aa5b1;--paper:#14181e;--rule:#333c47;--soft:#1d232b;--good:#74cf97;--bad:#ff938a;--mark:#5a4a12;
--p0:#66b7ea;--p1:#ff9a57;--p2:#4fcfa6;--p3:#eaa6cd;--p4:#f0b53c;--p5:#8fd0f5;--p6:#d0b06a;--p7:#b8b8b8}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:66rem;margin:0 auto;padding:1rem}
h1{font-size:1.7rem;line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid var(--rule)}h3{margin-bottom:.3rem}h4{margin:1rem 0 .2rem}
a{color:var(--p0)}.faint{color:var(--faint)}.good{color:var(--good)}.bad,.warn{color:var(--bad)}
table{border-collapse:collapse}th,td{padding:.25rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}th.mid,td.mid{text-align:center}
.wide{overflow-x:auto}.because{margin:.1rem 0 .4rem;font-size:.92rem}.why{border-left:3px solid var(--rule);padding-left:1rem;margin:1rem 0}
.report{white-space:pre-wrap;background:var(--soft);padding:1rem;font-family:Georgia,serif}mark{background:var(--mark);color:inherit}.number{font-size:.75rem;vertical-align:super;margin:0 .1rem}
pre{background:var(--soft);padding:1rem;overflow-x:auto;white-space:pre-wrap}code{font-size:.94em}
svg.tree{max-width:100%;height:auto;min-width:40rem}svg text{font:12px system-ui,sans-serif;fill:var(--ink)}svg .mark{font-weight:600}svg .does,svg .more{fill:var(--faint)}svg .held{fill:var(--good)}
svg .said{fill:var(--c)}.line{fill:none;stroke:var(--c);stroke-width:2}.tip{fill:var(--c);stroke:none}.link{fill:none;stroke:var(--c);stroke-width:1;opacity:.35}
.state{fill:var(--soft);stroke:var(--faint)}.equilibrium{stroke:var(--good);stroke-width:3}
.p0{--c:var(--p0)}.p1{--c:var(--p1)}.p2{--c:var(--p2)}.p3{--c:var(--p3)}.p4{--c:var(--p4)}.p5{--c:var(--p5)}.p6{--c:var(--p6)}.p7{--c:var(--p7)}
.p1.line,.p1.link{stroke-dasharray:8 4}.p2.line,.p2.link{stroke-dasharray:2 3}.p3.line,.p3.link{stroke-dasharray:10 3 2 3}.p4.line,.p4.link{stroke-dasharray:5 5}.p5.line,.p5.link{stroke-dasharray:14 4}.p6.line,.p6.link{stroke-dasharray:2 6}.p7.line,.p7.link{stroke-dasharray:6 2 2 2 2 2}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem}
.question{font-size:1.1rem}.today{border-left:5px solid var(--rule);padding-left:.8rem;font-size:1.1rem}.outcomes{width:100%}.outcomes tr.now td{border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
.ranking{columns:9em}.ranking li{break-inside:avoid}.outcomes .mark{white-space:nowrap}
.holds{white-space:nowrap;font-weight:600}.ranks{font-size:.88rem}.ranks span{white-space:nowrap}td,dd,li,p,code,h3,h4{overflow-wrap:anywhere}.outcomes td,.outcomes th{overflow-wrap:break-word}
@page{margin:11mm}
@media print{:root{--ink:#000;--faint:#444;--paper:#fff;--rule:#bbb;--soft:#fff;--good:#1b6e3c;--bad:#b3261e;--mark:#ffefbf}
html{font-size:7.8pt}body{font-size:7.8pt;line-height:1.27;max-width:none;padding:0}h1{font-size:15pt;margin:0 0 3pt}h2{font-size:11pt;margin:9pt 0 3pt}h3{font-size:9.5pt;margin:6pt 0 2pt}h4{font-size:8.6pt;margin:4pt 0 1pt}p{margin:2pt 0}ul,ol,dl{margin:2pt 0;padding-left:1.4em}dd{margin-left:1em}
h2,h3,h4{break-after:avoid}tr,li,svg{break-inside:avoid}nav{display:none}.today,.question{font-size:10pt}th,td{padding:1.5pt 4pt}
.wide{overflow:visible}.why{margin:3pt 0;padding-left:6pt}.because{margin:0 0 1pt;font-size:7.2pt}
.columns{columns:2;column-gap:7mm}.columns h2{column-span:all}.columns li{break-inside:auto}.report,pre{padding:0;font-size:7.1pt;line-height:1.25;overflow:visible}
svg.tree{min-width:0;max-height:205mm}#graph{break-inside:avoid}#text pre{columns:2;column-gap:6mm;font-size:6pt;line-height:1.15}ol{padding-left:2.2em}.outcomes .name{width:44%}.outcomes .holding,.outcomes .who{width:17%}}
)";

class CaseHtml {
public:
  explicit CaseHtml(const CaseView& view)
      : view_(view), engine_(view.engine), conflict_(engine_.conflict()), citations_(view),
        ranked_(std::ranges::any_of(view.states,
                                    [&](const CaseState& s) {
                                      const auto places = stateRow(engine_, view.solution, s.state).places;
                                      return std::ranges::any_of(
                                          places, [](const auto& place) { return place.has_value(); });
                                    })),
        numbered_(std::ranges::any_of(
            view.states, [&](const CaseState& s) { return engine_.number(s.state).has_value(); })) {}

  std::string html() {
    const std::string title = htmlText(conflict_.title);
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
           title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n" + head() +
           contents() + section("answer", answer()) + section("views", viewsHtml(view_)) +
           section("graph", graph()) + section("why", whys(), "columns") +
           section("model", modelHtml(view_, citations_), "columns") +
           section("evidence", evidence(), "columns") +
           section("text",
                   element("h2", "The model as written") + element("pre", htmlText(view_.modelText))) +
           "</body>\n</html>\n";
  }

private:
  static std::string section(std::string_view id, const std::string& html, std::string_view css = {}) {
    return html.empty() ? ""
                        : fmt::format("<section id=\"{}\"{}>\n{}\n</section>\n", id,
                                      css.empty() ? "" : fmt::format(" class=\"{}\"", css), html);
  }

  std::string head() {
    std::string out = element("h1", htmlText(conflict_.title));
    for (const auto& line : conflict_.about)
      out += element("p", htmlText(line), line.ends_with('?') ? "question" : "");
    return out + element("p",
                         counted(conflict_.parties.size(), "party", "parties") + " · " +
                             counted(conflict_.options.size(), "option") + " · " +
                             counted(Look{}, engine_.count(engine_.feasible()), "feasible state") +
                             ". What the model says when every party is taken at its word; not a forecast.",
                         "faint");
  }

  std::string contents() const {
    return "<nav><a href=\"#answer\">Answer</a> · " +
           std::string(view_.tree ? "<a href=\"#graph\">Graph</a> · " : "") +
           "<a href=\"#why\">Why</a> · <a href=\"#model\">Model</a> · <a href=\"#evidence\">Evidence</a> · "
           "<a href=\"#text\">Text</a></nav>\n";
  }

  // --- the answer

  /// How a state, or a party in it, is stable: the first concept of `ways` under which it is.
  enum class Holds : std::uint8_t { byItself, byAnswers, byFear, no };
  struct HoldsRow {
    Holds how;
    std::string_view mark, word, meaning;
  };
  static constexpr std::array<HoldsRow, 4> ways{{
      {Holds::byItself, "●", "holds", "nobody gains by acting alone"},
      {Holds::byAnswers, "◕", "holds by answers",
       "whoever gains by acting would be answered by others who gain by answering"},
      {Holds::byFear, "◔", "holds by fear",
       "others could answer, though they would gain nothing by it, or lose"},
      {Holds::no, "○", "falls", "somebody gains by acting, and no answer takes that away"},
  }};

  /// `stable`: by concept, in the order solved.
  Holds howItHolds(const std::function<bool(std::size_t)>& stable) const {
    constexpr std::array order{model::Concept::nash, model::Concept::seq, model::Concept::gmr};
    for (std::size_t way = 0; way < order.size(); ++way)
      for (std::size_t c = 0; c < view_.solution.concepts.size(); ++c)
        if (view_.solution.concepts[c].id == order[way] && stable(c))
          return ways[way].how;
    return Holds::no;
  }
  Holds howItHolds(const StateRow& r) const {
    return howItHolds([&](std::size_t c) { return r.equilibrium[c].value_or(false); });
  }
  /// The parties that decide how the state stands: those that would leave it, or are held back.
  std::vector<std::size_t> whoWouldLeave(const StateRow& r) const {
    std::vector<std::size_t> all;
    const Holds holds = howItHolds(r);
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p)
      if (holds != Holds::byItself &&
          howItHolds([&](std::size_t c) { return r.stable[c][p].value_or(true); }) == holds)
        all.push_back(p);
    return all;
  }

  std::string answer() {
    std::string counts;
    for (const auto& a : view_.solution.concepts)
      if (a.equilibria)
        counts += (counts.empty() ? "" : " · ") + std::string(model::row(a.id).name) + " " +
                  grouped(Look{}, engine_.count(*a.equilibria));
    return today() + element("h2", "What can hold") + table() +
           element("p", "Equilibria: " + counts + ".", "faint") + repetition() + legend();
  }

  std::string repetition() {
    std::string out;
    if (view_.repetition)
      for (const std::string& sentence : repetitionWords(engine_, *view_.repetition, Look{}))
        out += element("p", htmlText(sentence), "faint");
    return out;
  }

  bool isToday(const model::Pattern& state) const {
    return conflict_.statusQuo && state.covers(*conflict_.statusQuo);
  }

  /// One line: whether today holds, and who would rather do something else, and what.
  std::string today() {
    for (const auto& s : view_.states)
      if (isToday(s.state)) {
        const StateRow r = stateRow(engine_, view_.solution, s.state);
        return element("p", element("strong", todayHolds(r, s)), "today") +
               element("p", "Today: " + htmlText(inWords(conflict_, s.state)) + ".", "faint");
      }
    return {};
  }

  std::string todayHolds(const StateRow& r, const CaseState& s) {
    const Holds holds = howItHolds(r);
    if (holds == Holds::byItself)
      return "Today holds: nobody can do better by a move of its own.";
    const auto leaving = whoWouldLeave(r);
    const std::string out = holds == Holds::byAnswers ? "Today can hold"
                            : holds == Holds::byFear  ? "Today does not hold by itself"
                                                      : "Today does not hold";
    if (leaving.empty())
      return out + ".";
    const std::string first = htmlText(conflict_.labelOf(model::PartyId(leaving.front())));
    const std::string act = htmlText(briefly(model::PartyId(leaving.front()), s));
    const std::vector<std::size_t> others(leaving.begin() + 1, leaving.end());
    if (holds == Holds::byAnswers)
      return out + ": " + first + " would gain if it were to " + act + ", but would be answered" +
             (others.empty() ? "" : "; so would " + labels(others)) + ".";
    return out + ": " + first + " would rather " + act +
           (holds == Holds::byFear ? "; only fear of what others could do holds it back." : ".") +
           (others.empty() ? ""
                           : " " + labels(others) + (others.size() == 1 ? " has" : " have") +
                                 " a reason to leave, too.");
  }

  /// The first thing that a party would change there, if an explanation was found.
  std::string briefly(model::PartyId party, const CaseState& s) const {
    if (s.why)
      for (const auto& stance : s.why->stances)
        if (stance.party == party && !stance.told.empty())
          for (const auto choice : {model::Choice::yes, model::Choice::no})
            for (std::size_t o = 0; o < conflict_.options.size(); ++o)
              if (const model::OptionId id(o); stance.told.front().to[id] == choice && s.state[id] != choice)
                return (choice == model::Choice::yes ? "choose “" : "drop “") + conflict_.labelOf(id) + "”";
    return "move";
  }

  std::string labels(const std::vector<std::size_t>& parties) const {
    constexpr std::size_t most = 6;
    std::vector<model::PartyId> ids(parties.begin(), parties.end());
    std::vector<std::string> names = partiesWords(conflict_, ids);
    const std::size_t more = names.size() > most ? names.size() - most : 0;
    names.resize(names.size() - more);
    return htmlText(joined(names, ", ")) + (more > 0 ? fmt::format(" and {} more", more) : "");
  }

  std::string table() {
    std::string out = element("tr", (numbered_ ? element("th", "#") : "") + element("th", "Outcome") +
                                        element("th", "Does it hold?") + element("th", "Who would leave") +
                                        (ranked_ ? element("th", "How each likes it") : ""));
    for (const auto& s : view_.states)
      out += (isToday(s.state) ? "<tr class=\"now\">" : "<tr>") + stateCells(s) + "</tr>\n";
    return "<div class=\"wide\"><table class=\"outcomes\">\n" + out + "</table></div>\n" + others() + marks();
  }

  /// How many outcomes hold that the table leaves out.
  std::string others() {
    mpz_class more = engine_.count(anyEquilibrium(engine_, view_.solution));
    for (const auto& s : view_.states)
      if (stateRow(engine_, view_.solution, s.state).isEquilibrium())
        more -= 1;
    return more <= 0
               ? ""
               : element("p",
                         "And " + counted(Look{}, more, "more outcome") + (more == 1 ? " holds" : " hold") +
                             " in one of these ways; <code>stasis solve FILE</code> counts and lists them.",
                         "faint");
  }

  static std::string marks() {
    std::string out;
    for (const auto& way : ways)
      out += element("li", std::string(way.mark) + " " + element("strong", std::string(way.word)) + ": " +
                               std::string(way.meaning));
    return element("ul", out, "legend faint");
  }

  /// What each concept solved says, in plain words.
  std::string legend() const {
    std::string terms;
    for (const auto& a : view_.solution.concepts) {
      const auto& concept_ = model::row(a.id);
      terms +=
          element("dt", element("strong", std::string(concept_.name)) + ", " + std::string(concept_.title)) +
          element("dd", std::string(concept_.plainly) + " (" + std::string(concept_.source) + ")");
    }
    return terms.empty() ? terms : element("dl", terms, "faint");
  }

  std::string stateCells(const CaseState& s) {
    const StateRow r = stateRow(engine_, view_.solution, s.state);
    const std::string mark = htmlText(stateMark(engine_, s.state));
    // Letters of many options would leave no room for anything else: then the name is the link.
    const bool numbered = engine_.number(s.state).has_value();
    const auto linked = [&](const std::string& words) {
      return s.why ? "<a href=\"#why-" + mark + "\">" + words + "</a>" : words;
    };
    std::string out = numbered_ ? element("td", numbered ? linked(mark) : "", "mark") : "";
    // What is done is said by the explanation, if there is one, and by a name that tells what differs.
    const std::string called = htmlText(outcomeName(conflict_, s.state, Called::label));
    const bool told = s.why || r.title.empty();
    const bool isName = !r.title.empty() || !nameByDifference(conflict_, s.state, Called::label).empty();
    const std::string title = !isToday(s.state) ? called : called == "today" ? "Today" : "Today: " + called;
    const std::string name = numbered ? title : linked(title);
    out += element("td",
                   element(isName ? "strong" : "span", name) +
                       (told ? "" : "<br>" + element("span", htmlText(inWords(conflict_, s.state)), "faint")),
                   "name");
    const HoldsRow& way = ways[static_cast<std::size_t>(howItHolds(r))];
    out += element("td",
                   element("span", std::string(way.mark) + " " + std::string(way.word),
                           way.how == Holds::no ? "holds bad" : "holds good") +
                       "<br>" + element("span", under(r), "faint"),
                   "holding");
    return out + element("td", labels(whoWouldLeave(r)), "who") +
           (ranked_ ? element("td", ranks(r), "ranks") : "");
  }

  /// The concepts under which the state is an equilibrium.
  std::string under(const StateRow& r) const {
    std::vector<std::string> names;
    for (std::size_t c = 0; c < r.equilibrium.size(); ++c)
      if (r.equilibrium[c].value_or(false))
        names.emplace_back(model::row(view_.solution.concepts[c].id).name);
    return names.size() == r.equilibrium.size() && names.size() > 1 ? "under every concept"
                                                                    : joined(names, " ");
  }

  /// The place of the state for each party, 1st being its best; parties with the same place share an entry.
  std::string ranks(const StateRow& r) const {
    std::map<std::uint64_t, std::vector<std::size_t>> by;
    for (std::size_t p = 0; p < r.places.size(); ++p)
      if (r.places[p])
        by[*r.places[p]].push_back(p);
    std::vector<std::string> all;
    for (const auto& [place, parties] : by) {
      std::vector<std::string> names;
      for (const std::size_t p : parties)
        names.push_back(htmlText(conflict_.parties[p].name));
      all.push_back(element("span", joined(names, " ") + " " + ordinal(place)));
    }
    return joined(all, " · ");
  }

  std::string graph() {
    if (!view_.leftOut.empty())
      return element("p", htmlText(view_.leftOut), "faint");
    if (!view_.tree)
      return {};
    return element("h2", "Where improvements lead") +
           element(
               "p",
               "From " + htmlText(boxName(engine_, view_.tree->nodes[0].state)) +
                   ", every step makes its mover better off. Thin lines are further improvements between the "
                   "states shown; a green frame is an equilibrium.",
               "faint") +
           partyLegend(conflict_) + element("div", treeSvg(engine_, view_.solution, *view_.tree), "wide");
  }

  // --- why

  std::string whys() {
    std::string out;
    for (const auto& s : view_.states)
      if (s.why)
        out += fmt::format("<div id=\"why-{}\">", htmlText(stateMark(engine_, s.state))) +
               told(story({engine_, *s.why}, Look{})) + "</div>\n";
    if (!out.empty() && !std::ranges::all_of(view_.states, [](const auto& s) { return s.why.has_value(); }))
      out += element("p", "<code>stasis explain FILE --state STATE</code> explains the others.", "faint");
    return out.empty() ? out : element("h2", "Why they hold or do not") + out;
  }

  static std::string toneClass(Tone tone) {
    return tone == Tone::good ? "good" : tone == Tone::bad ? "bad" : tone == Tone::faint ? "faint" : "";
  }

  static std::string told(const Story& story) {
    std::string out = story.heading.empty() ? "" : element("h3", htmlText(story.heading));
    for (const auto& line : story.state)
      out += element("p", htmlText(line), "faint");
    for (const auto& stance : story.stances) {
      std::string inner = element("h4", htmlText(stance.heading)) + element("p", htmlText(stance.moves));
      for (const auto& move : stance.improvements)
        inner += told(move);
      if (!stance.untold.empty())
        inner += element("p", htmlText(stance.untold), "faint");
      out += element("div", inner, "why");
    }
    return out;
  }

  static std::string told(const ToldMove& move) {
    std::string out = element("p", element("strong", htmlText(move.move)) + " " + htmlText(move.change));
    if (!move.question.empty())
      out += element("p", htmlText(move.question));
    std::string replies;
    for (const auto& reply : move.replies) {
      std::vector<std::string> steps;
      for (const auto& step : reply.steps)
        steps.push_back(htmlText(step));
      std::string effects;
      for (const auto& effect : reply.effects)
        effects +=
            element("li", htmlText(effect.text) + (effect.decides.empty()
                                                       ? ""
                                                       : " — " + element("strong", htmlText(effect.decides),
                                                                         toneClass(effect.tone))));
      replies += element("li", joined(steps, " ") + (effects.empty() ? "" : element("ul", effects)));
    }
    out += replies.empty() ? "" : element("ul", replies);
    if (!move.untold.empty())
      out += element("p", htmlText(move.untold), "faint");
    for (const auto& conclusion : move.conclusions)
      out += element("p", htmlText(conclusion.text), toneClass(conclusion.tone));
    return out;
  }

  std::string evidence() const {
    std::string out = element("h2", "What it rests on");
    const auto& coverage = view_.coverage;
    out +=
        element("p", fmt::format("{} of {} parties, options, constraints and statements cite their source.",
                                 coverage.citable - coverage.uncited.size(), coverage.citable));
    std::string list;
    for (const auto& one : coverage.uncited)
      list += element("li", element("code", htmlText(one.words)));
    if (!list.empty())
      out += element("p", "Without a citation, and so an assumption or the modeller’s own:") +
             element("ul", list);
    return out + citations_.reports();
  }

  const CaseView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
  CaseCitations citations_;
  bool ranked_;   ///< whether states are ranked one by one
  bool numbered_; ///< and have numbers
};

} // namespace

std::string caseHtml(const CaseView& view) { return CaseHtml(view).html(); }

} // namespace stasis::report
