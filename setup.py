"""How the wheel gets the templates, which lie beside the package and not in it.

All else about the build is in pyproject.toml. An editable install finds the folder where it is.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithTemplates(build_py):
    """Copies templates/ to briefgen/templates/ of what is built."""

    def run(self) -> None:
        built = Path(self.build_lib) / "briefgen"
        if self.editable_mode:
            super().run()
            return
        # build/ outlives a build: a module that is no longer there would travel on
        shutil.rmtree(built, ignore_errors=True)
        super().run()
        # Word's own lock files lie there while a template is open
        hidden = shutil.ignore_patterns("~$*", ".*")
        shutil.copytree("templates", built / "templates", ignore=hidden)


setup(cmdclass={"build_py": BuildWithTemplates})
