#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace stasis::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> sessionFiles() {
  const fs::path root = support::root();
  std::vector<std::string> files{(root / "README.md").string()};
  for (const char* folder : {"tests/cli", "docs", "conflicts"})
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
      if (entry.path().extension() == ".session" || entry.path().extension() == ".md")
        files.push_back(entry.path().string());
  std::erase_if(files, [](const std::string& file) { return readSession(file).exchanges.empty(); });
  std::ranges::sort(files);
  return files;
}

// `tests/cli/solve.session` to `tests_cli_solve`.
std::string nameOf(const testing::TestParamInfo<std::string>& info) {
  std::string name = fs::relative(info.param, support::root()).replace_extension().string();
  std::ranges::replace_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

// Sessions of the documentation run in the root of the project, those here in a fresh copy of data/.
class Folder {
public:
  explicit Folder(const std::string& file) : path_(support::root()) {
    if (!file.ends_with(".session"))
      return;
    std::string name = (fs::temp_directory_path() / "stasis-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw std::runtime_error("no temporary folder");
    path_ = name;
    temporary_ = true;
    fs::copy(fs::path(support::root()) / "tests/cli/data", path_, fs::copy_options::recursive);
  }
  ~Folder() {
    std::error_code ignored;
    if (temporary_)
      fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path() const { return path_.string(); }

private:
  fs::path path_;
  bool temporary_ = false;
};

class Sessions : public testing::TestWithParam<std::string> {};

TEST_P(Sessions, PrintWhatTheyShow) {
  const Session session = readSession(GetParam());
  const Folder folder(session.file);
  std::vector<Ran> ran;
  for (const Exchange& exchange : session.exchanges)
    ran.push_back(run(exchange.command, folder.path()));
  if (std::getenv("STASIS_UPDATE") != nullptr) {
    rewrite(session, ran);
    return;
  }
  for (std::size_t i = 0; i < ran.size(); ++i) {
    const Exchange& exchange = session.exchanges[i];
    EXPECT_EQ(ran[i].status, exchange.status) << exchange.command;
    if (!matches(exchange.expected, ran[i].lines)) {
      EXPECT_EQ(ran[i].lines, exchange.expected)
          << session.file << ':' << exchange.firstLine << ": $ " << exchange.command;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(, Sessions, testing::ValuesIn(sessionFiles()), nameOf);

} // namespace
} // namespace stasis::test
