import{Ct as e,_t as t,et as n,gt as r,vt as i}from"./cli-shared.js";const a=`create-flask-deploy`;function o(e,t,n){let[r]=e.positionals??[],a=r?.name.includes(`|`)?r.name.split(`|`):void 0,o=/^(dir|path|file)s?$/i.test(r?.name??``);return{name:t,summary:n,flags:[...e.flags,i].flatMap(s),words:a??(o?`file`:`none`)}}function s({name:e,kind:t,short:n,negatable:r,choices:i,value:a,many:o,help:s}){let c=/^(FILE|PATH|DIR|FOLDER)$/.test(a??``),l={words:[`--${e}`,...n?[`-${n}`]:[]],help:s,value:t===`boolean`?`none`:i??(c?`file`:`text`),many:o??!1};return r?[l,{...l,words:[`--no-${e}`],help:`not: ${s}`}]:[l]}function c(e,t){let n=[e,...t],r=n.map(t=>{let n=t.flags.flatMap(e=>e.words),r=t===e?[]:Array.isArray(t.words)?t.words:[];return`    ${t.name||`''`}) words='${[...r,...n].join(` `)}' ;;`}),i=n.flatMap(e=>e.flags.filter(({value:e})=>e!==`none`).map(({words:t,value:n})=>`    ${t.map(t=>`${e.name}:${t}`).join(` | `)}) ${Array.isArray(n)?`words='${n.join(` `)}'`:`return`} ;;`)),o=t.map(({name:e})=>e);return`# ${a}, for bash: source <(${a} completion bash)
_create_flask_deploy() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' words='' word
  # bash takes --flag=value for three words.
  if [ "$cur" = = ]; then cur=''; elif [ "$prev" = = ]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -gt 1 ]; then
    case \${COMP_WORDS[1]} in ${o.join(` | `)}) command=\${COMP_WORDS[1]} ;; esac
  fi
  # Behind -- is somebody else's command line.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do if [ "$word" = -- ]; then return; fi; done
  # What is not decided here is left to the completion of file names.
  case $command:$prev in
${i.join(`
`)}
    *) case $command in
${r.map(e=>`  ${e}`).join(`
`)}
      esac
      if [ "$COMP_CWORD" -eq 1 ]; then words="${o.join(` `)} $words"; fi ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _create_flask_deploy ${a}
`}const l=e=>`'${e.replace(/[\\']/g,`\\$&`)}'`;function u(e,t){let n=`not __fish_seen_subcommand_from ${t.map(({name:e})=>e).join(` `)}`,r=(e,...t)=>[`complete`,`-c`,a,`-n`,l(e),...t].join(` `),i=(e,t)=>e.flags.map(({words:e,help:n,value:i})=>{let a=e.map(e=>e.startsWith(`--`)?`-l ${e.slice(2)}`:`-s ${e.slice(1)}`),o=i===`none`?[]:Array.isArray(i)?[`-x`,`-a`,l(i.join(` `))]:[i===`file`?`-r -F`:`-x`];return r(t,...a,...o,`-d`,l(n))});return[`# ${a}, for fish: ${a} completion fish >~/.config/fish/completions/${a}.fish`,`complete -c ${a} -f`,...t.map(({name:e,summary:t})=>r(`__fish_is_first_token`,`-a`,e,`-d`,l(t))),r(`__fish_is_first_token`,`-a`,l(`(__fish_complete_directories)`)),...i(e,n),...t.flatMap(e=>{let t=`__fish_seen_subcommand_from ${e.name}`;return[...Array.isArray(e.words)?[r(t,`-a`,l(e.words.join(` `)))]:e.words===`file`?[r(t,`-F`)]:[],...i(e,t)]}),``].join(`
`)}const d=e=>`'${e.replaceAll(`'`,`'\\''`)}'`,f=e=>e.replace(/[[\]:\\]/g,`\\$&`);function p(e,t){let n=t.map(e=>`    ${e.name}) _arguments -s ${m(e)} ;;`);return`#compdef ${a}
# ${a}, for zsh: source <(${a} completion zsh)
_create_flask_deploy() {
  local -a commands
  commands=(
${t.map(({name:e,summary:t})=>`    ${d(`${e}:${f(t)}`)}`).join(`
`)}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files -/
    return
  fi
  local command=$words[2]
  if (( \${commands[(I)$command:*]} )); then
    shift words
    (( CURRENT-- ))
  else
    command=''
  fi
  case $command in
${n.join(`
`)}
    *) _arguments -s ${m(e)} ;;
  esac
}
if [[ $funcstack[1] == _create_flask_deploy ]]; then _create_flask_deploy "$@"; else compdef _create_flask_deploy ${a}; fi
`}function m({flags:e,words:t}){let n=Array.isArray(t)?`'*: :(${t.join(` `)})'`:t===`file`?`'*: :_files'`:`'*: :_default'`;return[...e.map(h),n].join(` `)}function h({words:e,help:t,value:n,many:r}){let i=n===`none`?``:`:value:${Array.isArray(n)?`(${n.join(` `)})`:n===`file`?`_files`:` `}`,[a=``,o]=e,s=`[${f(t)}]${i}`,c=n===`none`?``:`=`;return o?r?`${d(`*${a}${c}${s}`)} ${d(`*${o}${s}`)}`:`${d(`(${a} ${o})${a}${c}${s}`)} ${d(`(${a} ${o})${o}${s}`)}`:d(`${r?`*`:``}${a}${c}${s}`)}const g={bash:c,zsh:p,fish:u},_=i=>t({name:`completion`,summary:`print what makes a shell complete the commands, flags and values of this program`,positionals:[{name:Object.keys(g).join(`|`),help:`the shell`}],flags:[],examples:[[`source <(create-flask-deploy completion bash)`,`in ~/.bashrc`],[`source <(create-flask-deploy completion zsh)`,`in ~/.zshrc, after compinit`],[`create-flask-deploy completion fish >~/.config/fish/completions/create-flask-deploy.fish`,`once`]]},async({rest:t},a)=>{let[s=``]=t,c=Object.hasOwn(g,s)?g[s]:void 0;if(!c)throw new e(`${JSON.stringify(s)}: must be one of ${Object.keys(g).join(`, `)}`);let l=Object.keys(r).map(async e=>{let{spec:t}=await i[e]();return o(t,e,r[e])});return a.stdout.write(c(o(n,``,``),await Promise.all(l))),0});export{_ as completionCommand};