#!/usr/bin/env python
"""The project's commands: `serve`, `seed`, `facts`, `quiz`, `decide` and Django's own."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unsim.settings")
    execute_from_command_line(sys.argv)
