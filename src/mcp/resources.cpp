#include "mcp/resources.h"

#include "model/concept.h"
#include "studio/embedded.h"

#include <charconv>

namespace stasis::mcp {

namespace {

constexpr std::size_t pageSize = 100;
constexpr std::string_view gallery = "stasis://gallery/";
constexpr std::string_view docs = "stasis://docs/";
constexpr std::string_view files = "stasis://folder/";
constexpr std::string_view conceptTable = "stasis://concepts";

Json entry(std::string uri, const std::string& name, const std::string& about, const char* type) {
  return {{"uri", std::move(uri)}, {"name", name}, {"description", about}, {"mimeType", type}};
}

const char* typeOf(std::string_view path) {
  return path.ends_with(".md")     ? "text/markdown"
         : path.ends_with(".gmcr") ? "application/json"
                                   : "text/plain";
}

std::string conceptsText() {
  Json all = Json::array();
  for (const auto& row : model::allConcepts())
    all.push_back({{"key", row.key}, {"name", row.name}, {"title", row.title}, {"source", row.source}});
  return all.dump(2);
}

Json everything(Texts& texts) {
  Json all = Json::array();
  all.push_back(entry("stasis://docs/language.md", "language", "the whole modelling language, with examples",
                      "text/markdown"));
  all.push_back(entry(std::string(conceptTable), "concepts", "the solution concepts, with their sources",
                      "application/json"));
  for (const auto& one : texts.conflicts())
    all.push_back(entry(std::string(gallery) + one.name, one.name, one.title, "text/plain"));
  for (const auto& page : studio::embeddedDocs())
    if (std::string_view(page.name) != "language.md")
      all.push_back(
          entry(std::string(docs) + page.name, page.name, "a page of the documentation", "text/markdown"));
  for (const auto& file : texts.files().entries)
    if (file.problem.empty())
      all.push_back(entry(std::string(files) + file.path, file.path, file.kind, typeOf(file.path)));
  return all;
}

} // namespace

std::optional<Json> resourceList(Texts& texts, const std::string& cursor) {
  std::size_t from = 0;
  const auto [rest, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), from);
  if (!cursor.empty() && (error != std::errc() || rest != cursor.data() + cursor.size()))
    return std::nullopt;
  const Json all = everything(texts);
  Json page = Json::array();
  for (std::size_t i = from; i < all.size() && page.size() < pageSize; ++i)
    page.push_back(all[i]);
  Json list{{"resources", std::move(page)}};
  if (from + pageSize < all.size())
    list["nextCursor"] = std::to_string(from + pageSize);
  return list;
}

Json resourceTemplates(bool folder) {
  Json all = Json::array();
  all.push_back({{"uriTemplate", "stasis://gallery/{name}"},
                 {"name", "a published conflict"},
                 {"mimeType", "text/plain"}});
  all.push_back({{"uriTemplate", "stasis://docs/{page}"},
                 {"name", "a page of the documentation"},
                 {"mimeType", "text/markdown"}});
  if (folder)
    all.push_back({{"uriTemplate", "stasis://folder/{+path}"}, {"name", "a file of the folder"}});
  return {{"resourceTemplates", std::move(all)}};
}

std::optional<Json> readResource(const std::string& uri, Texts& texts) {
  const auto contents = [&](std::string text, const char* type) {
    return Json{{"contents", {{{"uri", uri}, {"mimeType", type}, {"text", std::move(text)}}}}};
  };
  if (uri == conceptTable)
    return contents(conceptsText(), "application/json");
  if (uri.starts_with(gallery)) {
    auto text = texts.galleryText(uri.substr(gallery.size()));
    return text ? std::optional(contents(std::move(*text), "text/plain")) : std::nullopt;
  }
  if (uri.starts_with(docs)) {
    const auto* page =
        studio::findEmbedded(studio::embeddedDocs(), std::string_view(uri).substr(docs.size()));
    return page == nullptr ? std::nullopt
                           : std::optional(contents(std::string(page->bytes()), "text/markdown"));
  }
  if (!uri.starts_with(files))
    return std::nullopt;
  const auto path = uri.substr(files.size());
  const auto read = texts.read(path);
  const auto* file = std::get_if<studio::FolderText>(&read);
  return file == nullptr ? std::nullopt : std::optional(contents(file->text, typeOf(path)));
}

} // namespace stasis::mcp
