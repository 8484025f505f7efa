#include "report/telling/table.h"

#include "report/telling/printable.h"

#include <algorithm>

namespace stasis::report {

namespace {

constexpr std::size_t gap = 2;        // between columns
constexpr std::size_t groupGap = 4;   // between groups
constexpr std::size_t leastText = 16; // a column is not made narrower than this

// A table whose columns all have their widths.
class Layout {
public:
  Layout(const Table& table, const Look& look) : table_(table), look_(look) { measure(); }

  std::string text() const {
    std::size_t first = std::min<std::size_t>(1, table_.groups.size());
    std::string out;
    do {
      const std::size_t last = lastThatFits(first);
      out += (out.empty() ? "" : "\n") + part(first, last);
      first = last;
    } while (first < table_.groups.size());
    return out;
  }

private:
  void measure() {
    std::size_t column = 0;
    for (const ColumnGroup& group : table_.groups) {
      starts_.push_back(column);
      std::size_t total = 0;
      for (const Column& c : group.columns) {
        std::size_t w = width(c.title);
        for (const auto& row : table_.rows)
          w = std::max(w, width(row[column].text));
        widths_.push_back(w);
        total += w + (total == 0 ? 0 : gap);
        ++column;
      }
      groupWidths_.push_back(std::max(total, width(group.title)));
    }
    for (std::size_t g = 0; g < table_.groups.size(); ++g)
      narrow(g);
  }

  /// Narrows a group that is too wide for the page beside the first: its widest text column gets smaller, and
  /// the cells of that column take several lines.
  void narrow(std::size_t g) {
    const std::size_t beside = g == 0 ? 0 : groupWidths_[0] + groupGap;
    const std::size_t room = look_.width > beside + leastText ? look_.width - beside : leastText;
    const std::size_t wide = groupWidths_[g];
    if (wide <= room || table_.groups[g].columns.empty())
      return;
    std::size_t widest = starts_[g];
    for (std::size_t c = 0; c < table_.groups[g].columns.size(); ++c)
      if (widths_[starts_[g] + c] > widths_[widest])
        widest = starts_[g] + c;
    const std::size_t less =
        std::min(wide - room, widths_[widest] > leastText ? widths_[widest] - leastText : 0);
    if (less == 0)
      return;
    widths_[widest] -= less;
    groupWidths_[g] -= less;
    narrow(g);
  }

  std::size_t lastThatFits(std::size_t first) const {
    std::size_t used = groupWidths_[0];
    std::size_t last = first;
    while (last < table_.groups.size() &&
           (last == first || used + groupGap + groupWidths_[last] <= look_.width))
      used += groupGap + groupWidths_[last++];
    return last;
  }

  std::vector<std::size_t> shown(std::size_t first, std::size_t last) const {
    std::vector<std::size_t> groups{0};
    for (std::size_t g = first; g < last; ++g)
      groups.push_back(g);
    return groups;
  }

  std::string part(std::size_t first, std::size_t last) const {
    const auto groups = shown(first, last);
    std::string out;
    if (std::ranges::any_of(groups, [&](std::size_t g) { return !table_.groups[g].title.empty(); }))
      out += line(groups, [&](std::size_t g) {
        return look_.paint(Tone::strong, padRight(table_.groups[g].title, groupWidths_[g]));
      });
    out += line(groups, [&](std::size_t g) {
      return cells(g, [&](std::size_t c, std::size_t) {
        return Cell{table_.groups[g].columns[c].title, Tone::faint};
      });
    });
    for (const auto& row : table_.rows)
      out += rowText(groups, row);
    return out;
  }

  /// One row, on as many lines as its longest cell needs.
  std::string rowText(const std::vector<std::size_t>& groups, const std::vector<Cell>& row) const {
    std::vector<std::vector<std::string>> folded(row.size());
    std::size_t lines = 1;
    for (const std::size_t g : groups)
      for (std::size_t i = starts_[g]; i < starts_[g] + table_.groups[g].columns.size(); ++i) {
        folded[i] = width(row[i].text) > widths_[i] ? fold(row[i].text, widths_[i])
                                                    : std::vector<std::string>{row[i].text};
        lines = std::max(lines, folded[i].size());
      }
    std::string out;
    for (std::size_t k = 0; k < lines; ++k)
      out += line(groups, [&](std::size_t g) {
        return cells(g, [&](std::size_t, std::size_t i) {
          return Cell{k < folded[i].size() ? folded[i][k] : std::string(), row[i].tone};
        });
      });
    return out;
  }

  template <class GroupText> std::string line(const std::vector<std::size_t>& groups, GroupText text) const {
    std::string out;
    for (const std::size_t g : groups)
      out.append(g == groups.front() ? 0 : groupGap, ' ').append(text(g));
    while (!out.empty() && out.back() == ' ')
      out.pop_back();
    return out + '\n';
  }

  template <class CellAt> std::string cells(std::size_t g, CellAt at) const {
    const auto& columns = table_.groups[g].columns;
    std::string out;
    std::size_t used = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const std::size_t i = starts_[g] + c;
      const Cell cell = at(c, i);
      out.append(c == 0 ? 0 : gap, ' ').append(placed(cell, columns[c], widths_[i]));
      used += widths_[i] + (c == 0 ? 0 : gap);
    }
    return out.append(groupWidths_[g] > used ? groupWidths_[g] - used : 0, ' ');
  }

  std::string placed(const Cell& cell, const Column& column, std::size_t columns) const {
    const std::size_t w = width(cell.text);
    const std::size_t room = columns > w ? columns - w : 0;
    const std::size_t left = column.right ? room : column.centre ? room / 2 : 0;
    return std::string(left, ' ') + look_.paint(cell.tone, cell.text) + std::string(room - left, ' ');
  }

  const Table& table_;
  const Look& look_;
  std::vector<std::size_t> widths_;
  std::vector<std::size_t> starts_;
  std::vector<std::size_t> groupWidths_;
};

} // namespace

std::string Table::text(const Look& look) const {
  return groups.empty() ? std::string() : Layout(*this, look).text();
}

} // namespace stasis::report
