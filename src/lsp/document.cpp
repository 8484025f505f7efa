#include "lsp/document.h"

#include <algorithm>
#include <charconv>

namespace stasis::lsp {

Document::Document(std::string uri, std::string text, std::int64_t version, Encoding encoding)
    : uri_(std::move(uri)), text_(std::move(text)), version_(version), encoding_(encoding) {}

const Positions& Document::positions() const {
  if (!positions_)
    positions_.emplace(text_, encoding_);
  return *positions_;
}

void Document::replaceAll(std::string text) {
  positions_.reset();
  text_ = std::move(text);
}

bool Document::replace(Position start, Position end, std::string_view with) {
  const auto from = positions().offset(start);
  const auto to = positions().offset(end);
  const std::size_t begin = from.value_or(text_.size());
  const std::size_t stop = std::max(begin, to.value_or(text_.size()));
  const bool inside = from && to && start <= end;
  positions_.reset();
  text_.replace(begin, stop - begin, with);
  return inside;
}

// --- addresses (RFC 8089, RFC 3986)

std::optional<std::string> pathOf(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!uri.starts_with(scheme))
    return std::nullopt;
  uri.remove_prefix(scheme.size());
  if (uri.starts_with("localhost/"))
    uri.remove_prefix(std::string_view("localhost").size());
  if (!uri.starts_with('/'))
    return std::nullopt;
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    unsigned byte = 0;
    const bool escaped =
        uri[i] == '%' && i + 2 < uri.size() &&
        std::from_chars(uri.data() + i + 1, uri.data() + i + 3, byte, 16).ptr == uri.data() + i + 3;
    path += escaped ? static_cast<char>(byte) : uri[i];
    i += escaped ? 2 : 0;
  }
  return path.find('\0') == std::string::npos ? std::optional(path) : std::nullopt;
}

std::string uriOf(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || plain.find(c) != std::string_view::npos)
      uri += c;
    else
      uri.append({'%', "0123456789ABCDEF"[byte >> 4U], "0123456789ABCDEF"[byte & 15U]});
  }
  return uri;
}

} // namespace stasis::lsp
