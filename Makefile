# Two commands on a fresh Debian 12 or Ubuntu: `make demo`, `make test`. The work is in the CMake presets.
SHELL := /bin/bash
PRESET ?= release
CASE := conflicts/foreign-troops/foreign-troops.conflict

.PHONY: demo deb python studio build test bench coverage lint mutations train format clean packages install uninstall

demo: ## install what is missing, build, tell the flagship conflict
	@cmake/packages.sh
	@cmake --preset $(PRESET) -DSTASIS_TESTS=OFF -DSTASIS_TOGETHER=ON -DSTASIS_ALONE=ON > build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@set -o pipefail; cmake --build --preset $(PRESET) --target stasis | cmake/progress.sh
	@build/stasis solve $(CASE)

studio: ## build with the studio (Node is installed where it is missing), open the flagship in it
	@cmake/packages.sh studio
	@cmake --preset $(PRESET) -DSTASIS_TESTS=OFF -DSTASIS_TOGETHER=ON -DSTASIS_STUDIO=ON > build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset $(PRESET)
	@build/stasis studio $(CASE)

python: ## build the module for Python, install it into build/venv, made from the system's Python
	@cmake/packages.sh python
	@cmake --preset $(PRESET) -DSTASIS_TESTS=OFF -DSTASIS_TOGETHER=ON -DSTASIS_PYTHON=ON > build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset $(PRESET) --target stasis_python
	@test -x build/venv/bin/python || /usr/bin/python3 -m venv --system-site-packages build/venv
	@cd python && STASIS_BUILD=$(CURDIR)/build ../build/venv/bin/python -m pip install --quiet --no-index --no-build-isolation --no-deps --force-reinstall .
	@build/venv/bin/python -c 'import stasis; print("stasis", stasis.__version__, "in build/venv; begin with: build/venv/bin/python")'

deb: ## the Debian package, in build
	@cmake/packages.sh deb
	@cmake --preset $(PRESET) -DSTASIS_TESTS=OFF -DSTASIS_TOGETHER=ON -DSTASIS_PYTHON=OFF > build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset $(PRESET)
	@cmake/deb.sh build

build: packages ## build/stasis
	@cmake --preset $(PRESET) -DSTASIS_TESTS=OFF > build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset $(PRESET)

test: packages ## build everything and run every test
	@cmake --preset $(PRESET) -DSTASIS_TESTS=ON
	@cmake --build --preset $(PRESET)
	@ctest --preset $(PRESET)

bench: packages ## measure
	@cmake --preset bench
	@cmake --build --preset bench
	@benchmarks/run.sh

coverage: packages ## which share of each room's lines the tests run
	@cmake --preset coverage
	@cmake --build --preset coverage
	@cmake/coverage.sh build-coverage

lint: ## clang-tidy over every source file, those that changed last first
	@cmake/packages.sh ci
	@cmake --preset ci -DSTASIS_STUDIO=ON -DSTASIS_TESTS=OFF > build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset ci
	@cmake/lint.sh build

mutations: ## change 70 places in each of three rooms, one at a time: would a test notice?
	@cmake --preset $(PRESET) -DSTASIS_TESTS=ON
	@cmake --build --preset $(PRESET)
	@tests/tools/mutate.py exchange exchange --number 70
	@tests/tools/mutate.py analysis states paths moves play brief diff coalitions robust explain invert ask elicit --number 70
	@tests/tools/mutate.py stability explicit cube symbolic orbits stability states --number 70 --optimise 1

train: ## the model of the grammar again, from the treebank in TREEBANK
	@cmake/train.sh $(TREEBANK)

format: ## lay out every source file
	@git ls-files '*.h' '*.cpp' | xargs clang-format-19 -i

packages:
	@cmake/packages.sh

install: build ## to PREFIX (/usr/local), below DESTDIR if that is set
	@cmake --install build --prefix $(or $(PREFIX),/usr/local)

uninstall: ## what `make install` wrote, with the same DESTDIR
	@test -f build/install_manifest.txt || { echo "nothing is known to be installed: build/install_manifest.txt is not there" >&2; exit 1; }
	@sed 's|^|$(DESTDIR)|' build/install_manifest.txt | xargs -d '\n' rm -fv

clean:
	rm -rf build build-*
