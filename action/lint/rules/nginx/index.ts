import type { Rule } from "../../rule.ts";
import { aliasInRegexWithoutCapture } from "./alias-in-regex-without-capture.ts";
import { aliasSlashMismatch } from "./alias-slash-mismatch.ts";
import { aliasTraversal } from "./alias-traversal.ts";
import { badArguments } from "./bad-arguments.ts";
import { deprecatedParameter } from "./deprecated-parameter.ts";
import { duplicateDirective } from "./duplicate-directive.ts";
import { duplicateLocation } from "./duplicate-location.ts";
import { duplicateServerName } from "./duplicate-server-name.ts";
import { faviconTypo } from "./favicon-typo.ts";
import { filesInHome } from "./files-in-home.ts";
import { headerTypo } from "./header-typo.ts";
import { includeTypo } from "./include-typo.ts";
import { locationWithoutSlash } from "./location-without-slash.ts";
import { missingForwardedFor } from "./missing-forwarded-for.ts";
import { missingForwardedProto } from "./missing-forwarded-proto.ts";
import { noMimeTypes } from "./no-mime-types.ts";
import { placeholderValue } from "./placeholder-value.ts";
import { proxyDirectiveWithUwsgiPass } from "./proxy-directive-with-uwsgi-pass.ts";
import { proxyMissingHost } from "./proxy-missing-host.ts";
import { proxyPassUriStrip } from "./proxy-pass-uri-strip.ts";
import { removedDirective } from "./removed-directive.ts";
import { rootExposesApp } from "./root-exposes-app.ts";
import { rootIsFile } from "./root-is-file.ts";
import { rootRepeatsLocation } from "./root-repeats-location.ts";
import { setHeaderInheritance } from "./set-header-inheritance.ts";
import { socketInHome } from "./socket-in-home.ts";
import { socketInTmp } from "./socket-in-tmp.ts";
import { sslCertMissingKey } from "./ssl-cert-missing-key.ts";
import { sslListenWithoutSsl } from "./ssl-listen-without-ssl.ts";
import { syntax } from "./syntax.ts";
import { tryFilesFallbackMissing } from "./try-files-fallback-missing.ts";
import { tryFilesWithoutRoot } from "./try-files-without-root.ts";
import { undefinedLogFormat } from "./undefined-log-format.ts";
import { undefinedZone } from "./undefined-zone.ts";
import { unknownDirective } from "./unknown-directive.ts";
import { upstreamAnyAddress } from "./upstream-any-address.ts";
import { upstreamBadSocketUrl } from "./upstream-bad-socket-url.ts";
import { upstreamUndefined } from "./upstream-undefined.ts";
import { upstreamUnused } from "./upstream-unused.ts";
import { uwsgiParamsMissing } from "./uwsgi-params-missing.ts";
import { weakTls } from "./weak-tls.ts";
import { websocketUpgradeMissing } from "./websocket-upgrade-missing.ts";
import { wrongContext } from "./wrong-context.ts";

export const nginxRules: readonly Rule[] = [
  aliasInRegexWithoutCapture,
  aliasSlashMismatch,
  aliasTraversal,
  badArguments,
  deprecatedParameter,
  duplicateDirective,
  duplicateLocation,
  duplicateServerName,
  faviconTypo,
  filesInHome,
  headerTypo,
  includeTypo,
  locationWithoutSlash,
  missingForwardedFor,
  missingForwardedProto,
  noMimeTypes,
  placeholderValue,
  proxyDirectiveWithUwsgiPass,
  proxyMissingHost,
  proxyPassUriStrip,
  removedDirective,
  rootExposesApp,
  rootIsFile,
  rootRepeatsLocation,
  setHeaderInheritance,
  socketInHome,
  socketInTmp,
  sslCertMissingKey,
  sslListenWithoutSsl,
  syntax,
  tryFilesFallbackMissing,
  tryFilesWithoutRoot,
  undefinedLogFormat,
  undefinedZone,
  unknownDirective,
  upstreamAnyAddress,
  upstreamBadSocketUrl,
  upstreamUndefined,
  upstreamUnused,
  uwsgiParamsMissing,
  weakTls,
  websocketUpgradeMissing,
  wrongContext,
];
