import { describe, expect, it } from "vitest";
import { arityOf } from "../../../../action/lint/tables/arity.ts";

describe("arityOf", () => {
  it.each([
    ["`on` | `off`", 1, 1],
    ["*`file`* ... *`uri`*", 2, -1],
    ["*`path`* [*`format`* [`buffer`=*`size`*]]", 1, 3],
    ["[*`protocol`*://]*`address`*", 1, 1],
    ["*`code`* [*`text`*]", 1, 2],
    ["`off` | [`shared`:*`name`*:*`size`*]", 0, 1],
    ["*`regex`* *`replacement`* [*`flag`*]", 2, 3],
    [" `{...}`", 0, 0],
    ["*`mime-type`* ...", 1, -1],
  ])("reads %s as %i to %i arguments", (syntax, min, max) => {
    expect(arityOf([syntax])).toMatchObject({ min, max });
  });
});
