#include "mcp/schemas.h"

namespace stasis::mcp {

namespace {

Json optionSchema(const ToolOption& option) {
  Json one = Json::object();
  switch (option.kind) {
  case ToolOption::Kind::flag: one["type"] = "boolean"; break;
  case ToolOption::Kind::number:
    one["type"] = "integer";
    one["minimum"] = 0;
    break;
  case ToolOption::Kind::text: one["type"] = "string"; break;
  }
  if (!option.choices.empty())
    one["enum"] = option.choices;
  if (option.many)
    one = {{"anyOf", {one, {{"type", "array"}, {"items", one}}}}};
  one["description"] = option.help;
  return one;
}

Json member(const char* type, const char* help) { return {{"type", type}, {"description", help}}; }

} // namespace

Json textSchema(const std::string& help, bool folder) {
  Json properties{{"text", member("string", "the text itself")}};
  if (folder)
    properties["path"] = member("string", "a file below the folder of this server; `list_models` lists them");
  properties["gallery"] =
      member("string", "a published conflict, or NAME/report.txt beside it; `list_models` lists them");
  return {{"type", "object"},
          {"description", help + "; give one of its members"},
          {"properties", std::move(properties)},
          {"additionalProperties", false},
          {"minProperties", 1},
          {"maxProperties", 1}};
}

Json inputSchema(const Tool& tool, bool folder) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const ToolText& text : tool.texts) {
    properties[text.name] = textSchema(text.help, folder);
    required.push_back(text.name);
  }
  for (const ToolOption& option : tool.options)
    properties[option.name] = optionSchema(option);
  properties["part"] =
      member("string", "of a long answer: only what is at this place, a JSON Pointer such as /feasible");
  properties["from"] = {
      {"type", "integer"}, {"minimum", 0}, {"description", "of that part: from this item on"}};
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

Json answerSchema() {
  Json cut{{"type", "object"},
           {"properties",
            {{"part", {{"type", "string"}}}, {"from", {{"type", "integer"}}}, {"of", {{"type", "integer"}}}}},
           {"required", {"part", "from", "of"}}};
  return {{"type", "object"},
          {"properties",
           {{"status",
             {{"type", "string"}, {"enum", {"done", "wrong", "usage", "limit", "internal", "stopped"}}}},
            {"counts", member("object", "how long the lists of the whole answer are, by place")},
            {"more",
             {{"type", "array"},
              {"items", cut},
              {"description", "what is left out: ask again with this part and from"}}},
            {"result", {{"description", "the answer, or the part of it that was asked for"}}},
            {"problems",
             {{"type", "array"},
              {"items", {{"type", "object"}}},
              {"description", "what is wrong or doubtful in the model, with fixes"}}},
            {"said", member("string", "what else the program says")},
            {"proof", member("string", "how to check the claims of this answer")}}},
          {"required", {"status", "counts", "more", "result"}}};
}

} // namespace stasis::mcp
