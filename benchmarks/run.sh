#!/usr/bin/env bash
# All benchmarks of a built `bench` preset: the tables on the terminal, and as CSV beside the programs.
#   benchmarks/run.sh [arguments of Google Benchmark, such as --benchmark_filter=Solve]
set -euo pipefail
cd "$(dirname "$0")/.."
build-bench/benchmarks/stasis_bench --benchmark_out=build-bench/benchmarks.csv --benchmark_out_format=csv "$@"
benchmarks/whole_program.sh | tee build-bench/whole_program.csv
