#!/usr/bin/env node
import { program } from "./dispatch/program.ts";

process.exitCode = await program(process.argv.slice(2));
