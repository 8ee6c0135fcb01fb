#!/usr/bin/env node
import { dispatch } from "./commands.ts";
import { report } from "./errors.ts";
import { processIo } from "./io.ts";

const io = processIo();
const args = process.argv.slice(2);
try {
  process.exitCode = await dispatch(args, io);
} catch (error) {
  process.exitCode = report(error, args, io);
}
