import type { Rule } from "../../rule.ts";
import { abbreviatedOption } from "./abbreviated-option.ts";
import { badBoolean } from "./bad-boolean.ts";
import { badNumber } from "./bad-number.ts";
import { chmodWithoutUnixSocket } from "./chmod-without-unix-socket.ts";
import { colonSeparator } from "./colon-separator.ts";
import { duplicateOption } from "./duplicate-option.ts";
import { httpInsteadOfHttpSocket } from "./http-instead-of-http-socket.ts";
import { inlineComment } from "./inline-comment.ts";
import { magicPercent } from "./magic-percent.ts";
import { moduleAndWsgiFile } from "./module-and-wsgi-file.ts";
import { mountWithoutManageScriptName } from "./mount-without-manage-script-name.ts";
import { needApp } from "./need-app.ts";
import { noDieOnTerm } from "./no-die-on-term.ts";
import { noMaster } from "./no-master.ts";
import { pluginWithPipUwsgi } from "./plugin-with-pip-uwsgi.ts";
import { privilegedPort } from "./privileged-port.ts";
import { publicUwsgiSocket } from "./public-uwsgi-socket.ts";
import { relativeHome } from "./relative-home.ts";
import { runsAsRoot } from "./runs-as-root.ts";
import { sectionMissing } from "./section-missing.ts";
import { threadsDisabled } from "./threads-disabled.ts";
import { undefinedPlaceholder } from "./undefined-placeholder.ts";
import { unknownOption } from "./unknown-option.ts";
import { worldWritableSocket } from "./world-writable-socket.ts";

export const uwsgiRules: readonly Rule[] = [
  abbreviatedOption,
  badBoolean,
  badNumber,
  chmodWithoutUnixSocket,
  colonSeparator,
  duplicateOption,
  httpInsteadOfHttpSocket,
  inlineComment,
  magicPercent,
  moduleAndWsgiFile,
  mountWithoutManageScriptName,
  needApp,
  noDieOnTerm,
  noMaster,
  pluginWithPipUwsgi,
  privilegedPort,
  publicUwsgiSocket,
  relativeHome,
  runsAsRoot,
  sectionMissing,
  threadsDisabled,
  undefinedPlaceholder,
  unknownOption,
  worldWritableSocket,
];
