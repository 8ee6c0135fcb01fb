import { describe, expect, it } from "vitest";
import { readApp } from "../../action/engine/app/app.ts";
import { type AnswerKey, type Answers, fields, stacks } from "../../action/engine/app/fields.ts";
import { answerProblems, checkedAnswers, flagName } from "../../generators/scaffold/answers.ts";
import { repository } from "../../generators/scaffold/render.ts";
import { templates } from "../../generators/scaffold/templates.ts";
import fc from "../fuzz.ts";

const texts = fields.filter(({ kind }) => kind === "text").map(({ key }) => key);

/** What means something to nginx, an ini, a unit, Python, YAML, TOML, a shell or GitHub beside letters and digits. */
const signs = [
  "\n",
  "\r",
  "\u2028",
  "\0",
  "\t",
  " ",
  ";",
  "{",
  "}",
  "[",
  "]",
  "=",
  "#",
  "%",
  "$",
  '"',
  "'",
  "`",
  "\\",
  "|",
  "<",
  ">",
];

const odd = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.oneof(fc.constantFrom(...signs), fc.constantFrom("listen 81", "User=root", "${{ x }}", "a", "-", ".", ":")),
    )
    .map((parts) => parts.join("")),
);
/** Odd ones that are allowed too, so that what is rendered is looked at as well as what is refused. */
const allowed: Record<string, fc.Arbitrary<string>> = {
  name: fc.oneof(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/),
    fc.constantFrom("null", "s", "n", "yes", "no", "off", "y", "nan", "e1", "a-b"),
  ),
  domain: fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9-]{1,9}(\.[A-Za-z0-9-]{1,9}){0,3}$/),
    fc.constantFrom("_", "null", "true", "1.5", "1e3", "0x1f", "127.0.0.1", "default", "NULL", "~", "on"),
  ),
  python: fc.stringMatching(/^3\.\d{1,2}$/),
  tlsEmail: fc.oneof(fc.constant(""), fc.stringMatching(/^[A-Za-z0-9._+-]{1,9}@[A-Za-z0-9.-]{1,9}$/)),
  tlsServer: fc.stringMatching(/^https:\/\/[A-Za-z0-9.:-]{1,9}\/[\w./:-]{0,9}$/),
  tlsCertificate: fc.stringMatching(/^\/[\w./-]{1,9}$/),
  tlsKey: fc.stringMatching(/^\/[\w./-]{1,9}$/),
  behind: fc.oneof(
    fc.ipV4().map((address) => `${address}/8`),
    fc.ipV6(),
    fc.constant(""),
  ),
  action: fc.oneof(fc.stringMatching(/^[\w.-]+\/[\w./-]+@[\w./-]+$/), fc.stringMatching(/^\.\/[\w./-]*$/)),
};
const plain: Record<string, string> = {
  name: "shop",
  domain: "example.org",
  python: "3.12",
  action: "org/flask-deploy@v1",
};
/** Answers that need another one to apply. */
const files = { tls: "files", tlsCertificate: "/etc/ssl/own.pem", tlsKey: "/etc/ssl/own.key" };
const plainFor = (key: string): Record<string, string> => ({
  ...plain,
  ...(key in files && files),
  ...(key === "tlsEmail" && { tlsEmail: "ann@example.org" }),
  ...(key === "tlsServer" && { tlsServer: "https://ca.example.org/dir" }),
});

/** Plain answers, at least one of each kind that a template tells apart. */
const representatives: Record<string, readonly string[]> = {
  name: ["shop"],
  domain: ["_", "example.org", "shop.test", "example.org www.example.org", "shop.test www.shop.test"],
  tlsEmail: ["", "ann@example.org"],
  tlsServer: ["https://ca.example.org/dir", "https://acme-v02.api.letsencrypt.org/directory"],
  tlsCertificate: ["/etc/ssl/own.pem"],
  tlsKey: ["/etc/ssl/own.key"],
  behind: ["", "192.0.2.0/24"],
  python: ["3.10", "3.12", "3.99"],
  action: ["org/flask-deploy@v1", "other/action@v1", "./", "./other"],
};

const combination = fc.record({
  stack: fc.constantFrom(...(Object.keys(stacks) as Answers["stack"][])),
  processManager: fc.constantFrom("systemd", "supervisor" as const),
  nginx: fc.constantFrom("site", "full" as const),
}) as fc.Arbitrary<Partial<Answers>>;

/** How often each sign occurs, by file: what a line or a directive more would change. */
function shape(files: readonly { path: string; content: Buffer }[], name: string): Record<string, string> {
  const count = (text: string) =>
    signs.map((sign) => `${JSON.stringify(sign)}×${text.split(sign).length - 1}`).join(" ");
  return Object.fromEntries(
    files.map(({ path, content }) => [
      path.replace(new RegExp(`^deploy/${name}(?=[@.-])`), "deploy/NAME"),
      count(`${content}`),
    ]),
  );
}

describe("an answer, however odd,", async () => {
  const { render } = await repository(templates);

  it.each(texts)("cannot add a line or a directive to any file: %s", async (key: AnswerKey) => {
    let rendered = 0;
    const value = fc.oneof(
      { arbitrary: odd, weight: 2 },
      { arbitrary: allowed[key] as fc.Arbitrary<string>, weight: 1 },
    );
    await fc.assert(
      fc.asyncProperty(value, combination, async (text, rest) => {
        const given = { ...plainFor(key), ...rest, [key]: text } as Partial<Answers>;
        if (answerProblems(given).length > 0) {
          const whole = { ...checkedAnswers({ ...given, [key]: plainFor(key)[key] ?? "" }), [key]: text };
          await expect(render(whole)).rejects.toThrow(`--${flagName(key)}`);
          return;
        }
        rendered++;
        const answers = checkedAnswers(given);
        const files = await render(answers);
        // Some answers choose between lines, such as "_" or a Python too old for setup-uv; a plain one chooses them too.
        const shapes = (representatives[key] ?? []).map(async (value) => {
          const like = checkedAnswers({ ...given, [key]: value });
          return shape(await repository(templates).then(({ render }) => render(like)), like.name);
        });
        expect(await Promise.all(shapes)).toContainEqual(shape(files, answers.name));
        const yml = files.find(({ path }) => path === "flask-deploy.yml");
        expect(readApp(`${yml?.content}`)).toMatchObject(answers);
      }),
      { numRuns: 150 },
    );
    expect(rendered).toBeGreaterThan(5);
  });

  it("is refused by the command line as well, with the flag that holds it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), odd, (key, text) => {
        const problems = answerProblems({ ...plainFor(key), [key]: `${text}\n` } as Partial<Answers>);
        expect(problems.join("\n")).toContain(`--${flagName(key)}`);
      }),
    );
  });
});
