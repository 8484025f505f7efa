#include "rpc/message.h"

#include <nlohmann/json.hpp>

namespace stasis::rpc {

namespace {

constexpr int mostNesting = 60;

Message malformed(Failure failure, std::string problem, std::string id = "null") {
  Message message;
  message.id = std::move(id);
  message.failure = failure;
  message.problem = std::move(problem);
  return message;
}

bool isId(const Json& id) { return id.is_string() || id.is_number(); }

Json answer(const std::string& id) {
  Json message;
  message["jsonrpc"] = "2.0";
  message["id"] = Json::parse(id, nullptr, false);
  return message;
}

Message readObject(Json& json) {
  const auto id = json.find("id");
  const bool hasId = id != json.end() && isId(*id);
  const std::string idText = hasId ? textOf(*id) : "null";
  if (id != json.end() && !hasId && !id->is_null())
    return malformed(Failure::invalidRequest, "the id of a message is a number or a text");
  const auto version = json.find("jsonrpc");
  if (version == json.end() || *version != "2.0")
    return malformed(Failure::invalidRequest, "a message has \"jsonrpc\": \"2.0\"", idText);
  Message message;
  message.id = idText;
  if (!json.contains("method")) {
    if (!hasId || (!json.contains("result") && !json.contains("error")))
      return malformed(Failure::invalidRequest, "a message has a method, or the id and result of an answer",
                       idText);
    message.kind = Message::Kind::response;
    if (json.contains("result"))
      message.result = std::make_shared<const Json>(std::move(json["result"]));
    return message;
  }
  if (!json["method"].is_string())
    return malformed(Failure::invalidRequest, "the method of a message is a text", idText);
  message.kind = hasId ? Message::Kind::request : Message::Kind::notification;
  message.method = json["method"].get<std::string>();
  Json parameters = json.contains("params") ? std::move(json["params"]) : Json();
  if (!parameters.is_structured() && !parameters.is_null())
    return malformed(Failure::invalidRequest, "the parameters of a message are an object or an array",
                     idText);
  message.parameters = std::make_shared<const Json>(std::move(parameters));
  return message;
}

} // namespace

std::string textOf(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Message readMessage(std::string_view body) {
  bool deep = false;
  const auto bounded = [&deep](int depth, Json::parse_event_t, Json&) {
    deep = deep || depth > mostNesting;
    return depth <= mostNesting;
  };
  Json json = Json::parse(body, bounded, false);
  if (deep)
    return malformed(Failure::invalidRequest, "the message is nested deeper than 60 levels");
  if (json.is_discarded())
    return malformed(Failure::parse, "the message is not JSON in UTF-8");
  if (!json.is_object())
    return malformed(Failure::invalidRequest, "a message is one JSON object");
  return readObject(json);
}

std::string resultOf(const std::string& id, const Json& result) {
  // Written around the result, which may be large, so that it is not copied into a message.
  return R"({"id":)" + textOf(answer(id)["id"]) + R"(,"jsonrpc":"2.0","result":)" + textOf(result) + "}";
}

std::string failureOf(const std::string& id, Failure failure, std::string_view problem) {
  return failureOf(id, static_cast<int>(failure), problem, Json());
}

std::string failureOf(const std::string& id, int code, std::string_view problem, const Json& data) {
  Json message = answer(id);
  message["error"] = {{"code", code}, {"message", problem}};
  if (!data.is_null())
    message["error"]["data"] = data;
  return textOf(message);
}

std::string notification(std::string_view method, const Json& parameters) {
  return textOf({{"jsonrpc", "2.0"}, {"method", method}, {"params", parameters}});
}

std::string request(const std::string& id, std::string_view method, const Json& parameters) {
  Json message = answer(id);
  message["method"] = method;
  message["params"] = parameters;
  return textOf(message);
}

} // namespace stasis::rpc
