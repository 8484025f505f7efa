#include "studio/run_answer.h"

#include <nlohmann/json.hpp>

namespace stasis::studio {

using How = ChildEnd::How;
using Json = nlohmann::ordered_json;

namespace {

std::string quoted(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

int exitOf(const ChildEnd& end) {
  switch (end.how) {
  case How::exited: return end.status;
  case How::stopped: return 130;
  case How::tookTooLong:
  case How::saidTooMuch:
  case How::noRoom: return 3;
  case How::crashed:
  case How::notStarted: break;
  }
  return 70;
}

struct Said {
  std::string message; ///< empty: it ended by itself
  std::string help;
};

Said why(const ChildEnd& end) {
  switch (end.how) {
  case How::exited: return {};
  case How::stopped: return {"stopped", ""};
  case How::tookTooLong:
    return {"it took too long and was ended", "ask for less, or start the studio with a longer --timeout"};
  case How::saidTooMuch: return {"the answer is too large", "ask for fewer states: --where, --list"};
  case How::crashed:
    return {"internal: ended by signal " + std::to_string(end.status),
            "this is a defect of stasis; please send the model and what was asked of it"};
  case How::noRoom:
    return {"the system allows no more processes",
            "close other programs, or raise the limit: `ulimit -u` shows how many there may be"};
  case How::notStarted: return {"it could not be started", ""};
  }
  return {};
}

std::string asText(const Said& said) {
  if (said.message.empty())
    return {};
  return "error: " + said.message + "\n" + (said.help.empty() ? "" : "help: " + said.help + "\n");
}

std::string asProblems(const Said& said) {
  const Json problem{{"severity", "error"}, {"message", said.message}, {"help", said.help}};
  return Json{{"schema", "stasis/problems-1"}, {"problems", Json::array({problem})}}.dump();
}

/// Whether these are problems in place of an answer (`stasis/problems-1`).
bool isProblems(const std::string& answer) {
  if (answer.find("stasis/problems-1") > 100) // its schema is the first key
    return false;
  const auto read = nlohmann::json::parse(answer);
  return read.is_object() && read.value("schema", "") == "stasis/problems-1";
}

std::string_view word(JobNews::State state) {
  switch (state) {
  case JobNews::State::queued: return "queued";
  case JobNews::State::running: return "running";
  case JobNews::State::done: return "done";
  case JobNews::State::stopped: return "stopped";
  }
  return "";
}

} // namespace

std::string saidBy(const ChildEnd& end) { return end.err + asText(why(end)); }

std::string endJson(const ChildEnd* end) {
  if (end == nullptr)
    return R"("exit":null,"result":null,"text":"","stderr":"")";
  const bool json = !end->out.empty() && (end->out.front() == '{' || end->out.front() == '[') &&
                    nlohmann::json::accept(end->out);
  const bool problems = json && isProblems(end->out);
  std::string out = "\"exit\":" + std::to_string(exitOf(*end)) + ",\"result\":";
  out.append(json && !problems ? end->out : "null");
  if (problems)
    out.append(",\"problems\":").append(end->out);
  else if (const Said said = why(*end); !said.message.empty())
    out.append(",\"problems\":").append(asProblems(said));
  out.append(",\"text\":").append(json ? "\"\"" : quoted(end->out));
  return out + ",\"stderr\":" + quoted(saidBy(*end));
}

std::string newsJson(const JobNews& news) {
  const bool told = !news.progress.empty() && nlohmann::json::accept(news.progress);
  return "{\"state\":\"" + std::string(word(news.state)) + "\",\"seq\":" + std::to_string(news.seq) +
         ",\"progress\":" + (told ? news.progress : "null") + "," + endJson(news.end.get()) + "}";
}

} // namespace stasis::studio
