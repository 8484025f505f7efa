#include "language/lexing/decimal.h"
#include "model/mark_words.h"
#include "report/case/case_pages.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/html.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

namespace {

using model::PartyId;

const model::Views noViews;

class ModelHtml {
public:
  ModelHtml(const CaseView& view, const CaseCitations& citations)
      : conflict_(view.engine.conflict()), citations_(citations),
        views_(view.hypergame != nullptr ? view.hypergame->game.views() : noViews) {}

  std::string html() const {
    std::string out = element("h2", "Who can do what");
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
      if (const auto& p = conflict_.parties[i]; isFirstOfItsKind(i))
        out += party(p, membersLike(i));
    out += rules();
    out += element("h2", "Who wants what");
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
      if (isFirstOfItsKind(i))
        out += wants(conflict_.parties[i], membersLike(i));
    out += attitudes();
    for (const auto& view : views_)
      out += seen(view);
    return out;
  }

private:
  static model::Range written(const model::Preference& preference) {
    return std::visit(
        [](const auto& p) {
          if constexpr (requires { p.range; })
            return p.range;
          else
            return model::Range();
        },
        preference);
  }

  /// Whether two members of a family share their lines, so that one text serves both.
  bool alike(std::size_t a, std::size_t b) const {
    const auto& first = conflict_.parties[a];
    const auto& second = conflict_.parties[b];
    return first.family && first.family == second.family &&
           written(first.preference) == written(second.preference) && !written(first.preference).empty();
  }
  bool isFirstOfItsKind(std::size_t party) const {
    for (std::size_t before = 0; before < party; ++before)
      if (alike(before, party))
        return false;
    return true;
  }
  std::string membersLike(std::size_t party) const {
    constexpr std::size_t few = 4;
    std::vector<std::string> names;
    std::vector<PartyId> ids;
    for (std::size_t i = party; i < conflict_.parties.size(); ++i)
      if (i == party || alike(party, i)) {
        ids.emplace_back(i);
        names.push_back(titled(conflict_.parties[i].name, conflict_.parties[i].label));
      }
    return names.size() > few ? htmlText(joined(partiesWords(conflict_, ids), ", ")) : joined(names, ", ");
  }

  static std::string spaced(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name;
  }

  static std::string titled(const std::string& name, const std::string& label) {
    return htmlText(label.empty() ? name : label);
  }

  PartyId idOf(const model::Party& party) const {
    return PartyId(static_cast<std::size_t>(&party - conflict_.parties.data()));
  }

  std::string party(const model::Party& p, const std::string& names) const {
    std::string out = element("h3", names) + citations_.because(p.because);
    std::string options;
    for (std::size_t i = p.firstOption; i < p.firstOption + p.optionCount; ++i) {
      const auto& o = conflict_.options[i];
      const bool bound = o.doubt && o.doubt->direction == model::Direction::irrevocable;
      const char* direction = bound     ? " perhaps cannot be taken back"
                              : o.doubt ? " perhaps cannot be taken up again"
                              : o.direction == model::Direction::irrevocable ? " cannot be taken back"
                              : o.direction == model::Direction::unresumable ? " cannot be taken up again"
                                                                             : "";
      options += element("li", titled(o.name, o.label) + element("span", direction, "faint") +
                                   citations_.because(o.because));
    }
    return out + (options.empty() ? element("p", "It has no options.", "faint") : element("ul", options));
  }

  std::string rules() const {
    std::string out;
    for (const auto& c : conflict_.constraints)
      out += element("li", htmlText(constraintInWords(conflict_, c.holds)) + citations_.because(c.because));
    if (!out.empty())
      out = element("h2", "What must hold") + element("ul", out);
    std::string defines;
    for (const auto& d : conflict_.defines)
      defines += element("dt", titled(spaced(d.name), d.label)) +
                 element("dd", htmlText(conditionInWords(conflict_, d.meaning)));
    return out + (defines.empty() ? "" : element("h2", "What words stand for") + element("dl", defines));
  }

  std::string wants(const model::Party& p, const std::string& names) const {
    return element("h3", names) +
           std::visit([&](const auto& preference) { return told(preference, idOf(p)); }, p.preference) +
           unsure(p);
  }

  std::string unsure(const model::Party& p) const {
    std::string out;
    for (const auto& pair : p.unsure)
      out += element("li", htmlText(reference(pair.one) + " and " + reference(pair.other)));
    return out.empty() ? out
                       : element("p", "It is not known which of these it likes better.", "faint") +
                             element("ul", out);
  }

  // --- what a party sees otherwise

  std::string seen(const model::View& view) const {
    const auto& of = conflict_.party(view.of);
    std::string lines;
    for (const auto& one : view.unaware)
      lines += element("li", "does not know " + htmlText("“" + conflict_.labelOf(one.option) + "”") +
                                 citations_.because(one.because));
    for (const auto& one : view.blind) {
      const auto* state = std::get_if<model::StateRef>(&one.what);
      lines += element(
          "li", "does not see " +
                    htmlText(state != nullptr
                                 ? reference(*state)
                                 : conditionInWords(conflict_, std::get<model::Expression>(one.what))) +
                    citations_.because(one.because));
    }
    for (const auto& one : view.constraints)
      lines += element("li", "thinks: " + htmlText(constraintInWords(conflict_, one.holds)) +
                                 citations_.because(one.because));
    for (const auto& regard : view.regards)
      for (const auto& one : regard.attitudes)
        lines += element("li", htmlText(conflict_.labelOf(regard.party)) + " is " +
                                   element("em", std::string(model::attitudeWord(one.attitude))) + " " +
                                   htmlText(conflict_.labelOf(one.towards)));
    std::string out = element("h2", view.by ? "What " + htmlText(conflict_.labelOf(*view.by)) + " thinks " +
                                                  htmlText(conflict_.labelOf(view.of)) + " sees"
                                            : "As " + titled(of.name, of.label) + " sees it") +
                      (lines.empty() ? "" : element("ul", lines));
    for (const auto& wish : view.wishes)
      out +=
          element("h3", htmlText(conflict_.labelOf(wish.party))) +
          std::visit([&](const auto& preference) { return told(preference, wish.party); }, wish.preference);
    return out;
  }

  std::string attitudes() const {
    std::string out;
    for (const auto& p : conflict_.parties)
      for (const auto& one : p.attitudes) {
        const auto& other = conflict_.party(one.towards);
        out += element("li", titled(p.name, p.label) + " is " +
                                 element("em", std::string(model::attitudeWord(one.attitude))) + " " +
                                 (&other == &p ? "itself" : titled(other.name, other.label)));
      }
    return out.empty() ? out : element("h2", "How they look on each other") + element("ul", out);
  }

  static std::string told(const std::monostate&, PartyId) {
    return element("p", "It is indifferent: nothing is said of what it wants.", "faint");
  }

  std::string told(const model::Prioritised& prioritised, PartyId party) const {
    std::string out;
    for (const auto& tier : prioritised.tiers) {
      const std::string_view mark = model::markWord(model::markOf(tier));
      std::string line = mark.empty() ? "" : element("em", std::string(mark)) + " ";
      const std::size_t begin = line.size();
      for (const auto& statement : tier)
        line += (line.size() == begin ? "" : " and, as much, ") +
                htmlText(wishInWords(conflict_, statement.wanted, party)) +
                citations_.because(statement.because);
      out += element("li", line);
    }
    return element("p", "Most important first.", "faint") + element("ol", out);
  }

  std::string told(const model::Ranking& ranking, PartyId) const {
    std::string out;
    for (std::size_t k = 0; k < ranking.classes.size(); ++k) {
      std::string states;
      for (const auto& state : ranking.classes[k])
        states += (states.empty() ? "" : " and, as much, ") + htmlText(reference(state));
      const bool strong = std::ranges::binary_search(ranking.strongAfter, k);
      out += element("li",
                     states + (strong ? " " + element("span", "strongly before those below", "faint") : ""));
    }
    return element("p", "The outcomes, best first.", "faint") + element("ol", out, "ranking");
  }

  std::string told(const model::Weights& weights, PartyId party) const {
    std::string out;
    for (const auto& w : weights.weights)
      out += element("li", htmlText(conditionInWords(conflict_, w.wanted, party)) + " counts " +
                               htmlText(language::decimalText(w.units, weights.decimals)) +
                               citations_.because(w.because));
    return element("p", "The sum over what is done, larger is better.", "faint") + element("ul", out);
  }

  static std::string called(const std::string& name, const std::string& label) {
    return label.empty() ? name : label;
  }

  std::string reference(const model::StateRef& state) const {
    using Kind = model::StateRef::Kind;
    if (state.kind == Kind::named)
      return called(conflict_.named[state.value].name, conflict_.named[state.value].label);
    if (state.kind == Kind::listed && !conflict_.listed[state.value].name.empty())
      return called(conflict_.listed[state.value].name, conflict_.listed[state.value].label);
    return "s" + std::to_string(state.kind == Kind::listed ? state.value + 1 : state.value);
  }

  const model::Conflict& conflict_;
  const CaseCitations& citations_;
  const model::Views& views_;
};

} // namespace

std::string modelHtml(const CaseView& view, const CaseCitations& citations) {
  return ModelHtml(view, citations).html();
}

} // namespace stasis::report
