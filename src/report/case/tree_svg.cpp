#include "report/case/tree_svg.h"

#include "report/case/html.h"
#include "report/telling/move_words.h"
#include "report/telling/state_row.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

namespace {

using Tree = analysis::ImprovementTree;

constexpr double boxWidth = 200;
constexpr double boxHeight = 75;
constexpr double columnStep = 250;
constexpr double rowStep = 86;
constexpr std::size_t boxColumns = 27;

std::string partyClass(model::PartyId party) { return fmt::format("p{}", party.index() % 8); }

class Drawing {
public:
  Drawing(stability::Engine& engine, const stability::Solution& solution, const Tree& tree)
      : engine_(engine), solution_(solution), tree_(tree), y_(tree.nodes.size()),
        children_(tree.nodes.size()) {
    for (std::size_t i = 1; i < tree.nodes.size(); ++i)
      children_[*tree.nodes[i].parent].push_back(i);
    place(0);
    for (const auto& node : tree.nodes)
      columns_ = std::max(columns_, node.depth + 1);
  }

  std::string svg() const {
    const double w = static_cast<double>(columns_ - 1) * columnStep + boxWidth + 20;
    const double h = static_cast<double>(std::max<std::size_t>(rows_, 1)) * rowStep + 10;
    std::string out =
        fmt::format("<svg class=\"tree\" viewBox=\"0 0 {:.0f} {:.0f}\" width=\"{:.0f}\" role=\"img\" "
                    "aria-label=\"Improvements from state {}\">\n",
                    w, h, w, htmlText(stateMark(engine_, tree_.nodes[0].state)));
    for (const auto& link : tree_.links)
      out += linked(link);
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i)
      out += branch(i);
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i)
      out += box(i);
    return out + "</svg>\n";
  }

private:
  /// Gives each leaf a row; a node above stands in the middle of its branches.
  void place(std::size_t node) {
    if (children_[node].empty()) {
      y_[node] = static_cast<double>(rows_++) * rowStep + 8;
      return;
    }
    for (const std::size_t child : children_[node])
      place(child);
    y_[node] = (y_[children_[node].front()] + y_[children_[node].back()]) / 2;
  }

  double x(std::size_t node) const { return static_cast<double>(tree_.nodes[node].depth) * columnStep + 8; }
  double middle(std::size_t node) const { return y_[node] + boxHeight / 2; }

  static std::string arrow(double x, double y, std::string_view cssClass) {
    return fmt::format("<path class=\"{} tip\" d=\"M{:.0f} {:.0f}l-9 -4v8z\"/>\n", cssClass, x, y);
  }

  std::string branch(std::size_t node) const {
    const auto& n = tree_.nodes[node];
    const std::size_t parent = *n.parent;
    const double x1 = x(parent) + boxWidth;
    const double x2 = x(node) - 2;
    const std::string css = partyClass(n.mover);
    return fmt::format("<path class=\"{} line\" d=\"M{:.0f} {:.0f}C{:.0f} {:.0f} {:.0f} {:.0f} {:.0f} "
                       "{:.0f}\"/>\n",
                       css, x1, middle(parent), x1 + 25, middle(parent), x1 + 10, middle(node), x2 - 9,
                       middle(node)) +
           arrow(x2, middle(node), css);
  }

  /// The move that leads to a node, in words; empty for the first.
  std::string movedTo(std::size_t node) const {
    const auto& n = tree_.nodes[node];
    return n.parent ? engine_.conflict().labelOf(n.mover) + ": " +
                          moveWords(engine_.conflict(), n.mover, tree_.nodes[*n.parent].state, n.state)
                    : "from here";
  }

  /// A line from the right of a box, passing below it, to the left of the other.
  std::string linked(const Tree::Link& link) const {
    const bool forward = tree_.nodes[link.from].depth < tree_.nodes[link.to].depth;
    const double x1 = x(link.from) + (forward ? boxWidth : 0);
    const double x2 = x(link.to) + (forward ? -2 : boxWidth + 2);
    const double bend = forward ? 60 : -60;
    const double y2 = middle(link.to) + 14;
    return fmt::format(
        "<path class=\"{} link\" d=\"M{:.0f} {:.0f}C{:.0f} {:.0f} {:.0f} {:.0f} {:.0f} {:.0f}\"/>\n",
        partyClass(link.mover), x1, middle(link.from) + 14, x1 + bend, middle(link.from) + 14, x2 - bend, y2,
        x2, y2);
  }

  std::string box(std::size_t node) const {
    const auto& n = tree_.nodes[node];
    const StateRow row = stateRow(engine_, solution_, n.state);
    std::string held;
    for (std::size_t c = 0; c < solution_.concepts.size(); ++c)
      if (row.equilibrium[c].value_or(false))
        held += (held.empty() ? "★ " : " ") + std::string(model::row(solution_.concepts[c].id).name);
    const std::string does = inWords(engine_.conflict(), n.state);
    const auto text = [&](int line, std::string_view css, const std::string& words) {
      return fmt::format("<text class=\"{}\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n", css, x(node) + 8,
                         y_[node] + 17 * line, htmlText(shortened(words, boxColumns)));
    };
    const std::string css = held.empty() ? "state" : "state equilibrium";
    std::string out =
        fmt::format("<g><title>{}</title><rect class=\"{}\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" "
                    "height=\"{:.0f}\" rx=\"4\"/>\n",
                    htmlText(movedTo(node) + " → " + markAndTitle(engine_, n.state) + ": " + does), css,
                    x(node), y_[node], boxWidth, boxHeight);
    out += text(1, n.parent ? partyClass(n.mover) + " said" : "does", movedTo(node)) +
           text(2, "mark", markAndTitle(engine_, n.state)) + text(3, "does", does);
    const std::string more =
        n.untold == 0 ? "" : fmt::format("{}+{} more", held.empty() ? "" : "  ", n.untold);
    return out + text(4, held.empty() ? "more" : "held", held + more) + "</g>\n";
  }

  stability::Engine& engine_;
  const stability::Solution& solution_;
  const Tree& tree_;
  std::vector<double> y_;
  std::vector<std::vector<std::size_t>> children_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 1;
};

} // namespace

std::string treeSvg(stability::Engine& engine, const stability::Solution& solution, const Tree& tree) {
  return Drawing(engine, solution, tree).svg();
}

std::string partyLegend(const model::Conflict& conflict) {
  std::string out;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const model::PartyId party(i);
    out += fmt::format("<li><svg width=\"44\" height=\"10\" aria-hidden=\"true\"><path class=\"{} line\" "
                       "d=\"M0 5h44\"/></svg> {}</li>",
                       partyClass(party), htmlText(conflict.labelOf(party)));
  }
  return element("ul", out, "legend");
}

} // namespace stasis::report
