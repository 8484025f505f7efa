#include "report/case/tree_svg.h"

#include "model/pattern.h"
#include "report/explain/outcome_in_words.h"
#include "report/telling/html.h"
#include "report/telling/standing_words.h"
#include "report/telling/state_row.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

namespace {

using Tree = analysis::ImprovementTree;

constexpr double boxWidth = 200;
constexpr double lineHeight = 15;
constexpr double columnStep = 250;
constexpr double between = 11; ///< rows
constexpr std::size_t boxColumns = 27;
constexpr std::size_t mostLines = 6; ///< of a name, or of what is done

std::string partyClass(model::PartyId party) { return fmt::format("p{}", party.index() % 8); }

/// Words in lines of at most `columns` characters; what is longer than `mostLines` ends with an ellipsis.
std::vector<std::string> inLines(std::string_view text, std::size_t columns) {
  const auto length = [](std::string_view words) {
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
  };
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (!lines.empty() && length(lines.back()) + 1 + length(word) <= columns)
      lines.back().append(" ").append(word);
    else if (lines.size() < mostLines)
      lines.emplace_back(word);
    else
      lines.back() += " …";
    lines.back() = shortened(lines.back(), columns);
  }
  return lines;
}

class Drawing {
public:
  Drawing(stability::Engine& engine, const stability::Solution& solution, const Tree& tree, bool concepts)
      : engine_(engine), solution_(solution), tree_(tree), concepts_(concepts), y_(tree.nodes.size()),
        children_(tree.nodes.size()) {
    for (std::size_t i = 1; i < tree.nodes.size(); ++i)
      children_[*tree.nodes[i].parent].push_back(i);
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      words_.push_back(wordsOf(i));
      columns_ = std::max(columns_, tree.nodes[i].depth + 1);
    }
    place(0);
  }

  std::string svg() const {
    const double w = static_cast<double>(columns_ - 1) * columnStep + boxWidth + 20;
    const double h = below_ + 10;
    std::string out =
        fmt::format("<svg class=\"tree\" viewBox=\"0 0 {:.0f} {:.0f}\" width=\"{:.0f}\" role=\"img\" "
                    "aria-label=\"Improvements from {}\">\n",
                    w, h, w, htmlText(outcomeInWords(engine_.conflict(), tree_.nodes[0].state)));
    for (const auto& link : tree_.links)
      out += linked(link);
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i)
      out += branch(i);
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i)
      out += box(i);
    return out + "</svg>\n";
  }

private:
  double height(std::size_t node) const {
    return lineHeight * static_cast<double>(words_[node].lines()) + 10;
  }

  /// Puts each leaf below the one before; a node above stands in the middle of its branches.
  void place(std::size_t node) {
    const double top = below_;
    for (const std::size_t child : children_[node])
      place(child);
    if (const double least = top + height(node) + between; below_ < least)
      below_ = least;
    y_[node] = children_[node].empty()
                   ? top
                   : (middle(children_[node].front()) + middle(children_[node].back()) - height(node)) / 2;
    y_[node] = std::max(y_[node], top);
  }

  double x(std::size_t node) const { return static_cast<double>(tree_.nodes[node].depth) * columnStep + 8; }
  double middle(std::size_t node) const { return y_[node] + height(node) / 2; }

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

  /// The move that leads to a node, in labels: `Russia: + Accept a settlement − Offer Moscow`; of the first,
  /// what is done there.
  std::string movedTo(std::size_t node) const {
    const auto& n = tree_.nodes[node];
    const auto& conflict = engine_.conflict();
    if (!n.parent)
      return inWords(conflict, n.state);
    const auto& from = tree_.nodes[*n.parent].state;
    std::vector<std::string> takes;
    std::vector<std::string> drops;
    for (std::size_t o = 0; o < conflict.options.size(); ++o)
      if (const model::OptionId id(o); from[id] != n.state[id] && n.state[id] != model::Choice::either)
        (n.state[id] == model::Choice::yes ? takes : drops).push_back(conflict.labelOf(id));
    return conflict.labelOf(n.mover) + ":" + (takes.empty() ? "" : " + " + joined(takes, ", ")) +
           (drops.empty() ? "" : " − " + joined(drops, ", "));
  }

  struct Words {
    std::vector<std::string> moved, called;
    std::string marks;
    std::size_t lines() const { return moved.size() + called.size() + (marks.empty() ? 0 : 1); }
  };

  Words wordsOf(std::size_t node) const {
    const auto& n = tree_.nodes[node];
    const bool called = hasName(n.state);
    const StandingWords& words = standing(node);
    std::string marks = std::string(words.mark) + " " + std::string(words.word);
    if (concepts_)
      marks = std::string(words.mark) + heldUnder(node);
    if (n.untold > 0)
      marks += fmt::format("  +{} more", n.untold);
    return {called && n.parent ? std::vector<std::string>() : inLines(movedTo(node), boxColumns),
            called ? inLines(outcomeInWords(engine_.conflict(), n.state), boxColumns - 2)
                   : std::vector<std::string>(),
            marks};
  }

  /// Whether people call it something; else the move that leads there says what it is.
  bool hasName(const model::Pattern& state) const {
    const std::string title = stateTitle(engine_.conflict(), state);
    return !title.empty() && outcomeInWords(engine_.conflict(), state).find(", but ") == std::string::npos;
  }

  const StandingWords& standing(std::size_t node) const {
    return report::wordsOf(stability::standingOf(engine_, solution_, tree_.nodes[node].state));
  }

  std::string heldUnder(std::size_t node) const {
    const StateRow row = stateRow(engine_, solution_, tree_.nodes[node].state);
    std::string held;
    for (std::size_t c = 0; c < solution_.concepts.size(); ++c)
      if (row.equilibrium[c].value_or(false))
        held += " " + std::string(model::row(solution_.concepts[c].id).name);
    return held;
  }

  /// The colours of the verdicts.
  static std::string_view toneOf(stability::Standing standing) {
    return standing == stability::Standing::byFear  ? "feared"
           : standing < stability::Standing::byFear ? "held"
                                                    : "more";
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
    const Words& words = words_[node];
    const std::string_view tone = toneOf(standing(node).standing);
    const std::string called = outcomeInWords(engine_.conflict(), n.state);
    std::string out =
        fmt::format("<g><title>{}</title><rect class=\"state {}\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" "
                    "height=\"{:.0f}\" rx=\"4\"/>\n",
                    htmlText(called + ": " + inWords(engine_.conflict(), n.state)), tone, x(node), y_[node],
                    boxWidth, height(node));
    std::size_t line = 0;
    const auto text = [&](std::string_view css, const std::string& said) {
      ++line;
      out += fmt::format("<text class=\"{}\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n", css, x(node) + 8,
                         y_[node] + lineHeight * static_cast<double>(line), htmlText(said));
    };
    for (const auto& said : words.moved)
      text(n.parent ? partyClass(n.mover) + " said" : "does", said);
    for (const auto& said : words.called)
      text("mark", said);
    if (!words.marks.empty())
      text(tone, words.marks);
    return out + "</g>\n";
  }

  stability::Engine& engine_;
  const stability::Solution& solution_;
  const Tree& tree_;
  bool concepts_;
  std::vector<Words> words_;
  double below_ = 8; ///< where the next leaf goes
  std::vector<double> y_;
  std::vector<std::vector<std::size_t>> children_;
  std::size_t columns_ = 1;
};

} // namespace

std::string treeSvg(stability::Engine& engine, const stability::Solution& solution, const Tree& tree,
                    bool concepts) {
  return Drawing(engine, solution, tree, concepts).svg();
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
