"""Runs pip: this interpreter's own, or the one bundled with ensurepip. `python -c … ENVIRONMENT ARGUMENTS`.

pip chooses wheels for another machine by its options (--platform, --python-version, --abi), but evaluates markers
such as `python_version < "3.12"` for the interpreter that runs it. So ENVIRONMENT, unless it is null, has the
values of the markers as JSON, and pip is made to use them. It evaluates markers in one place, in its copy of
`packaging`."""
import glob
import json
import os
import sys

try:
    import pip
except ImportError:
    try:
        import ensurepip
    except ImportError:
        sys.exit("No module named pip")
    folders = [os.path.dirname(ensurepip.__file__) + "/_bundled", getattr(ensurepip, "_WHEEL_PKG_DIR", None) or "", "/usr/share/python-wheels"]
    wheels = [wheel for folder in folders if folder for wheel in sorted(glob.glob(folder + "/pip-*.whl"))]
    if not wheels:
        sys.exit("No module named pip")
    sys.path.insert(0, wheels[0])
    import pip

from pip._internal.cli import cmdoptions
from pip._internal.cli.main import main

from pip._vendor.packaging import markers

environment = json.loads(sys.argv[1])
if environment:
    markers.default_environment = lambda: dict(environment, platform_version="probe")
    if tuple(map(int, pip.__version__.split(".")[:2])) < (20, 3) or not markers.Marker('platform_version == "probe"').evaluate():
        sys.exit("pip %s cannot resolve for another machine" % pip.__version__)
    markers.default_environment = lambda: dict(environment)
    # pip may download packages that are published as source only; a separate step builds them.
    cmdoptions.check_dist_restriction = lambda *given, **options: None
if sys.argv[2] == "markers":
    print(json.dumps([markers.Marker(text).evaluate({"extra": ""}) for text in json.loads(sys.argv[3])]))
    sys.exit()
sys.exit(main(sys.argv[2:]))
