import { t as repositoryPath } from "./repository-path.js";
import { i as releaseId, n as writeEnv } from "./env-file.js";
import { C as listFiles, S as fingerprint, T as DeployError, l as listenPort, n as serverAccess, t as connectionLost, u as readNginx, w as onDisk } from "./connection-lost.js";
import { n as normalName, r as serverPackages, t as lockOf } from "./lock.js";
import { r as endsOf, t as deployReport } from "./deploy.js";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
// action/engine/deploy/packages/app-server.ts
/**
* Says before anything is sent that the program which serves the app is in none of its packages: on the server that would
* be "status=203/EXEC".
*
* @param names normalized names of all packages; of a lock that leaves some open, whatever is known of them
* @throws {@link Fault} when a file of deploy/ starts the app server of the venv, and nothing installs it
*/
function assertAppServer(app, root, lock, names) {
	const wanted = serverPackages[app.server];
	const there = new Set(names);
	if (wanted.some((name) => there.has(name)) || !startsFromVenv(app.server, root)) return;
	const other = lock.unused.find((file) => file === "requirements.txt");
	const message = `${lock.from} does not install ${wanted.join(" or ")}, which deploy/ starts the app with`;
	const next = `Add ${wanted[0]} to the app's packages and make ${lock.from} again.`;
	throw new DeployError("usage", "check", message, other ? `${next} (${other} is not used, because ${lock.from} exists.)` : next);
}
/** Whether a file of deploy/ starts the program that the venv would have; the machine's own needs no package. */
function startsFromVenv(program, root) {
	const folder = join(root, "deploy");
	if (!existsSync(folder)) return false;
	const starts = new RegExp(`\\.venv/bin/${program}\\b`);
	return readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isFile() && starts.test(readFileSync(join(folder, entry.name), "utf8")));
}
// action/engine/deploy/packages/pip.ts
const script = "\"\"\"Runs pip: this interpreter's own, or the one that ensurepip carries. `python -c … ENVIRONMENT ARGUMENTS`.\n\npip chooses wheels for another machine by its options (--platform, --python-version, --abi), but evaluates markers such as\n`python_version < \"3.12\"` for the interpreter that runs it. So ENVIRONMENT, unless it is null, names the values of the\nmarkers as JSON, and pip is given those. It evaluates them in one place, in its copy of `packaging`.\n\"\"\"\nimport glob\nimport json\nimport os\nimport sys\n\ntry:\n    import pip\nexcept ImportError:\n    try:\n        import ensurepip\n    except ImportError:\n        sys.exit(\"No module named pip\")\n    folders = [os.path.dirname(ensurepip.__file__) + \"/_bundled\", getattr(ensurepip, \"_WHEEL_PKG_DIR\", None) or \"\", \"/usr/share/python-wheels\"]\n    wheels = [wheel for folder in folders if folder for wheel in sorted(glob.glob(folder + \"/pip-*.whl\"))]\n    if not wheels:\n        sys.exit(\"No module named pip\")\n    sys.path.insert(0, wheels[0])\n    import pip\n\nfrom pip._internal.cli import cmdoptions\nfrom pip._internal.cli.main import main\n\nfrom pip._vendor.packaging import markers\n\nenvironment = json.loads(sys.argv[1])\nif environment:\n    markers.default_environment = lambda: dict(environment, platform_version=\"probe\")\n    if tuple(map(int, pip.__version__.split(\".\")[:2])) < (20, 3) or not markers.Marker('platform_version == \"probe\"').evaluate():\n        sys.exit(\"pip %s cannot be told of another machine\" % pip.__version__)\n    markers.default_environment = lambda: dict(environment)\n    # What is published as source only is fetched as it is, and built in a step of its own.\n    cmdoptions.check_dist_restriction = lambda *given, **options: None\nif sys.argv[2] == \"markers\":\n    print(json.dumps([markers.Marker(text).evaluate({\"extra\": \"\"}) for text in json.loads(sys.argv[3])]))\n    sys.exit()\nsys.exit(main(sys.argv[2:]))\n";
/** Runs pip: the interpreter's own, else the one that its ensurepip carries, else one that uv brings. */
async function pip({ run, env, signal, onLine }, args, { cwd, python = "python3", markers, more }) {
	const given = [
		"-c",
		script,
		JSON.stringify(markers ?? null),
		...args,
		"--disable-pip-version-check",
		"--no-input"
	];
	const options = {
		cwd,
		env: toolEnvironment(env, more),
		timeoutMs: 9e5,
		onLine,
		...signal ? { signal } : {}
	};
	for (const interpreter of [[python], [
		"uv",
		"run",
		"-q",
		"--no-project",
		"--isolated",
		"--with",
		"pip",
		"python"
	]]) {
		const done = await run([...interpreter, ...given], options).catch(() => void 0);
		if (done && !/^No module named pip$/m.test(done.stderr)) return {
			code: done.code,
			said: done.stdout + done.stderr,
			stdout: done.stdout
		};
	}
	throw new DeployError("infrastructure", "build", "there is no pip on this machine to fetch wheels with", "Install Python with pip (Debian, Ubuntu: apt install python3-pip), or uv, where the deploy runs.");
}
/** What finds programs, folders, the network and compilers, and tells pip, uv and them what to do. */
const forTools = /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ|LANG|LANGUAGE|LC_\w+|TMPDIR|TEMP|TMP|XDG_\w+|CI|NO_COLOR|(HTTPS?|ALL|NO|FTP)_PROXY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PYENV_\w+|PYTHON(PATH|HASHSEED|WARNINGS|UTF8|IOENCODING)|VIRTUAL_ENV|(PIP|UV)_\w+|NETRC|SOURCE_DATE_EPOCH|SETUPTOOLS_\w+|DISTUTILS_\w+|CC|CXX|CPP|LD|AR|NM|RANLIB|STRIP|MAKE|MAKEFLAGS|\w*(CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|RUSTFLAGS|_LIBS|_INCLUDE_DIRS?|_LIB_DIRS?)|(LD_)?LIBRARY_PATH|CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|PKG_CONFIG\w*|CMAKE_\w+|CARGO\w*|RUSTUP\w*|RUSTC\w*|GO\w*|JAVA_HOME|MACOSX_DEPLOYMENT_TARGET|SDKROOT|DEVELOPER_DIR|NIX_\w+)$/i;
/** A name that says it holds a secret, unless it is how pip or uv logs in to an index. */
const secret = /^(?!(PIP|UV)_).*(TOKEN|SECRET|PASSW|CREDENTIAL|KEY|AUTH)/i;
/**
* The environment of pip and uv. Building a package from source runs code of whoever wrote it, so of the job's
* environment it gets what builds need by name, and nothing else: no token, no secret, no file of the runner's.
*/
function toolEnvironment(env, more) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => forTools.test(name) && !secret.test(name) || more?.test(name)));
}
// action/engine/deploy/packages/requirement.ts
const archive = /\.(whl|zip|tgz|tbz|txz|tar|tar\.(gz|bz2|xz|zst))$/i;
const name = String.raw`([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?`;
/** Reads one requirement, as PEP 508 and pip's requirements files write it. */
function readRequirement(line) {
	const [, wanted = "", options = ""] = /^(?:(?:-e|--editable)[ =]\s*)?(.*?)((?:\s+--[a-z-]+[= ]\S+)*)$/.exec(line.trim()) ?? [];
	const named = new RegExp(`^${name}\\s*@\\s*(.*)$`).exec(wanted);
	const target = named?.[3] ?? wanted;
	const [, place = "", marker = ""] = /^(.*?)(?:\s;\s*(.*))?$/.exec(target) ?? [];
	const isPlace = named || /^[a-z+]+:/i.test(place) || /^\.|[\\/]/.test(place.replace(/[[;].*$/, "")) || archive.test(place);
	const rest = {
		line: line.trim(),
		options: options.trim()
	};
	if (!isPlace) {
		const [, found = "", extras = "", version = "", when = ""] = new RegExp(`^${name}\\s*([^;]*)(?:;\\s*(.*))?$`).exec(wanted) ?? [];
		const kind = !/^\(?\s*===?\s*[^*,\s]+\s*\)?$/.test(version.trim()) ? "loose" : /--hash=/.test(options) ? "hashed" : "pinned";
		return {
			...rest,
			name: found && normalName(found),
			extras,
			marker: when,
			origin: { kind: "index" },
			kind
		};
	}
	const [, where = "", fragment = ""] = /^([^#]*)(?:#(.*))?$/.exec(place) ?? [];
	const inFragment = new Map(fragment.split("&").map((pair) => pair.split("=", 2)));
	const [, egg, eggExtras] = new RegExp(`^${name}$`).exec(inFragment.get("egg") ?? "") ?? [];
	const common = {
		...rest,
		name: named?.[1] ? normalName(named[1]) : egg && normalName(egg),
		marker
	};
	const extras = named?.[2] ?? eggExtras ?? "";
	if (/^(git|hg|svn|bzr)\+/.test(where)) {
		const isPinned = /@[0-9a-f]{40}$/.test(where);
		return {
			...common,
			extras,
			origin: {
				kind: "repository",
				url: place,
				isPinned
			},
			kind: isPinned ? "hashed" : "loose"
		};
	}
	if (/^https?:/i.test(where)) {
		const isHashed = /^sha(256|384|512)$/m.test([...inFragment.keys()].join("\n")) || /--hash=/.test(options);
		return {
			...common,
			extras,
			origin: { kind: "url" },
			kind: isHashed ? "hashed" : "pinned"
		};
	}
	const [, path = "", ending] = /^(.*?)(\[[^\]]*\])?$/.exec(where) ?? [];
	const below = inFragment.get("subdirectory");
	const plain = pathOf(path) + (below ? `/${below}` : "");
	return {
		...common,
		extras: ending ?? extras,
		origin: {
			kind: "local",
			path: plain
		},
		kind: "hashed"
	};
}
/** The path that a `file:` URL, or a path itself, names. */
const pathOf = (text) => /^file:/i.test(text) ? decodeURIComponent(text.replace(/^file:(\/\/(localhost)?(?=\/))?/i, "")) : text;
/** Whether a path names one file that holds a package, not the folder of a project. */
const isArchive = (path) => archive.test(path);
// action/engine/deploy/packages/uv.ts
/** The uv that is fetched where there is none, and the hashes of its wheels: of Linux, macOS, and both their processors. */
const version = "0.13.8";
const hashes = [
	"b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1",
	"62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49",
	"0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d",
	"86f1319f851e645bc295bb921e6be19beae7e69216c75ae809010ca7817393aa",
	"e18a57b8b352eb7c8feb317b9f6f533c8f0ad9673fd6cf34bbe3cf1a9f6a8984",
	"5337c30bb893b4f9ce0ceb921ba2da0d13f649da644f40ad3bef84083bef0203",
	"29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a"
];
/** How to start uv: the machine's own, else one that pip brings into the cache once. */
async function findUv(given) {
	const { run, env, cacheDir, onLine } = given;
	if (await run(["uv", "--version"], { env }).then(({ code }) => code === 0, () => false)) return "uv";
	const kept = join(cacheDir, `uv-${version}`);
	const program = join(kept, "bin/uv");
	if (existsSync(program)) return program;
	onLine(`uv.lock is read by uv, which is not installed here: fetching uv ${version}`);
	mkdirSync(cacheDir, { recursive: true });
	const fresh = mkdtempSync(join(cacheDir, ".uv-"));
	try {
		const list = join(fresh, "uv.txt");
		writeFileSync(list, `uv==${version} ${hashes.map((hash) => `--hash=sha256:${hash}`).join(" ")}\n`);
		const done = await pip(given, [
			"install",
			"-q",
			...[
				"--no-deps",
				"--only-binary=:all:",
				"--require-hashes",
				"--target",
				join(fresh, "uv"),
				"-r",
				list
			]
		], { cwd: fresh });
		if (done.code !== 0) {
			const last = done.said.trim().split("\n").slice(-4).join("\n");
			throw new DeployError("infrastructure", "check", `uv.lock is read by uv, which is not installed and could not be fetched:\n${last}`, "Install uv (on GitHub: astral-sh/setup-uv), or commit a requirements.txt exported by uv.");
		}
		try {
			renameSync(join(fresh, "uv"), kept);
		} catch (error) {
			if (!existsSync(program)) throw error;
		}
	} finally {
		rmSync(fresh, {
			recursive: true,
			force: true
		});
	}
	return program;
}
// action/engine/deploy/packages/lock.ts
/**
* Reads the lock that counts in a repository (action/engine/app/lock.ts says which).
*
* @throws {@link Fault} when there is none, or it cannot be read
*/
async function readLock(reading) {
	const { root } = reading;
	const chosen = lockOf((path) => existsSync(join(root, path)));
	if ("problem" in chosen) throw new DeployError("usage", "check", `${chosen.problem} (in ${root})`, chosen.next);
	const { file, unused } = chosen;
	if (file === "requirements.txt") return lockOfLines(root, file, flatten(root, file), unused);
	return lockOfLines(root, file, plain(file === "uv.lock" ? await exported(reading) : await pylock(reading)), unused);
}
async function exported(reading) {
	const { root, run, env } = reading;
	const uv = await findUv(reading);
	const ownIndex = /^\s*\[\[tool\.uv\.index\]\]/m.test(readFileSync(join(root, "pyproject.toml"), "utf8"));
	const argv = [
		uv,
		"export",
		"--frozen",
		"--no-dev",
		"--no-header",
		"--no-annotate",
		"--format",
		"requirements-txt"
	];
	const options = {
		env: toolEnvironment(env),
		timeoutMs: 6e4
	};
	const done = await run([
		...argv,
		...ownIndex ? ["--emit-index-url"] : [],
		"--directory",
		root
	], options);
	if (done.code === 0) return done.stdout;
	const said = done.stderr.trim().split("\n").slice(-6).join("\n");
	throw new DeployError("usage", "check", `uv could not export uv.lock: ${said}`, "Run `uv lock` and commit the result.");
}
const toLines = "\"\"\"Prints a pylock.toml as lines of a requirements file. `python -c … FILE`. https://packaging.python.org/specifications/pylock-toml\"\"\"\nfrom __future__ import annotations\n\nimport sys\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from lockfile import File, Place, PyLock\n\ntry:\n    import tomllib\nexcept ImportError:\n    from pip._vendor import tomli as tomllib\n\nwith open(sys.argv[1], \"rb\") as file:\n    lock: PyLock = tomllib.load(file)\nif not str(lock.get(\"lock-version\")).startswith(\"1.\"):\n    sys.exit(\"lock-version is %s, and 1.0 is what is known\" % lock.get(\"lock-version\"))\n\n\ndef hashes(*files: File) -> str:\n    return \"\".join(\" --hash=%s:%s\" % pair for file in files for pair in sorted(file.get(\"hashes\", {}).items()))\n\n\ndef place(what: Place) -> str:\n    return what.get(\"url\") or what[\"path\"]\n\n\ndef below(what: Place) -> str:\n    return \"#subdirectory=\" + what[\"subdirectory\"] if what.get(\"subdirectory\") else \"\"\n\n\nfor package in lock.get(\"packages\", []):\n    name, marker = package[\"name\"], package.get(\"marker\", \"\")\n    if \"dependency_groups\" in marker or \"extras\" in marker:\n        sys.exit(\"%s is there for an extra or a group only: export a lock of what the server needs\" % name)\n    if \"vcs\" in package:\n        vcs = package[\"vcs\"]\n        line = \"%s @ %s+%s@%s%s\" % (name, vcs[\"type\"], place(vcs), vcs[\"commit-id\"], below(vcs))\n    elif \"directory\" in package:\n        line = \"%s @ file:%s%s\" % (name, package[\"directory\"][\"path\"], below(package[\"directory\"]))\n    elif \"archive\" in package:\n        archive = package[\"archive\"]\n        line = \"%s @ %s%s\" % (name, archive.get(\"url\") or \"file:\" + archive[\"path\"], below(archive))\n    else:\n        line = \"%s==%s\" % (name, package[\"version\"])\n    files = package.get(\"wheels\", []) + [one for one in (package.get(\"sdist\"), package.get(\"archive\")) if one]\n    print(line + (\" ; \" + marker if marker else \"\") + hashes(*files))\n";
async function pylock({ root, run, env }) {
	const done = await run([
		"python3",
		"-c",
		toLines,
		join(root, "pylock.toml")
	], {
		env: toolEnvironment(env),
		timeoutMs: 6e4
	});
	if (done.code === 0) return done.stdout;
	const said = done.stderr.trim().split("\n").at(-1);
	throw new DeployError("usage", "check", `pylock.toml cannot be read: ${said}`, "Make it again, or commit a requirements.txt.");
}
/** Of a lock's text: without comments, one requirement or option a line. */
function plain(text) {
	const lines = [];
	let open = "";
	for (const line of text.split(/\r?\n/)) {
		const isComment = /^\s*#/.test(line);
		if (!isComment && line.endsWith("\\")) {
			open += `${line.slice(0, -1)} `;
			continue;
		}
		lines.push(open + (isComment ? "" : line));
		open = "";
	}
	return [...lines, open].map((line) => line.replace(/(^|\s)#.*$/, "").replace(/\s+/g, " ").trim()).filter(Boolean);
}
/** The lines of a requirements file, with those of the files that it includes in their place. */
function flatten(root, file, above = []) {
	const shown = relative(root, resolve(root, file));
	if (above.includes(shown)) throw new DeployError("usage", "check", `${shown} includes itself`);
	let text;
	try {
		text = decoded(readFileSync(join(root, file)));
	} catch {
		const next = /:\/\//.test(file) ? "Commit a copy of it and include that." : "";
		throw new DeployError("usage", "check", `${above.at(-1)} includes ${file}, which cannot be read`, next);
	}
	return plain(text).flatMap((line) => {
		const [, option = "", next = ""] = /^(-r|--requirement|-c|--constraint|-f|--find-links)[ =]?(.+)$/.exec(line) ?? [];
		const beside = /:\/\//.test(next) ? next : join(dirname(file), next);
		if (/^(-r|--r)/.test(option)) return flatten(root, beside, [...above, shown]);
		if (/^(-c|--c)/.test(option)) return flatten(root, beside, [...above, shown]).map((bound) => `-c ${bound.replace(/^-c /, "")}`);
		if (/^(-f|--f)/.test(option)) return [`--find-links ${existsSync(join(root, beside)) ? beside : next}`];
		return [line];
	});
}
/** PowerShell writes UTF-16 where `pip freeze >` is typed. */
function decoded(bytes) {
	const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : "utf-8";
	return new TextDecoder(encoding).decode(bytes);
}
function lockOfLines(root, from, lines, unused) {
	const starting = (pattern) => lines.flatMap((line) => pattern.test(line) ? [line.replace(pattern, "").trim()] : []);
	const isOption = (line) => /^-/.test(line) && !/^(-e|--editable)\b/.test(line);
	const requirements = lines.filter((line) => !isOption(line)).map(readRequirement);
	const isResolved = from !== "requirements.txt";
	const alone = !isResolved && requirements.length > 0 && requirements.every(({ origin }) => origin.kind === "local");
	const kinds = requirements.map(({ kind }) => alone ? "loose" : kind);
	return {
		from,
		kind: kinds.includes("loose") ? "loose" : kinds.includes("pinned") ? "pinned" : "hashed",
		isResolved,
		requirements,
		constraints: starting(/^-c /),
		options: lines.filter((line) => isOption(line) && !/^-c |^--find-links (?!\w+:\/\/)/.test(line)),
		shelves: starting(/^--find-links (?!\w+:\/\/)/).map((path) => inRepository(root, path)),
		unused
	};
}
/** What whoever deploys should know of a lock that is not pinned, or not the only one. */
function remarksOn(lock) {
	const branches = lock.requirements.filter(({ origin }) => origin.kind === "repository" && !origin.isPinned);
	const loose = lock.requirements.filter(({ kind, origin }) => kind === "loose" && origin.kind === "index");
	return [
		...lock.kind === "loose" && loose.length + branches.length === 0 ? [`${lock.from} does not pin the project's dependencies, so each deploy may install other versions. Pin them with hashes: uv pip compile --universal --generate-hashes`] : [],
		...loose.length > 0 ? [`${lock.from} does not pin ${named(loose)}, so each deploy may install other versions. Pin them with hashes: uv pip compile --universal --generate-hashes`] : [],
		...branches.map(({ line }) => `${lock.from} installs whatever a branch or tag points to: ${line}. Write the commit (40 digits) after the @ instead.`)
	];
}
const named = (requirements) => {
	const names = requirements.map(({ name, line }) => name ?? line);
	return names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
};
/** Absolute path of what a requirement names in the repository. */
const inRepository = (root, path) => {
	const named = path.replaceAll("${PROJECT_ROOT}", root);
	return isAbsolute(named) ? named : resolve(root, named);
};
// action/engine/deploy/packages/local.ts
/** Looks up what a lock refers to in the repository. Nothing is built here. */
async function packagesOf(lock, repository) {
	const locals = [];
	for (const requirement of lock.requirements) {
		if (requirement.origin.kind !== "local") continue;
		const path = inRepository(repository.root, requirement.origin.path);
		const there = statSync(path, { throwIfNoEntry: false });
		if (!there) throw new DeployError("usage", "check", `${lock.from} refers to ${requirement.origin.path}, which does not exist`);
		if (there.isFile() !== isArchive(path)) throw new DeployError("usage", "check", `${lock.from} refers to ${requirement.origin.path}, which is neither a project folder nor a package`);
		const project = there.isFile() ? void 0 : await projectAt(path, repository);
		if (project?.files.length === 0) throw new DeployError("usage", "check", `${lock.from} refers to ${requirement.origin.path}, in which git tracks no file`, "Commit it: a release has what git tracks.");
		locals.push({
			requirement,
			path,
			project,
			key: project ? digest(project.files) : await hashOf(path)
		});
	}
	return withKey(lock, locals, digest(await Promise.all(lock.shelves.map(shelfKey))));
}
function withKey(lock, locals, shelves) {
	const { requirements, constraints, options, isResolved } = lock;
	const lines = requirements.map(({ line }) => line);
	return {
		lock,
		locals,
		shelves,
		key: digest([
			isResolved,
			lines,
			constraints,
			options,
			shelves,
			locals.map((local) => local.key)
		])
	};
}
/**
* The packages in parts that can be had apart: of a lock that a tool has resolved, what is built here, which changes with
* every commit, and all the rest.
*/
function partsOf({ lock, locals, shelves, key }) {
	const isOwn = ({ origin }) => origin.kind === "local" || origin.kind === "repository";
	const own = lock.requirements.filter(isOwn);
	const others = lock.requirements.filter((requirement) => !isOwn(requirement));
	if (!lock.isResolved || own.length === 0 || others.length === 0) return [{
		lock,
		locals,
		shelves,
		key
	}];
	return [withKey({
		...lock,
		requirements: others
	}, [], shelves), withKey({
		...lock,
		requirements: own
	}, locals, shelves)];
}
const digest = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
async function hashOf(path) {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest("hex");
}
const shelfKey = async (folder) => {
	if (!existsSync(folder)) throw new DeployError("usage", "check", `--find-links refers to ${folder}, which does not exist`);
	const names = readdirSync(folder).filter(isArchive).sort();
	return Promise.all(names.map(async (name) => [name, await hashOf(`${folder}/${name}`)]));
};
/** The files of the release below a folder; of a folder beside the app's or of a submodule, what git tracks there. */
async function projectAt(path, { root, source, run, env }) {
	const below = relative(root, path);
	if (!/^\.\.(\/|$)/.test(below)) {
		const prefix = below && `${Buffer.from(below).toString("latin1")}/`;
		const files = (await source()).files.flatMap(([name, ...rest]) => name.startsWith(prefix) ? [[name.slice(prefix.length), ...rest]] : []);
		if (files.length > 0) return {
			base: path,
			files
		};
	}
	return {
		base: path,
		files: (await listFiles({
			root: path,
			include: [],
			exclude: [],
			run,
			env
		})).files
	};
}
/** Copies a project's files, and nothing that lies beside them, to a folder that a build may write in. */
function layOut({ base, files }, folder) {
	const made = /* @__PURE__ */ new Set();
	for (const [name, mode] of files) {
		const to = onDisk(folder, name);
		const parent = dirname(to.toString("latin1"));
		if (!made.has(parent)) mkdirSync(Buffer.from(parent, "latin1"), { recursive: true });
		made.add(parent);
		const from = onDisk(base, name);
		if (mode === "120000") symlinkSync(readlinkSync(from, { encoding: "buffer" }), to);
		else {
			copyFileSync(from, to);
			chmodSync(to, mode === "100755" ? 493 : 420);
		}
	}
}
// action/engine/deploy/packages/python.ts
/** "3.11" */
const minorOf = ({ version }) => version.split(".").slice(0, 2).join(".");
/** Every platform tag whose wheels run on the server, best first. */
function platformTags({ machine, libc }) {
	if (!libc) return [
		"1_2",
		"1_1",
		"1_0"
	].map((version) => `musllinux_${version}_${machine}`).concat(`linux_${machine}`);
	const newest = Number(libc.split(".")[1]);
	const tags = [];
	for (let minor = newest; minor >= 5; minor--) {
		tags.push(`manylinux_2_${minor}_${machine}`);
		if (minor === 17) tags.push(`manylinux2014_${machine}`);
		if (minor === 12) tags.push(`manylinux2010_${machine}`);
		if (minor === 5) tags.push(`manylinux1_${machine}`);
	}
	return [...tags, `linux_${machine}`];
}
/** The options that make pip choose the wheels of another Python; markers it has to be told apart. */
function pipTarget(python) {
	const [kind = "", number = minorOf(python).replace(".", "")] = python.soabi.split("-");
	const [implementation, abi] = kind.startsWith("pypy") ? ["pp", `${kind}_${number}`] : ["cp", `cp${number}`];
	return [
		...[
			"--implementation",
			implementation,
			"--python-version",
			python.version
		],
		...[
			"--abi",
			abi,
			"--abi",
			"abi3",
			"--abi",
			"none"
		],
		...platformTags(python).flatMap((tag) => ["--platform", tag])
	];
}
const tells = "\"\"\"What packages must fit: this interpreter, its platform, and the values of the markers that packages are chosen by.\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport sys\nimport sysconfig\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Python\n\n\ndef python_here() -> Python:\n    try:\n        libc = os.confstr(\"CS_GNU_LIBC_VERSION\") or \"\"\n    except (AttributeError, ValueError, OSError):  # musl, macOS\n        libc = \"\"\n    kernel, made_by = os.uname(), sys.implementation\n    # Programs of 32 bits run on a kernel of 64.\n    small = {\"x86_64\": \"i686\", \"aarch64\": \"armv7l\"} if sys.maxsize < 1 << 32 else {}\n    level = made_by.version.releaselevel\n    its_version = \"%d.%d.%d\" % made_by.version[:3] + (\"\" if level == \"final\" else level[0] + str(made_by.version.serial))\n    version = sys.version.split()[0]\n    markers = {\"implementation_name\": made_by.name, \"implementation_version\": its_version,\n               \"os_name\": os.name, \"platform_machine\": kernel.machine, \"platform_release\": kernel.release,\n               \"platform_system\": kernel.sysname, \"platform_version\": kernel.version, \"python_full_version\": version,\n               \"platform_python_implementation\": {\"cpython\": \"CPython\", \"pypy\": \"PyPy\"}.get(made_by.name, made_by.name),\n               \"python_version\": \"%d.%d\" % sys.version_info[:2], \"sys_platform\": sys.platform}\n    return {\"version\": \"%d.%d.%d\" % sys.version_info[:3], \"machine\": small.get(kernel.machine, kernel.machine),\n            \"libc\": libc.replace(\"glibc \", \"\"), \"soabi\": sysconfig.get_config_var(\"SOABI\") or \"\", \"markers\": markers}\n";
/** What an interpreter of this machine tells of itself, as the server's does; undefined when it is none, or does not run. */
async function describePython(path, run, env) {
	const done = await run([
		path,
		"-I",
		"-c",
		`${tells}\nimport json\nprint(json.dumps(python_here()))`
	], {
		env,
		timeoutMs: 1e4
	}).catch(() => void 0);
	return done?.code === 0 ? JSON.parse(done.stdout) : void 0;
}
// action/engine/deploy/packages/fetch-fault.ts
/** What pip says, as what it means to whoever deploys. */
const offline = /Temporary failure|ConnectionError|Read timed out|Max retries|Network is unreachable|NewConnectionError|Name or service not known|getaddrinfo|Connection (broken|refused|reset|aborted)|ProxyError/i;
const isMissing = (said) => /No matching distribution|Could not find a version/.test(said) && !offline.test(said);
const isConflict = (said) => /ResolutionImpossible|conflicting dependencies/.test(said);
/** Why something has to be built, or cannot be had. */
const sayNoWheel = ({ packages: { lock }, python }, said) => `${lock.from} names a package without a wheel for Python ${minorOf(python)} on ${python.machine}: ${missing(said)}`;
const pinAdvice = (python) => `Pin a version that has one, or deploy from a machine with Python ${minorOf(python)} and a C library no newer than the server's.`;
const missing = (said) => /No matching distribution found for (\S+)/.exec(said)?.[1] ?? lastLines(said, 2);
const lastLines = (said, count) => said.trim().split("\n").slice(-count).join("\n");
/** Why a package could not be built. */
function buildFault({ packages: { lock } }, shown, said) {
	if (offline.test(said)) return new DeployError("infrastructure", "build", `${shown} could not be built, as what builds it could not be fetched:\n${lastLines(said, 8)}`);
	return new DeployError("app", "build", `${shown} of ${lock.from} could not be built:\n${lastLines(said, 12)}`);
}
function fetchFault({ packages: { lock }, python }, said) {
	const last = lastLines(said, 8);
	if (/hashes? (are|do|does) not match|THESE PACKAGES DO NOT MATCH|hash mismatch/i.test(said)) return new DeployError("app", "build", `a package is not what ${lock.from} says by its hash:\n${last}`, "Compile the lock again.");
	if (/In --require-hashes mode, all requirements must have|Hashes are required in --require-hashes mode/.test(said)) return new DeployError("app", "build", `${lock.from} is missing a package, or its hash, that the server's Python ${python.version} needs:\n${last}`, "Compile it for every Python: uv pip compile --universal --generate-hashes requirements.in --output-file requirements.txt");
	if (/is not a supported wheel on this platform/.test(said)) return new DeployError("app", "build", `a wheel of ${lock.from} does not run on the server's Python ${python.version} on ${python.machine}:\n${last}`);
	if (offline.test(said)) return new DeployError("infrastructure", "build", `the packages of ${lock.from} could not be fetched, as the package index cannot be reached:\n${last}`, "Connect to the network, or name an index that can be reached (PIP_INDEX_URL), and deploy again.");
	return new DeployError("app", "build", `the packages of ${lock.from} could not be fetched:\n${last}`);
}
// action/engine/deploy/packages/fetch.ts
/**
* Fills the folder `into` with the wheels of all packages that the server needs. pip chooses them as it would there: for
* that platform, and by that Python's markers. What is no wheel yet is built here: an sdist, a repository, a project of
* the release.
*
* @param work an empty folder for what is needed on the way
*/
async function fetchWheels(build, work, into) {
	const { lock } = build.packages;
	const own = await ownWheels(build, work);
	const ofIndex = lock.requirements.filter(({ origin }) => origin.kind === "index" || origin.kind === "url");
	const isHashed = ofIndex.length > 0 && ofIndex.every(({ kind }) => kind === "hashed");
	writeFileSync(join(work, "requirements.txt"), requirementLines(build, own, isHashed).join("\n"), { mode: 384 });
	writeFileSync(join(work, "constraints.txt"), lock.constraints.join("\n"));
	const { interpreter } = build;
	const given = [
		"-q",
		"-r",
		"requirements.txt",
		"-c",
		"constraints.txt",
		"-d",
		into,
		...interpreter ? [] : pipTarget(build.python)
	];
	const how = [...isHashed ? ["--require-hashes"] : [], ...lock.isResolved ? ["--no-deps"] : []];
	const fetch = (options, more) => pip(build, [
		"download",
		...given,
		...how,
		...options
	], {
		cwd: work,
		...asServer(build),
		...more
	});
	const takesSources = lock.options.some((line) => line.startsWith("--no-binary")) || build.env.PIP_NO_BINARY;
	const onlyWheels = () => fetch(["--only-binary=:all:"], takesSources ? {} : { more: /^/ });
	let done = await onlyWheels();
	if (done.code !== 0 && isHashed && isConflict(done.said)) {
		build.onLine(`${lock.from} has versions that conflict according to their metadata: installing them as locked`);
		how.push("--no-deps");
		done = await onlyWheels();
	}
	if (done.code !== 0 && isMissing(done.said)) {
		const why = sayNoWheel(build, done.said);
		const { name } = await nearest(build);
		build.onLine(`${why}; building it with ${name}`);
		done = await fetch(["--prefer-binary"], { python: name });
		if (done.code !== 0 && isMissing(done.said)) throw new DeployError("app", "build", why, pinAdvice(build.python));
	}
	if (done.code !== 0) throw fetchFault(build, done.said);
	for (const sdist of readdirSync(into).filter((name) => !name.endsWith(".whl"))) {
		renameSync(join(into, sdist), join(work, sdist));
		const wheel = await toWheel(build, work, join(work, sdist), sdist);
		renameSync(wheel, join(into, basename(wheel)));
	}
}
/** How pip is run to choose what the server's would: by its markers, or by the very interpreter. */
const asServer = ({ interpreter, python }) => interpreter ? { python: interpreter } : { markers: python.markers };
/** What the lock takes from the repository or from another one, as wheels; where its marker says so. */
async function ownWheels(build, work) {
	const { lock, locals } = build.packages;
	const own = lock.requirements.filter(({ origin }) => origin.kind === "local" || origin.kind === "repository");
	const wanted = await whereMarkersHold(build, own, work);
	const made = new Map(own.map((requirement) => [requirement, void 0]));
	for (const [i, requirement] of wanted.entries()) {
		const place = join(work, `own-${i}`);
		mkdirSync(place);
		const local = locals.find((one) => one.requirement === requirement);
		made.set(requirement, local ? await localWheel(build, place, local) : await repositoryWheel(build, place, requirement));
	}
	return made;
}
async function whereMarkersHold(build, own, cwd) {
	const markers = own.map(({ marker }) => marker || "os_name != \"\"");
	if (own.every(({ marker }) => marker === "")) return own;
	const done = await pip(build, ["markers", JSON.stringify(markers)], {
		cwd,
		...asServer(build)
	});
	if (done.code !== 0) throw fetchFault(build, done.said);
	const holds = JSON.parse(done.stdout);
	return own.filter((_, i) => holds[i]);
}
async function localWheel(build, place, { requirement, path, project, key }) {
	const hashes = [...requirement.options.matchAll(/--hash[= ]sha256:(\w+)/g)].map(([, hash]) => hash);
	const { lock } = build.packages;
	if (hashes.length > 0 && !hashes.includes(key)) {
		const message = `${path} is not what ${lock.from} says by its hash: its sha256 is ${key}`;
		throw new DeployError("app", "build", message, "Compile the lock again, or restore the file.");
	}
	const copy = join(place, basename(path));
	if (project) layOut(project, copy);
	else copyFileSync(path, copy);
	if (copy.endsWith(".whl")) return copy;
	const version = build.commit && `0+g${build.commit.slice(0, 10)}`;
	const env = version ? {
		SETUPTOOLS_SCM_PRETEND_VERSION: version,
		PDM_BUILD_SCM_VERSION: version,
		...build.env
	} : build.env;
	return toWheel({
		...build,
		env
	}, place, copy, requirement.line, /^PDM_BUILD_SCM_VERSION$/);
}
/** git needs what it logs in with: the agent of ssh, and its own variables. */
const forGit = /^(SSH_AUTH_SOCK|GIT_\w+)$/;
function repositoryWheel(build, place, { origin, line }) {
	return toWheel(build, place, origin.url, line, forGit);
}
/** Builds one package, by the machine's interpreter that is most like the server's. */
async function toWheel(build, work, what, shown, more) {
	const { name, isAlike } = await nearest(build);
	const built = join(work, "built");
	rmSync(built, {
		recursive: true,
		force: true
	});
	const how = {
		cwd: work,
		python: name,
		...more && { more }
	};
	const done = await pip(build, [
		"wheel",
		"-q",
		"--no-deps",
		"-w",
		built,
		what
	], how);
	const [wheel] = done.code === 0 ? readdirSync(built) : [];
	if (wheel === void 0) throw buildFault(build, shown, done.said);
	if (!wheel.endsWith("-none-any.whl") && !isAlike) {
		const { machine } = build.python;
		const message = `${shown} is built here as ${wheel}, which would not run on the server's Python ${minorOf(build.python)} on ${machine}`;
		throw new DeployError("app", "build", message, pinAdvice(build.python));
	}
	return join(built, wheel);
}
/** What pip is asked for. Where the lock names a variable, as indexes that need a login have it, its value is filled in. */
function requirementLines(build, own, isHashed) {
	const { options, shelves, requirements } = build.packages.lock;
	const filled = (line) => line.replace(/\$\{([A-Z0-9_]+)\}/g, (all, name) => build.env[name] ?? all);
	const asked = requirements.flatMap((requirement) => {
		if (!own.has(requirement)) return [filled(requirement.line)];
		const wheel = own.get(requirement);
		if (wheel === void 0) return [];
		const hash = isHashed ? ` --hash=sha256:${createHash("sha256").update(readFileSync(wheel)).digest("hex")}` : "";
		return [`${basename(wheel).split("-")[0]}${requirement.extras} @ ${pathToFileURL(wheel)}${hash}`];
	});
	return [
		...options.map(filled),
		...shelves.map((folder) => `--find-links ${folder}`),
		...asked
	];
}
/** The interpreter of this machine that is most like the server's; alike when the modules that it compiles run there. */
async function nearest({ interpreter, python, run, env }) {
	if (interpreter) return {
		name: interpreter,
		isAlike: true
	};
	const minor = minorOf(python);
	for (const name of [`python${minor}`, "python3"]) {
		const here = await describePython(name, run, env);
		if (!here || minorOf(here) !== minor) continue;
		const older = Number(here.libc.split(".")[1]) <= Number(python.libc.split(".")[1]);
		return {
			name,
			isAlike: here.soabi === python.soabi && here.machine === python.machine && older
		};
	}
	return {
		name: "python3",
		isAlike: false
	};
}
// action/engine/deploy/packages/wheels.ts
/**
* The wheels of a lock for the server's Python and platform; from the cache when they were there before.
*
* The cache has each wheel once, by its hash, and for each lock and Python a list of names and hashes. A file gets its
* name when it is complete, and always the same content with it: any number of runs may fill the cache at once.
*/
async function buildWheels(build) {
	const wheels = [];
	for (const packages of partsOf(build.packages)) wheels.push(...await buildPart({
		...build,
		packages
	}));
	return wheels.sort((a, b) => a.name < b.name ? -1 : 1);
}
async function buildPart(build) {
	const store = join(build.cacheDir, "wheels");
	const list = join(store, `${listName(build)}.json`);
	const kept = readList(store, list);
	if (kept) return kept;
	mkdirSync(store, { recursive: true });
	forgetUnused(store);
	const work = mkdtempSync(join(store, ".new-"));
	try {
		const fetched = join(work, "wheels");
		mkdirSync(fetched);
		if (build.packages.lock.requirements.length > 0) await fetchWheels(build, work, fetched);
		const wheels = readdirSync(fetched).sort().map((name) => keep(store, join(fetched, name)));
		writeFileSync(join(work, "list"), JSON.stringify(wheels.map(({ path: _, ...wheel }) => wheel)));
		renameSync(join(work, "list"), list);
		return wheels;
	} finally {
		rmSync(work, {
			recursive: true,
			force: true
		});
	}
}
/** Everything that decides which wheels they are. */
function listName({ packages, python, interpreter }) {
	const { version, machine, libc, soabi, markers } = python;
	const asks = JSON.stringify(packages.lock.requirements).match(/platform_(release|version)/);
	const decisive = Object.entries(markers).filter(([name]) => asks || !/^platform_(release|version)$/.test(name));
	const key = JSON.stringify([
		packages.key,
		version,
		machine,
		libc,
		soabi,
		decisive.sort(),
		Boolean(interpreter)
	]);
	return createHash("sha256").update(key).digest("hex").slice(0, 24);
}
function readList(store, list) {
	if (!existsSync(list)) return void 0;
	const wheels = JSON.parse(readFileSync(list, "utf8")).map((wheel) => ({
		...wheel,
		path: join(store, wheel.sha256, wheel.name)
	}));
	if (!wheels.every(({ path, size }) => statSync(path, { throwIfNoEntry: false })?.size === size)) return void 0;
	const now = /* @__PURE__ */ new Date();
	for (const path of [list, ...wheels.map(({ sha256 }) => join(store, sha256))]) utimesSync(path, now, now);
	return wheels;
}
function keep(store, from) {
	const name = basename(from);
	const sha256 = createHash("sha256").update(readFileSync(from)).digest("hex");
	const path = join(store, sha256, name);
	mkdirSync(join(store, sha256), { recursive: true });
	renameSync(from, path);
	return {
		name,
		size: statSync(path).size,
		sha256,
		path
	};
}
const UNUSED_DAYS = 30;
/** A project of the repository makes another wheel with each change. */
function forgetUnused(folder) {
	const before = Date.now() - UNUSED_DAYS * 864e5;
	for (const name of readdirSync(folder)) {
		const there = statSync(join(folder, name), { throwIfNoEntry: false });
		if (there && there.mtimeMs < before) rmSync(join(folder, name), {
			recursive: true,
			force: true
		});
	}
}
/** The normalized name of a wheel's package. */
const packageOf = (wheel) => normalName(wheel.split("-")[0] ?? "");
// action/engine/deploy/hints.ts
/** Libraries that wheels expect of the system → Debian's package. The part before ".so" is what stays from release to release. */
const packages = {
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
	libmemcached: "libmemcached11"
};
const hints = [
	{
		seen: /\b(lib[\w+]+)[\w.+-]*?\.so[\w.]*: cannot open shared object file|cannot load library '(lib[\w+]+)|no library called "?(lib[\w+]+)/,
		says: ([text, ...names]) => {
			const name = names.find(Boolean);
			const file = /lib[\w+.-]*\.so[\w.]*/.exec(text)?.[0] ?? name;
			const known = packages[name] ?? packages[name.replace(/[\d.-]+$/, "")];
			return known ? `The server lacks ${file}. On Debian or Ubuntu: sudo apt-get install ${known} (elsewhere, the package that has ${file}).` : `The server lacks ${file}: install the package that has it.`;
		}
	},
	{
		seen: /\* Serving Flask app|WARNING: This is a development server/,
		says: () => "app.run() runs when the app is imported, so the app server never gets to serve: put it below `if __name__ == \"__main__\":`."
	},
	{
		seen: /Address already in use/,
		says: () => "The app itself listens on a port that is taken: leave listening to the app server."
	}
];
/** What an app's own words say should be done about its failure; "" when they say nothing that is known. */
function hintOf(words) {
	for (const { seen, says } of hints) {
		const found = seen.exec(words);
		if (found) return says(found);
	}
	return "";
}
// action/engine/deploy/cause.ts
/** The last traceback in a journal; "" when there is none. Both servers write it line by line among other lines. */
function tracebackIn(lines) {
	const start = lines.findLastIndex((line) => line.includes("Traceback (most recent call last):"));
	if (start < 0) return "";
	const first = lines[start];
	const indent = first.indexOf("Traceback");
	const prefix = first.slice(0, indent);
	const own = (line) => prefix && line.startsWith(prefix) ? line.slice(indent) : line;
	const block = [own(first)];
	for (const line of lines.slice(start + 1)) {
		const text = own(line);
		block.push(text);
		if (text && !/^\s/.test(text) && !/^(During handling|The above exception|Traceback)/.test(text)) break;
	}
	return block.join("\n");
}
/** The cause as the target tells it, with the traceback picked out of the journal. */
function causeOf(outcome) {
	if (!outcome.cause) return void 0;
	const { cause } = outcome;
	const hint = hintOf([
		cause.message,
		cause.next,
		...cause.journal
	].join("\n"));
	return {
		...cause,
		next: [hint, cause.next].filter(Boolean).join("\n"),
		traceback: tracebackIn(cause.journal)
	};
}
/** What went wrong on this side, as a cause. */
function causeOfError(error, step, isCancelled) {
	const rest = {
		traceback: "",
		journal: [],
		unit: ""
	};
	if (isCancelled) return {
		kind: "cancelled",
		step,
		message: "this run was told to stop",
		next: "What was not switched is undone.",
		...rest
	};
	if (error instanceof DeployError) return {
		kind: error.kind,
		step: error.step,
		message: error.message,
		next: error.next,
		...rest,
		...error.ssh && { ssh: error.ssh }
	};
	const { message } = error;
	return {
		kind: "infrastructure",
		step,
		message,
		next: "",
		...rest
	};
}
// action/engine/deploy/progress.ts
const howToFindOut = "To see which release is live: npx create-flask-deploy status";
/** Collects what happens during a run, here and on the server, and makes the result of it. */
var DeployProgress = class {
	commit = "";
	/** What is being made, or gone back to, once that is known. */
	release = "";
	cost = {
		roundTrips: 0,
		bytesSent: 0
	};
	#effects;
	#url;
	#began;
	#steps = [];
	#warnings = [];
	/** Where steps began that have not ended; the server's lie within this side's. */
	#open = /* @__PURE__ */ new Map();
	#current = "check";
	#inventory;
	/** Whether the server has begun to give the release its traffic. */
	#switching = false;
	constructor(effects, url = "") {
		this.#effects = effects;
		this.#url = url;
		this.#began = effects.now();
	}
	/** Runs a step of this side; the second of what it gives is the step's detail. */
	async step(name, act) {
		this.begin(name);
		const began = this.#effects.now();
		let detail = "";
		try {
			const [value, said] = await act();
			detail = said;
			return value;
		} finally {
			this.end(name, this.#effects.now() - began, detail);
		}
	}
	begin(name) {
		this.#current = name;
		this.#switching ||= name === "switch";
		this.#open.set(name, this.#sinceStart());
		this.#effects.log.step(name);
	}
	end(name, ms, detail) {
		const startedMs = this.#open.get(name) ?? this.#sinceStart();
		this.#open.delete(name);
		const step = {
			name,
			startedMs,
			durationMs: Math.round(ms),
			detail
		};
		this.#steps.push(step);
		this.#effects.log.done(step);
	}
	line(text) {
		this.#effects.log.line(text);
	}
	warning(text) {
		this.warn(text);
	}
	warn(text) {
		this.#warnings.push(text);
		this.#effects.log.warning(text);
	}
	saw(inventory) {
		this.#inventory = inventory;
	}
	/** The outcome of a run that only looked. */
	planned(inventory) {
		const { added, changed, removed } = inventory.changed;
		this.line(`would send ${inventory.missing.length} files (${added} new, ${changed} changed, ${removed} gone)`);
		if (!inventory.venv) this.line(`would build a virtual environment for Python ${inventory.python.version}`);
		return {
			t: "outcome",
			status: "unchanged",
			release: inventory.previous,
			previous: inventory.previous,
			prober: {
				sent: 0,
				failed: 0,
				stallMs: 0
			},
			cause: null
		};
	}
	async conclude(act) {
		let outcome;
		let cause;
		let status = "failed";
		try {
			outcome = await act();
			cause = causeOf(outcome);
			status = outcome.status;
		} catch (error) {
			cause = causeOfError(error, this.#current, this.#effects.signal?.aborted ?? false);
			if (this.#switching) {
				status = "unknown";
				cause = {
					...cause,
					next: `The switch had begun, and the server ends it by itself. ${howToFindOut}`
				};
			}
		}
		const previous = outcome?.previous || this.#inventory?.previous || "";
		return {
			status,
			release: outcome?.release ?? (status === "unknown" ? this.release : ""),
			previousRelease: previous,
			commit: this.commit,
			url: this.#url,
			durationMs: this.#sinceStart(),
			requestsSent: outcome?.prober.sent ?? 0,
			requestsFailed: outcome?.prober.failed ?? 0,
			longestStallMs: outcome?.prober.stallMs ?? 0,
			steps: this.#steps.toSorted((a, b) => a.startedMs - b.startedMs),
			cause,
			warnings: this.#warnings,
			changed: this.#inventory?.changed ?? {
				added: 0,
				changed: 0,
				removed: 0
			},
			...this.cost
		};
	}
	#sinceStart() {
		return Math.round(this.#effects.now() - this.#began);
	}
};
// action/engine/deploy/public-smoke.ts
const reasons = {
	ENOTFOUND: "its name does not resolve (DNS)",
	EAI_AGAIN: "its name does not resolve (DNS)",
	ECONNREFUSED: "the connection is refused",
	ECONNRESET: "the connection is reset",
	EHOSTUNREACH: "there is no route to it",
	ENETUNREACH: "there is no route to it",
	ETIMEDOUT: "it does not answer in time",
	UND_ERR_CONNECT_TIMEOUT: "it does not answer in time",
	UND_ERR_SOCKET: "the connection breaks off"
};
/**
* Asks the public URL as a visitor would. A redirect to https passes, as on the server. What a name says that does not
* lead to this server (yet, or because a CDN stands before it) is no verdict on the release: then it is a warning, since
* the smoke test on the server was content.
*
* @param url absolute; what is no URL is a warning as well, never an error: by now the release has its traffic
* @param here addresses of the server
*/
async function publicSmoke({ fetch, resolve }, url, want, here) {
	if (!URL.canParse(want.path, url)) return {
		passed: true,
		warning: `${JSON.stringify(url)} is not a URL, so the site was not checked from outside`
	};
	const where = new URL(want.path, url);
	const problem = await problemOf(fetch, where, want);
	if (problem.passed) return problem;
	const leads = await resolve(where.hostname.replace(/^\[|\]$/g, ""));
	if (leads.some((address) => here.includes(address))) return problem;
	return {
		passed: true,
		warning: `${leads.length === 0 ? `${where.hostname} does not resolve yet` : `${where.hostname} resolves to ${leads.join(", ")}, which is not this server`}; ${problem.message}. The release stays, since nginx on the server serves it.`
	};
}
async function problemOf(ask, where, want) {
	const bad = (kind, why, next) => ({
		passed: false,
		kind,
		message: `from outside, ${where.href} ${why}`,
		next
	});
	try {
		const answer = await ask(where, {
			redirect: "manual",
			signal: AbortSignal.timeout(want.timeout * 1e3)
		});
		const body = await answer.text();
		const location = answer.headers.get("location") ?? "";
		if (answer.status >= 301 && answer.status <= 308 && location.startsWith("https://")) return { passed: true };
		if (answer.status === 503 && want.status !== 503 && answer.headers.has("retry-after")) return {
			passed: true,
			warning: `${where.href} is in maintenance mode: visitors get 503 until \`maintenance off\``
		};
		if (answer.status !== want.status) return bad("app", `answered ${answer.status} instead of ${want.status}`, "The server itself is healthy: check what stands between it and visitors (another site, a proxy, a firewall).");
		if (want.contains && !body.includes(want.contains)) return bad("app", `answered without the text ${JSON.stringify(want.contains)}`, "Check that this URL is the same site.");
		return { passed: true };
	} catch (error) {
		return bad("infrastructure", `failed: ${reasonOf(error, want.timeout)}`, "The server itself is healthy: check `url`, DNS and certificate.");
	}
}
function reasonOf(error, seconds) {
	const { name, message, cause } = error;
	if (name === "TimeoutError") return `it does not answer within ${seconds} s`;
	const code = cause?.code ?? "";
	if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return `its certificate is not accepted (TLS: ${cause?.message})`;
	return reasons[code] ?? cause?.message ?? message;
}
// action/engine/deploy/deploy.ts
/** Brings the repository to its server. Never throws: whatever happens is in the result. */
async function deploy(request, effects) {
	const report = new DeployProgress(effects, request.app.deploy.url);
	return report.conclude(async () => {
		const { app, root, force = false } = request;
		const { run, env, cacheDir, signal } = effects;
		const onLine = (line) => report.line(line);
		const lock = await report.step("check", async () => {
			const found = await readLock({
				root,
				run,
				env,
				cacheDir,
				onLine
			});
			for (const remark of remarksOn(found)) report.warn(remark);
			if (found.kind === "hashed") assertAppServer(app, root, found, names(found.requirements));
			return [found, `${found.from}, ${found.kind}`];
		});
		const { build } = app.deploy.hooks;
		if (build) await report.step("build", () => buildHook(build, request, effects));
		const source = await report.step("files", async () => {
			const { include, exclude } = app.deploy;
			const found = await listFiles({
				root,
				include,
				exclude,
				run,
				env
			});
			if (found.dirty) report.warn("files differ from the commit: what is in the working tree is deployed");
			return [found, `${found.files.length} files of ${found.commit.slice(0, 10)}`];
		});
		report.commit = source.commit;
		const packages = await packagesOf(lock, {
			root,
			source: async () => source,
			run,
			env
		});
		const secrets = request.env && writeEnv(request.env);
		const target = effects.openTarget(request, effects, report);
		const looking = report.step("connect", () => look(target, {
			op: "deploy",
			force,
			commit: source.commit,
			commitAt: source.commitAt,
			files: source.files,
			lock: packages.key,
			fingerprint: fingerprint(source.files, packages.key),
			envDigest: secrets === void 0 ? void 0 : createHash("sha256").update(secrets).digest("hex")
		}));
		const [looked, objection] = await Promise.all([looking, request.inspect?.()]).catch(async (error) => {
			await looking.then(() => target.leave(), () => void 0);
			throw error;
		});
		if (objection) {
			await target.leave();
			for (const line of objection.lines) report.line(line);
			throw new DeployError("usage", "check", objection.problem, objection.next);
		}
		return finish(report, request, effects, target, looked, async (inventory) => {
			const files = inventory.missing.map((index) => source.files[index]);
			const release = releaseId(effects.clock(), source.commit, inventory.releases);
			report.release = release;
			if (inventory.venv) return {
				release,
				root,
				files,
				wheels: [],
				env: secrets
			};
			const wheels = await report.step("build", async () => {
				const { python } = inventory;
				const built = await buildWheels({
					packages,
					python,
					cacheDir,
					run,
					env,
					signal,
					onLine,
					commit: source.commit
				});
				assertAppServer(app, root, lock, built.map(({ name }) => packageOf(name)));
				return [built, `${built.length} wheels for Python ${python.version}`];
			});
			return {
				release,
				root,
				files,
				wheels,
				env: secrets
			};
		});
	});
}
/** Goes back to a former release, gated like any other. Never throws. */
async function rollback(request, effects) {
	const report = new DeployProgress(effects, request.app.deploy.url);
	return report.conclude(async () => {
		const { release, hooks = false } = request;
		const target = effects.openTarget(request, effects, report);
		const looked = await report.step("connect", () => look(target, {
			op: "rollback",
			release,
			hooks
		}));
		return finish(report, request, effects, target, looked, async () => ({
			release: "",
			root: "",
			files: [],
			wheels: [],
			env: void 0
		}));
	});
}
const names = (requirements) => requirements.flatMap(({ name }) => name ?? []);
async function look(target, offer) {
	const looked = await target.offer(offer).catch(async (error) => {
		await target.leave();
		throw error;
	});
	return [looked, looked.t === "outcome" ? looked.status : looked.previous ? `${looked.previous} serves` : "nothing serves yet"];
}
/** What a deploy and a rollback have in common: everything after the first answer. */
async function finish(report, request, effects, target, looked, pack) {
	try {
		if (looked.t === "outcome") return looked;
		report.saw(looked);
		if (request.dryRun) return report.planned(looked);
		return await bringUp(report, request, effects, target, await pack(looked));
	} finally {
		await target.leave();
		report.cost = target.cost;
	}
}
/** stage → gate → [barrier] → switch → smoke → settle, or undo. The target goes on by itself where nobody here has a word. */
async function bringUp(report, { app, barrier }, effects, target, upload) {
	const { smoke, url } = app.deploy;
	const decide = async (step, verdict) => verdict.passed ? target.resume() : target.undo({
		...verdict,
		step
	});
	let at = await target.stage(upload, [...barrier ? ["gated"] : [], ...url ? ["smoked"] : []]);
	if (at.t === "gated" && barrier) at = await decide("gate", await barrier());
	if (at.t === "smoked" && url) {
		const { addresses } = at;
		at = await decide("public_smoke", await report.step("public_smoke", async () => {
			const want = {
				...smoke,
				contains: smoke.contains ?? ""
			};
			const seen = await publicSmoke(effects, url, want, addresses);
			if (seen.passed && seen.warning) report.warn(seen.warning);
			return [seen, seen.passed ? seen.warning ?? `${url} answers` : seen.message];
		}));
	}
	if (at.t !== "outcome") throw new Error(`the target stopped at ${at.t} where nobody had asked it to`);
	return at;
}
async function buildHook(hook, { root }, { run, env, log, signal }) {
	const options = {
		cwd: root,
		env,
		timeoutMs: hook.timeout * 1e3,
		...signal ? { signal } : {}
	};
	const done = await run([
		"sh",
		"-c",
		hook.run
	], {
		...options,
		onLine: (line) => log.line(line)
	});
	const last = (done.stderr || done.stdout).trim().split("\n").slice(-8).join("\n");
	if (done.timedOut) throw new DeployError("app", "build", `the build hook took over ${hook.timeout} s and was ended`, last);
	if (done.code !== 0) throw new DeployError("app", "build", `the build hook \`${hook.run}\` ended with ${done.code}`, last);
	return [void 0, hook.run];
}
// action/inputs/site-url.ts
/**
* Where visitors find the site, as far as the configuration says it: a site without a domain is the server's own.
*
* @param port that nginx listens on for plain HTTP
*/
function siteUrl({ domain }, host, port) {
	return `http://${domain !== "_" ? domain : host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}${port === 80 ? "" : `:${port}`}/`;
}
// action/runner/commits.ts
/** More are a list that nobody reads; GitHub's comparison shows them. */
const MOST = 30;
/**
* The commits after one release up to another commit, newest first; undefined when the checkout does not reach back so
* far, as with actions/checkout's default depth.
*/
async function commitsBetween(run, directory, before, commit) {
	if (!/^[0-9a-f]{7,40}$/.test(before) || !/^[0-9a-f]{7,40}$/.test(commit)) return void 0;
	const done = await run([
		"git",
		"-C",
		directory,
		"log",
		"-z",
		`-n${MOST}`,
		"--format=%H%n%an%n%s",
		`${before}..${commit}`,
		"--",
		"."
	], { timeoutMs: 5e3 }).catch(() => void 0);
	if (done?.code !== 0) return void 0;
	return done.stdout.split("\0").filter(Boolean).map((entry) => {
		const [hash = "", author = "", ...subject] = entry.split("\n");
		return {
			hash,
			author,
			subject: subject.join(" ")
		};
	});
}
// action/commands/server.ts
/** What a deploy and a rollback need alike: the way in, the effects, and the report of what came of it. */
async function runRelease(command, inputs, job, act) {
	const { app, directory } = inputs;
	const { runner, log } = job;
	const { request, effects } = serverAccess(inputs, job);
	const following = followed(inputs, job, `${app.name} to ${inputs.access.host}`);
	if (command === "deploy") following.then((follower) => follower?.begin(runner.sha));
	const outcome = await act(request.login, effects);
	const lost = connectionLost(outcome.cause?.ssh, outcome.cause?.message ?? "", inputs.access);
	const result = {
		...outcome,
		...outcome.cause && lost && { cause: {
			...outcome.cause,
			...lost
		} },
		url: outcome.url || siteUrl(app, inputs.access.host, listenPort(readNginx(directory)))
	};
	const { cause } = result;
	if (cause) {
		for (const line of [cause.traceback, ...cause.journal]) if (line) log.line(line);
	}
	const [before, after] = endsOf(result);
	await (await following)?.end(result, after);
	const [from, to] = command === "rollback" ? [after, before] : [before, after];
	return deployReport(result, {
		command,
		app: app.name,
		dryRun: inputs.dryRun,
		actor: runner.actor,
		repositoryUrl: runner.repository ? `${runner.serverUrl}/${runner.repository}` : "",
		folder: repositoryPath(runner.workspace, directory),
		changes: await commitsBetween(job.run, directory, from, to),
		exists: (file) => existsSync(join(directory, file))
	});
}
/** Loaded while the deploy is under way already, and only where there is something to follow it with. */
async function followed(inputs, job, description) {
	const { githubToken: token, environment, dryRun } = inputs;
	if (token === "" || job.runner.repository === "" || dryRun) return void 0;
	const { followDeploy } = await import("./follow-deploy.js");
	return followDeploy({
		token,
		environment,
		description
	}, job);
}
export { deploy as n, rollback as r, runRelease as t };
