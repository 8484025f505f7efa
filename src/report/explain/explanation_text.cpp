#include "report/explain/explanation.h"
#include "report/explain/relational_words.h"
#include "report/telling/legend.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/printable.h"

#include <algorithm>

namespace stasis::report {

namespace {

/// Spaces before and between things that stand side by side, and before things that stand below.
constexpr std::size_t gap = 4;
constexpr std::size_t below = 8;

class Page {
public:
  explicit Page(const Look& look) : look_(look) {}

  std::string text(const Story& story) {
    if (!story.heading.empty())
      line(0, story.heading, Tone::strong);
    else if (!story.stances.empty())
      line(0, story.stances[0].heading, Tone::strong);
    for (const std::string& done : story.state)
      line(6, done, Tone::faint);
    for (const ToldStance& stance : story.stances) {
      out_ += '\n';
      if (!story.heading.empty())
        line(0, stance.heading, Tone::strong);
      tell(stance);
    }
    if (!story.unfinished.empty()) {
      out_ += '\n';
      line(0, story.unfinished, Tone::warn);
    }
    return out_;
  }

private:
  void tell(const ToldStance& stance) {
    line(0, stance.moves, Tone::plain);
    for (std::size_t k = 0; k < stance.improvements.size(); ++k) {
      // A blank line separates improvements that are described at length.
      if (k > 0 && !stance.improvements[k].question.empty())
        out_ += '\n';
      tell(stance.improvements[k]);
    }
    if (!stance.untold.empty())
      line(0, stance.untold, Tone::faint);
  }

  /// The widths of the two columns of a move, and whether they stand side by side.
  struct Columns {
    std::size_t left = 0; ///< 0: the effects of moves go below them
    std::size_t text = 0; ///< 0: what an effect decides follows it on the line
  };

  void tell(const ToldMove& move) {
    const Columns columns = columnsOf(move);
    put(columns, {move.move}, {{move.change, {}, Tone::accent}});
    if (!move.question.empty())
      line(0, move.question, Tone::plain);
    for (const ToldReply& reply : move.replies)
      put(columns, reply.steps, reply.effects);
    if (!move.untold.empty())
      line(2, move.untold, Tone::faint);
    for (const Effect& conclusion : move.conclusions)
      line(0, conclusion.text, conclusion.tone);
  }

  Columns columnsOf(const ToldMove& move) const {
    std::size_t left = width(move.move);
    std::size_t right = width(move.change);
    std::size_t text = 0;
    std::size_t decides = 0;
    for (const ToldReply& reply : move.replies) {
      for (std::size_t k = 0; k < reply.steps.size(); ++k)
        left = std::max(left, width(reply.steps[k]) + (k == 0 ? 0 : 2));
      for (const Effect& effect : reply.effects) {
        right = std::max(right, width(effect.text));
        if (!effect.decides.empty())
          text = std::max(text, width(effect.text));
        decides = std::max(decides, width(effect.decides));
      }
    }
    right = std::max(right, text + 2 + decides);
    if (left + gap + right <= look_.width)
      return {left, text};
    return {0, below + right <= look_.width ? text : 0};
  }

  /// Whether an improvement and its effects fit on one line.
  bool fitsOnOneLine(const std::vector<std::string>& steps, const std::vector<Effect>& effects) const {
    return steps.size() == 1 && effects.size() == 1 && effects[0].tone == Tone::accent &&
           gap + width(steps[0]) + width(effects[0].text) <= look_.width;
  }

  void put(const Columns& columns, const std::vector<std::string>& steps,
           const std::vector<Effect>& effects) {
    if (columns.left == 0 && fitsOnOneLine(steps, effects)) {
      out_.append("  ").append(printable(steps[0])).append(effects[0].text.empty() ? "" : "  ");
      out_.append(look_.paint(effects[0].tone, printable(effects[0].text))) += '\n';
      return;
    }
    if (columns.left == 0) {
      for (std::size_t k = 0; k < steps.size(); ++k)
        line(k == 0 ? 2 : 4, steps[k], Tone::plain);
      for (const std::string& effect : laidOut(effects, columns.text))
        out_.append(below, ' ').append(effect) += '\n';
      return;
    }
    const auto right = laidOut(effects, columns.text);
    for (std::size_t k = 0; k < std::max(steps.size(), right.size()); ++k) {
      std::string l =
          k < steps.size() ? std::string(k == 0 ? 2 : 4, ' ') + printable(steps[k]) : std::string();
      if (k < right.size())
        l = padRight(l, columns.left + gap) + right[k];
      out_ += l;
      out_ += '\n';
    }
  }

  std::vector<std::string> laidOut(const std::vector<Effect>& effects, std::size_t text) const {
    std::vector<std::string> lines;
    for (const Effect& effect : effects) {
      if (effect.text.empty())
        continue;
      if (text > 0) {
        lines.push_back(effect.decides.empty() ? printable(effect.text)
                                               : padRight(printable(effect.text), text + 2) +
                                                     look_.paint(effect.tone, effect.decides));
        continue;
      }
      const auto folded = fold(effect.decides.empty() ? effect.text : effect.text + ": " + effect.decides,
                               look_.width > below + 30 ? look_.width - below : 40);
      for (std::size_t k = 0; k < folded.size(); ++k)
        lines.push_back((k == 0 ? "" : "  ") + look_.paint(effect.decides.empty() ? Tone::plain : effect.tone,
                                                           printable(folded[k])));
    }
    return lines;
  }

  void line(std::size_t indent, const std::string& text, Tone tone) {
    bool first = true;
    for (const std::string& part : fold(text, look_.width > indent + 30 ? look_.width - indent : 40)) {
      out_.append(indent + (first ? 0 : 2), ' ').append(look_.paint(tone, printable(part))) += '\n';
      first = false;
    }
  }

  const Look& look_;
  std::string out_;
};

void effectsAsList(const std::vector<Effect>& effects, std::string& out) {
  for (const Effect& effect : effects)
    out += "  - " + markdownText(effect.text) +
           (effect.decides.empty() ? "" : " — **" + markdownText(effect.decides) + "**") + "\n";
}

std::string joinedSteps(const std::vector<std::string>& steps) {
  std::string out;
  for (const std::string& step : steps)
    out.append(out.empty() ? "" : " ").append(step);
  return out;
}

std::string markdown(const ToldMove& move) {
  std::string out = "### " + markdownText(move.move) + "\n\n";
  if (!move.change.empty())
    out += markdownText(move.change) + "\n\n";
  if (!move.question.empty())
    out += markdownText(move.question) + "\n\n";
  for (const ToldReply& reply : move.replies) {
    out += "- " + markdownText(joinedSteps(reply.steps)) + "\n";
    effectsAsList(reply.effects, out);
  }
  if (!move.replies.empty())
    out += '\n';
  if (!move.untold.empty())
    out += markdownText(move.untold) + "\n\n";
  for (const Effect& conclusion : move.conclusions)
    out += markdownText(conclusion.text) + "\n\n";
  return out;
}

} // namespace

std::string explanationText(const ExplanationView& view, const Look& look) {
  const auto& told = view.explanation;
  const std::string relational = relationalText(view.engine, told.beyond, look);
  if (told.concepts.empty())
    return look.paint(Tone::strong, "State " + printable(markAndTitle(view.engine, told.state)) + "\n\n") +
           relational;
  return Page(look).text(story(view, look)) + (relational.empty() ? "" : "\n" + relational) +
         conceptsBelow(told.concepts, look);
}

std::string explanationMarkdown(const ExplanationView& view) {
  if (view.explanation.concepts.empty())
    return "# State " + markdownText(markAndTitle(view.engine, view.explanation.state)) + "\n\n" +
           relationalMarkdown(view.engine, view.explanation.beyond);
  const Story told = story(view, Look{});
  std::string out;
  if (!told.heading.empty())
    out += "# " + markdownText(told.heading) + "\n\n";
  for (const ToldStance& stance : told.stances) {
    out += "## " + markdownText(stance.heading) + "\n\n" + markdownText(stance.moves) + "\n\n";
    for (const ToldMove& move : stance.improvements)
      out += markdown(move);
    if (!stance.untold.empty())
      out += markdownText(stance.untold) + "\n\n";
  }
  out += relationalMarkdown(view.engine, view.explanation.beyond);
  if (!told.unfinished.empty())
    out += markdownText(told.unfinished) + "\n\n";
  while (out.ends_with("\n\n"))
    out.pop_back();
  return out;
}

} // namespace stasis::report
