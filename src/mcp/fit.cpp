#include "mcp/fit.h"

#include <algorithm>

namespace stasis::mcp {

namespace {

std::size_t sizeOf(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace).size();
}

std::string below(const std::string& part, const std::string& name) {
  std::string escaped;
  for (const char c : name)
    escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return part + "/" + escaped;
}

/// A cut must not be in the middle of a character.
std::size_t atCharacter(const std::string& text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

class Fitter {
public:
  Fitted run(const Json& value, std::size_t most, const std::string& part, std::size_t from) {
    fitted_.value = shorten(value, most, part, from);
    return std::move(fitted_);
  }

private:
  Json shorten(const Json& value, std::size_t most, const std::string& part, std::size_t from) {
    if (from == 0 && sizeOf(value) <= most)
      return value;
    if (value.is_string())
      return text(value.get_ref<const std::string&>(), most, part, from);
    if (value.is_array())
      return list(value, most, part, from);
    return value.is_object() ? object(value, most, part, from) : value;
  }

  void tell(const std::string& part, std::size_t until, std::size_t all) {
    if (until < all)
      fitted_.cuts.push_back({part, until, all});
  }

  Json text(const std::string& all, std::size_t most, const std::string& part, std::size_t from) {
    const std::size_t begin = atCharacter(all, std::min(from, all.size()));
    std::size_t length = std::max<std::size_t>(most, 8);
    std::string piece;
    do { // escaped characters take more room
      std::size_t end = atCharacter(all, std::min(all.size(), begin + length));
      if (end <= begin && begin < all.size())
        for (end = begin + 1; end < all.size() && atCharacter(all, end) != end;)
          ++end;
      piece = all.substr(begin, end - begin);
      length = length * 2 / 3;
    } while (length > 8 && sizeOf(piece) > most);
    tell(part, begin + piece.size(), all.size());
    return piece;
  }

  Json list(const Json& all, std::size_t most, const std::string& part, std::size_t from) {
    Json kept = Json::array();
    std::size_t used = 2;
    std::size_t at = std::min(from, all.size());
    for (; at < all.size(); ++at) {
      const std::size_t size = sizeOf(all[at]) + 1;
      if (used + size > most && !kept.empty())
        break;
      // An item that is too long by itself is shortened.
      kept.push_back(used + size > most ? shorten(all[at], most > used + 40 ? most - used : 40,
                                                  below(part, std::to_string(at)), 0)
                                        : all[at]);
      used += size;
    }
    tell(part, at, all.size());
    return kept;
  }

  /// Short members are kept whole; the long ones share what is left.
  Json object(const Json& all, std::size_t most, const std::string& part, std::size_t from) {
    std::vector<std::pair<std::string, std::size_t>> members;
    for (const auto& [name, value] : all.items())
      members.emplace_back(name, sizeOf(value) + name.size() + 4);
    const std::size_t first = std::min(from, members.size());
    std::size_t last = members.size();
    constexpr std::size_t least = 60; // for a member that is cut
    std::size_t needed = 2;
    for (std::size_t i = first; i < members.size(); ++i) {
      needed += std::min(members[i].second, least + members[i].first.size());
      if (needed > most && i > first) {
        last = i;
        break;
      }
    }
    Json kept = Json::object();
    const std::size_t share = shareOf(members, first, last, most);
    for (std::size_t i = first; i < last; ++i) {
      const auto& [name, size] = members[i];
      const std::size_t own = share > name.size() + 4 ? share - name.size() - 4 : 0;
      kept[name] = size <= share ? all[name]
                                 : shorten(all[name], std::max<std::size_t>(own, 40), below(part, name), 0);
    }
    tell(part, last, members.size());
    return kept;
  }

  /// The largest size up to which members stay whole, such that all of them fit if the larger ones are cut to
  /// it.
  static std::size_t shareOf(const std::vector<std::pair<std::string, std::size_t>>& members,
                             std::size_t first, std::size_t last, std::size_t most) {
    std::vector<std::size_t> sizes;
    for (std::size_t i = first; i < last; ++i)
      sizes.push_back(members[i].second);
    std::ranges::sort(sizes);
    std::size_t left = most;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      const std::size_t each = left / (sizes.size() - i);
      if (sizes[i] > each)
        return each;
      left -= sizes[i];
    }
    return most;
  }

  Fitted fitted_;
};

void count(const Json& value, const std::string& part, std::size_t depth, std::size_t most, Json& counts) {
  if (!value.is_structured() || depth == 0 || counts.size() >= most)
    return;
  if (value.is_array() && !part.empty())
    counts[part] = value.size();
  if (value.is_object())
    for (const auto& [name, member] : value.items())
      count(member, below(part, name), depth - 1, most, counts);
}

} // namespace

Fitted fit(const Json& value, std::size_t most, const std::string& part, std::size_t from) {
  return Fitter().run(value, most, part, from);
}

std::optional<Json> partOf(const Json& value, const std::string& part) {
  try {
    return value.at(Json::json_pointer(part));
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

Json countsOf(const Json& value, std::size_t most) {
  Json counts = Json::object();
  for (std::size_t depth = 2; depth <= 4; ++depth) // the outer ones first
    count(value, "", depth, most, counts);
  return counts;
}

} // namespace stasis::mcp
