import{A as e,dt as t,pt as n,rt as r,tt as i}from"./cli-shared.js";
import{r as a,t as o}from"./cli-_node_os.js";
import{n as s,r as c,t as l}from"./cli-app.js";
import{t as u}from"./cli-process2.js";
var d=(function d(e){let{signal:t,...n}=e;return{...n,...t?{signal:t}:{},run:u,now:(()=>performance.now()),fetch:globalThis.fetch}});
var m=(function m(e,{cwd:t}){let i=r(t,e.config??`flask-deploy.yml`),a=h(i),{deploy:o}=a,s=e.host??[o.host??[]].flat();if(s.length===0)throw new n(`no host: give --host, or write deploy.host into ${i}`);let c=s.filter((e=>e.startsWith(`-`)));if(c.length>0)throw new n(`--host ${c[0]} is not the name of a host`);let l=s.map((n=>{let i=n.lastIndexOf(`@`);return{host:n.slice(i+1),user:e.user??(i>0?n.slice(0,i):o.user),port:e.port??o.port,...e.identity&&{identityFile:r(t,e.identity)},...e[`known-hosts`]&&{knownHostsFile:r(t,e[`known-hosts`])}}}));return{app:a,root:r(i,`..`),logins:l}});
var h=(function h(t){let r;try{r=e(t,`utf8`)}catch{throw new n(`there is no ${t}: run this where the app is, or name the file with --config`)}try{return c(r,t)}catch(e){throw e instanceof l?new n(...e.message.split(`
`)):e}});
var g=(function g(e,t){let n=Object.fromEntries(Object.entries(e.env).filter((e=>e[1]!==void 0)));return{...d({cacheDir:i(e.env.XDG_CACHE_HOME??i(o(),`.cache`),`flask-deploy`),env:n,log:t,signal:e.signal}),run:e.run}});
var v=(function v(e){let{message:n,next:r}=e;return new t(r?`${n}\n${r}`:n)});
const f=[{name:`host`,kind:`text`,value:`HOST`,many:!0,help:`server to go to; may be given several times`},{name:`user`,kind:`text`,value:`USER`,help:`who logs in (deploy)`},{name:`port`,kind:`integer`,range:[1,65535],help:`port of sshd (22)`},{name:`identity`,kind:`text`,short:`i`,value:`FILE`,help:`private key to log in with`},{name:`known-hosts`,kind:`text`,value:`FILE`,help:`file that pins the server's host key`},{name:`config`,kind:`text`,value:`FILE`,help:`where the app's ${s} is`}],p=[...f,{name:`json`,kind:`boolean`,help:`the result as JSON on stdout`}];
const _=(()=>`${a().username} in a terminal`);
export{p as a,f as i,g as n,_ as o,v as r,m as t};