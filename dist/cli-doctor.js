import{i as e}from"./cli-files.js";import{n as t}from"./cli-plain.js";import{a as n,c as r,l as i,o as a,r as o,s,u as c}from"./cli-ssh.js";import{a as l,v as u,y as d}from"./cli-wish.js";import{t as f}from"./cli-inquire.js";import{t as p}from"./cli-statics.js";import{At as m,Dt as h,Mt as g,T as _,_t as ee,jt as v,ut as te,x as y}from"./cli-shared.js";import{n as ne,r as re,s as ie,u as ae}from"./cli-server-flags.js";import{t as oe}from"./cli-_node_net.js";import{c as se,l as ce,r as le}from"./cli-progress.js";import{n as ue}from"./cli-running.js";const b=[`way in`,`setup`,`server`,`nginx`,`release`,`site`],x=[`error`,`warning`],S={error:`\u2717`,warning:`!`};function de({checks:e}){let t=x.flatMap(t=>e.filter(e=>e.status===t));return[...t.flatMap(fe),...t.length>0?[{text:``,tone:``}]:[],...b.flatMap(t=>pe(t,e)),{text:``,tone:``},{text:me(e),tone:t.length>0?t[0]?.status:`good`}]}function fe({id:e,status:t,detail:n,next:r}){let i=t===`error`?`error`:`warning`,[a=``,...o]=n.split(`
`);return[{text:`${S[i]} ${e}: ${a}`,tone:i},...o.map(e=>({text:`    ${e}`,tone:``})),...r.split(`
`).map((e,t)=>({text:`    ${t===0?`\u2192 `:`  `}${e}`,tone:`dim`}))]}function pe(e,t){let n=n=>t.filter(t=>t.group===e&&t.status===n),[r,i]=[n(`ok`),n(`skipped`)],a=e=>e.map(({id:e})=>e).join(`, `),o=r.length===0&&new Set(i.map(({detail:e})=>e)).size===1?i[0]?.detail:``,s=e.padEnd(8);return[...r.length>0?[{text:`\u2713 ${s} ${a(r)}`,tone:`good`}]:[],...i.length>0?[{text:`- ${s} ${o||`not looked at: ${a(i)}`}`,tone:`dim`}]:[]]}function me(e){let t=t=>e.filter(e=>e.status===t).length,n=[[t(`error`),`error`],[t(`warning`),`warning`]].flatMap(([e,t])=>e>0?[`${e} ${t}${e===1?``:`s`}`]:[]),r=`${t(`ok`)+t(`error`)+t(`warning`)} checks`;return n.length>0?`${n.join(` and `)} in ${r}`:`${r}, all well`}const C=(e=``)=>({status:`ok`,detail:e}),w=e=>({status:`skipped`,detail:e}),T=(e,t,n)=>({status:`bad`,detail:e,next:t,severity:n}),E=e=>e;function D(e,t){let n=/* @__PURE__ */ new Map;for(let r of e){let{id:e,title:i,group:a}=r,o=O(r,t,n),s=o.status===`bad`?o.severity??r.severity:o.status,c=o.status===`bad`?o.next:``;n.set(e,{id:e,title:i,group:a,status:s,detail:o.detail,next:c})}return[...n.values()]}function O(e,t,n){let r=k(e.from,t);if(r)return w(r);let i=e.after?.find(e=>n.get(e)?.status===`error`);return i?w(`follows from ${i}`):e.judge(t)}function k(e,{bare:t,server:n,root:r}){return e===`here`?``:t===void 0?`the server could not be asked`:e!==`bare`&&n===void 0?`the server is not set up`:e===`root`&&r===void 0?`the helper could not be asked`:``}const A={debian:{9:`2022-06-30`,10:`2024-06-30`,11:`2026-08-31`,12:`2028-06-30`,13:`2030-06-30`},ubuntu:{"18.04":`2023-05-31`,"20.04":`2025-05-31`,"22.04":`2027-04-30`,"24.04":`2029-04-30`,"24.10":`2025-07-31`,"25.04":`2026-01-31`,"25.10":`2026-07-31`,"26.04":`2031-04-30`},fedora:{40:`2025-05-13`,41:`2025-12-15`,42:`2026-05-13`,43:`2026-12-09`},centos:{7:`2024-06-30`,8:`2024-05-31`,9:`2027-05-31`},rhel:{7:`2024-06-30`,8:`2029-05-31`,9:`2032-05-31`,10:`2035-05-31`},rocky:{8:`2029-05-31`,9:`2032-05-31`,10:`2035-05-31`},almalinux:{8:`2029-03-01`,9:`2032-05-31`,10:`2035-05-31`},amzn:{2:`2026-06-30`,2023:`2029-06-30`}};function j(e,t){let n=Object.hasOwn(A,e)?A[e]:void 0,[r=``]=t.split(`.`);return n?.[t]??n?.[r]}function M(e){let t=/* @__PURE__ */ new Map;for(let n of e.split(`
`)){let[,e=``,r=``]=/^([a-z-]+) ?(.*)$/.exec(n)??[];t.set(e,[...t.get(e)??[],r])}return t.has(`end`)?t:void 0}const N=({units:e},t)=>e.find(({Id:e})=>e===t),P=(e,t)=>N(e,`${t}@${e.release.id}.service`),F=e=>e<10*2**30?`${Math.round(e/2**20)} MB`:`${Math.round(e/2**30)} GB`,I=e=>`${Math.floor(e)} day${Math.floor(e)===1?``:`s`}`,L=[`logrotate.timer`,`cron.service`,`crond.service`],R=[E({id:`python`,title:`the server's Python will do`,group:`server`,severity:`error`,from:`bare`,after:[`setup`],judge({bare:{python:e,system:t},app:n}){let[r=0,i=0]=e.version.split(`.`).map(Number),[a=0,o=0]=n.python.split(`.`).map(Number);return r>a||r===a&&i>=o?C(e.version):T(`the server's python3 is ${e.version}, and flask-deploy.yml asks for ${n.python} or newer`,`Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${t.name}.`)}}),E({id:`venv`,title:`Python can make virtual environments`,group:`server`,severity:`error`,from:`bare`,after:[`setup`],judge({bare:{python:e}}){return e.venv?C():T(`python3 lacks venv or ensurepip`,`On the server, as root: apt-get install python3-venv`)}}),E({id:`distribution`,title:`the distribution still gets security fixes`,group:`server`,severity:`warning`,from:`bare`,judge({bare:{system:e},here:{asked:t}}){let n=j(e.id,e.version);return n===void 0?w(`nothing is known of ${e.name||`this system`}`):t[0]*1e3<Date.parse(n)?C(`${e.name}, until ${n}`):T(`${e.name} gets no security fixes since ${n}`,`Move to a newer release: setup makes a new server ready in one run.`)}}),E({id:`clock`,title:`the server's clock is right`,group:`server`,severity:`warning`,from:`bare`,judge({bare:{now:e},here:{asked:t}}){let[n,r]=t,i=e<n?e-n:e>r?e-r:0;if(Math.abs(i)<5)return C();let a=Math.abs(i)<120?`${Math.round(Math.abs(i))} s`:`${Math.round(Math.abs(i)/60)} min`;return T(`the server's clock is ${a} ${i>0?`ahead of`:`behind`} this machine's`,`On the server: timedatectl set-ntp true (or install chrony). If it is right, this machine is wrong.`,Math.abs(i)>300?`error`:`warning`)}}),E({id:`time-sync`,title:`something keeps the clock right`,group:`server`,severity:`warning`,from:`server`,judge({server:{clock:e}}){return e.synchronized?C():e.container?w(`a container has its host's clock`):T(`the server's clock is not synchronized`,`On the server, as root: apt-get install systemd-timesyncd (or chrony), then timedatectl set-ntp true`)}}),E({id:`disk`,title:`there is room on the disk`,group:`server`,severity:`warning`,from:`server`,judge({server:{disk:e}}){let t=Object.entries(e).map(([e,{free:t,size:n}])=>({path:e,free:t,share:n>0?t/n:1})).toSorted((e,t)=>e.share-t.share)[0];if(!t)return w(`nothing was seen`);let n=`${F(t.free)} (${Math.round(t.share*100)} %) are free on ${t.path}`,r="On the server: `du -xh / | sort -h | tail -30`. Fewer releases: deploy.keep_releases.";return t.share<.02||t.free<30<<20?T(n,r,`error`):t.share<.1&&t.free<2**31?T(n,r):C(n)}}),E({id:`inodes`,title:`there is room for files`,group:`server`,severity:`warning`,from:`server`,judge({server:{disk:e}}){let t=Object.entries(e).filter(([,{inodes:e}])=>e>0).map(([e,{inodes:t,inodesFree:n}])=>({path:e,left:n,share:n/t})).toSorted((e,t)=>e.share-t.share)[0];return t?t.share>=.05?C(`${t.left} more on ${t.path}`):T(`only ${t.left} more files can be made on ${t.path}`,"On the server: `du --inodes -x / | sort -n | tail`. Sessions or caches in single files?",t.share<.01?`error`:`warning`):w(`this file system does not count them`)}}),E({id:`memory`,title:`two releases fit beside each other`,group:`server`,severity:`warning`,from:`server`,judge({server:{memory:e}}){let{free:t,instance:n}=e;return t>=n*1.2?C(`${F(t)} are free, the app takes ${F(n)}`):T(`the app takes ${F(n)} and ${F(t)} are free: the next deploy stops the old release first`,`Fewer workers, more memory, or swap.`)}}),E({id:`swap`,title:`a peak of memory ends nothing`,group:`server`,severity:`warning`,from:`server`,judge({server:{memory:e}}){return e.swap>0||e.total>=2**30*.95?C():T(`the server has ${F(e.total)} of memory and no swap`,`On the server, as root: fallocate -l 1G /swap && chmod 600 /swap && mkswap /swap && swapon /swap, and a line in /etc/fstab.`)}}),E({id:`oom`,title:`nothing was ended for want of memory`,group:`server`,severity:`warning`,from:`root`,judge({root:e}){let t=e.get(`oom`)??[];return t.length===0?C():T(`in the last week: ${t.at(-1)}`,"Fewer workers, more memory, or swap; `journalctl -k -g oom` shows who took it.")}}),E({id:`updates`,title:`updates are installed`,group:`server`,severity:`warning`,from:`server`,judge({server:{updates:e}}){return e.days<60?C(e.unattended?`by themselves`:`last ${I(e.days)} ago`):T(`no package was updated for ${I(e.days)}`,e.unattended?`unattended-upgrades is there and does nothing: systemctl status apt-daily-upgrade.timer`:`On the server, as root: apt-get install unattended-upgrades`)}}),E({id:`reboot`,title:`no update waits for a reboot`,group:`server`,severity:`warning`,from:`server`,judge({server:{updates:e}}){return e.reboot?T(`an update asks for a reboot`,`Reboot when it suits: the app comes back by itself.`):C()}}),E({id:`logs`,title:`logs are turned over`,group:`server`,severity:`warning`,from:`server`,judge({server:e}){let{rotate:t,rule:n,files:r}=e.logs,i=Object.entries(r).find(([,e])=>e>2**30);return i?T(`${i[0]} is ${F(i[1])}`,"`logrotate -d /etc/logrotate.d/nginx` on the server says what keeps it from being turned over."):!t||!n?T(t?`nginx has no rule for logrotate`:`there is no logrotate`,`On the server, as root: apt-get install --reinstall logrotate nginx-common`):L.some(t=>N(e,t)?.ActiveState===`active`)?C():T(`nothing runs logrotate: neither its timer nor cron is active`,`On the server, as root: systemctl enable --now logrotate.timer`)}})],z=[E({id:`site-drift`,title:`the site is that of the release`,group:`nginx`,severity:`warning`,from:`server`,judge:e=>B(e,e=>e===`deploy/nginx.conf`)}),E({id:`unit-drift`,title:`units are those of the release`,group:`setup`,severity:`warning`,from:`server`,judge:e=>B(e,e=>e!==`deploy/nginx.conf`)}),E({id:`daemon-reload`,title:`systemd has read its units`,group:`setup`,severity:`warning`,from:`server`,judge({server:e}){let t=e.units.filter(({NeedDaemonReload:e})=>e===`yes`).map(({Id:e})=>e);return t.length===0?C():T(`changed on disk, not read yet: ${t.join(`, `)}`,`On the server: sudo systemctl daemon-reload`)}})];function B({server:e,here:t,login:n},r){let i=e.files.filter(({path:e})=>r(e)),a=`Run: npx create-flask-deploy setup ${n.host}`,o=i.filter(({installed:e})=>e===null);if(o.length>0)return T(`${o.map(({target:e})=>e).join(` and `)} is missing`,a,`error`);let s=e=>e.source||t.files[e.path]||``,c=i.filter(e=>s(e)!==``&&s(e)!==e.installed?.sha256),l=c.filter(({path:e,installed:n})=>t.files[e]===n?.sha256);if(l.length>0)return C(`${l.map(({path:e})=>e).join(`, `)}: installed by setup, not deployed yet`);if(c.length>0)return T(`${c.map(({target:e,path:t})=>`${e} is not ${t} of the release`).join(`; `)}: someone edited it on the server`,`Take the change over into the repository, or put the repository's back: npx create-flask-deploy setup ${n.host}`);let u=i.filter(({path:e,installed:n})=>t.files[e]&&t.files[e]!==n?.sha256);return C(u.length>0?`${u.map(({path:e})=>e).join(`, `)}: changed here, not deployed yet`:``)}const he=e=>e.tool?.constants.SITE??``,V=e=>e.replace(`/sites-available/`,`/sites-enabled/`),ge=[E({id:`nginx-config`,title:`nginx accepts its configuration`,group:`nginx`,severity:`error`,from:`root`,judge({root:e}){let t=(e.get(`nginx`)??[]).filter(e=>e.startsWith(`[emerg]`));return t.length===0?C():T(t.join(`; `),"On the server: sudo nginx -t. If it is this app's file: `npx create-flask-deploy lint` finds it here, setup installs what is in the repository.")}}),E({id:`nginx`,title:`nginx runs, and does so after a reboot`,group:`nginx`,severity:`error`,from:`server`,judge({server:e}){let{LoadState:t,ActiveState:n,UnitFileState:r}=N(e,`nginx.service`)??{};return t===`loaded`?n===`active`?r===`enabled`?C():T(`nginx is not started after a reboot`,`On the server: sudo systemctl enable nginx`,`warning`):T(`nginx is ${n}`,"On the server: sudo systemctl restart nginx; `journalctl -u nginx` says why it ended."):T(`nginx is not installed`,`Run setup again.`)}}),E({id:`site-enabled`,title:`nginx reads the app's site`,group:`nginx`,severity:`error`,from:`root`,after:[`nginx-config`],judge({root:e,bare:t,login:n}){let r=e.get(`nginx-file`)??[],i=he(t);return r.length===0?w(`nginx does not tell what it reads`):r.includes(i)||r.includes(V(i))?C(i):T(`nginx does not read ${V(i)}`,`Run: npx create-flask-deploy setup ${n.host}`)}}),E({id:`server-name`,title:`no other site has the same name`,group:`nginx`,severity:`error`,from:`root`,after:[`nginx-config`],judge({root:e,app:t}){let n=(e.get(`nginx`)??[]).flatMap(e=>{let[,n=``,r=``]=/conflicting server name "([^"]*)" on ([^,]+)/.exec(e)??[];return t.domain.split(` `).includes(n)?[r]:[]});return n.length===0?C(t.domain):T(`another site has the server_name ${t.domain} too (${n.join(`, `)}): nginx asks whichever it reads first`,`On the server: grep -rn "server_name.*${t.domain}" /etc/nginx shows both; disable one.`)}})],_e=[E({id:`release`,title:`a release is deployed`,group:`release`,severity:`error`,from:`server`,judge({server:e,app:t}){let{id:n,complete:r}=e.release;return n===``?T(`nothing was deployed yet`,`Run: npx create-flask-deploy deploy`,`warning`):r?C(n):T(`/srv/${t.name}/current names ${n}, and that is not there or not complete`,`Go back to a whole one: npx create-flask-deploy rollback, or deploy again.`)}}),E({id:`release-python`,title:`the release has its Python`,group:`release`,severity:`error`,from:`server`,after:[`release`],judge({server:e}){let{id:t,venv:n}=e.release;return t===``?w(`there is no release`):n?C():T(`.venv/bin/python of ${t} does not run: was the server's Python replaced, or the environment removed?`,`Deploy again with --force, which builds an environment for the Python that is there.`)}}),E({id:`instance`,title:`the release runs, and keeps running`,group:`release`,severity:`error`,from:`server`,after:[`release`,`release-python`],judge({server:e,app:t}){if(e.release.id===``)return w(`there is no release`);if(t.processManager!==`systemd`)return w(`${t.processManager} runs it; its answer tells`);let{ActiveState:n,SubState:r,Result:i,NRestarts:a}=P({...e},t.name)??{},o=`Its log says why: npx create-flask-deploy logs. A former release: npx create-flask-deploy rollback`;return n===`active`?Number(a)>2?T(`it was restarted ${a} times since its start`,o,`warning`):C():T(`${t.name}@${e.release.id} is ${n??`unknown`} (${r}, ${i}), restarted ${a} times`,o)}}),E({id:`socket`,title:`nginx's socket leads to the release`,group:`release`,severity:`error`,from:`server`,after:[`folders`,`release`,`release-python`,`instance`,`services`],judge({server:e,app:t,login:n}){let{folder:r,linked:i,release:a,file:o}=e.socket,{id:s}=e.release,c=`/run/${t.name}`,l=`On the server, as root: systemctl restart ${t.name}-current.service; or deploy again.`;if(s===``)return w(`there is no release`);if(!r)return T(`${c} is missing`,l);if(!i)return T(`${c}/current.sock is missing, so nginx has nothing to ask`,l);if(a!==s)return T(`${c}/current.sock leads to ${a||`nothing`}, and current is ${s}`,l);if(o?.kind!==`socket`)return T(`${c}/${a}.sock is missing: nothing listens there`,l);let[u]=e.nginxWorkers;return u&&u.user!==`root`&&!e.groups[u.user]?.includes(o.group)||!/^.?66.$/.test(o.mode)?T(`${o.path} has mode ${o.mode}, owner ${o.owner}:${o.group}: nginx, which runs as ${u?.user}, may not connect`,`Write nginx's group as SocketGroup= into deploy/${t.name}@.socket, and run: npx create-flask-deploy setup root@${n.host}`):C()}}),E({id:`app`,title:`the release answers well`,group:`release`,severity:`error`,from:`server`,after:[`folders`,`release`,`release-python`,`instance`,`socket`,`services`],judge({server:{release:e}}){return e.id===``?w(`there is no release`):e.why===``?C():T(`on its own socket ${e.why}`,`Its log says why: npx create-flask-deploy logs. A former release: npx create-flask-deploy rollback`)}})],H=({login:e})=>`Run: npx create-flask-deploy setup root@${e.host}`,U=e=>v(`sha256`).update(e).digest(`hex`);function W({app:e,login:t,bare:n}){let{SITE:r=`/`,ALLOW_CONFIG:i}=n.tool?.constants??{},a={app:e,login:t.user},o={site:/^[A-Za-z0-9@/._-]+$/.test(r)?r:`/`,allowConfig:i===`1`};return new Map(l(a,o).map(({path:e,content:t})=>[e,U(t)]))}const ve=[E({id:`setup`,title:`the server is set up for the app`,group:`setup`,severity:`error`,from:`here`,judge({refused:e,bare:t,app:n,login:i}){let o=e=>T(`${i.host} is not set up for ${n.name}: there is no ${e}`,H({login:i}));return e?.kind===`setup`?o(`python3`):t===void 0?w(`the server could not be asked`):t.base?t.tool===null?o(a(n.name)):C():o(r(n.name).base)}}),E({id:`helper`,title:`the helper is of this version`,group:`setup`,severity:`warning`,from:`server`,judge(e){let t=e.bare.tool?.protocol??0;if(t===Number(u))return C(`protocol ${t}`);let n=t<Number(u);return T(`${a(e.app.name)} speaks protocol ${t}, this program ${u}`,n?H(e):`Use the version of create-flask-deploy that set the server up, or a newer one.`)}}),E({id:`helper-file`,title:`nobody changed the helper`,group:`setup`,severity:`error`,from:`server`,judge(e){let{tool:t}=e.bare;return t===null?w(`there is none`):t.owner!==`root`||t.mode!==`755`?T(`${t.path} is ${t.mode} of ${t.owner}, not 755 of root: whoever may write it is root`,H(e)):t.protocol===Number(u)?t.sha256===W(e).get(t.path)?C():T(`${t.path} is not what the setup of this version writes`,H(e),`warning`):w(`of another version`)}}),E({id:`sudo`,title:`the login may call the helper as root, and nothing else`,group:`setup`,severity:`error`,from:`server`,after:[`helper-file`],judge(e){let{code:t,said:n}=e.server.root;if(e.root!==void 0||/not 'facts'/.test(n))return C();let r=n.trim().split(`
`).at(-1)||`exit code ${t}`;return T(`${e.bare.login} may not run ${a(e.app.name)} through sudo: ${r}`,H(e))}}),E({id:`sudoers`,title:`the sudo rule is what setup wrote`,group:`setup`,severity:`warning`,from:`root`,judge(e){let{app:t,login:n,root:i}=e;if(n.user===`root`)return w(`root needs none`);let[a,o,s]=(i.get(`sudoers`)?.[0]??``).split(` `),c=r(t.name).sudoers;return a===void 0||a===``?T(`${c} is missing: another rule lets the login call the helper`,H(e)):a===`440`&&o===`root`&&s===U(d(t.name,n.user))?C():T(`${c} (${a} of ${o}) is not what setup writes`,H(e))}}),E({id:`app-group`,title:`only the app is in its group`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,server:n}=e,r=Object.keys(n.groups).filter(e=>e!==t.name&&n.groups[e]?.includes(t.name));return r.length>0?T(`${r.join(` and `)} may read everything that ${t.name} keeps: they are in its group`,H(e)):n.nginxWorkers.some(({groups:e})=>e.includes(n.gid))?T(`nginx began while it was in the group ${t.name}`,`On the server: sudo systemctl restart nginx`):C()}}),E({id:`login-alone`,title:`the login deploys this app and no other`,group:`setup`,severity:`warning`,from:`server`,judge({server:{others:e},bare:t,app:n}){return e.length===0||t.login===`root`?C():T(`${t.login} deploys ${e.join(`, `)} as well: one key opens them all`,`Leave \`user:\` out of flask-deploy.yml and run setup as root: ${n.name} then gets the login ${m(n.name)}.`)}}),E({id:`folders`,title:`folders have their owners and modes`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,login:i,server:a}=e,o=i.user===`root`?a.folders[`${r(t.name).base}/releases`]?.owner??`root`:i.user,s=n(t,o).flatMap(({path:e,mode:t,owner:n,group:r})=>{let i=a.folders[e];return i?i.kind===`folder`&&i.mode===t&&i.owner===n&&i.group===r?[]:[`${e} is ${i.mode} ${i.owner}:${i.group}, not ${t} ${n}:${r}`]:[`${e} is missing`]});return s.length>0?T(s.join(`; `),H(e)):C()}}),E({id:`world-writable`,title:`nobody else may write the app's files`,group:`setup`,severity:`error`,from:`server`,after:[`folders`],judge({server:{writable:e}}){if(e.length===0)return C();let[t,...n]=e;return T(`any account of the server may write ${t}${n.length>0?` and ${n.length} more`:``}`,`On the server: chmod o-w ${e.slice(0,5).join(` `)}`)}}),E({id:`env-file`,title:`only root writes the environment`,group:`setup`,severity:`error`,from:`server`,judge({app:e,server:{env:t}}){if(t===null)return C(`there is none`);let[n,r]=e.processManager===`systemd`?[`600`,`root`]:[`640`,e.name];return t.mode===n&&t.owner===`root`&&t.group===r?C():T(`${t.path} has mode ${t.mode}, owner ${t.owner}:${t.group} (expected ${n}, root:${r})`,`On the server, as root: chown root:${r} ${t.path} && chmod ${n} ${t.path}`)}}),E({id:`boot`,title:`the app comes back after a reboot`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,server:n}=e,i=r(t.name).current,a=`${t.name}-current.service`,{UnitFileState:o}=N(n,a)??{};return!n.own[i]||o!==`enabled`?T(`${a} is ${n.own[i]?o||`unknown`:`missing`}: after a reboot nothing starts the app`,H(e)):n.own[i]?.sha256===W(e).get(i)?C():T(`${i} is not what setup writes`,H(e),`warning`)}}),E({id:`tmpfiles`,title:`the sockets' folder comes back after a reboot`,group:`setup`,severity:`warning`,from:`server`,judge(e){let t=r(e.app.name).tmpfiles,n=e.server.own[t];return n?.sha256===W(e).get(t)?C():T(`${t} ${n?`is not what setup writes`:`is missing`}`,H(e))}}),E({id:`services`,title:`services beside nginx run, and do so after a reboot`,group:`setup`,severity:`error`,from:`server`,judge(e){let{app:t,server:n}=e,r=i(t).filter(e=>e!==`nginx.service`&&e!==`${t.name}-current.service`),a=r.flatMap(e=>{let{UnitFileState:r,ActiveState:i}=N(n,e)??{},a=e===`${t.name}-emperor.service`&&n.release.id===``;return i!==`active`&&!a?[`${e} is ${i??`unknown`}`]:r===`enabled`?[]:[`${e} is ${r||`not enabled`}`]});return a.length>0?T(a.join(`; `),H(e)):C(r.join(`, `))}})],G=[`banned`,`firewall`,`nginx`,`nginx-config`,`site-enabled`,`server-name`,`release`,`release-python`,`instance`,`socket`,`services`,`app`],ye={refused:`refuses the connection`,silent:`does not answer`,unreachable:`cannot be reached`},K=[E({id:`through-nginx`,title:`nginx on the server passes requests to the release`,group:`nginx`,severity:`error`,from:`server`,after:G,judge({server:{release:e,nginxAnswers:t,maintenance:n},app:r}){return e.id===``?w(`there is no release`):n&&t.status===503?C(`in maintenance`):t.why===``?C(`${r.deploy.smoke.path} answered ${t.status}`):T(`on the server itself, ${r.deploy.smoke.path} through nginx ${t.why}`,"`npx create-flask-deploy logs --nginx` shows what nginx says of it; is another site asked instead?")}}),E({id:`static-files`,title:`nginx serves the release's static files`,group:`nginx`,severity:`error`,from:`server`,after:[...G,`through-nginx`],judge({server:{release:e,statics:t}}){if(e.id===``)return w(`there is no release`);if(t.length===0)return w(`nginx serves no files of the release`);let n=t.find(({status:e,error:t})=>t!==``||![200,301,302,307,308,503].includes(e));return n===void 0?C(t.map(({path:e})=>e).join(`, `)):T(`${n.path} ${n.error||`answers ${n.status}`}, and the release has the file`,"Compare `alias` or `root` of its location in deploy/nginx.conf with the folder; `npx create-flask-deploy lint` checks both.")}}),E({id:`domain`,title:`the site's name leads to the server`,group:`site`,severity:`error`,from:`here`,judge({here:{site:e,names:t,ssh:n}}){let r=t[e.host]??[];if(e.host===n.host)return w(`it has none of its own`);if(r.length===0)return T(`${e.host} does not resolve`,`Give the name an A (and AAAA) record with the server's address.`);let i=t[n.host]??[];return i.length===0||r.some(e=>i.includes(e))?C(r.join(`, `)):T(`${e.host} is ${r.join(`, `)}, and the server is ${i.join(`, `)}`,`If a proxy or CDN stands in between, all is well; if not, correct the name's A and AAAA records.`,`warning`)}}),E({id:`site-port`,title:`the site's port is open`,group:`site`,severity:`error`,from:`here`,after:[`dns`,`domain`,`nginx`,`nginx-config`,`site-enabled`,`banned`,`firewall`,`setup`],judge({here:{ports:e,site:t}}){if(e.site===`open`)return C(`${t.host} port ${t.port}`);let n=t.tls?`Is there a certificate, and does the site listen on 443? `:``;return T(`port ${t.port} of ${t.host} ${ye[e.site]}`,`${n}Look at the provider's firewall (security group) and the server's own: both must let it in.`)}}),E({id:`certificate`,title:`the certificate is good`,group:`site`,severity:`error`,from:`here`,after:[`dns`,`domain`,`site-port`],judge({here:{certificate:e,site:t,asked:n}}){if(!t.tls)return w(`the site has no TLS (deploy.url)`);if(e===void 0)return T(`${t.host} port ${t.port} speaks no TLS`,`On the server: sudo certbot --nginx`);let r=(e.validTo-n[0]*1e3)/864e5,i="On the server: sudo certbot renew; `systemctl list-timers` shows whether that happens by itself.";return r<0?T(`the certificate expired ${I(-r)} ago`,i):e.validFrom>n[0]*1e3?T(`the certificate is not valid yet`,`Look at this machine's clock and at the certificate's.`):e.matches?e.problem?T(`the certificate is not believed: ${e.problem}`,`Does nginx send the whole chain (fullchain.pem)? Is it self-signed?`):r<14?T(`the certificate expires in ${I(r)}`,i,`warning`):C(`${I(r)} left`):T(`the certificate is for ${e.names}, not for ${t.host}`,`On the server: sudo certbot --nginx -d ${t.host}`)}}),E({id:`site`,title:`visitors get the site`,group:`site`,severity:`error`,from:`here`,after:[`dns`,`domain`,`site-port`,`certificate`,`setup`,`through-nginx`,...G],judge({here:{answer:e},server:t,app:n}){if(t?.release.id===``)return w(`there is no release`);let{status:r}=n.deploy.smoke;if(e.error)return T(`${e.url}: ${e.error}`,`The server itself answers well: look at what stands between.`);if(t?.maintenance&&e.status===503)return C(`in maintenance`);let i=e.status>=301&&e.status<=308;return e.status===r||i&&r<400?C(`${e.url} answered ${e.status}`):T(`${e.url} answered ${e.status} instead of ${r}`,e.status===503&&e.retryAfter?`It seems to be in maintenance: npx create-flask-deploy maintenance off`:`Is this URL the same site? Another one, a proxy or a CDN may stand between.`)}}),E({id:`maintenance`,title:`visitors get the site, not the maintenance page`,group:`site`,severity:`warning`,from:`server`,judge({server:{maintenance:e}}){if(e===``)return C();let[,t]=/"since": "([^"]*)"/.exec(e)??[],[,n]=/"by": "([^"]*)"/.exec(e)??[];return T(`maintenance is on${t?` since ${t}`:``}${n?`, switched by ${n}`:``}`,`npx create-flask-deploy maintenance off`)}})];function be(e,t){return xe(e.get(`nft`)??[],t)||Se(e.get(`iptables`)??[],t)||Ce(e.get(`ufw`)??[],t)}const q=(e,t)=>e.replace(/[{}]/g,``).split(/[\s,]+/).filter(Boolean).some(e=>{let[n=0,r=n]=e.split(/[-:]/).map(Number);return n<=t&&t<=r});function xe(e,t){let n=``,r=!1;for(let i of e.map(e=>e.trim())){/hook input .*policy drop/.test(i)&&(n=i);let[,e]=/\btcp dport (\{[^}]*\}|\S+)/.exec(i)??[],a=e!==void 0&&!/^(!=|[a-z@])/.test(e)&&q(e,t);if(a&&/\baccept\b/.test(i))r=!0;else if(a&&!r&&/\b(drop|reject)\b/.test(i))return i}return n&&!r?n:``}function Se(e,t){let n=``,r=!1;for(let i of e){/^-P INPUT (DROP|REJECT)/.test(i)&&(n=i);let[,e]=/--dports? (\S+)/.exec(i)??[],a=e!==void 0&&q(e,t);if(a&&/-j ACCEPT/.test(i))r=!0;else if(a&&!r&&/-j (DROP|REJECT)/.test(i))return i}return n&&!r?n:``}function Ce(e,t){if(!e.some(e=>e===`Status: active`))return``;let n=t===80||t===443?/Nginx Full|WWW Full/:/^$/,r=t===80?/Nginx HTTP\b(?!S)|WWW\b(?! (Secure|Full))/:t===443?/Nginx HTTPS|WWW Secure/:/^$/,i=e.filter(e=>n.test(e)||r.test(e)||q(/^([\d:,]+)(\/tcp)?\s/.exec(e)?.[1]??``,t)),a=i.find(e=>/DENY|REJECT/.test(e));return i.some(e=>/ALLOW|LIMIT/.test(e))&&!a?``:a?.replace(/\s+/g,` `)??`ufw is active and has no rule that allows ${t}/tcp`}const we=[E({id:`sshd`,title:`sshd is set sensibly`,group:`server`,severity:`warning`,from:`root`,judge({root:e}){let t=new Map((e.get(`sshd`)??[]).map(e=>e.split(` `,2)));if(t.size===0)return w(`sshd does not tell its settings`);if(t.get(`permitrootlogin`)===`yes`&&t.get(`passwordauthentication`)===`yes`)return T(`anyone may try passwords of root over ssh`,`In /etc/ssh/sshd_config.d/: PasswordAuthentication no, PermitRootLogin prohibit-password; then systemctl reload ssh`);let n=Number(t.get(`maxstartups`)?.split(`:`)[0]??10);return n<4?T(`sshd turns logins away from ${n} at once on (MaxStartups)`,`Raise MaxStartups in sshd_config to its default, 10:30:100.`):C()}}),E({id:`banned`,title:`fail2ban has not banned this address`,group:`server`,severity:`error`,from:`root`,judge({root:e}){let t=e.get(`banned`)?.[0];if(t===void 0)return w(`there is no fail2ban`);let n=[...t.matchAll(/'([^']+)'/g)].map(([,e])=>e);return n.length===0?C():T(`fail2ban has banned this machine's address in ${n.join(`, `)}`,`On the server, as root: fail2ban-client unban ADDRESS, or put it into ignoreip.`)}}),E({id:`firewall`,title:`the firewall lets visitors in`,group:`server`,severity:`error`,from:`root`,after:[`banned`],judge({root:e,here:{ports:t,site:n}}){if([`nft`,`iptables`,`ufw`].filter(t=>e.has(t)).length===0)return w(`there is none that is known`);let r=t.site===`open`?``:be(e,n.port);return r?T(`port ${n.port} cannot be reached, and the firewall has: ${r}`,`Let it in: ufw allow ${n.port}/tcp, or take the rule away.`):C()}}),E({id:`selinux`,title:`SELinux lets nginx connect to the app`,group:`server`,severity:`error`,from:`server`,judge({server:{selinux:e},app:t}){return e.enforcing?e.connect||t.socket===`unix`?C():T(`SELinux keeps nginx from connecting to the app's port`,`On the server, as root: setsebool -P httpd_can_network_connect 1`):w(`SELinux does not enforce anything`)}}),E({id:`apparmor`,title:`AppArmor does not confine nginx or the app server`,group:`server`,severity:`warning`,from:`root`,judge({root:e}){let t=(e.get(`apparmor`)??[]).filter(e=>e.includes(`(enforce)`));return t.length===0?C():T(`AppArmor confines ${t.join(`, `)}`,"If the site answers 502 or 403: `journalctl -k -g apparmor` shows what was denied; aa-complain NAME lets it.")}}),E({id:`failed-units`,title:`nothing else on the server has failed`,group:`server`,severity:`warning`,from:`server`,judge({server:e,app:t}){let n=`${t.name}@${e.release.id}.service`,r=e.failed.filter(e=>e!==n&&e!==`nginx.service`);return r.length===0?C():T(`failed: ${r.join(`, `)}`,`On the server: systemctl status ${r[0]}; then systemctl reset-failed`)}}),E({id:`lock`,title:`no deploy hangs`,group:`release`,severity:`warning`,from:`server`,judge({server:{lock:e}}){return e.held?e.seconds<1800?C(`${e.holder} deploys`):T(`${e.holder} holds the lock since ${Math.round(e.seconds/60)} min`,`End it: npx create-flask-deploy unlock`):C(`nobody deploys`)}}),E({id:`journal`,title:`every deploy came to its end`,group:`release`,severity:`warning`,from:`server`,judge({server:{journal:e,lock:t}}){if(!e.readable)return T(`the journal of deploys cannot be read`,`Run setup again, which gives /srv and what is in it their owners.`);if(t.held)return w(`a deploy is running`);let n=`The next deploy takes it up: npx create-flask-deploy deploy`;return e.unfinished?T(`the deploy of ${e.unfinished} was cut short`,n):e.torn?T(`the journal's last line is torn: the disk was full, or the power went`,n):C()}}),E({id:`leftovers`,title:`nothing was left behind half-way`,group:`release`,severity:`warning`,from:`server`,after:[`journal`],judge({server:{leftovers:e,lock:t,journal:n},root:r,app:i}){if(t.held||n.unfinished)return w(`a deploy is not over`);let a=r?.has(`saved`)?[`/var/lib/flask-deploy/${i.name}`]:[],o=[...e,...a];return o.length===0?C():T(`left by an interrupted setup or deploy: ${o.slice(0,5).join(`, `)}`,`Deploy again; what is still there afterwards may be removed.`)}}),E({id:`caches`,title:`caches are small`,group:`server`,severity:`warning`,from:`server`,judge({server:{caches:e}}){let t=Object.entries(e).filter(([,e])=>e>2**30);return t.length===0?C():T(t.map(([e,t])=>`${e} takes ${F(t)}`).join(`; `),`On the server: rm -rf ${t.map(([e])=>e).join(` `)}. A deploy sends its wheels and needs no cache.`)}})],J=({here:{ssh:e}})=>`${e.host} port ${e.port}`,Te={refused:`refuses the connection: sshd does not run, or listens on another port`,silent:`does not answer: a firewall drops what comes, the server is off, or fail2ban has banned this address`,unreachable:`cannot be reached from here: there is no route to it`},Y=`Look at the server's own console (your provider has one)`,Ee=[E({id:`dns`,title:`the server's name resolves`,group:`way in`,severity:`error`,from:`here`,judge({here:{ssh:e,names:t}}){if(e.jumps)return w(`ssh goes by another machine`);let n=t[e.host]??[];return n.length>0?C(`${e.host} is ${n.join(`, `)}`):T(`${e.host} does not resolve`,`Check deploy.host in flask-deploy.yml (or --host), and the name's A and AAAA records.`)}}),E({id:`ssh-key`,title:`the private key can be used`,group:`way in`,severity:`error`,from:`here`,judge({here:{key:e}}){return e===void 0?C(`ssh chooses one of yours`):e.problem?T(`${e.path} ${e.problem}`,`A sound key prints its public half: ssh-keygen -y -f ${e.path}`):e.mode&63?T(`${e.path} may be read by others (mode ${e.mode.toString(8)}), so ssh does not use it`,`chmod 600 ${e.path}`):C(e.path)}}),E({id:`ssh-port`,title:`sshd answers`,group:`way in`,severity:`error`,from:`here`,after:[`dns`],judge(e){let{refused:t,here:n}=e;if(t?.kind===`no-ssh`)return T(t.message,`Install the OpenSSH client.`);if(t?.kind!==`unreachable`)return C(J(e));let r=n.ports.ssh;return r===`open`?T(`${J(e)} takes the connection and ends it: ${t.message.split(`ssh said: `).at(-1)}`,`${Y}: \`journalctl -u ssh\`. Too many connections at once (MaxStartups)? A penalty for this address?`):T(`${J(e)} ${Te[r]}`,`${Y}: \`systemctl status ssh\`, \`fail2ban-client banned\`, and its firewall.`)}}),E({id:`host-key`,title:`the server is the one whose key is pinned`,group:`way in`,severity:`error`,from:`here`,after:[`dns`,`ssh-port`],judge({refused:e}){if(e?.kind===`host-key-changed`||e?.kind===`host-key-unknown`){let[t=``,...n]=e.message.split(`. `);return T(t,n.join(`. `))}return C(`its host key is the pinned one`)}}),E({id:`login`,title:`the server lets the login in`,group:`way in`,severity:`error`,from:`here`,after:[`dns`,`ssh-key`,`ssh-port`,`host-key`],judge({refused:e,login:t,app:n,bare:r}){return e?.kind===`key-refused`||e?.kind===`key-unusable`?T(e.message.split(`
`)[0],`\`npx create-flask-deploy setup ${t.host}\` puts the key of ${n.name} there; \`journalctl -u ssh\` on the server says why one is refused.`):C(`as ${r?.login??t.user}`)}}),E({id:`answer`,title:`the server tells about itself`,group:`way in`,severity:`error`,from:`here`,after:[`dns`,`ssh-key`,`ssh-port`,`host-key`,`login`],judge({refused:e}){return e?.kind===`dropped`||e?.kind===`other`?T(e.message,e.next||"Try again; `ssh` itself shows more with -v."):C()}}),...ve,...z,...R,...we,...ge,..._e,...K],De=(/* @__PURE__ */ process.getBuiltinModule(`node:tls`)).connect,X=`is protected by a passphrase, which nobody can type here. Make a key for deploys only, without one: ssh-keygen -t ed25519 -N '' -f deploy_key; its public half belongs into ~/.ssh/authorized_keys on the server.`,Z=`is damaged: it begins like a private key, but what follows is not one (a part is missing?). Store the whole file again, from BEGIN to END: gh secret set SSH_KEY < deploy_key`;function Oe(e){let t=e.replace(/^\uFEFF/,``).replace(/\\r|\\n/g,`
`).trim();if(t===``)return{problem:"is empty. Store the private key as the secret SSH_KEY (repository \u2192 Settings \u2192 Secrets and variables \u2192 Actions, or the secrets of the environment that the job names) and pass `ssh-key: ${{ secrets.SSH_KEY }}`. Runs for a fork's pull request get no secrets."};if(t.startsWith(`PuTTY-User-Key-File`))return{problem:`is in PuTTY's own format. Convert it: puttygen key.ppk -O private-openssh -o deploy_key`};if(/^(ssh-|ecdsa-|sk-)[\w@.-]+ [A-Za-z0-9+/]/.test(t)||t.startsWith(`-----BEGIN PUBLIC KEY`))return{problem:`is the public half. The secret must hold the private one: the file whose name has no .pub`};let n=/^-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*)-----END \1-----$/s.exec(t);if(n===null)return{problem:t.includes(`PRIVATE KEY`)?Z:`is not a private key: that begins with -----BEGIN \u2026 PRIVATE KEY-----. Check which secret is passed.`};let[,r=``,i=``]=n;if(r.startsWith(`ENCRYPTED`)||/Proc-Type:\s*4,\s*ENCRYPTED/.test(i))return{problem:X};let a=i.replace(/\s+/g,``);if(!/^[A-Za-z0-9+/]+={0,2}$/.test(a))return{problem:Z};let o=a.match(r===`OPENSSH PRIVATE KEY`?/.{1,70}/g:/.{1,64}/g)??[],s=[`-----BEGIN ${r}-----`,...o,`-----END ${r}-----`,``].join(`
`);if(r!==`OPENSSH PRIVATE KEY`)return ke(s)?{key:s}:{problem:Z};let c=Ae(Buffer.from(a,`base64`));return c===void 0?{problem:Z}:c===`none`?{key:s}:{problem:X}}function ke(e){try{return g(e),!0}catch{return!1}}function Ae(e){if(e.toString(`latin1`,0,15)!==`openssh-key-v1\0`)return;let t=15,n=()=>{if(t+4>e.length)return;let n=e.readUInt32BE(t);return t+=4+n,t<=e.length?e.subarray(t-n,t):void 0},r=n()?.toString(`latin1`);if(n(),n(),t+4>e.length||e.readUInt32BE(t)!==1)return;t+=4,n();let i=n();return i===void 0||i.length<8?void 0:r}const Q=4e3;async function je({app:e,root:t,login:n},{run:r,env:i,fetch:a}){let o=await Me(n,r,i),s=Ne(e,o.host,se(ce(t))),c=[.../* @__PURE__ */ new Set([o.host,s.host])],[l,u,d,f,p,m]=await Promise.all([Promise.all(c.map(Pe)),$(s.host,s.port),Fe(s,e.deploy.smoke.path,a),s.tls?Ie(s.host,s.port):void 0,n.identityFile===void 0?void 0:Le(n.identityFile),Re(e,t)]);return{ssh:o,site:s,answer:d,certificate:f,key:p,files:m,names:Object.fromEntries(c.map((e,t)=>[e,l[t]??[]])),ports:{ssh:`open`,site:u}}}async function Me(e,t,n){let{stdout:r}=await t([...o(e),`-G`,`--`,e.host],{env:n,timeoutMs:Q}).catch(()=>({stdout:``})),i=new Map(r.split(`
`).map(e=>/^(\S+) (.*)$/.exec(e)?.slice(1)).filter(Boolean)),a=[`proxyjump`,`proxycommand`].some(e=>(i.get(e)??`none`)!==`none`);return{host:i.get(`hostname`)??e.host,port:Number(i.get(`port`)??e.port??22),jumps:a}}function Ne(e,t,n){let{url:r}=e.deploy;if(!r)return{host:e.domain===`_`?t:e.domain,port:n,tls:!1};let{protocol:i,hostname:a,port:o}=new URL(r),s=i===`https:`;return{host:a.replace(/^\[|\]$/g,``),port:Number(o)||(s?443:80),tls:s}}async function Pe(e){let t=new Promise(e=>setTimeout(e,Q,[]).unref()),n=ae(e,{all:!0}).then(e=>e.map(({address:e})=>e),()=>[]);return Promise.race([n,t])}function $(e,t){return new Promise(n=>{let r=oe({host:e,port:t,timeout:Q}),i=e=>{r.destroy(),n(e)};r.once(`connect`,()=>i(`open`)),r.once(`timeout`,()=>i(`silent`)),r.once(`error`,({code:e})=>i(e===`ECONNREFUSED`?`refused`:e===`ETIMEDOUT`?`silent`:`unreachable`))})}async function Fe({host:e,port:t,tls:n},r,i){let a=`${e.includes(`:`)?`[${e}]`:e}${t===(n?443:80)?``:`:${t}`}`,o=new URL(r,`${n?`https`:`http`}://${a}`).href;try{let e=await i(o,{redirect:`manual`,signal:AbortSignal.timeout(2*Q)});return await e.body?.cancel(),{url:o,status:e.status,retryAfter:e.headers.has(`retry-after`),error:``}}catch(e){let{message:t,cause:n}=e;return{url:o,status:0,retryAfter:!1,error:n?.message||t}}}function Ie(e,t){return new Promise(n=>{let r=De({host:e,port:t,servername:e,rejectUnauthorized:!1,timeout:Q}),i=e=>{r.destroy(),n(e)};r.once(`secureConnect`,()=>{let t=r.getPeerX509Certificate();if(t===void 0)return i(void 0);let{authorizationError:n}=r;i({validFrom:Date.parse(t.validFrom),validTo:Date.parse(t.validTo),names:t.subjectAltName??t.subject,matches:t.checkHost(e)!==void 0||t.checkIP(e)!==void 0,problem:n?String(n):``})}),r.once(`timeout`,()=>i(void 0)),r.once(`error`,()=>i(void 0))})}async function Le(e){try{let[t,{mode:n}]=await Promise.all([y(e,`utf8`),_(e)]),r=Oe(t),i=t.includes(`\r`)?`has the line ends of Windows. Convert it: sed -i 's/\\r$//'`:``;return{path:e,problem:`problem`in r?r.problem:i,mode:n&511}}catch(t){return{path:e,problem:`cannot be read: ${t.message}`,mode:0}}}async function Re(e,t){let n=s(e).map(async e=>{let n=await y(te(t,e)).catch(()=>void 0);return[e,n===void 0?``:v(`sha256`).update(n).digest(`hex`)]});return Object.fromEntries(await Promise.all(n))}const ze={name:`doctor`,modules:{...p,doctor:`import importlib.util
import os
import signal
import subprocess
import time
import paths
from ask import ask as request, problem
from gate import Gate
from host import ID, Lock, memory_free
from interpreter import python_here
from journal import Journal
from statics import statics
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
        socket=socket_of(host), env=paths.seen("/etc/flask-deploy/%s.env" % host.app), lock=lock_of(host), journal=journal_of(host),
        disk={path: paths.room(path) for path in ("/", host.base, "/var", "/var/log", "/tmp", "/run") if os.path.isdir(path)},
        memory=memory_of(host, current), groups=paths.groups_of(look["users"]), nginxWorkers=paths.worker_groups(),
        gid=paths.group_id(host.app), others=paths.own_apps(host.app), writable=paths.writable_by_all(host.base, host.release(current) if ID.match(current) else ""),
        leftovers=paths.leftovers(host), caches=paths.caches(), logs=paths.big_logs(), updates=paths.updates(),
        maintenance=paths.text(host.maintenance + "/on"), selinux=paths.selinux(),
        nginxAnswers=through_nginx(settings), statics=statics(host, current, settings))
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
    seen = paths.seen(path)
    if not seen or seen["kind"] != "file":
        return None
    lines = paths.text(path).splitlines()[:60]
    said = {name: value.split("'")[1] for name, _, value in (line.partition("=") for line in lines) if name.isupper() and value[:1] == "'"}
    protocol = [line.split("=")[1] for line in lines if line.startswith("PROTOCOL=")]
    return dict(seen, constants=said, protocol=int(protocol[0]) if protocol and protocol[0].isdigit() else 0)
def files_of(host, current, wanted):
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
        began = os.stat("/proc/%d" % lock.pid()).st_mtime
    except OSError:
        began = time.time()
    return {"held": True, "holder": lock.holder(), "seconds": int(time.time() - began)}
def journal_of(host):
    journal = Journal(host.journal)
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
`,paths:`import grp
import hashlib
import os
import pwd
import stat
import time
MANY = 5000  # entries of a tree that are looked at
KINDS = ((stat.S_ISLNK, "link"), (stat.S_ISDIR, "folder"), (stat.S_ISREG, "file"), (stat.S_ISSOCK, "socket"))
def seen(path):
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
def own_apps(app):
    found = []
    for name in listed("/srv"):
        try:
            if name != app and os.lstat("/srv/%s/releases" % name).st_uid == os.geteuid():
                found.append(name)
        except OSError:
            continue
    return sorted(found)
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
    marks = (".flask-deploy-old", ".flask-deploy-old-none", ".flask-deploy-new", ".setup-old", ".setup-new")
    folders = ("/etc/nginx", "/etc/nginx/sites-available", "/etc/nginx/sites-enabled", "/etc/nginx/conf.d", "/etc/systemd/system")
    found = [folder + "/" + name for folder in folders for name in listed(folder) if name.endswith(marks) and host.app in name + folder]
    return found + ["%s/%s" % (folder, name) for folder in (host.releases, host.venvs) for name in listed(folder) if name.startswith(".trash-")]
def caches():
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
    stamps = [os.stat(path).st_mtime for path in ("/var/lib/dpkg/status", "/var/lib/rpm/rpmdb.sqlite", "/usr/lib/sysimage/rpm/rpmdb.sqlite") if os.path.exists(path)]
    return {"days": (time.time() - max(stamps)) / 86400 if stamps else 0, "unattended": os.path.exists("/usr/bin/unattended-upgrade") or os.path.exists("/usr/bin/dnf-automatic"),
            "reboot": os.path.exists("/run/reboot-required")}
def selinux():
    enforcing = text("/sys/fs/selinux/enforce").strip() == "1"
    return {"enforcing": enforcing, "connect": text("/sys/fs/selinux/booleans/httpd_can_network_connect").split()[:1] == ["1"]}
`}};async function Be(e,n){let r=t(D(Ee,await Ve(e,n)));return{status:[`error`,`warning`].find(e=>r.some(t=>t.status===e))??`ok`,checks:r}}async function Ve(e,t){let n=t.clock()/1e3,[r,i]=await Promise.all([je(e,t),He(e,t)]),{bare:a,refused:o,answered:s}=i,c=a&&`release`in a?a:void 0,l=o?.kind===`unreachable`&&!r.ssh.jumps?await $(r.ssh.host,r.ssh.port):`open`;return{app:e.app,login:e.login,here:{...r,ports:{...r.ports,ssh:l},asked:[n,s]},refused:o,bare:a,server:c,root:c&&c.root.code===0?M(c.root.said):void 0}}async function He(e,t){let{app:r,login:a}=e,o={app:r,login:a.user},s={users:[r.name,a.user,`www-data`,`nginx`],folders:n(r,a.user).map(({path:e})=>e),files:c(r),own:l(o,{site:`/`,allowConfig:!1}).map(({path:e})=>e),units:[...i(r),...L],instances:r.processManager===`systemd`?[`${r.name}@.service`]:[]};try{return{bare:await f(ze,e,t,{ask:{look:s}}),refused:void 0,answered:t.clock()/1e3}}catch(e){return{bare:void 0,refused:Ue(e),answered:t.clock()/1e3}}}function Ue(t){if(!(t instanceof e))return{kind:`other`,message:t.message,next:``};let{kind:n,ssh:r,message:i,next:a}=t;return{kind:r??(n===`setup`?`setup`:`other`),message:i,next:a}}const We=ee({name:`doctor`,summary:`look for what is wrong between here and the site's visitors, and say what to do about it`,flags:ie,examples:[[`create-flask-deploy doctor`,`exit code 1 only if there is an error; it changes nothing`],[`create-flask-deploy doctor --json`,`every check with its status: ok, warning, error or skipped`]]},async({values:e},t)=>{let{app:n,root:r,logins:i}=ne(e,t),a=h(t.stdout,t.env),o={error:a.red,warning:a.yellow,good:a.green,dim:a.dim,"":e=>e},s=0;for(let c of i){let l={...re(t,le(t)),clock:Date.now},u=await ue(`doctor of ${c.host}`,t,()=>Be({app:n,root:r,login:c},l));if(u.status===`error`&&(s=1),e.json)t.stdout.write(`${JSON.stringify({host:c.host,...u},null,2)}\n`);else{i.length>1&&t.stdout.write(`${a.bold(c.host)}\n`);for(let{text:e,tone:n}of de(u))t.stdout.write(`${o[n](e)}\n`)}}return s});export{We as doctorCommand};