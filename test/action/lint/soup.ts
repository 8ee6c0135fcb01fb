import fc from "../../fuzz.ts";

/** Words and punctuation of all these languages, so that random text often means something. */
export const soup = fc
  .array(
    fc.constantFrom(
      ..."server location / { } ; ; { } \n \n \r\n \r \t # comment [uwsgi] [Service] [program:x] [ ] = : \\ \\\n \" ' \" ' $ ${ ${X} {{ x }} {% if %} <% } %> content_by_lua_block -- [[ ]] listen 80 root /srv ExecStart= Environment= master true %( % ; \0 \uFEFF \u00A0 é 😀 <<<<<<< ======= >>>>>>> HEAD".split(
        " ",
      ),
      " ",
      " ",
    ),
    { maxLength: 120 },
  )
  .map((words) => words.join(""));
