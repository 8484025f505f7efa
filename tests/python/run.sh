#!/usr/bin/env bash
# run.sh PROGRAM FOLDER: the tests of this folder with the module in FOLDER; exits 77 (skipped) if it was not built or NumPy is absent.
set -euo pipefail
ls "$2"/stasis/_engine*.so >/dev/null 2>&1 || { echo "the module for Python was not built (STASIS_PYTHON)"; exit 77; }
python=/usr/bin/python3
$python -c 'import numpy, pandas, networkx' 2>/dev/null || { echo "NumPy, pandas or networkx is not here"; exit 77; }
here=$(cd "$(dirname "$0")" && pwd)
export STASIS=$1 PYTHONPATH=$2 PYTHONDONTWRITEBYTECODE=1
cd "$here"
exec $python -m unittest discover -p '*_test.py'
