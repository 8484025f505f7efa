#include "report/paths/paths.h"
#include "report/telling/move_words.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace stasis::report {

using analysis::GoalWays;
using analysis::Sequence;
using analysis::Step;
using analysis::Ways;
using model::Pattern;

namespace {

struct Node {
  Pattern state;
  std::string text;
  bool start = false;
  bool equilibrium = false;
  bool barred = false;
};

struct Edge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string text;
  bool concession = false;
};

/// What is drawn: every state and move of the sequences shown, once.
class Drawing {
public:
  explicit Drawing(const PathsView& view) : view_(view) {
    node(view.question.from);
    nodes_[0].start = true;
    for (const auto& group : view.answer.groups)
      for (const GoalWays& goal : group.goals)
        add(goal);
  }

  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<Edge>& edges() const { return edges_; }

private:
  void add(const GoalWays& goal) {
    add(goal.fewestConcessions);
    add(goal.shortest);
    if (goal.state && !goal.fewestConcessions)
      nodes_[node(*goal.state)].barred = true;
  }

  void add(const std::optional<Ways>& ways) {
    if (ways)
      for (const Sequence& path : ways->paths)
        for (const Step& step : path)
          add(step);
  }

  void add(const Step& step) {
    Edge edge{node(step.from), node(step.to), view_.engine.conflict().party(step.mover).name,
              isConcession(effectOf(view_.rules, step))};
    if (const std::string what = briefMove(view_.engine.conflict(), step); !what.empty())
      edge.text += ": " + what;
    const auto same = [&](const Edge& e) {
      return e.from == edge.from && e.to == edge.to && e.text == edge.text;
    };
    if (std::ranges::none_of(edges_, same))
      edges_.push_back(std::move(edge));
  }

  std::size_t node(const Pattern& state) {
    const auto [found, added] = places_.emplace(state.letters(), nodes_.size());
    if (added)
      nodes_.push_back({state, printable(markAndTitle(view_.engine, state)), false,
                        !equilibriumUnder(view_, state).empty(), false});
    return found->second;
  }

  const PathsView& view_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::map<std::string, std::size_t> places_;
};

/// Concessions stand out in a colour that everybody can tell apart (Okabe & Ito, Color Universal Design,
/// 2002).
constexpr std::string_view concessionColour = "#D55E00";

std::string legend(const Drawing& drawing) {
  std::string text = "double frame: where it begins";
  if (std::ranges::any_of(drawing.nodes(), &Node::equilibrium))
    text += "; green: equilibrium";
  if (std::ranges::any_of(drawing.nodes(), &Node::barred))
    text += "; dashed frame: no way leads there";
  if (std::ranges::any_of(drawing.edges(), &Edge::concession))
    text += "; dashed arrow: concession";
  return text;
}

std::string dotQuoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + '"';
}

/// Writes characters that end a text or a line in Mermaid as number codes.
std::string mermaidQuoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text)
    if (std::string_view("\"#;<>&`\\").find(c) != std::string_view::npos)
      out += fmt::format("#{};", static_cast<int>(c));
    else
      out += c;
  return out + '"';
}

} // namespace

// Lines end without `;`: some readers of dot (pydot 1.4) make a node of what follows it. Frames and colours
// are those of `export --format dot` (exchange/dot.cpp).
std::string pathsDot(const PathsView& view) {
  const Drawing drawing(view);
  std::string out =
      fmt::format("digraph {{\n  label={}\n  labelloc=t\n  rankdir=LR\n"
                  "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"]\n"
                  "  edge [fontname=\"sans-serif\", fontsize=10]\n",
                  dotQuoted(printable(view.engine.conflict().title) + "\n" + legend(drawing)));
  for (std::size_t n = 0; n < drawing.nodes().size(); ++n) {
    const Node& node = drawing.nodes()[n];
    out +=
        fmt::format("  n{} [label={}{}{}{}]\n", n, dotQuoted(node.text), node.start ? ", peripheries=2" : "",
                    node.equilibrium ? ", fillcolor=\"#E3F4E1\", color=\"#1B7837\", penwidth=2" : "",
                    node.barred ? ", style=\"rounded,filled,dashed\"" : "");
  }
  for (const Edge& edge : drawing.edges())
    out += fmt::format("  n{} -> n{} [label={}{}]\n", edge.from, edge.to, dotQuoted(printable(edge.text)),
                       edge.concession
                           ? fmt::format(", style=dashed, color=\"{0}\", fontcolor=\"{0}\"", concessionColour)
                           : "");
  return out + "}\n";
}

std::string pathsMermaid(const PathsView& view) {
  const Drawing drawing(view);
  std::string out = "flowchart LR\n";
  std::string conceding;
  for (std::size_t n = 0; n < drawing.nodes().size(); ++n) {
    const Node& node = drawing.nodes()[n];
    const std::string text = mermaidQuoted(node.text);
    out += node.equilibrium ? fmt::format("  n{}([{}])\n", n, text) : fmt::format("  n{}[{}]\n", n, text);
    if (node.start)
      out += fmt::format("  style n{} stroke-width:3px\n", n);
    if (node.barred)
      out += fmt::format("  style n{} stroke-dasharray:5\n", n);
  }
  for (std::size_t e = 0; e < drawing.edges().size(); ++e) {
    const Edge& edge = drawing.edges()[e];
    out += fmt::format("  n{} {}|{}| n{}\n", edge.from, edge.concession ? "-.->" : "-->",
                       mermaidQuoted(printable(edge.text)), edge.to);
    if (edge.concession)
      conceding += fmt::format("{}{}", conceding.empty() ? "" : ",", e);
  }
  if (!conceding.empty())
    out += fmt::format("  linkStyle {} stroke:{}\n", conceding, concessionColour);
  return out;
}

} // namespace stasis::report
