#include "report/ask/questions.h"
#include "report/telling/limit_name.h"
#include "report/telling/state_json.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

using analysis::PointKind;
using analysis::PointWorth;
using analysis::Way;

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(PointKind kind) {
  switch (kind) {
  case PointKind::line: return "line";
  case PointKind::pair: return "pair";
  case PointKind::direction: return "direction";
  case PointKind::order: return "order";
  case PointKind::assumption: return "assumption";
  }
  return "";
}

class QuestionsJson {
public:
  explicit QuestionsJson(const QuestionsView& view)
      : view_(view), answer_(view.answer), words_(answer_.conflict, &view.source) {}

  Json json() {
    Json out{{"schema", schemaName("questions", 1)},
             {"conflict", answer_.conflict.title},
             {"concept", row(view_.question.concept_).key},
             {"readings", readings()},
             {"outcomes", Json::array()},
             {"open", answer_.open},
             {"questions", Json::array()},
             {"then", Json::array()}};
    for (std::size_t o = 0; o < view_.question.outcomes.size(); ++o)
      out["outcomes"].push_back(outcome(o));
    for (const std::size_t j : inOrder())
      out["questions"].push_back(question(j));
    for (const auto& next : answer_.then) {
      Json one{{"if", next.after ? "yes" : "no"}, {"question", nullptr}};
      if (next.best) {
        one["question"] = next.best->point + 1;
        one["bits"] = next.best->bits;
        one["shareIf"] = shareIf(*next.best);
      }
      out["then"].push_back(std::move(one));
    }
    if (answer_.stopped)
      out["stopped"] = {{"limit", limitName(answer_.stopped->limit)}, {"message", answer_.stopped->message}};
    return out;
  }

private:
  static Json text(const std::optional<stability::Count>& count) {
    return count ? Json(count->get_str()) : Json(nullptr);
  }

  Json readings() const {
    Json out{{"count", text(answer_.count)}, {"leftOut", text(answer_.circles)}};
    out["solved"] = answer_.way == Way::singly    ? "singly"
                    : answer_.way == Way::jointly ? "jointly"
                                                  : "sampled";
    if (answer_.way != Way::jointly)
      out["finished"] = answer_.solved;
    if (answer_.way == Way::sampled)
      out["seed"] = view_.question.seed;
    if (answer_.error) {
      out["error"] = *answer_.error;
      out["confidence"] = 1 - analysis::doubtOfBound;
    }
    if (answer_.way == Way::sampled && !view_.question.sample)
      out["notExact"] = answer_.whyNotJointly;
    return out;
  }

  Json outcome(std::size_t o) {
    const auto& asked = view_.question.outcomes[o];
    Json out;
    if (asked.kind == analysis::AskedOutcome::Kind::state)
      out = stateJson(view_.engine, asked.state, 2);
    else
      out = {{"where", asked.text},
             {"quantity", asked.kind == analysis::AskedOutcome::Kind::some ? "some" : "all"}};
    if (o < answer_.asWritten.size())
      out["asWritten"] = static_cast<bool>(answer_.asWritten[o]);
    out["share"] = nullptr;
    if (o < answer_.shares.size()) {
      const mpq_class exact(answer_.shares[o].held, answer_.shares[o].of);
      mpq_class shortest = exact;
      shortest.canonicalize();
      out["share"] = exact.get_d();
      out["fraction"] = shortest.get_str();
    }
    return out;
  }

  /// What is worth most first, then what is worth nothing.
  std::vector<std::size_t> inOrder() const {
    std::vector<std::size_t> order = answer_.ranking;
    for (std::size_t j = 0; j < answer_.points.size(); ++j)
      if (std::ranges::find(answer_.ranking, j) == answer_.ranking.end())
        order.push_back(j);
    return order;
  }

  static Json shareIf(const PointWorth& worth) {
    return {{"yes", worth.yes.any ? Json(worth.yes.shares) : Json(nullptr)},
            {"no", worth.no.any ? Json(worth.no.shares) : Json(nullptr)}};
  }

  Json citationJson(const model::Citation& citation) const {
    return {{"source", answer_.conflict.source(citation.source).name}, {"words", citation.words}};
  }

  Json question(std::size_t j) {
    const auto& point = answer_.points[j];
    Json out{{"id", j + 1},
             {"point", word(point.kind)},
             {"party", words_.party(point)},
             {"whose", words_.whose(point)},
             {"words", words_.question(point)},
             {"otherwise", words_.otherwise(point)},
             {"lines", words_.lines(point)},
             {"ranges", Json::array()},
             {"because", Json::array()},
             {"who", words_.whoCouldSay(point)}};
    for (const auto& range : words_.ranges(point))
      out["ranges"].push_back({range.begin, range.end});
    for (const auto* citation : words_.because(point))
      out["because"].push_back(citationJson(*citation));
    if (const auto beside = words_.beside(point); !beside.because.empty()) {
      out["beside"] = {{"line", beside.line}, {"because", Json::array()}};
      for (const auto* citation : beside.because)
        out["beside"]["because"].push_back(citationJson(*citation));
    }
    out["bits"] = j < answer_.worth.size() ? Json(answer_.worth[j].bits) : Json(nullptr);
    if (j < answer_.worth.size()) {
      out["decides"] = answer_.open > 0 ? answer_.worth[j].bits / answer_.open : 0;
      out["odds"] = answer_.worth[j].yes.odds;
      out["shareIf"] = shareIf(answer_.worth[j]);
    }
    return out;
  }

  const QuestionsView& view_;
  const analysis::Questions& answer_;
  PointWords words_;
};

} // namespace

std::string questionsJson(const QuestionsView& view) {
  return QuestionsJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
