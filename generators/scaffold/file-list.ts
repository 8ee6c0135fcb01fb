import { type Answers, letsEncrypt } from "../../action/engine/app/fields.ts";
import { loginOf } from "../../action/engine/app/login.ts";
import { wordsOf } from "../../action/engine/app/names.ts";
import { maintenanceLines } from "../../action/engine/console/maintenance/site.ts";
import { type AppServerKind, launchLine } from "../../action/engine/kinds/app-server.ts";
import { appServers, deployFiles, managerFile, processManagers } from "../../action/engine/kinds/index.ts";
import type { ProcessManagerKind } from "../../action/engine/kinds/process-manager.ts";
import { portsOf, type SocketKind, sockets } from "../../action/engine/kinds/socket.ts";
import { version } from "../package.ts";
import { environmentOf, workflowOf } from "./destination/workflow.ts";

/** One file of the generated repository. */
export interface ListedFile {
  /** Path below templates/. */
  readonly template: string;
  /** Path in the generated repository, with "/" between its parts. */
  readonly path: string;
  /** Permissions, if they are not the default of a file. */
  readonly mode?: number;
}

/** The repository that the files are written to. */
export interface Surroundings {
  /** Whether it existed before: then it keeps its license and the settings of its tests. */
  readonly existing: boolean;
  /** Path of the app in it, with "/"; "" for its root. */
  readonly folder: string;
}

export const newRepository: Surroundings = { existing: false, folder: "" };

/** What the templates get besides the answers. */
export interface View {
  /** Version of this program, by which `update` recognizes the files. */
  readonly version: string;
  /** Path of the app in its repository, "" for the root. */
  readonly folder: string;
  /** The GitHub environment that the workflows deploy to. */
  readonly environment: string;
  /** Paths of the workflows, in the repository. */
  readonly workflows: Readonly<Record<"deploy" | "console" | "update", string>>;
  /** Names of the site, the canonical one first, and the address blocks of the proxy in front. */
  readonly names: readonly string[];
  readonly blocks: readonly string[];
  /** Whether the CA is the one that the answers have by default. */
  readonly publicCa: boolean;
  /** The app's name as nginx's variables can have it, and the headers that nginx adds to each answer. */
  readonly variable: string;
  readonly headers: readonly string[];
  /** Whether pytest's settings are in a generated file. */
  readonly pytestIni: boolean;
  /** Whether it is a Flask app; otherwise it is a bare WSGI callable. */
  readonly flask: boolean;
  /** Whether the app requests a quote from an external API. */
  readonly quotes: boolean;
  /** Module and callable that the app server loads, as "wsgi:app". */
  readonly callable: string;
  /** Folder of the static files, without slashes at its ends. */
  readonly staticFolder: string;
  /** Folder of the HTML pages. */
  readonly pagesFolder: string;
  /** Addresses that nginx connects to, as `server` and `uwsgi_pass` spell them; several only over TCP. */
  readonly addresses: readonly string[];
  /** Where nginx passes requests: the upstream's name if there are several addresses. */
  readonly passTo: string;
  /** Whether nginx first looks for a file, by `try_files` and a named location. */
  readonly namedLocation: boolean;
  /** The app server and the process manager. */
  readonly appServer: AppServerKind;
  readonly socketKind: SocketKind;
  readonly manager: ProcessManagerKind;
  /** The command line that starts the app server in the folder of a release. */
  readonly launch: string;
  /** The process manager's main file, for the README. */
  readonly managerFile: string;
  /** The lines of the site for `maintenance`. */
  readonly maintenance: readonly string[];
  /** The deploy user. */
  readonly login: string;
}

/** Derives from the answers what several templates need. */
export function view(answers: Answers, { existing, folder }: Surroundings = newRepository): View {
  const flask = answers.layout !== "wsgi";
  const socketKind = sockets[answers.socket];
  const ports = portsOf(answers).map((port) => `127.0.0.1:${port}`);
  const addresses = ports.length > 0 ? ports : [`unix:/run/${answers.name}/current.sock`];
  const callable = flask ? "wsgi:app" : "wsgi:application";
  const appServer = appServers[answers.server];
  const codeFolder = answers.layout === "package" ? "app/" : "";
  const variable = answers.name.replaceAll("-", "_");
  const headers = [
    `X-Content-Type-Options $${variable}_nosniff`,
    `Referrer-Policy $${variable}_referrer`,
    ...(answers.tls !== "none" && answers.hsts > 0 ? ["Strict-Transport-Security $hsts"] : []),
  ];
  return {
    version: version(),
    folder,
    environment: environmentOf(answers.name, folder),
    workflows: {
      deploy: workflowOf("deploy", answers.name, folder),
      console: workflowOf("console", answers.name, folder),
      update: workflowOf("update", answers.name, folder),
    },
    names: wordsOf(answers.domain),
    blocks: wordsOf(answers.behind),
    publicCa: answers.tlsServer === letsEncrypt,
    pytestIni: !existing,
    flask,
    quotes: flask && answers.stack === "gunicorn",
    callable,
    staticFolder: `${codeFolder}static`,
    pagesFolder: `${codeFolder}templates`,
    addresses,
    passTo: addresses.length > 1 ? answers.name : (addresses[0] as string),
    namedLocation: answers.stack === "uwsgi-tcp" && answers.static,
    appServer,
    socketKind,
    manager: processManagers[answers.processManager],
    launch: launchLine(appServer, callable),
    managerFile: managerFile(answers),
    ...{ variable, headers },
    maintenance: maintenanceLines(answers.name, headers),
    login: loginOf(answers.name),
  };
}

/** The files for these answers, in a new or an existing repository; paths start at its root. */
export function fileList(answers: Answers, around: Surroundings = newRepository): readonly ListedFile[] {
  const { folder, workflows } = view(answers, around);
  const inFolder = (leaf: ListedFile): ListedFile => (folder ? { ...leaf, path: `${folder}/${leaf.path}` } : leaf);
  return [
    ...appFiles(answers, around).map(inFolder),
    // GitHub reads workflows at the root of a repository only.
    { template: ".github/workflows/deploy.yml.ejs", path: workflows.deploy },
    ...(answers.console ? [{ template: ".github/workflows/console.yml.ejs", path: workflows.console }] : []),
    ...(answers.updates ? [{ template: ".github/workflows/update.yml.ejs", path: workflows.update }] : []),
  ];
}

function appFiles(answers: Answers, { existing }: Surroundings): readonly ListedFile[] {
  const { flask, quotes, staticFolder, pagesFolder } = view(answers);
  const packaged = answers.layout === "package";
  const lock = lockName({ flask, quotes, server: answers.server });
  const same = (path: string): ListedFile => ({ template: `${path}.ejs`, path });
  return [
    same("README.md"),
    same("flask-deploy.yml"),
    same(".env.example"),
    same(".gitignore"),
    ...(existing ? [] : [same("pytest.ini")]),
    ...(answers.license === "none" ? [] : [{ template: `licenses/${answers.license}.ejs`, path: "LICENSE" }]),

    ...(flask && !packaged ? [same("app.py")] : []),
    ...(packaged ? [same("app/__init__.py"), same("app/pages.py")] : []),
    ...(quotes ? [{ template: "quotes.py.ejs", path: packaged ? "app/quotes.py" : "quotes.py" }] : []),
    { template: flask ? "wsgi.py.ejs" : "wsgi-bare.py.ejs", path: "wsgi.py" },
    { template: "templates/index.html.ejs", path: `${pagesFolder}/index.html` },
    { template: "static/style.css.ejs", path: `${staticFolder}/style.css` },
    { template: "static/favicon.svg.ejs", path: `${staticFolder}/favicon.svg` },
    { template: flask ? "tests/test_app.py.ejs" : "tests/test_wsgi.py.ejs", path: "tests/test_app.py" },
    ...(quotes ? [same("tests/test_quotes.py")] : []),

    same("requirements.in"),
    { template: `requirements/${lock}.txt.ejs`, path: "requirements.txt" },
    same("requirements-dev.in"),
    { template: `requirements/${lock}-dev.txt.ejs`, path: "requirements-dev.txt" },

    same(appServers[answers.server].file),
    same("deploy/nginx.conf"),
    same("deploy/maintenance.html"),
    // The first line of flask-deploy.yml refers editors to this path.
    { template: "deploy/flask-deploy.schema.json", path: "deploy/flask-deploy.schema.json" },
    ...deployFiles(answers),
  ];
}

/** What decides which packages a repository needs. */
export type PackageSet = Pick<View, "flask" | "quotes"> & Pick<Answers, "server">;

/** Name of the lock for a set of packages below templates/requirements/. */
export const lockName = ({ flask, quotes, server }: PackageSet): string =>
  [flask ? "flask" : "wsgi", ...(quotes ? ["quotes"] : []), server].join("-");
