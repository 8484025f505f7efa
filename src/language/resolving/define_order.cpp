// The order of the defines: each after those it names.
#include "language/parsing/token_stream.h"
#include "language/resolving/declarations.h"

#include <algorithm>

namespace stasis::language {

namespace {

class DefineOrder {
public:
  DefineOrder(const syntax::File& file, const Names& names) : file_(file), names_(names) {
    for (std::size_t i = 0; i < file.defines.size(); ++i)
      enter(i);
  }

  std::vector<std::size_t> run() {
    marks_.assign(file_.defines.size(), Mark::unseen);
    heights_.assign(file_.defines.size(), 0);
    for (std::size_t i = 0; i < file_.defines.size(); ++i)
      if (isEntered(i) && marks_[i] == Mark::unseen)
        visit(i);
    return std::move(order_);
  }

private:
  enum class Mark : std::uint8_t { unseen, open, done };

  void enter(std::size_t i) {
    const syntax::Words name = file_.defines[i].name;
    if (name.empty())
      return;
    if (const auto before = byName_.find(name); before != byName_.end())
      return names_.twice(name, before->first, "definition");
    const auto option = names_.options.find(name);
    const char* other = option != names_.options.end()   ? "an option"
                        : names_.parties.contains(name)  ? "a party"
                        : names_.families.contains(name) ? "a family"
                                                         : nullptr;
    if (other != nullptr)
      names_
          .error("S0206", name,
                 inMarks(name) + " is " + other + " already, and conditions could not tell them apart")
          .help = "give the definition another name";
    byName_.emplace(name, i);
  }

  bool isEntered(std::size_t i) const {
    const auto found = byName_.find(file_.defines[i].name);
    return found != byName_.end() && found->second == i;
  }

  std::vector<std::size_t> named(std::size_t i) const {
    std::vector<std::size_t> all;
    for (const syntax::Reference& ref : file_.defines[i].meaning.references) {
      const auto found = ref.kind == syntax::Reference::Kind::plain ? byName_.find(ref.first) : byName_.end();
      if (found != byName_.end())
        all.push_back(found->second);
    }
    return all;
  }

  struct Step {
    std::size_t define;
    std::vector<std::size_t> named;
    std::size_t next = 0;
  };

  // Depth first without recursion; a define is put in order when all it names have been.
  void visit(std::size_t start) {
    std::vector<Step> path;
    const auto open = [&](std::size_t i) {
      marks_[i] = Mark::open;
      path.push_back({i, named(i)});
    };
    open(start);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next < step.named.size()) {
        const std::size_t next = step.named[step.next++];
        if (marks_[next] == Mark::unseen)
          open(next);
        else if (marks_[next] == Mark::open)
          reportCircle(path, next);
        continue;
      }
      close(step);
      path.pop_back();
    }
  }

  void close(const Step& step) {
    std::size_t height = 1;
    for (const std::size_t i : step.named)
      height = std::max(height, heights_[i] + 1);
    if (height == syntax::deepest + 1)
      names_.error("S0305", file_.defines[step.define].name,
                   "definitions rest on one another more than " + std::to_string(syntax::deepest) + " deep");
    heights_[step.define] = height;
    marks_[step.define] = Mark::done;
    order_.push_back(step.define);
  }

  void reportCircle(const std::vector<Step>& path, std::size_t again) {
    const auto begin = std::ranges::find(path, again, &Step::define);
    std::string circle;
    std::size_t shown = 0;
    for (auto step = begin; step != path.end(); ++step)
      if (++shown <= 5)
        circle += '`' + std::string(file_.defines[step->define].name) + "` → ";
    if (shown > 5)
      circle += "… → ";
    const syntax::Words name = file_.defines[again].name;
    auto& d = names_.error("S0211", name, inMarks(name) + " is defined by itself");
    d.note = circle + '`' + std::string(name) + '`';
    d.help = "say with options what one of them means";
  }

  const syntax::File& file_;
  const Names& names_;
  std::unordered_map<syntax::Words, std::size_t> byName_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> heights_;
  std::vector<std::size_t> order_;
};

} // namespace

std::vector<std::size_t> orderOfDefines(const syntax::File& file, const Names& names) {
  return DefineOrder(file, names).run();
}

} // namespace stasis::language
