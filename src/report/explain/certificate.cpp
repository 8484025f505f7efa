#include "report/explain/certificate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <span>

namespace stasis::report {

using analysis::Certificate;
using analysis::Failure;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view schema = "stasis/certificate-1";
/// For certificates with concepts beyond the classical ones.
constexpr std::string_view second = "stasis/certificate-2";

/// The names of steps in the first version and in the second.
constexpr std::array<std::string_view, 4> steps{"moves", "improvements", "possible improvements",
                                                "liked moves"};
constexpr std::size_t stepsOfTheFirst = 2;

bool isSecond(const Certificate& certificate) {
  return std::ranges::any_of(certificate.verdicts, [](const auto& verdict) {
    const auto known = model::findConcept(verdict.concept_);
    return known && row(*known).family != model::ConceptFamily::classical;
  });
}

// --- writing

Json written(const std::vector<Certificate::Move>& moves) {
  Json all = Json::array();
  for (const auto& move : moves)
    all.push_back({{"party", move.party}, {"to", move.to}});
  return all;
}

Json written(const Certificate::Answered& answered) {
  if (!answered.together.empty())
    return {{"to", answered.to}, {"together", written(answered.together)}};
  return {{"to", answered.to}, {"sanction", written(answered.sanction)}};
}

Json written(const Certificate::Verdict& verdict) {
  Json out{{"state", verdict.state},
           {"party", verdict.party},
           {"concept", verdict.concept_},
           {"stable", verdict.stable}};
  if (verdict.notCertified)
    out["notCertified"] = *verdict.notCertified;
  if (verdict.stable && !verdict.notCertified) {
    out["improvements"] = Json::array();
    for (const auto& answered : verdict.improvements)
      out["improvements"].push_back(written(answered));
  }
  if (verdict.improvement)
    out["improvement"] = *verdict.improvement;
  if (verdict.reached)
    out["reached"] = *verdict.reached;
  return out;
}

Json written(const Certificate::Reached& set) {
  Json out{{"party", set.party}, {"by", set.by}, {"from", set.from}};
  if (set.count)
    out["count"] = *set.count;
  else
    out["states"] = set.states;
  return out;
}

/// Puts each verdict and each set on one line, so that reviewers can compare line by line.
template <class Parts> void addLines(std::string& out, std::string_view key, const Parts& parts, bool last) {
  out.append("  \"").append(key).append("\": [");
  for (std::size_t k = 0; k < parts.size(); ++k)
    out.append(k == 0 ? "\n    " : ",\n    ")
        .append(written(parts[k]).dump(-1, ' ', false, Json::error_handler_t::replace));
  out.append(parts.empty() ? "]" : "\n  ]").append(last ? "\n" : ",\n");
}

// --- reading

class Reader {
public:
  Certificate certificate(const Json& json) {
    keys(json, "", {"schema", "conflict", "parties", "options", "reached", "verdicts"});
    const std::string version = text(json, "", "schema");
    if (version != schema && version != second)
      throw Failure{"schema", "this is neither a " + std::string(schema) + " nor a " + std::string(second)};
    steps_ = version == schema ? std::span(steps).first(stepsOfTheFirst) : std::span(steps);
    Certificate certificate;
    certificate.conflict = text(json, "", "conflict");
    certificate.parties = texts(json, "", "parties");
    each(json, "", "options", [&](const Json& option, const std::string& path) {
      keys(option, path, {"party", "name"});
      certificate.options.push_back({text(option, path, "party"), text(option, path, "name")});
    });
    each(json, "", "reached", [&](const Json& set, const std::string& path) {
      certificate.reached.push_back(reached(set, path));
    });
    each(json, "", "verdicts", [&](const Json& item, const std::string& path) {
      certificate.verdicts.push_back(verdict(item, path));
    });
    if (version == schema && isSecond(certificate))
      throw Failure{"schema", "a verdict is of a concept that only a " + std::string(second) + " has"};
    return certificate;
  }

private:
  static std::string under(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
  }

  static void keys(const Json& json, const std::string& path, std::initializer_list<std::string_view> known) {
    if (!json.is_object())
      throw Failure{path.empty() ? "(all of it)" : path, "an object is expected here"};
    for (const auto& [key, value] : json.items())
      if (std::find(known.begin(), known.end(), key) == known.end())
        throw Failure{under(path, key), "there is no such key"};
  }

  static const Json& part(const Json& json, const std::string& path, std::string_view key) {
    const auto found = json.find(key);
    if (found == json.end())
      throw Failure{under(path, key), "this is missing"};
    return *found;
  }

  static std::string text(const Json& json, const std::string& path, std::string_view key) {
    const Json& value = part(json, path, key);
    if (!value.is_string())
      throw Failure{under(path, key), "a text is expected here"};
    return value.get<std::string>();
  }

  template <class Visit>
  static void each(const Json& json, const std::string& path, std::string_view key, Visit&& visit) {
    const Json& list = part(json, path, key);
    if (!list.is_array())
      throw Failure{under(path, key), "a list is expected here"};
    for (std::size_t k = 0; k < list.size(); ++k)
      visit(list[k], under(path, key) + "[" + std::to_string(k) + "]");
  }

  static std::vector<std::string> texts(const Json& json, const std::string& path, std::string_view key) {
    std::vector<std::string> out;
    each(json, path, key, [&](const Json& item, const std::string& where) {
      if (!item.is_string())
        throw Failure{where, "a text is expected here"};
      out.push_back(item.get<std::string>());
    });
    return out;
  }

  Certificate::Reached reached(const Json& json, const std::string& path) const {
    keys(json, path, {"party", "by", "from", "states", "count"});
    Certificate::Reached set;
    set.party = text(json, path, "party");
    set.by = text(json, path, "by");
    if (std::ranges::find(steps_, set.by) == steps_.end())
      throw Failure{under(path, "by"), "`moves` or `improvements` is expected here"};
    set.from = text(json, path, "from");
    if (json.contains("count") == json.contains("states"))
      throw Failure{path, "either `states` or `count` is expected here"};
    if (json.contains("count"))
      set.count = text(json, path, "count");
    else
      set.states = texts(json, path, "states");
    return set;
  }

  static Certificate::Verdict verdict(const Json& json, const std::string& path) {
    keys(json, path,
         {"state", "party", "concept", "stable", "improvements", "improvement", "reached", "notCertified"});
    Certificate::Verdict verdict;
    verdict.state = text(json, path, "state");
    verdict.party = text(json, path, "party");
    verdict.concept_ = text(json, path, "concept");
    const Json& stable = part(json, path, "stable");
    if (!stable.is_boolean())
      throw Failure{under(path, "stable"), "true or false is expected here"};
    verdict.stable = stable.get<bool>();
    const bool proven = verdict.stable && !json.contains("notCertified");
    if (proven != json.contains("improvements"))
      throw Failure{under(path, "improvements"),
                    proven ? "this is missing" : "this belongs to a stable verdict with a proof"};
    if (proven)
      each(json, path, "improvements", [&](const Json& item, const std::string& where) {
        keys(item, where, {"to", "sanction", "together"});
        Certificate::Answered answered{text(item, where, "to")};
        if (item.contains("together") && item.contains("sanction"))
          throw Failure{where, "either `sanction` or `together` is expected here"};
        const bool together = item.contains("together");
        auto& moves = together ? answered.together : answered.sanction;
        each(item, where, together ? "together" : "sanction",
             [&](const Json& step, const std::string& place) {
               keys(step, place, {"party", "to"});
               moves.push_back({text(step, place, "party"), text(step, place, "to")});
             });
        verdict.improvements.push_back(std::move(answered));
      });
    if (json.contains("improvement"))
      verdict.improvement = text(json, path, "improvement");
    if (json.contains("notCertified"))
      verdict.notCertified = text(json, path, "notCertified");
    if (json.contains("reached")) {
      if (!json["reached"].is_number_unsigned())
        throw Failure{under(path, "reached"), "the position of a set is expected here"};
      verdict.reached = json["reached"].get<std::size_t>();
    }
    return verdict;
  }

  std::span<const std::string_view> steps_; ///< the names that steps may have
};

} // namespace

namespace {

/// Refuses an object with the same key twice: readers differ in which of the two they take.
class KeysOnce {
public:
  bool operator()(int, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start)
      open_.emplace_back();
    else if (event == Json::parse_event_t::object_end)
      open_.pop_back();
    else if (event == Json::parse_event_t::key && !open_.back().insert(value.get<std::string>()).second)
      throw Failure{value.get<std::string>(), "this key stands twice in one object"};
    return true;
  }

private:
  std::vector<std::set<std::string>> open_;
};

} // namespace

std::string certificateJson(const Certificate& certificate) {
  const auto dumped = [](const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  Json options = Json::array();
  for (const auto& option : certificate.options)
    options.push_back({{"party", option.party}, {"name", option.name}});
  std::string out = "{\n  \"schema\": " + dumped(isSecond(certificate) ? second : schema) + ",\n";
  out += "  \"conflict\": " + dumped(certificate.conflict) + ",\n";
  out += "  \"parties\": " + dumped(certificate.parties) + ",\n";
  out += "  \"options\": " + dumped(options) + ",\n";
  addLines(out, "verdicts", certificate.verdicts, false);
  addLines(out, "reached", certificate.reached, true);
  return out + "}\n";
}

std::variant<Certificate, Failure> readCertificate(std::string_view text) {
  try {
    return Reader().certificate(Json::parse(text, KeysOnce()));
  } catch (const Failure& failure) {
    return failure;
  } catch (const Json::exception& problem) {
    const std::string_view what = problem.what(); // `[json.exception.parse_error.101] parse error at line 1…`
    const auto begin = what.find("] ");
    return Failure{"(all of it)",
                   "this is not JSON: " +
                       std::string(what.substr(begin == std::string_view::npos ? 0 : begin + 2))};
  }
}

} // namespace stasis::report
