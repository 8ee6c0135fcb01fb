import { type Answers, fields } from "../../action/engine/app/fields.ts";
import { conflicts } from "../../action/engine/app/problems.ts";
import { checkedAnswers } from "../../generators/scaffold/answers.ts";

/** One set of answers, and how it is called in a test. */
export interface Combination {
  readonly label: string;
  readonly answers: Answers;
}

const values = <K extends keyof Answers>(key: K) =>
  Object.keys(fields.find((field) => field.key === key)?.choices ?? {}) as Answers[K][];

export const stacks: readonly Combination[] = values("stack").map((stack) => ({
  label: stack,
  answers: checkedAnswers({ name: "shop", stack }),
}));

/**
 * Every valid combination of layout, server, socket, process manager, nginx mode and static files. What is not counted among them
 * (which stack's app, how many addresses, which domain) goes in turn, so that each of its values meets many of them.
 */
export const combinations: readonly Combination[] = values("layout")
  .flatMap((layout) => values("server").map((server) => ({ layout, server })))
  .flatMap((given) => values("socket").map((socket) => ({ ...given, socket })))
  .flatMap((given) => values("processManager").map((processManager) => ({ ...given, processManager })))
  .flatMap((given) => values("nginx").map((nginx) => ({ ...given, nginx })))
  .flatMap((given) => [true, false].map((withStatic) => ({ ...given, static: withStatic })))
  .filter((given) => conflicts(given).length === 0)
  .map((given, turn) => ({
    label: Object.values({ ...given, static: given.static ? "static" : "no static" }).join(", "),
    answers: checkedAnswers({
      ...given,
      name: "shop",
      stack: values("stack")[turn % values("stack").length] as Answers["stack"],
      upstream: given.socket === "tcp" ? 1 + (turn % 3) : 1,
      console: turn % 3 === 0,
      domain: turn % 2 === 0 ? "_" : "tea-shop.org",
      license: values("license")[turn % values("license").length] as Answers["license"],
    }),
  }));
