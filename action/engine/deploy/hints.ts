/** System libraries that wheels load → Debian's package. The key is the part before ".so", which no version changes. */
const packages: Readonly<Record<string, string>> = {
  libpq: "libpq5",
  libmariadb: "libmariadb3",
  libmysqlclient: "libmariadb3",
  libmagic: "libmagic1",
  libGL: "libgl1",
  libglib: "libglib2.0-0",
  libgthread: "libglib2.0-0",
  libgobject: "libglib2.0-0",
  libcairo: "libcairo2",
  libpango: "libpango-1.0-0",
  libpangoft2: "libpangoft2-1.0-0",
  libgdk_pixbuf: "libgdk-pixbuf-2.0-0",
  libxml2: "libxml2",
  libxslt: "libxslt1.1",
  libxmlsec1: "libxmlsec1-openssl",
  libjpeg: "libjpeg62-turbo",
  libopenjp2: "libopenjp2-7",
  libtiff: "libtiff6",
  libwebp: "libwebp7",
  libheif: "libheif1",
  libvips: "libvips42",
  libodbc: "libodbc2",
  libldap: "libldap-2.5-0",
  libsasl2: "libsasl2-2",
  libkrb5: "libkrb5-3",
  libgssapi_krb5: "libgssapi-krb5-2",
  libgomp: "libgomp1",
  libgeos_c: "libgeos-c1v5",
  libproj: "libproj25",
  libgdal: "libgdal32",
  libspatialindex: "libspatialindex6",
  libsndfile: "libsndfile1",
  libusb: "libusb-1.0-0",
  libzmq: "libzmq5",
  libzbar: "libzbar0",
  libfreetype: "libfreetype6",
  libharfbuzz: "libharfbuzz0b",
  libmemcached: "libmemcached11",
};

interface Hint {
  readonly seen: RegExp;
  readonly says: (found: RegExpMatchArray) => string;
}

const hints: readonly Hint[] = [
  {
    seen: /\b(lib[\w+]+)[\w.+-]*?\.so[\w.]*: cannot open shared object file|cannot load library '(lib[\w+]+)|no library called "?(lib[\w+]+)/,
    says: ([text, ...names]) => {
      const name = names.find(Boolean) as string;
      const file = /lib[\w+.-]*\.so[\w.]*/.exec(text as string)?.[0] ?? name;
      const known = packages[name] ?? packages[name.replace(/\d+$/, "")];
      return known
        ? `The server is missing ${file}. On Debian or Ubuntu: sudo apt-get install ${known} (elsewhere, the package that has ${file}).`
        : `The server is missing ${file}: install the package that has it.`;
    },
  },
  {
    // What Flask's development server prints as soon as app.run() is called.
    seen: /\* Serving Flask app|WARNING: This is a development server/,
    says: () =>
      'app.run() runs when the app is imported, so the app server never starts serving: put it below `if __name__ == "__main__":`.',
  },
  {
    seen: /Address already in use/,
    says: () => "The app itself listens on a port that is in use: let the app server listen instead.",
  },
];

/** How to fix a failure that the app's own output explains; "" if none of the known messages is in it. */
export function hintOf(words: string): string {
  for (const { seen, says } of hints) {
    const found = seen.exec(words);
    if (found) return says(found);
  }
  return "";
}
