#include "mcp/texts.h"

namespace stasis::mcp {

namespace {

/// An empty folder: a text that belongs to no folder may cite no file.
constexpr const char* nowhere = "/proc/self/nowhere";

Refusal noFolder() {
  return {Refusal::Why::forbidden, "this server was started without a folder",
          "start it as `stasis mcp FOLDER`, or give the text itself"};
}

} // namespace

Texts::Texts(const std::string& folder, std::string& problem) {
  if (!folder.empty())
    folder_ = studio::Folder::open(folder, problem, true); // nothing is cleared for others
}

studio::Gallery& Texts::shown() {
  std::call_once(opened_, [this] { gallery_ = std::make_unique<studio::Gallery>(); });
  return *gallery_;
}

std::variant<GivenText, Refusal> Texts::given(std::string text) const {
  if (text.size() > studio::largestText)
    return Refusal{Refusal::Why::tooLarge, "the text is larger than 8 MiB", {}};
  return folder_ ? GivenText{std::move(text), folder_->root(), folder_->root()}
                 : GivenText{std::move(text), "/", nowhere};
}

std::variant<GivenText, Refusal> Texts::file(const std::string& path) const {
  if (!folder_)
    return noFolder();
  auto read = folder_->read(path);
  if (auto* refusal = std::get_if<Refusal>(&read))
    return std::move(*refusal);
  return GivenText{std::move(std::get<studio::FolderText>(read).text),
                   folder_->folderOf(path).value_or(folder_->root()), folder_->root()};
}

std::variant<GivenText, Refusal> Texts::gallery(const std::string& name) {
  const auto text = galleryText(name);
  if (!text)
    return Refusal{Refusal::Why::missing, "the gallery has no `" + name.substr(0, 100) + "`",
                   "`list_models` lists it"};
  return GivenText{*text, "/", "gallery:" + name.substr(0, name.find('/'))}; // its sources are in the program
}

studio::Listing Texts::files() const { return folder_ ? folder_->list() : studio::Listing(); }

const std::vector<studio::GalleryEntry>& Texts::conflicts() { return shown().entries(); }

std::variant<studio::FolderText, Refusal> Texts::read(const std::string& path) const {
  if (!folder_)
    return noFolder();
  return folder_->read(path);
}

std::variant<studio::Written, Refusal> Texts::write(const std::string& path, const std::string& text,
                                                    const std::optional<std::string>& revision) {
  if (!folder_)
    return noFolder();
  const std::scoped_lock lock(writing_);
  return folder_->write(path, text, revision);
}

std::optional<std::string> Texts::galleryText(std::string_view name) {
  if (const std::size_t slash = name.find('/'); slash != std::string_view::npos) {
    const auto file = studio::galleryFile(name.substr(0, slash), name.substr(slash + 1));
    return file ? std::optional(std::string(*file)) : std::nullopt;
  }
  auto found = shown().find(name);
  return found ? std::optional(std::move(found->text)) : std::nullopt;
}

} // namespace stasis::mcp
