#include "cli/given_corrections.h"

#include "cli/console.h"
#include "cli/verb.h"
#include "language/codes/nearest.h"

#include <algorithm>

namespace stasis::cli {

namespace {

using evidence::Review;
using evidence::SpeechAct;

bool isNumber(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<SpeechAct> kindNamed(const std::string& word, Console& console) {
  if (const auto kind = evidence::speechActNamed(word))
    return kind;
  std::vector<std::string_view> names;
  std::string listed;
  for (std::size_t act = 0; act <= static_cast<std::size_t>(SpeechAct::report); ++act) {
    names.push_back(evidence::word(static_cast<SpeechAct>(act)));
    listed += (act == 0 ? "" : ", ") + std::string(names.back());
  }
  const auto meant = language::nearest(word, names);
  console.sayError('`' + word + "` is no kind of statement",
                   (meant ? "did you mean `" + std::string(*meant) + "`? " : "") + "Kinds are " + listed);
  return std::nullopt;
}

/// Whether the name is of the form `4` or `report.txt#4`.
bool isStatement(std::string_view name) {
  const auto mark = name.rfind('#');
  return isNumber(mark == std::string_view::npos ? name : name.substr(mark + 1));
}

/// `4=Mina Orr`, `report.txt#4=Mina Orr`: the statement and the words.
std::optional<std::pair<std::string, std::string>> numbered(const std::string& given) {
  for (auto sign = given.find('='); sign != std::string::npos; sign = given.find('=', sign + 1))
    if (isStatement(std::string_view(given).substr(0, sign)))
      return std::pair{given.substr(0, sign), given.substr(sign + 1)};
  return std::nullopt;
}

void addVerdicts(const Arguments& arguments, GivenReviews& reviews) {
  using Verdict = evidence::Correction::Verdict;
  for (const auto& [option, verdict] :
       {std::pair{"--accept", Verdict::accepted}, std::pair{"--reject", Verdict::rejected}})
    for (const std::string& id : arguments.values(option))
      reviews.corrections.emplace_back(id, Review{verdict});
}

bool addSpeakers(const Arguments& arguments, GivenReviews& reviews, Console& console) {
  for (const std::string& given : arguments.values("--speaker"))
    if (const auto one = numbered(given)) {
      reviews.corrections.emplace_back(
          one->first, Review{evidence::Correction::Verdict::none, one->second, std::nullopt});
    } else if (given.empty() || given.find('=') != std::string::npos) {
      console.sayError(
          "--speaker takes ID=NAME or a name, not `" + given + "`",
          "`--speaker \"4=Mina Orr\"` corrects statement 4 (nothing after the sign: it is not clear "
          "who speaks), `--speaker Orr` shows what Orr says");
      return false;
    } else {
      reviews.shown.speakers.push_back(given);
    }
  return true;
}

bool addKinds(const Arguments& arguments, GivenReviews& reviews, Console& console) {
  for (const std::string& given : arguments.values("--kind")) {
    const auto one = numbered(given);
    const auto kind = kindNamed(one ? one->second : given, console);
    if (!kind)
      return false;
    if (one)
      reviews.corrections.emplace_back(one->first,
                                       Review{evidence::Correction::Verdict::none, std::nullopt, kind});
    else
      reviews.shown.kinds.push_back(*kind);
  }
  return true;
}

} // namespace

std::optional<GivenReviews> givenReviews(const Arguments& arguments, Console& console) {
  GivenReviews reviews;
  addVerdicts(arguments, reviews);
  if (!addSpeakers(arguments, reviews, console) || !addKinds(arguments, reviews, console))
    return std::nullopt;
  reviews.shown.since = arguments.value("--since");
  if (arguments.has("--since") && !evidence::isDate(reviews.shown.since)) {
    console.sayError("--since takes a date such as 2031-04-08, 2031-04 or 2031, not `" + reviews.shown.since +
                     '`');
    return std::nullopt;
  }
  return reviews;
}

} // namespace stasis::cli
