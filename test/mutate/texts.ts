import type { Ignorer } from "@stryker-mutator/api/ignore";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** What is looked at of Babel's nodes. */
type Node =
  | { type: "StringLiteral"; value: string }
  | {
      type: "TemplateLiteral";
      quasis: readonly { value: { raw: string } }[];
      expressions: readonly { type: string; object?: { type: string } }[];
    }
  | { type: "other" };

/** A text with a blank is a sentence for people or a line of shell: a test of its words would repeat it, and test/host runs the shell. */
const isText = (text: string) => text.includes(" ");

/** Leaves such texts alone, and nothing else: a template that computes something stays, with all that is in it. */
const texts: Ignorer = {
  shouldIgnore({ node }: { node: Node }) {
    const reason = "a text for people or for sh";
    if (node.type === "StringLiteral") return isText(node.value) ? reason : undefined;
    if (node.type !== "TemplateLiteral") return undefined;
    const names = node.expressions.every(
      ({ type, object }) => type === "Identifier" || (type === "MemberExpression" && object?.type === "Identifier"),
    );
    return names && node.quasis.some(({ value }) => isText(value.raw)) ? reason : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "texts", texts)];
