import { type Gated, type Outcome, outcome, type Smoked } from "../target.ts";
import { packDriver } from "./driver.ts";
import { driverSettings, readNginx } from "./driver-settings.ts";
import * as messages from "./messages.ts";
import type { OpenServer } from "./request.ts";
import { Session } from "./session.ts";
import { bytesOf } from "./upload.ts";

/** A server behind sshd, as a target. */
export const openServer: OpenServer = (request, effects, progress) => {
  const { app, root, login, runUrl, by, lockSeconds = 600, probeSeconds, hold } = request;
  const session = new Session(login, effects, progress, packDriver());
  /** Seen from here the server may have one more address: a name of its own, behind a router. */
  const seenFromHere = async <At extends Gated | Smoked | Outcome>(at: At): Promise<At> =>
    at.t === "smoked" ? { ...at, addresses: [...at.addresses, ...(await effects.resolve(login.host))] } : at;
  return {
    async offer(offer) {
      const settings = driverSettings(app, readNginx(root), probeSeconds);
      const about = { app: app.name, login: `${login.user}@${login.host}`, settings };
      session.say({ ...offer, ...about, run: runUrl, by, lockSeconds, hold });
      const offered = await session.next(messages.offered);
      // From here on code of others may run on this side: what builds a package.
      login.key?.remove();
      return offered;
    },
    async stage(upload, stops) {
      const wheels = upload.wheels.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
      const env = upload.env === undefined ? null : Buffer.byteLength(upload.env);
      session.say({ t: "go", release: upload.release, wheels, env, waits: stops });
      await session.send(bytesOf(upload));
      return seenFromHere(await session.next(messages.staged));
    },
    async resume() {
      session.say({ t: "resume" });
      return seenFromHere(await session.next(messages.resumed));
    },
    async undo(reason) {
      session.say({ t: "undo", ...reason });
      return session.next(outcome);
    },
    leave: () => session.close(),
    get cost() {
      return { roundTrips: session.roundTrips, bytesSent: session.bytesSent };
    },
  };
};
