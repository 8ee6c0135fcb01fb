import{G as e,at as t,b as n,q as r,v as i}from"./cli-shared.js";
import{r as a,t as o}from"./cli-_node_os.js";
import{n as s,r as c,t as l}from"./cli-app.js";
import{t as u}from"./cli-process2.js";
var d=(function d(e){let{signal:t,...n}=e;return{...n,...t?{signal:t}:{},run:u,now:(()=>performance.now()),fetch:globalThis.fetch}});
var p=(function p(e,{cwd:t}){let i=r(t,e.config??`flask-deploy.yml`),a=m(i),{deploy:o}=a,s=e.host??[o.host??[]].flat();if(s.length===0)throw new n(`no host: give --host, or write deploy.host into ${i}`);let c=s.filter((e=>e.startsWith(`-`)));if(c.length>0)throw new n(`--host ${c[0]} is not the name of a host`);let l=s.map((n=>{let i=n.lastIndexOf(`@`);return{host:n.slice(i+1),user:e.user??(i>0?n.slice(0,i):o.user),port:e.port??o.port,...e.identity&&{identityFile:r(t,e.identity)},...e[`known-hosts`]&&{knownHostsFile:r(t,e[`known-hosts`])}}}));return{app:a,root:r(i,`..`),logins:l}});
var m=(function m(e){let r;try{r=t(e,`utf8`)}catch{throw new n(`there is no ${e}: run this where the app is, or name the file with --config`)}try{return c(r,e)}catch(e){throw e instanceof l?new n(...e.message.split(`
`)):e}});
var h=(function h(t,n){let r=Object.fromEntries(Object.entries(t.env).filter((e=>e[1]!==void 0)));return{...d({cacheDir:e(t.env.XDG_CACHE_HOME??e(o(),`.cache`),`flask-deploy`),env:r,log:n,signal:t.signal}),run:t.run}});
var _=(function _(e){let{message:t,next:n}=e;return new i(n?`${t}\n${n}`:t)});
const f=[{name:`host`,kind:`text`,value:`HOST`,many:!0,help:`server to go to; may be given several times`},{name:`user`,kind:`text`,value:`USER`,help:`who logs in (deploy)`},{name:`port`,kind:`integer`,range:[1,65535],help:`port of sshd (22)`},{name:`identity`,kind:`text`,short:`i`,value:`FILE`,help:`private key to log in with`},{name:`known-hosts`,kind:`text`,value:`FILE`,help:`file that pins the server's host key`},{name:`config`,kind:`text`,value:`FILE`,help:`where the app's ${s} is`},{name:`json`,kind:`boolean`,help:`the result as JSON on stdout`}];
const g=(()=>`${a().username} in a terminal`);
export{g as a,f as i,h as n,_ as r,p as t};