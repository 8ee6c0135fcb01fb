import{l as e,p as t,r as n,u as r}from"./cli-progress.js";import{a as i,b as a,c as o,n as s,o as c,t as l,u,y as d}from"./cli-wish.js";import{n as f,t as p}from"./cli-inquire.js";import{n as m,t as h}from"./cli-_node_crypto.js";import{t as g}from"./cli-helper-path.js";import{gt as ee,h as te,st as ne,tt as re,u as _}from"./cli-shared.js";import{t as ie}from"./cli-_node_net.js";import{r as v}from"./cli-ssh.js";import{a as y,n as b,t as x}from"./cli-server-flags.js";const S=[`way in`,`setup`,`server`,`nginx`,`release`,`site`],C=[`error`,`warning`],ae={error:`\u2717`,warning:`!`};function oe({checks:e}){let t=C.flatMap(t=>e.filter(e=>e.status===t));return[...t.flatMap(se),...t.length>0?[{text:``,tone:``}]:[],...S.flatMap(t=>ce(t,e)),{text:``,tone:``},{text:le(e),tone:t.length>0?t[0]?.status:`good`}]}function se({id:e,status:t,detail:n,next:r}){let i=t===`error`?`error`:`warning`,[a=``,...o]=n.split(`
`);return[{text:`${ae[i]} ${e}: ${a}`,tone:i},...o.map(e=>({text:`    ${e}`,tone:``})),...r.split(`
`).map((e,t)=>({text:`    ${t===0?`\u2192 `:`  `}${e}`,tone:`dim`}))]}function ce(e,t){let n=n=>t.filter(t=>t.group===e&&t.status===n).map(({id:e})=>e),[r,i]=[n(`ok`),n(`skipped`)];return[...r.length>0?[{text:`\u2713 ${e.padEnd(8)} ${r.join(`, `)}`,tone:`good`}]:[],...i.length>0?[{text:`- ${e.padEnd(8)} not looked at: ${i.join(`, `)}`,tone:`dim`}]:[]]}function le(e){let t=t=>e.filter(e=>e.status===t).length,n=[[t(`error`),`error`],[t(`warning`),`warning`]].flatMap(([e,t])=>e>0?[`${e} ${t}${e===1?``:`s`}`]:[]),r=`${t(`ok`)+t(`error`)+t(`warning`)} checks`;return n.length>0?`${n.join(` and `)} in ${r}`:`${r}, all well`}const w=(e=``)=>({status:`ok`,detail:e}),T=e=>({status:`skipped`,detail:e}),E=(e,t,n)=>({status:`bad`,detail:e,next:t,severity:n}),D=e=>e;function ue(e,t){let n=/* @__PURE__ */ new Map;for(let r of e){let{id:e,title:i,group:a}=r,o=de(r,t,n),s=o.status===`bad`?o.severity??r.severity:o.status,c=o.status===`bad`?o.next:``;n.set(e,{id:e,title:i,group:a,status:s,detail:o.detail,next:c})}return[...n.values()]}function de(e,t,n){let r=fe(e.from,t);if(r)return T(r);let i=e.after?.find(e=>n.get(e)?.status===`error`);return i?T(`follows from ${i}`):e.judge(t)}function fe(e,{bare:t,server:n,root:r}){return e===`here`?``:t===void 0?`the server could not be asked`:e!==`bare`&&n===void 0?`the server is not set up`:e===`root`&&r===void 0?`the helper could not be asked`:``}const O={debian:{9:`2022-06-30`,10:`2024-06-30`,11:`2026-08-31`,12:`2028-06-30`,13:`2030-06-30`},ubuntu:{"18.04":`2023-05-31`,"20.04":`2025-05-31`,"22.04":`2027-04-30`,"24.04":`2029-04-30`,"24.10":`2025-07-31`,"25.04":`2026-01-31`,"25.10":`2026-07-31`,"26.04":`2031-04-30`},fedora:{40:`2025-05-13`,41:`2025-12-15`,42:`2026-05-13`,43:`2026-12-09`},centos:{7:`2024-06-30`,8:`2024-05-31`,9:`2027-05-31`},rhel:{7:`2024-06-30`,8:`2029-05-31`,9:`2032-05-31`,10:`2035-05-31`},rocky:{8:`2029-05-31`,9:`2032-05-31`,10:`2035-05-31`},almalinux:{8:`2029-03-01`,9:`2032-05-31`,10:`2035-05-31`},amzn:{2:`2026-06-30`,2023:`2029-06-30`}};function k(e,t){let n=Object.hasOwn(O,e)?O[e]:void 0,[r=``]=t.split(`.`);return n?.[t]??n?.[r]}function A(e){let t=/* @__PURE__ */ new Map;for(let n of e.split(`
`)){let[,e=``,r=``]=/^([a-z-]+) ?(.*)$/.exec(n)??[];t.set(e,[...t.get(e)??[],r])}return t.has(`end`)?t:void 0}const j=({units:e},t)=>e.find(({Id:e})=>e===t),M=(e,t)=>j(e,`${t}@${e.release.id}.service`),N=e=>e<10*2**30?`${Math.round(e/2**20)} MB`:`${Math.round(e/2**30)} GB`,P=e=>`${Math.floor(e)} day${Math.floor(e)===1?``:`s`}`,F=[`logrotate.timer`,`cron.service`,`crond.service`],I=[D({id:`python`,title:`the server's Python will do`,group:`server`,severity:`error`,from:`bare`,after:[`setup`],judge({bare:{python:e,system:t},app:n}){let[r=0,i=0]=e.version.split(`.`).map(Number),[a=0,o=0]=n.python.split(`.`).map(Number);return r>a||r===a&&i>=o?w(e.version):E(`the server's python3 is ${e.version}, and flask-deploy.yml asks for ${n.python} or newer`,`Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${t.name}.`)}}),D({id:`venv`,title:`Python can make virtual environments`,group:`server`,severity:`error`,from:`bare`,after:[`setup`],judge({bare:{python:e}}){return e.venv?w():E(`python3 lacks venv or ensurepip`,`On the server, as root: apt-get install python3-venv`)}}),D({id:`distribution`,title:`the distribution still gets security fixes`,group:`server`,severity:`warning`,from:`bare`,judge({bare:{system:e},here:{asked:t}}){let n=k(e.id,e.version);return n===void 0?T(`nothing is known of ${e.name||`this system`}`):t[0]*1e3<Date.parse(n)?w(`${e.name}, until ${n}`):E(`${e.name} gets no security fixes since ${n}`,`Move to a newer release: setup makes a new server ready in one run.`)}}),D({id:`clock`,title:`the server's clock is right`,group:`server`,severity:`warning`,from:`bare`,judge({bare:{now:e},here:{asked:t}}){let[n,r]=t,i=e<n?e-n:e>r?e-r:0;if(Math.abs(i)<5)return w();let a=Math.abs(i)<120?`${Math.round(Math.abs(i))} s`:`${Math.round(Math.abs(i)/60)} min`;return E(`the server's clock is ${a} ${i>0?`ahead of`:`behind`} this machine's`,`On the server: timedatectl set-ntp true (or install chrony). If it is right, this machine is wrong.`,Math.abs(i)>300?`error`:`warning`)}}),D({id:`time-sync`,title:`something keeps the clock right`,group:`server`,severity:`warning`,from:`server`,judge({server:{clock:e}}){return e.synchronized?w():e.container?T(`a container has its host's clock`):E(`the server's clock is not synchronized`,`On the server, as root: apt-get install systemd-timesyncd (or chrony), then timedatectl set-ntp true`)}}),D({id:`disk`,title:`there is room on the disk`,group:`server`,severity:`warning`,from:`server`,judge({server:{disk:e}}){let t=Object.entries(e).map(([e,{free:t,size:n}])=>({path:e,free:t,share:n>0?t/n:1})).toSorted((e,t)=>e.share-t.share)[0];if(!t)return T(`nothing was seen`);let n=`${N(t.free)} (${Math.round(t.share*100)} %) are free on ${t.path}`,r="On the server: `du -xh / | sort -h | tail -30`. Fewer releases: deploy.keep_releases.";return t.share<.02||t.free<30<<20?E(n,r,`error`):t.share<.1&&t.free<2**31?E(n,r):w(n)}}),D({id:`inodes`,title:`there is room for files`,group:`server`,severity:`warning`,from:`server`,judge({server:{disk:e}}){let t=Object.entries(e).filter(([,{inodes:e}])=>e>0).map(([e,{inodes:t,inodesFree:n}])=>({path:e,left:n,share:n/t})).toSorted((e,t)=>e.share-t.share)[0];return t?t.share>=.05?w(`${t.left} more on ${t.path}`):E(`only ${t.left} more files can be made on ${t.path}`,"On the server: `du --inodes -x / | sort -n | tail`. Sessions or caches in single files?",t.share<.01?`error`:`warning`):T(`this file system does not count them`)}}),D({id:`memory`,title:`two releases fit beside each other`,group:`server`,severity:`warning`,from:`server`,judge({server:{memory:e}}){let{free:t,instance:n}=e;return t>=n*1.2?w(`${N(t)} are free, the app takes ${N(n)}`):E(`the app takes ${N(n)} and ${N(t)} are free: the next deploy stops the old release first`,`Fewer workers, more memory, or swap.`)}}),D({id:`swap`,title:`a peak of memory ends nothing`,group:`server`,severity:`warning`,from:`server`,judge({server:{memory:e}}){return e.swap>0||e.total>=2**30*.95?w():E(`the server has ${N(e.total)} of memory and no swap`,`On the server, as root: fallocate -l 1G /swap && chmod 600 /swap && mkswap /swap && swapon /swap, and a line in /etc/fstab.`)}}),D({id:`oom`,title:`nothing was ended for want of memory`,group:`server`,severity:`warning`,from:`root`,judge({root:e}){let t=e.get(`oom`)??[];return t.length===0?w():E(`in the last week: ${t.at(-1)}`,"Fewer workers, more memory, or swap; `journalctl -k -g oom` shows who took it.")}}),D({id:`updates`,title:`updates are installed`,group:`server`,severity:`warning`,from:`server`,judge({server:{updates:e}}){return e.days<60?w(e.unattended?`by themselves`:`last ${P(e.days)} ago`):E(`no package was updated for ${P(e.days)}`,e.unattended?`unattended-upgrades is there and does nothing: systemctl status apt-daily-upgrade.timer`:`On the server, as root: apt-get install unattended-upgrades`)}}),D({id:`reboot`,title:`no update waits for a reboot`,group:`server`,severity:`warning`,from:`server`,judge({server:{updates:e}}){return e.reboot?E(`an update asks for a reboot`,`Reboot when it suits: the app comes back by itself.`):w()}}),D({id:`logs`,title:`logs are turned over`,group:`server`,severity:`warning`,from:`server`,judge({server:e}){let{rotate:t,rule:n,files:r}=e.logs,i=Object.entries(r).find(([,e])=>e>2**30);return i?E(`${i[0]} is ${N(i[1])}`,"`logrotate -d /etc/logrotate.d/nginx` on the server says what keeps it from being turned over."):!t||!n?E(t?`nginx has no rule for logrotate`:`there is no logrotate`,`On the server, as root: apt-get install --reinstall logrotate nginx-common`):F.some(t=>j(e,t)?.ActiveState===`active`)?w():E(`nothing runs logrotate: neither its timer nor cron is active`,`On the server, as root: systemctl enable --now logrotate.timer`)}})],L=[D({id:`site-drift`,title:`the site is that of the release`,group:`nginx`,severity:`warning`,from:`server`,judge:e=>R(e,e=>e===`deploy/nginx.conf`)}),D({id:`unit-drift`,title:`units are those of the release`,group:`setup`,severity:`warning`,from:`server`,judge:e=>R(e,e=>e!==`deploy/nginx.conf`)}),D({id:`daemon-reload`,title:`systemd has read its units`,group:`setup`,severity:`warning`,from:`server`,judge({server:e}){let t=e.units.filter(({NeedDaemonReload:e})=>e===`yes`).map(({Id:e})=>e);return t.length===0?w():E(`changed on disk, not read yet: ${t.join(`, `)}`,`On the server: sudo systemctl daemon-reload`)}})];function R({server:e,here:t,login:n},r){let i=e.files.filter(({path:e})=>r(e)),a=`Run: npx create-flask-deploy setup ${n.host}`,o=i.filter(({installed:e})=>e===null);if(o.length>0)return E(`${o.map(({target:e})=>e).join(` and `)} is missing`,a,`error`);let s=e=>e.source||t.files[e.path]||``,c=i.filter(e=>s(e)!==``&&s(e)!==e.installed?.sha256),l=c.filter(({path:e,installed:n})=>t.files[e]===n?.sha256);if(l.length>0)return w(`${l.map(({path:e})=>e).join(`, `)}: installed by setup, not deployed yet`);if(c.length>0)return E(`${c.map(({target:e,path:t})=>`${e} is not ${t} of the release`).join(`; `)}: someone edited it on the server`,`Take the change over into the repository, or put the repository's back: npx create-flask-deploy setup ${n.host}`);let u=i.filter(({path:e,installed:n})=>t.files[e]&&t.files[e]!==n?.sha256);return w(u.length>0?`${u.map(({path:e})=>e).join(`, `)}: changed here, not deployed yet`:``)}const z=e=>e.tool?.constants.SITE??``,B=e=>e.replace(`/sites-available/`,`/sites-enabled/`),V=[D({id:`nginx-config`,title:`nginx accepts its configuration`,group:`nginx`,severity:`error`,from:`root`,judge({root:e}){let t=(e.get(`nginx`)??[]).filter(e=>e.startsWith(`[emerg]`));return t.length===0?w():E(t.join(`; `),"On the server: sudo nginx -t. If it is this app's file: `npx create-flask-deploy lint` finds it here, setup installs what is in the repository.")}}),D({id:`nginx`,title:`nginx runs, and does so after a reboot`,group:`nginx`,severity:`error`,from:`server`,judge({server:e}){let{LoadState:t,ActiveState:n,UnitFileState:r}=j(e,`nginx.service`)??{};return t===`loaded`?n===`active`?r===`enabled`?w():E(`nginx is not started after a reboot`,`On the server: sudo systemctl enable nginx`,`warning`):E(`nginx is ${n}`,"On the server: sudo systemctl restart nginx; `journalctl -u nginx` says why it ended."):E(`nginx is not installed`,`Run setup again.`)}}),D({id:`site-enabled`,title:`nginx reads the app's site`,group:`nginx`,severity:`error`,from:`root`,after:[`nginx-config`],judge({root:e,bare:t,login:n}){let r=e.get(`nginx-file`)??[],i=z(t);return r.length===0?T(`nginx does not tell what it reads`):r.includes(i)||r.includes(B(i))?w(i):E(`nginx does not read ${B(i)}`,`Run: npx create-flask-deploy setup ${n.host}`)}}),D({id:`server-name`,title:`no other site has the same name`,group:`nginx`,severity:`error`,from:`root`,after:[`nginx-config`],judge({root:e,app:t}){let n=(e.get(`nginx`)??[]).flatMap(e=>{let[,n=``,r=``]=/conflicting server name "([^"]*)" on ([^,]+)/.exec(e)??[];return t.domain.split(` `).includes(n)?[r]:[]});return n.length===0?w(t.domain):E(`another site has the server_name ${t.domain} too (${n.join(`, `)}): nginx asks whichever it reads first`,`On the server: grep -rn "server_name.*${t.domain}" /etc/nginx shows both; disable one.`)}}),D({id:`group-nginx`,title:`nginx is in the app's group`,group:`nginx`,severity:`error`,from:`server`,after:[`nginx`],judge({server:e,app:t,login:n}){let{nginxWorkers:r,gid:i,groups:a}=e,o=`Run: npx create-flask-deploy setup ${n.host}`,[s]=r;if(s===void 0)return T(`no worker of nginx was seen`);let c=a[s.user];return c&&!c.includes(t.name)?E(`${s.user}, nginx's user, is not in the group ${t.name}, so it cannot connect to the app`,o):r.every(e=>e.groups.includes(i))?w(s.user):E(`nginx began before ${s.user} was in the group ${t.name}`,`On the server: sudo systemctl restart nginx`)}})],pe=[D({id:`release`,title:`a release is deployed`,group:`release`,severity:`error`,from:`server`,judge({server:e,app:t}){let{id:n,complete:r}=e.release;return n===``?E(`nothing was deployed yet`,`Run: npx create-flask-deploy deploy`,`warning`):r?w(n):E(`/srv/${t.name}/current names ${n}, and that is not there or not complete`,`Go back to a whole one: npx create-flask-deploy rollback, or deploy again.`)}}),D({id:`release-python`,title:`the release has its Python`,group:`release`,severity:`error`,from:`server`,after:[`release`],judge({server:e}){let{id:t,venv:n}=e.release;return t===``?T(`there is no release`):n?w():E(`.venv/bin/python of ${t} does not run: was the server's Python replaced, or the environment removed?`,`Deploy again with --force, which builds an environment for the Python that is there.`)}}),D({id:`instance`,title:`the release runs, and keeps running`,group:`release`,severity:`error`,from:`server`,after:[`release`,`release-python`],judge({server:e,app:t}){if(e.release.id===``)return T(`there is no release`);if(t.processManager!==`systemd`)return T(`${t.processManager} runs it; its answer tells`);let{ActiveState:n,SubState:r,Result:i,NRestarts:a}=M({...e},t.name)??{},o=`Its log says why: npx create-flask-deploy logs. A former release: npx create-flask-deploy rollback`;return n===`active`?Number(a)>2?E(`it was restarted ${a} times since its start`,o,`warning`):w():E(`${t.name}@${e.release.id} is ${n??`unknown`} (${r}, ${i}), restarted ${a} times`,o)}}),D({id:`socket`,title:`nginx's socket leads to the release`,group:`release`,severity:`error`,from:`server`,after:[`group-login`,`release`,`release-python`,`instance`,`services`],judge({server:e,app:t}){let{folder:n,linked:r,release:i,file:a}=e.socket,{id:o}=e.release,s=`/run/${t.name}`,c=`On the server, as root: systemctl restart ${t.name}-current.service; or deploy again.`;return o===``?T(`there is no release`):n?n.mode!==`750`||n.owner!==t.name||n.group!==t.name?E(`${s} is ${n.mode} ${n.owner}:${n.group}, not 750 ${t.name}:${t.name}`,`On the server, as root: chown ${t.name}:${t.name} ${s} && chmod 750 ${s}`):r?i===o?a?.kind===`socket`?a.group!==t.name||!/^.?66.$/.test(a.mode)?E(`${a.path} is ${a.mode} ${a.owner}:${a.group}: nginx, in the group ${t.name}, may not connect`,c):w():E(`${s}/${i}.sock is missing: nothing listens there`,c):E(`${s}/current.sock leads to ${i||`nothing`}, and current is ${o}`,c):E(`${s}/current.sock is missing, so nginx has nothing to ask`,c):E(`${s} is missing`,c)}}),D({id:`app`,title:`the release answers well`,group:`release`,severity:`error`,from:`server`,after:[`group-login`,`release`,`release-python`,`instance`,`socket`,`services`],judge({server:{release:e}}){return e.id===``?T(`there is no release`):e.why===``?w():E(`on its own socket ${e.why}`,`Its log says why: npx create-flask-deploy logs. A former release: npx create-flask-deploy rollback`)}})],H=({login:e})=>`Run: npx create-flask-deploy setup ${e.host}`,U=e=>h(`sha256`).update(e).digest(`hex`);function W({app:e,login:t,bare:n}){let{SITE:r=`/`,ALLOW_CONFIG:a}=n.tool?.constants??{},o={app:e,login:t.user},s={site:/^[A-Za-z0-9@/._-]+$/.test(r)?r:`/`,allowConfig:a===`1`};return new Map(i(o,s).map(({path:e,content:t})=>[e,U(t)]))}const me=[D({id:`setup`,title:`the server is set up for the app`,group:`setup`,severity:`error`,from:`here`,after:[`dns`,`ssh-key`,`ssh-port`,`host-key`,`login`,`answer`],judge({refused:e,bare:t,app:n,login:r}){let i=e=>E(`${r.host} is not set up for ${n.name}: there is no ${e}`,H({login:r}));return e?.kind===`setup`?i(`python3`):t===void 0?T(`the server could not be asked`):t.base?t.tool===null?i(g(n.name)):w():i(c(n.name).base)}}),D({id:`helper`,title:`the helper is of this version`,group:`setup`,severity:`warning`,from:`server`,judge(e){let t=e.bare.tool?.protocol??0;if(t===Number(d))return w(`protocol ${t}`);let n=t<Number(d);return E(`${g(e.app.name)} speaks protocol ${t}, this program ${d}`,n?H(e):`Use the version of create-flask-deploy that set the server up, or a newer one.`)}}),D({id:`helper-file`,title:`nobody changed the helper`,group:`setup`,severity:`error`,from:`server`,judge(e){let{tool:t}=e.bare;return t===null?T(`there is none`):t.owner!==`root`||t.mode!==`755`?E(`${t.path} is ${t.mode} of ${t.owner}, not 755 of root: whoever may write it is root`,H(e)):t.protocol===Number(d)?t.sha256===W(e).get(t.path)?w():E(`${t.path} is not what the setup of this version writes`,H(e),`warning`):T(`of another version`)}}),D({id:`sudo`,title:`the login may call the helper as root, and nothing else`,group:`setup`,severity:`error`,from:`server`,after:[`helper-file`],judge(e){let{code:t,said:n}=e.server.root;if(e.root!==void 0||/not 'facts'/.test(n))return w();let r=n.trim().split(`
`).at(-1)||`exit code ${t}`;return E(`${e.bare.login} may not run ${g(e.app.name)} through sudo: ${r}`,H(e))}}),D({id:`sudoers`,title:`the sudo rule is what setup wrote`,group:`setup`,severity:`warning`,from:`root`,judge(e){let{app:t,login:n,root:r}=e;if(n.user===`root`)return T(`root needs none`);let[i,o,s]=(r.get(`sudoers`)?.[0]??``).split(` `),l=c(t.name).sudoers;return i===void 0||i===``?E(`${l} is missing: another rule lets the login call the helper`,H(e)):i===`440`&&o===`root`&&s===U(a(t.name,n.user))?w():E(`${l} (${i} of ${o}) is not what setup writes`,H(e))}}),D({id:`group-login`,title:`the login is in the app's group`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,login:n,server:r,bare:i}=e;return n.user===`root`?T(`root sees everything`):r.groups[i.login]?.includes(t.name)&&r.mine.includes(r.gid)?w():E(`${i.login} is not in the group ${t.name}, so it cannot look at the app's sockets`,H(e))}}),D({id:`folders`,title:`folders have their owners and modes`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,login:n,server:r}=e,i=n.user===`root`?r.folders[c(t.name).base]?.owner??`root`:n.user,a=l({app:t,login:i}).flatMap(([e,t,n,i])=>{let a=r.folders[e];return a?a.kind===`folder`&&a.mode===t&&a.owner===n&&a.group===i?[]:[`${e} is ${a.mode} ${a.owner}:${a.group}, not ${t} ${n}:${i}`]:[`${e} is missing`]});return a.length>0?E(a.join(`; `),H(e)):w()}}),D({id:`world-writable`,title:`nobody else may write the app's files`,group:`setup`,severity:`error`,from:`server`,after:[`folders`],judge({server:{writable:e}}){if(e.length===0)return w();let[t,...n]=e;return E(`any account of the server may write ${t}${n.length>0?` and ${n.length} more`:``}`,`On the server: chmod o-w ${e.slice(0,5).join(` `)}`)}}),D({id:`env-file`,title:`the environment is the app's alone`,group:`setup`,severity:`error`,from:`server`,judge({app:e,server:{env:t}}){return t===null?w(`there is none`):t.mode===`600`&&t.owner===e.name?w():E(`${t.path} is ${t.mode} of ${t.owner}, not 600 of ${e.name}`,`On the server, as root: chown ${e.name}:${e.name} ${t.path} && chmod 600 ${t.path}`)}}),D({id:`boot`,title:`the app comes back after a reboot`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,server:n}=e,r=c(t.name).current,i=`${t.name}-current.service`,{UnitFileState:a}=j(n,i)??{};return!n.own[r]||a!==`enabled`?E(`${i} is ${n.own[r]?a||`unknown`:`missing`}: after a reboot nothing starts the app`,H(e)):n.own[r]?.sha256===W(e).get(r)?w():E(`${r} is not what setup writes`,H(e),`warning`)}}),D({id:`tmpfiles`,title:`the sockets' folder comes back after a reboot`,group:`setup`,severity:`warning`,from:`server`,judge(e){let t=c(e.app.name).tmpfiles,n=e.server.own[t];return n?.sha256===W(e).get(t)?w():E(`${t} ${n?`is not what setup writes`:`is missing`}`,H(e))}}),D({id:`services`,title:`services beside nginx run, and do so after a reboot`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,server:n}=e,r=o(t).filter(e=>e!==`nginx.service`&&e!==`${t.name}-current.service`),i=r.flatMap(e=>{let{UnitFileState:r,ActiveState:i}=j(n,e)??{},a=e===`${t.name}-emperor.service`&&n.release.id===``;return i!==`active`&&!a?[`${e} is ${i??`unknown`}`]:r===`enabled`?[]:[`${e} is ${r||`not enabled`}`]});return i.length>0?E(i.join(`; `),H(e)):w(r.join(`, `))}})],G=[`banned`,`firewall`,`nginx`,`nginx-config`,`site-enabled`,`server-name`,`group-nginx`,`release`,`release-python`,`instance`,`socket`,`services`,`app`],he={refused:`refuses the connection`,silent:`does not answer`,unreachable:`cannot be reached`},ge=[D({id:`through-nginx`,title:`nginx on the server passes requests to the release`,group:`nginx`,severity:`error`,from:`server`,after:G,judge({server:{release:e,nginxAnswers:t,maintenance:n},app:r}){return e.id===``?T(`there is no release`):n&&t.status===503?w(`in maintenance`):t.why===``?w(`${r.deploy.smoke.path} answered ${t.status}`):E(`on the server itself, ${r.deploy.smoke.path} through nginx ${t.why}`,"`npx create-flask-deploy logs --nginx` shows what nginx says of it; is another site asked instead?")}}),D({id:`domain`,title:`the site's name leads to the server`,group:`site`,severity:`error`,from:`here`,judge({here:{site:e,names:t,ssh:n}}){let r=t[e.host]??[];if(e.host===n.host)return T(`it has none of its own`);if(r.length===0)return E(`${e.host} does not resolve`,`Give the name an A (and AAAA) record with the server's address.`);let i=t[n.host]??[];return i.length===0||r.some(e=>i.includes(e))?w(r.join(`, `)):E(`${e.host} is ${r.join(`, `)}, and the server is ${i.join(`, `)}`,`If a proxy or CDN stands in between, all is well; if not, correct the name's A and AAAA records.`,`warning`)}}),D({id:`site-port`,title:`the site's port is open`,group:`site`,severity:`error`,from:`here`,after:[`dns`,`domain`,`nginx`,`nginx-config`,`site-enabled`,`banned`,`firewall`,`setup`],judge({here:{ports:e,site:t}}){if(e.site===`open`)return w(`${t.host} port ${t.port}`);let n=t.tls?`Is there a certificate, and does the site listen on 443? `:``;return E(`port ${t.port} of ${t.host} ${he[e.site]}`,`${n}Look at the provider's firewall (security group) and the server's own: both must let it in.`)}}),D({id:`certificate`,title:`the certificate is good`,group:`site`,severity:`error`,from:`here`,after:[`dns`,`domain`,`site-port`],judge({here:{certificate:e,site:t,asked:n}}){if(!t.tls)return T(`the site has no TLS (deploy.url)`);if(e===void 0)return E(`${t.host} port ${t.port} speaks no TLS`,`On the server: sudo certbot --nginx`);let r=(e.validTo-n[0]*1e3)/864e5,i="On the server: sudo certbot renew; `systemctl list-timers` shows whether that happens by itself.";return r<0?E(`the certificate expired ${P(-r)} ago`,i):e.validFrom>n[0]*1e3?E(`the certificate is not valid yet`,`Look at this machine's clock and at the certificate's.`):e.matches?e.problem?E(`the certificate is not believed: ${e.problem}`,`Does nginx send the whole chain (fullchain.pem)? Is it self-signed?`):r<14?E(`the certificate expires in ${P(r)}`,i,`warning`):w(`${P(r)} left`):E(`the certificate is for ${e.names}, not for ${t.host}`,`On the server: sudo certbot --nginx -d ${t.host}`)}}),D({id:`site`,title:`visitors get the site`,group:`site`,severity:`error`,from:`here`,after:[`dns`,`domain`,`site-port`,`certificate`,`setup`,`through-nginx`,...G],judge({here:{answer:e},server:t,app:n}){if(t?.release.id===``)return T(`there is no release`);let{status:r}=n.deploy.smoke;if(e.error)return E(`${e.url}: ${e.error}`,`The server itself answers well: look at what stands between.`);if(t?.maintenance&&e.status===503)return w(`in maintenance`);let i=e.status>=301&&e.status<=308;return e.status===r||i&&r<400?w(`${e.url} answered ${e.status}`):E(`${e.url} answered ${e.status} instead of ${r}`,e.status===503&&e.retryAfter?`It seems to be in maintenance: npx create-flask-deploy maintenance off`:`Is this URL the same site? Another one, a proxy or a CDN may stand between.`)}}),D({id:`maintenance`,title:`visitors get the site, not the maintenance page`,group:`site`,severity:`warning`,from:`server`,judge({server:{maintenance:e}}){if(e===``)return w();let[,t]=/"since": "([^"]*)"/.exec(e)??[],[,n]=/"by": "([^"]*)"/.exec(e)??[];return E(`maintenance is on${t?` since ${t}`:``}${n?`, switched by ${n}`:``}`,`npx create-flask-deploy maintenance off`)}})];function _e(e,t){return ve(e.get(`nft`)??[],t)||ye(e.get(`iptables`)??[],t)||be(e.get(`ufw`)??[],t)}const K=(e,t)=>e.replace(/[{}]/g,``).split(/[\s,]+/).filter(Boolean).some(e=>{let[n=0,r=n]=e.split(/[-:]/).map(Number);return n<=t&&t<=r});function ve(e,t){let n=``,r=!1;for(let i of e.map(e=>e.trim())){/hook input .*policy drop/.test(i)&&(n=i);let[,e]=/\btcp dport (\{[^}]*\}|\S+)/.exec(i)??[],a=e!==void 0&&!/^(!=|[a-z@])/.test(e)&&K(e,t);if(a&&/\baccept\b/.test(i))r=!0;else if(a&&!r&&/\b(drop|reject)\b/.test(i))return i}return n&&!r?n:``}function ye(e,t){let n=``,r=!1;for(let i of e){/^-P INPUT (DROP|REJECT)/.test(i)&&(n=i);let[,e]=/--dports? (\S+)/.exec(i)??[],a=e!==void 0&&K(e,t);if(a&&/-j ACCEPT/.test(i))r=!0;else if(a&&!r&&/-j (DROP|REJECT)/.test(i))return i}return n&&!r?n:``}function be(e,t){if(!e.some(e=>e===`Status: active`))return``;let n=t===80||t===443?/Nginx Full|WWW Full/:/^$/,r=t===80?/Nginx HTTP\b(?!S)|WWW\b(?! (Secure|Full))/:t===443?/Nginx HTTPS|WWW Secure/:/^$/,i=e.filter(e=>n.test(e)||r.test(e)||K(/^([\d:,]+)(\/tcp)?\s/.exec(e)?.[1]??``,t)),a=i.find(e=>/DENY|REJECT/.test(e));return i.some(e=>/ALLOW|LIMIT/.test(e))&&!a?``:a?.replace(/\s+/g,` `)??`ufw is active and has no rule that allows ${t}/tcp`}const xe=[D({id:`sshd`,title:`sshd is set sensibly`,group:`server`,severity:`warning`,from:`root`,judge({root:e}){let t=new Map((e.get(`sshd`)??[]).map(e=>e.split(` `,2)));if(t.size===0)return T(`sshd does not tell its settings`);if(t.get(`permitrootlogin`)===`yes`&&t.get(`passwordauthentication`)===`yes`)return E(`anyone may try passwords of root over ssh`,`In /etc/ssh/sshd_config.d/: PasswordAuthentication no, PermitRootLogin prohibit-password; then systemctl reload ssh`);let n=Number(t.get(`maxstartups`)?.split(`:`)[0]??10);return n<4?E(`sshd turns logins away from ${n} at once on (MaxStartups)`,`Raise MaxStartups in sshd_config to its default, 10:30:100.`):w()}}),D({id:`banned`,title:`fail2ban has not banned this address`,group:`server`,severity:`error`,from:`root`,judge({root:e}){let t=e.get(`banned`)?.[0];if(t===void 0)return T(`there is no fail2ban`);let n=[...t.matchAll(/'([^']+)'/g)].map(([,e])=>e);return n.length===0?w():E(`fail2ban has banned this machine's address in ${n.join(`, `)}`,`On the server, as root: fail2ban-client unban ADDRESS, or put it into ignoreip.`)}}),D({id:`firewall`,title:`the firewall lets visitors in`,group:`server`,severity:`error`,from:`root`,after:[`banned`],judge({root:e,here:{ports:t,site:n}}){if([`nft`,`iptables`,`ufw`].filter(t=>e.has(t)).length===0)return T(`there is none that is known`);let r=t.site===`open`?``:_e(e,n.port);return r?E(`port ${n.port} cannot be reached, and the firewall has: ${r}`,`Let it in: ufw allow ${n.port}/tcp, or take the rule away.`):w()}}),D({id:`selinux`,title:`SELinux lets nginx connect to the app`,group:`server`,severity:`error`,from:`server`,judge({server:{selinux:e},app:t}){return e.enforcing?e.connect||t.socket===`unix`?w():E(`SELinux keeps nginx from connecting to the app's port`,`On the server, as root: setsebool -P httpd_can_network_connect 1`):T(`SELinux does not enforce anything`)}}),D({id:`apparmor`,title:`AppArmor does not confine nginx or the app server`,group:`server`,severity:`warning`,from:`root`,judge({root:e}){let t=(e.get(`apparmor`)??[]).filter(e=>e.includes(`(enforce)`));return t.length===0?w():E(`AppArmor confines ${t.join(`, `)}`,"If the site answers 502 or 403: `journalctl -k -g apparmor` shows what was denied; aa-complain NAME lets it.")}}),D({id:`failed-units`,title:`nothing else on the server has failed`,group:`server`,severity:`warning`,from:`server`,judge({server:e,app:t}){let n=`${t.name}@${e.release.id}.service`,r=e.failed.filter(e=>e!==n&&e!==`nginx.service`);return r.length===0?w():E(`failed: ${r.join(`, `)}`,`On the server: systemctl status ${r[0]}; then systemctl reset-failed`)}}),D({id:`lock`,title:`no deploy hangs`,group:`release`,severity:`warning`,from:`server`,judge({server:{lock:e}}){return e.held?e.seconds<1800?w(`${e.holder} deploys`):E(`${e.holder} holds the lock since ${Math.round(e.seconds/60)} min`,`End it: npx create-flask-deploy unlock`):w(`nobody deploys`)}}),D({id:`journal`,title:`every deploy came to its end`,group:`release`,severity:`warning`,from:`server`,judge({server:{journal:e,lock:t}}){if(!e.readable)return E(`the journal of deploys cannot be read`,`Run setup again, which gives /srv and what is in it their owners.`);if(t.held)return T(`a deploy is running`);let n=`The next deploy takes it up: npx create-flask-deploy deploy`;return e.unfinished?E(`the deploy of ${e.unfinished} was cut short`,n):e.torn?E(`the journal's last line is torn: the disk was full, or the power went`,n):w()}}),D({id:`leftovers`,title:`nothing was left behind half-way`,group:`release`,severity:`warning`,from:`server`,after:[`journal`],judge({server:{leftovers:e,lock:t,journal:n},root:r,app:i}){if(t.held||n.unfinished)return T(`a deploy is not over`);let a=r?.has(`saved`)?[`/var/lib/flask-deploy/${i.name}`]:[],o=[...e,...a];return o.length===0?w():E(`left by an interrupted setup or deploy: ${o.slice(0,5).join(`, `)}`,`Deploy again; what is still there afterwards may be removed.`)}}),D({id:`caches`,title:`caches are small`,group:`server`,severity:`warning`,from:`server`,judge({server:{caches:e}}){let t=Object.entries(e).filter(([,e])=>e>2**30);return t.length===0?w():E(t.map(([e,t])=>`${e} takes ${N(t)}`).join(`; `),`On the server: rm -rf ${t.map(([e])=>e).join(` `)}. A deploy sends its wheels and needs no cache.`)}})],q=({here:{ssh:e}})=>`${e.host} port ${e.port}`,Se={refused:`refuses the connection: sshd does not run, or listens on another port`,silent:`does not answer: a firewall drops what comes, the server is off, or fail2ban has banned this address`,unreachable:`cannot be reached from here: there is no route to it`},J=`Look at the server's own console (your provider has one)`,Ce=[D({id:`dns`,title:`the server's name resolves`,group:`way in`,severity:`error`,from:`here`,judge({here:{ssh:e,names:t}}){if(e.jumps)return T(`ssh goes by another machine`);let n=t[e.host]??[];return n.length>0?w(`${e.host} is ${n.join(`, `)}`):E(`${e.host} does not resolve`,`Check deploy.host in flask-deploy.yml (or --host), and the name's A and AAAA records.`)}}),D({id:`ssh-key`,title:`the private key can be used`,group:`way in`,severity:`error`,from:`here`,judge({here:{key:e}}){return e===void 0?w(`ssh chooses one of yours`):e.problem?E(`${e.path} ${e.problem}`,`A sound key prints its public half: ssh-keygen -y -f ${e.path}`):e.mode&63?E(`${e.path} may be read by others (mode ${e.mode.toString(8)}), so ssh does not use it`,`chmod 600 ${e.path}`):w(e.path)}}),D({id:`ssh-port`,title:`sshd answers`,group:`way in`,severity:`error`,from:`here`,after:[`dns`],judge(e){let{refused:t,here:n}=e;if(t?.kind===`no-ssh`)return E(t.message,`Install the OpenSSH client.`);if(t?.kind!==`unreachable`)return w(q(e));let r=n.ports.ssh;return r===`open`?E(`${q(e)} takes the connection and ends it: ${t.message.split(`ssh said: `).at(-1)}`,`${J}: \`journalctl -u ssh\`. Too many connections at once (MaxStartups)? A penalty for this address?`):E(`${q(e)} ${Se[r]}`,`${J}: \`systemctl status ssh\`, \`fail2ban-client banned\`, and its firewall.`)}}),D({id:`host-key`,title:`the server is the one whose key is pinned`,group:`way in`,severity:`error`,from:`here`,after:[`dns`,`ssh-port`],judge({refused:e}){if(e?.kind===`host-key-changed`||e?.kind===`host-key-unknown`){let[t=``,...n]=e.message.split(`. `);return E(t,n.join(`. `))}return w(`its host key is the pinned one`)}}),D({id:`login`,title:`the server lets the login in`,group:`way in`,severity:`error`,from:`here`,after:[`dns`,`ssh-key`,`ssh-port`,`host-key`],judge({refused:e,login:t,app:n,bare:r}){return e?.kind===`key-refused`||e?.kind===`key-unusable`?E(e.message.split(`
`)[0],`\`npx create-flask-deploy setup ${t.host}\` puts the key of ${n.name} there; \`journalctl -u ssh\` on the server says why one is refused.`):w(`as ${r?.login??t.user}`)}}),D({id:`answer`,title:`the server tells about itself`,group:`way in`,severity:`error`,from:`here`,after:[`dns`,`ssh-key`,`ssh-port`,`host-key`,`login`],judge({refused:e}){return e?.kind===`dropped`||e?.kind===`other`?E(e.message,e.next||"Try again; `ssh` itself shows more with -v."):w()}}),...me,...L,...I,...xe,...V,...pe,...ge],we=(/* @__PURE__ */ process.getBuiltinModule(`node:dns/promises`)).lookup,Te=(/* @__PURE__ */ process.getBuiltinModule(`node:tls`)).connect,Y=`is protected by a passphrase, which nobody can type here. Make a key for deploys only, without one: ssh-keygen -t ed25519 -N '' -f deploy_key; its public half belongs into ~/.ssh/authorized_keys on the server.`,X=`is damaged: it begins like a private key, but what follows is not one (a part is missing?). Store the whole file again, from BEGIN to END: gh secret set SSH_KEY < deploy_key`;function Ee(e){let t=e.replace(/^\uFEFF/,``).replace(/\\r|\\n/g,`
`).trim();if(t===``)return{problem:"is empty. Store the private key as the secret SSH_KEY (repository \u2192 Settings \u2192 Secrets and variables \u2192 Actions, or the secrets of the environment that the job names) and pass `ssh-key: ${{ secrets.SSH_KEY }}`. Runs for a fork's pull request get no secrets."};if(t.startsWith(`PuTTY-User-Key-File`))return{problem:`is in PuTTY's own format. Convert it: puttygen key.ppk -O private-openssh -o deploy_key`};if(/^(ssh-|ecdsa-|sk-)[\w@.-]+ [A-Za-z0-9+/]/.test(t)||t.startsWith(`-----BEGIN PUBLIC KEY`))return{problem:`is the public half. The secret must hold the private one: the file whose name has no .pub`};let n=/^-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*)-----END \1-----$/s.exec(t);if(n===null)return{problem:t.includes(`PRIVATE KEY`)?X:`is not a private key: that begins with -----BEGIN \u2026 PRIVATE KEY-----. Check which secret is passed.`};let[,r=``,i=``]=n;if(r.startsWith(`ENCRYPTED`)||/Proc-Type:\s*4,\s*ENCRYPTED/.test(i))return{problem:Y};let a=i.replace(/\s+/g,``);if(!/^[A-Za-z0-9+/]+={0,2}$/.test(a))return{problem:X};let o=a.match(r===`OPENSSH PRIVATE KEY`?/.{1,70}/g:/.{1,64}/g)??[],s=[`-----BEGIN ${r}-----`,...o,`-----END ${r}-----`,``].join(`
`);if(r!==`OPENSSH PRIVATE KEY`)return De(s)?{key:s}:{problem:X};let c=Oe(Buffer.from(a,`base64`));return c===void 0?{problem:X}:c===`none`?{key:s}:{problem:Y}}function De(e){try{return m(e),!0}catch{return!1}}function Oe(e){if(e.toString(`latin1`,0,15)!==`openssh-key-v1\0`)return;let t=15,n=()=>{if(t+4>e.length)return;let n=e.readUInt32BE(t);return t+=4+n,t<=e.length?e.subarray(t-n,t):void 0},r=n()?.toString(`latin1`);if(n(),n(),t+4>e.length||e.readUInt32BE(t)!==1)return;t+=4,n();let i=n();return i===void 0||i.length<8?void 0:r}const Z=4e3;async function ke({app:t,root:n,login:i},{run:a,env:o,fetch:s}){let c=await Ae(i,a,o),l=je(t,c.host,e(r(n))),u=[.../* @__PURE__ */ new Set([c.host,l.host])],[d,f,p,m,h,g]=await Promise.all([Promise.all(u.map(Me)),Q(l.host,l.port),Ne(l,t.deploy.smoke.path,s),l.tls?Pe(l.host,l.port):void 0,i.identityFile===void 0?void 0:$(i.identityFile),Fe(t,n)]);return{ssh:c,site:l,answer:p,certificate:m,key:h,files:g,names:Object.fromEntries(u.map((e,t)=>[e,d[t]??[]])),ports:{ssh:`open`,site:f}}}async function Ae(e,t,n){let{stdout:r}=await t([...v(e),`-G`,`--`,e.host],{env:n,timeoutMs:Z}).catch(()=>({stdout:``})),i=new Map(r.split(`
`).map(e=>/^(\S+) (.*)$/.exec(e)?.slice(1)).filter(Boolean)),a=[`proxyjump`,`proxycommand`].some(e=>(i.get(e)??`none`)!==`none`);return{host:i.get(`hostname`)??e.host,port:Number(i.get(`port`)??e.port??22),jumps:a}}function je(e,t,n){let{url:r}=e.deploy;if(!r)return{host:e.domain===`_`?t:e.domain,port:n,tls:!1};let{protocol:i,hostname:a,port:o}=new URL(r),s=i===`https:`;return{host:a.replace(/^\[|\]$/g,``),port:Number(o)||(s?443:80),tls:s}}async function Me(e){let t=new Promise(e=>setTimeout(e,Z,[]).unref()),n=we(e,{all:!0}).then(e=>e.map(({address:e})=>e),()=>[]);return Promise.race([n,t])}function Q(e,t){return new Promise(n=>{let r=ie({host:e,port:t,timeout:Z}),i=e=>{r.destroy(),n(e)};r.once(`connect`,()=>i(`open`)),r.once(`timeout`,()=>i(`silent`)),r.once(`error`,({code:e})=>i(e===`ECONNREFUSED`?`refused`:e===`ETIMEDOUT`?`silent`:`unreachable`))})}async function Ne({host:e,port:t,tls:n},r,i){let a=`${e.includes(`:`)?`[${e}]`:e}${t===(n?443:80)?``:`:${t}`}`,o=new URL(r,`${n?`https`:`http`}://${a}`).href;try{let e=await i(o,{redirect:`manual`,signal:AbortSignal.timeout(2*Z)});return await e.body?.cancel(),{url:o,status:e.status,retryAfter:e.headers.has(`retry-after`),error:``}}catch(e){let{message:t,cause:n}=e;return{url:o,status:0,retryAfter:!1,error:n?.message||t}}}function Pe(e,t){return new Promise(n=>{let r=Te({host:e,port:t,servername:e,rejectUnauthorized:!1,timeout:Z}),i=e=>{r.destroy(),n(e)};r.once(`secureConnect`,()=>{let t=r.getPeerX509Certificate();if(t===void 0)return i(void 0);let{authorizationError:n}=r;i({validFrom:Date.parse(t.validFrom),validTo:Date.parse(t.validTo),names:t.subjectAltName??t.subject,matches:t.checkHost(e)!==void 0||t.checkIP(e)!==void 0,problem:n?String(n):``})}),r.once(`timeout`,()=>i(void 0)),r.once(`error`,()=>i(void 0))})}async function $(e){try{let[t,{mode:n}]=await Promise.all([_(e,`utf8`),te(e)]),r=Ee(t),i=t.includes(`\r`)?`has the line ends of Windows. Convert it: sed -i 's/\\r$//'`:``;return{path:e,problem:`problem`in r?r.problem:i,mode:n&511}}catch(t){return{path:e,problem:`cannot be read: ${t.message}`,mode:0}}}async function Fe(e,t){let n=s(e).map(async e=>{let n=await _(re(t,e)).catch(()=>void 0);return[e,n===void 0?``:h(`sha256`).update(n).digest(`hex`)]});return Object.fromEntries(await Promise.all(n))}const Ie={name:`doctor`,modules:{doctor:`"""Everything that \`doctor\` judges, as this login sees it, and as the helper sees it for root. Judges nothing itself."""
import importlib.util
import os
import signal
import subprocess
import time

import paths
from ask import ask as request, problem
from gate import Gate
from host import ID, Lock, memory_free, python_here
from journal import Journal

PATIENCE = 20  # seconds for everything that is run
LIMIT = 60  # for all of it: a disk that hangs would keep this for ever


def doctor(wire, host, ask):
    signal.alarm(LIMIT)
    look, settings = ask["look"], ask["settings"]
    facts = {"now": time.time(), "login": paths.user_name(os.geteuid()), "base": os.path.isdir(host.base),
             "tool": tool_of(host.tool), "python": dict(python_here(), venv=has_venv()), "system": system()}
    if not facts["base"] or not facts["tool"]:
        return facts
    address = os.environ.get("SSH_CONNECTION", "127.0.0.1").split()[0]
    # What takes time runs while the rest is looked at.
    root = begin(sudo(host) + ["facts", address.split("%")[0].lower()])
    units = begin(["systemctl", "show", "-p", "Id,LoadState,ActiveState,SubState,Result,NRestarts,UnitFileState,NeedDaemonReload"]
                  + look["units"] + [unit.replace("@.", "@%s." % (host.current() or "none")) for unit in look["instances"]])
    failed = begin(["systemctl", "list-units", "--failed", "--plain", "--no-legend", "--no-pager"])
    clock = begin(["timedatectl", "show", "-p", "NTPSynchronized"])
    container = begin(["systemd-detect-virt", "-c"])
    current = host.current()
    facts.update(
        release=release_of(host, current, settings), folders={path: paths.seen(path) for path in look["folders"]},
        files=files_of(host, current, look["files"] + [["deploy/nginx.conf", facts["tool"]["constants"].get("SITE", "")]]),
        own={path: paths.seen(path) for path in look["own"]},
        socket=socket_of(host), env=paths.seen(host.shared + "/.env"), lock=lock_of(host), journal=journal_of(host),
        disk={path: paths.room(path) for path in ("/", host.base, "/var", "/var/log", "/tmp", "/run") if os.path.isdir(path)},
        memory=memory_of(host, current), groups=paths.groups_of(look["users"]), nginxWorkers=paths.worker_groups(),
        gid=paths.group_id(host.app), mine=os.getgroups(), writable=paths.writable_by_all(host.base, host.release(current) if ID.match(current) else ""),
        leftovers=paths.leftovers(host), caches=paths.caches(), logs=paths.big_logs(), updates=paths.updates(),
        maintenance=paths.text(host.shared + "/maintenance/on"), selinux=paths.selinux(),
        nginxAnswers=through_nginx(settings))
    code, said = end(root)
    facts["root"] = {"code": code, "said": said}
    facts["units"] = blocks(end(units)[1])
    facts["failed"] = [line.split()[0] for line in end(failed)[1].splitlines() if line.split()]
    facts["clock"] = {"synchronized": end(clock)[1].strip() != "NTPSynchronized=no", "container": end(container)[1].strip() not in ("", "none")}
    return facts


def begin(argv):
    try:
        return subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    except OSError:  # not installed: says nothing
        return None


def end(child):
    if child is None:
        return 127, ""
    try:
        said = child.communicate(timeout=PATIENCE)[0]
    except subprocess.TimeoutExpired:
        child.kill()
        return -1, "did not end within %d s" % PATIENCE
    return child.returncode, said.decode("utf-8", "replace")


def sudo(host):
    return (["sudo", "-n"] if os.geteuid() else []) + [host.tool]


def blocks(text):
    """systemctl's paragraphs of NAME=value."""
    return [dict(line.split("=", 1) for line in part.splitlines() if "=" in line) for part in text.strip().split("\\n\\n") if part]


def has_venv():
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def system():
    found = {}
    for line in paths.text("/etc/os-release").splitlines():
        name, _, value = line.partition("=")
        found[name] = value.strip('"')
    return {"id": found.get("ID", ""), "version": found.get("VERSION_ID", ""), "name": found.get("PRETTY_NAME", "")}


def tool_of(path):
    """The helper: what it is, and what setup wrote at its top."""
    seen = paths.seen(path)
    if not seen or seen["kind"] != "file":
        return None
    lines = paths.text(path).splitlines()[:60]
    said = {name: value.split("'")[1] for name, _, value in (line.partition("=") for line in lines) if name.isupper() and value[:1] == "'"}
    protocol = [line.split("=")[1] for line in lines if line.startswith("PROTOCOL=")]
    return dict(seen, constants=said, protocol=int(protocol[0]) if protocol and protocol[0].isdigit() else 0)


def files_of(host, current, wanted):
    """What the current release has, and what is installed of it."""
    base = host.release(current) + "/" if ID.match(current) else ""
    return [{"path": source, "target": target, "installed": paths.seen(target), "source": paths.digest(base + source) if base else ""}
            for source, target in wanted]


def release_of(host, current, settings):
    found = {"id": current, "complete": False, "venv": True, "why": ""}
    if not ID.match(current):
        return found
    python = host.release(current) + "/.venv/bin/python"
    found.update(complete=host.record(current) is not None, venv=os.access(python, os.X_OK))
    if found["complete"]:
        found["why"] = Gate(None, settings).once(host.socket(current))[0]
    return found


def through_nginx(settings):
    site, smoke = settings["site"], settings["smoke"]
    answer = request(("127.0.0.1", site["port"]), "http", smoke["path"], site["host"], smoke["timeout"])
    return {"status": answer.status, "why": problem(answer, smoke)}


def socket_of(host):
    link = host.run_dir + "/current.sock"
    to = host.answering()
    return {"folder": paths.seen(host.run_dir), "release": to, "linked": os.path.islink(link), "file": paths.seen(host.socket(to)) if to else None}


def lock_of(host):
    lock = Lock(host)
    if not lock.is_held():
        return {"held": False, "holder": "", "seconds": 0}
    try:
        began = os.stat("/proc/%d" % lock.read()["pid"]).st_mtime
    except (OSError, KeyError, TypeError):
        began = time.time()
    return {"held": True, "holder": lock.holder(), "seconds": int(time.time() - began)}


def journal_of(host):
    journal = Journal(host.base + "/journal.jsonl")
    try:
        with open(journal.path, "rb") as file:
            file.seek(max(0, file.seek(0, 2) - 1))
            torn = file.read() not in (b"", b"\\n")
        run = journal.unfinished()
        return {"torn": torn, "unfinished": run[0].get("release", "?") if run else "", "readable": True}
    except FileNotFoundError:
        return {"torn": False, "unfinished": "", "readable": True}
    except OSError:
        return {"torn": False, "unfinished": "", "readable": False}


def memory_of(host, current):
    with open("/proc/meminfo") as file:
        said = {name: int(rest.split()[0]) << 10 for name, rest in (line.split(":", 1) for line in file)}
    return {"total": said["MemTotal"], "swap": said["SwapTotal"], "free": memory_free(),
            "instance": host.memory_of(current) if ID.match(current) else 0}
`,paths:`"""Files, folders and accounts of the server, as plain facts. Nothing here raises because something is missing."""
import grp
import hashlib
import os
import pwd
import stat
import time

MANY = 5000  # entries of a tree that are looked at
KINDS = ((stat.S_ISLNK, "link"), (stat.S_ISDIR, "folder"), (stat.S_ISREG, "file"), (stat.S_ISSOCK, "socket"))


def seen(path):
    """Kind, mode, owner, group, and of a file that may be read its digest; None when there is none, or nobody may look."""
    try:
        info = os.lstat(path)
    except OSError:
        return None
    kind = next((name for test, name in KINDS if test(info.st_mode)), "other")
    mode = "%o" % stat.S_IMODE(info.st_mode)
    return {"path": path, "kind": kind, "mode": mode, "owner": user_name(info.st_uid), "group": group_name(info.st_gid),
            "sha256": digest(path) if kind == "file" else "", "to": os.readlink(path) if kind == "link" else ""}


def digest(path):
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read(1 << 20)).hexdigest()
    except OSError:
        return ""


def text(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(1 << 16)
    except OSError:
        return ""


def user_name(uid):
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def group_name(gid):
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)


def group_id(name):
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        return -1


def groups_of(users):
    found = {}
    for name in users:
        try:
            account = pwd.getpwnam(name)
            found[name] = [group_name(gid) for gid in os.getgrouplist(name, account.pw_gid)]
        except KeyError:
            continue
    return found


def worker_groups():
    """Of each of nginx's workers that takes requests, the user and the groups it runs with."""
    found = []
    try:
        with open("/run/nginx.pid") as file:
            master = int(file.read())
        with open("/proc/%d/task/%d/children" % (master, master)) as file:
            workers = file.read().split()
    except (OSError, ValueError):
        return found
    for pid in workers:
        status = dict(line.split(":", 1) for line in text("/proc/%s/status" % pid).splitlines() if ":" in line)
        if status and "shutting down" not in text("/proc/%s/cmdline" % pid):
            found.append({"user": user_name(int(status["Uid"].split()[1])), "groups": [int(gid) for gid in status["Groups"].split()]})
    return found


def room(path):
    disk = os.statvfs(path)
    return {"size": disk.f_blocks * disk.f_frsize, "free": disk.f_bavail * disk.f_frsize, "inodes": disk.f_files,
            "inodesFree": disk.f_favail, "device": os.stat(path).st_dev}


def tree(top, most):
    """Paths below a folder, the folder itself first; links are named, not followed."""
    todo, count = [top], 0
    while todo and count < most:
        folder = todo.pop()
        yield folder
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    count += 1
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                    else:
                        yield entry.path
        except OSError:
            continue


def writable_by_all(base, release):
    """What any account of the server may change: the app's own folders, and the current release."""
    found = []
    top = [base] + [os.path.join(base, name) for name in listed(base)] + [base + "/shared/" + name for name in listed(base + "/shared")]
    for path in top + list(tree(release, MANY) if release else []):
        try:
            mode = os.lstat(path).st_mode
        except OSError:
            continue
        if mode & stat.S_IWOTH and not stat.S_ISLNK(mode) and not mode & stat.S_ISVTX:
            found.append(path)
    return sorted(set(found))[:20]


def listed(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []


def leftovers(host):
    """What an interrupted setup or install left beside its files; while a deploy runs they are its own."""
    marks = (".flask-deploy-old", ".flask-deploy-old-none", ".flask-deploy-new", ".setup-old", ".setup-new")
    folders = ("/etc/nginx", "/etc/nginx/sites-available", "/etc/nginx/sites-enabled", "/etc/nginx/conf.d", "/etc/systemd/system")
    found = [folder + "/" + name for folder in folders for name in listed(folder) if name.endswith(marks) and host.app in name + folder]
    return found + ["%s/%s" % (folder, name) for folder in (host.releases, host.venvs) for name in listed(folder) if name.startswith(".trash-")]


def caches():
    """Bytes of what pip and uv keep for this login."""
    home = os.path.expanduser("~")
    return {path: sum(size(one) for one in tree(path, 4 * MANY)) for path in (home + "/.cache/pip", home + "/.cache/uv") if os.path.isdir(path)}


def size(path):
    try:
        return os.lstat(path).st_blocks * 512
    except OSError:
        return 0


def big_logs():
    folder = "/var/log/nginx"
    found = {folder + "/" + name: size(folder + "/" + name) for name in listed(folder)}
    return {"rotate": any(os.path.exists(path) for path in ("/usr/sbin/logrotate", "/usr/bin/logrotate")), "rule": os.path.exists("/etc/logrotate.d/nginx"),
            "files": {path: bytes for path, bytes in found.items() if bytes > 1 << 20}}


def updates():
    """Days since a package was last installed, removed or brought up to date, and whether that happens by itself."""
    stamps = [os.stat(path).st_mtime for path in ("/var/lib/dpkg/status", "/var/lib/rpm/rpmdb.sqlite", "/usr/lib/sysimage/rpm/rpmdb.sqlite") if os.path.exists(path)]
    return {"days": (time.time() - max(stamps)) / 86400 if stamps else 0, "unattended": os.path.exists("/usr/bin/unattended-upgrade") or os.path.exists("/usr/bin/dnf-automatic"),
            "reboot": os.path.exists("/run/reboot-required")}


def selinux():
    enforcing = text("/sys/fs/selinux/enforce").strip() == "1"
    return {"enforcing": enforcing, "connect": text("/sys/fs/selinux/booleans/httpd_can_network_connect").split()[:1] == ["1"]}
`}};async function Le(e,t){let n=f(ue(Ce,await Re(e,t)));return{status:[`error`,`warning`].find(e=>n.some(t=>t.status===e))??`ok`,checks:n}}async function Re(e,t){let n=t.clock()/1e3,[r,i]=await Promise.all([ke(e,t),ze(e,t)]),{bare:a,refused:o,answered:s}=i,c=a&&`release`in a?a:void 0,l=o?.kind===`unreachable`&&!r.ssh.jumps?await Q(r.ssh.host,r.ssh.port):`open`;return{app:e.app,login:e.login,here:{...r,ports:{...r.ports,ssh:l},asked:[n,s]},refused:o,bare:a,server:c,root:c&&c.root.code===0?A(c.root.said):void 0}}async function ze(e,t){let{app:n,login:r}=e,a={app:n,login:r.user},s={users:[n.name,r.user,`www-data`,`nginx`],folders:l(a).map(([e])=>e),files:u(n),own:i(a,{site:`/`,allowConfig:!1}).map(({path:e})=>e),units:[...o(n),...F],instances:n.processManager===`systemd`?[`${n.name}@.service`]:[]};try{return{bare:await p(Ie,e,t,{ask:{look:s}}),refused:void 0,answered:t.clock()/1e3}}catch(e){return{bare:void 0,refused:Be(e),answered:t.clock()/1e3}}}function Be(e){if(!(e instanceof t))return{kind:`other`,message:e.message,next:``};let{kind:n,ssh:r,message:i,next:a}=e;return{kind:r??(n===`setup`?`setup`:`other`),message:i,next:a}}const Ve=ne({name:`doctor`,summary:`look for what is wrong between here and the site's visitors, and say what to do about it`,flags:y,examples:[[`create-flask-deploy doctor`,`exit code 1 only if there is an error; it changes nothing`],[`create-flask-deploy doctor --json`,`every check with its status: ok, warning, error or skipped`]]},async({values:e},t)=>{let{app:r,root:i,logins:a}=x(e,t),o=ee(t.stdout,t.env),s={error:o.red,warning:o.yellow,good:o.green,dim:o.dim,"":e=>e},c=0;for(let l of a){let u={...b(t,n(t)),clock:Date.now},d=await Le({app:r,root:i,login:l},u);if(d.status===`error`&&(c=1),e.json)t.stdout.write(`${JSON.stringify({host:l.host,...d},null,2)}\n`);else{a.length>1&&t.stdout.write(`${o.bold(l.host)}\n`);for(let{text:e,tone:n}of oe(d))t.stdout.write(`${s[n](e)}\n`)}}return c});export{Ve as doctorCommand};