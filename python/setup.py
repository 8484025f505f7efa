"""Builds the extension with CMake and takes it, with the gallery, into the wheel. Everything else is in pyproject.toml.

STASIS_BUILD names a build folder that is there (as `make python` does); without it one is made, which compiles the engine.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

TOP = Path(__file__).resolve().parent.parent


class CMakeBuild(build_ext):
    def build_extension(self, ext):
        target = Path(self.get_ext_fullpath(ext.name)).resolve().parent
        folder = os.environ.get("STASIS_BUILD")
        if not folder:
            folder = str(Path(self.build_temp).resolve())
            subprocess.run(["cmake", "-S", TOP, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DSTASIS_HARDENED=ON",
                            "-DSTASIS_TESTS=OFF", "-DSTASIS_STUDIO=OFF", "-DSTASIS_PYTHON=ON",
                            f"-DPython_EXECUTABLE={sys.executable}"], check=True)
            subprocess.run(["cmake", "--build", folder, "--target", "stasis_python"], check=True)
        built = sorted((Path(folder) / "python" / "stasis").glob("_engine*.so"))
        if not built:
            raise SystemExit(f"no module in {folder}/python: it needs python3-dev and pybind11-dev")
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(built[0], target)
        shutil.copytree(TOP / "conflicts", target / "gallery", dirs_exist_ok=True)


version = re.search(r"project\(stasis VERSION (\S+)", (TOP / "CMakeLists.txt").read_text()).group(1)
setup(version=version, ext_modules=[Extension("stasis._engine", sources=[])], cmdclass={"build_ext": CMakeBuild})
