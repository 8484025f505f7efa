#include "exchange/dot.h"

#include "exchange/state_words.h"

#include <algorithm>
#include <array>
#include <set>

namespace stasis::exchange {

using language::Severity;
using model::Choice;
using model::Conflict;
using model::OptionId;
using model::PartyId;

namespace {

/// Distinct for colour-blind readers too: Okabe & Ito, Color Universal Design (2002), darkened where too
/// light for lines.
constexpr auto colours = std::to_array<std::string_view>(
    {"#0072B2", "#D55E00", "#009E73", "#AA4499", "#B8860B", "#56B4E9", "#555555"});

constexpr std::size_t mostLabelledMoves = 60; ///< beyond, labels would hide the arrows

std::string_view colourOf(PartyId party) { return colours[party.index() % colours.size()]; }

/// Escapes text for an HTML-like label.
std::string html(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
    case '&': result += "&amp;"; break;
    case '<': result += "&lt;"; break;
    case '>': result += "&gt;"; break;
    case '"': result += "&quot;"; break;
    case '\\': result += "\\\\"; break; // else \N, \G and \L stand for names, in these labels too
    default: result += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
  }
  return result.empty() ? " " : result;
}

std::string coloured(std::string_view colour, const std::string& text) {
  return "<FONT COLOR=\"" + std::string(colour) + "\">" + text + "</FONT>";
}

std::string small(const std::string& text) { return "<FONT POINT-SIZE=\"10\">" + text + "</FONT>"; }

class Drawing {
public:
  Drawing(const Conflict& conflict, const StateGraph& graph, const DotStyle& style)
      : c_(conflict), graph_(graph), style_(style) {
    for (const Arc& arc : graph.arcs)
      if (!arc.improvement)
        others_.insert({arc.from, arc.to, arc.mover});
    drawnMoves_ = static_cast<std::size_t>(
        std::ranges::count_if(graph.arcs, [&](const Arc& arc) { return isDrawn(arc); }));
  }

  std::string run() const {
    std::string text =
        "digraph conflict {\n"
        "  graph [fontname=\"Helvetica\", labelloc=t, nodesep=0.35, ranksep=0.6, pad=0.3,\n"
        "         label=<" +
        caption() +
        ">]\n"
        "  node [fontname=\"Helvetica\", shape=box, style=\"rounded,filled\", fillcolor=white, "
        "color=\"#999999\", margin=\"0.12,0.06\"]\n"
        "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7]\n\n";
    for (std::size_t s = 0; s < graph_.table.states.size(); ++s)
      text += node(s);
    text += '\n';
    for (const Arc& arc : graph_.arcs)
      text += edge(arc);
    return text + "}\n";
  }

  std::size_t drawnMoves() const { return drawnMoves_; }

private:
  const Conflict& c_;
  const StateGraph& graph_;
  DotStyle style_;
  std::set<std::tuple<std::size_t, std::size_t, PartyId>> others_; ///< moves that are not improvements
  std::size_t drawnMoves_ = 0;

  bool isDrawn(const Arc& arc) const { return arc.improvement || style_.otherMoves; }

  std::string caption() const {
    std::string text =
        "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\"><TR><TD><FONT POINT-SIZE=\"18\">" +
        html(c_.title.empty() ? "conflict" : c_.title) + "</FONT></TD></TR><TR><TD>";
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      text += (i > 0 ? "   " : "") +
              coloured(colourOf(PartyId(i)), "<B>" + html(c_.labelOf(PartyId(i))) + "</B>");
    text += "</TD></TR><TR><TD>" + small(coloured("#666666", legend()));
    return text + "</TD></TR></TABLE>";
  }

  std::string legend() const {
    std::string text = style_.otherMoves ? "solid arrow: improvement for its mover, dashed: any other move"
                                         : "arrow: improvement for its mover";
    if (std::ranges::any_of(graph_.equilibria, [](const auto& held) { return !held.empty(); }))
      text += "; green: equilibrium";
    if (c_.statusQuo)
      text += "; double frame: status quo";
    return text;
  }

  // --- states

  std::string node(std::size_t s) const {
    const auto& state = graph_.table.states[s];
    const bool holds = !graph_.equilibria[s].empty();
    std::string text = "  s" + std::to_string(s + 1) + " [label=<<B>" + html(heading(s)) + "</B>";
    const auto done = doneIn(state);
    text +=
        "<BR/>" + small(done.empty() ? coloured("#666666", "<I>nothing is done</I>") : joined(done, "<BR/>"));
    if (holds)
      text += "<BR/>" + small(coloured("#1B7837", "<B>" + conceptNames(graph_.equilibria[s]) + "</B>"));
    text += ">";
    if (holds)
      text += ", fillcolor=\"#E3F4E1\", color=\"#1B7837\", penwidth=2";
    if (c_.statusQuo && state.covers(*c_.statusQuo))
      text += ", peripheries=2";
    return text + "]\n";
  }

  std::string heading(std::size_t s) const {
    auto parts = titlesOf(c_, s, graph_.table.states[s]);
    parts.insert(parts.begin(), numberOf(c_, s));
    return joined(parts, "  ");
  }

  /// One line for each party that takes an option.
  std::vector<std::string> doneIn(const model::Pattern& state) const {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      if (const auto taken = takenBy(c_, PartyId(i), state); !taken.empty())
        lines.push_back(coloured(colourOf(PartyId(i)), html(joined(taken, ", "))));
    return lines;
  }

  static std::string conceptNames(const std::vector<model::Concept>& held) {
    std::vector<std::string> names;
    for (const auto id : held)
      names.emplace_back(model::row(id).name);
    return joined(names, " ");
  }

  // --- moves

  std::string edge(const Arc& arc) const {
    if (!isDrawn(arc))
      return {};
    // Two opposite moves, neither an improvement, are one line with two heads, drawn in its first direction.
    const bool bothWays = !arc.improvement && others_.contains({arc.to, arc.from, arc.mover});
    if (bothWays && arc.from > arc.to)
      return {};
    std::string text = "  s" + std::to_string(arc.from + 1) + " -> s" + std::to_string(arc.to + 1) +
                       " [color=\"" + std::string(colourOf(arc.mover)) +
                       (arc.improvement ? "\", penwidth=1.6" : "80\", style=dashed");
    if (bothWays)
      text += ", dir=both";
    if (!arc.improvement)
      text += ", constraint=false";
    const std::string what = html(change(arc));
    if (drawnMoves_ <= mostLabelledMoves && arc.improvement)
      text += ", label=<" + coloured(colourOf(arc.mover), "&#160;" + what) + ">";
    return text + ", tooltip=<" + html(c_.labelOf(arc.mover)) + ": " + what + ">]\n";
  }

  /// `attack, not escalate`: what the mover does and what it drops.
  std::string change(const Arc& arc) const {
    const auto& from = graph_.table.states[arc.from];
    const auto& to = graph_.table.states[arc.to];
    const auto& mover = c_.party(arc.mover);
    std::vector<std::string> parts;
    for (std::size_t i = mover.firstOption; i < mover.firstOption + mover.optionCount; ++i)
      if (const OptionId id(i); from[id] != to[id] && to[id] != Choice::either)
        parts.push_back((to[id] == Choice::yes ? "" : "not ") + c_.labelOf(id));
    return parts.empty() ? c_.labelOf(arc.mover) : joined(parts, ", ");
  }
};

Written tooLarge(const std::string& what, std::size_t most) {
  return {std::nullopt,
          {{Severity::error,
            "S0709",
            {},
            "a drawing of more than " + std::to_string(most) + ' ' + what + " cannot be read",
            {},
            "draw a smaller conflict, or take the table of states (--format csv) into a graph program"}}};
}

} // namespace

Written writeDot(const Conflict& conflict, const StateGraph& graph, const DotStyle& style) {
  if (graph.table.states.size() > mostDrawnStates)
    return tooLarge("states", mostDrawnStates);
  if (graph.equilibria.size() != graph.table.states.size())
    return {std::nullopt,
            {{Severity::error,
              "S0709",
              {},
              "the states of this conflict are too many to be compared one by one",
              {},
              {}}}};
  const Drawing drawing(conflict, graph, style);
  if (drawing.drawnMoves() > mostDrawnMoves)
    return tooLarge("moves", mostDrawnMoves);
  return {drawing.run(), {}};
}

} // namespace stasis::exchange
