#include "mcp/own_tools.h"

#include "mcp/schemas.h"

#include <algorithm>

namespace stasis::mcp {

namespace {

Json partSchemas() {
  return {
      {"part",
       {{"type", "string"}, {"description", "of a long answer: only what is at this place, a JSON Pointer"}}},
      {"from",
       {{"type", "integer"}, {"minimum", 0}, {"description", "of that part: from this item or byte on"}}}};
}

Json tool(const char* name, const char* title, const char* about, Json input, bool writes) {
  return {{"name", name},
          {"title", title},
          {"description", about},
          {"inputSchema", std::move(input)},
          {"outputSchema", answerSchema()},
          {"annotations",
           {{"readOnlyHint", !writes},
            {"destructiveHint", false},
            {"idempotentHint", !writes},
            {"openWorldHint", false}}}};
}

ToolAnswer listModels(const Json& arguments, Texts& texts) {
  Json gallery = Json::array();
  for (const auto& entry : texts.conflicts())
    gallery.push_back({{"gallery", entry.name}, {"title", entry.title}});
  Json files = Json::array();
  const studio::Listing listing = texts.files();
  for (const auto& entry : listing.entries) {
    files.push_back({{"path", entry.path}, {"kind", entry.kind}, {"size", entry.size}});
    if (!entry.problem.empty())
      files.back()["problem"] = entry.problem;
  }
  Json all{{"gallery", std::move(gallery)}, {"files", std::move(files)}};
  if (!listing.whole)
    all["left_out"] = "files that lie deeper, or are too many";
  return told(all, arguments);
}

ToolAnswer readText(const Json& arguments, Texts& texts) {
  const bool ofGallery = arguments.contains("gallery") && arguments["gallery"].is_string();
  if (ofGallery) {
    const auto name = arguments["gallery"].get<std::string>();
    const auto text = texts.galleryText(name);
    return text ? told({{"gallery", name}, {"text", *text}}, arguments)
                : refused({Refusal::Why::missing, "the gallery has no `" + name.substr(0, 100) + "`",
                           "`list_models` lists it"});
  }
  if (!arguments.contains("path") || !arguments["path"].is_string())
    return wrongUse("give a `path` or a `gallery` name", "`list_models` lists both");
  const auto path = arguments["path"].get<std::string>();
  const auto read = texts.read(path);
  if (const auto* refusal = std::get_if<Refusal>(&read))
    return refused(*refusal);
  const auto& file = std::get<studio::FolderText>(read);
  return told({{"path", path}, {"revision", file.revision}, {"text", file.text}}, arguments);
}

/// The result of `check` on the new text.
Json checked(const std::string& path, Texts& texts, const Settings& settings, const std::stop_token& stop) {
  const auto check = std::ranges::find(settings.tools, "check", &Tool::name);
  if (check == settings.tools.end() || !path.ends_with(".conflict"))
    return nullptr;
  return runTool(*check, {{"model", {{"path", path}}}}, texts, settings, stop, {}).structured["result"];
}

ToolAnswer writeModel(const Json& arguments, Texts& texts, const Settings& settings,
                      const std::stop_token& stop) {
  const auto isText = [&](const char* name) {
    return arguments.contains(name) && arguments[name].is_string();
  };
  if (!isText("path") || !isText("text"))
    return wrongUse("`path` and `text` are needed", "`revision` too, for a file that is there");
  if (arguments.contains("revision") && !arguments["revision"].is_null() && !isText("revision"))
    return wrongUse("`revision` is the text that `read_text` gave, or left out for a new file");
  if (!settings.mayWrite)
    return refused(
        {Refusal::Why::forbidden, "this server writes no file", "start it as `stasis mcp FOLDER --write`"});
  const auto path = arguments["path"].get<std::string>();
  const auto revision =
      isText("revision") ? std::optional(arguments["revision"].get<std::string>()) : std::nullopt;
  const auto written = texts.write(path, arguments["text"].get<std::string>(), revision);
  if (const auto* refusal = std::get_if<Refusal>(&written))
    return refused(*refusal);
  const auto& now = std::get<studio::Written>(written);
  Json answer{{"path", path}, {"revision", now.revision}, {"check", checked(path, texts, settings, stop)}};
  if (!now.notKept.empty())
    answer["not_kept"] = now.notKept;
  return told(answer, arguments);
}

} // namespace

Json ownTools(bool folder, bool mayWrite) {
  Json list{{"type", "object"}, {"properties", partSchemas()}, {"additionalProperties", false}};
  Json read = list;
  read["properties"]["gallery"] = {{"type", "string"},
                                   {"description", "a published conflict, or NAME/report.txt beside it"}};
  if (folder)
    read["properties"]["path"] = {{"type", "string"},
                                  {"description", "a file below the folder of this server"}};
  Json all = Json::array();
  all.push_back(tool("list_models", "What there is",
                     "Lists the published conflicts of the gallery and the models and reports of the folder.",
                     list, false));
  all.push_back(tool("read_text", "Read a text",
                     "Gives the text of a model or report, of a file with its revision.", read, false));
  if (!mayWrite)
    return all;
  Json write{{"type", "object"},
             {"properties",
              {{"path",
                {{"type", "string"},
                 {"description", "where, below the folder of this server: .conflict, .txt or .md"}}},
               {"text", {{"type", "string"}, {"description", "the whole text"}}},
               {"revision",
                {{"type", "string"},
                 {"description", "of the text you have read there; leave it out for a new file"}}}}},
             {"required", {"path", "text"}},
             {"additionalProperties", false}};
  all.push_back(tool("write_model", "Write a file",
                     "Writes a model into the folder, whole or not at all: a new file, or one that is still "
                     "as you have read it "
                     "(its revision). Answers with what `check` says of it.",
                     write, true));
  return all;
}

std::optional<ToolAnswer> runOwnTool(const std::string& name, const Json& arguments, Texts& texts,
                                     const Settings& settings, const std::stop_token& stop) {
  if (name == "list_models")
    return listModels(arguments, texts);
  if (name == "read_text")
    return readText(arguments, texts);
  if (name == "write_model")
    return writeModel(arguments, texts, settings, stop);
  return std::nullopt;
}

} // namespace stasis::mcp
