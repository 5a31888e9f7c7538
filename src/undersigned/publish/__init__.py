"""Where the output goes: names, and the only code of the program that writes files."""

from undersigned.publish.files import write_file
from undersigned.publish.names import output_path, safe_name
from undersigned.publish.tree import write_new_files

__all__ = ["output_path", "safe_name", "write_file", "write_new_files"]
