import { columns } from "./help.ts";

/** Every command except the scaffold itself, in the order of `--help`, with its summary. */
export const summaries = {
  preview: "run the app here with its own configuration",
  lint: "find what would break the site in the configs, and between them",
  explain: "say what a rule of lint is about",
  update: "merge newer templates, or other answers, into the app",
  setup: "prepare a server for the app",
  github: "set up a GitHub repository that deploys on push",
  deploy: "deploy to the server",
  rollback: "roll back to a previous release",
  releases: "list the releases on the server",
  status: "show the live release and whether it responds",
  doctor: "diagnose the server and the connection to it",
  maintenance: "show visitors a page instead of the site",
  logs: "show what the app, its process manager and nginx have written",
  exec: "run a command on the server, in the live release's environment",
  shell: "open a shell on the server, in the live release's environment",
  unlock: "end the deploy that holds the server's lock",
  completion: "print what makes bash, zsh or fish complete all this",
} as const;

/** The list of the other commands, for the scaffold's `--help`. */
export const commandLines = (): string[] => columns(Object.entries(summaries));
