import{S as e,Y as t,b as n,q as r,st as i}from"./cli-shared.js";
import{r as a,t as o}from"./cli-_node_os.js";
import{n as s,r as c,t as l}from"./cli-app.js";
import{t as u}from"./cli-process2.js";
var d=(function d(e){let{signal:t,...n}=e;return{...n,...t?{signal:t}:{},run:u,now:(()=>performance.now()),fetch:globalThis.fetch}});
var m=(function m(n,{cwd:r}){let i=t(r,n.config??`flask-deploy.yml`),a=h(i),{deploy:o}=a,s=n.host??[o.host??[]].flat();if(s.length===0)throw new e(`no host: give --host, or write deploy.host into ${i}`);let c=s.filter((e=>e.startsWith(`-`)));if(c.length>0)throw new e(`--host ${c[0]} is not the name of a host`);let l=s.map((e=>{let i=e.lastIndexOf(`@`);return{host:e.slice(i+1),user:n.user??(i>0?e.slice(0,i):o.user),port:n.port??o.port,...n.identity&&{identityFile:t(r,n.identity)},...n[`known-hosts`]&&{knownHostsFile:t(r,n[`known-hosts`])}}}));return{app:a,root:t(i,`..`),logins:l}});
var h=(function h(t){let n;try{n=i(t,`utf8`)}catch{throw new e(`there is no ${t}: run this where the app is, or name the file with --config`)}try{return c(n,t)}catch(t){throw t instanceof l?new e(...t.message.split(`
`)):t}});
var g=(function g(e,t){let n=Object.fromEntries(Object.entries(e.env).filter((e=>e[1]!==void 0)));return{...d({cacheDir:r(e.env.XDG_CACHE_HOME??r(o(),`.cache`),`flask-deploy`),env:n,log:t,signal:e.signal}),run:e.run}});
var v=(function v(e){let{message:t,next:r}=e;return new n(r?`${t}\n${r}`:t)});
const f=[{name:`host`,kind:`text`,value:`HOST`,many:!0,help:`server to go to; may be given several times`},{name:`user`,kind:`text`,value:`USER`,help:`who logs in (deploy)`},{name:`port`,kind:`integer`,range:[1,65535],help:`port of sshd (22)`},{name:`identity`,kind:`text`,short:`i`,value:`FILE`,help:`private key to log in with`},{name:`known-hosts`,kind:`text`,value:`FILE`,help:`file that pins the server's host key`},{name:`config`,kind:`text`,value:`FILE`,help:`where the app's ${s} is`}],p=[...f,{name:`json`,kind:`boolean`,help:`the result as JSON on stdout`}];
const _=(()=>`${a().username} in a terminal`);
export{p as a,f as i,g as n,_ as o,v as r,m as t};