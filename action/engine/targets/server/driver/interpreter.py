"""What packages must fit: this interpreter, its platform, and the values of the markers that packages are chosen by."""
from __future__ import annotations

import os
import sys
import sysconfig

TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Python


def python_here() -> Python:
    try:
        libc = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, ValueError, OSError):  # musl, macOS
        libc = ""
    kernel, made_by = os.uname(), sys.implementation
    # Programs of 32 bits run on a kernel of 64.
    small = {"x86_64": "i686", "aarch64": "armv7l"} if sys.maxsize < 1 << 32 else {}
    level = made_by.version.releaselevel
    its_version = "%d.%d.%d" % made_by.version[:3] + ("" if level == "final" else level[0] + str(made_by.version.serial))
    version = sys.version.split()[0]
    markers = {"implementation_name": made_by.name, "implementation_version": its_version,
               "os_name": os.name, "platform_machine": kernel.machine, "platform_release": kernel.release,
               "platform_system": kernel.sysname, "platform_version": kernel.version, "python_full_version": version,
               "platform_python_implementation": {"cpython": "CPython", "pypy": "PyPy"}.get(made_by.name, made_by.name),
               "python_version": "%d.%d" % sys.version_info[:2], "sys_platform": sys.platform}
    return {"version": "%d.%d.%d" % sys.version_info[:3], "machine": small.get(kernel.machine, kernel.machine),
            "libc": libc.replace("glibc ", ""), "soabi": sysconfig.get_config_var("SOABI") or "", "markers": markers}
