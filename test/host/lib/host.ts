import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { quoteAll } from "../../../action/engine/process/quote.ts";
import { type Finished, type RunOptions, runProcess } from "../../../action/engine/process/run.ts";
import { type Connection, connect } from "../../../action/engine/targets/server/ssh.ts";
import { base, identityFile, type Variant } from "./base.ts";
import { lab } from "./machine.ts";

export interface BootOptions {
  readonly variant?: Variant;
  /** Size of everything written after boot, as tmpfs takes it: "200m". */
  readonly disk?: string;
  /** How many files can be made after boot; 0 for no bound. */
  readonly inodes?: number;
}

/** A real server: its own systemd, sshd, network address. Whatever happens to the test, it is gone with its process. */
export interface Host {
  readonly address: string;
  readonly port: number;
  /** Private key that root@address accepts; its public half is `identityFile + ".pub"`. */
  readonly identityFile: string;
  /** Pins the host's keys, read from its own disk. */
  readonly knownHostsFile: string;
  /** Process id, on this machine, of the host's process 1. */
  readonly init: number;
  /** The host's file system as seen from here, to look at or plant files in without ssh. */
  readonly root: string;
  /** As root over real ssh; one shared connection, made anew after a reboot or a cut. */
  ssh(command: readonly string[] | string, options?: RunOptions): Promise<Finished>;
  /** As {@link ssh}, but throws unless it ends with 0; gives stdout without the last newline. */
  must(command: readonly string[] | string, options?: RunOptions): Promise<string>;
  /** As root straight in the host's namespaces: works with the network cut, with sshd dead, and in a few ms. */
  inside(command: readonly string[] | string, options?: RunOptions): Promise<Finished>;
  /** Drops every packet to and from the host, silently, as a pulled cable does. */
  cut(): Promise<void>;
  heal(): Promise<void>;
  /** In order, as `systemctl reboot`; or at once, as a power cut (`"pull-plug"`). Ends when ssh answers again. */
  reboot(how?: "restart" | "pull-plug"): Promise<void>;
  /** Fills the disk up to `leaveKiB`; give {@link BootOptions.disk}, or it is 2 GiB of memory. */
  fillDisk(leaveKiB?: number): Promise<void>;
  /** Uses up all inodes but `leave`; needs {@link BootOptions.inodes}. */
  fillInodes(leave?: number): Promise<void>;
  /** Undoes {@link fillDisk} and {@link fillInodes}. */
  freeDisk(): Promise<void>;
  stop(): Promise<void>;
}

const search = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Both live where nothing else does. */
const ballast = "/var/tmp/ballast";

/** Boots a test host in one to two seconds (the first ever builds its tree). Several at once do not collide. */
export async function bootHost({ variant = "ready", disk = "2g", inodes = 0 }: BootOptions = {}): Promise<Host> {
  const tree = await base(variant);
  const keeper = spawn("sh", [join(import.meta.dirname, "keeper.sh"), lab, tree, disk, String(inodes)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  });
  const lines = createInterface({ input: keeper.stdout });
  const answers = lines[Symbol.asyncIterator]();
  const answer = async () => {
    const late = sleep(120_000, { value: "error no answer from the keeper", done: true }, { ref: false });
    const { value = "error the keeper ended", done } = await Promise.race([answers.next(), late]);
    if (done || !/^(slot|done) /.test(value)) throw new Error(`test host: ${value}`);
    return value.split(" ");
  };

  const [, slot, first] = await answer();
  const address = `10.98.0.${slot}`;
  const root = join(lab, "slots", `${slot}.host/root`);
  const folder = mkdtempSync(join(tmpdir(), "fd-host-"));
  const knownHostsFile = join(folder, "known_hosts");
  writeFileSync(knownHostsFile, `${address} ${readFileSync(join(tree, "etc/ssh/ssh_host_ed25519_key.pub"), "utf8")}`);

  let init = Number(first);
  let connection: Connection | undefined;
  const drop = async () => {
    await connection?.close();
    connection = undefined;
  };
  const order = async (what: string) => {
    await drop();
    keeper.stdin.write(`${what}\n`);
    init = Number((await answer())[1]);
  };
  const ssh: Host["ssh"] = async (command, options) => {
    connection ??= await connect({ host: address, user: "root", identityFile, knownHostsFile, run: runProcess });
    return connection.exec(command, options);
  };
  const inside: Host["inside"] = (command, options) => {
    const argv = typeof command === "string" ? ["sh", "-c", command] : command;
    return runProcess(["nsenter", "-t", String(init), "-a", "env", "-i", "HOME=/root", search, ...argv], options);
  };
  const must: Host["must"] = async (command, options) => {
    const done = await ssh(command, options);
    if (done.code === 0) return done.stdout.replace(/\n$/, "");
    const shown = typeof command === "string" ? command : quoteAll(command);
    throw new Error(`on the test host, \`${shown}\` ended with ${done.code}:\n${done.stdout}${done.stderr}`);
  };
  const host: Host = {
    ...{ address, port: 22, identityFile, knownHostsFile, root, ssh, must, inside },
    get init() {
      return init;
    },
    cut: () => order("cut"),
    heal: () => order("heal"),
    reboot: async (how = "restart") => {
      await order(how);
      await answering(address);
    },
    fillDisk: async (leaveKiB = 0) => {
      const free = "$(df -k --output=avail / | tail -1)";
      await inside(`n=$((${free} - ${leaveKiB})); dd if=/dev/zero of=${ballast} bs=1024 count=$n 2>/dev/null; true`);
    },
    fillInodes: async (leave = 0) => {
      const free = "$(df --output=iavail / | tail -1)";
      await inside(
        `mkdir -p ${ballast}.d && cd ${ballast}.d && seq $((${free} - ${leave})) | xargs touch 2>/dev/null; true`,
      );
    },
    freeDisk: async () => {
      await inside(["rm", "-rf", ballast, `${ballast}.d`]);
    },
    stop: async () => {
      await drop();
      keeper.stdin.end();
      await ended(keeper);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await answering(address).catch(async (error: Error) => {
    await host.stop();
    throw error;
  });
  return host;
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null ? undefined : new Promise((done) => child.once("exit", done));

/** Until sshd says its banner: the port alone is open a little earlier, and a login in that moment is refused. */
async function answering(address: string, withinMs = 30_000): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(30)) {
    const banner = await new Promise<boolean>((done) => {
      const socket = connectTcp({ host: address, port: 22, timeout: 1000 });
      const close = (answer: boolean) => {
        socket.destroy();
        done(answer);
      };
      socket.once("data", () => close(true));
      socket.once("error", () => close(false));
      socket.once("timeout", () => close(false));
    });
    if (banner) return;
  }
  throw new Error(`test host ${address}: no ssh after ${withinMs / 1000} s`);
}
