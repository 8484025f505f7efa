#include "cli/guarded.h"

#include "cli/console.h"
#include "cli/model_file.h"
#include "language/lexing/loaded_library.h"

#include <new>
#include <string>
#include <system_error>

namespace stasis::cli {

Exit guarded(Console& console, const std::function<Exit()>& work) {
  try {
    return work();
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  } catch (const std::bad_alloc&) {
    console.sayError("memory is exhausted", "--max-memory sets the limit");
  } catch (const language::LibraryMissing& library) {
    console.sayError("the library `" + std::string(library.what()) + "` is not here, and this text needs it",
                     "the system's package manager installs it");
    return Exit::wrong;
  } catch (const std::system_error& refused) {
    if (refused.code() != std::errc::resource_unavailable_try_again)
      throw;
    console.sayError("the system allows no more threads or processes",
                     "`ulimit -u` shows how many there may be; `--threads 1` needs the fewest");
  }
  return Exit::limit;
}

} // namespace stasis::cli
