#!/usr/bin/env node
import { dispatch } from "./dispatch/commands.ts";
import { report } from "./dispatch/report-error.ts";
import { processIo } from "./terminal/io.ts";

const io = processIo();
const args = process.argv.slice(2);
process.exitCode = await dispatch(args, io).catch((error) => report(error, args, io));
