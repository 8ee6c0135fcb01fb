import { columns } from "./help.ts";

/** Every command except the scaffold itself, in the order of `--help`, with its summary. */
export const summaries = {
  preview: "run the app here with its own configuration",
  lint: "find errors in the configuration files, and between them",
  explain: "explain a lint rule",
  update: "merge newer templates, or other answers, into the app",
  setup: "prepare a server for the app",
  github: "set up a GitHub repository that deploys on push",
  deploy: "deploy to the server",
  rollback: "roll back to a previous release",
  releases: "list the releases on the server",
  status: "show the live release and whether it responds",
  doctor: "diagnose the server and the connection to it",
  maintenance: "show visitors a maintenance page instead of the site",
  tls: "show what is served over HTTPS, or renew the certificate",
  logs: "print the logs of the app, its process manager and nginx",
  exec: "run a command on the server, in the live release's environment",
  shell: "open a shell on the server, in the live release's environment",
  unlock: "stop the deploy that holds the lock on the server",
  completion: "print the completion script for bash, zsh or fish",
} as const;

/** The list of the other commands, for the scaffold's `--help`. */
export const commandLines = (): string[] => columns(Object.entries(summaries));
