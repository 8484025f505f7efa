#include "report/invert/inversion.h"
#include "report/telling/constraint_words.h"
#include "report/telling/legend.h"
#include "report/telling/markdown.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"

#include <algorithm>

namespace stasis::report {

namespace {

class Page {
public:
  explicit Page(const Look& look) : look_(look) {}

  std::string text(const InversionStory& story, const std::string& stopped) {
    line(0, story.title, Tone::strong);
    if (!story.who.empty())
      line(0, story.who, Tone::faint);
    if (!story.asked.empty())
      line(0, story.asked);
    for (const auto& state : story.states)
      tell(state);
    for (const auto& least : story.least)
      tell(least);
    if (!story.notes.empty())
      out_ += '\n';
    for (const std::string& note : story.notes)
      line(0, note, Tone::faint);
    if (!stopped.empty())
      line(0, stopped, Tone::warn);
    return std::move(out_);
  }

private:
  void tell(const InversionStory::State& state) {
    out_ += '\n';
    line(0, state.heading, Tone::strong);
    for (const std::string& done : state.done)
      line(6, done);
    for (const auto& party : state.parties) {
      out_ += '\n';
      line(0, party.heading + ".");
      table(party.conditions);
    }
  }

  void table(const std::vector<InversionStory::Condition>& conditions) {
    std::size_t first = 0;
    std::size_t second = 0;
    for (const auto& one : conditions) {
      first = std::max(first, width(one.concepts));
      second = std::max(second, width(one.share));
    }
    for (const auto& one : conditions) {
      const std::string left =
          padRight(std::string(one.met ? look_.yes() : look_.no()) + " " + one.concepts, first + 2) + "  " +
          padRight(one.share, second);
      if (2 + width(left) + 3 + width(one.condition) <= look_.width) {
        out_ += "  " + printable(left + "   " + one.condition) + '\n';
      } else {
        out_ += "  " + printable(left.substr(0, left.find_last_not_of(' ') + 1)) + '\n';
        line(6, one.condition);
      }
      if (!one.notMet.empty())
        line(6, one.notMet, Tone::faint);
    }
  }

  void tell(const InversionStory::Least& least) {
    out_ += '\n';
    line(0, least.heading, Tone::accent);
    std::string state;
    for (const auto& way : least.ways) {
      if (way.state != state)
        line(0, way.state, Tone::strong);
      state = way.state;
      bool first = true;
      for (const auto& change : way.changes) {
        line(first ? 2 : 4, (first ? "" : "and ") + change.words);
        first = false;
        for (const std::string& said : change.because)
          line(6, "against it, " + said, Tone::faint);
        if (change.assumed)
          line(6, "nothing is cited against it", Tone::faint);
      }
      line(4, way.outcome);
    }
    if (!least.untold.empty())
      line(2, least.untold, Tone::faint);
  }

  void line(std::size_t indent, const std::string& text, Tone tone = Tone::plain) {
    bool first = true;
    for (const std::string& part : fold(text, look_.width > indent + 30 ? look_.width - indent : 40)) {
      out_.append(indent + (first ? 0 : 2), ' ').append(look_.paint(tone, printable(part))) += '\n';
      first = false;
    }
  }

  const Look& look_;
  std::string out_;
};

std::string stoppedWords(const InversionView& view) {
  return view.answer.stopped ? "Not finished: " + view.answer.stopped->message + "." : std::string();
}

} // namespace

std::string inversionText(const InversionView& view, const Look& look) {
  return Page(look).text(inversionStory(view, look), stoppedWords(view)) +
         conceptsBelow(view.question.concepts, look);
}

std::string infeasibleText(const model::Conflict& conflict, const std::string& target,
                           const analysis::Infeasible& why) {
  std::vector<std::string> constraints;
  for (const std::size_t k : why.constraints)
    constraints.push_back("`" + constraintWords(conflict, conflict.constraints[k].holds) + "`");
  const std::string reason = why.listed                ? "It is none of the states listed."
                             : constraints.empty()     ? "It can never be so, whatever is done."
                             : constraints.size() == 1 ? enumerated(constraints) + " rules it out."
                                                       : enumerated(constraints) + " together rule it out.";
  return printable("`" + target +
                   "` is nowhere feasible, so nothing that anybody could want would make it hold.") +
         "\n" + printable(reason) + "\n";
}

std::string inversionMarkdown(const InversionView& view) {
  const InversionStory story = inversionStory(view, Look{});
  std::string out = "# " + markdownText(story.title) + "\n";
  if (!story.who.empty())
    out += "\n" + markdownText(story.who) + "\n";
  if (!story.asked.empty())
    out += "\n" + markdownText(story.asked) + "\n";
  for (const auto& state : story.states) {
    out += "\n## " + markdownText(state.heading) + "\n\n";
    for (const std::string& done : state.done)
      out += "- " + markdownText(done) + "\n";
    for (const auto& party : state.parties) {
      out += "\n" + markdownText(party.heading) + "\n\n" +
             markdownHead({"concept", "met as written", "rankings", "condition"});
      for (const auto& one : party.conditions) {
        const std::string condition =
            markdownText(one.condition + (one.notMet.empty() ? "" : "; " + one.notMet));
        out += markdownRow(
            {markdownText(one.concepts), one.met ? "yes" : "no", markdownText(one.share), condition});
      }
    }
  }
  for (const auto& least : story.least) {
    out += "\n## " + markdownText(least.heading) + "\n";
    for (const auto& way : least.ways) {
      out += "\n";
      if (!way.state.empty())
        out += markdownText(way.state) + "\n\n";
      for (const auto& change : way.changes) {
        out += "- " + markdownText(change.words) + "\n";
        for (const std::string& said : change.because)
          out += "  - against it, " + markdownText(said) + "\n";
        if (change.assumed)
          out += "  - nothing is cited against it\n";
      }
      out += "- " + markdownText(way.outcome) + "\n";
    }
    if (!least.untold.empty())
      out += "\n" + markdownText(least.untold) + "\n";
  }
  for (const std::string& note : story.notes)
    out += "\n" + markdownText(note) + "\n";
  if (view.answer.stopped)
    out += "\n" + markdownText(stoppedWords(view)) + "\n";
  return out;
}

} // namespace stasis::report
