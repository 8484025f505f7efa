#include "files/attributes.h"

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>

namespace stasis::files {

namespace {

constexpr std::string_view accessList = "system.posix_acl_access";

std::vector<std::string> namesOf(int file) {
  const ssize_t size = ::flistxattr(file, nullptr, 0);
  std::string all(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  const ssize_t got = all.empty() ? 0 : ::flistxattr(file, all.data(), all.size());
  std::vector<std::string> names;
  for (std::size_t at = 0; got > 0 && at < static_cast<std::size_t>(got);) {
    names.emplace_back(all.c_str() + at);
    at += names.back().size() + 1;
  }
  return names;
}

std::optional<std::string> valueOf(int file, const std::string& name) {
  const ssize_t size = ::fgetxattr(file, name.c_str(), nullptr, 0);
  if (size < 0)
    return std::nullopt;
  std::string value(static_cast<std::size_t>(size), '\0');
  const ssize_t got = ::fgetxattr(file, name.c_str(), value.data(), value.size());
  if (got < 0)
    return std::nullopt;
  value.resize(static_cast<std::size_t>(got));
  return value;
}

/// The folder may have given the new file an access list that the old one does not have.
void dropOthers(const std::vector<std::string>& kept, int to) {
  for (const std::string& name : namesOf(to))
    if (name == accessList && std::ranges::find(kept, name) == kept.end())
      ::fremovexattr(to, name.c_str());
}

} // namespace

std::vector<std::string> keepAttributes(int from, int to) {
  struct stat old{};
  struct stat made{};
  if (::fstat(from, &old) != 0 || ::fstat(to, &made) != 0)
    return {"its attributes"};
  std::vector<std::string> lost;
  if (old.st_gid != made.st_gid && ::fchown(to, static_cast<uid_t>(-1), old.st_gid) != 0)
    lost.emplace_back("its group");
  if (old.st_uid != made.st_uid && ::fchown(to, old.st_uid, static_cast<gid_t>(-1)) != 0)
    lost.insert(lost.begin(), "its owner");
  const std::vector<std::string> names = namesOf(from);
  dropOthers(names, to);
  if (::fchmod(to, old.st_mode & 07777U) != 0)
    lost.emplace_back("its permissions");
  for (const std::string& name : names) {
    const auto value = valueOf(from, name);
    if (value && valueOf(to, name) != value &&
        ::fsetxattr(to, name.c_str(), value->data(), value->size(), 0) != 0)
      lost.push_back(name == accessList ? "its access list" : "the attribute `" + name + "`");
  }
  return lost;
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i)
    all += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return all;
}

} // namespace stasis::files
