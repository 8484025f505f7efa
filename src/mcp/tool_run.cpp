#include "mcp/tool_run.h"

#include "files/descriptor.h"
#include "mcp/fit.h"

#include <fcntl.h>

#include <algorithm>

namespace stasis::mcp {

namespace {

using How = studio::ChildEnd::How;

constexpr std::size_t mostSaid = 2000;
constexpr std::size_t mostCounts = 40;

/// The problem with a call, for the caller.
struct Wrong {
  ToolAnswer answer;
};

/// A text that a process can open by name; it disappears with its owner.
class Kept {
public:
  explicit Kept(const std::string& text) {
    std::string name = "/tmp/stasis-mcp-XXXXXX";
    const files::Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    path_ = file ? name : "";
    for (std::size_t at = 0; file && at < text.size();) {
      const ssize_t n = ::write(file.get(), text.data() + at, text.size() - at);
      if (n <= 0)
        break;
      at += static_cast<std::size_t>(n);
    }
  }
  ~Kept() {
    if (!path_.empty())
      ::unlink(path_.c_str());
  }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;

  const std::string& path() const { return path_; }

private:
  std::string path_;
};

std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most)
    return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
    --most;
  return text.substr(0, most) + "…";
}

// --- arguments

GivenText textOf(const Json& given, const std::string& name, Texts& texts) {
  const auto only = [&](const char* member) {
    return given.contains(member) && given[member].is_string() && given.size() == 1;
  };
  auto found = [&]() -> std::variant<GivenText, Refusal> {
    if (given.is_string())
      return texts.given(given.get<std::string>());
    if (given.is_object() && only("text"))
      return texts.given(given["text"].get<std::string>());
    if (given.is_object() && only("path"))
      return texts.file(given["path"].get<std::string>());
    if (given.is_object() && only("gallery"))
      return texts.gallery(given["gallery"].get<std::string>());
    throw Wrong{wrongUse("`" + name + "` is one of {\"text\": …}, {\"path\": …} and {\"gallery\": …}")};
  }();
  if (auto* refusal = std::get_if<Refusal>(&found))
    throw Wrong{refused(*refusal)};
  return std::move(std::get<GivenText>(found));
}

std::string valueOf(const Json& value, const ToolOption& option) {
  const bool number =
      value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
  if (option.kind == ToolOption::Kind::number && number)
    return value.dump();
  if (option.kind == ToolOption::Kind::text && value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (text.find('\0') == std::string::npos && text.size() <= (std::size_t{32} << 10U))
      return text;
  }
  throw Wrong{wrongUse("`" + option.name + "` is " +
                       (option.kind == ToolOption::Kind::number ? "a whole number from 0" : "a text"))};
}

void addWords(std::vector<std::string>& words, const ToolOption& option, const Json& value) {
  const std::string flag = "--" + option.name;
  if (option.kind == ToolOption::Kind::flag) {
    if (!value.is_boolean())
      throw Wrong{wrongUse("`" + option.name + "` is true or false")};
    if (value.get<bool>())
      words.push_back(flag);
  } else if (value.is_array() && option.many) {
    for (const Json& one : value)
      words.push_back(flag + "=" + valueOf(one, option));
  } else {
    words.push_back(flag + "=" + valueOf(value, option));
  }
}

bool isOwn(const std::string& name) { return name == "part" || name == "from"; }

/// The words of a command line; the caller adds the texts.
std::vector<std::string> optionWords(const Tool& tool, const Json& arguments) {
  std::vector<std::string> words;
  for (const auto& [name, value] : arguments.items()) {
    const auto option = std::ranges::find(tool.options, name, &ToolOption::name);
    const auto text = std::ranges::find(tool.texts, name, &ToolText::name);
    if (option == tool.options.end() && text == tool.texts.end() && !isOwn(name))
      throw Wrong{wrongUse("`" + tool.name + "` has no argument `" + shortened(name, 60) + "`",
                           "tools/list has its schema")};
    if (option != tool.options.end())
      addWords(words, *option, value);
  }
  return words;
}

// --- answers

std::string statusOf(const studio::ChildEnd& end) {
  switch (end.how) {
  case How::stopped: return "stopped";
  case How::tookTooLong:
  case How::saidTooMuch:
  case How::noRoom: return "limit";
  case How::crashed:
  case How::notStarted: return "internal";
  case How::exited: break;
  }
  switch (end.status) {
  case 0: return "done";
  case 1: return "wrong";
  case 2: return "usage";
  case 3: return "limit";
  case 130: return "stopped";
  default: return "internal";
  }
}

std::string saidBy(const studio::ChildEnd& end) {
  switch (end.how) {
  case How::tookTooLong: return end.err + "it took too long and was ended";
  case How::saidTooMuch: return end.err + "its answer was too large; ask for fewer states";
  case How::crashed:
    return "it ended by signal " + std::to_string(end.status) + "; this is a defect of stasis";
  case How::noRoom: return "the system allows no more processes (`ulimit -u` shows how many there may be)";
  case How::notStarted: return "it could not be started";
  default: return end.err;
  }
}

/// Puts in the part of `whole` that was asked for, cut to size, with the counts of the whole.
void put(ToolAnswer& answer, const Json& whole, const Json& arguments) {
  if (arguments.contains("part") && !arguments["part"].is_string()) {
    answer = wrongUse("`part` is a JSON Pointer such as /feasible");
    return;
  }
  const std::string part = arguments.value("part", "");
  const auto from = arguments.contains("from") && arguments["from"].is_number_unsigned()
                        ? arguments["from"].get<std::size_t>()
                        : 0;
  const auto asked = partOf(whole, part);
  if (!asked) {
    answer = wrongUse("the answer has no part `" + shortened(part, 100) + "`",
                      "`counts` and `more` of the first answer name its parts");
    return;
  }
  // What is cut is named, all of it; a shorter answer is cut in fewer places.
  Fitted fitted = fit(*asked, mostAnswer, part, from);
  for (std::size_t most = mostAnswer / 2; fitted.cuts.size() > mostCounts && most > 0; most /= 2)
    fitted = fit(*asked, most, part, from);
  answer.structured["counts"] = countsOf(whole, mostCounts);
  Json more = Json::array();
  for (const Cut& cut : fitted.cuts)
    more.push_back({{"part", cut.part}, {"from", cut.from}, {"of", cut.of}});
  answer.structured["more"] = std::move(more);
  answer.structured["result"] = std::move(fitted.value);
}

ToolAnswer answerOf(const Tool& tool, const studio::ChildEnd& end, const Json& arguments) {
  ToolAnswer answer;
  answer.structured["status"] = statusOf(end);
  answer.isError = answer.structured["status"] != "done";
  Json whole = tool.answersJson ? Json::parse(end.out, nullptr, false) : Json(end.out);
  if (whole.is_discarded())
    whole = end.out.empty() ? Json() : Json(end.out);
  if (whole.is_object() && whole.value("schema", "") == "stasis/problems-1") {
    answer.structured["counts"] = {{"/problems", whole["problems"].size()}};
    answer.structured["more"] = Json::array();
    answer.structured["result"] = nullptr;
    answer.structured["problems"] = fit(whole["problems"], mostAnswer).value;
    return answer;
  }
  put(answer, whole, arguments);
  const std::string said = shortened(saidBy(end), mostSaid);
  if (!said.empty())
    answer.structured["said"] = said;
  // An expectation that failed, or a fault that was found, is an answer and not a failure of the call.
  if (tool.answersJson && answer.structured["status"] == "wrong" && whole.is_object())
    answer.isError = false;
  return answer;
}

void addProof(const Tool& tool, ToolAnswer& answer) {
  if (answer.structured["status"] != "done")
    return;
  if (tool.name == "explain")
    answer.structured["proof"] =
        "the result is a certificate: `verify` checks it from the model alone, by other code";
  else if (tool.name == "verify")
    answer.structured["proof"] =
        "each claim was checked from the model by code that shares nothing with the engines";
  else if (tool.name == "read" || tool.name == "draft")
    answer.structured["proof"] =
        "every statement carries the words it rests on and their bytes in the report";
  else if (!tool.texts.empty() && tool.texts.front().name == "model")
    answer.structured["proof"] = "`explain` gives for any state a certificate of its verdicts; `check` finds "
                                 "the words cited for each line";
}

} // namespace

ToolAnswer wrongUse(const std::string& message, const std::string& help) {
  Json problem{{"severity", "error"}, {"message", message}};
  if (!help.empty())
    problem["help"] = help;
  return {{{"status", "usage"},
           {"counts", Json::object()},
           {"more", Json::array()},
           {"result", nullptr},
           {"problems", Json::array({problem})}},
          true};
}

ToolAnswer refused(const Refusal& refusal) {
  ToolAnswer answer = wrongUse(refusal.message, refusal.help);
  answer.structured["status"] = "wrong";
  return answer;
}

ToolAnswer told(const Json& value, const Json& arguments) {
  ToolAnswer answer;
  answer.structured["status"] = "done";
  put(answer, value, arguments);
  return answer;
}

ToolAnswer runTool(const Tool& tool, const Json& arguments, Texts& texts, const Settings& settings,
                   const std::stop_token& stop, const Progress& progress) {
  try {
    std::vector<std::string> words = optionWords(tool, arguments);
    std::vector<GivenText> given;
    for (const ToolText& text : tool.texts) {
      if (!arguments.contains(text.name))
        throw Wrong{wrongUse("`" + text.name + "` is missing", text.help)};
      given.push_back(textOf(arguments[text.name], text.name, texts));
    }
    std::optional<Kept> second;
    if (given.size() > 1) {
      second.emplace(given[1].text);
      if (second->path().empty())
        throw Wrong{wrongUse("no file can be made in /tmp")};
      words.insert(words.begin(), second->path());
    }
    if (!given.empty())
      words.insert(words.begin(), "-");
    words.insert(words.begin(), tool.name);
    if (tool.answersJson)
      words.emplace_back("--format=json");
    if (tool.takesTimeout)
      words.push_back("--timeout=" + settings.timeout);
    studio::ChildTask task{words, given.empty() ? "" : given[0].text, given.empty() ? "/" : given[0].folder,
                           given.empty() ? "/proc/self/nowhere" : given[0].within};
    double steps = 0;
    const auto tell = [&](std::string_view record) {
      const Json read = Json::parse(record, nullptr, false);
      if (progress && read.is_object())
        progress(read.value("phase", ""), ++steps, 0);
    };
    const auto run = [&] { return studio::runChild(studio::thisProgram, task, settings.limits, stop, tell); };
    ToolAnswer answer = answerOf(tool, studio::withRoom(run, stop, {}), arguments);
    addProof(tool, answer);
    return answer;
  } catch (Wrong& wrong) {
    return std::move(wrong.answer);
  } catch (const std::exception& defect) {
    ToolAnswer answer = wrongUse(std::string("internal: ") + defect.what());
    answer.structured["status"] = "internal";
    return answer;
  }
}

} // namespace stasis::mcp
