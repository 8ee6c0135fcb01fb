#!/usr/bin/env node
// generators/cli.ts
console.log("create-flask-deploy");
export {};
