import { expect, it } from "vitest";
import { hintOf } from "../../../../action/engine/deploy/hints.ts";

it.each([
  ["ImportError: libtiff56.so.6: cannot open shared object file", /is missing libtiff56.so.6\..*install libtiff6 /],
  ["ImportError: lib6tiff.so: cannot open shared object file", /is missing lib6tiff.so: install the package/],
  [
    "ImportError: libpq.so.5: cannot open shared object file: No such file or directory",
    /is missing libpq\.so\.5.*install libpq5 /,
  ],
  ["ImportError: libGL.so.1: cannot open shared object file: No such file or directory", /install libgl1 /],
  ["OSError: cannot load library 'libgobject-2.0-0': libgobject-2.0-0: cannot open", /install libglib2\.0-0 /],
  ["ImportError: libldap-2.5.so.0: cannot open shared object file", /libldap-2\.5\.so\.0.*install libldap-2\.5-0 /],
  ["OSError: cannot load library 'libpq-5.2x'", /is missing libpq\. .*install libpq5 /],
  ['OSError: no library called "libcairo-2" was found', /is missing libcairo\. .*install libcairo2 /],
  ["[Errno 98] Address already in use", /^The app itself listens on a port that is in use/],
  ["WARNING: This is a development server. Do not use it", /app\.run\(\)/],
  [
    "ImportError: libodd.so.7: cannot open shared object file",
    /is missing libodd\.so\.7: install the package that has it/,
  ],
  [" * Serving Flask app 'app'\n * Debug mode: off", /app\.run\(\) runs when the app is imported/],
])("%s", (words, hint) => expect(hintOf(words)).toMatch(hint));

it("says nothing of what it does not know", () => expect(hintOf("KeyError: 'TOKEN'")).toBe(""));
