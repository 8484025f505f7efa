#include "report/case/case_report.h"

#include "model/pattern.h"
#include "report/case/case_pages.h"
#include "report/case/tree_svg.h"
#include "report/explain/explanation.h"
#include "report/explain/leaving.h"
#include "report/explain/outcome_in_words.h"
#include "report/robust/change_in_words.h"
#include "report/robust/ways.h"
#include "report/telling/html.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/repetition_words.h"
#include "report/telling/standing_words.h"
#include "report/telling/state_row.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace stasis::report {

namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--ink:#1b2430;--faint:#5f6b79;--paper:#fff;--rule:#d8dde3;--soft:#f4f5f7;--good:#1b6e3c;--warn:#8a5200;--bad:#b3261e;--mark:#ffe9a8;
--p0:#005f96;--p1:#b34700;--p2:#00785a;--p3:#a34b81;--p4:#8a5d00;--p5:#1d7db3;--p6:#6f5516;--p7:#555}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaef;--faint:#9aa5b1;--paper:#14181e;--rule:#333c47;--soft:#1d232b;--good:#74cf97;--warn:#f0b860;--bad:#ff938a;--mark:#5a4a12;
--p0:#66b7ea;--p1:#ff9a57;--p2:#4fcfa6;--p3:#eaa6cd;--p4:#f0b53c;--p5:#8fd0f5;--p6:#d0b06a;--p7:#b8b8b8}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:66rem;margin:0 auto;padding:1rem}
h1{font-size:1.7rem;line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid var(--rule)}h3{margin-bottom:.3rem}h4{margin:1rem 0 .2rem}
a{color:var(--p0)}.faint{color:var(--faint)}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
.strength-itself,.strength-answers{color:var(--good)}.strength-fear{color:var(--warn)}.strength-not{color:var(--bad)}[class^=strength]{font-weight:600}.party{color:var(--c);font-weight:600}.glyph{font-size:.8em;margin-right:.3em}
table{border-collapse:collapse}th,td{padding:.25rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}th.mid,td.mid{text-align:center}
.wide{overflow-x:auto}.because{margin:.1rem 0 .4rem;font-size:.92rem}.why{border-left:3px solid var(--rule);padding-left:1rem;margin:1rem 0}
.report{white-space:pre-wrap;background:var(--soft);padding:1rem;font-family:Georgia,serif}mark{background:var(--mark);color:inherit}.number{font-size:.75rem;vertical-align:super;margin:0 .1rem}
pre{background:var(--soft);padding:1rem;overflow-x:auto;white-space:pre-wrap}code{font-size:.94em}
svg.tree{max-width:100%;height:auto;min-width:40rem}svg text{font:12px system-ui,sans-serif;fill:var(--ink)}svg .mark{font-weight:600}svg text.does,svg text.more{fill:var(--faint)}svg text.held{fill:var(--good)}svg text.feared{fill:var(--warn)}
svg .said{fill:var(--c)}.line{fill:none;stroke:var(--c);stroke-width:2}.tip{fill:var(--c);stroke:none}.link{fill:none;stroke:var(--c);stroke-width:1;opacity:.35}
.state{fill:var(--soft);stroke:var(--faint)}.state.held{stroke:var(--good);stroke-width:3}.state.feared{stroke:var(--warn);stroke-width:2}
.p0{--c:var(--p0)}.p1{--c:var(--p1)}.p2{--c:var(--p2)}.p3{--c:var(--p3)}.p4{--c:var(--p4)}.p5{--c:var(--p5)}.p6{--c:var(--p6)}.p7{--c:var(--p7)}
.p1.line,.p1.link{stroke-dasharray:8 4}.p2.line,.p2.link{stroke-dasharray:2 3}.p3.line,.p3.link{stroke-dasharray:10 3 2 3}.p4.line,.p4.link{stroke-dasharray:5 5}.p5.line,.p5.link{stroke-dasharray:14 4}.p6.line,.p6.link{stroke-dasharray:2 6}.p7.line,.p7.link{stroke-dasharray:6 2 2 2 2 2}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem}
.question{font-size:1.1rem}.today{border-left:5px solid var(--rule);padding-left:.8rem;font-size:1.1rem}.today-itself,.today-answers{border-color:var(--good)}.today-fear{border-color:var(--warn)}.today-not{border-color:var(--bad)}.outcomes{width:100%}.outcomes .sure,.outcomes th{white-space:nowrap}.more td{color:var(--faint)}.outcomes tr.now td{border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
.ranking{columns:9em}.ranking li{break-inside:avoid}.outcomes .mark{white-space:nowrap}
.holding{white-space:nowrap}blockquote{margin:.2rem 0 .2rem 1rem;color:var(--faint);font-style:italic}.ranks{font-size:.88rem}.ranks span{white-space:nowrap}td,dd,li,p,code,h3,h4{overflow-wrap:anywhere}.outcomes td,.outcomes th{overflow-wrap:break-word}
@media screen and (max-width:44rem){h1{font-size:1.4rem}h2{font-size:1.2rem}.outcomes,.outcomes tbody,.outcomes tr,.outcomes td{display:block}.outcomes tr:first-child{display:none}.outcomes tr{border-bottom:1px solid var(--rule);padding:.3rem 0}
.outcomes td,.outcomes tr.now td{border:0;padding:.1rem 0 .1rem 1rem}.outcomes td.name{padding-left:0}.outcomes tr.now{border:2px solid var(--ink);padding:.3rem}.outcomes .sure::before{content:"how sure: ";color:var(--faint)}}
@page{margin:11mm}
@media print{:root{--ink:#000;--faint:#444;--paper:#fff;--rule:#bbb;--soft:#fff;--good:#1b6e3c;--warn:#8a5200;--bad:#b3261e;--mark:#ffefbf;--p0:#005f96;--p1:#b34700;--p2:#00785a;--p3:#a34b81;--p4:#8a5d00;--p5:#1d7db3;--p6:#6f5516;--p7:#555}
html{font-size:7.8pt}body{font-size:7.8pt;line-height:1.27;max-width:none;padding:0}h1{font-size:15pt;margin:0 0 3pt}h2{font-size:11pt;margin:9pt 0 3pt}h3{font-size:9.5pt;margin:6pt 0 2pt}h4{font-size:8.6pt;margin:4pt 0 1pt}p{margin:2pt 0}ul,ol,dl{margin:2pt 0;padding-left:1.4em}dd{margin-left:1em}
h2,h3,h4{break-after:avoid}tr,li,svg{break-inside:avoid}nav{display:none}.today,.question{font-size:10pt}th,td{padding:1.5pt 4pt}
.wide{overflow:visible}.why{margin:3pt 0;padding-left:6pt}.because{margin:0 0 1pt;font-size:7.2pt}
.columns{columns:2;column-gap:7mm}.columns h2{column-span:all}.columns li{break-inside:auto}.report,pre{padding:0;font-size:7.1pt;line-height:1.25;overflow:visible}
svg.tree{min-width:0;max-height:205mm}#graph{break-inside:avoid}#text pre{columns:2;column-gap:6mm;font-size:6pt;line-height:1.15}ol{padding-left:2.2em}.outcomes .name{width:40%}blockquote{margin:1pt 0 1pt 8pt}}
)";

constexpr std::size_t mostWays = 3;
constexpr std::size_t mostPlaceColumns = 6;

class CaseHtml {
public:
  explicit CaseHtml(const CaseView& view)
      : view_(view), engine_(view.engine), conflict_(engine_.conflict()), citations_(view) {}

  std::string html() {
    const std::string title = htmlText(conflict_.title);
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
           title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n" +
           section("answer", answer(), "answer") + contents() + section("why", whys(), "columns") +
           section("graph", graph()) + section("likes", likes()) + section("views", viewsHtml(view_)) +
           section("model", modelHtml(view_, citations_), "columns") +
           section("evidence", evidence(), "columns") +
           section("text", element("h2", "The model as written") +
                               element("pre", htmlText(std::string(view_.model.text())))) +
           section("steps", steps(), "columns") + section("specialists", forSpecialists(), "columns") +
           "</body>\n</html>\n";
  }

private:
  static std::string section(std::string_view id, const std::string& html, std::string_view css = {}) {
    return html.empty() ? ""
                        : fmt::format("<section id=\"{}\"{}>\n{}\n</section>\n", id,
                                      css.empty() ? "" : fmt::format(" class=\"{}\"", css), html);
  }

  std::string contents() const {
    return std::string("<nav>More on the pages below: <a href=\"#why\">why</a> · ") +
           (view_.tree ? "<a href=\"#graph\">where improvements lead</a> · " : "") +
           "<a href=\"#model\">the model</a> · <a href=\"#evidence\">what it rests on</a> · "
           "<a href=\"#text\">its text</a> · <a href=\"#specialists\">for specialists</a></nav>\n";
  }

  // --- the answer: the studio's first screen

  std::string answer() {
    std::string out = element("h1", htmlText(conflict_.title));
    for (const auto& line : conflict_.about)
      if (isQuestion(line))
        out += element("p", htmlText(line), "question");
    return out + today() + table() + wouldHold() + marks() + smallPrint() + repetition();
  }

  static bool isQuestion(const std::string& line) {
    const std::size_t end = line.find_last_not_of(" \t");
    return end != std::string::npos && line[end] == '?';
  }

  bool isToday(const model::Pattern& state) const {
    return conflict_.statusQuo && state.covers(*conflict_.statusQuo);
  }

  stability::Standing standing(const model::Pattern& state) {
    return stability::standingOf(engine_, view_.solution, state);
  }

  /// Who would leave; where no reasons were searched, by the verdicts alone.
  std::vector<Leaving> leaving(const CaseState& s) {
    const auto kind = standing(s.state);
    if (s.why)
      return whoLeaves(engine_, *s.why, kind);
    analysis::Explanation bare;
    bare.state = s.state;
    for (const auto& answer : view_.solution.concepts)
      if (answer.equilibria)
        bare.concepts.push_back(answer.id);
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p) {
      analysis::Stance stance;
      stance.party = model::PartyId(p);
      for (const auto id : bare.concepts) {
        const auto& stable = view_.solution.find(id)->stable[p];
        stance.stable.push_back(stable && engine_.contains(*stable, s.state));
      }
      bare.stances.push_back(std::move(stance));
    }
    return whoLeaves(engine_, bare, kind);
  }

  static std::string marked(const StandingWords& words, const std::string& said) {
    return element("span", std::string(words.mark) + " " + said, "strength-" + std::string(words.key));
  }

  std::string today() {
    for (const auto& s : view_.states)
      if (isToday(s.state)) {
        const StandingWords& words = wordsOf(standing(s.state));
        return element("p",
                       element("strong", std::string(words.mark) + " " +
                                             htmlText(todayInShort(leaving(s), words.standing))),
                       "today today-" + std::string(words.key));
      }
    if (conflict_.statusQuo)
      return element("p",
                     element("strong", "Today cannot be: how things stand today is ruled out by the model."),
                     "today");
    return element("p", "The model does not say how things stand today.", "faint");
  }

  std::string table() {
    std::string out = element("tr", element("th", "outcome") + element("th", "does it hold?") +
                                        element("th", "who would leave, and for what") +
                                        (view_.robust ? element("th", "how sure") : ""));
    for (std::size_t k = 0; k < view_.states.size(); ++k) {
      if (k == view_.states.size() - unnamedRows())
        out += others();
      out += (isToday(view_.states[k].state) ? "<tr class=\"now\">" : "<tr>") + cells(k) + "</tr>\n";
    }
    return "<div class=\"wide\"><table class=\"outcomes\">\n" + out + (unnamedRows() == 0 ? others() : "") +
           "</table></div>\n";
  }

  /// Rows of outcomes that nobody named.
  std::size_t unnamedRows() const {
    return static_cast<std::size_t>(std::ranges::count_if(view_.states, [&](const CaseState& s) {
      return std::ranges::find(view_.order.unnamed, s.state) != view_.order.unnamed.end();
    }));
  }

  std::string cells(std::size_t k) {
    const CaseState& s = view_.states[k];
    const StandingWords& words = wordsOf(standing(s.state));
    std::string out =
        element("td",
                element("strong", htmlText(outcomeInWords(conflict_, s.state))) +
                    (isOnlyNumbered(s.state)
                         ? "<br>" + element("span", htmlText(inWords(conflict_, s.state)), "faint")
                         : ""),
                "name");
    out += element("td",
                   marked(words, std::string(words.word)) +
                       (view_.concepts ? "<br>" + element("span", under(s.state), "faint") : ""),
                   "holding");
    out += element("td", who(s), "who");
    if (view_.robust)
      out += element("td", sure(s.state), "sure");
    return out;
  }

  /// Whether its name is only its place in a list.
  bool isOnlyNumbered(const model::Pattern& state) const {
    const std::string title = stateTitle(conflict_, state);
    return !title.empty() &&
           title.find_first_not_of("0123456789", title[0] == 's' ? 1 : 0) == std::string::npos;
  }

  std::string who(const CaseState& s) {
    const auto kind = standing(s.state);
    const auto all = leaving(s);
    if (all.empty())
      return element("span", htmlText(leavingWords(all, kind)), "faint");
    std::string out;
    std::vector<std::string> alike;
    for (const Leaving& one : all)
      if (&one == &all.front() && one.acts)
        out = party(one, true) + " " + htmlText(one.does) +
              (one.little ? element("span", " (a little better)", "faint") : "");
      else
        alike.push_back(party(one, out.empty() && alike.empty()));
    if (!alike.empty())
      out += (out.empty() ? "" : "; ") + enumerated(alike) + " " + htmlText(all.back().does);
    return out;
  }

  /// With the colour and the glyph that it has everywhere.
  static std::string party(const Leaving& one, bool begins) {
    constexpr std::array<std::string_view, 8> glyphs{"●", "■", "▲", "◆", "★", "⬟", "✚", "⬢"};
    const std::size_t at = one.parties.front().index() % glyphs.size();
    return fmt::format("<span class=\"party p{}\"><span class=\"glyph\">{}</span>{}</span>", at, glyphs[at],
                       htmlText(begins ? atBeginning(one.called) : one.called));
  }

  /// In how many of the variants solved the verdict is no weaker.
  std::string sure(const model::Pattern& state) const {
    const auto at = std::ranges::find(view_.robust->states, state);
    if (at == view_.robust->states.end())
      return "–";
    const auto k = static_cast<std::size_t>(at - view_.robust->states.begin());
    return fmt::format("{} of {}", sureIn(*view_.robust, k), view_.robust->solved());
  }

  /// How many outcomes nobody named, and how many of them hold.
  std::string others() {
    if (view_.order.unnamedCount == 0)
      return {};
    const std::size_t columns = view_.robust ? 4 : 3;
    const auto& holding = view_.order.unnamedHolding;
    const std::string can = holding > 0              ? grouped(Look{}, holding) + " can hold"
                            : view_.solution.stopped ? std::string("not all was finished")
                                                     : std::string("none holds");
    return fmt::format("<tr class=\"more\"><td colspan=\"{}\">and {} nobody named: {}</td></tr>\n", columns,
                       counted(Look{}, view_.order.unnamedCount, "outcome"), can);
  }

  /// What would make the outcome asked about hold; where it holds by itself, what would end that.
  std::string wouldHold() {
    if (!view_.robust || !view_.order.asked)
      return {};
    const auto at = std::ranges::find(view_.robust->states, *view_.order.asked);
    if (at == view_.robust->states.end())
      return {};
    const auto state = static_cast<std::size_t>(at - view_.robust->states.begin());
    const bool holds = standing(*at) == stability::Standing::byItself;
    const std::string called = isToday(*at) ? "today" : "“" + htmlText(outcomeInWords(conflict_, *at)) + "”";
    std::string out =
        element("h2", holds ? "What would change " + called + "?" : "What would make " + called + " hold?");
    const auto ways = waysOf(*view_.robust, state);
    if (ways.empty())
      return out + element("p", holds ? "No change of a single line of the model ends that it holds."
                                      : "No change of a single line of the model makes it hold" +
                                            std::string(standing(*at) == stability::Standing::holdsNot
                                                            ? "."
                                                            : " more firmly."));
    std::string items;
    for (std::size_t k = 0; k < std::min(mostWays, ways.size()); ++k)
      items +=
          element("li", htmlText(wouldIf(variantInWords(conflict_, view_.robust->preferences, &view_.model,
                                                        view_.robust->variants[ways[k].variant]),
                                         "it would " + wouldStand(ways[k].then))));
    return out + element("ul", items, "ways");
  }

  static std::string marks() {
    std::string out;
    for (const StandingWords& words : standingTable())
      out += element("li", marked(words, std::string(words.word)) + ": " + std::string(words.meaning));
    return element("ul", out, "legend faint");
  }

  std::string smallPrint() {
    std::string about;
    for (const auto& line : conflict_.about)
      if (!isQuestion(line))
        about += htmlText(line) + " ";
    return element("p",
                   about + counted(conflict_.parties.size(), "party", "parties") + ", " +
                       counted(conflict_.options.size(), "choice") + ", " +
                       counted(Look{}, engine_.count(engine_.feasible()), "possible outcome") + "." +
                       (view_.robust ? " How sure: in how many variants of the model, each with one line "
                                       "changed, the outcome holds at least as firmly, or falls as well."
                                     : "") +
                       " The model says what could hold if the parties mean what it says of them; it is no "
                       "forecast.",
                   "faint");
  }

  std::string repetition() {
    std::string out;
    if (view_.repetition)
      for (const std::string& sentence : repetitionWords(engine_, *view_.repetition, Look{}))
        out += element("p", htmlText(sentence), "faint");
    return out;
  }

  /// The concepts under which the state is an equilibrium.
  std::string under(const model::Pattern& state) {
    const StateRow r = stateRow(engine_, view_.solution, state);
    std::vector<std::string> names;
    for (std::size_t c = 0; c < r.equilibrium.size(); ++c)
      if (r.equilibrium[c].value_or(false))
        names.emplace_back(model::row(view_.solution.concepts[c].id).name);
    return joined(names, " ");
  }

  // --- why, in the words of `brief`

  std::string whys() const {
    if (!view_.story)
      return view_.leftOut.empty() ? ""
                                   : element("h2", "Why") + element("p", htmlText(view_.leftOut), "faint");
    std::string out;
    for (const BriefSection& one : view_.story->sections)
      if (one.part != BriefPart::inShort && one.part != BriefPart::assumed)
        out += sectionHtml(one);
    return out;
  }

  // --- where improvements lead

  std::string graph() {
    if (!view_.leftOut.empty() || !view_.tree)
      return {};
    return element("h2", "Where improvements lead") +
           element("p",
                   "From " + htmlText(insideSentenceOf(view_.tree->nodes[0].state)) +
                       ", every step makes whoever takes it better off. Thin lines are further improvements "
                       "between the outcomes shown. A thick frame: it holds.",
                   "faint") +
           partyLegend(conflict_) +
           element("div", treeSvg(engine_, view_.solution, *view_.tree, view_.concepts), "wide");
  }

  std::string insideSentenceOf(const model::Pattern& state) const {
    return isToday(state) ? std::string("today") : "“" + outcomeInWords(conflict_, state) + "”";
  }

  // --- how each likes them

  /// The place of each outcome for each party, in a table if the parties fit side by side, else as a list.
  std::string likes() {
    std::vector<StateRow> rows;
    bool ranked = false;
    for (const auto& s : view_.states) {
      rows.push_back(stateRow(engine_, view_.solution, s.state));
      ranked = ranked || std::ranges::any_of(rows.back().places, [](const auto& p) { return p.has_value(); });
    }
    if (!ranked)
      return {};
    const bool fits = conflict_.parties.size() <= mostPlaceColumns;
    std::string head = element("th", "outcome");
    if (fits)
      for (const auto& p : conflict_.parties)
        head += element("th", htmlText(p.label.empty() ? p.name : p.label), "mid");
    std::string out = element("tr", fits ? head : head + element("th", "place for each"));
    for (const StateRow& r : rows) {
      std::string line = element("td", htmlText(outcomeInWords(conflict_, r.pattern)), "name");
      if (fits)
        for (const auto& place : r.places)
          line += element("td", place ? ordinal(*place) : "–", "mid");
      else
        line += element("td", placesFolded(r), "ranks");
      out += element("tr", line) + "\n";
    }
    return element("h2", "How each party likes them") +
           element("p", "1st is what a party likes best of all that can be.", "faint") +
           element("div", element("table", out, fits ? "likes" : "likes folded"), "wide");
  }

  /// Parties with the same place share an entry.
  std::string placesFolded(const StateRow& r) const {
    std::map<std::uint64_t, std::vector<model::PartyId>> by;
    for (std::size_t p = 0; p < r.places.size(); ++p)
      if (r.places[p])
        by[*r.places[p]].push_back(model::PartyId(p));
    std::vector<std::string> all;
    for (const auto& [place, parties] : by)
      all.push_back(htmlText(enumerated(partiesWords(conflict_, parties)) + " " + ordinal(place)));
    return joined(all, " · ");
  }

  // --- step by step, with the concepts

  std::string steps() {
    if (!view_.concepts)
      return {};
    std::string out;
    for (const auto& s : view_.states)
      if (s.why)
        out += told(story({engine_, *s.why}, Look{}));
    if (!out.empty() && !std::ranges::all_of(view_.states, [](const auto& s) { return s.why.has_value(); }))
      out += element("p", "<code>stasis explain FILE --state STATE</code> explains the others.", "faint");
    return out.empty() ? out : element("h2", "Step by step, by concept") + out;
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
    out += element("p", fmt::format("{} of {} parties, choices, rules and wishes cite their source.",
                                    coverage.citable - coverage.uncited.size(), coverage.citable));
    if (view_.story)
      for (const BriefSection& one : view_.story->sections)
        if (one.part == BriefPart::assumed)
          out += sectionHtml(one);
    std::vector<std::string> others; // parties and choices
    for (const auto& one : coverage.uncited)
      if (one.kind != evidence::Citable::statement && one.kind != evidence::Citable::weight &&
          one.kind != evidence::Citable::constraint)
        others.push_back(element("code", htmlText(one.words)));
    if (!others.empty() && !conflict_.sources.empty())
      out += element("p", "Also without a source: " + joined(others, ", ") + ".");
    return out + citations_.reports();
  }

  // --- last, for those who know the concepts

  std::string forSpecialists() {
    std::string words;
    for (const StandingWords& one : standingTable())
      words += element("li", marked(one, std::string(one.word)) + ": " + std::string(one.source));
    std::string terms;
    std::string counts;
    for (const auto& a : view_.solution.concepts) {
      const auto& concept_ = model::row(a.id);
      terms +=
          element("dt", element("strong", std::string(concept_.name)) + ", " + std::string(concept_.title)) +
          element("dd", std::string(concept_.plainly) + " (" + std::string(concept_.source) + ")");
      if (a.equilibria)
        counts += (counts.empty() ? "" : " · ") + std::string(concept_.name) + " " +
                  grouped(Look{}, engine_.count(*a.equilibria));
    }
    return element("h2", "For specialists") +
           element("p", "The words of this report stand for solution concepts of the graph model of "
                        "conflict resolution:") +
           element("ul", words) + element("dl", terms, "faint") +
           element("p", "How many outcomes are equilibria: " + counts + ".", "faint") +
           (view_.concepts ? ""
                           : element("p",
                                     "<code>stasis report FILE --concepts</code> names them beside each "
                                     "outcome and gives every reason step by step.",
                                     "faint"));
  }

  const CaseView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
  CaseCitations citations_;
};

} // namespace

std::string caseHtml(const CaseView& view) { return CaseHtml(view).html(); }

} // namespace stasis::report
