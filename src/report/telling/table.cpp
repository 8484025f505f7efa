#include "report/telling/table.h"

#include "report/telling/printable.h"

#include <algorithm>
#include <utility>

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
    cellWidths_.resize(table_.rows.size());
    std::size_t column = 0;
    for (const ColumnGroup& group : table_.groups) {
      starts_.push_back(column);
      std::size_t total = 0;
      for (const Column& c : group.columns) {
        std::size_t w = width(c.title);
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
          cellWidths_[r].push_back(width(table_.rows[r][column].text));
          w = std::max(w, cellWidths_[r].back());
        }
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
      line(out, groups, [&](std::size_t g) {
        out += look_.paint(Tone::strong, padRight(table_.groups[g].title, groupWidths_[g]));
      });
    line(out, groups, [&](std::size_t g) {
      cells(out, g, [&](std::size_t c, std::size_t) {
        const std::string& title = table_.groups[g].columns[c].title;
        return Shown{title, Tone::faint, width(title)};
      });
    });
    for (std::size_t r = 0; r < table_.rows.size(); ++r)
      rowText(out, groups, r);
    return out;
  }

  /// What stands in a cell on one line.
  struct Shown {
    std::string_view text;
    Tone tone = Tone::plain;
    std::size_t width = 0;
  };

  /// One row, on as many lines as its longest cell needs.
  void rowText(std::string& out, const std::vector<std::size_t>& groups, std::size_t r) const {
    const std::vector<Cell>& row = table_.rows[r];
    std::vector<std::pair<std::size_t, std::vector<std::string>>>
        folded; // the columns whose cells need several
    std::size_t lines = 1;
    for (const std::size_t g : groups)
      for (std::size_t i = starts_[g]; i < starts_[g] + table_.groups[g].columns.size(); ++i)
        if (cellWidths_[r][i] > widths_[i]) {
          folded.emplace_back(i, fold(row[i].text, widths_[i]));
          lines = std::max(lines, folded.back().second.size());
        }
    for (std::size_t k = 0; k < lines; ++k)
      line(out, groups, [&](std::size_t g) {
        cells(out, g, [&](std::size_t, std::size_t i) {
          const auto in = std::ranges::find(folded, i, [](const auto& column) { return column.first; });
          if (in == folded.end())
            return k == 0 ? Shown{row[i].text, row[i].tone, cellWidths_[r][i]} : Shown{"", row[i].tone, 0};
          if (k >= in->second.size())
            return Shown{"", row[i].tone, 0};
          return Shown{in->second[k], row[i].tone, width(in->second[k])};
        });
      });
  }

  /// Adds a line of what `write` adds for each group.
  template <class Write>
  static void line(std::string& out, const std::vector<std::size_t>& groups, Write write) {
    const std::size_t begin = out.size();
    for (const std::size_t g : groups) {
      out.append(g == groups.front() ? 0 : groupGap, ' ');
      write(g);
    }
    while (out.size() > begin && out.back() == ' ')
      out.pop_back();
    out += '\n';
  }

  template <class CellAt> void cells(std::string& out, std::size_t g, CellAt at) const {
    const auto& columns = table_.groups[g].columns;
    std::size_t used = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const std::size_t i = starts_[g] + c;
      out.append(c == 0 ? 0 : gap, ' ');
      place(out, at(c, i), columns[c], widths_[i]);
      used += widths_[i] + (c == 0 ? 0 : gap);
    }
    out.append(groupWidths_[g] > used ? groupWidths_[g] - used : 0, ' ');
  }

  void place(std::string& out, const Shown& cell, const Column& column, std::size_t columns) const {
    const std::size_t room = columns > cell.width ? columns - cell.width : 0;
    const std::size_t left = column.right ? room : column.centre ? room / 2 : 0;
    out.append(left, ' ');
    if (look_.colour)
      out += look_.paint(cell.tone, cell.text);
    else
      out += cell.text;
    out.append(room - left, ' ');
  }

  const Table& table_;
  const Look& look_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::size_t>> cellWidths_; ///< by row and column
  std::vector<std::size_t> starts_;
  std::vector<std::size_t> groupWidths_;
};

} // namespace

std::string Table::text(const Look& look) const {
  return groups.empty() ? std::string() : Layout(*this, look).text();
}

} // namespace stasis::report
