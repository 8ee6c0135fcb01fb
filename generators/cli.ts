#!/usr/bin/env node
import { keepCompiled } from "./dispatch/compiled.ts";

// Before anything else of ours is loaded, or that would be compiled anew each time.
keepCompiled(process.env);
const { program } = await import("./dispatch/program.ts");
process.exitCode = await program(process.argv.slice(2));
