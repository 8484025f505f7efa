#include "mcp/methods.h"

#include "mcp/prompts.h"
#include "mcp/resources.h"
#include "mcp/schemas.h"

#include <algorithm>
#include <array>

namespace stasis::mcp {

namespace {

constexpr std::array<std::string_view, 4> handshakeVersions{"2025-11-25", "2025-06-18", "2025-03-26",
                                                            "2024-11-05"};
constexpr const char* versionKey = "io.modelcontextprotocol/protocolVersion";
constexpr int resourceMissing = -32002;
constexpr int keepFor = 60000; // milliseconds

/// An error of the protocol.
struct Failed {
  int code;
  std::string message;
  Json data = {};
};

Failed wrongParameters(const std::string& message) {
  return {static_cast<int>(rpc::Failure::invalidParameters), message};
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string message(const std::string& id, const char* member, const Json& value) {
  return R"({"jsonrpc":"2.0","id":)" + id + ",\"" + member + "\":" + dumped(value) + "}";
}

std::string failure(const std::string& id, const Failed& failed) {
  Json error{{"code", failed.code}, {"message", failed.message}};
  if (!failed.data.is_null())
    error["data"] = failed.data;
  return message(id, "error", error);
}

std::string textIn(const Json& parameters, const char* name) {
  if (!parameters.is_object() || !parameters.contains(name) || !parameters[name].is_string())
    throw wrongParameters(std::string("`") + name + "` is a text that is needed");
  return parameters[name].get<std::string>();
}

bool isCacheable(std::string_view method) {
  return method == "server/discover" || method == "resources/read" || method.ends_with("/list");
}

Json annotated(const Tool& tool, bool folder) {
  return {{"name", tool.name},
          {"title", tool.summary},
          {"description", tool.about},
          {"inputSchema", inputSchema(tool, folder)},
          {"outputSchema", answerSchema()},
          {"annotations",
           {{"readOnlyHint", true},
            {"destructiveHint", false},
            {"idempotentHint", true},
            {"openWorldHint", false}}}};
}

} // namespace

std::string versionIn(const rpc::Json& parameters) {
  if (!parameters.is_object() || !parameters.contains("_meta") || !parameters["_meta"].is_object())
    return "";
  const auto& meta = parameters["_meta"];
  return meta.contains(versionKey) && meta[versionKey].is_string() ? meta[versionKey].get<std::string>() : "";
}

bool isSpoken(std::string_view version) {
  return version == newestVersion || std::ranges::find(handshakeVersions, version) != handshakeVersions.end();
}

Methods::Methods(const Settings& settings, Texts& texts) : settings_(settings), texts_(texts) {}

std::string Methods::answer(const rpc::Message& request, const std::stop_token& stop, const Send& send) {
  const std::string version = versionIn(*request.parameters);
  try {
    if (!version.empty() && version != newestVersion)
      throw Failed{unsupportedVersion,
                   "version " + version.substr(0, 40) + " is not spoken here",
                   {{"supported", Json::array({newestVersion})}, {"requested", version}}};
    Json result = resultOf(request.method, Json(*request.parameters), stop, send);
    if (stop.stop_requested())
      return "";
    if (!version.empty()) {
      result["resultType"] = "complete";
      if (isCacheable(request.method))
        result.update({{"ttlMs", keepFor}, {"cacheScope", "private"}});
    }
    return message(request.id, "result", result);
  } catch (Failed& failed) {
    if (failed.code == resourceMissing && !version.empty())
      failed.code = static_cast<int>(rpc::Failure::invalidParameters); // the code of that era
    return failure(request.id, failed);
  } catch (const std::exception& defect) {
    return failure(request.id,
                   {static_cast<int>(rpc::Failure::internal), std::string("internal: ") + defect.what()});
  }
}

std::string Methods::cancelledBy(const rpc::Message& notification) {
  const auto& parameters = *notification.parameters;
  if (notification.method != "notifications/cancelled" || !parameters.is_object() ||
      !parameters.contains("requestId"))
    return "";
  return rpc::textOf(parameters["requestId"]);
}

Json Methods::resultOf(const std::string& method, const Json& parameters, const std::stop_token& stop,
                       const Send& send) {
  const auto cursor = [&]() -> std::string {
    return parameters.is_object() && parameters.contains("cursor") ? textIn(parameters, "cursor") : "";
  };
  if (method == "initialize")
    return initialize(parameters);
  if (method == "server/discover")
    return discover();
  if (method == "ping")
    return Json::object();
  if (method == "tools/list")
    return tools();
  if (method == "tools/call")
    return call(parameters, stop, send);
  if (method == "resources/list") {
    if (auto list = resourceList(texts_, cursor()))
      return std::move(*list);
    throw wrongParameters("the cursor is none of this server");
  }
  if (method == "resources/templates/list")
    return resourceTemplates(texts_.hasFolder());
  if (method == "resources/read") {
    const std::string uri = textIn(parameters, "uri");
    if (auto read = readResource(uri, texts_))
      return std::move(*read);
    throw Failed{resourceMissing, "there is nothing at `" + uri.substr(0, 200) + "`", {{"uri", uri}}};
  }
  if (method == "prompts/list")
    return promptList();
  if (method == "prompts/get") {
    const std::string name = textIn(parameters, "name");
    Prompted prompted = prompt(name, parameters.value("arguments", Json::object()));
    if (prompted.result)
      return std::move(*prompted.result);
    throw wrongParameters(prompted.problem);
  }
  throw Failed{static_cast<int>(rpc::Failure::unknownMethod),
               "`" + method.substr(0, 200) + "` is not answered here"};
}

Json Methods::capabilities() const {
  return {{"tools", Json::object()}, {"resources", Json::object()}, {"prompts", Json::object()}};
}

std::string Methods::instructions() const {
  return "Stasis computes which outcomes of a conflict can hold, for whom, and why, from a model in its own "
         "small language "
         "(stasis://docs/language.md). Give a model as {\"text\": …}, {\"gallery\": NAME} or, where there is "
         "a folder, {\"path\": …}. "
         "Answers have `counts` first; `more` says what was left out and how to ask for it (`part`, `from`). "
         "If a model is wrong, the "
         "`problems` carry fixes: mend it and ask again. Say of a result what it rests on: a model of what "
         "was said, not a forecast.";
}

Json Methods::initialize(const Json& parameters) const {
  const std::string asked = textIn(parameters, "protocolVersion");
  const bool known = std::ranges::find(handshakeVersions, asked) != handshakeVersions.end();
  return {{"protocolVersion", known ? asked : std::string(handshakeVersions.front())},
          {"capabilities", capabilities()},
          {"serverInfo", {{"name", "stasis"}, {"title", "Stasis"}, {"version", settings_.version}}},
          {"instructions", instructions()}};
}

Json Methods::discover() const {
  Json versions = Json::array({newestVersion});
  for (const auto version : handshakeVersions)
    versions.push_back(version);
  return {{"supportedVersions", std::move(versions)},
          {"capabilities", capabilities()},
          {"serverInfo", {{"name", "stasis"}, {"title", "Stasis"}, {"version", settings_.version}}},
          {"instructions", instructions()}};
}

Json Methods::tools() const {
  Json all = ownTools(texts_.hasFolder(), settings_.mayWrite);
  for (const Tool& tool : settings_.tools)
    all.push_back(annotated(tool, texts_.hasFolder()));
  return {{"tools", std::move(all)}};
}

Json Methods::call(const Json& parameters, const std::stop_token& stop, const Send& send) {
  const std::string name = textIn(parameters, "name");
  const Json arguments = parameters.contains("arguments") ? parameters["arguments"] : Json::object();
  if (!arguments.is_object())
    throw wrongParameters("`arguments` is an object");
  const Json meta = parameters.value("_meta", Json::object());
  const Json token = meta.is_object() && meta.contains("progressToken") ? meta["progressToken"] : Json();
  const auto progress = [&](const std::string& phase, double done, double) {
    send(dumped({{"jsonrpc", "2.0"},
                 {"method", "notifications/progress"},
                 {"params", {{"progressToken", token}, {"progress", done}, {"message", phase}}}}));
  };
  auto answer = runOwnTool(name, arguments, texts_, settings_, stop);
  if (!answer) {
    const auto tool = std::ranges::find(settings_.tools, name, &Tool::name);
    if (tool == settings_.tools.end())
      throw wrongParameters("there is no tool `" + name.substr(0, 100) + "`");
    answer =
        runTool(*tool, arguments, texts_, settings_, stop, token.is_null() ? Progress() : Progress(progress));
  }
  return {{"content", {{{"type", "text"}, {"text", dumped(answer->structured)}}}},
          {"structuredContent", answer->structured},
          {"isError", answer->isError}};
}

} // namespace stasis::mcp
