#!/usr/bin/env python3
"""Lists includes that nothing in the file uses, and names that are used without an include; exits 1 where there is one.

  includes.py                    over src, tests and benchmarks, in some seconds
  includes.py --missing          only the names

An include of the project is used where a name that its header declares is a word of the file: a type, function, constant,
macro or enumerator. One of the C++ library is used where one of its names is (LIBRARY below; a header that is not in the list is
taken as used). A .cpp need not repeat what its own header includes, but may. One that is not there is listed too. An include for its side effects says why
behind `//` on its line.

A name is missing where a file says `space::Name`, or a header says `Name`, only one header of the project or several declare it,
and none of them is included, neither here nor by what is included here. So a header that compiles only behind another one is
found without a compiler; of the C++ library the most frequent types are looked at (TYPES)."""
import pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = {
    "algorithm": r"ranges::(?!(iota|views)\b)\w+|std::(sort|find\w*|all_of|any_of|none_of|min|max|clamp|minmax|copy\w*|fill\w*|move|reverse|rotate|unique|remove\w*|transform|equal|lower_bound|upper_bound|binary_search|equal_range|count\w*|stable_\w+|partition\w*|nth_element|partial_sort|generate\w*|for_each|includes|set_\w+|merge|mismatch|search|swap_ranges|is_sorted\w*|lexicographical_\w+|next_permutation|prev_permutation|shuffle|sample|replace\w*|adjacent_find|max_element|min_element|make_heap|push_heap|pop_heap|inplace_merge|iter_swap|swap|erase\w*)\b|(?<!:)\b(sort|find|any_of|all_of|none_of)\(",
    "array": r"\barray\b|to_array", "atomic": r"atomic|memory_order", "bit": r"popcount|countr_|countl_|bit_\w+|has_single_bit|endian|rotl|rotr",
    "bitset": "bitset", "cctype": r"\b(is(alnum|alpha|digit|space|upper|lower|punct|xdigit|print|cntrl|graph|blank)|tolower|toupper)\b",
    "charconv": r"from_chars|to_chars", "chrono": "chrono", "cmath": r"\b(std::)?(abs|sqrt|pow|log\w*|exp\w*|floor|ceil|l?l?round|isnan|isfinite|isinf|fabs|fmod|hypot|sin|cos|tan|atan2?|lgamma|tanh|erf|trunc|ldexp|frexp|signbit|nan|INFINITY|NAN|HUGE_VAL|M_PI|nearbyint|l?l?rint)\b",
    "compare": r"<=>|ordering|compare_three_way", "concepts": r"std::(same_as|convertible_to|invocable|integral|unsigned_integral|derived_from|predicate|regular\w*|floating_point|constructible_from)",
    "condition_variable": "condition_variable", "csignal": r"\bsignal\b|SIG\w+|sigaction|raise|sig_atomic_t|::kill\(", "cstddef": r"size_t|ptrdiff_t|\bbyte\b|nullptr_t|max_align_t|offsetof|NULL",
    "cstdint": r"u?int(_\w+)?(8|16|32|64|max|ptr)_t|INT\d+_MAX|UINT\d+_MAX|SIZE_MAX", "cstdio": r"\b(std::)?(f?printf|snprintf|vsnprintf|fopen|fclose|fread|fwrite|fputs|fputc|puts|putchar|perror|rename|remove|FILE|stdout|stderr|stdin|EOF|fflush|getline|popen|pclose|fileno|fgets|tmpfile|setvbuf|ferror|feof|fdopen|BUFSIZ|fgetc|getc|ungetc)\b",
    "cstdlib": r"\b(std::)?(exit|_Exit|abort|getenv|setenv|unsetenv|strto\w+|atoi|malloc|calloc|free|system|mkdtemp|mkstemp|realpath|qsort|abs|EXIT_\w+|atexit|quick_exit|rand|srand|posix_memalign|aligned_alloc|realloc|getloadavg|div|llabs|putenv|posix_openpt|grantpt|unlockpt|ptsname|ptsname_r)\b",
    "cstring": r"\b(mem(cpy|cmp|set|move|chr|mem|rchr)|str(len|cmp|ncmp|chr|str|error|signal|rchr|error_r|dup|spn|cspn|tok))\b", "ctime": r"\b(time|time_t|tm|strftime|gmtime\w*|localtime\w*|mktime|timegm|clock\w*|timespec)\b",
    "deque": "deque", "exception": r"exception|terminate|uncaught", "filesystem": r"filesystem|\bfs::", "forward_list": "forward_list", "fstream": r"[io]?fstream",
    "functional": r"\bfunction\b|std::(less|greater|hash|plus|minus|not_fn|invoke|ref|cref|bind\w*|equal_to|not_equal_to|identity|multiplies|bit_\w+|logical_\w+|reference_wrapper|greater_equal|less_equal|move_only_function)",
    "future": r"\bfuture\b|promise|async|packaged_task", "initializer_list": r"initializer_list|: \{", "iomanip": r"set(w|fill|precision|base)|quoted|put_time|get_time",
    "iostream": r"\b(cout|cerr|cin|clog)\b", "istream": r"istream|getline|\bws\b", "iterator": r"back_inserter|inserter|istream(buf)?_iterator|ostream(buf)?_iterator|std::(next|prev|advance|distance|begin|end|size|data|ssize|make_move_iterator|reverse_iterator|make_reverse_iterator|input_iterator\w*|forward_iterator\w*|random_access_iterator\w*|iterator_traits|rbegin|rend|cbegin|cend|empty|move_iterator|sentinel_for|iter_\w+|contiguous_iterator\w*)|default_sentinel|unreachable_sentinel|bidirectional_iterator",
    "limits": "numeric_limits", "list": r"\blist\b", "map": r"\b(multi)?map\b", "memory": r"unique_ptr|shared_ptr|weak_ptr|make_(unique|shared)|addressof|allocator|enable_shared|uninitialized_|construct_at|destroy|pointer_traits|owner_less|to_address|assume_aligned",
    "mutex": r"mutex|lock_guard|unique_lock|scoped_lock|once_flag|call_once|\block\b", "new": r"bad_alloc|operator new|operator delete|launder|align_val|set_new_handler|nothrow|\bnew\b|interference_size|get_new_handler",
    "numbers": "numbers::", "numeric": r"accumulate|iota|reduce|inner_product|partial_sum|gcd|lcm|midpoint|scan|adjacent_difference", "optional": r"optional|nullopt",
    "ostream": r"ostream|\bendl\b|\bflush\b", "queue": r"\b(priority_)?queue\b", "random": r"mt19937|distribution|random_device|minstd|seed_seq|engine", "ranges": r"views?::|std::ranges::(begin|end|size|empty|data|subrange|input_range|forward_range|range|sized_range|iota_view|range_value_t|random_access_range|view\w*|ssize|borrowed\w*|bidirectional_range|viewable_range|contiguous_range|distance|next|prev|range_\w+|iterator_t|common_range)|\bsubrange\b",
    "ratio": r"\bratio\b|milli|micro|nano", "regex": r"regex|smatch|cmatch", "set": r"\b(multi)?set\b", "shared_mutex": r"shared_(mutex|lock|timed_mutex)", "span": r"\bspan\b|as_bytes|dynamic_extent",
    "sstream": r"[io]?stringstream|stringbuf", "stack": r"\bstack\b", "stdexcept": r"(runtime|logic|range|domain|length|overflow|underflow)_error|out_of_range|invalid_argument", "stop_token": r"stop_(token|source|callback)",
    "streambuf": "streambuf", "string": r"\bstring\b|to_string|std::sto\w+|getline|u(8|16|32)string|char_traits|wstring|basic_string\b", "string_view": r"string_view|\"sv\b", "system_error": r"system_error|error_code|errc|generic_category|system_category|error_category|error_condition",
    "thread": r"thread|sleep_for|yield", "tuple": r"tuple|\btie\b|apply|forward_as_tuple|std::get|\bignore\b", "type_traits": r"_v\b|_t\b|is_\w+|enable_if|conditional|decay|remove_\w+|invoke_result|underlying_type|true_type|false_type|integral_constant|common_type|add_\w+|make_(un)?signed|void_t|type_identity",
    "typeinfo": r"typeid|type_info|bad_cast", "unordered_map": r"unordered_(multi)?map", "unordered_set": r"unordered_(multi)?set", "utility": r"std::(move|forward|pair|swap|exchange|make_pair|declval|as_const|in_place\w*|index_sequence\w*|make_index_sequence|cmp_\w+|in_range|integer_sequence|piecewise_construct|unreachable|to_underlying|get|make_integer_sequence|tuple_size\w*|tuple_element\w*|rel_ops|monostate)|\bpair\b",
    "variant": r"variant|\bvisit\b|get_if|holds_alternative|monostate", "vector": r"\bvector\b",
    "unistd.h": r"\b(read|write|close|pipe2?|fork|exec\w+|dup[23]?|getpid|getppid|isatty|unlink|access|chdir|usleep|sleep|sysconf|getcwd|_exit|alarm|ftruncate|lseek|rmdir|STD(IN|OUT|ERR)_FILENO|geteuid|getuid|fsync|fdatasync|link|symlink|readlink|pread|pwrite|getpgid|setpgid|setsid|environ|tcgetpgrp|tcsetpgrp|gethostname|pause|chown|setpgrp|getpgrp|vfork|truncate|R_OK|W_OK|X_OK|F_OK|_SC_\w+|getopt|optarg|ttyname|sync|nice|getgid|getegid|getpagesize|unlinkat|linkat|faccessat|confstr|ttyname_r|fchdir|fchown|getlogin|readlinkat|syscall|close_range|execveat|gettid)\b",
    "gtest/gtest.h": r"\b(TEST\w*|EXPECT_\w+|ASSERT_\w+|GTEST_\w+|FAIL|ADD_FAILURE|SCOPED_TRACE|testing|INSTANTIATE_\w+|SUCCEED)\b",
}
TYPES = {
    "std::vector": "vector", "std::map": "map", "std::multimap": "map", "std::set": "set", "std::multiset": "set",
    "std::optional": "optional", "std::variant": "variant", "std::span": "span", "std::function": "functional",
    "std::array": "array", "std::unique_ptr": "memory", "std::shared_ptr": "memory", "std::deque": "deque",
    "std::unordered_map": "unordered_map", "std::unordered_set": "unordered_set", "std::atomic": "atomic", "std::mutex": "mutex",
    "std::thread": "thread", "std::ostringstream": "sstream", "std::ifstream": "fstream", "std::string": "string",
    "std::stop_token": "stop_token", "std::bitset": "bitset", "std::tuple": "tuple",
}
GIVEN_BY = {"string": {"string_view", "sstream", "fstream", "filesystem", "regex", "stdexcept", "system_error"},
            "tuple": {"map", "memory", "functional"}}  # headers that have these types, too
KEYWORDS = set("""alignas auto bool break case catch char class const constexpr consteval continue default delete do double else enum
explicit extern false final float for friend if inline int long mutable namespace new noexcept nullptr operator override private
protected public requires return short signed sizeof static static_assert struct switch template this throw true try typedef
typename union unsigned using virtual void volatile while std size_t string string_view vector optional stasis model""".split())


def bare(text):
    """Without comments and string literals, but with the string view suffix."""
    text = re.sub(r'R"(\w*)\((?:.|\n)*?\)\1"', '""', text)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    return re.sub(r"//[^\n]*|/\*(?:.|\n)*?\*/", "", text)


def declared(header, known={}):
    """Names that a header declares: what stands before ( { ; = , } : in it and is no word of the language."""
    if header not in known:
        text = bare(header.read_text())
        names = set(re.findall(r"#define (\w+)", text)) | set(re.findall(r"\b(\w+)\s*(?:[({;=,}:]|\[)", text))
        known[header] = {name for name in names if name not in KEYWORDS and not name.isdigit()}
    return known[header]


def unused(path):
    text = path.read_text()
    code = bare(re.sub(r"^#include.*$", "", text, flags=re.M))
    words = set(re.findall(r"\w+", code))
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'#include ([<"])([^>"]+)[>"]\s*(//)?', line)
        if not found or found[3]:
            continue
        name = found[2]
        if found[1] == "<":
            if name in LIBRARY and not re.search(LIBRARY[name], code):
                yield number, f"nothing of {name} is used"
            continue
        header = next((base / name for base in (ROOT / "src", ROOT / "tests", path.parent) if (base / name).exists()), None)
        if not header and "/" in name and not name.startswith(("unicode/", "sys/")):
            yield number, f"there is no {name}"
        if header and header.with_suffix(".cpp") != path and header.suffix == ".h" and not declared(header) & words:
            yield number, f"nothing of {name} is used"


TYPE = re.compile(r"^(?:template <.*> )?(?:struct|class|union|enum class|enum) (?:\[\[.*?\]\] )?(\w+)(?: final)?(?: :.*)?(?: ?\{|$)"
                  r"|^using (\w+) =")
FORWARD = re.compile(r"^(?:template <.*> )?(?:struct|class|enum class) (\w+)(?: : [\w:]+)?;")
FUNCTION = re.compile(r"^(?!return|using|namespace|typedef|#)(?:[\w:<>,&*\[\] ]+ )?[&*]?(\w+)\(")
CONSTANT = re.compile(r"^(?:inline |extern )?(?:constexpr|const) [\w:<>, ]+ (\w+)(?: = |\{|;)")


class Names:
    """What each header of the project declares at the level of a namespace, and what it includes."""

    def __init__(self):
        self.types, self.others, self.forward, self.spaces, self.reached = {}, {}, {}, {}, {}
        for base in ("src", "tests", "benchmarks"):
            for path in sorted((ROOT / base).rglob("*.h")):
                self.read(path)
        self.where = {}
        for path in self.types:
            for _, name in self.types[path] | self.others[path]:
                self.where.setdefault(name, set()).add(path)

    def read(self, path):
        self.types[path], self.others[path], self.forward[path] = set(), set(), set()
        stack, depth = [], 0
        for line in bare(path.read_text()).split("\n"):
            if found := re.match(r"(?:inline )?namespace ([\w:]*) ?\{", line):
                stack.append(found[1])
                depth += 1
                continue
            if depth == len(stack):
                space = "::".join(filter(None, stack))
                for pattern, into in ((FORWARD, self.forward), (TYPE, self.types), (CONSTANT, self.others), (FUNCTION, self.others)):
                    if found := pattern.match(line):
                        into[path].add((space, next(filter(None, found.groups()))))
                        break
            depth += line.count("{") - line.count("}")
            while depth < len(stack):
                stack.pop()

    def included(self, path):
        """The file, and all of the project that it includes, also through others."""
        if path not in self.reached:
            self.reached[path] = {path}
            for name in re.findall(r'^#include "([^"]+)"', path.read_text(), re.M):
                header = next((base / name for base in (ROOT / "src", ROOT / "tests", path.parent) if (base / name).exists()), None)
                if header:
                    self.reached[path] = self.reached[path] | self.included(header)
        return self.reached[path]

    def missing(self, path):
        """(line, name, headers that declare it) of every name that no include declares."""
        code = bare(re.sub(r"^#include.*$", "", path.read_text(), flags=re.M))
        reached = self.included(path)
        own = set(re.findall(r"^namespace ([\w:]+) \{", code, re.M))
        here = set(re.findall(r"\b(?:struct|class|enum class|enum|using|namespace|typename|concept) (\w+)", code))
        told = set()
        for found in re.finditer(r"(?<![\w:.>])((?:[a-z_]\w*::)*)(\w+)\b", code):
            space, name = found[1].rstrip(":"), found[2]
            if name in told or name in here or name not in self.where or self.where[name] & reached:
                continue
            if not space and (path.suffix != ".h" or not name[0].isupper()):
                continue  # in a .cpp it may be a member's
            declared = {each for file in self.where[name] for each, one in self.types[file] | self.others[file] if one == name}
            if not any(each == space or each.endswith("::" + space) for each in declared) if space else not declared & own:
                continue
            if any(one == name for file in reached for _, one in self.forward.get(file, ())):
                continue
            told.add(name)
            yield code[:found.start()].count("\n") + 1, found[0], sorted(str(file.relative_to(ROOT)) for file in self.where[name])
        library = {name for file in reached for name in re.findall(r"^#include <([^>]+)>", file.read_text(), re.M)}
        for name, header in TYPES.items():
            if not ({header} | GIVEN_BY.get(header, set())) & library and (found := re.search(re.escape(name) + r"\b", code)):
                yield code[:found.start()].count("\n") + 1, name, [header]


def main():
    only_missing = sys.argv[1:] == ["--missing"]
    names, bad = Names(), 0
    for folder in ("src", "tests", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for number, why in () if only_missing else unused(path):
                    print(f"{path.relative_to(ROOT)}:{number}: {why}")
                    bad = 1
                for number, name, headers in names.missing(path):
                    print(f"{path.relative_to(ROOT)}:{number}: {name} is of {' or '.join(headers)}, which nothing here includes")
                    bad = 1
    sys.exit(bad)


if __name__ == "__main__":
    main()
