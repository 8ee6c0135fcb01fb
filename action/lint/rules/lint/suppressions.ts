import { defineRule, type Rule } from "../../rule.ts";

const site = (comment: string) => `server {
    listen 80;
    location /static/ {${comment}
        alias /srv/shop/static/;
    }
}
`;
const suppressed = `server {
    listen 80;
    location /assets/ {
        # flask-deploy-ignore nginx/alias-slash-mismatch: the folders are called assets-v1, assets-v2
        alias /srv/shop/assets-;
    }
}
`;

/** The engine itself reports these two, after all other rules; see suppress.ts. */
const byTheEngine = () => undefined;

export const suppressionRules: readonly Rule[] = [
  defineRule({
    id: "lint/suppression-without-reason",
    severity: "warning",
    summary: "A suppression that names no rule or gives no reason",
    why: `A suppression outlives the memory of why it was written. \`# flask-deploy-ignore RULE: reason\` says both; without them it is a
comment like any other and suppresses nothing.`,
    bad: site("\n        # flask-deploy-ignore nginx/alias-slash-mismatch"),
    good: suppressed,
    check: byTheEngine,
  }),
  defineRule({
    id: "lint/unused-suppression",
    severity: "warning",
    summary: "A suppression without a finding",
    why: `The line below was fixed, or never broke the rule. A suppression that stays behind hides the next real mistake on that
line, and warns its reader of a problem that is gone.`,
    bad: site("\n        # flask-deploy-ignore nginx/alias-slash-mismatch: the folder is called staticfiles"),
    good: suppressed,
    check: byTheEngine,
  }),
];
