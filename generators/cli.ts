#!/usr/bin/env node
console.log("create-flask-deploy");
