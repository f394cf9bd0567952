"""Notes in the installed package which folder it came from, where the launcher is."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class Build(build_py):
    def run(self):
        super().run()
        home = Path(__file__).resolve().parents[2]
        if not getattr(self, "editable_mode", False) and (home / "parallax").is_file():
            module = Path(self.build_lib) / "parallax" / "_home.py"
            module.write_text(f'"""Written as the package was installed."""\n\nHOME = {str(home)!r}\n', encoding="utf-8")


setup(cmdclass={"build_py": Build})
